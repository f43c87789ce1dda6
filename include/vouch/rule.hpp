// SPDX-License-Identifier: BSL-1.0
// What a rule is and what it says: its id, severity and source, its message and help, and how a broken rule is fixed.
#pragma once

#include <vouch/version.hpp>

#include <cstdint>
#include <span>
#include <string_view>

namespace vouch::inline VOUCH_ABI {

/// How much a finding matters, from most to least severe.
enum class severity : std::uint8_t { error, warning, info };

/// Where a rule comes from: the API's reference, another source from the vendor, or experience.
enum class basis : std::uint8_t { reference, vendor, practice };

/// The name of an enumerator, as it is shown: `error`, `reference`.
constexpr std::string_view name_of(severity s) {
    return s == severity::error ? "error" : s == severity::warning ? "warning" : "info";
}
constexpr std::string_view name_of(basis b) {
    return b == basis::reference ? "reference" : b == basis::vendor ? "vendor" : "practice";
}

/// A rule's basis, and where exactly it was found, in a few words.
struct source {
    vouch::basis basis = vouch::basis::reference;  ///< What kind of source it is.
    std::string_view name{};                       ///< Where it was found; may be empty for the reference.
};

/// Help for one number that people often write; it replaces the rule's own help.
struct advice {
    std::int64_t value = 0;   ///< The number.
    std::string_view help{};  ///< What to do.
};

/// The same meaning in two other values: a number, and an enumerator of another field of the object.
struct replacement {
    std::int64_t value = 0;        ///< The number that was written.
    std::string_view other{};      ///< The enumerator that was written.
    std::int64_t new_value = 0;    ///< The number that replaces it.
    std::string_view new_other{};  ///< The enumerator that replaces it.
};

/// How a broken rule is fixed without changing what the document requests.
struct rule_fix {
    /// What to do.
    enum class action : std::uint8_t {
        none,          ///< Nothing: only people can fix it.
        drop,          ///< Remove the reported member, and the one named `other`.
        drop_element,  ///< Remove the element, of the innermost list, that contains the place.
        spread,        ///< Turn the ids that `separators` join in a text into the list `other`, each as a `member`.
        replace        ///< Replace the reported number, and the enumerator in `other`, as `values` say.
    };
    action does = action::none;             ///< What to do.
    std::string_view other{};               ///< A member of the same object.
    std::string_view member{};              ///< For `spread`: the key in each new element.
    std::string_view separators{};          ///< For `spread`: the characters between ids.
    std::span<const replacement> values{};  ///< For `replace`.
};

/// What to say about a broken rule. In `message` and `help`, `{field}` means the name of the reported field, `{value}`
/// its value (never that of a secret) and `{allowed}` what its note allows; a backtick is shown as a quotation mark.
struct words {
    std::string_view message{};         ///< What is wrong.
    std::string_view help{};            ///< What to do.
    rule_fix fix{};                     ///< How it is fixed, if that is possible.
    std::span<const advice> advices{};  ///< Help for certain numbers.
    std::string_view when{};            ///< When it is reported, if its clauses cannot say it.
    std::string_view json_schema{};     ///< What satisfies it, as a JSON Schema of its object, if its clauses cannot.
};

/// A rule's identity.
struct rule_head {
    std::string_view id{};                              ///< Never changes, never reused.
    vouch::severity severity = vouch::severity::error;  ///< Unless options say otherwise.
    vouch::source source{};                             ///< Where it comes from; by default, the API's reference.
};

/// A rule's identity and words; not a rule if the id is empty.
struct rule_words : rule_head, words {
    constexpr rule_words() = default;
    /// Both halves together.
    constexpr rule_words(const rule_head& h, const words& w) : rule_head(h), words(w) {}
};

/// The vocabulary for writing schemas: for `using namespace vouch::notation` inside `shape_of`.
namespace notation {

/// The id of an error, and its source if that is not the API's reference.
constexpr rule_head error(std::string_view id, source from = {}) { return {id, severity::error, from}; }
/// The same for a warning.
constexpr rule_head warning(std::string_view id, source from = {}) { return {id, severity::warning, from}; }
/// The same for an info.
constexpr rule_head info(std::string_view id, source from = {}) { return {id, severity::info, from}; }

/// Another source from the vendor, and which.
constexpr source vendor(std::string_view name) { return {basis::vendor, name}; }
/// Judgment, or what was seen in real requests, and why.
constexpr source practice(std::string_view name) { return {basis::practice, name}; }

/// Removes the reported member.
inline constexpr rule_fix drop{.does = rule_fix::action::drop};
/// Removes the element, of the innermost list, that contains the place.
inline constexpr rule_fix drop_element{.does = rule_fix::action::drop_element};
/// Removes the reported member and another one of its object.
constexpr rule_fix drop_with(std::string_view other) { return {.does = rule_fix::action::drop, .other = other}; }
/// Turns the ids that `separators` join in a text into a list next to it, each as a `member` of an object.
constexpr rule_fix spread(std::string_view list, std::string_view member, std::string_view separators) {
    return {.does = rule_fix::action::spread, .other = list, .member = member, .separators = separators};
}
/// Replaces the reported number, and the enumerator in `other`, as `values` say, which must have static storage
/// duration.
constexpr rule_fix replace(std::string_view other, std::span<const replacement> values) {
    return {.does = rule_fix::action::replace, .other = other, .values = values};
}

/// A rule whose condition is a note, or that several structs share.
constexpr rule_words rule(const rule_head& head, const words& w) { return {head, w}; }

}  // namespace notation
}  // namespace vouch
