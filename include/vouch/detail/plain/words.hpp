// SPDX-License-Identifier: BSL-1.0
// Fields, values and what is allowed, in words: the texts that replace {field}, {value}, {type}, {found} and {allowed}
// in messages.
#pragma once

#include <vouch/built_in_rules.hpp>
#include <vouch/cell.hpp>
#include <vouch/detail/config.hpp>
#include <vouch/detail/json/numbers.hpp>
#include <vouch/detail/tables/within.hpp>
#include <vouch/tables.hpp>
#include <vouch/unicode.hpp>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace vouch::inline VOUCH_ABI::detail {

/// Words of a schema, in which a backtick means a quotation mark.
constexpr void append_words(std::string& out, std::string_view words) {
    while (true) {
        const std::size_t end = (std::min)(words.find('`'), words.size());
        out += words.substr(0, end);
        if (end == words.size()) return;
        out += '"';
        words.remove_prefix(end + 1);
    }
}
VOUCH_STRING_CONSTEXPR std::string shown_words(std::string_view words) {
    std::string out;
    append_words(out, words);
    return out;
}

constexpr void append_number(std::string& out, std::uint64_t v) {
    char digits[20]{};
    std::size_t n = 0;
    do digits[n++] = static_cast<char>('0' + v % 10);
    while ((v /= 10) != 0);
    while (n > 0) out += digits[--n];
}
constexpr void append_number(std::string& out, std::int64_t v) {
    if (v < 0) out += '-';
    append_number(out, v < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(v) : static_cast<std::uint64_t>(v));
}

/// The shortest text that reads back as the same number; in a constant expression, only the integral part.
template <std::floating_point V>
constexpr void append_number(std::string& out, V v) {
    if (std::is_constant_evaluated()) {
        append_number(out, static_cast<std::int64_t>(v));
    } else {
        char text[32];
        out.append(text, std::to_chars(text, text + sizeof text, v).ptr);
    }
}

/// An element of a list, after the list's name: [3].
constexpr void append_index(std::string& out, std::size_t index) {
    out += '[';
    append_number(out, static_cast<std::int64_t>(index));
    out += ']';
}
/// An element of a map, after the map's name: ["team"].
constexpr void append_key(std::string& out, std::string_view key) {
    out += '[';
    append_quoted(out, key);
    out += ']';
}

constexpr std::string_view type_words(kind k) {
    switch (k) {
    case kind::boolean: return "true or false";
    case kind::int32:
    case kind::uint32:
    case kind::int64:
    case kind::uint64: return "an integer";
    case kind::float32:
    case kind::number: return "a number";
    case kind::any: return "a JSON value";
    case kind::text:
    case kind::enumeration: return "a string";
    case kind::object:
    case kind::map: return "an object";
    case kind::list: break;
    }
    return "an array";
}

constexpr std::string_view width_words(kind k) {
    return k == kind::int32    ? "a 32-bit integer"
           : k == kind::uint32 ? "an unsigned 32-bit integer"
           : k == kind::uint64 ? "an unsigned 64-bit integer"
                               : "a 64-bit integer";
}

/// An example or a default, as JSON.
constexpr void append_constant(std::string& out, const constant& c, const type_info& type) {
    switch (c.holds) {
    case constant::type::none: break;
    case constant::type::boolean: out += c.integer != 0 ? "true" : "false"; break;
    case constant::type::integer: append_number(out, c.integer); break;
    case constant::type::number: append_number(out, c.number); break;
    case constant::type::text: append_quoted(out, c.text); break;
    case constant::type::enumerator: append_quoted(out, type.enumeration->name_of(c.integer)); break;
    }
}

constexpr void append_values(std::string& out, const enum_info& e) {
    for (std::size_t i = 0; i < e.values.size(); ++i) {
        if (i != 0) out += i + 1 == e.values.size() ? " or " : ", ";
        append_quoted(out, e.values[i].name);
    }
}

/// " from 1 to 5", " of at least 1", " above 0" or " below 5".
constexpr void append_limits(std::string& out, const range_note& n) {
    const bool both = n.has_min() && n.has_max();
    if (both && !n.exclusive_min && !n.exclusive_max) {
        out += " from ";
        append_number(out, n.min);
        out += " to ";
        append_number(out, n.max);
        return;
    }
    if (n.has_min()) append_number(out += n.exclusive_min ? " above " : " of at least ", n.min);
    if (both) out += " and";
    if (n.has_max()) append_number(out += n.exclusive_max ? " below " : both ? " at most " : " of at most ", n.max);
}

/// What the length of a value counts.
constexpr std::string_view counted_words(kind k, bool one) {
    switch (k) {
    case kind::list: return one ? " element" : " elements";
    case kind::map: return one ? " member" : " members";
    default: return one ? " character" : " characters";
    }
}

/// " of 3 to 63 characters", " of at least 3 elements".
constexpr void append_length(std::string& out, const length_note& n, kind k) {
    const bool has_min = n.min != 0;
    if (!has_min && !n.has_max()) return;
    const bool is_exact = n.min == n.max;
    out += !has_min ? " of at most " : n.has_max() ? " of " : " of at least ";
    if (has_min && !is_exact) append_number(out, static_cast<std::int64_t>(n.min));
    if (has_min && n.has_max() && !is_exact) out += " to ";
    if (n.has_max()) append_number(out, static_cast<std::int64_t>(n.max));
    out += counted_words(k, (n.has_max() ? n.max : n.min) == 1);
}

/// What a type holds: the names of an enumeration, else its kind.
constexpr void append_allowed(std::string& out, const type_info& type) {
    if (type.enumeration == nullptr) {
        out += type_words(type.kind);
    } else {
        if (type.enumeration->values.size() > 2) out += "one of ";
        append_values(out, *type.enumeration);
    }
}

