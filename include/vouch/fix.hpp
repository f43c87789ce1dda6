// SPDX-License-Identifier: BSL-1.0
// Fixes: edits of a text that touch only the bytes concerned. A safe one does not change what is asked for and causes
// no new error.
#pragma once

#include <vouch/detail/config.hpp>
#include <vouch/fixed.hpp>
#include <vouch/read.hpp>

namespace vouch::inline VOUCH_ABI {
namespace detail {

template <class T>
report report_of(std::string_view text, const options& o) {
    return read<T>(text, o).report;
}

VOUCH_DECLARED void suggest_fixes(std::string_view text, report& r, report (*read)(std::string_view, const options&),
                                  const object_info& schema, const options& o);

VOUCH_DECLARED fixed fix(std::string_view text, report (*read)(std::string_view, const options&),
                         const object_info& schema, const options& o, fix_level level, const report_filter& filter);

}  // namespace detail

/// Gives each diagnostic of a text's report its fixes.
template <class T>
void suggest_fixes(std::string_view text, report& r, const options& o = {}) {
    detail::suggest_fixes(text, r, &detail::report_of<T>, catalog_of<T>(), o);
}

/// Applies all safe fixes to a text, or all fixes, repeatedly until none is left. What is outside their edits stays
/// as it is, byte for byte. Only findings that the options report and the filter keeps are fixed.
template <class T>
[[nodiscard]] fixed fix(std::string_view text, const options& o = {}, fix_level level = fix_level::safe,
                        const report_filter& filter = {}) {
    return detail::fix(text, &detail::report_of<T>, catalog_of<T>(), o, level, filter);
}

}  // namespace vouch

#ifndef VOUCH_SEPARATE_COMPILATION
#include <vouch/detail/fix/engine.hpp>
#endif
