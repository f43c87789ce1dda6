// SPDX-License-Identifier: BSL-1.0
// Looking things up in the command line: commands, options and help texts.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
class ParseError;
}  // namespace CLI

namespace vouch::cli {

std::vector<const CLI::App*> commands_of(const CLI::App& app);
std::vector<const CLI::Option*> options_of(const CLI::App& command);

/// Whether an option takes a value, unlike a flag.
bool takes_value(const CLI::Option& option);

/// The command with a name, or nullptr.
const CLI::App* find_command(const CLI::App& app, const std::string& name);

/// Reports that there is no command with a name, and returns the exit code.
int no_such_command(const CLI::App& app, const std::string& name);

/// Reports what is wrong with a command line, and returns the exit code.
int wrong_usage(const CLI::App& app, const CLI::ParseError& e, const std::vector<std::string>& arguments);

/// Prints a help text, wrapped to the width of the terminal, and returns the exit code.
int print_help(const std::string& text);

}  // namespace vouch::cli
