// SPDX-License-Identifier: BSL-1.0
// The fields and rules of a schema as lists, and in words: when a rule is reported, where, and what it reads.
#pragma once

#include <vouch/built_in_rules.hpp>
#include <vouch/detail/plain/words.hpp>
#include <vouch/forms.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace vouch::inline VOUCH_ABI {

/// A rule, with everything that a schema uses it for.
struct listed_rule {
    const rule_words* words = nullptr;  ///< What it is and says.
    std::vector<std::string> fields;    ///< Where it is reported; `*` stands for an element. Empty for built-in rules.
    std::vector<std::string> reads;     ///< The other fields that it reads.
    std::vector<std::string> when;      ///< When it is reported; any one of these suffices.
};

/// A field of a schema, and where it is.
struct listed_field {
    std::string pointer;                ///< `*` stands for an element.
    const field_info* field = nullptr;  ///< The field.
};

/// The fields of a schema, each followed by the fields within it.
inline std::vector<listed_field> fields_of(const object_info& root) {
    std::vector<listed_field> out;
    for_each_field(root, [&](const field_info& f, const std::string& pointer) { out.push_back({pointer, &f}); });
    return out;
}

/// What a field may hold, in words, and what its elements and keys may be.
inline std::string allowed_words(const field_info& f) {
    std::string out;
    detail::append_allowed(out, f);
    if (!f.notes->form.empty()) return out;
    const auto add = [&](std::string_view what, detail::part_of_field part) {
        out += what;
        detail::append_allowed(out, f, part);
    };
    if (f.asks_keys.any_limit()) add("; each key ", detail::part_of_field::key);
    if (f.asks_elements.any_limit()) add("; each element ", detail::part_of_field::element);
    if (f.asks.unique) out += "; none twice";
    return out;
}

/// A type's name: string, enum, int32, uint32, int64, uint64, float, number, boolean, object, any, or array or map of
/// one of these.
inline std::string type_name(const type_info& type) {
    switch (type.kind) {
    case kind::boolean: return "boolean";
    case kind::int32: return "int32";
    case kind::uint32: return "uint32";
    case kind::int64: return "int64";
    case kind::uint64: return "uint64";
    case kind::float32: return "float";
    case kind::number: return "number";
    case kind::any: return "any";
    case kind::text: return "string";
    case kind::enumeration: return "enum";
    case kind::object: return "object";
    case kind::list:
    case kind::map: break;
    }
    return (type.kind == kind::map ? "map of " : "array of ") + type_name(*type.element);
}

namespace detail {

/// Collects the rules of a schema.
class rule_lister {
public:
    explicit rule_lister(const object_info& root) {
        for (const rule_row& r : root.rules) constrained(r, root, {});
        for_each_field(root, [&](const field_info& f, const std::string& path) {
            noted(f, path);
            const object_info* const within = object_within(f);
            if (within == nullptr) return;
            for (const rule_row& r : within->rules) constrained(r, *within, has_elements(f.kind) ? path + "/*" : path);
        });
    }
    std::vector<listed_rule> entries;

private:
    listed_rule& entry(const rule_words& words) {
        for (listed_rule& e : entries) {
            if (e.words->id == words.id) return e;
        }
        entries.push_back({&words, {}, {}, {}});
        return entries.back();
    }

    static void add(std::vector<std::string>& to, std::string text) {
        if (!text.empty() && std::find(to.begin(), to.end(), text) == to.end()) to.push_back(std::move(text));
    }

