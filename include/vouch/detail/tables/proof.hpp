// SPDX-License-Identifier: BSL-1.0
// Proves that a schema is complete and consistent. Each mistake is rejected with one sentence, written where it is
// found, that names the struct and the member or rule.
#pragma once

#include <vouch/detail/tables/within.hpp>
#include <vouch/shape_of.hpp>
#include <vouch/tables.hpp>

#include <algorithm>

namespace vouch::inline VOUCH_ABI::detail {

/// A mistake in a schema, as the parts of a sentence; no parts if there is no mistake.
struct sentence {
    static constexpr std::size_t most = 12;
    std::array<std::string_view, most> parts{};
    std::size_t count = 0;

    constexpr sentence() = default;
    template <class... Parts>
    constexpr explicit sentence(const Parts&... all) {
        (add(all), ...);
    }
    constexpr void add(std::string_view part) { parts[count++] = part; }
    constexpr void add(const sentence& s) {
        for (std::size_t i = 0; i < s.count; ++i) add(s.parts[i]);
    }
    constexpr explicit operator bool() const { return count != 0; }
};

/// A type's name as the compiler spells it.
template <class T>
constexpr std::string_view type_name() {
    const std::string_view all = __PRETTY_FUNCTION__;
    const std::size_t begin = all.find("T = ") + 4;
    return all.substr(begin, all.find_first_of(";]", begin) - begin);
}

/// Converts to any member of an aggregate; an optional is left to its own conversion from a value.
struct anything {
    template <class U>
        requires(!is_optional<U>)
    constexpr operator U() const;
};
template <std::size_t>
using anything_at = anything;

template <class T, std::size_t... I>
constexpr bool takes_initializers(std::index_sequence<I...>) {
    return requires { T{anything_at<I>{}...}; };
}

/// Whether an aggregate has more members than were described.
template <class T>
constexpr bool hides_a_member() {
    if constexpr (std::is_aggregate_v<T>) {
        return takes_initializers<T>(std::make_index_sequence<length_of<member_list<T>> + 1>{});
    } else {
        return false;
    }
}

template <class T>
inline constexpr auto member_names = []<template <class...> class L, class... D>(L<D...>) {
    return std::array<std::string_view, sizeof...(D)>{std::string_view(D::name)...};
}(member_list<T>{});

/// The path of the member at a cell.
template <class T>
constexpr sentence cell_name(std::size_t slot) {
    sentence name;
    [&]<template <class...> class L, class... D>(L<D...>) {
        std::size_t i = 0;
        const auto look = [&]<class V>(std::string_view member, of<V>) {
            const std::size_t first = first_slots<T>[i++];
            if (slot < first || slot >= first + width_of<V>()) return;
            name.add(member);
            if constexpr (described_struct<V>) {
                if (slot == first) return;
                const sentence inner = cell_name<V>(slot - first);
                name.add(".");
                name.add(inner);
            }
        };
        (look(D::name, of<value_of<member_type<T, D>>>{}), ...);
    }(member_list<T>{});
    return name;
}

template <class V>
inline constexpr bool is_supported = std::same_as<V, bool> || std::same_as<V, std::int32_t> ||
                                     std::same_as<V, std::uint32_t> || std::same_as<V, std::int64_t> ||
                                     std::same_as<V, std::uint64_t> || std::same_as<V, float> ||
                                     std::same_as<V, double> || std::same_as<V, std::string> || std::is_enum_v<V> ||
                                     (std::is_class_v<V> && !type_name<V>().starts_with("std::"));

/// What is wrong with a member's type; `Outer` are the structs that contain it.
template <class V, class... Outer>
constexpr sentence mistake_of_type() {
    if constexpr (is_list<V> || is_map<V>) {
        using E = element_of<V>;
        if constexpr (is_list<V> && is_list<E>)
            return sentence("a list of lists is not supported");
        else if constexpr (is_list<E> || is_map<E>)
            return sentence(is_list<V> ? "a list of maps is not supported" : "a map of lists or maps is not supported",
                            ": put each into a struct");
        else if constexpr (is_list<V> && std::same_as<E, bool>)
            return sentence("a list of booleans is not supported: std::vector<bool> has no elements to point to");
        else
            return mistake_of_type<E, Outer...>();
    } else if constexpr ((std::same_as<V, Outer> || ...)) {
        return sentence("a struct cannot contain itself");
    } else if constexpr (!is_supported<V>) {
        return sentence(
            "its type must be bool, std::int32_t, std::uint32_t, std::int64_t, std::uint64_t, float, double, std::string, "
            "boost::json::value, a described enum, a described struct, or a std::vector or std::map<std::string, T> of one of these, not ",
            type_name<V>());
    } else if constexpr (kind_of<V>() == kind::any) {
        if constexpr (!requires { sizeof(free_form<V>); })
            return sentence("boost::json::value needs #include <vouch/free_form.hpp>");
    } else if constexpr (std::is_enum_v<V> && !described_enum<V>) {
        return sentence("its enum ", type_name<V>(), " was not given to BOOST_DESCRIBE_ENUM");
    } else if constexpr (std::is_class_v<V> && !std::same_as<V, std::string> && !described_struct<V>) {
        return sentence("its struct ", type_name<V>(), " was not given to BOOST_DESCRIBE_STRUCT");
    }
    return {};
}

/// Whether a note's constant has a field's type.
template <class V>
constexpr bool is_of_type(const constant& c) {
    using type = constant::type;
    switch (kind_of<V>()) {
    case kind::boolean: return c.holds == type::boolean;
    case kind::int32:
    case kind::uint32:
    case kind::int64:
    case kind::uint64: return c.holds == type::integer && fits(kind_of<V>(), c.integer);
    case kind::float32:
    case kind::number: return c.holds == type::number || c.holds == type::integer;
    case kind::text: return c.holds == type::text;
    case kind::enumeration:
        if constexpr (described_enum<V>)
            return c.holds == type::enumerator && detail::position_of(static_cast<V>(c.integer)) != not_described;
        return false;
    case kind::list:
    case kind::map:
        if constexpr (has_elements(kind_of<V>())) return is_of_type<element_of<V>>(c);
        return false;
    case kind::object:
    case kind::any: break;
    }
    return false;
}

constexpr bool is_set(const rule_words& r) { return !r.id.empty(); }

/// Whether a constant, an example or a default, is within limits.
constexpr bool is_allowed(const limits& n, const constant& c) {
    const bool text = c.holds == constant::type::text;
    if (is_set(n.range.rule) && !is_in_range(n.range, c.number)) return false;
    if (text && (!is_short_enough(n.length, c.text) || !is_long_enough(n.length, c.text))) return false;
    if (text && !has_form(n.matches, c.text)) return false;
    return (n.one_of.values.empty() || is_one_of(n.one_of, c.integer)) && is_multiple(n.multiple_of, c.integer);
}

/// What is wrong with limits of values of a kind.
constexpr std::string_view mistake_of_limits(const limits& n, kind k) {
    const bool has_length = is_set(n.length.rule) || is_set(n.length.min_rule);
    if (n.range.min > n.range.max || (n.range.min == n.range.max && (n.range.exclusive_min || n.range.exclusive_max)))
        return "the min of its range is above the max";
    if (is_set(n.range.rule) && !is_integer(k) && !is_floating(k))
        return "its range does not fit its type: only numbers have one";
    if (!n.one_of.values.empty() && !is_integer(k)) return "its one_of does not fit its type: only integers have one";
    if (is_set(n.multiple_of.rule) && !is_integer(k))
        return "its multiple_of does not fit its type: only integers have one";
    if (n.multiple_of.of < 0 || (is_set(n.multiple_of.rule) && n.multiple_of.of == 0))
        return "its multiple_of is not of a positive number";
    if (n.length.min > n.length.max) return "the min of its length is above the max";
    if (has_length && k != kind::text && !has_elements(k))
        return "its length does not fit its type: only strings, lists and maps have one";
    if (is_set(n.matches.rule) && k != kind::text) return "its form does not fit its type: only strings have one";
    if (is_set(n.matches.rule) && !n.matches.form) return "its matches has a rule, but no form";
    return {};
}

template <class V>
constexpr kind kind_of_element() {
    if constexpr (has_elements(kind_of<V>())) return kind_of<element_of<V>>();
    return kind::object;
}

/// What is wrong with the documentation of one member.
template <class M>
constexpr std::string_view mistake_of_note(std::string_view doc, const note& n) {
    using V = value_of<M>;
    constexpr kind k = kind_of<V>();
    constexpr kind e = kind_of_element<V>();
    if (doc.empty()) return "its field(...) does not say what it means";
    if (const std::string_view found = mistake_of_limits(limits_of(n), k); !found.empty()) return found;
    if (const std::string_view found = mistake_of_limits(limits_of(n.elements), e); !found.empty())
        return has_elements(k) ? found : "it has a note on elements, which only lists and maps have";
    constexpr kind key = k == kind::map ? kind::text : kind::object;
    if (const std::string_view found = mistake_of_limits(limits_of(n.keys), key); !found.empty())
        return k == kind::map ? found : "it has a note on keys, which only maps have";
    if (n.unique && (k != kind::list || e != kind::text)) return "it is unique, which only lists of strings can be";
    if (n.blank == blank::allowed && k != kind::text) return "its blank does not fit its type: only strings have one";
    if (n.blank != blank::kept && n.blank != blank::allowed && (k != kind::text || !is_optional<M>))
        return "its blank does not fit its type: only optional strings have one";
    if (n.secret && k != kind::text) return "it is secret, which only strings can be";
    const limits of_constant = has_elements(k) ? limits_of(n.elements) : limits_of(n);
    if (n.example.holds != constant::type::none) {
        if (!is_of_type<V>(n.example)) return "its example is not of its type";
        if (!is_allowed(of_constant, n.example)) return "its example breaks its own note";
    }
    if (n.number_or_text && k != kind::text && (!is_integer(k)))
        return "its number_or_text does not fit its type: only strings and integers have one";
    if (n.default_value.holds != constant::type::none) {
        if (has_elements(k)) return "it has a default, which lists and maps cannot have";
        if (!is_of_type<V>(n.default_value)) return "its default is not of its type";
        if (!is_allowed(of_constant, n.default_value)) return "its default breaks its own note";
    }
    return {};
}

/// What is wrong with the members of a struct, before its shape is considered.
template <class T, class... Outer>
constexpr sentence mistake_of_members() {
    if constexpr (member_set::max_members < member_count<T>) {
        return sentence(type_name<T>(), " has more than 256 members");
    } else {
        sentence found;
        [&]<template <class...> class L, class... D>(L<D...>) {
            const auto look = [&]<class V>(std::string_view member, of<V>) {
                if (found) return;
                const sentence s = mistake_of_type<V, T, Outer...>();
                if (s) found = sentence(type_name<T>(), ".", member, ": ", s);
            };
            (look(D::name, of<value_of<member_type<T, D>>>{}), ...);
        }(member_list<T>{});
        if (!found && hides_a_member<T>())
            found = sentence(type_name<T>(), " has a member that was not given to BOOST_DESCRIBE_STRUCT");
        return found;
    }
}

/// Whether a name can appear in JSON as it is, so that it is written and compared byte by byte.
constexpr bool needs_no_escape(std::string_view name) {
    bool ascii = true;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || c == '"' || c == '\\') return false;
        ascii = ascii && byte < 0x80;
    }
    return !name.empty() && (ascii || is_utf8(name));
}

