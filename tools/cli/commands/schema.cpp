// SPDX-License-Identifier: BSL-1.0
// vouch schema: the JSON Schema of requests, of responses, or of the configuration.
#include "command.hpp"
#include "config.hpp"
#include "options.hpp"
#include "output.hpp"
#include "schemas.hpp"

#include <vouch/export/json_schema.hpp>

#include <memory>

namespace vouch::cli {
namespace {

enum class schema_type { request, response, config };

boost::json::value schema_of(schema_type type) {
    if (type == schema_type::config)
        return json_schema<Config>({.id = "urn:vouch:configuration", .title = ".vouch.json", .closed = true});
    return schema_of(type == schema_type::request ? document_type::request : document_type::response).json_schema();
}

}  // namespace

command add_schema(CLI::App& app) {
    const auto type = std::make_shared<schema_type>(schema_type::request);
    CLI::App& parser =
        add_command(app, "schema", "Prints the JSON Schema (2020-12) of requests, or of other documents.",
                    "Examples:\n"
                    "  vouch schema > create-instance-request.json\n"
                    "  vouch schema --type config > vouch.json");
    add_choice(
        parser, "--type", *type,
        choices<schema_type>{
            {"request", schema_type::request}, {"response", schema_type::response}, {"config", schema_type::config}},
        "What it describes; config is for .vouch.json (default request)");
    return {&parser, [type] { return print(indented(schema_of(*type))); }};
}

}  // namespace vouch::cli