    void noted(const field_info& f, const std::string& path) {
        const note& n = *f.notes;
        const std::string name(f.name);
        const auto add_note = [&](const rule_words& words, std::string when) {
            if (words.id.empty()) return;
            listed_rule& e = entry(words);
            add(e.fields, path);
            add(e.when, words.when.empty() ? std::move(when) : shown_words(words.when));
        };
        limited(limits_of(n), f.kind, name, add_note);
        const auto add_element = [&](const rule_words& words, std::string when) {
            if (words.id.empty()) return;
            listed_rule& e = entry(words);
            add(e.fields, path + "/*");
            add(e.when, words.when.empty() ? std::move(when) : shown_words(words.when));
        };
        if (has_elements(f.kind))
            limited(limits_of(n.elements), f.type->element->kind, "an element of " + name, add_element);
        if (f.kind == kind::map) limited(limits_of(n.keys), kind::text, "a key of " + name, add_element);
        if (n.unique) add_element(built_in_rules::duplicate_element, "an element of " + name + " repeats another one");
        add_note(n.deprecated.rule, name + (has_elements(f.kind) ? " is not empty" : " is present"));
        add_note(n.misplaced, name + " appears in a body document");
    }

    template <class Add>
    static void limited(const limits& n, kind k, const std::string& name, Add add_note) {
        std::string range = name + " is ";
        if (n.range.has_min()) append_number(range += n.range.exclusive_min ? "at most " : "below ", n.range.min);
        if (n.range.has_min() && n.range.has_max()) range += " or ";
        if (n.range.has_max()) append_number(range += n.range.exclusive_max ? "at least " : "above ", n.range.max);
        add_note(n.range.rule, std::move(range));
        std::string values = name + " is not ";
        for (std::size_t i = 0; i < n.one_of.values.size(); ++i) {
            if (i != 0) values += i + 1 == n.one_of.values.size() ? " or " : ", ";
            append_number(values, n.one_of.values[i]);
        }
        add_note(n.one_of.rule, std::move(values));
        std::string multiple = name + " is not a multiple of ";
        append_number(multiple, n.multiple_of.of);
        add_note(n.multiple_of.rule, std::move(multiple));
        const auto length = [&](std::string_view comparison, std::size_t count) {
            std::string words = name + " has " + std::string(comparison);
            append_number(words, static_cast<std::int64_t>(count));
            return words.append(counted_words(k, count == 1));
        };
        if (n.length.has_max()) add_note(n.length.rule, length("more than ", n.length.max));
        if (n.length.min != 0) add_note(n.length.min_rule, length("fewer than ", n.length.min));
        if (n.matches.form) add_note(n.matches.rule, name + " is not " + shown_words(n.matches.form->words));
    }

    void constrained(const rule_row& r, const object_info& o, const std::string& pointer) {
        listed_rule& e = entry(r.words);
        for (const clause& way : r.clauses) {
            std::string place = pointer + o.pointer_to(way.place);
            if (way.kind == clause::test::each || way.kind == clause::test::unique) place += "/*";
            if (way.member != 0) place += element_object(o, way.place).pointer_to(way.member);
            add(e.fields, place);
            for (const condition& c : way.when) add(e.reads, pointer + o.pointer_to(c.slot));
            for (const std::uint16_t slot : way.reads) add(e.reads, pointer + o.pointer_to(slot));
            if (r.words.when.empty()) add(e.when, clause_words(way, o));
        }
        add(e.when, shown_words(r.words.when));
        std::erase_if(e.reads, [&](const std::string& path) {
            return std::find(e.fields.begin(), e.fields.end(), path) != e.fields.end();
        });
    }

    static const object_info& element_object(const object_info& o, std::uint16_t slot) {
        return *o.cells[slot].field->type->element->object;
    }

    static std::string clause_words(const clause& way, const object_info& o) {
        std::string out;
        const auto join = [&] {
            if (!out.empty()) out += ", and ";
        };
        for (const condition& c : way.when) {
            join();
            out += condition_words(o, c.slot, c.asks, false);
        }
        const field_info& place = *o.cells[way.place].field;
        switch (way.kind) {
        case clause::test::then:
            join();
            out += condition_words(o, way.place, way.demand, true);
            break;
        case clause::test::each:
            join();
            out += "an entry of " + std::string(place.name) + predicate_words(way.demand, *place.type->element, true);
            break;
        case clause::test::unique:
            join();
            out += way.member == 0 ? "an entry of " + std::string(place.name)
                                   : std::string(element_object(o, way.place).cells[way.member].field->name);
            out += " duplicates an earlier one";
            break;
        case clause::test::report:
        case clause::test::satisfies: break;
        }
        return out;
    }

