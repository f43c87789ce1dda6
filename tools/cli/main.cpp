// SPDX-License-Identifier: BSL-1.0
// The checker's command line.
#include "check.hpp"
#include "output.hpp"

#include <vouch/unicode.hpp>

#include <CLI/CLI.hpp>

namespace {

using namespace vouch::cli;

template <class E>
using choices = std::vector<std::pair<std::string, E>>;

/// A text from the command line, safe on a terminal.
std::string shown(const std::string& text) {
    std::string out;
    vouch::append_shown(out, text, 60);
    return out;
}

/// What a name stands for.
template <class E>
E choose(const std::string& option, const std::string& text, const choices<E>& names) {
    std::string all;
    for (const auto& [name, value] : names) {
        if (name == text) return value;
        all += (all.empty() ? "" : name == names.back().first ? " or " : ", ") + name;
    }
    throw CLI::ValidationError(option, "write " + all + ", not " + shown(text));
}

/// An option whose value is one of a few names.
template <class E>
void add_choice(CLI::App* app, const std::string& option, const std::string& type, E& to, choices<E> names,
                const std::string& description) {
    app->add_option_function<std::string>(
           option, [&to, option, names](const std::string& text) { to = choose(option, text, names); }, description)
        ->type_name(type);
}

const choices<vouch::severity> severity_names{
    {"error", vouch::severity::error}, {"warning", vouch::severity::warning}, {"info", vouch::severity::info}};

void add_severity(check_options& o, const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == 0 || equals == std::string::npos)
        throw CLI::ValidationError("--severity", "write RULE=LEVEL, not " + shown(text));
    o.severities.emplace_back(text.substr(0, equals), choose("--severity", text.substr(equals + 1), severity_names));
}

void add_check(CLI::App& app, check_options& o) {
    CLI::App* check =
        app.add_subcommand("check", "Checks requests, or responses, and says all that is wrong with them.");
    check->footer(
        "Examples:\n"
        "  vouch check request.json\n"
        "  vouch check --fail-on warning configs/\n"
        "  generate | vouch check --format jsonl --ndjson -\n"
        "Exit code: 0 nothing at or above --fail-on, 1 something, 2 wrong usage, 3 an input could not be read.");
    check->add_option("inputs", o.inputs, "Files, directories (their *.json files), patterns, or - for standard input")
        ->required()
        ->type_name("FILE|DIR|-");
    add_choice(check, "--type", "TYPE", o.type,
               {{"request", document_type::request}, {"response", document_type::response}},
               "What the documents are: request (default) or response");
    add_choice(check, "--format", "FORMAT", o.format,
               {{"text", check_format::text},
                {"concise", check_format::concise},
                {"json", check_format::json},
                {"jsonl", check_format::jsonl}},
               "text (default), concise, json or jsonl");
    check->add_option("-o,--output", o.output_file, "Write the findings to a file")->type_name("FILE");
    add_choice(check, "--fail-on", "LEVEL", o.fail_on,
               {{"error", fail_level::error},
                {"warning", fail_level::warning},
                {"info", fail_level::info},
                {"never", fail_level::never}},
               "Exit with 1 from this severity on: error (default), warning, info or never");
    check->add_option("--select", o.select, "Report only these rules")
        ->type_name("RULE,..")
        ->delimiter(',')
        ->expected(1);
    check->add_option("--ignore", o.ignore, "Do not report these rules")
        ->type_name("RULE,..")
        ->delimiter(',')
        ->expected(1);
    check
        ->add_option_function<std::vector<std::string>>(
            "--severity",
            [&o](const std::vector<std::string>& all) {
                for (const std::string& text : all) add_severity(o, text);
            },
            "Report a rule as error, warning or info")
        ->type_name("RULE=LEVEL,..")
        ->delimiter(',')
        ->expected(1);
    add_choice(check, "--unknown", "POLICY", o.unknown,
               {{"error", vouch::unknown_policy::error},
                {"warning", vouch::unknown_policy::warning},
                {"ignore", vouch::unknown_policy::ignore}},
               "Report unknown fields as error or warning (default), or ignore them");
    check->add_option("--client-token", o.client_token, "Check this client token too, as /clientToken")
        ->type_name("TOKEN");
    check->add_option("--stdin-filename", o.stdin_filename, "The name that standard input is reported with")
        ->type_name("NAME");
    check->add_flag("--ndjson", o.ndjson, "Each line is a document");
    add_choice(check, "--color", "WHEN", o.color,
               {{"auto", color_choice::automatic}, {"always", color_choice::always}, {"never", color_choice::never}},
               "auto (default), always or never; NO_COLOR and FORCE_COLOR are heeded");
    check->add_flag("-q,--quiet", o.quiet, "Say nothing on standard error but errors");
    check
        ->add_option("--max-diagnostics", o.max_diagnostics,
                     "Keep at most this many findings a document (default 1000)")
        ->type_name("N")
        ->check(CLI::NonNegativeNumber);
}

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

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"Vouches for ApsaraMQ for RocketMQ CreateInstance requests before they are sent.", "vouch"};
    app.set_version_flag("--version", "vouch " VOUCH_VERSION);
    app.require_subcommand(1);
    check_options check_with;
    add_check(app, check_with);
    CLI::App* help = app.add_subcommand("help", "Shows this help, or that of a command.");
    std::string topic;
    help->add_option("command", topic, "A command")->type_name("COMMAND");

    if (argc > 1 && argv[1][0] != '-' && !is_command(app, argv[1])) return no_such_command(argv[1]);
    try {
        app.parse(reversed_arguments(argc, argv));
    } catch (const CLI::ParseError& e) {
        const bool wrong = e.get_exit_code() != 0;
        app.exit(e);
        return wrong ? exit_code::usage : exit_code::clean;
    }
    if (help->parsed()) {
        if (!topic.empty() && !is_command(app, topic)) return no_such_command(topic);
        const CLI::App* about = topic.empty() ? &app : app.get_subcommand(topic);
        const std::string name = topic.empty() ? "vouch" : "vouch " + topic;
        std::fputs(app.get_formatter()->make_help(about, name, CLI::AppFormatMode::Normal).c_str(), stdout);
        return exit_code::clean;
    }
    return check(check_with);
}
