// SPDX-License-Identifier: BSL-1.0
// Whether values are valid by themselves: a function for each cell, which the compiler writes from the schema.
#pragma once

#include <vouch/detail/straight/gates.hpp>

#include <boost/mp11/algorithm.hpp>

namespace vouch::detail {

/// The clauses at a cell that answer yes.
template <class T, std::size_t Slot, bool (*Is)(const clause&)>
constexpr auto clauses_table() {
    constexpr auto each = [](auto f) {
        each_rules<T>([&](std::span<const rule> all, std::uint16_t base) {
            for (const rule& r : all) {
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

/// Whether `f.operator()<I>()` answers yes for every I below N.
template <std::size_t N, class F>
constexpr bool all_of(F f) {
    return [&]<std::size_t... I>(std::index_sequence<I...>) { return (f.template operator()<I>() && ...); }
    (std::make_index_sequence<N>{});
}

/// What a cell of an object's block was filled from, where that is present.
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

/// Whether nothing can be said of an object whose members are all there and valid.
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

/// Whether no two elements of a short list have the same text (0), or that of a member.
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
    if (std::is_constant_evaluated()) return false;  // Where a void pointer leads to nothing.
    const void* const object = c.source->object();
    if (object == nullptr) return false;
    const auto& list = value_at<Slot>(*static_cast<const T*>(object));
    for (const auto& e : list) {
        if (!is_valid_element(e, parsed)) return false;
    }
    constexpr auto& asked = clauses_at<T, Slot, is_unique>;
    return all_of<asked.size()>([&]<std::size_t I>() { return are_few_and_unique<asked[I]->member>(list); });
}

/// `checked_cell::is_valid`.
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

/// A cell whose value may be wrong by itself.
struct checked_cell {
    std::uint16_t slot = 0;
    /// Whether a value that is present is certainly not blank, not empty, within its note, and of all forms that rules
    /// demand of it; and so for the elements of a list, which are all different where a rule demands that. `parsed`
    /// says that texts are known to be UTF-8.
    bool (*is_valid)(const cell&, bool parsed) = nullptr;
};

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

}  // namespace vouch::detail
