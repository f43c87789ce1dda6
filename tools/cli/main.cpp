// SPDX-License-Identifier: BSL-1.0
// The checker: parses the command line and runs one command.
#include "command.hpp"
#include "command_line.hpp"
#include "output.hpp"

#include <vouch/version.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>

// The commands, in the order in which help lists them.
#define VOUCH_COMMANDS(command)                                                                                    \
    command(check) command(fix) command(explain) command(rules) command(fields) command(schema) command(reference) \
        command(sample) command(http) command(policy) command(completion) command(help)

namespace vouch::cli {

#define VOUCH_DECLARE(name) command add_##name(CLI::App& app);
VOUCH_COMMANDS(VOUCH_DECLARE)
#undef VOUCH_DECLARE

namespace {

std::vector<command> add_commands(CLI::App& app) {
#define VOUCH_ADD(name) add_##name(app),
    return {VOUCH_COMMANDS(VOUCH_ADD)};
#undef VOUCH_ADD
}

/// The arguments in the order that CLI11 wants: last first. After "--option=", CLI11 would take the next argument as
/// the value; an empty argument prevents that. It takes "--" only
/// before the first file, so that is handled here: what follows is never an option.
std::vector<std::string> reversed_arguments(int argc, char** argv) {
    std::vector<std::string> arguments;
    bool only_files = false;
    for (int i = 1; i < argc; ++i) {
        const std::string a = argv[i];
        if (only_files) {
            arguments.push_back(a.starts_with('-') && a != "-" ? "./" + a : a);
        } else if (a == "--") {
            only_files = true;
        } else if (a.starts_with("--") && a.find('=') == a.size() - 1) {
            arguments.push_back(a.substr(0, a.size() - 1));
            arguments.emplace_back();
        } else {
            arguments.push_back(a);
        }
    }
    std::reverse(arguments.begin(), arguments.end());
    return arguments;
}

int run(int argc, char** argv) {
    CLI::App app("Vouches for ApsaraMQ for RocketMQ CreateInstance requests before they are sent.", "vouch");
    app.set_version_flag("--version", "vouch " VOUCH_VERSION);
    app.require_subcommand(1);
    const std::vector<command> commands = add_commands(app);
    if (argc > 1 && argv[1][0] != '-' && find_command(app, argv[1]) == nullptr) return no_such_command(app, argv[1]);
    try {
        app.parse(reversed_arguments(argc, argv));
    } catch (const CLI::CallForHelp&) {
        return print_help(app.help());
    } catch (const CLI::CallForVersion& e) {
        return print(std::string(e.what()) + "\n");
    } catch (const CLI::ParseError& e) {
        return wrong_usage(app, e, {argv + 1, argv + argc});
    }
    const auto chosen =
        std::find_if(commands.begin(), commands.end(), [](const command& c) { return c.parser->parsed(); });
    return chosen->run();
}

}  // namespace
}  // namespace vouch::cli

int main(int argc, char** argv) { return vouch::cli::run(argc, argv); }
