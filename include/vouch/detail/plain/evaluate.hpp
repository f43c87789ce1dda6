// SPDX-License-Identifier: BSL-1.0
// Whether a cell satisfies predicates, demands and notes.
#pragma once

#include <vouch/cell.hpp>
#include <vouch/detail/tables/within.hpp>
#include <vouch/tables.hpp>

namespace vouch::inline VOUCH_ABI::detail {

constexpr bool is_one_of(const predicate& p, std::string_view v) {
    if (p.texts.empty()) return equal(v, p.text);
    for (const auto& t : p.texts) {
        if (equal(t, v)) return true;
    }
    return false;
}

/// Calls `f` with the integer in a present cell.
template <class F>
constexpr bool with_integer(kind k, const cell& c, F f) {
    return k == kind::uint64 ? f(static_cast<std::uint64_t>(c.integer)) : f(c.integer);
}

/// Calls `f` with the number in a present cell.
template <class F>
constexpr bool with_number(kind k, const cell& c, F f) {
    if (!is_floating(k)) return with_integer(k, c, f);
    return k == kind::float32 ? f(static_cast<float>(c.number)) : f(c.number);
}

template <class V>
constexpr bool is_between(const predicate& p, V v) {
    return compare_with_limit(v, p.min) >= 0 && compare_with_limit(v, p.max) <= 0;
}

/// The answer for the value of a present cell.
constexpr bool holds_for_value(const predicate& p, const cell& c) {
    switch (p.kind) {
    case predicate::test::positions: return p.positions.has(static_cast<std::size_t>(c.integer)) != p.negated;
    case predicate::test::texts: return is_one_of(p, c.text) != p.negated;
    case predicate::test::range: return with_number(p.number, c, [&](auto v) { return is_between(p, v); }) != p.negated;
    case predicate::test::function: return p.function(c.text) != p.negated;
    case predicate::test::anything: break;
    }
    return !p.negated;
}

/// Whether a predicate certainly holds.
constexpr bool holds(const predicate& p, const cell& c) {
    if (c.state == state::present) return holds_for_value(p, c);
    return c.state == state::absent ? p.absent : p.wrong;
}

/// Whether a place violates a demand: absent although presence is demanded, or present with a value that answers no.
constexpr bool breaks(const predicate& demand, const cell& c) {
    if (c.state == state::present) return !holds_for_value(demand, c);
    return c.state == state::absent && demand.asks_presence();
}

/// Up to this many texts are compared pair by pair to find duplicates.
inline constexpr std::size_t max_few = 32;

}  // namespace vouch::detail
