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

constexpr std::string_view name_of(severity s) {
    return s == severity::error ? "error" : s == severity::warning ? "warning" : "info";
}
constexpr std::string_view name_of(basis b) {
    return b == basis::reference ? "reference" : b == basis::vendor ? "vendor" : "practice";
}

/// A rule's basis, and where exactly it was found, in a few words.
struct source {
    vouch::basis basis = vouch::basis::reference;
    std::string_view name{};
};

/// Help for one number that people often write; it replaces the rule's own help.
struct advice {
    std::int64_t value = 0;
    std::string_view help{};
};

/// The same meaning in two other values: a number, and an enumerator of another field of the object.
struct replacement {
    std::int64_t value = 0;
    std::string_view other{};
    std::int64_t new_value = 0;
    std::string_view new_other{};
};

/// How a broken rule is fixed without changing what the document requests.
struct rule_fix {
    enum class action : std::uint8_t {
        none,
        drop,          ///< Remove the reported member, and the one named `other`.
        drop_element,  ///< Remove the element, of the innermost list, that contains the place.
        spread,        ///< Turn the ids that `separators` join in a text into the list `other`, each as a `member`.
        replace        ///< Replace the reported number, and the enumerator in `other`, as `values` say.
    };
    action does = action::none;
    std::string_view other{};  ///< A member of the same object.
    std::string_view member{};
    std::string_view separators{};
    std::span<const replacement> values{};
};

/// What to say about a broken rule. In `message` and `help`, `{field}` means the name of the reported field, `{value}`
/// its value (never that of a secret) and `{allowed}` what its note allows; a backtick is shown as a quotation mark.
struct words {
    std::string_view message{};  ///< What is wrong.
    std::string_view help{};     ///< What to do.
    rule_fix fix{};
    std::span<const advice> advices{};
    std::string_view when{};         ///< When it is reported, if its clauses cannot say it.
    std::string_view json_schema{};  ///< What satisfies it, as a JSON Schema of its object, if its clauses cannot.
};

/// A rule's identity.
struct rule_head {
    std::string_view id{};  ///< Never changes, never reused.
    vouch::severity severity = vouch::severity::error;
    vouch::source source{};
};

/// A rule's identity and words; not a rule if the id is empty.
struct rule_words : rule_head, words {
    constexpr rule_words() = default;
    constexpr rule_words(const rule_head& h, const words& w) : rule_head(h), words(w) {}
};

/// The vocabulary for writing schemas: for `using namespace vouch::notation` inside `shape_of`.
namespace notation {

constexpr rule_head error(std::string_view id, source from = {}) { return {id, severity::error, from}; }
constexpr rule_head warning(std::string_view id, source from = {}) { return {id, severity::warning, from}; }
constexpr rule_head info(std::string_view id, source from = {}) { return {id, severity::info, from}; }

/// Another source from the vendor, and which.
constexpr source vendor(std::string_view name) { return {basis::vendor, name}; }
/// Judgment, or what was seen in real requests, and why.
constexpr source practice(std::string_view name) { return {basis::practice, name}; }

inline constexpr rule_fix drop{.does = rule_fix::action::drop};
inline constexpr rule_fix drop_element{.does = rule_fix::action::drop_element};
/// Removes another member of the object as well.
constexpr rule_fix drop_with(std::string_view other) { return {.does = rule_fix::action::drop, .other = other}; }
constexpr rule_fix spread(std::string_view list, std::string_view member, std::string_view separators) {
    return {.does = rule_fix::action::spread, .other = list, .member = member, .separators = separators};
}
/// `values` must have static storage duration.
constexpr rule_fix replace(std::string_view other, std::span<const replacement> values) {
    return {.does = rule_fix::action::replace, .other = other, .values = values};
}

/// A rule whose condition is a note, or that several structs share.
constexpr rule_words rule(const rule_head& head, const words& w) { return {head, w}; }

}  // namespace notation
}  // namespace vouch
