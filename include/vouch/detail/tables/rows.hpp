// SPDX-License-Identifier: BSL-1.0
// From types to tables: places for values, types, fields, the cells of blocks.
#pragma once

#include <vouch/tables.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace vouch::detail {

/// The end of a list, as a place for a value.
template <class E>
struct list_end {
    using value = E;
    template <class... From>
    static E& put(void* list, From... from) {
        static_assert(!std::same_as<E, bool>,
                      "a list of booleans cannot be read: std::vector<bool> has no elements to point to");
        auto& v = *static_cast<std::vector<E>*>(list);
        if (v.capacity() == 0) v.reserve(4);
        return v.emplace_back(from...);
    }
    static E& fresh(void* list, bool) { return put(list); }
};

/// A member of an object, as a place for a value.
template <class T, class D>
struct member_of {
    using value = value_of<member_type<T, D>>;
    template <class... From>
    static value& put(void* object, From... from) {
        auto& m = static_cast<T*>(object)->*D::pointer;
        if constexpr (is_optional<member_type<T, D>>)
            return m.emplace(from...);
        else
            return m = value(from...);
    }
    static value& fresh(void* object, bool again) {
        if constexpr (!is_optional<member_type<T, D>>) {
            if (!again) [[likely]]
                return static_cast<T*>(object)->*D::pointer;
        }
        return put(object);
    }
};

template <class Place>
void* put_fresh(void* to, bool again) {
    return &Place::fresh(to, again);
}
template <class Place>
void put_integer(void* to, std::int64_t v) {
    Place::put(to, static_cast<typename Place::value>(v));
}
template <class Place>
void put_number(void* to, double v) {
    Place::put(to, v);
}
template <class Place>
void put_text(void* to, std::string_view v) {
    Place::put(to, v);
}

template <class Place>
constexpr put_functions put_into() {
    constexpr kind k = kind_of<typename Place::value>();
    if constexpr (k == kind::object || k == kind::list)
        return {.fresh = &put_fresh<Place>};
    else if constexpr (k == kind::text)
        return {.text = &put_text<Place>};
    else if constexpr (k == kind::number)
        return {.number = &put_number<Place>};
    else
        return {.integer = &put_integer<Place>};
}

template <class E>
constexpr auto enumerator_table() {
    return []<template <class...> class L, class... D>(L<D...>) {
        std::array<enumerator_info, sizeof...(D)> table{
            enumerator_info{D::name, {}, static_cast<std::int64_t>(D::value)}...};
        for (const value_note& v : shape_v<E>.values) table[v.position].doc = v.doc;
        return table;
    }(enumerator_list<E>{});
}

template <class E>
inline constexpr auto enumerators = enumerator_table<E>();

template <class E>
inline constexpr enum_info enum_of{shape_v<E>.doc, enumerators<E>};

template <class T>
constexpr object_info make_object();

template <class T>
inline constexpr object_info object_of = make_object<T>();

template <class V>
constexpr type_info make_type();

template <class V>
inline constexpr type_info type_of = make_type<V>();

template <class V>
constexpr type_info make_type() {
    constexpr kind k = kind_of<V>();
    type_info t{.kind = k};
    if constexpr (k == kind::enumeration) {
        t.enumeration = &enum_of<V>;
    } else if constexpr (k == kind::object) {
        t.object = &object_of<V>;
    } else if constexpr (k == kind::list) {
        static_assert(!is_list<typename list_traits<V>::element>, "a list of lists is not supported");
        t.element = &type_of<typename list_traits<V>::element>;
        t.put = put_into<list_end<typename list_traits<V>::element>>();
    }
    return t;
}

template <class T>
constexpr auto field_table() {
    return []<template <class...> class L, class... D>(L<D...>) {
        std::array<field_info, sizeof...(D)> table{field_info{.name = D::name,
                                                              .kind = kind_of<value_of<member_type<T, D>>>(),
                                                              .required = !is_optional<member_type<T, D>>,
                                                              .type = &type_of<value_of<member_type<T, D>>>,
                                                              .put = put_into<member_of<T, D>>()}...};
        for (std::size_t i = 0; i < table.size(); ++i) {
            table[i].index = static_cast<std::uint8_t>(i);
            table[i].bit = std::uint64_t{1} << i;
            table[i].slot = slots<T>[i];
        }
        for (const field_note& f : shape_v<T>.fields) {
            const note& n = f.note;
            table[f.index].notes = &n;
            table[f.index].in_query = n.in == location::query;
            table[f.index].asks = {.range = !n.range.rule.id.empty(),
                                   .one_of = !n.one_of.rule.id.empty(),
                                   .length = !n.length.rule.id.empty(),
                                   .deprecated = !n.deprecated.rule.id.empty(),
                                   .blank = n.blank != blank::kept};
        }
        return table;
    }(member_list<T>{});
}

template <class T>
inline constexpr auto field_rows = field_table<T>();

template <class T>
constexpr auto cell_table() {
    std::array<cell_row, width_of<T>()> rows{};
    for (const field_info& f : field_rows<T>) {
        rows[f.slot] = {&f, f.type->object, 0, f.kind, f.required};
        if (f.kind != kind::object) continue;
        for (std::size_t i = 1; i < f.type->object->cells.size(); ++i) {
            cell_row& row = rows[f.slot + i];
            row = f.type->object->cells[i];
            row.parent = static_cast<std::uint16_t>(f.slot + row.parent);
        }
    }
    return rows;
}

template <class T>
inline constexpr auto cell_rows = cell_table<T>();

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

/// The cells that answer yes.
template <class T, class F>
constexpr auto cells_that(F f) {
    constexpr std::size_t n = static_cast<std::size_t>(std::count_if(cell_rows<T>.begin(), cell_rows<T>.end(), F{}));
    std::array<std::uint16_t, n> slots{};
    for (std::size_t i = 0, to = 0; i < cell_rows<T>.size(); ++i) {
        if (f(cell_rows<T>[i])) slots[to++] = static_cast<std::uint16_t>(i);
    }
    return slots;
}

template <class T>
inline constexpr auto list_cells = cells_that<T>([](const cell_row& row) { return row.kind == kind::list; });

/// Calls `f(rules, base)` for the rules of a block's object and of those within.
template <class T, class F>
constexpr void each_rules(F f) {
    f(std::span<const constraint>(shape_v<T>.rules), std::uint16_t{0});
    for (std::size_t slot = 1; slot < cell_rows<T>.size(); ++slot) {
        const cell_row& row = cell_rows<T>[slot];
        if (row.kind == kind::object) f(row.object->rules, static_cast<std::uint16_t>(slot));
    }
}

}  // namespace vouch::detail
