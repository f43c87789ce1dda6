// SPDX-License-Identifier: BSL-1.0
#include "explanation.hpp"

#include "findings.hpp"
#include "schemas.hpp"
#include "table.hpp"
#include "text.hpp"

#include <vouch/render/diff.hpp>
#include <vouch/render/text.hpp>

#include <utility>
#include <vector>

namespace vouch::cli {
namespace {

/// Documents that show a rule, and the findings in the broken one.
struct shown_example {
    rule_example documents;
    document_type type;
    report findings;
};

std::optional<shown_example> shown_example_of(std::string_view id) {
    for (const document_type type : {document_type::request, document_type::response}) {
        const schema& s = schema_of(type);
        std::optional<rule_example> example = s.example(id);
        if (!example) continue;
        report findings = s.read(example->broken, {});
        if (!findings.empty()) return shown_example{std::move(*example), type, std::move(findings)};
    }
    return std::nullopt;
}

/// The finding of a rule in its broken document, as check shows it.
std::string finding_in(const shown_example& example, std::string_view id, std::size_t width, bool color) {
    const std::string& broken = example.documents.broken;
    const std::string_view only[] = {id};
    const options select{.select = only};
    const report r = schema_of(example.type).read(broken, select);
    render::text_options look;
    look.color = color;
    look.width = width;
    return render::text(r, broken, "example.json", secrets_in(broken, is_json(r)), look);
}

std::string fix_of(const shown_example& example) {
    const auto& [broken, fixed] = example.documents;
    return render::unified_diff("example.json", broken, secrets_in(broken, is_json(example.findings)), fixed,
                                secrets_in(fixed, true));
}

std::string indented_by(std::string_view text, std::string_view margin) {
    std::string out;
    for (const std::string_view line : lines_of(text)) {
        if (!line.empty()) out += std::string(margin) + std::string(line);
        out += '\n';
    }
    return out;
}

std::string summary_of(const listed_rule& r, std::size_t width) {
    table rows(width);
    rows.add({"  what:", general_message(r)});
    for (std::size_t i = 0; i < r.when.size(); ++i) rows.add({i == 0 ? "  when:" : "    or:", r.when[i]});
    rows.add({"  why:", source_of_rule(*r.words)});
    rows.add({"  help:", general_help(r)});
    return rows.text();
}

/// The meaning of a field, or of the list that an entry belongs to; empty if the pointer is not that of a field.
std::string meaning_of(std::string_view pointer) {
    if (pointer.ends_with("/*")) pointer.remove_suffix(2);
    for (const document_type type : {document_type::request, document_type::response}) {
        for (const listed_field& f : fields_of(*schema_of(type).catalog)) {
            if (f.pointer == pointer) return std::string(f.field->doc);
        }
    }
    return {};
}

std::string field_list(const std::string& heading, const std::vector<std::string>& pointers, std::size_t width) {
    if (pointers.empty()) return {};
    table rows(width);
    for (const std::string& p : pointers) rows.add({"  " + p, meaning_of(p)});
    return "\n" + heading + "\n" + rows.text();
}

}  // namespace

std::optional<rule_example> example_of_rule(std::string_view id) {
    std::optional<shown_example> example = shown_example_of(id);
    if (!example) return std::nullopt;
    return std::move(example->documents);
}

std::string source_of_rule(const rule_words& r) {
    if (r.id == built_in_rules::json_syntax.id) return "the JSON standard, RFC 8259";
    switch (r.source.basis) {
    case basis::reference: return "the API reference of the operation";
    case basis::vendor: return "another source of the vendor: " + std::string(r.source.name);
    case basis::practice: break;
    }
    return "practice: " + std::string(r.source.name);
}

std::string explanation(const listed_rule& r, std::size_t width, bool color) {
    const rule_words& words = *r.words;
    std::string out =
        std::string(words.id) + " (" + std::string(name_of(words.severity)) + ")\n\n" + summary_of(r, width);
    out += field_list("reported at", r.fields, width) + field_list("related fields", r.reads, width);
    const std::optional<shown_example> example = shown_example_of(words.id);
    if (!example) return out + "\nno document that shows it is short enough to print\n";
    out += "\na document that breaks it\n" + indented_by(finding_in(*example, words.id, width, color), "  ");
    return out + "its fix\n" + indented_by(fix_of(*example), "  ");
}

}  // namespace vouch::cli