/// What limits allow; false, and nothing is appended, if the type alone says more.
constexpr bool append_allowed(std::string& out, const limits& n, const type_info& type) {
    if (!n.one_of.values.empty()) {
        for (std::size_t i = 0; i < n.one_of.values.size(); ++i) {
            if (i != 0) out += i + 1 == n.one_of.values.size() ? " or " : ", ";
            append_number(out, n.one_of.values[i]);
        }
    } else if (n.matches.form) {
        const std::string_view words = n.matches.form->words;
        if (!words.starts_with("a ") && !words.starts_with("an ")) out += "a string that is ";
        append_words(out, words);
    } else if (n.multiple_of.of != 0) {
        append_number(out += "a multiple of ", n.multiple_of.of);
        if (n.range.is_limit()) append_limits(out, n.range);
    } else if (n.range.is_limit()) {
        out += is_floating(type.kind) ? "a number" : "an integer";
        append_limits(out, n.range);
    } else {
        return false;
    }
    return true;
}

/// What a field may hold, for "write …" and "add …".
constexpr void append_allowed(std::string& out, const field_info& f) {
    const note& n = *f.notes;
    const type_info& type = *f.type;
    if (type.enumeration != nullptr) return append_allowed(out, type);
    const bool has_words = n.one_of.values.empty() && !n.form.empty();
    if (has_words) {
        append_words(out, n.form);
    } else {
        const bool limited = append_allowed(out, limits_of(n), type);
        if (!limited) append_allowed(out, type);
        if (!limited && type.kind == kind::text && n.example.holds != constant::type::none) {
            out += " such as ";
            append_constant(out, n.example, type);
        }
        if (n.length.rule.id == built_in_rules::too_long.id || n.length.min_rule.id == built_in_rules::too_short.id) {
            if (n.matches.form) out += ',';
            append_length(out, n.length, type.kind);
        }
    }
    if (!n.unit.empty()) {
        out += " (";
        out += n.unit;
        out += ')';
    }
}

/// What an element of a list or map, or a key, may be.
constexpr void append_allowed(std::string& out, const element_note& e, const type_info& type) {
    const limits n = limits_of(e);
    if (!e.form.empty()) return append_words(out, e.form);
    if (!append_allowed(out, n, type)) append_allowed(out, type);
    if (n.matches.form && (n.length.has_max() || n.length.min != 0)) out += ',';
    append_length(out, n.length, kind::text);
}

/// What a note is about.
enum class part_of_field : std::uint8_t { whole, element, key };

constexpr void append_allowed(std::string& out, const field_info& f, part_of_field part) {
    switch (part) {
    case part_of_field::whole: return append_allowed(out, f);
    case part_of_field::element: return append_allowed(out, f.notes->elements, *f.type->element);
    case part_of_field::key: return append_allowed(out, f.notes->keys, type_info{});
    }
}

inline constexpr std::string_view secret_words = "(a secret)";

/// A present value as JSON, cut if long; a secret is never shown.
constexpr void append_value(std::string& out, const cell& c, const type_info& type, bool secret) {
    if (secret) {
        out += secret_words;
        return;
    }
    switch (type.kind) {
    case kind::boolean: out += c.integer != 0 ? "true" : "false"; break;
    case kind::int32:
    case kind::uint32:
    case kind::int64: append_number(out, c.integer); break;
    case kind::uint64: append_number(out, static_cast<std::uint64_t>(c.integer)); break;
    case kind::float32: append_number(out, static_cast<float>(c.number)); break;
    case kind::number: append_number(out, c.number); break;
    case kind::text: append_quoted(out, c.text); break;
    case kind::enumeration:
        append_quoted(out, type.enumeration->values[static_cast<std::size_t>(c.integer)].name);
        break;
    case kind::list:
    case kind::map:
        append_number(out, static_cast<std::int64_t>(c.size()));
        out += counted_words(type.kind, c.size() == 1);
        break;
    case kind::object: out += "an object"; break;
    case kind::any: append_shown(out, c.text, 60); break;
    }
}

/// What replaces the placeholders of one message.
struct word_list {
    std::string_view field{};
    std::string_view value{};
    std::string_view type{};
    std::string_view found{};
    std::string_view allowed{};  ///< If empty, what is allowed for a part of a field:
    const field_info* of = nullptr;
    part_of_field part = part_of_field::whole;
};

/// A message with its placeholders replaced.
VOUCH_STRING_CONSTEXPR std::string expand(std::string_view message, const word_list& words) {
    std::string out;
    out.reserve(message.size() + words.field.size() + words.value.size() + words.type.size() + words.found.size() +
                words.allowed.size());
    while (!message.empty()) {
        const std::size_t open = message.find('{');
        append_words(out, message.substr(0, open));
        if (open == std::string_view::npos) break;
        message.remove_prefix(open);
        const std::size_t end = message.find('}');
        const std::string_view name = end == std::string_view::npos ? std::string_view{} : message.substr(1, end - 1);
        const std::string_view* word = name == "field"     ? &words.field
                                       : name == "value"   ? &words.value
                                       : name == "type"    ? &words.type
                                       : name == "found"   ? &words.found
                                       : name == "allowed" ? &words.allowed
                                                           : nullptr;
        if (word == &words.allowed && word->empty() && words.of != nullptr)
            append_allowed(out, *words.of, words.part);
        else
            out += word != nullptr ? *word : message.substr(0, 1);
        message.remove_prefix(word != nullptr ? end + 1 : 1);
    }
    return out;
}

}  // namespace vouch::detail
