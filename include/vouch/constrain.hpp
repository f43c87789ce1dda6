// SPDX-License-Identifier: BSL-1.0
// Rules as data: when(field, predicate).then(field, predicate), and satisfies(...) as the way out. A rule that reads
// the fields a and b and reports at c is written with the member pointers &T::a, &T::b and &T::c; at(...) reaches into
// objects.
#pragma once

#include <vouch/annotate.hpp>
#include <vouch/cell.hpp>
#include <vouch/unicode.hpp>

#include <span>

namespace vouch {

/// Why a schema is refused. `shape_of.hpp` has the sentence for each.
enum class flaw : std::uint8_t {
    none,
    member_not_described,
    member_without_note,
    member_noted_twice,
    note_of_another_struct,
    enumerator_without_text,
    enumerator_below_one,
    field_without_doc,
    range_upside_down,
    note_on_wrong_type,
    example_of_wrong_type,
    example_against_note,
    default_of_wrong_type,
    default_against_note,
    rule_without_id,
    rule_without_message,
    rule_defined_twice,
    rule_of_another_struct,
    rule_without_clause,
    present_on_required
};

/// A form that texts have or have not.
struct text_form {
    bool (*holds)(std::string_view) = nullptr;
    std::string_view words{};    ///< What such a text is: it stands behind "is" and "is not".
    std::string_view pattern{};  ///< The same as a regular expression (ECMA-262, Unicode), where one can say it.
};

/// A question about the value of one field. What it says of an absent and of a wrong field is part of it.
struct predicate {
    enum class test : std::uint8_t { anything, positions, texts, range, function };

    test kind = test::anything;
    bool negated = false;         ///< The test, not the answers for absent and wrong.
    bool absent = false;          ///< The answer for an absent field.
    bool wrong = false;           ///< The answer for a wrong field, whose value is unknown.
    bool floating = false;        ///< A range over a double.
    std::uint64_t positions = 0;  ///< Bits of enumerators, or of false and true.
    double min = 0;
    double max = 0;
    std::span<const std::string_view> texts{};
    std::string_view text{};  ///< A single text to equal, where `texts` is empty.
    bool (*function)(std::string_view) = nullptr;
    const text_form* form = nullptr;  ///< What `function` asks, for people and for exports.

    /// The answer for the value of a cell that is present.
    constexpr bool holds_for_value(const cell& c) const {
        switch (kind) {
        case test::positions: return ((positions >> c.integer & 1U) != 0) != negated;
        case test::texts: return is_one_of(c.text) != negated;
        case test::range: {
            const double v = floating ? c.number : static_cast<double>(c.integer);
            return (v >= min && v <= max) != negated;
        }
        case test::function: return function(c.text) != negated;
        case test::anything: break;
        }
        return !negated;
    }

    /// Whether it certainly holds.
    constexpr bool holds(const cell& c) const {
        if (c.state == state::present) return holds_for_value(c);
        return c.state == state::absent ? absent : wrong;
    }

    constexpr bool asks_presence() const { return kind == test::anything && !negated && !absent; }

private:
    constexpr bool is_one_of(std::string_view v) const {
        if (texts.empty()) return equal(v, text);
        for (const auto& t : texts) {
            if (equal(t, v)) return true;
        }
        return false;
    }
};

namespace detail {

struct any_value {};

/// A predicate that only fields of a value type `V` can be asked.
template <class V>
struct predicate_on {
    predicate p;
};

/// Whether a predicate over `V` can be asked of a field that holds an `F`.
template <class F, class V>
inline constexpr bool askable = std::same_as<V, any_value> || std::same_as<F, V> ||
                                (std::same_as<V, double> &&
                                 (std::same_as<F, std::int32_t> || std::same_as<F, std::int64_t>));

/// One address per type, to tell member pointers of one struct from those of another.
template <class T>
inline constexpr char type_tag = 0;

/// A field somewhere in the block of a `T`.
template <class T, class M>
struct ref {
    std::uint16_t slot = 0;
};

template <class T, class M>
constexpr ref<T, M> at(M T::*member) {
    const std::size_t index = index_of(member);
    return {index == not_described ? std::uint16_t{0} : slots<T>[index]};
}
template <class T, class M>
constexpr ref<T, M> at(ref<T, M> r) {
    return r;
}
template <class T, class M, class U, class N>
constexpr ref<T, N> joined(ref<T, M> outer, ref<U, N> inner) {
    return {static_cast<std::uint16_t>(outer.slot + inner.slot)};
}
template <class T, class M, class Next, class... More>
constexpr auto at(M T::*member, Next value_of<M>::*next, More... more) {
    return joined(at(member), at(next, more...));
}

}  // namespace detail

/// "The field in this cell answers the predicate."
struct literal {
    std::uint16_t slot = 0;
    predicate asks{};
};

/// One way to break a rule: all of `when` hold, and the place breaks what `test` says.
struct clause {
    enum class test : std::uint8_t {
        then,      ///< the place must answer `demand`
        report,    ///< nothing further
        each,      ///< each element of the list must answer `demand`
        unique,    ///< no element's text (or that of its member `key`) was there before; blank members are passed over
        satisfies  ///< `function` must answer true; silent where something that it reads is wrong
    };
    static constexpr std::size_t max_literals = 3;
    static constexpr std::size_t max_reads = 3;

