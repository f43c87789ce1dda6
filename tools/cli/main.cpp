// SPDX-License-Identifier: BSL-1.0
// The checker's command line.
#include "check.hpp"
#include "output.hpp"

#include <CLI/CLI.hpp>

#include <map>

namespace {

using namespace vouch::cli;

/// `--severity RULE=LEVEL`
std::pair<std::string, vouch::severity> parse_severity(const std::string& text) {
    const std::map<std::string, vouch::severity> levels{
        {"error", vouch::severity::error}, {"warning", vouch::severity::warning}, {"info", vouch::severity::info}};
    const std::size_t equals = text.find('=');
    const auto level = equals == std::string::npos ? levels.end() : levels.find(text.substr(equals + 1));
    if (equals == 0 || level == levels.end()) {
        throw CLI::ValidationError("--severity", "write RULE=error, RULE=warning or RULE=info, not " + text);
    }
    return {text.substr(0, equals), level->second};
}

template <class E>
CLI::CheckedTransformer one_of(std::map<std::string, E> names) {
    return CLI::CheckedTransformer(std::move(names));
}

void add_check(CLI::App& app, check_options& o, std::vector<std::string>& severities) {
    CLI::App* check = app.add_subcommand("check", "Checks requests, or responses, and says all that is wrong with them.");
    check->footer("Examples:\n"
                  "  vouch check request.json\n"
                  "  vouch check --fail-on warning configs/\n"
                  "  generate | vouch check --format jsonl --ndjson -\n"
                  "Exit code: 0 nothing at or above --fail-on, 1 something, 2 wrong usage, 3 an input could not be read.");
    check->add_option("inputs", o.inputs, "Files, directories (their *.json files), patterns, or - for standard input")
        ->required()
        ->type_name("FILE|DIR|-");
    check->add_option("--type", o.type, "What the documents are: request (default) or response")
        ->transform(one_of<document_type>({{"request", document_type::request}, {"response", document_type::response}}))
        ->type_name("TYPE");
    check->add_option("--format", o.format, "text (default), concise, json or jsonl")
        ->transform(one_of<check_format>({{"text", check_format::text},
                                          {"concise", check_format::concise},
                                          {"json", check_format::json},
                                          {"jsonl", check_format::jsonl}}))
        ->type_name("FORMAT");
    check->add_option("-o,--output", o.output_file, "Write the findings to a file")->type_name("FILE");
    check->add_option("--fail-on", o.fail_on, "Exit with 1 from this severity on: error (default), warning, info or never")
        ->transform(one_of<fail_level>({{"error", fail_level::error},
                                        {"warning", fail_level::warning},
                                        {"info", fail_level::info},
                                        {"never", fail_level::never}}))
        ->type_name("LEVEL");
    check->add_option("--select", o.select, "Report only these rules")->type_name("RULE,...")->delimiter(',');
    check->add_option("--ignore", o.ignore, "Do not report these rules")->type_name("RULE,...")->delimiter(',');
    check->add_option("--severity", severities, "Report a rule as error, warning or info")->type_name("RULE=LEVEL,...")->delimiter(',');
    check->add_option("--unknown", o.unknown, "Report unknown fields as error or warning (default), or ignore them")
        ->transform(one_of<vouch::unknown_policy>({{"error", vouch::unknown_policy::error},
                                                   {"warning", vouch::unknown_policy::warning},
                                                   {"ignore", vouch::unknown_policy::ignore}}))
        ->type_name("POLICY");
    check->add_option("--client-token", o.client_token, "Check this client token too, as /clientToken")->type_name("TOKEN");
    check->add_option("--stdin-filename", o.stdin_filename, "The name that standard input is reported with")->type_name("NAME");
    check->add_flag("--ndjson", o.ndjson, "Each line is a document");
    check->add_option("--color", o.color, "auto (default), always or never; NO_COLOR and FORCE_COLOR are heeded")
        ->transform(one_of<color_choice>(
            {{"auto", color_choice::automatic}, {"always", color_choice::always}, {"never", color_choice::never}}))
        ->type_name("WHEN");
    check->add_flag("-q,--quiet", o.quiet, "Say nothing on standard error but errors");
    check->add_option("--max-diagnostics", o.max_diagnostics, "Keep at most this many findings a document (default 1000)")
        ->type_name("N");
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"Vouches for ApsaraMQ for RocketMQ CreateInstance requests before they are sent.", "vouch"};
    app.set_version_flag("--version", "vouch " VOUCH_VERSION);
    app.require_subcommand(1);
    check_options check_with;
    std::vector<std::string> severities;
    add_check(app, check_with, severities);
    CLI::App* help = app.add_subcommand("help", "Shows this help, or that of a command.");
    std::string topic;
    help->add_option("command", topic, "A command")->type_name("COMMAND");

    try {
        app.parse(argc, argv);
        for (const std::string& s : severities) check_with.severities.push_back(parse_severity(s));
    } catch (const CLI::ParseError& e) {
        const bool wrong = e.get_exit_code() != 0;
        app.exit(e);
        return wrong ? exit_code::usage : exit_code::clean;
    }
    if (help->parsed()) {
        const auto commands = app.get_subcommands([&](const CLI::App* command) { return command->get_name() == topic; });
        if (!topic.empty() && commands.empty()) {
            complain("no such command: " + topic);
            return exit_code::usage;
        }
        std::fputs((topic.empty() ? app : *commands.front()).help().c_str(), stdout);
        return exit_code::clean;
    }
    return check(check_with);
}
