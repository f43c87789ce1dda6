// SPDX-License-Identifier: BSL-1.0
// The customisation point: `constexpr auto shape_of(vouch::of<T>)`, found by ADL, returns describe<T>(...). What it
// says is proved here to be complete and consistent; each refusal is one sentence.
#pragma once

#include <vouch/constrain.hpp>

#include <array>

namespace vouch {

/// A member's note.
struct field_note {
    const void* owner = nullptr;
    std::size_t index = detail::not_described;
    vouch::note note{};
};

/// An enumerator's text.
struct value_note {
    std::size_t position = detail::not_described;
    std::string_view doc{};
};

/// How a document is read that may know more than the schema: no diagnostics for unknown members and for nulls.
enum class reading_manner : std::uint8_t { strict, tolerant };

/// A name that people write for something else, and what to tell them.
struct foreign_name {
    std::string_view name{};
    std::string_view help{};
};

/// A struct's documentation and rules.
template <class T, std::size_t Fields, std::size_t Rules>
struct shape {
    std::string_view doc;
    reading_manner manner;
    std::span<const foreign_name> foreign;
    std::array<field_note, Fields> fields;
    std::array<constraint, Rules> rules;
};

/// An enum's documentation.
template <class E, std::size_t Values>
struct enum_shape {
    std::string_view doc;
    std::array<value_note, Values> values;
};

namespace notation {

template <class T, class M>
constexpr field_note field(M T::*member, const note& n) {
    return {&detail::type_tag<T>, detail::index_of(member), n};
}
template <class... F>
constexpr std::array<field_note, sizeof...(F)> fields(const F&... f) {
    return {f...};
}
template <class... R>
constexpr std::array<constraint, sizeof...(R)> rules(const R&... r) {
    return {r...};
}
template <described_enum E>
constexpr value_note value(E e, std::string_view doc) {
    return {detail::position_of(e), doc};
}

template <described_struct T, std::size_t F, std::size_t R = 0>
constexpr shape<T, F, R> describe(std::string_view doc, const std::array<field_note, F>& f,
                                  const std::array<constraint, R>& r = {},
                                  reading_manner manner = reading_manner::strict,
                                  std::span<const foreign_name> foreign = {}) {
    return {doc, manner, foreign, f, r};
}
template <described_enum E, class... V>
constexpr enum_shape<E, sizeof...(V)> describe(std::string_view doc, V... values) {
    return {doc, {values...}};
}

inline constexpr auto strict = reading_manner::strict;
inline constexpr auto tolerant = reading_manner::tolerant;

}  // namespace notation

namespace detail {

template <class T>
concept has_shape = requires {
    shape_of(of<T>{});
};

template <class T>
constexpr auto checked_shape();

/// The shape of a described type, proved.
template <class T>
inline constexpr auto shape_v = checked_shape<T>();

template <class E, std::size_t N>
constexpr flaw flaw_of(const enum_shape<E, N>& s) {
    std::uint64_t seen = 0;
    for (const value_note& v : s.values) {
        if (v.doc.empty() || v.position == not_described) return flaw::enumerator_without_text;
        seen |= std::uint64_t{1} << v.position;
    }
    constexpr std::size_t count = length_of<enumerator_list<E>>;
    static_assert(count <= 63, "an enum has at most 63 enumerators");
    if (seen != (std::uint64_t{1} << count) - 1) return flaw::enumerator_without_text;
    return []<template <class...> class L, class... D>(L<D...>) {
        return (true && ... && (static_cast<std::int64_t>(D::value) >= 1)) ? flaw::none : flaw::enumerator_below_one;
    }(enumerator_list<E>{});
}

/// Whether a note's constant is of a field's type.
template <class V>
constexpr bool is_of_type(const constant& c) {
    using type = constant::type;
    switch (kind_of<V>()) {
    case kind::boolean: return c.holds == type::boolean;
    case kind::int32:
    case kind::int64: return c.holds == type::integer;
    case kind::number: return c.holds == type::number || c.holds == type::integer;
    case kind::text: return c.holds == type::text;
    case kind::enumeration:
        if constexpr (described_enum<V>) {
            return c.holds == type::enumerator && c.integer < static_cast<std::int64_t>(length_of<enumerator_list<V>>);
        }
        return false;
    case kind::list:
        if constexpr (is_list<V>) return is_of_type<typename list_traits<V>::element>(c);
        return false;
    case kind::object: break;
    }
    return false;
}

constexpr bool is_allowed(const note& n, const constant& c) {
    if (!n.range.rule.id.empty() && !(c.number >= n.range.min && c.number <= n.range.max)) return false;
    if (c.holds == constant::type::text && c.text.size() > n.length.max) return false;
    if (n.one_of.values.empty()) return true;
    for (const std::int64_t v : n.one_of.values) {
        if (v == c.integer) return true;
    }
    return false;
}

template <class M>
constexpr flaw flaw_of_field(const note& n) {
    using V = value_of<M>;
    constexpr kind k = kind_of<V>();
    constexpr bool numeric = k == kind::int32 || k == kind::int64 || k == kind::number;
    if (n.doc.empty()) return flaw::field_without_doc;
    if (n.range.min > n.range.max) return flaw::range_upside_down;
    if ((!n.range.rule.id.empty() && !numeric) || (!n.one_of.values.empty() && k != kind::int32 && k != kind::int64) ||
        (!n.length.rule.id.empty() && k != kind::text && k != kind::list) ||
        (n.blank != blank::kept && (k != kind::text || !is_optional<M>)) || (n.secret && k != kind::text)) {
        return flaw::note_on_wrong_type;
    }
    if (n.example.holds != constant::type::none) {
        if (!is_of_type<V>(n.example)) return flaw::example_of_wrong_type;
        if (!is_allowed(n, n.example)) return flaw::example_against_note;
    }
    if (n.default_value.holds != constant::type::none) {
        if (!is_of_type<V>(n.default_value)) return flaw::default_of_wrong_type;
        if (!is_allowed(n, n.default_value)) return flaw::default_against_note;
    }
    return flaw::none;
}

template <class T, template <class...> class L, class... D>
constexpr flaw flaw_of_note(const field_note& f, L<D...>) {
    flaw found = flaw::none;
    std::size_t i = 0;
    ((i++ == f.index ? void(found = flaw_of_field<member_type<T, D>>(f.note)) : void()), ...);
    return found;
}

template <class T, std::size_t F, std::size_t R>
constexpr flaw flaw_of(const shape<T, F, R>& s) {
    constexpr std::size_t count = length_of<member_list<T>>;
    static_assert(count <= 64, "a struct has at most 64 described members");
    std::uint64_t seen = 0;
    for (const field_note& f : s.fields) {
        if (f.owner != &type_tag<T>) return flaw::note_of_another_struct;
        if (f.index == not_described) return flaw::member_not_described;
        if ((seen >> f.index & 1U) != 0) return flaw::member_noted_twice;
        seen |= std::uint64_t{1} << f.index;
        if (const flaw found = flaw_of_note<T>(f, member_list<T>{}); found != flaw::none) return found;
    }
    if (F != count) return flaw::member_without_note;
    for (std::size_t i = 0; i < R; ++i) {
        const constraint& r = s.rules[i];
        if (r.info.id.empty()) return flaw::rule_without_id;
        if (r.info.message.empty()) return flaw::rule_without_message;
        if (r.count == 0) return flaw::rule_without_clause;
        for (const clause& c : r.ways()) {
            if (c.found != flaw::none) return c.found;
            if (c.owner != &type_tag<T>) return flaw::rule_of_another_struct;
        }
        for (std::size_t j = 0; j < i; ++j) {
            if (s.rules[j].info.id == r.info.id) return flaw::rule_defined_twice;
        }
        for (const field_note& f : s.fields) {
            const note& n = f.note;
            for (const rule_info* other : {&n.range.rule, &n.one_of.rule, &n.length.rule, &n.deprecated.rule}) {
                if (other->id == r.info.id) return flaw::rule_defined_twice;
            }
        }
    }
    return flaw::none;
}

template <class T>
constexpr auto checked_shape() {
    static_assert(has_shape<T>, "a described type needs constexpr auto shape_of(vouch::of<T>) beside it");
    constexpr auto s = shape_of(of<T>{});
    constexpr flaw found = flaw_of(s);
    if constexpr (described_struct<T>) {
        static_assert(!hides_a_member<T>(), "a member of the struct was not given to BOOST_DESCRIBE_STRUCT");
    }
    static_assert(found != flaw::member_not_described,
                  "a member that the schema names was not given to BOOST_DESCRIBE_STRUCT");
    static_assert(found != flaw::member_without_note, "a described member has no field(...) note");
    static_assert(found != flaw::member_noted_twice, "a member has two field(...) notes");
    static_assert(found != flaw::note_of_another_struct, "a field(...) note names a member of another struct");
    static_assert(found != flaw::enumerator_without_text, "an enumerator has no value(...) text");
    static_assert(found != flaw::enumerator_below_one,
                  "an enumerator's value is below 1: 0 means that nobody set the field");
    static_assert(found != flaw::field_without_doc, "a field(...) note has no doc");
    static_assert(found != flaw::range_upside_down, "a range's min is above its max");
    static_assert(found != flaw::note_on_wrong_type, "a note does not fit the type of its field");
    static_assert(found != flaw::example_of_wrong_type, "an example is not of its field's type");
    static_assert(found != flaw::example_against_note, "an example is against its field's own constraint");
    static_assert(found != flaw::default_of_wrong_type, "a default is not of its field's type");
    static_assert(found != flaw::default_against_note, "a default is against its field's own constraint");
    static_assert(found != flaw::rule_without_id, "a rule has no id");
    static_assert(found != flaw::rule_without_message, "a rule has no message");
    static_assert(found != flaw::rule_defined_twice, "two rules of one shape have the same id");
    static_assert(found != flaw::rule_of_another_struct, "a rule's fields belong to another struct than its shape");
    static_assert(found != flaw::rule_without_clause, "a rule has no clause that says when it is broken");
    static_assert(found != flaw::present_on_required, "a rule demands the presence of a required member");
    return s;
}

}  // namespace detail
}  // namespace vouch
