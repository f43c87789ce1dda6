// SPDX-License-Identifier: BSL-1.0
// A schema as JSON Schema 2020-12: types, notes, and every error rule that it can express. The others are named.
#pragma once

#include <vouch/boost_json.hpp>
#include <vouch/detail/tables/constant_value.hpp>
#include <vouch/listing.hpp>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <cmath>
#include <limits>
#include <string>

namespace vouch::inline VOUCH_ABI {

/// The id and title of a JSON Schema, and what it says of unknown members.
struct json_schema_options {
    std::string_view id{};  ///< A URI; one that depends on no address, such as urn:example:order, never has to change.
    std::string_view title{};  ///< A name for people.
    bool closed = false;       ///< Unknown members are errors, as with `unknown_policy::error`.
};

namespace detail {

class json_schema_writer {
public:
    static boost::json::value document(const object_info& root, const json_schema_options& o) {
        boost::json::object out{{"$schema", "https://json-schema.org/draft/2020-12/schema"}};
        if (!o.id.empty()) out["$id"] = text(o.id);
        if (!o.title.empty()) out["title"] = text(o.title);
        json_schema_writer writer;
        writer.closed_ = o.closed;
        boost::json::object body = writer.object(root, false);
        if (o.closed) body["properties"].as_object()["$schema"] = boost::json::object{{"type", "string"}};
        std::string comment = "Error rules that a JSON Schema cannot express:";
        const auto add = [&](std::string_view id) {
            comment += comment.ends_with(':') ? " " : ", ";
            comment += id;
        };
        for (const built_in_rules::built_in_rule& r : built_in_rules::all) {
            if (!r.expressible) add(r.words->id);
        }
        for (const std::string_view id : writer.inexpressible_) add(id);
        out["$comment"] = comment + ".";
        out.insert(body.begin(), body.end());
        boost::json::array rules;
        for (const listed_rule& r : rules_of(root)) {
            if (r.words->severity == severity::error) continue;
            rules.push_back(boost::json::object{{"id", text(r.words->id)},
                                                {"severity", text(name_of(r.words->severity))},
                                                {"basis", text(name_of(r.words->source.basis))},
                                                {"fields", texts(r.fields)},
                                                {"when", texts(r.when)},
                                                {"message", text(general_message(r))}});
        }
        out["x-vouch-rules"] = std::move(rules);
        return out;
    }

private:
    using value = boost::json::value;
    using json_object = boost::json::object;
    using json_array = boost::json::array;

    static constexpr std::string_view not_blank = "[^ \\t\\n\\v\\f\\r]";

    static boost::json::string text(std::string_view s) { return boost::json::string(s); }
    static json_array texts(const std::vector<std::string>& from) {
        json_array out;
        for (const std::string& s : from) out.push_back(text(s));
        return out;
    }
    static json_object negated(value v) { return {{"not", std::move(v)}}; }

    /// An object: its members, and what its rules demand of them.
    json_object object(const object_info& o, bool nullable) {
        json_object out{{"type", type_of("object", nullable)}, {"description", text(o.doc)}};
        json_object properties;
        json_array required;
        json_array all;
        for (const field_info& f : o.fields) {
            properties[f.name] = field(f, o.tolerance == vouch::tolerance::tolerant);
            if (f.required && f.notes->aliases.empty()) required.push_back(text(f.name));
            if (f.required && !f.notes->aliases.empty()) all.push_back(required_in_any_spelling(f));
            for (const std::string_view alias : f.notes->aliases) {
                all.push_back(json_object{{"$comment", text("another spelling of " + std::string(f.name))},
                                          {"if", negated(json_object{{"required", json_array{text(f.name)}}})},
                                          {"then", json_object{{"properties", json_object{{alias, field(f, true)}}}}}});
            }
        }
        if (closed_ && o.tolerance == tolerance::strict) {
            for (const field_info& f : o.fields) {
                for (const std::string_view alias : f.notes->aliases) properties[alias] = json_object{};
            }
            out["additionalProperties"] = false;
        }
        out["properties"] = std::move(properties);
        if (!required.empty()) out["required"] = std::move(required);
        for (const rule_row& r : o.rules) {
            if (r.words.severity != severity::error) continue;
            if (!r.words.json_schema.empty()) {
                boost::json::error_code ec;
                const value own = boost::json::parse(text(r.words.json_schema), ec);
                if (own.is_object())
                    all.push_back(commented(r.words.id, own.get_object()));
                else
                    add_inexpressible(r.words.id);
                continue;
            }
            for (const clause& way : r.clauses) {
                if (is_expressible(way) || is_expressible(way, has_format(way.demand)))
                    all.push_back(rule(r.words.id, way, o));
                if (!is_expressible(way)) add_inexpressible(r.words.id);
            }
        }
        if (!all.empty()) out["allOf"] = std::move(all);
        return out;
    }

