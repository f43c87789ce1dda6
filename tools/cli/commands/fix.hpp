// SPDX-License-Identifier: BSL-1.0
// Fixing documents, for the commands that do it.
#pragma once

#include "../frontends/frontend.hpp"
#include "../profile.hpp"
#include "../schemas.hpp"
#include "../terminal.hpp"

#include <optional>
#include <string>
#include <vector>

namespace vouch::cli {

struct fix_options {
    std::vector<std::string> inputs;
    document_type type = document_type::request;
    std::optional<input_format> input;  ///< If empty, it is recognized.
    bool diff = false;                  ///< What is done without `write` anyway.
    bool write = false;
    bool unsafe = false;
    bool before_check = false;  ///< A check follows: it says what is left, and which inputs cannot be read.
    rule_choice rules;
    std::vector<std::string> exclude;
    std::string stdin_filename;
    color_choice color = color_choice::automatic;
    bool quiet = false;
};

/// Fixes documents, or shows the changes; the exit code.
int fix_documents(const fix_options& o);

}  // namespace vouch::cli
