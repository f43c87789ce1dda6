// SPDX-License-Identifier: BSL-1.0
// Fixes: edits of a text that touch only the bytes concerned. A safe one does not change what is asked for and causes
// no new error.
#pragma once

#include <vouch/detail/fix/fixer.hpp>
#include <vouch/read.hpp>

namespace vouch::inline VOUCH_ABI {
namespace detail {

template <class T>
report report_of(std::string_view text, const options& o) {
    return read<T>(text, o).report;
}

}  // namespace detail

/// Gives each diagnostic of a text's report its fixes.
template <class T>
void suggest_fixes(std::string_view text, report& r, const options& o = {}) {
    detail::fixer(catalog_of<T>(), &detail::report_of<T>, o, {}).attach(text, r);
}

/// Applies all safe fixes to a text, or all fixes, repeatedly until none is left. What is outside their edits stays
/// as it is, byte for byte. Only findings that the options report and the filter keeps are fixed.
template <class T>
[[nodiscard]] fixed fix(std::string_view text, const options& o = {}, fix_level level = fix_level::safe,
                        const report_filter& filter = {}) {
    return detail::fixer(catalog_of<T>(), &detail::report_of<T>, o, filter).run(text, level);
}

}  // namespace vouch
