// SPDX-License-Identifier: BSL-1.0
#include "catalogue.hpp"

#include "output.hpp"
#include "selection.hpp"

#include <vouch/render/diff.hpp>
#include <vouch/render/json.hpp>
#include <vouch/render/text.hpp>

#include <algorithm>
#include <vector>

namespace vouch::cli {
namespace {

using render::detail::append_json;
using render::detail::append_list;
using render::detail::append_member;

/// Rows of words in columns; the last one is wrapped to the terminal.
class table {
public:
    explicit table(std::size_t width) : width_(width) {}
    void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }

    std::string text() const {
        std::vector<std::size_t> widths(rows_[0].size(), 0);
        for (const auto& row : rows_) {
            for (std::size_t i = 0; i + 1 < row.size(); ++i) widths[i] = std::max(widths[i], count_code_points(row[i]));
        }
        std::size_t indent = 0;
        for (std::size_t i = 0; i + 1 < widths.size(); ++i) indent += widths[i] + 2;
        // In a narrow terminal, the last column gets lines of its own.
        const bool narrow = width_ < indent + least_room;
        std::string out;
        for (const auto& row : rows_) {
            for (std::size_t i = 0; i + 1 < row.size(); ++i) {
                out += row[i];
                out.append(widths[i] + 2 - count_code_points(row[i]), ' ');
            }
            if (narrow) {
                out.resize(out.find_last_not_of(' ') + 1);
                out += "\n    ";
            }
            append_wrapped(out, row.back(), narrow ? 4 : indent, width_);
            out += '\n';
        }
        return out;
    }

private:
    static constexpr std::size_t least_room = 30;

    std::size_t width_;
    std::vector<std::vector<std::string>> rows_;
};

std::string_view source_of(basis b) {
    switch (b) {
    case basis::reference: return "the API reference of the operation";
    case basis::vendor:
        return "another source of the vendor: SDK, Terraform provider, ROS resource type, quota or tag page";
    case basis::practice: break;
    }
    return "practice: judgement, or what was seen in real requests";
}

void append_texts(std::string& out, std::string_view name, const std::vector<std::string>& texts) {
    out += ",\"" + std::string(name) + "\":";
    append_list(out, texts, [&](const std::string& t) { append_json(out, t); });
}

/// A rule as a JSON object that is left open.
void append_rule(std::string& out, const rule_entry& r) {
    out += "{\"rule\":";
    append_json(out, r.info->id);
    append_member(out, "severity", name_of(r.info->severity));
    append_member(out, "basis", name_of(r.info->basis));
    append_member(out, "message", general_message(r));
    append_member(out, "help", general_help(r));
    append_texts(out, "when", r.when);
    append_texts(out, "fields", r.fields);
    append_texts(out, "reads", r.reads);
    const bool structural =
        r.info == &structure::null_value || r.info == &structure::enum_invalid || r.info == &structure::unknown_field;
    out += r.info->repair != nullptr || structural ? ",\"fixable\":true" : ",\"fixable\":false";
}

std::string allowed_words(const field_info& f) {
    std::string out;
    vouch::detail::append_allowed(out, f);
    return out;
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
    const object_info& schema = *schema_of(document_type::request).catalog;
    render::text_options look;
    look.color = color == color_choice::always;
    look.width = print_width();
    return render::text(r, example.broken, "example.json", secrets(example.broken, schema, is_json(r)), look);
}

std::string indented_by(std::string_view text, std::string_view margin) {
    std::string out;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size() - 1);
        const std::string_view line = text.substr(begin, end - begin);
        if (!line.empty()) out += std::string(margin) + std::string(line);
        out += '\n';
        begin = end + 1;
    }
    return out;
}

const field_entry* find_field(const std::vector<field_entry>& fields, std::string_view pointer) {
    for (const field_entry& f : fields) {
        if (f.pointer == pointer) return &f;
    }
    return nullptr;
}

