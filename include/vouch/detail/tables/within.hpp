// SPDX-License-Identifier: BSL-1.0
// Whether a value is within what its note allows.
#pragma once

#include <vouch/annotate.hpp>
#include <vouch/detail/json/numbers.hpp>
#include <vouch/forms.hpp>

#include <concepts>
#include <cstdint>
#include <string_view>
#include <utility>

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

/// What a JSON number is as an integer of a kind; overflow if that cannot hold it.
constexpr exact_integer to_integer(kind k, std::string_view number) {
    const exact_integer v = to_integer(number, k == kind::uint64);
    const bool fits_kind = k == kind::uint64 || fits(k, v.value);
    return v.is == integrality::integer && !fits_kind ? exact_integer{integrality::overflow} : v;
}

/// An integer of any width, compared with one of 64 bits.
template <std::integral V>
constexpr bool is_one_of(const one_of_note& n, V v) {
    for (const std::int64_t one : n.values) {
        if (std::cmp_equal(one, v)) return true;
    }
    return false;
}

template <std::integral V>
constexpr bool is_multiple(const multiple_note& n, V v) {
    if constexpr (std::same_as<V, std::uint64_t>)
        return n.of == 0 || v % static_cast<std::uint64_t>(n.of) == 0;
    else
        return n.of == 0 || std::int64_t{v} % n.of == 0;
}

/// A text's length is its number of code points, which is at most its number of bytes.
constexpr bool is_short_enough(const length_note& n, std::string_view text) {
    return text.size() <= n.max || count_code_points(text) <= n.max;
}
constexpr bool is_long_enough(const length_note& n, std::string_view text) {
    return text.size() >= n.min && (n.min == 0 || count_code_points(text) >= n.min);
}

constexpr bool has_form(const form_note& n, std::string_view text) { return n.form == nullptr || n.form->holds(text); }

}  // namespace vouch::detail