/// A member's key, or an alias of it.
struct spelling {
    std::string_view text{};
    bool is_alias = false;
    std::size_t index = 0;  ///< The member's.

    constexpr auto operator<=>(const spelling&) const = default;
};

template <class T>
inline constexpr std::size_t spelling_count = [] {
    std::size_t n = 0;
    for (const field_draft<T>& f : shape_v<T>.fields) n += 1 + f.note.aliases.size();
    return n;
}();

template <class T>
inline constexpr auto sorted_spellings = [] {
    std::array<spelling, spelling_count<T>> all{};
    std::size_t to = 0;
    for (const field_draft<T>& f : shape_v<T>.fields) {
        all[to++] = {f.note.key.empty() ? member_names<T>[f.index] : f.note.key, false, f.index};
        for (const std::string_view alias : f.note.aliases) all[to++] = {alias, true, f.index};
    }
    std::sort(all.begin(), all.end());
    return all;
}();

template <class T>
constexpr sentence mistake_of_keys() {
    const auto wrong = [](const spelling& s, std::string_view what) {
        return sentence(type_name<T>(), ".", member_names<T>[s.index], ": ", what);
    };
    constexpr auto& all = sorted_spellings<T>;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!all[i].is_alias && !needs_no_escape(all[i].text))
            return wrong(all[i], "its key would have to be escaped in JSON");
        if (i == 0 || all[i - 1].text != all[i].text) continue;
        if (!all[i].is_alias) return wrong(all[i], "its key is that of another member");
        if (!all[i - 1].is_alias) return wrong(all[i - 1], "its key is an alias as well");
        if (all[i - 1].index != all[i].index) return wrong(all[i], "one of its aliases is that of another member");
    }
    return {};
}

