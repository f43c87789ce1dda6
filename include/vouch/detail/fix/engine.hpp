// SPDX-License-Identifier: BSL-1.0
// The functions that fix.hpp declares: compiled in each file that uses them, or once.
#pragma once

#include <vouch/detail/config.hpp>
#include <vouch/detail/fix/fixer.hpp>

namespace vouch::inline VOUCH_ABI::detail {

VOUCH_DEFINED void suggest_fixes(std::string_view text, report& r, trials::read_function read,
                                 const object_info& schema, const options& o) {
    fixer(schema, read, o, {}).attach(text, r);
}

VOUCH_DEFINED fixed fix(std::string_view text, trials::read_function read, const object_info& schema, const options& o,
                        fix_level level, const report_filter& filter) {
    return fixer(schema, read, o, filter).run(text, level);
}

}  // namespace vouch::detail
