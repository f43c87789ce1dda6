// SPDX-License-Identifier: BSL-1.0
// A JSON text -> a value and everything that is wrong with it. Places are computed only if there is something to
// report.
#pragma once

#include <vouch/detail/plain/read_document.hpp>
#include <vouch/detail/plain/text_document.hpp>
#include <vouch/detail/straight/quick.hpp>

namespace vouch {

/// Reads a JSON text. Nothing is thrown; everything that is wrong is in the report, in document order.
template <class T>
[[nodiscard]] reading<T> read(std::string_view text, const options& o = {}) {
    static_assert(detail::levels_of<T>() <= detail::reader::max_levels,
                  "a schema nests at most 12 levels of objects and lists");
    reading<T> result;
    if (!detail::read_quickly(text, result.value.emplace(detail::empty_value{}), o)) {
        detail::text_document document(text);
        detail::read_document(document, o, result);
    }
    return result;
}

}  // namespace vouch
