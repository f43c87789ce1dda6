// SPDX-License-Identifier: BSL-1.0
// A schema as Markdown: its fields, its enumerations, and its rules with examples.
#pragma once

#include <vouch/export/example.hpp>
#include <vouch/listing.hpp>
#include <vouch/render/diff.hpp>
#include <vouch/render/text.hpp>

#include <string>
#include <string_view>

namespace vouch::inline VOUCH_ABI {
namespace detail {

/// A text, escaped for a cell of a table.
inline std::string markdown_cell(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '|' || c == '*' || c == '_' || c == '<') out += '\\';
        out += c;
    }
    return out;
}

inline std::string markdown_code(std::string_view text) {
    std::string out = "`";
    for (const char c : text) out += c == '|' ? std::string("\\|") : std::string(1, c);
    return text.empty() ? std::string() : out + "`";
}

inline std::string constant_words(const constant& c, const type_info& type) {
    std::string out;
    append_constant(out, c, type);
    return markdown_code(out);
}

inline void append_field_row(std::string& out, const listed_field& e) {
    const field_info& f = *e.field;
    const note& n = *f.notes;
    std::string meaning = markdown_cell(f.doc);
    if (f.in_query) meaning += " Goes into the query.";
    if (n.immutable) meaning += " Cannot be changed after creation.";
    if (n.secret) meaning += " A secret: never shown.";
    if (f.asks.deprecated) {
        meaning += " **Deprecated**";
        meaning += n.deprecated.use.empty() ? "." : ": use " + std::string(n.deprecated.use) + ".";
    }
    const std::string example = constant_words(n.example, *f.type);
    const std::string cells[] = {
        markdown_code(e.pointer) + "<br>" + type_name(*f.type) + (f.required ? ", required" : ""), meaning,
        markdown_cell(allowed_words(f)) + (example.empty() ? "" : "<br>Example: " + example),
        n.default_words.empty() ? constant_words(n.default_value, *f.type) : markdown_cell(n.default_words)};
    for (const std::string& c : cells) out += "| " + c + (c.empty() ? "" : " ");
    out += "|\n";
}

}  // namespace detail

/// A table of the fields, and one for the values of each enumeration.
inline std::string markdown_fields(const object_info& root) {
    const std::vector<listed_field> fields = fields_of(root);
    std::string out = "| Field | Meaning | Allowed | Default |\n|---|---|---|---|\n";
    for (const listed_field& e : fields) detail::append_field_row(out, e);
    for (const listed_field& e : fields) {
        const enum_info* const values = e.field->type->enumeration;
        if (values == nullptr) continue;
        out += "\nValues of " + detail::markdown_code(e.pointer) + ":\n\n| Value | Meaning |\n|---|---|\n";
        for (const enumerator_info& v : values->values)
            out += "| " + detail::markdown_code(v.name) + " | " + detail::markdown_cell(v.doc) + " |\n";
    }
    return out;
}

/// A table of rules, each linked to its heading.
inline std::string markdown_rules(const std::vector<listed_rule>& rules) {
    std::string out = "| Rule | Severity | Basis | What |\n|---|---|---|---|\n";
    for (const listed_rule& r : rules) {
        const std::string id(r.words->id);
        out += "| [" + id + "](#" + id + ") | " + std::string(name_of(r.words->severity)) + " | " +
               std::string(name_of(r.words->source.basis)) + " | " + detail::markdown_cell(general_message(r)) + " |\n";
    }
    return out;
}

/// One rule, with its id as heading: what, when, why, what to do, a document that breaks it, and its fix.
template <described_struct T>
std::string markdown_rule(const listed_rule& r, std::string_view heading = "###") {
    const rule_words& words = *r.words;
    std::string out = std::string(heading) + " " + std::string(words.id) + "\n\n";
    out += "**" + std::string(name_of(words.severity)) + "**, basis " + std::string(name_of(words.source.basis)) +
           ": " + detail::markdown_cell(general_message(r)) + ".\n\n";
    for (std::size_t i = 0; i < r.when.size(); ++i)
        out += (i == 0 ? "- Reported when " : "- or when ") + detail::markdown_cell(r.when[i]) + ".\n";
    const auto list = [&](std::string_view name, const std::vector<std::string>& pointers) {
        if (pointers.empty()) return;
        out += "- " + std::string(name);
        for (std::size_t i = 0; i < pointers.size(); ++i)
            out += (i == 0 ? " " : ", ") + detail::markdown_code(pointers[i]);
        out += ".\n";
    };
    list("Reported at", r.fields);
    list("Depends on", r.reads);
    out += "- What to do: " + detail::markdown_cell(general_help(r)) + ".\n\n";
    const auto example = example_of<T>(words.id);
    if (!example) return out;
    const std::string_view only[] = {words.id};
    const options o{.select = only};
    const report found = read<T>(example->broken, o).report;
    if (found.empty()) return out;
    const object_info& schema = catalog_of<T>();
    const secrets hidden(example->broken, schema, is_json(found));
    const secrets hidden_fixed(example->fixed, schema, true);
    std::string frame = render::text(found, example->broken, "example.json", hidden);
    while (frame.ends_with("\n\n")) frame.pop_back();
    out += "```text\n" + frame + "```\n\n";
    std::string changes = render::unified_diff("example.json", example->broken, hidden, example->fixed, hidden_fixed);
    changes.erase(0, (std::min)(changes.find("@@"), changes.size()));
    return out + "Fix:\n\n```diff\n" + changes + "```\n\n";
}

}  // namespace vouch
