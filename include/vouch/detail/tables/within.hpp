// SPDX-License-Identifier: BSL-1.0
// Whether a value is within what its note allows.
#pragma once

#include <vouch/annotate.hpp>
#include <vouch/forms.hpp>

#include <algorithm>

namespace vouch::inline VOUCH_ABI::detail {

/// What limits a value: of a field, or of the elements of a list.
struct limits {
    const range_note& range;
    const one_of_note& one_of;
    const multiple_note& multiple_of;
    const length_note& length;
    const form_note& matches;
};
template <class N>
constexpr limits limits_of(const N& n) {
    return {n.range, n.one_of, n.multiple_of, n.length, n.matches};
}

constexpr bool is_in_range(const range_note& n, double v) {
    return (n.exclusive_min ? v > n.min : v >= n.min) && (n.exclusive_max ? v < n.max : v <= n.max);
}

constexpr bool is_one_of(const one_of_note& n, std::int64_t v) {
    return std::find(n.values.begin(), n.values.end(), v) != n.values.end();
}

constexpr bool is_multiple(const multiple_note& n, std::int64_t v) { return n.of == 0 || v % n.of == 0; }

/// A text's length is its number of code points, which is at most its number of bytes.
constexpr bool is_short_enough(const length_note& n, std::string_view text) {
    return text.size() <= n.max || count_code_points(text) <= n.max;
}
constexpr bool is_long_enough(const length_note& n, std::string_view text) {
    return text.size() >= n.min && (n.min == 0 || count_code_points(text) >= n.min);
}

constexpr bool has_form(const form_note& n, std::string_view text) { return n.form == nullptr || n.form->holds(text); }

}  // namespace vouch::detail
