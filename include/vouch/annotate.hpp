// SPDX-License-Identifier: BSL-1.0
// Notes: what an API's documentation says about one field, as plain data.
#pragma once

#include <vouch/describe.hpp>
#include <vouch/rule.hpp>

#include <concepts>
#include <cstddef>
#include <limits>
#include <span>
#include <string_view>

namespace vouch::inline VOUCH_ABI {

/// A value of a note: an example or a default.
struct constant {
    enum class type : std::uint8_t { none, boolean, integer, number, text, enumerator };

    constexpr constant() = default;
    constexpr constant(bool v) : holds(type::boolean), integer(v) {}
    template <std::integral I>
        requires(!std::same_as<I, bool>)
    constexpr constant(I v)
        : holds(type::integer), integer(static_cast<std::int64_t>(v)), number(static_cast<double>(v)) {}
    constexpr constant(double v) : holds(type::number), number(v) {}
    constexpr constant(const char* v) : holds(type::text), text(v) {}
    template <described_enum E>
    constexpr constant(E v) : holds(type::enumerator), integer(static_cast<std::int64_t>(v)) {}

    type holds = type::none;
    std::int64_t integer = 0;  ///< Also a boolean, and the value of an enumerator.
    double number = 0;
    std::string_view text{};
};

struct text_form;

// The rule of a note says what is reported; without one, it is a built-in rule: `out-of-range`, `value-not-allowed`,
// `not-a-multiple`, `too-long`, `too-short`, `wrong-form` or `duplicate-element`.

/// A number from `min` to `max`; both are allowed themselves, unless they are exclusive.
struct range_note {
    double min = -std::numeric_limits<double>::infinity();
    double max = std::numeric_limits<double>::infinity();
    rule_words rule{};
    bool exclusive_min = false;
    bool exclusive_max = false;

    [[nodiscard]] constexpr bool has_min() const { return min >= std::numeric_limits<double>::lowest(); }
    [[nodiscard]] constexpr bool has_max() const { return max <= (std::numeric_limits<double>::max)(); }
    [[nodiscard]] constexpr bool is_limit() const { return has_min() || has_max(); }
};

/// One of a set of integers.
struct one_of_note {
    std::span<const std::int64_t> values{};
    rule_words rule{};
};

/// A multiple of an integer.
struct multiple_note {
    std::int64_t of = 0;
    rule_words rule{};
};

/// At most `max` and at least `min` code points of a text, or elements of a list.
struct length_note {
    std::size_t max = (std::numeric_limits<std::size_t>::max)();
    rule_words rule{};
    std::size_t min = 0;
    rule_words min_rule{};  ///< For what is too short; if there is none, `rule`.

    [[nodiscard]] constexpr bool has_max() const { return max != (std::numeric_limits<std::size_t>::max)(); }
};

/// A text of a form: `{&vouch::forms::uuid}`.
struct form_note {
    const text_form* form = nullptr;
    rule_words rule{};
};

/// What each element of a list of numbers or texts must be.
struct element_note {
    range_note range{};
    one_of_note one_of{};
    multiple_note multiple_of{};
    length_note length{};
    form_note matches{};
};

/// A field that still works but should no longer be used.
struct deprecated_note {
    std::string_view use{};  ///< What to use instead.
    rule_words rule{};
};

/// What a text means if it is empty or only ASCII whitespace.
enum class blank : std::uint8_t {
    kept,    ///< A value like any other; for a required text, it is missing: `required-blank`.
    absent,  ///< For an optional text: the same as absent.
    warned,  ///< The same as absent, and reported as `blank-optional`.
    allowed  ///< A value like any other, for a required text as well.
};

/// Which part of a request carries a field.
enum class carried_in : std::uint8_t { body, query };

/// What documentation says about a field besides its meaning. All of it is optional.
struct note {
    std::string_view key{};            ///< The name in JSON, if it is not the member's: "x-amz-acl".
    constant example{};                ///< Must satisfy the field's own notes.
    constant default_value{};          ///< What the service assumes for an absent field.
    std::string_view default_words{};  ///< A default in words, if it is not a value.
    std::string_view unit{};
    std::string_view form{};  ///< What is allowed, in words, if no other note says it.
    range_note range{};
    one_of_note one_of{};
    multiple_note multiple_of{};
    length_note length{};
    form_note matches{};
    element_note elements{};  ///< Of a list.
    bool unique = false;      ///< A list of texts has no two equal ones.
    deprecated_note deprecated{};
    vouch::blank blank = vouch::blank::kept;
    bool secret = false;     ///< Its value is never shown.
    bool immutable = false;  ///< Cannot be changed after creation.
    carried_in in = carried_in::body;
    rule_words misplaced{};                       ///< Reported if a query field appears in a body document.
    std::span<const std::string_view> aliases{};  ///< Other spellings of the key that reading accepts.
    bool number_or_text = false;  ///< Reading accepts a number for a text, and a numeric text for an integer.
    std::span<const std::string_view> samples{};  ///< Values for generated documents, preferred to `example`.
};

/// How documents that may have more members than the schema are read: if tolerantly, unknown members and nulls are not
/// reported.
enum class tolerance : std::uint8_t { strict, tolerant };

/// A name that people write for something else, and what to tell them.
struct foreign_name {
    std::string_view name{};
    std::string_view help{};
};

}  // namespace vouch