template <class T>
inline constexpr auto mistakes_of_notes = []<template <class...> class L, class... D>(L<D...>) {
    return std::array<std::string_view (*)(std::string_view, const note&), sizeof...(D)>{
        &mistake_of_note<member_type<T, D>>...};
}(member_list<T>{});

template <class T>
constexpr sentence mistake_of_fields() {
    constexpr std::string_view name = type_name<T>();
    std::array<bool, member_count<T>> seen{};
    for (const field_draft<T>& f : shape_v<T>.fields) {
        if (f.index == not_described)
            return sentence(name, " has a field(...) whose member was not given to BOOST_DESCRIBE_STRUCT");
        if (seen[f.index]) return sentence(name, ".", member_names<T>[f.index], " has two field(...)");
        seen[f.index] = true;
        const std::string_view found = mistakes_of_notes<T>[f.index](f.doc, f.note);
        if (!found.empty()) return sentence(name, ".", member_names<T>[f.index], ": ", found);
    }
    for (std::size_t i = 0; i < seen.size(); ++i) {
        if (!seen[i]) return sentence(name, ".", member_names<T>[i], " has no field(...)");
    }
    return {};
}

/// Whether something in a text looks like a placeholder, and is none.
constexpr bool has_unknown_placeholder(std::string_view text) {
    constexpr std::string_view known[] = {"field", "value", "type", "found", "allowed"};
    for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
        std::size_t end = open + 1;
        while (end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
        const std::string_view name = text.substr(open + 1, end - open - 1);
        if (name.empty() || end == text.size() || text[end] != '}') continue;
        if (std::find(std::begin(known), std::end(known), name) == std::end(known)) return true;
    }
    return false;
}

