// SPDX-License-Identifier: BSL-1.0
#include "command_line.hpp"

#include "output.hpp"
#include "terminal.hpp"
#include "text.hpp"

#include <CLI/CLI.hpp>

namespace vouch::cli {
namespace {

/// The column at which a line of help continues after wrapping: that of its description, or its first word.
std::size_t continuation_column(std::string_view line) {
    const std::size_t word = std::min(line.find_first_not_of(' '), line.size());
    const std::size_t gap = line.find("  ", word);
    return gap == std::string_view::npos ? word : line.find_first_not_of(' ', gap);
}

void append_help_line(std::string& out, std::string_view line, std::size_t width) {
    constexpr std::size_t least_room = 20;
    const std::size_t column = continuation_column(line);
    if (line.size() <= width || column == std::string_view::npos || column + least_room > width) {
        out += line;
    } else {
        out += line.substr(0, column);
        append_wrapped(out, line.substr(column), column, width);
    }
    out += '\n';
}

}  // namespace

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
    return app.get_subcommands([](const CLI::App*) { return true; });
}

std::vector<const CLI::Option*> options_of(const CLI::App& command) {
    return command.get_options([](const CLI::Option*) { return true; });
}

bool takes_value(const CLI::Option& option) { return option.get_expected_max() > 0; }

const CLI::App* find_command(const CLI::App& app, const std::string& name) {
    for (const CLI::App* command : commands_of(app)) {
        if (command->get_name() == name) return command;
    }
    return nullptr;
}

int no_such_command(const std::string& name) {
    complain("no such command: " + name + "; vouch help lists them");
    return exit_code::usage;
}

int print_help(const std::string& text) {
    std::string out;
    for (const std::string_view line : lines_of(text)) append_help_line(out, line, print_width());
    return print(out);
}

}  // namespace vouch::cli