    static std::string condition_words(const object_info& o, std::uint16_t slot, const predicate& p, bool broken) {
        const field_info& f = *o.cells[slot].field;
        return std::string(f.name) + predicate_words(p, *f.type, broken);
    }

    /// " is 1", " is absent": what satisfies a predicate, or what breaks it.
    static std::string predicate_words(const predicate& p, const type_info& type, bool broken) {
        const bool complement = broken && !p.negated && p.kind == predicate::test::positions;
        const bool no = p.negated != broken && !complement;
        std::string out = " is ";
        const auto list = [&](std::size_t n, auto nth) {
            if (no) out += n > 1 ? "neither " : "not ";
            for (std::size_t i = 0; i < n; ++i) {
                if (i != 0) out += i + 1 != n ? ", " : no ? " nor " : " or ";
                out += nth(i);
            }
        };
        switch (p.kind) {
        case predicate::test::anything: out += no ? "absent" : "present"; break;
        case predicate::test::positions: {
            const auto names = choices(p.positions, !complement, type);
            list(names.size(), [&](std::size_t i) { return names[i]; });
            break;
        }
        case predicate::test::texts:
            list(p.texts.empty() ? 1 : p.texts.size(),
                 [&](std::size_t i) { return std::string(p.texts.empty() ? p.text : p.texts[i]); });
            break;
        case predicate::test::range:
            out += no ? "not from " : "from ";
            append_number(out, p.min);
            out += " to ";
            append_number(out, p.max);
            break;
        case predicate::test::function:
            if (no) out += "not ";
            out += p.form != nullptr ? p.form->words : "of its form";
            break;
        }
        if (!broken && !p.negated && p.absent && p.kind != predicate::test::anything) out += " or absent";
        return out;
    }

    /// The names of the choices that are in a set, or of those that are not.
    static std::vector<std::string> choices(const position_set& set, bool in, const type_info& type) {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < choices_of(type); ++i) {
            if (set.has(i) != in) continue;
            names.emplace_back(type.kind == kind::boolean ? std::string_view(i != 0 ? "true" : "false")
                                                          : type.enumeration->values[i].name);
        }
        return names;
    }
};

}  // namespace detail

/// The rules of a schema, the built-in ones first, each listed once.
inline std::vector<listed_rule> rules_of(const object_info& root) {
    std::vector<listed_rule> all;
    for (const built_in_rules::built_in_rule& r : built_in_rules::all)
        all.push_back({r.words, {}, {}, {detail::shown_words(r.words->when)}});
    std::vector<listed_rule> own = detail::rule_lister(root).entries;
    all.insert(all.end(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
    return all;
}

namespace detail {

/// Fills in placeholders for lists: what depends on the document is named in angle brackets.
inline std::string for_any_value(std::string_view words, const listed_rule& rule) {
    std::string name = rule.fields.empty() ? "<name>" : "<field>";
    if (rule.fields.size() == 1) {
        const std::string& path = rule.fields[0];
        name = path.substr(path.rfind('/') + 1);
        if (name == "*") name = "the entry";
    }
    std::string text(words);
    constexpr std::string_view quoted = "`{field}`";
    for (std::size_t at = 0; name.front() == '<' && (at = text.find(quoted, at)) != std::string::npos;)
        text.replace(at, quoted.size(), "{field}");
    return expand(text,
                  {.field = name, .value = "<value>", .type = "<type>", .found = "<found>", .allowed = "<allowed>"});
}

}  // namespace detail

/// A rule's message for any document: what depends on it is named in angle brackets.
inline std::string general_message(const listed_rule& rule) { return detail::for_any_value(rule.words->message, rule); }

/// The same for its help.
inline std::string general_help(const listed_rule& rule) { return detail::for_any_value(rule.words->help, rule); }

}  // namespace vouch
