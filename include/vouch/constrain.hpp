// SPDX-License-Identifier: BSL-1.0
// How a schema says when a rule is broken: when(field, predicate).then(field, predicate), or else satisfies(...).
// A rule that reads the fields a and b and reports at c is written with the member pointers &T::a, &T::b and
// &T::c; at(...) reaches into objects.
#pragma once

#include <vouch/clause.hpp>
#include <vouch/detail/tables/members.hpp>
#include <vouch/forms.hpp>

#include <span>

#include <vouch/detail/macros_off.hpp>

namespace vouch::inline VOUCH_ABI {

namespace detail {

struct any_value {};

/// A predicate for fields of value type `V` only.
template <class V>
struct predicate_on {
    predicate p;
    std::string_view mistake{};  ///< What is wrong with it, for the sentence that rejects the schema.
};

/// Whether a predicate over `V` applies to a field that holds an `F`.
template <class F, class V>
inline constexpr bool askable = std::same_as<V, any_value> || std::same_as<F, V> ||
                                (std::same_as<V, double> && (is_integer(kind_of<F>()) || is_floating(kind_of<F>())));

/// A field somewhere in the block of a `T`.
template <class T, class M>
struct ref {
    std::uint16_t slot = 0;
};

template <class T, class M>
constexpr ref<T, M> at(M T::*member) {
    return {slot_of<T>(index_of(member))};
}
template <class T, class M>
constexpr ref<T, M> at(ref<T, M> r) {
    return r;
}
template <class T, class M, class U, class N>
constexpr ref<T, N> joined(ref<T, M> outer, ref<U, N> inner) {
    const bool known = outer.slot != 0 && inner.slot != 0;
    return {known ? static_cast<std::uint16_t>(outer.slot + inner.slot) : std::uint16_t{0}};
}
template <class T, class M, class Next, class... More>
constexpr auto at(M T::*member, Next value_of<M>::*next, More... more) {
    return joined(at(member), at(next, more...));
}

/// What is wrong with a clause: the cell of a member that it names, and the rest of the sentence.
struct clause_mistake {
    std::uint16_t slot = 0;
    std::string_view text{};
};

template <auto Function, std::size_t... I>
constexpr bool call(const cell* const* cells, std::index_sequence<I...>) {
    return Function(*cells[I]...);
}
template <auto Function, std::size_t N>
constexpr bool call_with(const cell* const* cells) {
    return call<Function>(cells, std::make_index_sequence<N>{});
}

/// One or more clauses of a rule of a `T`, before its shape takes them.
template <class T, std::size_t Clauses, std::size_t Conditions, std::size_t Reads>
struct clause_list {
    struct entry {
        clause data{};
        std::size_t conditions = 0;
        std::size_t reads = 0;
    };
    std::array<entry, Clauses> clauses{};
    std::array<condition, Conditions> conditions{};
    std::array<std::uint16_t, Reads> reads{};
    clause_mistake mistake{};
};

/// The conditions of a clause that has no place yet: what `when` begins.
template <class T, std::size_t Conditions>
struct clause_start {
    std::array<condition, Conditions> conditions{};
    clause_mistake mistake{};

    /// Adds a condition. All conditions must certainly hold.
    template <class Field, class V>
    [[nodiscard]] constexpr auto when(Field field, predicate_on<V> p) const {
        clause_mistake found = mistake;
        const condition added{at(field).slot, asked(at(field), p, found)};
        return [&]<std::size_t... I>(std::index_sequence<I...>) {
            return clause_start<T, Conditions + 1>{{conditions[I]..., added}, found};
        }
        (std::make_index_sequence<Conditions>{});
    }

    /// The rule is broken if the conditions hold and `field` violates `p`. A predicate about values is only violated by
    /// a value that is present.
    template <class Field, class V>
    [[nodiscard]] constexpr auto then(Field field, predicate_on<V> p) const {
        return demand(at(field), p);
    }

    /// The rule is broken if the conditions hold and the clause, which has none of its own, says so.
    template <std::size_t Reads>
    [[nodiscard]] constexpr auto then(const clause_list<T, 1, 0, Reads>& demanded) const {
        clause_list<T, 1, Conditions, Reads> done;
        done.clauses[0] = {demanded.clauses[0].data, Conditions, Reads};
        done.conditions = conditions;
        done.reads = demanded.reads;
        done.mistake = mistake.text.empty() ? demanded.mistake : mistake;
        return done;
    }

    /// The rule is broken if the conditions hold.
    template <class Field>
    [[nodiscard]] constexpr auto report(Field field) const {
        return place<0>(at(field), {.kind = clause::test::report});
    }

