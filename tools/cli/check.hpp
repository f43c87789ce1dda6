// SPDX-License-Identifier: BSL-1.0
// vouch check: documents in, findings out.
#pragma once

#include "profile.hpp"
#include "schemas.hpp"
#include "terminal.hpp"

#include <string>
#include <vector>

namespace vouch::cli {

enum class check_format { text, concise, json, jsonl, sarif, junit, github };
enum class fail_level { error, warning, info, never };

struct check_options {
    std::vector<std::string> inputs;
    document_type type = document_type::request;
    check_format format = check_format::text;
    std::string output_file;
    fail_level fail_on = fail_level::error;
    rule_choice rules;
    std::string stdin_filename;
    bool ndjson = false;
    color_choice color = color_choice::automatic;
    bool quiet = false;
    std::size_t jobs = 0;  ///< 0 for as many as there are processors.
};

/// Runs the command; its exit code.
int check(const check_options& options);

}  // namespace vouch::cli
