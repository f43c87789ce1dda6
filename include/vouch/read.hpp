// SPDX-License-Identifier: BSL-1.0
// A JSON text -> a value and everything that is wrong with it. Places are computed only if there is something to
// report.
#pragma once

#include <vouch/defaults.hpp>
#include <vouch/detail/plain/lane.hpp>
#include <vouch/detail/straight/lane.hpp>
#include <vouch/reading.hpp>

#include <vouch/detail/macros_off.hpp>

namespace vouch::inline VOUCH_ABI {

/// Reads a JSON text. Nothing is thrown; everything that is wrong is in the report, in document order.
template <class T>
[[nodiscard]] reading<T> read(std::string_view text, const options& o = {}) {
    reading<T> result;
    if (!detail::straight::read(text, o, result.value)) {
        const bool sound = detail::plain::read(text, o, detail::straight::value_type_of<T>, &result.value,
                                               {result.report, result.unknown});
        if (!sound) result.value.reset();
    }
    detail::fill_defaults(o, result.value);
    return result;
}

/// Whether a JSON text has no error: the same as `read<T>(text, o).report.ok()`. Keeps no text of a document about
/// which there is nothing to report.
template <class T>
[[nodiscard]] bool check(std::string_view text, const options& o = {}) {
    return detail::straight::is_correct<T>(text, o) || read<T>(text, o).report.ok();
}

}  // namespace vouch

#include <vouch/detail/macros_on.hpp>