    /// The rule is broken if the conditions hold and `Function` returns false for the cells of `field` and `reads`.
    /// It is not called if one of them is wrong; it has to handle absent ones itself.
    template <auto Function, class Field, class... Reads>
    [[nodiscard]] constexpr auto satisfies(Field field, Reads... reads) const {
        constexpr std::size_t n = 1 + sizeof...(reads);
        static_assert(n <= clause::max_reads, "satisfies(...) reads at most 16 fields");
        auto done = place<n>(at(field), {.kind = clause::test::satisfies, .function = &call_with<Function, n>});
        done.reads = {at(field).slot, at(reads).slot...};
        for (const std::uint16_t slot : done.reads) require_described(slot, done.mistake);
        return done;
    }

    template <std::size_t Reads, class M>
    [[nodiscard]] constexpr auto place(ref<T, M> r, clause c) const {
        c.place = r.slot;
        clause_list<T, 1, Conditions, Reads> done;
        done.clauses[0] = {c, Conditions, Reads};
        done.conditions = conditions;
        done.mistake = mistake;
        require_described(r.slot, done.mistake);
        return done;
    }

    /// A predicate, adapted to a field.
    template <class M, class V>
    static constexpr predicate asked(ref<T, M> r, predicate_on<V> p, clause_mistake& m) {
        p.p.number = kind_of<value_of<M>>();
        if (!askable<value_of<M>, V>) note(m, {r.slot, "is compared with a value of another type"});
        if (!p.mistake.empty()) note(m, {r.slot, p.mistake});
        require_described(r.slot, m);
        return p.p;
    }

