// SPDX-License-Identifier: BSL-1.0
// The customization point: `constexpr auto shape_of(vouch::of<T>)`, found by ADL, returns describe<T>(...): what a
// struct or an enum means, its fields or values, and its rules.
#pragma once

#include <vouch/annotate.hpp>
#include <vouch/built_in_rules.hpp>
#include <vouch/constrain.hpp>

#include <array>
#include <initializer_list>

namespace vouch::inline VOUCH_ABI {
namespace detail {

struct foreign_names {
    std::span<const foreign_name> names{};
};

struct reference_name {
    std::string_view name{};
};

/// A member's documentation.
template <class T>
struct field_draft {
    std::size_t index = not_described;
    std::string_view doc{};
    vouch::note note{};
};

/// A rule of a `T`.
template <class T, std::size_t Clauses, std::size_t Conditions, std::size_t Reads>
struct rule_draft {
    rule_words words;
    clause_list<T, Clauses, Conditions, Reads> clauses;
};

/// An enumerator's documentation.
struct value_draft {
    std::size_t position = not_described;
    std::string_view doc{};
    std::string_view text{};  ///< In JSON, if it is not the enumerator's name.
};

/// The number of parts of each kind in a shape.
struct shape_size {
    std::size_t fields = 0;
    std::size_t rules = 0;
    std::size_t clauses = 0;
    std::size_t conditions = 0;
    std::size_t reads = 0;
};

/// The first mistake found while building a shape: a field's position or a rule's id, and the rest of the sentence.
struct shape_mistake {
    std::size_t field = not_described;
    std::string_view rule{};
    clause_mistake of_clause{};
};

/// A struct's documentation and rules. Rules, clauses, conditions and reads are each stored in one array, in order.
template <class T, shape_size Size>
struct shape {
    struct rule_entry {
        rule_words words{};
        std::size_t clauses = 0;
    };
    using clause_entry = typename clause_list<T, 0, 0, 0>::entry;

    std::string_view doc;
    vouch::tolerance tolerance = vouch::tolerance::strict;
    std::string_view source{};
    std::span<const foreign_name> foreign{};
    std::array<field_draft<T>, Size.fields> fields{};
    std::array<rule_entry, Size.rules> rules{};
    std::array<clause_entry, Size.clauses> clauses{};
    std::array<condition, Size.conditions> conditions{};
    std::array<std::uint16_t, Size.reads> reads{};
    shape_mistake mistake{};
};

/// An enum's documentation.
template <class E, std::size_t Values>
struct enum_shape {
    std::string_view doc;
    std::array<value_draft, Values> values;
};

/// Gives what limits a value a rule: its own, or the built-in one.
template <class N>
constexpr void set_rules(N& n) {
    const auto set = [](rule_words& rule, bool limits, const rule_words& built_in) {
        if (rule.id.empty() && limits) rule = built_in;
    };
    set(n.range.rule, n.range.is_limit(), built_in_rules::out_of_range);
    set(n.one_of.rule, !n.one_of.values.empty(), built_in_rules::value_not_allowed);
    set(n.multiple_of.rule, n.multiple_of.of != 0, built_in_rules::not_a_multiple);
    set(n.length.min_rule, n.length.min != 0, n.length.rule.id.empty() ? built_in_rules::too_short : n.length.rule);
    set(n.length.rule, n.length.has_max(), built_in_rules::too_long);
    set(n.matches.rule, static_cast<bool>(n.matches.form), built_in_rules::wrong_form);
}

constexpr note with_rules(note n) {
    set_rules(n);
    set_rules(n.elements);
    set_rules(n.keys);
    return n;
}

/// Sorts the arguments of `describe` into a shape.
template <class T, shape_size Size>
class shape_builder {
public:
    constexpr explicit shape_builder(std::string_view doc) : made_{doc} {}

    template <class U>
    constexpr void add(const field_draft<U>& f) {
        if constexpr (std::is_same_v<T, U>)
            made_.fields[count_.fields] = {f.index, f.doc, with_rules(f.note)};
        else
            note({count_.fields, {}, {0, "a field(...) describes a member of another struct"}});
        ++count_.fields;
    }
    template <class U, std::size_t C, std::size_t N, std::size_t R>
    constexpr void add(const rule_draft<U, C, N, R>& r) {
        made_.rules[count_.rules++] = {r.words, C};
        for (const auto& c : r.clauses.clauses) made_.clauses[count_.clauses++] = {c.data, c.conditions, c.reads};
        for (const condition& c : r.clauses.conditions) made_.conditions[count_.conditions++] = c;
        for (const std::uint16_t slot : r.clauses.reads) made_.reads[count_.reads++] = slot;
        if (!std::is_same_v<T, U>)
            note({not_described, r.words.id, {0, "its members belong to another struct"}});
        else if (!r.clauses.mistake.text.empty())
            note({not_described, r.words.id, r.clauses.mistake});
    }
    constexpr void add(const rule_words& r) {
        note({not_described, r.id, {0, "it has no clause that says when it is broken"}});
    }
    constexpr void add(vouch::tolerance t) { made_.tolerance = t; }
    constexpr void add(reference_name r) { made_.source = r.name; }
    constexpr void add(foreign_names f) { made_.foreign = f.names; }

