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

/// Compares a number with a limit: below, at or above 0. Integers are compared exactly, and a float with the one that
/// is nearest to the limit.
template <class V>
constexpr int compare_with_limit(V v, double limit) {
    if constexpr (std::same_as<V, float>) {
        if (fits_float(limit)) limit = double{static_cast<float>(limit)};
    }
    const auto number = static_cast<double>(v);
    if (number != limit) return number < limit ? -1 : 1;
    if constexpr (std::integral<V> && sizeof(V) == 8) {  // It may have been rounded.
        constexpr double end = std::same_as<V, std::uint64_t> ? 18446744073709551616.0 : 9223372036854775808.0;
        if (limit >= end) return -1;
        const auto exact = static_cast<V>(limit);
        return v < exact ? -1 : v > exact ? 1 : 0;
    }
    return 0;
}

template <class V>
constexpr bool is_in_range(const range_note& n, V v) {
    const int above_min = compare_with_limit(v, n.min);
    const int above_max = compare_with_limit(v, n.max);
    return (n.exclusive_min ? above_min > 0 : above_min >= 0) && (n.exclusive_max ? above_max < 0 : above_max <= 0);
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

constexpr bool has_form(const form_note& n, std::string_view text) { return !n.form || n.form->holds(text); }

}  // namespace vouch::detail