    static constexpr void require_described(std::uint16_t slot, clause_mistake& m) {
        if (slot == 0) note(m, {0, "a member that it names was not given to BOOST_DESCRIBE_STRUCT"});
    }
    static constexpr void note(clause_mistake& m, const clause_mistake& found) {
        if (m.text.empty()) m = found;
    }

private:
    template <class M, class V>
    [[nodiscard]] constexpr auto demand(ref<T, M> r, predicate_on<V> p) const {
        clause_start with_demand = *this;
        const predicate asks = asked(r, p, with_demand.mistake);
        if (!is_optional<M> && p.p.asks_presence())
            note(with_demand.mistake, {r.slot, "is required already, so its presence cannot be demanded"});
        return with_demand.template place<0>(r, {.kind = clause::test::then, .demand = asks});
    }
};

template <class T, class M>
T owner_of(M T::*);
template <class T, class M>
T owner_of(ref<T, M>);

/// The struct that a member pointer or an `at(...)` starts from.
template <class Field>
using owner = decltype(owner_of(std::declval<Field>()));

/// Whether a value is a list, or if `Maps` a map, of strings.
template <class V, bool Maps>
constexpr bool has_texts() {
    if constexpr (is_list<V> || (Maps && is_map<V>))
        return std::same_as<element_of<V>, std::string>;
    else
        return false;
}

/// A clause about the strings of a list, or of a map as well.
template <bool Maps, class T, class M>
constexpr auto clause_of_list(ref<T, M> list, const clause& c) {
    clause_start<T, 0> start;
    if (!has_texts<value_of<M>, Maps>())
        start.mistake = {list.slot, Maps ? "is not a list or map of strings" : "is not a list of strings"};
    return start.template place<0>(list, c);
}

/// Concatenates clauses.
template <class T, std::size_t... C, std::size_t... N, std::size_t... R>
constexpr auto joined(const clause_list<T, C, N, R>&... lists) {
    clause_list<T, (C + ...), (N + ...), (R + ...)> all;
    std::size_t clauses = 0;
    std::size_t conditions = 0;
    std::size_t reads = 0;
    const auto add = [&](const auto& list) {
        for (const auto& c : list.clauses) all.clauses[clauses++] = {c.data, c.conditions, c.reads};
        for (const condition& c : list.conditions) all.conditions[conditions++] = c;
        for (const std::uint16_t r : list.reads) all.reads[reads++] = r;
        if (all.mistake.text.empty()) all.mistake = list.mistake;
    };
    (add(lists), ...);
    return all;
}

}  // namespace detail

namespace notation {

/// A field in an object, by the member pointers that lead to it: `at(&T::a, &A::b)`.
using detail::at;

/// Whether the field is present.
inline constexpr detail::predicate_on<detail::any_value> present{{}};
/// Whether the field is absent, or read as absent.
inline constexpr detail::predicate_on<detail::any_value> absent{{.negated = true, .absent = true}};
/// Present, but of the wrong type or form: for rules that still apply in this case.
inline constexpr detail::predicate_on<detail::any_value> wrong{{.negated = true, .wrong = true}};

/// Whether the field holds one of these enumerators.
template <described_enum E, std::same_as<E>... More>
constexpr detail::predicate_on<E> one_of(E first, More... more) {
    detail::predicate_on<E> asks{{.kind = predicate::test::positions}};
    for (const E e : {first, more...}) {
        if (detail::position_of(e) == detail::not_described)
            asks.mistake = "is compared with an enumerator that was not described";
        else if (!asks.p.positions.add(detail::position_of(e)))
            asks.mistake = "is compared with more than 8 enumerators after the first 64";
    }
    return asks;
}
/// Whether the field holds this value.
template <described_enum E>
constexpr detail::predicate_on<E> is(E value) {
    return one_of(value);
}
template <std::same_as<bool> B>
constexpr detail::predicate_on<bool> is(B value) {
    predicate p{.kind = predicate::test::positions};
    p.positions.add(value ? 1 : 0);
    return {p};
}
constexpr detail::predicate_on<std::string> is(std::string_view value) {
    return {{.kind = predicate::test::texts, .text = value}};
}
/// Whether the field holds one of these texts, which must have static storage duration.
constexpr detail::predicate_on<std::string> one_of(std::span<const std::string_view> values) {
    return {{.kind = predicate::test::texts, .texts = values}};
}
/// Whether the field holds a number from `min` to `max`, inclusive.
constexpr detail::predicate_on<double> between(double min, double max) {
    detail::predicate_on<double> asks{{.kind = predicate::test::range, .min = min, .max = max}};
    if (min > max) asks.mistake = "is compared with a range whose min is above the max";
    return asks;
}
/// Whether the function answers true for the field's text. What it asks is not known to lists and exports.
constexpr detail::predicate_on<std::string> matching(bool (*function)(std::string_view)) {
    return {{.kind = predicate::test::function, .function = function}};
}

/// Whether the field's text has the form.
constexpr detail::predicate_on<std::string> matching(const text_form& form) {
    return {{.kind = predicate::test::function, .function = form.holds, .form = &form}};
}

/// Negation: also true for an absent field if the predicate is false for one. A wrong field stays unknown.
template <class V>
constexpr detail::predicate_on<V> operator!(detail::predicate_on<V> a) {
    a.p.negated = !a.p.negated;
    a.p.absent = !a.p.absent;
    a.p.wrong = false;
    return a;
}
/// Extends a predicate: `p || absent` also holds for an absent field, `p || wrong` for a wrong one.
template <class V>
constexpr detail::predicate_on<V> operator||(detail::predicate_on<V> a, detail::predicate_on<detail::any_value> b) {
    a.p.absent = a.p.absent || b.p.absent;
    a.p.wrong = a.p.wrong || b.p.wrong;
    return a;
}

/// Begins a clause, which breaks the rule if this and all that `.when(field, predicate)` adds certainly hold and
/// - `.then(field, predicate)`: the field violates the predicate. One about values is only violated by a value that is
///   present;
/// - `.then(clause)`: a clause without conditions of its own says so;
/// - `.report(field)`: in any case. The field is the one that is reported.
template <class Field, class V>
constexpr auto when(Field field, detail::predicate_on<V> p) {
    return detail::clause_start<detail::owner<Field>, 0>{}.when(field, p);
}

/// Like `when(...).then(field, predicate)`, without a condition.
template <class Field, class V>
constexpr auto require(Field field, detail::predicate_on<V> p) {
    return detail::clause_start<detail::owner<Field>, 0>{}.then(field, p);
}

/// Every text of a list satisfies the predicate; reported at the element.
template <class Field>
constexpr auto each(Field list, detail::predicate_on<std::string> p) {
    return detail::clause_of_list<true>(at(list), {.kind = clause::test::each, .demand = p.p});
}

/// No text appears twice in a list; reported at the later element.
template <class Field>
constexpr auto unique(Field list) {
    return detail::clause_of_list<false>(at(list), {.kind = clause::test::unique});
}

/// No two objects of a list have the same text in a member, unless it is blank; reported at the later one's member.
template <class Field, class E, class M>
constexpr auto unique(Field list, M E::*member) {
    detail::clause_start<detail::owner<Field>, 0> start;
    if (!std::same_as<detail::value_of<M>, std::string>)
        start.mistake = {at(list).slot, "is compared by a member that is not a string"};
    return start.template place<0>(at(list), {.kind = clause::test::unique, .member = at(member).slot});
}

/// `Function` returns true for the cells of `field`, which is reported, and `reads`, in that order: at most 16. It is
/// not called if one of them is wrong; it has to handle absent ones itself.
template <auto Function, class Field, class... Reads>
constexpr auto satisfies(Field field, Reads... reads) {
    return detail::clause_start<detail::owner<Field>, 0>{}.template satisfies<Function>(field, reads...);
}

/// Several clauses of one rule, which is broken if any of them is.
template <class... Clauses>
constexpr auto all_of(const Clauses&... clauses) {
    return detail::joined(clauses...);
}

}  // namespace notation
}  // namespace vouch

#include <vouch/detail/macros_on.hpp>
