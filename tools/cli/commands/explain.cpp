// SPDX-License-Identifier: BSL-1.0
#include "catalogue.hpp"

#include "findings.hpp"
#include "output.hpp"
#include "selection.hpp"
#include "table.hpp"
#include "text.hpp"

#include <vouch/render/diff.hpp>
#include <vouch/render/text.hpp>

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <vector>

namespace vouch::cli {
namespace {

namespace json = boost::json;

/// A rule's source in words: its basis, and where exactly it was found.
std::string source_of(const rule_words& r) {
    switch (r.source.basis) {
    case basis::reference: return "the API reference of the operation";
    case basis::vendor: return "another source of the vendor: " + std::string(r.source.name);
    case basis::practice: break;
    }
    return "practice: " + std::string(r.source.name);
}

json::string text(std::string_view s) { return json::string(s); }

json::array texts(const std::vector<std::string>& all) {
    json::array out;
    for (const std::string& t : all) out.push_back(text(t));
    return out;
}

json::object rule_object(const listed_rule& r) {
    const built_in_rules::built_in_rule* const built_in = built_in_rules::find(r.words->id);
    const bool fixable = built_in != nullptr ? built_in->fixable : r.words->fix.does != rule_fix::action::none;
    return {{"rule", text(r.words->id)},
            {"severity", text(name_of(r.words->severity))},
            {"basis", text(name_of(r.words->source.basis))},
            {"message", text(general_message(r))},
            {"help", text(general_help(r))},
            {"when", texts(r.when)},
            {"fields", texts(r.fields)},
            {"reads", texts(r.reads)},
            {"fixable", fixable}};
}

/// One JSON object on one line: what the tool is, and a list.
int print_list(std::string_view name, json::array elements) {
    const json::object out{{"tool", "vouch"}, {"version", VOUCH_VERSION}, {name, std::move(elements)}};
    return print(json::serialize(out) + "\n");
}

std::optional<rule_example> example_for(std::string_view id, document_type& type) {
    for (const document_type t : {document_type::request, document_type::response}) {
        type = t;
        if (auto example = schema_of(t).example(id); example && !schema_of(t).read(example->broken, {}).empty())
            return example;
    }
    return std::nullopt;
}

/// The finding of a rule in its broken document, as the checker shows it.
std::string shown_finding(const rule_example& example, std::string_view id, document_type type, color_choice color) {
    const std::string_view only[] = {id};
    const options o{.select = only};
    const report r = schema_of(type).read(example.broken, o);
    render::text_options look;
    look.color = color == color_choice::always;
    look.width = print_width();
    return render::text(r, example.broken, "example.json", secrets_in(example.broken, is_json(r)), look);
}

std::string indented_by(std::string_view text, std::string_view margin) {
    std::string out;
    for (const std::string_view line : lines_of(text)) {
        if (!line.empty()) out += std::string(margin) + std::string(line);
        out += '\n';
    }
    return out;
}

json::object field_object(const listed_field& e) {
    const field_info& f = *e.field;
    json::object out{{"path", text(e.pointer)},
                     {"type", text(type_name(*f.type))},
                     {"required", f.required},
                     {"in", f.in_query ? "query" : "body"},
                     {"allowed", text(allowed_words(f))},
                     {"meaning", text(f.doc)},
                     {"unit", text(f.notes->unit)},
                     {"deprecated", f.asks.deprecated},
                     {"secret", f.notes->secret}};
    if (f.type->enumeration != nullptr) {
        json::array values;
        for (const enumerator_info& v : f.type->enumeration->values)
            values.push_back(json::object{{"value", text(v.name)}, {"meaning", text(v.doc)}});
        out["values"] = std::move(values);
    }
    return out;
}

const listed_field* find_field(const std::vector<listed_field>& fields, std::string_view pointer) {
    for (const listed_field& f : fields) {
        if (f.pointer == pointer) return &f;
    }
    return nullptr;
}

std::string explanation(const listed_rule& r, color_choice color) {
    const rule_words& words = *r.words;
    std::string out = std::string(words.id) + " (" + std::string(name_of(words.severity)) + ")\n\n";
    table about(print_width());
    about.add({"  what:", general_message(r)});
    for (std::size_t i = 0; i < r.when.size(); ++i) about.add({i == 0 ? "  when:" : "    or:", r.when[i]});
    about.add({"  why:", source_of(words)});
    about.add({"  help:", general_help(r)});
    out += about.text();
    std::vector<listed_field> fields = fields_of(*schema_of(document_type::request).catalog);
    for (listed_field& f : fields_of(*schema_of(document_type::response).catalog)) fields.push_back(std::move(f));
    const auto list = [&](std::string_view heading, const std::vector<std::string>& pointers) {
        if (pointers.empty()) return;
        out += "\n" + std::string(heading) + "\n";
        table rows(print_width());
        for (const std::string& p : pointers) {
            const bool entry = p.ends_with("/*");
            const listed_field* f = find_field(fields, entry ? p.substr(0, p.size() - 2) : p);
            rows.add({"  " + p, f == nullptr ? "" : std::string(f->field->doc)});
        }
        out += rows.text();
    };
    list("reported at", r.fields);
    list("related fields", r.reads);
    document_type type{};
    const auto example = example_for(words.id, type);
    if (!example) return out + "\nno document that shows it is short enough to print\n";
    out += "\na document that breaks it\n" + indented_by(shown_finding(*example, words.id, type, color), "  ");
    const bool broken_is_json = is_json(schema_of(type).read(example->broken, {}));
    const std::string changes =
        render::unified_diff("example.json", example->broken, secrets_in(example->broken, broken_is_json),
                             example->fixed, secrets_in(example->fixed, true));
    out += "its fix\n" + indented_by(changes, "  ");
    return out;
}

}  // namespace

int list_rules(list_format format) {
    if (format == list_format::json) {
        json::array rules;
        for (const listed_rule& r : all_rules()) rules.push_back(rule_object(r));
        return print_list("rules", std::move(rules));
    }
    table rows(print_width());
    rows.add({"RULE", "SEVERITY", "BASIS", "WHAT"});
    for (const listed_rule& r : all_rules()) {
        rows.add({std::string(r.words->id), std::string(name_of(r.words->severity)),
                  std::string(name_of(r.words->source.basis)), general_message(r)});
    }
    return print(rows.text());
}

int list_fields(document_type type, list_format format) {
    const std::vector<listed_field> fields = fields_of(*schema_of(type).catalog);
    if (format == list_format::json) {
        json::array out;
        for (const listed_field& e : fields) out.push_back(field_object(e));
        return print_list("fields", std::move(out));
    }
    table rows(print_width());
    rows.add({"PATH", "TYPE", "REQUIRED", "MEANING; ALLOWED"});
    for (const listed_field& e : fields) {
        const field_info& f = *e.field;
        std::string words(f.doc);
        if (f.asks.deprecated) words = "Deprecated. " + words;
        rows.add(
            {e.pointer, type_name(*f.type), f.required ? "yes" : "no", words + " Allowed: " + allowed_words(f) + "."});
    }
    return print(rows.text());
}

int explain(const std::string& id, list_format format, color_choice color) {
    const listed_rule* const r = find_rule(id);
    if (r == nullptr) {
        complain(no_such_rule(id));
        return exit_code::usage;
    }
    if (format == list_format::text) {
        output out{{}};
        out.open();
        const bool colored = wants_color(color, out.is_terminal());
        return print(explanation(*r, colored ? color_choice::always : color_choice::never));
    }
    json::object out = rule_object(*r);
    out["source"] = source_of(*r->words);
    document_type type{};
    if (const auto example = example_for(id, type)) {
        out["breaks"] = example->broken;
        out["mended"] = example->fixed;
    }
    return print(json::serialize(out) + "\n");
}

}  // namespace vouch::cli