    static json_object required_in_any_spelling(const field_info& f) {
        json_array any{json_object{{"required", json_array{text(f.name)}}}};
        for (const std::string_view alias : f.notes->aliases)
            any.push_back(json_object{{"required", json_array{text(alias)}}});
        return {{"anyOf", std::move(any)}};
    }

    void add_inexpressible(std::string_view id) {
        if (std::find(inexpressible_.begin(), inexpressible_.end(), id) == inexpressible_.end())
            inexpressible_.push_back(id);
    }

    static value type_of(std::string_view name, bool nullable) {
        if (!nullable) return text(name);
        return json_array{text(name), "null"};
    }

    static std::string description(const field_info& f) {
        const note& n = *f.notes;
        std::string out(f.doc);
        const auto add = [&](std::string_view before, std::string_view words) {
            if (!words.empty()) out += std::string(" ") + std::string(before) + std::string(words) + ".";
        };
        if (f.type->enumeration != nullptr) {
            for (const enumerator_info& v : f.type->enumeration->values)
                out += " " + std::string(v.name) + ": " + std::string(v.doc);
        } else {
            add("Allowed: ", shown_words(n.form));
        }
        add("Unit: ", n.unit);
        add("Default: ", n.default_words);
        if (f.asks.deprecated) add("Deprecated. Use instead: ", n.deprecated.use);
        if (f.in_query) out += " A parameter of the query: it does not belong in the body.";
        if (n.immutable) out += " Cannot be changed after creation.";
        if (n.secret) out += " A secret.";
        return out;
    }

    value field(const field_info& f, bool tolerant) {
        const note& n = *f.notes;
        const bool nullable = !f.required || tolerant;
        json_object out = f.type->kind == kind::object ? object(*f.type->object, nullable) : noted(f, nullable);
        out["description"] = text(description(f));
        if (n.default_value.holds != constant::type::none) out["default"] = constant_value(n.default_value, *f.type);
        if (n.example.holds != constant::type::none) {
            json_object& of = has_elements(f.kind) ? out[elements_of(f.kind)].as_object() : out;
            of["examples"] = json_array{constant_value(n.example, *f.type)};
        }
        if (f.asks.deprecated) out["deprecated"] = true;
        if (n.secret) out["writeOnly"] = true;
        if (n.number_or_text) allow_number_or_text(out, f.kind, nullable);
        return out;
    }

