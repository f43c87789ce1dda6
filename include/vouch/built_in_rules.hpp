// SPDX-License-Identifier: BSL-1.0
// The rules that every schema has: those of JSON itself, of types, and of required, unknown and repeated members.
#pragma once

#include <vouch/annotate.hpp>

#include <array>

namespace vouch::structure {

using enum severity;
using enum basis;

inline constexpr rule_info json_syntax{.id = "json-syntax",
                                       .message = "this is no JSON: {value}",
                                       .help = "correct the text at this place",
                                       .when = "the text is no JSON; alone, with the place where reading stopped"};
/// The same rule, of a text in memory.
inline constexpr rule_info not_utf8{.id = "json-syntax",
                                    .message = "{field} has bytes that are no UTF-8, which JSON cannot carry",
                                    .help = "convert the text to UTF-8"};
inline constexpr rule_info body_missing{.id = "body-missing",
                                        .basis = practice,
                                        .message = "there is no document",
                                        .help = "give a JSON object: {\"…\": …}",
                                        .when = "there is no document, or it is null"};
inline constexpr rule_info type_mismatch{
    .id = "type-mismatch",
    .message = "{field} must be {type}, not {found}",
    .help = "write {allowed}",
    .when = "a value, an array's element or the document is of another JSON type than the field"};
inline constexpr rule_info not_an_integer{.id = "not-an-integer",
                                          .message = "{field} must be an integer, not {value}",
                                          .help = "write a number without a fraction",
                                          .when = "an integer field holds a number with a fraction"};
inline constexpr rule_info integer_overflow{.id = "integer-overflow",
                                            .basis = vendor,
                                            .message = "{field} does not fit: {value} is outside the range of {type}",
                                            .help = "write a smaller number",
                                            .when = "an integer field holds a number that its width does not hold"};
inline constexpr rule_info number_out_of_range{
    .id = "number-out-of-range",
    .basis = practice,
    .message = "{field} is a number that no double holds: {value}",
    .help = "write {allowed}",
    .when = "a number field holds a number that no double holds, such as 1e400"};
inline constexpr rule_info required_missing{.id = "required-missing",
                                            .message = "{field} is required",
                                            .help = "add \"{field}\": {allowed}",
                                            .when = "a required field is absent; of a missing object, not its fields"};
inline constexpr rule_info required_blank{.id = "required-blank",
                                          .message = "{field} is required and must not be blank",
                                          .help = "write {allowed}",
                                          .when = "a required string is empty or only white space"};
inline constexpr rule_info enum_invalid{
    .id = "enum-invalid",
    .message = "{field} cannot be {value}",
    .help = "write {allowed}",
    .when = "a field of few values holds another string; values are compared exactly"};
inline constexpr rule_info duplicate_key{.id = "duplicate-key",
                                         .basis = practice,
                                         .message = "\"{field}\" stands in this object twice",
                                         .help = "remove one of the two; of two values, the last one counts",
                                         .when = "a key stands in one object twice, compared after unescaping"};
inline constexpr rule_info unknown_field{.id = "unknown-field",
                                         .severity = warning,
                                         .message = "\"{field}\" is no field of this object",
                                         .help = "remove it, or correct its name",
                                         .when = "an object has a key that the schema does not have there"};
inline constexpr rule_info null_value{.id = "null-value",
                                      .severity = info,
                                      .basis = vendor,
                                      .message = "{field} is null, which is read as absent",
                                      .help = "remove it, or give it a value",
                                      .when = "an optional field is null"};
inline constexpr rule_info blank_optional{
    .id = "blank-optional",
    .severity = warning,
    .basis = practice,
    .message = "{field} is blank, which is read as absent",
    .help = "remove it, or give it a value",
    .when = "an optional string that must not be blank is empty or only white space; it is then read as absent"};
inline constexpr rule_info nesting_too_deep{
    .id = "nesting-too-deep",
    .basis = practice,
    .message = "the document is nested too deeply to be read",
    .help = "a request needs few levels: simplify it, or raise the limit (options::max_depth)",
    .when = "the document nests deeper than options::max_depth"};
inline constexpr rule_info document_too_large{
    .id = "document-too-large",
    .basis = practice,
    .message = "the document is too large to be read",
    .help = "a request is small: is this one? Else raise the limit (options::max_size)",
    .when = "the document is longer than options::max_size"};
inline constexpr rule_info too_many_diagnostics{
    .id = "too-many-diagnostics",
    .severity = info,
    .basis = practice,
    .message = "more findings were left out: {value}",
    .help = "mend these first, or raise the limit (--max-diagnostics, options::max_diagnostics)",
    .when = "a document has more findings than options::max_diagnostics; the rest is left out"};

/// All of them, in this order.
inline constexpr std::array all{&json_syntax,      &body_missing,        &type_mismatch,      &not_an_integer,
                                &integer_overflow, &number_out_of_range, &required_missing,   &required_blank,
                                &enum_invalid,     &duplicate_key,       &unknown_field,      &null_value,
                                &blank_optional,   &nesting_too_deep,    &document_too_large, &too_many_diagnostics};

}  // namespace vouch::structure
