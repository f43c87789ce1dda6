// SPDX-License-Identifier: BSL-1.0
// Gates in front of rules: which states of which cells say that a clause is not broken. Worked out by the compiler.
#pragma once

#include <vouch/detail/plain/evaluate.hpp>
#include <vouch/detail/tables/rows.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace vouch::detail {

/// A filter in front of a clause of a rule: the clause may only be broken where each cell of the block leaves its gate
/// open. The gates of a block are bits, and every state of every cell has a mask of those that it leaves open.
struct gate {
    const rule* of = nullptr;
    std::uint16_t clause = 0;
    std::uint16_t base = 0;  ///< The cell of the object whose rule it is: the block's own, or one within.
};

/// Gates as bits.
using gate_set = std::array<std::uint64_t, 2>;
inline constexpr std::size_t gate_set_size = 128;

/// A clause that is not broken where the text in its place is of a certain form, whatever the conditions.
constexpr bool demands_form(const clause& c) {
    return c.kind == clause::test::then && c.demand.kind == predicate::test::function;
}

constexpr bool is_unique(const clause& c) { return c.kind == clause::test::unique; }

/// The number of the first state of each cell, and of all.
template <class T>
constexpr auto state_table() {
    std::array<std::uint16_t, width_of<T>() + 1> first{};
    for (std::size_t i = 0; i < cell_rows<T>.size(); ++i) {
        const std::size_t choices = i != 0 ? choices_of(*cell_rows<T>[i].field->type) : 0;
        first[i + 1] = static_cast<std::uint16_t>(first[i] + cell::choices_from + std::max(choices, std::size_t{1}));
    }
    return first;
}

template <class T>
inline constexpr auto states = state_table<T>();


/// Calls `f(rules, base)` for the rules of a block's object and of those within.
template <class T, class F>
constexpr void each_rules(F f) {
    f(std::span<const rule>(rules<T>), std::uint16_t{0});
    for (std::size_t slot = 1; slot < cell_rows<T>.size(); ++slot) {
        const cell_row& row = cell_rows<T>[slot];
        if (row.kind == kind::object) f(row.object->rules, static_cast<std::uint16_t>(slot));
    }
}

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
            look(cell::chosen(cell::needs_attention - cell::choices_from));
        }
    }

    constexpr void close_for(std::size_t slot, const cell& c) {
        of_states_[first_ + states_[slot] + c.choice][word_] &= ~bit_;
    }

    constexpr void unless_complete() {
        for (std::size_t slot = 1; slot < cells_.size(); ++slot) {
            const bool required = cells_[slot].required;
            unless(slot, true, [&](const cell& c) { return !c.wrong() && !(c.absent() && required); });
        }
    }

    constexpr void unless_broken(const gate& g, const clause& c) {
        const auto there = [](const cell& v) { return v.present(); };
        const std::size_t place = g.base + std::size_t{c.place};
        if (g.base != 0) unless(g.base, true, there);
        for (const condition& when : c.when) {
            const predicate& p = when.asks;
            unless(g.base + std::size_t{when.slot}, is_plain(p), [&](const cell& v) { return holds(p, v); });
        }
        if (c.kind == clause::test::then)
            unless(place, is_plain(c.demand), [&](const cell& v) { return breaks(c.demand, v); });
        if (demands_form(c) || is_unique(c)) close_for(place, cell(std::int64_t{0}));  // Valid: see is_valid.
        if (c.kind == clause::test::each || is_unique(c)) unless(place, true, there);
        for (const std::uint16_t slot : c.reads)
            unless(g.base + std::size_t{slot}, true, [](const cell& v) { return !v.wrong(); });
    }

public:
    constexpr void close(const gate& g, std::size_t number) {
        word_ = number % gate_set_size / 64;
        bit_ = std::uint64_t{1} << number % 64;
        first_ = number / gate_set_size * states_.back();
        for (std::size_t i = 0; i < states_.back(); ++i) of_states_[first_ + i][word_] |= bit_;
        number != 0 ? unless_broken(g, g.of->clauses[g.clause]) : unless_complete();
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
    each_rules<T>([&](std::span<const rule> all, std::uint16_t) {
        for (const rule& r : all) n += r.clauses.size();
    });
    return n;
}

template <class T>
constexpr auto gate_table() {
    std::array<gate, 1 + clause_count<T>()> table{};
    std::size_t n = 1;
    each_rules<T>([&](std::span<const rule> all, std::uint16_t base) {
        for (const rule& r : all) {
            for (std::size_t c = 0; c < r.clauses.size(); ++c) table[n++] = {&r, static_cast<std::uint16_t>(c), base};
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