/// Whether an id can be named in options, where commas separate ids.
constexpr bool is_rule_id(std::string_view id) {
    return std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
               c == '.';
    });
}

template <class T>
constexpr sentence mistake_of_rules() {
    constexpr auto& s = shape_v<T>;
    const auto wrong = [](std::string_view id, std::string_view what) {
        return sentence(type_name<T>(), ", rule ", id, ": ", what);
    };
    const auto is_before = [](std::size_t end, std::string_view id) {
        for (std::size_t i = 0; i < end; ++i) {
            if (s.rules[i].words.id == id) return true;
        }
        return false;
    };
    for (std::size_t i = 0; i < s.rules.size(); ++i) {
        const rule_words& r = s.rules[i].words;
        if (r.id.empty()) return sentence(type_name<T>(), " has a rule without an id");
        if (!is_rule_id(r.id))
            return wrong(r.id, "its id has a character that is no letter, digit, hyphen, dot or underscore");
        if (r.message.empty()) return wrong(r.id, "it has no message");
        if (has_unknown_placeholder(r.message) || has_unknown_placeholder(r.help))
            return wrong(r.id, "it has a placeholder other than {field}, {value}, {type}, {found} and {allowed}");
        if (is_before(i, r.id)) return wrong(r.id, "there are two rules with this id");
        if (built_in_rules::find(r.id) != nullptr) return wrong(r.id, "a built-in rule has this id");
    }
    for (const field_draft<T>& f : s.fields) {
        for (const rule_words* r : rules_of_note(f.note)) {
            if (!r->id.empty() && is_before(s.rules.size(), r->id))
                return wrong(r->id, "there are two rules with this id");
        }
    }
    return {};
}

