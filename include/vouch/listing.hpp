// SPDX-License-Identifier: BSL-1.0
// The rules of a schema in words: when each is reported, where, and which fields it reads.
#pragma once

#include <vouch/tables.hpp>
#include <vouch/built_in_rules.hpp>
#include <vouch/detail/plain/words.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace vouch {

/// A rule, wherever a schema uses it.
struct rule_entry {
    const rule_info* info = nullptr;
    std::vector<std::string>
        fields;                      ///< Where it is reported; `*` stands for an element. Empty for rules of structure.
    std::vector<std::string> reads;  ///< The other fields that it reads.
    std::vector<std::string> when;   ///< When it is reported; each of them is enough.
};

/// A field of a schema, wherever it stands.
struct field_entry {
    std::string pointer;  ///< `*` stands for an element.
    const field_info* field = nullptr;
};

/// The fields of a schema; those within objects and elements behind them.
inline void append_fields(std::vector<field_entry>& out, const object_info& o, const std::string& pointer = {}) {
    for (const field_info& f : o.fields) {
        const std::string path = pointer + "/" + std::string(f.name);
        out.push_back({path, &f});
        const type_info& type = f.kind == kind::list ? *f.type->element : *f.type;
        if (type.object != nullptr) append_fields(out, *type.object, f.kind == kind::list ? path + "/*" : path);
    }
}

/// A type's name: string, enum, int32, int64, number, boolean, object, or array of one of these.
inline std::string type_name(const type_info& type) {
    switch (type.kind) {
    case kind::boolean: return "boolean";
    case kind::int32: return "int32";
    case kind::int64: return "int64";
    case kind::number: return "number";
    case kind::text: return "string";
    case kind::enumeration: return "enum";
    case kind::object: return "object";
    case kind::list: break;
    }
    return "array of " + type_name(*type.element);
}

namespace detail {

/// Collects the rules of a schema.
class rule_lister {
public:
    explicit rule_lister(const object_info& root) { object(root, {}); }
    std::vector<rule_entry> entries;

private:
    void object(const object_info& o, const std::string& pointer) {
        for (const constraint& c : o.rules) constrained(c, o, pointer);
        for (const field_info& f : o.fields) {
            const std::string path = pointer + "/" + std::string(f.name);
            noted(f, path);
            const type_info& type = f.kind == kind::list ? *f.type->element : *f.type;
            if (type.object != nullptr) object(*type.object, f.kind == kind::list ? path + "/*" : path);
        }
    }

    rule_entry& entry(const rule_info& info) {
        for (rule_entry& e : entries) {
            if (e.info->id == info.id) return e;
        }
        entries.push_back({&info, {}, {}, {}});
        return entries.back();
    }

    static void add(std::vector<std::string>& to, std::string text) {
        if (!text.empty() && std::find(to.begin(), to.end(), text) == to.end()) to.push_back(std::move(text));
    }

    void noted(const field_info& f, const std::string& path) {
        const note& n = *f.notes;
        const std::string name(f.name);
        const auto add_note = [&](const rule_info& info, std::string when) {
            if (info.id.empty()) return;
            rule_entry& e = entry(info);
            add(e.fields, path);
            add(e.when, info.when.empty() ? std::move(when) : std::string(info.when));
        };
        std::string range = name + " is below ";
        append_number(range, n.range.min);
        if (is_finite(n.range.max)) {
            range += " or above ";
            append_number(range, n.range.max);
        }
        add_note(n.range.rule, std::move(range));
        std::string values = name + " is not ";
        for (std::size_t i = 0; i < n.one_of.values.size(); ++i) {
            if (i != 0) values += i + 1 == n.one_of.values.size() ? " or " : ", ";
            append_number(values, n.one_of.values[i]);
        }
        add_note(n.one_of.rule, std::move(values));
        std::string length = name + " has more than ";
        append_number(length, static_cast<std::int64_t>(n.length.max));
        add_note(n.length.rule, length + (f.kind == kind::list ? " elements" : " characters"));
        add_note(n.deprecated.rule, name + (f.kind == kind::list ? " is not empty" : " is there"));
        add_note(n.misplaced, name + " stands in a body document");
    }

