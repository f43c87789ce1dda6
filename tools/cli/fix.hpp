// SPDX-License-Identifier: BSL-1.0
// vouch fix: repairs documents, or shows what it would change.
#pragma once

#include "profile.hpp"
#include "schemas.hpp"
#include "terminal.hpp"

#include <string>
#include <vector>

namespace vouch::cli {

struct fix_options {
    std::vector<std::string> inputs;
    document_type type = document_type::request;
    bool diff = false;  ///< What is done without `write` anyway.
    bool write = false;
    bool unsafe = false;
    rule_choice rules;
    std::string stdin_filename;
    color_choice color = color_choice::automatic;
    bool quiet = false;
};

/// Runs the command; its exit code.
int fix_documents(const fix_options& options);

}  // namespace vouch::cli
