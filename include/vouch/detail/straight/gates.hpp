// SPDX-License-Identifier: BSL-1.0
// Gates in front of rules: which states of which cells say that a clause is not broken. Worked out by the compiler.
#pragma once

#include <vouch/detail/tables/rows.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace vouch::detail {

/// Closes a gate in the states of cells in which its clause is certainly not broken.
class gate_closer {
public:
    constexpr gate_closer(std::span<const cell_row> cells, std::span<const std::uint16_t> states, gate_set* of_states)
        : cells_(cells), states_(states), of_states_(of_states) {}

private:
    /// Whether the states of a cell say all that a predicate asks for.
    static constexpr bool is_plain(const predicate& p) {
        return p.kind == predicate::test::anything || p.kind == predicate::test::positions;
    }

    /// Closes the gate in the states of a cell that answer no; where those do not say it all, it stays open for values.
    template <class Open>
    constexpr void unless(std::size_t slot, bool plain, Open open) {
        const auto look = [&](const cell& c) {
            if ((plain || !c.present()) && !open(c)) close_for(slot, c);
        };
        look(cell());
        look(cell(fault::reported));
        const std::size_t choices = choices_of(*cells_[slot].field->type);
        for (std::size_t v = 0; v < choices; ++v) look(cell::chosen(v));
        if (choices == 0) {
            look(cell(std::int64_t{0}));
            look(cell::chosen(cell::odd - cell::choices_from));
        }
    }

    constexpr void close_for(std::size_t slot, const cell& c) {
        of_states_[first_ + states_[slot] + c.choice][word_] &= ~bit_;
    }

    constexpr void unless_calm() {
        for (std::size_t slot = 1; slot < cells_.size(); ++slot) {
            const bool required = cells_[slot].required;
            unless(slot, true, [&](const cell& c) { return !c.wrong() && !(c.absent() && required); });
        }
    }

    constexpr void unless_broken(const gate& g, const clause& c) {
        const auto there = [](const cell& v) { return v.present(); };
        const std::size_t place = g.base + std::size_t{c.place};
        if (g.base != 0) unless(g.base, true, there);
        for (std::size_t i = 0; i < c.conditions; ++i) {
            const predicate& p = c.when[i].asks;
            unless(g.base + std::size_t{c.when[i].slot}, is_plain(p), [&](const cell& v) { return p.holds(v); });
        }
        if (c.kind == clause::test::then)
            unless(place, is_plain(c.demand), [&](const cell& v) { return breaks(c.demand, v); });
        if (demands_form(c) || is_unique(c)) close_for(place, cell(std::int64_t{0}));  // Fine: see is_fine.
        if (c.kind == clause::test::each || is_unique(c)) unless(place, true, there);
        for (std::size_t i = 0; i < c.read_count; ++i)
            unless(g.base + std::size_t{c.reads[i]}, true, [](const cell& v) { return !v.wrong(); });
    }

public:
    constexpr void close(const gate& g, std::size_t number) {
        word_ = number % gate_set_size / 64;
        bit_ = std::uint64_t{1} << number % 64;
        first_ = number / gate_set_size * states_.back();
        for (std::size_t i = 0; i < states_.back(); ++i) of_states_[first_ + i][word_] |= bit_;
        number != 0 ? unless_broken(g, g.rule->clauses[g.clause]) : unless_calm();
    }

private:
    std::span<const cell_row> cells_;
    std::span<const std::uint16_t> states_;
    gate_set* of_states_;
    std::size_t first_ = 0;
    std::size_t word_ = 0;
    std::uint64_t bit_ = 0;
};

template <class T>
constexpr std::size_t clause_count() {
    std::size_t n = 0;
    each_rules<T>([&](std::span<const constraint> rules, std::uint16_t) {
        for (const constraint& r : rules) n += r.count;
    });
    return n;
}

template <class T>
constexpr auto gate_table() {
    std::array<gate, 1 + clause_count<T>()> table{};
    std::size_t n = 1;
    each_rules<T>([&](std::span<const constraint> rules, std::uint16_t base) {
        for (const constraint& r : rules) {
            for (std::size_t c = 0; c < r.count; ++c) table[n++] = {&r, static_cast<std::uint16_t>(c), base};
        }
    });
    return table;
}

template <class T>
inline constexpr auto gates = gate_table<T>();

template <class T>
constexpr auto open_gate_table() {
    std::array<gate_set, ((gates<T>.size() - 1) / gate_set_size + 1) * states<T>.back()> table{};
    gate_closer closer(cell_rows<T>, states<T>, table.data());
    for (std::size_t n = 0; n < gates<T>.size(); ++n) closer.close(gates<T>[n], n);
    return table;
}

template <class T>
inline constexpr auto open_gates = open_gate_table<T>();

}  // namespace vouch::detail