/// What is wrong with a struct's own shape.
template <class T>
constexpr sentence mistake_of_shape() {
    constexpr auto& m = shape_v<T>.mistake;
    if (const std::string_view what = m.of_clause.text; !what.empty()) {
        if (m.rule.empty()) return sentence(type_name<T>(), ": ", what);
        const sentence member = cell_name<T>(m.of_clause.slot);
        return sentence(type_name<T>(), ", rule ", m.rule, ": ", member, member ? " " : "", what);
    }
    constexpr sentence of_fields = mistake_of_fields<T>();
    if constexpr (of_fields) {
        return of_fields;
    } else {
        constexpr sentence of_keys = mistake_of_keys<T>();
        return of_keys ? of_keys : mistake_of_rules<T>();
    }
}

/// The texts of enumerators in JSON, each with its position, sorted.
template <class E>
inline constexpr auto sorted_texts = [] {
    std::array<std::pair<std::string_view, std::size_t>, enumerator_count<E>> texts{};
    for (std::size_t i = 0; i < texts.size(); ++i) texts[i] = {described_enumerators<E>[i].name, i};
    for (const value_draft& v : shape_v<E>.values) {
        if (!v.text.empty()) texts[v.position].first = v.text;
    }
    std::sort(texts.begin(), texts.end());
    return texts;
}();

template <class E>
constexpr sentence mistake_of_texts() {
    const auto wrong = [](std::size_t position, std::string_view what) {
        return sentence(type_name<E>(), "::", described_enumerators<E>[position].name, what);
    };
    constexpr auto& texts = sorted_texts<E>;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto& [text, position] = texts[i];
        if (!needs_no_escape(text)) return wrong(position, ": its text would have to be escaped in JSON");
        if (i != 0 && texts[i - 1].first == text) return wrong(position, ": its text is that of another enumerator");
    }
    return {};
}

/// What is wrong with the values of an enum.
template <class E>
constexpr sentence mistake_of_values() {
    constexpr auto& all = described_enumerators<E>;
    if (all.size() > max_enumerators) return sentence(type_name<E>(), " has more than 1,024 enumerators");
    std::array<bool, all.size()> described{};
    for (const value_draft& v : shape_v<E>.values) {
        if (v.position == not_described)
            return sentence(type_name<E>(), " has a value(...) whose enumerator was not described");
        described[v.position] = described[v.position] || !v.doc.empty();
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto wrong = [&](std::string_view what) { return sentence(type_name<E>(), "::", all[i].name, what); };
        if (all[i].value < 1) return wrong(" is below 1: 0 is a field that was not set");
        if (!described[i]) return wrong(" has no value(...) that says what it means");
    }
    return {};
}

template <class E>
constexpr sentence mistake_of_enum() {
    constexpr sentence of_values = mistake_of_values<E>();
    if constexpr (of_values) {
        return of_values;
    } else {
        constexpr sentence of_texts = mistake_of_texts<E>();
        return of_texts;
    }
}

