// SPDX-License-Identifier: BSL-1.0
// Whether a value is within what its field's note allows.
#pragma once

#include <vouch/annotate.hpp>
#include <vouch/unicode.hpp>

#include <algorithm>

namespace vouch::inline VOUCH_ABI::detail {

constexpr bool is_in_range(const note& n, double v) { return v >= n.range.min && v <= n.range.max; }

constexpr bool is_one_of(const note& n, std::int64_t v) {
    const auto& values = n.one_of.values;
    return std::find(values.begin(), values.end(), v) != values.end();
}

/// A text's length is its number of code points, which is at most its number of bytes.
constexpr bool is_short_enough(const note& n, std::string_view text) {
    return text.size() <= n.length.max || count_code_points(text) <= n.length.max;
}

}  // namespace vouch::detail