std::string explanation(const rule_entry& r, color_choice color) {
    const rule_info& info = *r.info;
    std::string out = std::string(info.id) + " (" + std::string(name_of(info.severity)) + ")\n\n";
    table about(print_width());
    about.add({"  what:", general_message(r)});
    for (std::size_t i = 0; i < r.when.size(); ++i) about.add({i == 0 ? "  when:" : "    or:", r.when[i]});
    about.add({"  why:", std::string(source_of(info.basis))});
    about.add({"  help:", general_help(r)});
    out += about.text();
    std::vector<field_entry> fields;
    append_fields(fields, *schema_of(document_type::request).catalog);
    append_fields(fields, *schema_of(document_type::response).catalog);
    const auto list = [&](std::string_view heading, const std::vector<std::string>& pointers) {
        if (pointers.empty()) return;
        out += "\n" + std::string(heading) + "\n";
        table rows(print_width());
        for (const std::string& p : pointers) {
            const bool entry = p.ends_with("/*");
            const field_entry* f = find_field(fields, entry ? p.substr(0, p.size() - 2) : p);
            rows.add({"  " + p, f == nullptr ? "" : std::string(f->field->notes->doc)});
        }
        out += rows.text();
    };
    list("reported at", r.fields);
    list("related fields", r.reads);
    document_type type{};
    const auto example = example_for(info.id, type);
    if (!example) return out + "\nno document that shows it is short enough to print\n";
    const object_info& schema = *schema_of(document_type::request).catalog;
    out += "\na document that breaks it\n" + indented_by(shown_finding(*example, info.id, type, color), "  ");
    const bool broken_is_json = is_json(schema_of(type).read(example->broken, {}));
    const secrets hidden_broken(example->broken, schema, broken_is_json);
    const secrets hidden_mended(example->mended, schema, true);
    const std::string repair =
        render::unified_diff("example.json", example->broken, hidden_broken, example->mended, hidden_mended);
    out += "its repair\n" + indented_by(repair, "  ");
    return out;
}

}  // namespace

int list_rules(list_format format) {
    std::string out;
    if (format == list_format::json) {
        out = "{\"tool\":\"vouch\",\"version\":\"" VOUCH_VERSION "\",\"rules\":";
        append_list(out, all_rules(), [&](const rule_entry& r) {
            append_rule(out, r);
            out += '}';
        });
        return print(out + "}\n");
    }
    table rows(print_width());
    rows.add({"RULE", "SEVERITY", "BASIS", "WHAT"});
    for (const rule_entry& r : all_rules()) {
        rows.add({std::string(r.info->id), std::string(name_of(r.info->severity)), std::string(name_of(r.info->basis)),
                  general_message(r)});
    }
    return print(rows.text());
}

int list_fields(document_type type, list_format format) {
    std::vector<field_entry> fields;
    append_fields(fields, *schema_of(type).catalog);
    std::string out;
    if (format == list_format::json) {
        out = "{\"tool\":\"vouch\",\"version\":\"" VOUCH_VERSION "\",\"fields\":";
        append_list(out, fields, [&](const field_entry& e) {
            const field_info& f = *e.field;
            out += "{\"path\":";
            append_json(out, e.pointer);
            append_member(out, "type", type_name(*f.type));
            out += f.required ? ",\"required\":true" : ",\"required\":false";
            append_member(out, "in", f.in_query ? "query" : "body");
            append_member(out, "allowed", allowed_words(f));
            append_member(out, "meaning", f.notes->doc);
            append_member(out, "unit", f.notes->unit);
            out += f.asks.deprecated ? ",\"deprecated\":true" : ",\"deprecated\":false";
            out += f.notes->secret ? ",\"secret\":true" : ",\"secret\":false";
            if (f.type->enumeration != nullptr) {
                out += ",\"values\":";
                append_list(out, f.type->enumeration->values, [&](const enumerator_info& v) {
                    out += "{\"value\":";
                    append_json(out, v.name);
                    append_member(out, "meaning", v.doc);
                    out += '}';
                });
            }
            out += '}';
        });
        return print(out + "}\n");
    }
    table rows(print_width());
    rows.add({"PATH", "TYPE", "REQUIRED", "MEANING; ALLOWED"});
    for (const field_entry& e : fields) {
        const field_info& f = *e.field;
        std::string words(f.notes->doc);
        if (f.asks.deprecated) words = "Deprecated. " + words;
        rows.add(
            {e.pointer, type_name(*f.type), f.required ? "yes" : "no", words + " Allowed: " + allowed_words(f) + "."});
    }
    return print(rows.text());
}

int explain(const std::string& id, list_format format, color_choice color) {
    const rule_entry* const r = find_rule(id);
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
    std::string out;
    append_rule(out, *r);
    append_member(out, "source", source_of(r->info->basis));
    document_type type{};
    if (const auto example = example_for(id, type)) {
        append_member(out, "breaks", example->broken);
        append_member(out, "mended", example->mended);
    }
    return print(out + "}\n");
}

}  // namespace vouch::cli