    const void* owner = nullptr;
    test kind = test::report;
    flaw found = flaw::none;
    std::uint8_t conditions = 0;
    std::uint8_t read_count = 0;
    std::uint16_t place = 0;
    std::uint16_t key = 0;
    std::array<std::uint16_t, max_reads> reads{};
    std::array<literal, max_literals> when{};
    predicate demand{};
    bool (*function)(const cell* const*) = nullptr;
};

/// A rule: its words, and the ways to break it. Each place is reported once.
struct constraint {
    static constexpr std::size_t max_clauses = 3;

    rule_info info{};
    std::uint8_t count = 0;
    std::array<clause, max_clauses> clauses{};

    constexpr std::span<const clause> ways() const { return {clauses.data(), count}; }
};

namespace detail {

/// What a place must not be: absent where presence is asked, else a value that is there and answers no.
constexpr bool breaks(const predicate& demand, const cell& c) {
    if (c.state == state::present) return !demand.holds_for_value(c);
    return c.state == state::absent && demand.asks_presence();
}

/// A clause that is not broken where the text in its place is of a certain form, whatever the conditions.
constexpr bool demands_form(const clause& c) {
    return c.kind == clause::test::then && c.demand.kind == predicate::test::function;
}

constexpr bool is_unique(const clause& c) { return c.kind == clause::test::unique; }

/// So many texts are compared one by one, whether they are different.
inline constexpr std::size_t max_few = 32;

template <auto Function, std::size_t... I>
constexpr bool call(const cell* const* cells, std::index_sequence<I...>) {
    return Function(*cells[I]...);
}
template <auto Function, std::size_t N>
constexpr bool call_with(const cell* const* cells) {
    return call<Function>(cells, std::make_index_sequence<N>{});
}

template <class T>
struct clause_builder {
    clause c{};

    /// Adds a condition: all must certainly hold.
    template <class Field, class V>
    constexpr clause_builder when(Field field, predicate_on<V> p) const {
        clause_builder next = *this;
        next.add(at(field), p);
        return next;
    }

    /// The rule is broken where the conditions hold and `field` is against `p`. A predicate of values is only asked of
    /// a value that is there.
    template <class Field, class V>
    constexpr clause then(Field field, predicate_on<V> p) const {
        return demand(at(field), p);
    }

    /// The rule is broken where the conditions hold.
    template <class Field>
    constexpr clause report(Field field) const {
        return place(at(field));
    }

    /// The rule is broken where the conditions hold and `Function` answers false for the cells of `field` and `reads`.
    /// It is not called where one of them is wrong; whether one is absent is its own business.
    template <auto Function, class Field, class... Reads>
    constexpr clause satisfies(Field field, Reads... reads) const {
        static_assert(sizeof...(reads) < clause::max_reads, "satisfies(...) reads at most three fields");
        clause done = place(at(field));
        done.kind = clause::test::satisfies;
        done.reads = {done.place, at(reads).slot...};
        done.read_count = sizeof...(reads) + 1;
        done.function = &call_with<Function, sizeof...(reads) + 1>;
        return done;
    }

    template <class M, class V>
    constexpr void add(ref<T, M> r, predicate_on<V> p) {
        static_assert(askable<value_of<M>, V>, "a condition compares a field with a value of the field's own type");
        p.p.floating = std::same_as<value_of<M>, double>;
        if (r.slot == 0) c.found = flaw::member_not_described;
        c.when[c.conditions++] = {r.slot, p.p};
    }

private:
    template <class M, class V>
    constexpr clause demand(ref<T, M> r, predicate_on<V> p) const {
        static_assert(askable<value_of<M>, V>, "a condition compares a field with a value of the field's own type");
        clause done = place(r);
        done.kind = clause::test::then;
        done.demand = p.p;
        done.demand.floating = std::same_as<value_of<M>, double>;
        if (!is_optional<M> && p.p.asks_presence()) done.found = flaw::present_on_required;
        return done;
    }

