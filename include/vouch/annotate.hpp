// SPDX-License-Identifier: BSL-1.0
// Notes: what an API's documentation says of one field, as plain data.
#pragma once

#include <vouch/describe.hpp>

#include <limits>
#include <span>
#include <string_view>

namespace vouch {

/// How much a finding matters. Ordered: the gravest first.
enum class severity : std::uint8_t { error, warning, info };

/// Where a rule comes from: the API's reference, another source of the vendor, or experience.
enum class basis : std::uint8_t { reference, vendor, practice };

constexpr std::string_view name_of(severity s) {
    return s == severity::error ? "error" : s == severity::warning ? "warning" : "info";
}
constexpr std::string_view name_of(basis b) {
    return b == basis::reference ? "reference" : b == basis::vendor ? "vendor" : "practice";
}

/// Help for one number that people often write.
struct advice {
    std::int64_t value = 0;
    std::string_view help{};
};

/// The same said with two other values: a number, and an enumerator of a field beside it.
struct restatement {
    std::int64_t value = 0;
    std::string_view beside{};
    std::int64_t becomes = 0;
    std::string_view beside_becomes{};
};

/// How a broken rule is mended without a change of what is asked for.
struct remedy {
    enum class action : std::uint8_t {
        drop,          ///< Remove the reported member, and the one named `other`.
        drop_element,  ///< Remove the element of the innermost list that holds the place.
        spread,        ///< Make the ids that a text joins with `separators` the list `other`, each as its `member`.
        restate        ///< Replace the reported number, and the enumerator in `other`, as `values` say.
    };
    action does = action::drop;
    std::string_view other{};  ///< A member of the same object.
    std::string_view member{};
    std::string_view separators{};
    std::span<const restatement> values{};
};

/// A rule's identity and words. In `message` and `help`, `{field}` stands for the reported field's name, `{value}` for
/// its value (never that of a secret) and `{allowed}` for what its note allows. The example is two JSON merge patches
/// (RFC 7396): one that makes a minimal document break the rule, and one that mends it then; without the second one the
/// repair does, or taking the first one back.
struct rule_info {
    std::string_view id{};  ///< Never changes, never reused.
    vouch::severity severity = vouch::severity::error;
    vouch::basis basis = vouch::basis::reference;
    std::string_view message{};  ///< What is wrong.
    std::string_view help{};     ///< What to do.
    std::string_view when{};     ///< When it is reported, where its clauses cannot say it.
    std::string_view
        json_schema{};  ///< What keeps it, as a JSON Schema of its object, where its clauses cannot say it.
    std::string_view broken_by{};
    std::string_view mended_by{};
    const remedy* repair = nullptr;
    std::span<const advice> advices{};  ///< Instead of `help`, for these values.
};

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
    constexpr constant(E v) : holds(type::enumerator), integer(static_cast<std::int64_t>(detail::position_of(v))) {}

    type holds = type::none;
    std::int64_t integer = 0;  ///< Also a boolean, and the position of an enumerator.
    double number = 0;
    std::string_view text{};
};

/// A number between `min` and `max`, ends included.
struct range_note {
    double min = -std::numeric_limits<double>::infinity();
    double max = std::numeric_limits<double>::infinity();
    rule_info rule{};
};

/// An integer of a set.
struct one_of_note {
    std::span<const std::int64_t> values{};
    rule_info rule{};
};

/// At most `max` code points of a text, or elements of a list.
struct length_note {
    std::size_t max = std::numeric_limits<std::size_t>::max();
    rule_info rule{};
};

/// A field that still works and should not be used any more.
struct deprecated_note {
    std::string_view use{};  ///< What to use instead.
    rule_info rule{};
};

/// What an optional text means that is empty or only ASCII white space.
enum class blank : std::uint8_t {
    kept,    ///< a value like any other
    absent,  ///< the same as absent
    warned   ///< the same as absent, and reported as `blank-optional`
};

/// Which part of a request carries a field.
enum class location : std::uint8_t { body, query };

/// Everything that documentation says of a field. Only `doc` is needed.
struct note {
    std::string_view doc{};            ///< Meaning, in one sentence or two.
    constant example{};                ///< Must satisfy the field's own notes.
    constant default_value{};          ///< What the service assumes for an absent field.
    std::string_view default_words{};  ///< A default that is no value.
    std::string_view unit{};
    std::string_view form{};  ///< What is allowed, in words, where no other note says it.
    range_note range{};
    one_of_note one_of{};
    length_note length{};
    deprecated_note deprecated{};
    vouch::blank blank = vouch::blank::kept;
    bool secret = false;     ///< Its value is never shown.
    bool immutable = false;  ///< Cannot be changed after creation.
    location in = location::body;
    rule_info misplaced{};                        ///< Reported where a query field stands in a body document.
    std::span<const std::string_view> aliases{};  ///< Other spellings of the key that reading accepts.
    bool lenient = false;  ///< Reading accepts a number for a text, and a numeric text for an integer.
    std::span<const std::string_view> samples{};  ///< Values for generated documents, better ones than `example`.
};

/// The schema's side of severities and bases, short: for `using namespace vouch::notation` inside `shape_of`.
namespace notation {
inline constexpr auto error = severity::error;
inline constexpr auto warning = severity::warning;
inline constexpr auto info = severity::info;
inline constexpr auto reference = basis::reference;
inline constexpr auto vendor = basis::vendor;
inline constexpr auto practice = basis::practice;

inline constexpr remedy drop{.does = remedy::action::drop};
inline constexpr remedy drop_element{.does = remedy::action::drop_element};
}  // namespace notation

}  // namespace vouch
