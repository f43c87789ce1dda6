// SPDX-License-Identifier: BSL-1.0
#include "command_line.hpp"

#include "output.hpp"
#include "terminal.hpp"
#include "text.hpp"

#include <vouch/suggest.hpp>

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

/// A question for the option that was probably meant, or nothing.
std::string meant_option(const CLI::App& command, const std::string& option) {
    std::vector<std::string> known;
    for (const CLI::Option* o : options_of(command)) known.push_back(o->get_name());
    const std::string* const meant = nearest(option, known, [](const std::string& n) { return std::string_view(n); });
    return meant == nullptr ? "" : "; did you mean " + *meant + "?";
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

int no_such_command(const CLI::App& app, const std::string& name) {
    const auto all = commands_of(app);
    const CLI::App* const* const meant = nearest(name, all, [](const CLI::App* c) { return c->get_name(); });
    complain("no such command: " + shown(name) +
             (meant == nullptr ? "; vouch help lists them" : "; did you mean " + (*meant)->get_name() + "?"));
    return exit_code::usage;
}

int wrong_usage(const CLI::App& app, const CLI::ParseError& e, const std::vector<std::string>& arguments) {
    const auto chosen = app.get_subcommands();
    const CLI::App& command = chosen.empty() ? app : *chosen.front();
    const std::string& name = command.get_name();
    const auto reject = [&](const std::string& why) {
        complain(why + (why.ends_with('?') ? "" : "; see vouch help" + (chosen.empty() ? "" : " " + name)));
        return exit_code::usage;
    };
    const bool is_missing = dynamic_cast<const CLI::RequiredError*>(&e) != nullptr;
    if (!chosen.empty() && (is_missing || dynamic_cast<const CLI::ExtrasError*>(&e) != nullptr)) {
        for (const std::string& a : arguments) {
            const std::string option = a.substr(0, a.find('='));
            if (option == "--") break;
            const auto is_known = [&](const std::string& o) { return command.get_option_no_throw(o) != nullptr; };
            const bool is_short = !option.starts_with("--");  // Several may be joined: -qv.
            if (!option.starts_with('-') || option == "-" || is_known(is_short ? option.substr(0, 2) : option))
                continue;
            return reject(name + " has no option " + shown(option) + meant_option(command, option));
        }
    }
    if (is_missing) {
        if (chosen.empty())
            return reject(arguments.empty() ? "name a command" : "no such option: " + shown(arguments.front()));
        if (command.get_option_no_throw("inputs") != nullptr)
            return reject(name + " needs a file, a directory, or - for standard input");
        return reject(name + ": " + e.what());
    }
    std::string message;
    append_shown(message, e.what());
    return reject(message);
}

int print_help(const std::string& text) {
    std::string out;
    for (const std::string_view line : lines_of(text)) append_help_line(out, line, print_width());
    return print(out);
}

}  // namespace vouch::cli
