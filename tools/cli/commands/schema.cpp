// SPDX-License-Identifier: BSL-1.0
// vouch schema: the JSON Schema of requests or responses.
#include "command.hpp"
#include "options.hpp"
#include "output.hpp"
#include "schemas.hpp"

#include <memory>

namespace vouch::cli {

command add_schema(CLI::App& app) {
    const auto type = std::make_shared<document_type>(document_type::request);
    CLI::App& parser = add_command(app, "schema", "Prints the JSON Schema (2020-12) of requests, or of responses.",
                                   "Examples:\n  vouch schema > create-instance-request.json");
    add_type(parser, *type);
    return {&parser, [type] { return print(indented(schema_of(*type).json_schema())); }};
}

}  // namespace vouch::cli
