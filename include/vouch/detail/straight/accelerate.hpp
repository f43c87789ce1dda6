// SPDX-License-Identifier: BSL-1.0
// Works the tables of `acceleration.hpp` out when compiling: gates in front of rules, and for each cell a function that
// says whether its value is valid by itself.
#pragma once

#include <vouch/detail/plain/evaluate.hpp>
#include <vouch/detail/tables/rows.hpp>

#include <boost/mp11/algorithm.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace vouch::detail {

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
    f(std::span<const rule_row>(rules<T>), std::uint16_t{0});
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
    each_rules<T>([&](std::span<const rule_row> all, std::uint16_t) {
        for (const rule_row& r : all) n += r.clauses.size();
    });
    return n;
}

template <class T>
constexpr auto gate_table() {
    std::array<gate, 1 + clause_count<T>()> table{};
    std::size_t n = 1;
    each_rules<T>([&](std::span<const rule_row> all, std::uint16_t base) {
        for (const rule_row& r : all) {
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

/// The clauses at a cell that answer yes.
template <class T, std::size_t Slot, bool (*Is)(const clause&)>
constexpr auto clauses_table() {
    constexpr auto each = [](auto f) {
        each_rules<T>([&](std::span<const rule_row> all, std::uint16_t base) {
            for (const rule_row& r : all) {
                for (const clause& c : r.clauses) {
                    if (Is(c) && std::size_t{base} + c.place == Slot) f(c);
                }
            }
        });
    };
    constexpr std::size_t n = [&] {
        std::size_t count = 0;
        each([&](const clause&) { ++count; });
        return count;
    }();
    std::array<const clause*, n> table{};
    std::size_t to = 0;
    each([&](const clause& c) { table[to++] = &c; });
    return table;
}

template <class T, std::size_t Slot, bool (*Is)(const clause&)>
inline constexpr auto clauses_at = clauses_table<T, Slot, Is>();

/// Whether `f.operator()<I>()` returns true for every I below N.
template <std::size_t N, class F>
constexpr bool all_of(F f) {
    return [&]<std::size_t... I>(std::index_sequence<I...>) { return (f.template operator()<I>() && ...); }
    (std::make_index_sequence<N>{});
}

/// The value that a cell of an object's block was filled from, which must be present.
template <std::size_t Slot, class T>
constexpr const auto& value_at(const T& object) {
    constexpr auto& first = slots<T>;
    constexpr auto i = static_cast<std::size_t>(std::upper_bound(first.begin(), first.end(), Slot) - first.begin()) - 1;
    using D = boost::mp11::mp_at_c<member_list<T>, i>;
    const auto& member = object.*D::pointer;
    const auto rest = [](const auto& value) -> const auto& {
        if constexpr (first[i] == Slot)
            return value;
        else
            return value_at<Slot - first[i]>(value);
    };
    if constexpr (is_optional<member_type<T, D>>)
        return rest(*member);
    else
        return rest(member);
}

template <class T, std::size_t Slot>
constexpr bool is_valid(const cell& c, bool parsed);

/// Whether there is nothing to report about an object whose members are all present and valid.
template <class T>
constexpr bool is_valid_where_members_are() {
    if (gates<T>.size() > gate_set_size) return false;
    gate_set open = open_gates<T>[states<T>[0] + std::size_t{1}];
    for (std::size_t slot = 1; slot < width_of<T>(); ++slot) {
        if (cell_rows<T>[slot].kind != kind::text) return false;
        for (std::size_t i = 0; i < open.size(); ++i) open[i] &= open_gates<T>[states<T>[slot] + std::size_t{1}][i];
    }
    return open == gate_set{1, 0};
}

template <class E>
constexpr bool is_valid_element(const E& e, bool parsed) {
    if constexpr (std::same_as<E, std::string>) {
        return parsed || is_utf8(e);
    } else if constexpr (std::integral<E>) {
        return true;
    } else if constexpr (kind_of<E>() != kind::object) {
        return false;
    } else if constexpr (is_valid_where_members_are<E>()) {
        return all_of<length_of<member_list<E>>>([&]<std::size_t I>() {
            using D = boost::mp11::mp_at_c<member_list<E>, I>;
            const auto& member = e.*D::pointer;
            if constexpr (is_optional<member_type<E, D>>) {
                if (!member.has_value()) return false;
            }
            constexpr std::size_t slot = slots<E>[I];
            return is_valid<E, slot>(cell(std::string_view(value_at<slot>(e))), parsed);
        });
    } else {
        return false;
    }
}

/// Whether the list is short and no two elements have the same text: their own (0) or that of a member.
template <std::size_t Member, class E>
constexpr bool are_few_and_unique(const std::vector<E>& list) {
    const auto text = [](const E& e) -> std::string_view {
        if constexpr (Member == 0)
            return e;
        else
            return value_at<Member>(e);
    };
    if (list.size() > max_few) return false;
    for (std::size_t i = 1; i < list.size(); ++i) {
        for (std::size_t before = 0; before < i; ++before) {
            if (equal(text(list[before]), text(list[i]))) return false;
        }
    }
    return true;
}

template <class T, std::size_t Slot>
constexpr bool are_elements_valid(const list_cell& c, bool parsed) {
    if (std::is_constant_evaluated()) return false;  // A void pointer cannot be cast back there.
    const void* const object = c.source->object();
    if (object == nullptr) return false;
    const auto& list = value_at<Slot>(*static_cast<const T*>(object));
    for (const auto& e : list) {
        if (!is_valid_element(e, parsed)) return false;
    }
    constexpr auto& asked = clauses_at<T, Slot, is_unique>;
    return all_of<asked.size()>([&]<std::size_t I>() { return are_few_and_unique<asked[I]->member>(list); });
}

/// Implements `checked_cell::is_valid`.
template <class T, std::size_t Slot>
constexpr bool is_valid(const cell& c, bool parsed) {
    constexpr const field_info& f = *cell_rows<T>[Slot].field;
    constexpr const note& n = *f.notes;
    if constexpr (f.asks.deprecated) return false;
    if constexpr (f.kind == kind::text) {
        if (c.text.empty() || is_white_space(c.text.front())) return false;
        if (f.asks.length && c.text.size() > n.length.max) return false;
        if (!parsed && !is_utf8(c.text)) return false;
        constexpr auto& asked = clauses_at<T, Slot, demands_form>;
        return all_of<asked.size()>([&]<std::size_t I>() {
            constexpr const predicate& p = asked[I]->demand;
            return p.function(c.text) != p.negated;
        });
    } else if constexpr (f.kind == kind::list) {
        if (c.list.size == 0 || (f.asks.length && c.list.size > n.length.max)) return false;
        return are_elements_valid<T, Slot>(c.list, parsed);
    } else {
        return is_within_note(f, c);
    }
}

template <class T>
constexpr bool is_checked(std::size_t slot) {
    if (slot == 0) return false;
    const field_info& f = *cell_rows<T>[slot].field;
    return f.asks.any() || f.kind == kind::text || f.kind == kind::list;
}

template <class T, std::size_t... Slot>
constexpr auto checked_table(std::index_sequence<Slot...>) {
    std::array<checked_cell, (std::size_t{is_checked<T>(Slot)} + ...)> table{};
    std::size_t to = 0;
    const auto add = [&]<std::size_t S>() {
        if constexpr (is_checked<T>(S)) table[to++] = {S, &is_valid<T, S>};
    };
    (add.template operator()<Slot>(), ...);
    return table;
}

template <class T>
inline constexpr auto checked_cells = checked_table<T>(std::make_index_sequence<width_of<T>()>{});

template <class T>
constexpr acceleration make_acceleration() {
    return {gates<T>, open_gates<T>, states<T>, checked_cells<T>};
}

}  // namespace vouch::detail
