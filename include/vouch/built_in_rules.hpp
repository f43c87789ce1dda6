// SPDX-License-Identifier: BSL-1.0
// The rules that every schema has: those of JSON itself, of types, and of required, unknown and repeated members.
#pragma once

#include <vouch/rule.hpp>

#include <array>

namespace vouch::inline VOUCH_ABI::built_in_rules {

namespace detail {

using notation::error;
using notation::info;
using notation::practice;
using notation::rule;
using notation::vendor;
using notation::warning;

inline constexpr source hardened = practice("so that no document can exhaust the reader");
inline constexpr source parsers = practice("parsers differ in what they do with such text");
inline constexpr source sdk = vendor("types of the SDKs");

}  // namespace detail

inline constexpr rule_words json_syntax =
    detail::rule(detail::error("json-syntax"),
                 {.message = "not valid JSON: {value}",
                  .help = "correct the text at this position",
                  .when = "the text is not valid JSON; reported alone, at the position where reading stopped"});
/// The same rule, for a value in memory.
inline constexpr rule_words not_utf8 =
    detail::rule(detail::error("json-syntax"),
                 {"{field} has bytes that are not UTF-8, which JSON cannot carry", "convert the text to UTF-8"});
inline constexpr rule_words body_missing =
    detail::rule(detail::error("body-missing", detail::parsers), {.message = "there is no document",
                                                                  .help = "write a JSON object: {`…`: …}",
                                                                  .when = "there is no document, or it is null"});
inline constexpr rule_words type_mismatch = detail::rule(
    detail::error("type-mismatch"), {.message = "{field} must be {type}, not {found}",
                                     .help = "write {allowed}",
                                     .when = "a value, an array's element or the document has the wrong JSON type"});
inline constexpr rule_words not_an_integer =
    detail::rule(detail::error("not-an-integer"), {.message = "{field} must be an integer, not {value}",
                                                   .help = "write a number without a fraction",
                                                   .when = "an integer field holds a number with a fraction"});
inline constexpr rule_words integer_overflow =
    detail::rule(detail::error("integer-overflow", detail::sdk),
                 {.message = "{field} does not fit: {value} is outside the range of {type}",
                  .help = "write a number in that range",
                  .when = "an integer field holds a number that does not fit into its width"});
inline constexpr rule_words number_out_of_range =
    detail::rule(detail::error("number-out-of-range", detail::parsers),
                 {.message = "{field} is too large for a double: {value}",
                  .help = "write {allowed}",
                  .when = "a number field holds a number that is too large for a double, such as 1e400"});
/// The same rule, for a float.
inline constexpr rule_words too_large_for_float =
    detail::rule(detail::error("number-out-of-range", detail::parsers),
                 {"{field} is too large for a float: {value}", "write {allowed}"});
/// The same rule, for infinities and NaNs in memory.
inline constexpr rule_words not_finite = detail::rule(detail::error("number-out-of-range", detail::parsers),
                                                      {"{field} is not a finite number", "write {allowed}"});
inline constexpr rule_words required_missing = detail::rule(
    detail::error("required-missing"), {.message = "{field} is required",
                                        .help = "add `{field}`: {allowed}",
                                        .when = "a required field is absent, unless its object is missing, too"});
inline constexpr rule_words required_blank =
    detail::rule(detail::error("required-blank"), {.message = "{field} is required and must not be blank",
                                                   .help = "write {allowed}",
                                                   .when = "a required string is empty or only whitespace"});
inline constexpr rule_words enum_invalid = detail::rule(
    detail::error("enum-invalid"), {.message = "{field} cannot be {value}",
                                    .help = "write {allowed}",
                                    .when = "an enumeration holds another string; values are compared exactly"});
inline constexpr rule_words duplicate_key =
    detail::rule(detail::error("duplicate-key", detail::parsers),
                 {.message = "duplicate key `{field}`",
                  .help = "remove one of the two; most readers keep the last value",
                  .when = "a key appears twice in one object, compared after unescaping"});
inline constexpr rule_words unknown_field =
    detail::rule(detail::warning("unknown-field"), {.message = "unknown field `{field}`",
                                                    .help = "remove it, or correct its name",
                                                    .when = "an object has a key that the schema does not have there"});
inline constexpr rule_words null_value =
    detail::rule(detail::info("null-value", detail::sdk), {.message = "{field} is null, which is read as absent",
                                                           .help = "remove it, or give it a value",
                                                           .when = "an optional field is null"});
inline constexpr rule_words blank_optional = detail::rule(
    detail::warning("blank-optional", detail::practice("seen in real requests")),
    {.message = "{field} is blank, which is read as absent",
     .help = "remove it, or give it a value",
     .when = "an optional string that must not be blank is empty or only whitespace; it is then read as absent"});
inline constexpr rule_words nesting_too_deep =
    detail::rule(detail::error("nesting-too-deep", detail::hardened),
                 {.message = "the document is nested too deeply to be read",
                  .help = "a request needs few levels: simplify it, or raise the limit (options::max_depth)",
                  .when = "the document nests deeper than options::max_depth"});
inline constexpr rule_words document_too_large = detail::rule(
    detail::error("document-too-large", detail::hardened),
    {.message = "the document is too large to be read",
     .help = "requests are small: check that this is the right file, or raise the limit (options::max_size)",
     .when = "the document is longer than options::max_size"});
inline constexpr rule_words too_many_diagnostics =
    detail::rule(detail::info("too-many-diagnostics", detail::hardened),
                 {.message = "more findings were left out: {value}",
                  .help = "fix these first, or raise the limit (--max-diagnostics, options::max_diagnostics)",
                  .when = "a document has more findings than options::max_diagnostics; the rest is left out"});

// The rules of notes that bring none of their own. A schema has them where it has such notes, as if it had written
// them.

inline constexpr rule_words out_of_range = detail::rule(
    detail::error("out-of-range"), {.message = "{field} must be {allowed}, not {value}", .help = "write {allowed}"});
inline constexpr rule_words value_not_allowed =
    detail::rule(detail::error("value-not-allowed"),
                 {.message = "{field} must be {allowed}, not {value}", .help = "write {allowed}"});
inline constexpr rule_words not_a_multiple = detail::rule(
    detail::error("not-a-multiple"), {.message = "{field} must be {allowed}, not {value}", .help = "write {allowed}"});
inline constexpr rule_words too_long =
    detail::rule(detail::error("too-long"), {.message = "{field} is too long: {value}", .help = "write {allowed}"});
inline constexpr rule_words too_short =
    detail::rule(detail::error("too-short"), {.message = "{field} is too short: {value}", .help = "write {allowed}"});
inline constexpr rule_words wrong_form = detail::rule(
    detail::error("wrong-form"), {.message = "{field} must be {allowed}, not {value}", .help = "write {allowed}"});
inline constexpr rule_words duplicate_element =
    detail::rule(detail::error("duplicate-element"),
                 {.message = "duplicate {value}: it appears earlier in the list", .help = "remove one of them"});

// The rules of options. They are about a call, not about a document, and are therefore not listed.

inline constexpr rule_words unknown_rule = detail::rule(
    detail::error("unknown-rule"), {"the options name a rule that does not exist: {value}", "correct its id"});
inline constexpr rule_words rule_not_optional =
    detail::rule(detail::error("rule-not-optional"),
                 {"the options leave out or lower {value}, but without that rule there may be no value",
                  "remove it from the options"});

/// A built-in rule, and what the engine knows about it.
struct built_in_rule {
    const rule_words* words = nullptr;  ///< What it is and says.
    bool not_a_document = false;        ///< Reported alone: the text could not be read as a document.
    bool expressible = true;            ///< Whether JSON Schema can express it.
    bool fixable = false;               ///< There are fixes for some of its findings.
    bool guards_value = false;          ///< A document that breaks it may give no value: it cannot be ignored.
};

/// All built-in rules, in the order in which they are listed.
inline constexpr std::array all{built_in_rule{&json_syntax, true, false},
                                built_in_rule{&body_missing, true},
                                built_in_rule{.words = &type_mismatch, .fixable = true, .guards_value = true},
                                built_in_rule{.words = &not_an_integer, .guards_value = true},
                                built_in_rule{.words = &integer_overflow, .guards_value = true},
                                built_in_rule{.words = &number_out_of_range, .guards_value = true},
                                built_in_rule{.words = &required_missing, .guards_value = true},
                                built_in_rule{.words = &required_blank, .guards_value = true},
                                built_in_rule{.words = &enum_invalid, .fixable = true, .guards_value = true},
                                built_in_rule{&duplicate_key, false, false},
                                built_in_rule{.words = &unknown_field, .fixable = true},
                                built_in_rule{.words = &null_value, .fixable = true},
                                built_in_rule{&blank_optional},
                                built_in_rule{&nesting_too_deep, true, false},
                                built_in_rule{&document_too_large, true, false},
                                built_in_rule{&too_many_diagnostics}};

/// The built-in rule with an id, or nullptr.
constexpr const built_in_rule* find(std::string_view id) {
    for (const built_in_rule& r : all) {
        if (r.words->id == id) return &r;
    }
    return nullptr;
}

}  // namespace vouch::built_in_rules