    [[nodiscard]] constexpr const shape<T, Size>& made() const { return made_; }

private:
    constexpr void note(const shape_mistake& m) {
        if (made_.mistake.of_clause.text.empty()) made_.mistake = m;
    }

    shape<T, Size> made_;
    shape_size count_{};
};

template <class U>
constexpr shape_size size_of(const field_draft<U>*) {
    return {.fields = 1};
}
template <class U, std::size_t C, std::size_t N, std::size_t R>
constexpr shape_size size_of(const rule_draft<U, C, N, R>*) {
    return {.rules = 1, .clauses = C, .conditions = N, .reads = R};
}
constexpr shape_size size_of(const void*) { return {}; }

template <class... Parts>
constexpr shape_size size_of_all() {
    shape_size all;
    const auto add = [&](const shape_size& s) {
        all.fields += s.fields;
        all.rules += s.rules;
        all.clauses += s.clauses;
        all.conditions += s.conditions;
        all.reads += s.reads;
    };
    for (const shape_size& s : {shape_size{}, size_of(static_cast<const Parts*>(nullptr))...}) add(s);
    return all;
}

}  // namespace detail

namespace notation {

/// A member: what it means, in a sentence or two, and its notes.
template <class T, class M>
constexpr detail::field_draft<T> field(M T::*member, std::string_view doc, const note& n = {}) {
    return {detail::index_of(member), doc, n};
}

/// A rule: what it is, when it is broken, what to say.
template <class T, std::size_t C, std::size_t N, std::size_t R>
constexpr detail::rule_draft<T, C, N, R> rule(const rule_head& head, const detail::clause_list<T, C, N, R>& clauses,
                                              const words& w) {
    return {{head, w}, clauses};
}
/// A rule that several structs share.
template <class T, std::size_t C, std::size_t N, std::size_t R>
constexpr detail::rule_draft<T, C, N, R> rule(const rule_words& shared,
                                              const detail::clause_list<T, C, N, R>& clauses) {
    return {shared, clauses};
}

/// An enumerator: what it means, in a sentence.
template <described_enum E>
constexpr detail::value_draft value(E e, std::string_view doc) {
    return {detail::position_of(e), doc, {}};
}
/// An enumerator with another text in JSON than its name: `value(us_east_1, "us-east-1", "The East.")`.
template <described_enum E>
constexpr detail::value_draft value(E e, std::string_view text, std::string_view doc) {
    return {detail::position_of(e), doc, text};
}

/// Names that people write for something else, and what to tell them. They must have static storage duration.
constexpr detail::foreign_names foreign(std::span<const foreign_name> names) { return {names}; }

/// Where the rules of a document come from, unless they say so themselves: "API reference". Shown with each finding.
constexpr detail::reference_name reference(std::string_view name) { return {name}; }

/// Documents of this struct may have more members than the schema.
inline constexpr auto tolerant = tolerance::tolerant;

/// A struct: what it means, then its fields and rules, in order; `tolerant`, `foreign(...)` and `reference(...)`
/// may appear anywhere.
template <class T, class... Parts>
    requires(!std::is_enum_v<T>)
constexpr auto describe(std::string_view doc, const Parts&... parts) {
    detail::shape_builder<T, detail::size_of_all<Parts...>()> builder(doc);
    (void)std::initializer_list<int>{(builder.add(parts), 0)...};  // A fold has at most 256 parts with clang.
    return builder.made();
}
/// An enum: what it means, and its values.
template <class E, class... V>
    requires std::is_enum_v<E>
constexpr detail::enum_shape<E, sizeof...(V)> describe(std::string_view doc, V... values) { return {doc, {values...}}; }

}  // namespace notation

namespace detail {

struct no_shape {};

}  // namespace detail

/// The shape of a type, found by ADL. This is the default: the type is not described.
template <class T>
constexpr detail::no_shape shape_of(of<T>) {
    return {};
}

namespace detail {

template <class T>
concept has_shape = !std::same_as<decltype(shape_of(of<T>{})), no_shape>;

/// The shape of a described type.
template <class T>
inline constexpr auto shape_v = shape_of(of<T>{});

}  // namespace detail
}  // namespace vouch
