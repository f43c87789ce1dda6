// SPDX-License-Identifier: BSL-1.0
// The checker: one command a call.
#include "manual.hpp"
#include "options.hpp"
#include "output.hpp"
#include "text.hpp"

#include <CLI/CLI.hpp>

namespace {

using namespace vouch::cli;

bool is_command(const CLI::App& app, const std::string& name) {
    const auto named = [&](const CLI::App* command) { return command->get_name() == name; };
    return !app.get_subcommands(named).empty();
}

int no_such_command(const std::string& name) {
    complain("no such command: " + name + "; vouch help lists them");
    return exit_code::usage;
}

/// The arguments in the order that CLI11 wants. It takes the next argument for the value of "--option=": an empty value
/// is one.
std::vector<std::string> reversed_arguments(int argc, char** argv) {
    std::vector<std::string> arguments;
    for (int i = argc - 1; i > 0; --i) {
        const std::string a = argv[i];
        const bool empty = a.starts_with("--") && a.find('=') == a.size() - 1;
        if (empty) arguments.emplace_back();
        arguments.push_back(empty ? a.substr(0, a.size() - 1) : a);
    }
    return arguments;
}

/// A help text of CLI11 in the width of the terminal: descriptions that are too long go on under their beginning.
std::string wrapped(const std::string& text) {
    const std::size_t width = print_width();
    std::string out;
    for (const std::string_view line : lines_of(text)) {
        const std::size_t word = std::min(line.find_first_not_of(' '), line.size());
        const std::size_t gap = line.find("  ", word);
        const std::size_t column = gap == std::string::npos ? word : line.find_first_not_of(' ', gap);
        if (line.size() <= width || column == std::string::npos || column + 20 > width) {
            out += line;
        } else {
            out += line.substr(0, column);
            append_wrapped(out, line.substr(column), column, width);
        }
        out += '\n';
    }
    return out;
}

int help(const CLI::App& app, const arguments& with) {
    if (with.manual) return print(man_page(app));
    if (!with.topic.empty() && !is_command(app, with.topic)) return no_such_command(with.topic);
    const CLI::App* about = with.topic.empty() ? &app : app.get_subcommand(with.topic);
    const std::string name = with.topic.empty() ? "vouch" : "vouch " + with.topic;
    return print(wrapped(app.get_formatter()->make_help(about, name, CLI::AppFormatMode::Normal)));
}

int run(const CLI::App& app, const arguments& with) {
    const std::string command = app.get_subcommands()[0]->get_name();
    if (command == "check") return check(with.check);
    if (command == "fix") return fix_documents(with.fix);
    if (command == "explain") return explain(with.rule, with.format, with.color);
    if (command == "rules") return list_rules(with.format);
    if (command == "fields") return list_fields(with.type, with.format);
    if (command == "schema") return print_schema(with.type);
    if (command == "reference") return print_reference();
    if (command == "sample") return print_sample(with.sample);
    if (command == "http") return print_http(with.http);
    if (command == "policy") return print_policy(with.policy);
    if (command == "completion") return print(completion_script(app, with.completion_for));
    return help(app, with);
}

}  // namespace

int main(int argc, char** argv) {
    arguments with;
    const std::unique_ptr<CLI::App> app = make_app(with);
    if (argc > 1 && argv[1][0] != '-' && !is_command(*app, argv[1])) return no_such_command(argv[1]);
    try {
        app->parse(reversed_arguments(argc, argv));
    } catch (const CLI::CallForHelp&) {
        return print(wrapped(app->help()));
    } catch (const CLI::ParseError& e) {
        const bool wrong = e.get_exit_code() != 0;
        app->exit(e);
        return wrong ? exit_code::usage : exit_code::clean;
    }
    return run(*app, with);
}
