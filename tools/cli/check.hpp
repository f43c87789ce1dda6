// SPDX-License-Identifier: BSL-1.0
// vouch check: documents in, findings out.
#pragma once

#include <vouch/diagnostic.hpp>

#include <optional>
#include <string>
#include <vector>

namespace vouch::cli {

enum class document_type { request, response };
enum class check_format { text, concise, json, jsonl };
enum class fail_level { error, warning, info, never };
enum class color_choice { automatic, always, never };

struct check_options {
    std::vector<std::string> inputs;
    document_type type = document_type::request;
    check_format format = check_format::text;
    std::string output_file;
    fail_level fail_on = fail_level::error;
    std::vector<std::string> select;
    std::vector<std::string> ignore;
    std::vector<std::pair<std::string, severity>> severities;
    unknown_policy unknown = unknown_policy::warning;
    std::optional<std::string> client_token;
    std::string stdin_filename;
    bool ndjson = false;
    color_choice color = color_choice::automatic;
    bool quiet = false;
    std::size_t max_diagnostics = 1000;
};

/// Runs the command; its exit code.
int check(const check_options& options);

}  // namespace vouch::cli
