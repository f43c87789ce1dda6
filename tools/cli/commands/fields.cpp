// SPDX-License-Identifier: BSL-1.0
// vouch fields: lists all fields.
#include "command.hpp"
#include "lists.hpp"
#include "options.hpp"
#include "output.hpp"
#include "schemas.hpp"
#include "table.hpp"
#include "terminal.hpp"

#include <memory>
#include <string>
#include <vector>

namespace vouch::cli {
namespace {

namespace json = boost::json;

struct fields_options {
    document_type type = document_type::request;
    list_format format = list_format::text;
};

json::array json_values(const enum_info& enumeration) {
    json::array values;
    for (const enumerator_info& v : enumeration.values)
        values.push_back(json::object{{"value", json_text(v.name)}, {"meaning", json_text(v.doc)}});
    return values;
}

json::object json_field(const listed_field& listed) {
    const field_info& f = *listed.field;
    json::object out{
        {"path", json_text(listed.pointer)},   {"type", json_text(type_name(*f.type))},  {"required", f.required},
        {"in", f.in_query ? "query" : "body"}, {"allowed", json_text(allowed_words(f))}, {"meaning", json_text(f.doc)},
        {"unit", json_text(f.notes->unit)},    {"deprecated", f.asks.deprecated},        {"secret", f.notes->secret}};
    if (f.type->enumeration != nullptr) out["values"] = json_values(*f.type->enumeration);
    return out;
}

int print_json(const std::vector<listed_field>& fields) {
    json::array out;
    for (const listed_field& f : fields) out.push_back(json_field(f));
    return print_list("fields", std::move(out));
}

int print_table(const std::vector<listed_field>& fields) {
    table rows(print_width());
    rows.add({"PATH", "TYPE", "REQUIRED", "MEANING; ALLOWED"});
    for (const listed_field& listed : fields) {
        const field_info& f = *listed.field;
        const std::string meaning = (f.asks.deprecated ? "Deprecated. " : "") + std::string(f.doc);
        rows.add({listed.pointer, type_name(*f.type), f.required ? "yes" : "no",
                  meaning + " Allowed: " + allowed_words(f) + "."});
    }
    return print(rows.text());
}

int list_fields(const fields_options& o) {
    const std::vector<listed_field> fields = fields_of(*schema_of(o.type).catalog);
    return o.format == list_format::json ? print_json(fields) : print_table(fields);
}

}  // namespace

command add_fields(CLI::App& app) {
    const auto o = std::make_shared<fields_options>();
    CLI::App& parser = add_command(app, "fields", "Lists all fields, with their types and what is allowed.",
                                   "Examples:\n"
                                   "  vouch fields\n"
                                   "  vouch fields --type response --format json");
    add_type(parser, o->type);
    add_list_format(parser, o->format);
    return {&parser, [o] { return list_fields(*o); }};
}

}  // namespace vouch::cli
