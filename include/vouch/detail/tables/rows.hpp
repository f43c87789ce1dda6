// SPDX-License-Identifier: BSL-1.0
// From shapes to constant tables: types, fields, the cells of blocks, rules.
#pragma once

#include <vouch/detail/tables/setters.hpp>
#include <vouch/detail/tables/within.hpp>
#include <vouch/shape_of.hpp>

#include <algorithm>
#include <array>

namespace vouch::inline VOUCH_ABI::detail {

template <class E>
constexpr auto enumerator_table() {
    std::array<enumerator_info, enumerator_count<E>> table{};
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] = {described_enumerators<E>[i].name, {}, described_enumerators<E>[i].value};
    for (const value_draft& v : shape_v<E>.values) {
        table[v.position].doc = v.doc;
        if (!v.text.empty()) table[v.position].name = v.text;
    }
    return table;
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
        t.element = &type_of<element_of<V>>;
        t.set = setters_of<list_end<element_of<V>>>();
    } else if constexpr (k == kind::map) {
        t.element = &type_of<element_of<V>>;
        t.set = setters_of<map_element<element_of<V>>>();
        t.at = &element_at<V>;
    }
    return t;
}

constexpr asked_checks asked_by(const limits& n) {
    return {.range = !n.range.rule.id.empty(),
            .one_of = !n.one_of.rule.id.empty(),
            .multiple = !n.multiple_of.rule.id.empty(),
            .length = !n.length.rule.id.empty() || !n.length.min_rule.id.empty(),
            .form = !n.matches.rule.id.empty()};
}

template <class T, std::size_t... I>
constexpr auto field_table(std::index_sequence<I...>) {
    std::array<field_info, sizeof...(I)> table{field_info{.name = member_at<T, I>::name,
                                                          .kind = kind_of<value_of<member_type_at<T, I>>>(),
                                                          .required = !is_optional<member_type_at<T, I>>,
                                                          .type = &type_of<value_of<member_type_at<T, I>>>,
                                                          .set = setters_of<member_of<T, I>>()}...};
    for (std::size_t i = 0; i < table.size(); ++i) {
        table[i].index = static_cast<std::uint8_t>(i);
        table[i].slot = first_slots<T>[i];
    }
    for (const field_draft<T>& f : shape_v<T>.fields) {
        const note& n = f.note;
        if (!n.key.empty()) table[f.index].name = n.key;
        table[f.index].doc = f.doc;
        table[f.index].notes = &n;
        table[f.index].in_query = n.in == carried_in::query;
        table[f.index].asks = asked_by(limits_of(n));
        table[f.index].asks.deprecated = !n.deprecated.rule.id.empty();
        table[f.index].asks.blank = n.blank == blank::absent || n.blank == blank::warned;
        table[f.index].asks.unique = n.unique;
        table[f.index].asks_elements = asked_by(limits_of(n.elements));
        table[f.index].asks_keys = asked_by(limits_of(n.keys));
    }
    return table;
}

template <class T>
inline constexpr auto field_rows = field_table<T>(member_numbers<T>{});

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

/// The cells of lists and maps.
template <class T>
constexpr auto list_cell_table() {
    constexpr auto is_list = [](const cell_row& row) { return has_elements(row.kind); };
    constexpr auto n = static_cast<std::size_t>(std::count_if(cell_rows<T>.begin(), cell_rows<T>.end(), is_list));
    std::array<std::uint16_t, n> found{};
    for (std::size_t i = 0, to = 0; i < cell_rows<T>.size(); ++i) {
        if (is_list(cell_rows<T>[i])) found[to++] = static_cast<std::uint16_t>(i);
    }
    return found;
}

template <class T>
inline constexpr auto list_cells = list_cell_table<T>();

/// The clauses of a struct's rules, each with its conditions and the other cells that it reads.
template <class T>
constexpr auto clause_table() {
    constexpr auto& s = shape_v<T>;
    std::array<clause, s.clauses.size()> table{};
    std::size_t conditions = 0;
    std::size_t reads = 0;
    for (std::size_t i = 0; i < table.size(); ++i) {
        table[i] = s.clauses[i].data;
        table[i].when = {s.conditions.data() + conditions, s.clauses[i].conditions};
        table[i].reads = {s.reads.data() + reads, s.clauses[i].reads};
        conditions += s.clauses[i].conditions;
        reads += s.clauses[i].reads;
    }
    return table;
}

template <class T>
inline constexpr auto clauses = clause_table<T>();

template <class T>
constexpr auto rule_table() {
    constexpr auto& s = shape_v<T>;
    std::array<rule_row, s.rules.size()> table{};
    std::size_t first = 0;
    for (std::size_t i = 0; i < table.size(); ++i) {
        table[i] = {s.rules[i].words, {clauses<T>.data() + first, s.rules[i].clauses}};
        first += s.rules[i].clauses;
    }
    return table;
}

template <class T>
inline constexpr auto rules = rule_table<T>();

/// Used in place of the tables of a rejected schema.
inline constexpr object_info no_object{};

template <class T>
constexpr object_info make_object() {
    object_info o{.doc = shape_v<T>.doc,
                  .tolerance = shape_v<T>.tolerance,
                  .source = shape_v<T>.source,
                  .foreign = shape_v<T>.foreign,
                  .fields = field_rows<T>,
                  .rules = rules<T>,
                  .cells = cell_rows<T>,
                  .lists = list_cells<T>};
    for (const field_info& f : field_rows<T>) {
        if (f.required) o.required.add(f.index);
    }
    return o;
}

}  // namespace vouch::detail
