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
#include <type_traits>

namespace vouch::inline VOUCH_ABI {

/// A value of a note: an example or a default.
struct constant {
    /// What it holds; `none` for no value.
    enum class type : std::uint8_t { none, boolean, integer, number, text, enumerator };

    constexpr constant() = default;
    /// A boolean, an integer, a number, a text or an enumerator.
    constexpr constant(bool v) : holds(type::boolean), integer(v) {}
    template <std::integral I>
        requires(!std::same_as<I, bool>)
    constexpr constant(I v)
        : holds(type::integer), integer(static_cast<std::int64_t>(v)), number(static_cast<double>(v)) {}
    constexpr constant(double v) : holds(type::number), number(v) {}
    constexpr constant(const char* v) : holds(type::text), text(v) {}
    constexpr constant(std::string_view v) : holds(type::text), text(v) {}
    template <described_enum E>
    constexpr constant(E v) : holds(type::enumerator), integer(static_cast<std::int64_t>(v)) {}

    type holds = type::none;   ///< Which of the others counts.
    std::int64_t integer = 0;  ///< Also a boolean, and the value of an enumerator.
    double number = 0;         ///< Also an integer.
    std::string_view text{};   ///< Must have static storage duration.
};

/// A form of texts: see forms.hpp.
struct text_form;

/// A number from `min` to `max`; both are allowed themselves, unless they are exclusive.
struct range_note {
    double min = -std::numeric_limits<double>::infinity();  ///< The least number.
    double max = std::numeric_limits<double>::infinity();   ///< The greatest number.
    rule_words rule{};           ///< The rule that demands it; without an id, `out-of-range`.
    bool exclusive_min = false;  ///< `min` itself is too small.
    bool exclusive_max = false;  ///< `max` itself is too large.

    /// Whether there is a least number.
    [[nodiscard]] constexpr bool has_min() const { return min >= std::numeric_limits<double>::lowest(); }
    /// Whether there is a greatest number.
    [[nodiscard]] constexpr bool has_max() const { return max <= (std::numeric_limits<double>::max)(); }
    [[nodiscard]] constexpr bool is_limit() const { return has_min() || has_max(); }  ///< Whether it limits anything.
};

/// One of a set of integers.
struct one_of_note {
    std::span<const std::int64_t> values{};  ///< Must have static storage duration.
    rule_words rule{};                       ///< The rule that demands it; without an id, `value-not-allowed`.
};

/// A multiple of an integer.
struct multiple_note {
    std::int64_t of = 0;  ///< Positive.
    rule_words rule{};    ///< The rule that demands it; without an id, `not-a-multiple`.
};

/// At most `max` and at least `min` code points of a text, or elements of a list or map.
struct length_note {
    std::size_t max = (std::numeric_limits<std::size_t>::max)();  ///< The greatest length.
    rule_words rule{};      ///< The rule that demands it; without an id, `too-long`.
    std::size_t min = 0;    ///< The least length.
    rule_words min_rule{};  ///< For what is too short; without an id, `rule`, or else `too-short`.

    /// Whether there is a greatest length.
    [[nodiscard]] constexpr bool has_max() const { return max != (std::numeric_limits<std::size_t>::max)(); }
};

/// A pointer to a form, or null. With -fsanitize=null, g++ compares no address with null in a constant expression; so
/// this remembers whether it was given one.
class form_pointer {
public:
    constexpr form_pointer() = default;
    /// To a form, which must have static storage duration.
    constexpr form_pointer(const text_form* form) : form_(form), is_set_(true) {}
    constexpr form_pointer(std::nullptr_t) {}

    /// Whether there is a form.
    constexpr explicit operator bool() const { return is_set_ && (std::is_constant_evaluated() || form_ != nullptr); }
    constexpr const text_form* operator->() const { return form_; }  ///< The form.
    constexpr const text_form& operator*() const { return *form_; }  ///< The form.

private:
    const text_form* form_ = nullptr;
    bool is_set_ = false;
};

/// A text of a form: `{&vouch::forms::uuid}`.
struct form_note {
    form_pointer form{};  ///< Must have static storage duration.
    rule_words rule{};    ///< The rule that demands it; without an id, `wrong-form`.
};

/// What each element of a list or map of numbers or texts, or each key of a map, must be.
struct element_note {
    std::string_view form{};      ///< What is allowed, in words, if no other note says it.
    range_note range{};           ///< The numbers that are allowed.
    one_of_note one_of{};         ///< The integers that are allowed.
    multiple_note multiple_of{};  ///< What integers are multiples of.
    length_note length{};         ///< How long a text may be.
    form_note matches{};          ///< The form of a text.
};

/// A field that still works but should no longer be used.
struct deprecated_note {
    std::string_view use{};  ///< What to use instead.
    rule_words rule{};       ///< Reported if the field is present; without an id, the field is not deprecated.
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
    std::string_view key{};                   ///< The name in JSON, if it is not the member's: "x-amz-acl".
    constant example{};                       ///< Must satisfy the field's own notes.
    constant default_value{};                 ///< What the service assumes for an absent field.
    std::string_view default_words{};         ///< A default in words, if it is not a value.
    std::string_view unit{};                  ///< The unit of a number: `hours`.
    std::string_view form{};                  ///< What is allowed, in words, if no other note says it.
    range_note range{};                       ///< The numbers that are allowed.
    one_of_note one_of{};                     ///< The integers that are allowed.
    multiple_note multiple_of{};              ///< What an integer is a multiple of.
    length_note length{};                     ///< How long a text, a list or a map may be.
    form_note matches{};                      ///< The form of a text.
    element_note elements{};                  ///< What the elements of a list or map must be.
    element_note keys{};                      ///< What the keys of a map must be.
    bool unique = false;                      ///< A list of texts has no two equal ones: `duplicate-element`.
    deprecated_note deprecated{};             ///< Whether it should no longer be used.
    vouch::blank blank = vouch::blank::kept;  ///< What a blank text means.
    bool secret = false;                      ///< Its value is never shown.
    bool immutable = false;                   ///< Cannot be changed after creation.
    carried_in in = carried_in::body;         ///< Where a request carries it.
    rule_words misplaced{};  ///< Reported if a query field appears in a body document; if it has no id, nothing is.
    std::span<const std::string_view> aliases{};  ///< Other spellings of the key that reading accepts.
    bool number_or_text = false;  ///< Reading accepts a number for a text, and a numeric text for an integer.
    std::span<const std::string_view> samples{};  ///< Values for generated documents, preferred to `example`.
};

/// How documents that may have more members than the schema are read: if tolerantly, unknown members and nulls are not
/// reported.
enum class tolerance : std::uint8_t { strict, tolerant };

/// A name that people write for something else, and what to tell them.
struct foreign_name {
    std::string_view name{};  ///< The name, as a key of a document.
    std::string_view help{};  ///< What to do, in words.
};

}  // namespace vouch