    void constrained(const constraint& c, const object_info& o, const std::string& pointer) {
        rule_entry& e = entry(c.info);
        for (const clause& way : c.ways()) {
            std::string place = pointer + o.pointer_to(way.place);
            if (way.kind == clause::test::each || way.kind == clause::test::unique) place += "/*";
            if (way.key != 0) place += element_object(o, way.place).pointer_to(way.key);
            add(e.fields, place);
            for (std::size_t i = 0; i < way.conditions; ++i) add_read(e, pointer + o.pointer_to(way.when[i].slot));
            for (std::size_t i = 0; i < way.read_count; ++i) add_read(e, pointer + o.pointer_to(way.reads[i]));
            if (c.info.when.empty()) add(e.when, words(way, o));
        }
        add(e.when, std::string(c.info.when));
        std::erase_if(e.reads, [&](const std::string& r) {
            return std::find(e.fields.begin(), e.fields.end(), r) != e.fields.end();
        });
    }

    static void add_read(rule_entry& e, std::string path) { add(e.reads, std::move(path)); }

    static const object_info& element_object(const object_info& o, std::uint16_t slot) {
        return *o.cells[slot].field->type->element->object;
    }

    static std::string words(const clause& way, const object_info& o) {
        std::string out;
        for (std::size_t i = 0; i < way.conditions; ++i) {
            if (i != 0) out += ", and ";
            out += literal_words(o, way.when[i].slot, way.when[i].asks, false);
        }
        const field_info& place = *o.cells[way.place].field;
        const auto join = [&] {
            if (!out.empty()) out += ", and ";
        };
        switch (way.kind) {
        case clause::test::then:
            join();
            out += literal_words(o, way.place, way.demand, true);
            break;
        case clause::test::each:
            join();
            out += "an entry of " + std::string(place.name) + predicate_words(way.demand, *place.type->element, true);
            break;
        case clause::test::unique:
            join();
            out += way.key == 0 ? "an entry of " + std::string(place.name)
                                : std::string(element_object(o, way.place).cells[way.key].field->name);
            out += " is the same as one before it";
            break;
        case clause::test::report:
        case clause::test::satisfies: break;
        }
        return out;
    }

    static std::string literal_words(const object_info& o, std::uint16_t slot, const predicate& p, bool broken) {
        const field_info& f = *o.cells[slot].field;
        return std::string(f.name) + predicate_words(p, *f.type, broken);
    }

    /// " is 1", " is absent": what a predicate asks, or what breaks it.
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
        case predicate::test::anything: out += no ? "absent" : "there"; break;
        case predicate::test::positions: {
            const auto names = positions(complement ? ~p.positions : p.positions, type);
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

    static std::vector<std::string> positions(std::uint64_t bits, const type_info& type) {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < choices_of(type); ++i) {
            if ((bits >> i & 1U) == 0) continue;
            names.emplace_back(type.kind == kind::boolean ? std::string_view(i != 0 ? "true" : "false")
                                                          : type.enumeration->values[i].name);
        }
        return names;
    }
};

}  // namespace detail

/// The rules of a schema, those of structure first; each once.
inline std::vector<rule_entry> rules_of(const object_info& root) {
    std::vector<rule_entry> all;
    for (const rule_info* r : structure::all) all.push_back({r, {}, {}, {std::string(r->when)}});
    std::vector<rule_entry> own = detail::rule_lister(root).entries;
    all.insert(all.end(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
    return all;
}

namespace detail {

inline std::string for_any_value(std::string_view words, const rule_entry& rule) {
    std::string name = rule.fields.empty() ? "a field" : "the field";
    if (rule.fields.size() == 1) {
        const std::string& path = rule.fields[0];
        name = path.substr(path.rfind('/') + 1);
        if (name == "*") name = "the entry";
    }
    return expand(
        words,
        {.field = name, .value = "…", .type = "its own type", .found = "another type", .allowed = "what is allowed"});
}

}  // namespace detail

/// A rule's message for any value: what stands for a value is an ellipsis.
inline std::string general_message(const rule_entry& rule) { return detail::for_any_value(rule.info->message, rule); }

/// The same of its help.
inline std::string general_help(const rule_entry& rule) { return detail::for_any_value(rule.info->help, rule); }

}  // namespace vouch