// Constants, so that compilers that limit the steps of an evaluation look at one type at a time.
template <class T>
inline constexpr sentence mistake_in_shape = mistake_of_shape<T>();
template <class E>
inline constexpr sentence mistake_in_enum = mistake_of_enum<E>();

/// The first mistake in a described type and the types within it.
template <class T, class... Outer>
constexpr sentence first_mistake() {
    if constexpr (has_elements(kind_of<T>())) {
        return first_mistake<element_of<T>, Outer...>();
    } else if constexpr (kind_of<T>() == kind::object && !described_struct<T>) {
        return sentence(type_name<T>(), " was not given to BOOST_DESCRIBE_STRUCT");
    } else if constexpr (described_struct<T>) {
        constexpr sentence of_members = mistake_of_members<T, Outer...>();
        if constexpr (of_members) {
            return of_members;
        } else if constexpr (!has_shape<T>) {
            return sentence(type_name<T>(), " has no shape_of(vouch::of<", type_name<T>(), ">) that compiles");
        } else {
            sentence found;
            [&]<template <class...> class L, class... D>(L<D...>) {
                ((found ? void() : void(found = first_mistake<value_of<member_type<T, D>>, T, Outer...>())), ...);
            }(member_list<T>{});
            return found ? found : mistake_in_shape<T>;
        }
    } else if constexpr (described_enum<T>) {
        if constexpr (!has_shape<T>)
            return sentence(type_name<T>(), " has no shape_of(vouch::of<", type_name<T>(), ">) that compiles");
        else
            return mistake_in_enum<T>;
    } else {
        return {};
    }
}

/// The first mistake in a schema.
template <class T>
constexpr sentence mistake_of_schema() {
    constexpr sentence found = first_mistake<T>();
    if constexpr (found)
        return found;
    else if (levels_of<T>() > max_levels)
        return sentence(type_name<T>(), " nests more than 12 levels of objects, lists and maps");
    else if (members_at_once<T>() > max_members_at_once)
        return sentence(type_name<T>(), " nests structs that have more than 1,024 members together");
    return {};
}

template <class T>
inline constexpr sentence mistake_in = mistake_of_schema<T>();

#if defined(__clang__) && __clang_major__ < 16

// These compilers print the arguments of a call in a constant expression, but not the text of a template argument.
template <class... Parts>
void reject_schema(Parts...);

template <class... Parts>
constexpr bool accepts(const char* first, Parts... parts) {
    if (first != nullptr) reject_schema(first, parts...);
    return true;
}

template <class T>
constexpr bool prove() {
    constexpr auto& said = mistake_in<T>.parts;
    static_assert(accepts(said[0].data(), said[1].data(), said[2].data(), said[3].data(), said[4].data(),
                          said[5].data(), said[6].data(), said[7].data()));
    return !mistake_in<T>;
}

#else

/// A sentence as a template argument, which compilers print.
template <std::size_t N>
struct mistake {
    char text[N + 1];
};

template <auto Mistake>
struct schema_is_rejected {
    static_assert(sizeof(Mistake) == 0, "the schema is rejected: see the sentence above");
};

template <class T>
constexpr std::size_t size_of_mistake() {
    constexpr sentence s = mistake_in<T>;
    std::size_t n = 0;
    for (std::size_t i = 0; i < s.count; ++i) n += s.parts[i].size();
    return n;
}

template <class T>
constexpr auto make_mistake() {
    constexpr sentence s = mistake_in<T>;
    mistake<size_of_mistake<T>()> m{};
    std::size_t n = 0;
    for (std::size_t i = 0; i < s.count; ++i) {
        for (const char c : s.parts[i]) m.text[n++] = c;
    }
    return m;
}

/// Rejects a schema that has a mistake; true if it has none.
template <class T>
constexpr bool prove() {
    if constexpr (mistake_in<T>)
        return sizeof(schema_is_rejected<make_mistake<T>()>) == 0;
    else
        return true;
}

#endif

template <class T>
inline constexpr bool is_proved = prove<T>();

}  // namespace vouch::detail
