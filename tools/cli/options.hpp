// SPDX-License-Identifier: BSL-1.0
// The command line: every command with its options and its help.
#pragma once

#include "catalogue.hpp"
#include "check.hpp"
#include "exports.hpp"
#include "fix.hpp"

#include <memory>
#include <string>

namespace CLI {
class App;
}

namespace vouch::cli {

enum class shell { bash, zsh };

/// What the command line says, whichever command it is.
struct arguments {
    check_options check;
    fix_options fix;
    std::string rule;
    list_format format = list_format::text;
    document_type type = document_type::request;
    color_choice color = color_choice::automatic;
    sample_options sample;
    http_options http;
    policy_options policy;
    shell completion_for = shell::bash;
    std::string topic;
    bool manual = false;
};

/// The parser that fills `to`.
std::unique_ptr<CLI::App> make_app(arguments& to);

}  // namespace vouch::cli