    /// Also allows a number for a text, and a number in a text for an integer, however it is written.
    static void allow_number_or_text(json_object& out, kind k, bool nullable) {
        if (k == kind::text) {
            json_array types{"string", "number"};
            if (nullable) types.push_back("null");
            out["type"] = std::move(types);
            return;
        }
        json_object number;
        for (const char* key :
             {"type", "enum", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"}) {
            if (const auto at = out.find(key); at != out.end()) {
                number[key] = at->value();
                out.erase(at);
            }
        }
        constexpr char in_text[] = "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?$";
        out["anyOf"] = json_array{std::move(number), json_object{{"type", "string"}, {"pattern", in_text}}};
    }

    /// What a type allows without notes.
    json_object plain(const type_info& type, bool nullable) {
        json_object out;
        switch (type.kind) {
        case kind::boolean: out["type"] = type_of("boolean", nullable); break;
        case kind::int32:
            out["type"] = type_of("integer", nullable);
            out["minimum"] = (std::numeric_limits<std::int32_t>::min)();
            out["maximum"] = (std::numeric_limits<std::int32_t>::max)();
            break;
        case kind::uint32:
            out["type"] = type_of("integer", nullable);
            out["minimum"] = 0;
            out["maximum"] = (std::numeric_limits<std::uint32_t>::max)();
            break;
        case kind::int64:
            out["type"] = type_of("integer", nullable);
            out["minimum"] = (std::numeric_limits<std::int64_t>::min)();
            out["maximum"] = (std::numeric_limits<std::int64_t>::max)();
            break;
        case kind::uint64:
            out["type"] = type_of("integer", nullable);
            out["minimum"] = 0;
            out["maximum"] = (std::numeric_limits<std::uint64_t>::max)();
            break;
        case kind::float32:
        case kind::number: out["type"] = type_of("number", nullable); break;
        case kind::any: break;
        case kind::text: out["type"] = type_of("string", nullable); break;
        case kind::enumeration: {
            out["type"] = type_of("string", nullable);
            json_array values;
            for (const enumerator_info& v : type.enumeration->values) values.push_back(text(v.name));
            if (nullable) values.push_back(nullptr);
            out["enum"] = std::move(values);
            break;
        }
        case kind::list:
            out["type"] = type_of("array", nullable);
            out["items"] = plain(*type.element, false);
            break;
        case kind::map:
            out["type"] = type_of("object", nullable);
            out["additionalProperties"] = plain(*type.element, false);
            break;
        case kind::object: out = object(*type.object, false); break;
        }
        return out;
    }

    /// What a field that is not an object allows.
    json_object noted(const field_info& f, bool nullable) {
        const note& n = *f.notes;
        json_object out = plain(*f.type, nullable);
        json_object limited;
        add_limits(limited, limits_of(n), f.kind, nullable);
        if (f.asks.blank && f.asks.any_limit() && !limited.empty()) {
            out["anyOf"] = json_array{std::move(limited), negated(json_object{{"pattern", text(not_blank)}})};
        } else {
            for (auto& [key, v] : limited) out[key] = std::move(v);
        }
        if (f.kind == kind::text && f.required && n.blank != blank::allowed) {
            if (out.contains("pattern"))
                out["allOf"] = json_array{json_object{{"pattern", text(not_blank)}}};
            else
                out["pattern"] = text(not_blank);
        }
        if (f.asks_elements.any_limit())
            add_limits(out[elements_of(f.kind)].as_object(), limits_of(n.elements), f.type->element->kind, false);
        if (f.asks_keys.any_limit()) {
            json_object keys;
            add_limits(keys, limits_of(n.keys), kind::text, false);
            out["propertyNames"] = std::move(keys);
        }
        if (f.asks.unique) out["uniqueItems"] = true;
        return out;
    }

    void add_limits(json_object& out, const limits& n, kind k, bool nullable) {
        if (is_error(n.range.rule)) {
            if (n.range.has_min()) out[n.range.exclusive_min ? "exclusiveMinimum" : "minimum"] = bound(k, n.range.min);
            if (n.range.has_max()) out[n.range.exclusive_max ? "exclusiveMaximum" : "maximum"] = bound(k, n.range.max);
        }
        if (is_error(n.one_of.rule)) {
            json_array values;
            for (const std::int64_t v : n.one_of.values) values.push_back(v);
            if (nullable) values.push_back(nullptr);
            out["enum"] = std::move(values);
        }
        if (is_error(n.multiple_of.rule)) out["multipleOf"] = n.multiple_of.of;
        const std::string_view counted = k == kind::list ? "Items" : k == kind::map ? "Properties" : "Length";
        if (is_error(n.length.rule) && n.length.has_max()) out["max" + std::string(counted)] = n.length.max;
        if (is_error(n.length.min_rule)) out["min" + std::string(counted)] = n.length.min;
        if (is_error(n.matches.rule)) {
            if (!n.matches.form->pattern.empty()) out["pattern"] = text(n.matches.form->pattern);
            if (!n.matches.form->format.empty()) out["format"] = text(n.matches.form->format);
            if (n.matches.form->pattern.empty()) add_inexpressible(n.matches.rule.id);
        }
    }

    /// The keyword for the elements of a list or map.
    static std::string_view elements_of(kind k) { return k == kind::map ? "additionalProperties" : "items"; }

    static bool is_error(const rule_words& r) { return !r.id.empty() && r.severity == severity::error; }

    /// A limit of numbers: an integer for integers, if it is one.
    static boost::json::value bound(kind k, double v) {
        constexpr double end_of_int64 = 9223372036854775808.0;
        if (is_floating(k) || v != std::trunc(v)) return v;
        if (v >= -end_of_int64 && v < end_of_int64) return static_cast<std::int64_t>(v);
        return v >= 0 && v < 2 * end_of_int64 ? value(static_cast<std::uint64_t>(v)) : value(v);
    }

    static bool is_expressible(const predicate& p) {
        return p.kind != predicate::test::function || (p.form != nullptr && !p.form->pattern.empty());
    }

    /// To many validators a format is a mere note: it can only say what a value must be, and does not express a rule.
    static bool has_format(const predicate& p) {
        return p.kind == predicate::test::function && !p.negated && p.form != nullptr && !p.form->format.empty();
    }

    static bool is_expressible(const clause& way) { return is_expressible(way, is_expressible(way.demand)); }

    static bool is_expressible(const clause& way, bool demand) {
        if (way.kind == clause::test::satisfies || way.kind == clause::test::unique) return false;
        bool all = demand;
        for (const condition& c : way.when) all = all && is_expressible(c.asks);
        return all;
    }

    static value rule(std::string_view id, const clause& way, const object_info& o) {
        json_array conditions;
        for (const condition& c : way.when) conditions.push_back(condition_holds(o, c.slot, c.asks));
        if (conditions.empty()) return commented(id, demand(way, o));
        value all = conditions.size() == 1 ? conditions[0] : value(json_object{{"allOf", std::move(conditions)}});
        return json_object{{"$comment", text(id)}, {"if", std::move(all)}, {"then", demand(way, o)}};
    }

    /// A schema, preceded by the id of its rule.
    static json_object commented(std::string_view id, const json_object& schema) {
        json_object out{{"$comment", text(id)}};
        out.insert(schema.begin(), schema.end());
        return out;
    }

    static value condition_holds(const object_info& o, std::uint16_t slot, const predicate& p) {
        const bool is_absence = p.kind == predicate::test::anything && p.negated;
        value out = is_absence ? value(false) : within(o, slot, holds(p, *o.cells[slot].field), true);
        if (!p.absent) return out;
        value missing = negated(within(o, slot, json_object{}, true));
        return is_absence ? missing : value(json_object{{"anyOf", json_array{std::move(out), std::move(missing)}}});
    }

    static json_object demand(const clause& way, const object_info& o) {
        const field_info& f = *o.cells[way.place].field;
        if (way.kind == clause::test::report) return negated(json_object{});
        if (way.kind == clause::test::each)
            return within(o, way.place, json_object{{elements_of(f.kind), demanded(way.demand, f)}}, false);
        if (way.demand.asks_presence()) return within(o, way.place, json_object{}, true);
        if (way.demand.kind == predicate::test::anything)  // Must be absent.
            return negated(within(o, way.place, json_object{}, true));
        return within(o, way.place, demanded(way.demand, f), false);
    }

    /// What a present value must be.
    static json_object demanded(const predicate& p, const field_info& f) {
        json_object out = is_expressible(p) ? holds(p, f) : json_object{};
        if (has_format(p)) out["format"] = text(p.form->format);
        return out;
    }

    /// What tells whether a predicate holds for a present value.
    static json_object holds(const predicate& p, const field_info& f) {
        json_object out;
        switch (p.kind) {
        case predicate::test::anything: break;
        case predicate::test::positions: {
            json_array values;
            for (std::size_t i = 0; i < choices_of(*f.type); ++i) {
                if (!p.positions.has(i)) continue;
                if (f.kind == kind::boolean)
                    values.push_back(i != 0);
                else
                    values.push_back(text(f.type->enumeration->values[i].name));
            }
            out["enum"] = std::move(values);
            break;
        }
        case predicate::test::texts: {
            json_array values;
            if (p.texts.empty()) values.push_back(text(p.text));
            for (const std::string_view t : p.texts) values.push_back(text(t));
            out["enum"] = std::move(values);
            break;
        }
        case predicate::test::range:
            if (is_finite(p.min)) out["minimum"] = bound(f.kind, p.min);
            if (is_finite(p.max)) out["maximum"] = bound(f.kind, p.max);
            break;
        case predicate::test::function: out["pattern"] = text(p.form->pattern); break;
        }
        if (p.negated && p.kind != predicate::test::anything) return {{"not", std::move(out)}};
        return out;
    }

    /// A value that is read as absent.
    static json_object missing(const field_info& f) {
        if (f.kind == kind::list) return {{"type", json_array{"array", "null"}}, {"maxItems", 0}};
        if (f.kind == kind::map) return {{"type", json_array{"object", "null"}}, {"maxProperties", 0}};
        if (f.notes->blank == blank::kept) return {{"type", "null"}};
        return {{"type", json_array{"string", "null"}}, {"pattern", "^[ \\t\\n\\v\\f\\r]*$"}};
    }

    /// Applies a schema at a field's position. If `there`, the field must be present, else the schema only applies if
    /// it is. A required field that is absent is wrong by its own schema.
    static json_object within(const object_info& o, std::uint16_t slot, json_object schema, bool there) {
        const field_info& f = *o.cells[slot].field;
        if (there && schema.empty())
            schema = {{"not", missing(f)}};
        else if (there && !f.required)
            schema = {{"allOf", json_array{json_object{{"not", missing(f)}}, std::move(schema)}}};
        else if (!there && !f.required)
            schema = {{"anyOf", json_array{missing(f), std::move(schema)}}};
        for (std::uint16_t at = slot; at != 0; at = o.cells[at].parent) {
            const std::string_view name = o.cells[at].field->name;
            json_object outer;
            if (there) {
                outer["type"] = "object";
                outer["required"] = json_array{text(name)};
            }
            outer["properties"] = json_object{{name, std::move(schema)}};
            schema = std::move(outer);
        }
        return schema;
    }

    std::vector<std::string_view> inexpressible_;
    bool closed_ = false;
};

}  // namespace detail

/// The JSON Schema of a described struct.
template <described_struct T>
boost::json::value json_schema(const json_schema_options& o = {}) {
    return detail::json_schema_writer::document(catalog_of<T>(), o);
}

}  // namespace vouch