    template <class M>
    constexpr clause place(ref<T, M> r) const {
        clause done = c;
        done.owner = &type_tag<T>;
        done.place = r.slot;
        if (r.slot == 0) done.found = flaw::member_not_described;
        return done;
    }
};

template <class T, class M>
T owner_of(M T::*);
template <class T, class M>
T owner_of(ref<T, M>);

/// The struct that a member pointer or an `at(...)` starts from.
template <class Field>
using owner = decltype(owner_of(std::declval<Field>()));

}  // namespace detail

/// The words that rules are written with: for `using namespace vouch::notation` inside `shape_of`.
namespace notation {

using detail::at;

inline constexpr detail::predicate_on<detail::any_value> present{{}};
inline constexpr detail::predicate_on<detail::any_value> absent{{.negated = true, .absent = true}};
/// Present, and of the wrong type or form: for rules that still know what to say then.
inline constexpr detail::predicate_on<detail::any_value> wrong{{.negated = true, .wrong = true}};

template <described_enum E, std::same_as<E>... More>
constexpr detail::predicate_on<E> one_of(E first, More... more) {
    predicate p{.kind = predicate::test::positions};
    for (const E e : {first, more...}) p.positions |= std::uint64_t{1} << detail::position_of(e);
    return {p};
}
template <described_enum E>
constexpr detail::predicate_on<E> is(E value) {
    return one_of(value);
}
template <std::same_as<bool> B>
constexpr detail::predicate_on<bool> is(B value) {
    return {{.kind = predicate::test::positions, .positions = value ? 2U : 1U}};
}
constexpr detail::predicate_on<std::string> is(std::string_view value) {
    return {{.kind = predicate::test::texts, .text = value}};
}
/// The texts must outlive the program: a namespace-scope constant.
constexpr detail::predicate_on<std::string> one_of(std::span<const std::string_view> values) {
    return {{.kind = predicate::test::texts, .texts = values}};
}
constexpr detail::predicate_on<double> between(double min, double max) {
    return {{.kind = predicate::test::range, .min = min, .max = max}};
}
/// A text of a form that no other predicate can say.
constexpr detail::predicate_on<std::string> matching(bool (*function)(std::string_view)) {
    return {{.kind = predicate::test::function, .function = function}};
}

constexpr detail::predicate_on<std::string> matching(const text_form& form) {
    return {{.kind = predicate::test::function, .function = form.holds, .form = &form}};
}

/// Not: true for an absent field where the predicate is false for one. A wrong field stays unknown.
template <class V>
constexpr detail::predicate_on<V> operator!(detail::predicate_on<V> a) {
    a.p.negated = !a.p.negated;
    a.p.absent = !a.p.absent;
    a.p.wrong = false;
    return a;
}
/// Or absent, or wrong.
template <class V>
constexpr detail::predicate_on<V> operator||(detail::predicate_on<V> a, detail::predicate_on<detail::any_value> b) {
    a.p.absent = a.p.absent || b.p.absent;
    a.p.wrong = a.p.wrong || b.p.wrong;
    return a;
}

/// Begins a clause: where this certainly holds, and all that `.when` adds, `.then` demands or `.report` reports.
template <class Field, class V>
constexpr auto when(Field field, detail::predicate_on<V> p) {
    return detail::clause_builder<detail::owner<Field>>{}.when(field, p);
}

/// A demand without a condition.
template <class Field, class V>
constexpr clause require(Field field, detail::predicate_on<V> p) {
    return detail::clause_builder<detail::owner<Field>>{}.then(field, p);
}

/// Every text of a list answers the predicate; reported at the element.
template <class Field>
constexpr clause each(Field list, detail::predicate_on<std::string> p) {
    clause c = detail::clause_builder<detail::owner<Field>>{}.report(list);
    c.kind = clause::test::each;
    c.demand = p.p;
    return c;
}

/// No text of a list stands in it twice; reported at the later element.
template <class Field>
constexpr clause unique(Field list) {
    clause c = detail::clause_builder<detail::owner<Field>>{}.report(list);
    c.kind = clause::test::unique;
    return c;
}

/// No two objects of a list have the same text, not blank, in a member; reported at the later one's member.
template <class Field, class E, class M>
constexpr clause unique(Field list, M E::*member) {
    clause c = unique(list);
    c.key = at(member).slot;
    return c;
}

/// The way out, without a condition: see `clause_builder::satisfies`.
template <auto Function, class Field, class... Reads>
constexpr clause satisfies(Field field, Reads... reads) {
    return detail::clause_builder<detail::owner<Field>>{}.template satisfies<Function>(field, reads...);
}

template <class... Clauses>
constexpr constraint rule(const rule_info& identity, const Clauses&... clauses) {
    static_assert(sizeof...(Clauses) <= constraint::max_clauses, "a rule has at most three clauses");
    return {identity, sizeof...(Clauses), {clauses...}};
}

}  // namespace notation
}  // namespace vouch
