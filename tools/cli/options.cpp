// SPDX-License-Identifier: BSL-1.0
#include "options.hpp"

#include "output.hpp"
#include "text.hpp"

#include <vouch/unicode.hpp>

#include <CLI/CLI.hpp>

namespace vouch::cli {
namespace {

template <class E>
using choices = std::vector<std::pair<std::string, E>>;

/// A text from the command line, safe on a terminal.
std::string shown(const std::string& text) {
    std::string out;
    append_shown(out, text, 60);
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

template <class E>
std::string names_of(const choices<E>& names) {
    std::string all;
    for (const auto& [name, value] : names) all += (all.empty() ? "" : "|") + name;
    return all;
}

/// An option whose value is one of a few names.
template <class E, class Target>
void add_choice(CLI::App* app, const std::string& option, Target& to, choices<E> names,
                const std::string& description) {
    const std::string type = names_of(names);
    app->add_option_function<std::string>(
           option, [&to, option, names](const std::string& text) { to = choose(option, text, names); }, description)
        ->type_name(type);
}

const choices<severity> severity_names{
    {"error", severity::error}, {"warning", severity::warning}, {"info", severity::info}};

void add_severity(rule_choice& to, const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == 0 || equals == std::string::npos)
        throw CLI::ValidationError("--severity", "write RULE=LEVEL, not " + shown(text));
    to.severities.emplace_back(text.substr(0, equals), choose("--severity", text.substr(equals + 1), severity_names));
}

/// An option that takes words with commas between, again and again.
template <class F>
void add_words(CLI::App* app, const std::string& option, const std::string& type, F add,
               const std::string& description) {
    app->add_option_function<std::vector<std::string>>(
           option,
           [add](const std::vector<std::string>& all) {
               for (const std::string& words : all) {
                   for (const std::string_view word : split(words, ',')) add(std::string(word));
               }
           },
           description)
        ->type_name(type)
        ->expected(1)
        ->take_all();
}

void add_type(CLI::App* app, document_type& to) {
    add_choice(app, "--type", to,
               choices<document_type>{{"request", document_type::request}, {"response", document_type::response}},
               "What the documents are (default request)");
}

void add_color(CLI::App* app, color_choice& to) {
    add_choice(app, "--color", to,
               choices<color_choice>{
                   {"auto", color_choice::automatic}, {"always", color_choice::always}, {"never", color_choice::never}},
               "When to use colours (default auto: on terminals); NO_COLOR and FORCE_COLOR are heeded");
}

void add_inputs(CLI::App* app, std::vector<std::string>& to) {
    app->add_option("inputs", to, "Files, directories (their *.json files), patterns, or - for standard input")
        ->required()
        ->type_name("FILE|DIR|-");
}

/// The options that choose rules.
void add_rules(CLI::App* app, rule_choice& to) {
    add_words(
        app, "--select", "RULE,..", [&to](std::string word) { to.select.push_back(std::move(word)); },
        "Only these rules: ids, beginnings of ids, or basis:NAME");
    add_words(
        app, "--ignore", "RULE,..", [&to](std::string word) { to.ignore.push_back(std::move(word)); },
        "Not these rules");
    add_words(
        app, "--severity", "RULE=LEVEL,..", [&to](const std::string& word) { add_severity(to, word); },
        "Report a rule as error, warning or info");
    add_choice(
        app, "--unknown", to.unknown,
        choices<unknown_policy>{
            {"error", unknown_policy::error}, {"warning", unknown_policy::warning}, {"ignore", unknown_policy::ignore}},
        "How unknown fields are reported (default warning)");
    app->add_option("--client-token", to.client_token,
                    "The client token that is sent beside the documents, as /clientToken")
        ->type_name("TOKEN");
    app->add_option("--config", to.config, "This configuration instead of the nearest .vouch.json upwards of each file")
        ->type_name("FILE");
    app->add_flag_callback(
        "--no-config", [&to] { to.config = ""; }, "No configuration");
}

void add_check(CLI::App& app, check_options& o) {
    CLI::App* check =
        app.add_subcommand("check", "Checks requests, or responses, and says all that is wrong with them.");
    check->footer(
        "Examples:\n"
        "  vouch check request.json\n"
        "  vouch check --fail-on warning --ignore basis:practice configs/\n"
        "  vouch check --format sarif -o vouch.sarif configs/\n"
        "  generate | vouch check --format jsonl --ndjson -\n"
        "Exit code: 0 nothing at or above --fail-on, 1 something, 2 wrong usage, 3 an input could not be read.");
    add_inputs(check, o.inputs);
    add_type(check, o.type);
    add_choice(check, "--format", o.format,
               choices<check_format>{{"text", check_format::text},
                                     {"concise", check_format::concise},
                                     {"json", check_format::json},
                                     {"jsonl", check_format::jsonl},
                                     {"sarif", check_format::sarif},
                                     {"junit", check_format::junit},
                                     {"github", check_format::github}},
               "How findings are written (default text)");
    check->add_option("-o,--output", o.output_file, "Write the findings to a file")->type_name("FILE");
    add_choice(check, "--fail-on", o.fail_on,
               choices<fail_level>{{"error", fail_level::error},
                                   {"warning", fail_level::warning},
                                   {"info", fail_level::info},
                                   {"never", fail_level::never}},
               "Exit with 1 from this severity on (default error)");
    add_rules(check, o.rules);
    check->add_option("--stdin-filename", o.stdin_filename, "The name that standard input is reported with")
        ->type_name("NAME");
    check->add_flag("--ndjson", o.ndjson, "Each line is a document");
    add_color(check, o.color);
    check->add_flag("-q,--quiet", o.quiet, "Say nothing on standard error but errors");
    check
        ->add_option("--max-diagnostics", o.rules.max_diagnostics,
                     "Keep at most this many findings a document (default 1000)")
        ->type_name("N")
        ->check(CLI::NonNegativeNumber);
    check->add_option("-j,--jobs", o.jobs, "Check so many files at a time (default: one for each processor)")
        ->type_name("N")
        ->check(CLI::Range(0, 1024));
}

void add_fix(CLI::App& app, fix_options& o) {
    CLI::App* fix = app.add_subcommand("fix", "Repairs documents, or shows as a diff what it would change.");
    fix->footer(
        "Examples:\n"
        "  vouch fix request.json\n"
        "  vouch fix --write configs/\n"
        "  vouch fix --write --select deprecated-vswitch-id configs/\n"
        "Safe fixes do not change what is asked for, and bring no new error. With --write, - writes to standard output.\n"
        "Exit code: 0 no error is left, 1 errors are left, 2 wrong usage, 3 an input could not be read or written.");
    add_inputs(fix, o.inputs);
    CLI::Option* const diff = fix->add_flag("--diff", o.diff, "Show the changes as a unified diff (default)");
    fix->add_flag("--write", o.write, "Change the files")->excludes(diff);
    fix->add_flag("--unsafe", o.unsafe,
                  "Also make fixes that may change what is asked for, such as corrected typing mistakes");
    add_type(fix, o.type);
    add_rules(fix, o.rules);
    fix->add_option("--stdin-filename", o.stdin_filename, "The name that standard input is reported with")
        ->type_name("NAME");
    add_color(fix, o.color);
    fix->add_flag("-q,--quiet", o.quiet, "Say nothing on standard error but errors");
}

void add_list_format(CLI::App* app, list_format& to) {
    add_choice(app, "--format", to, choices<list_format>{{"text", list_format::text}, {"json", list_format::json}},
               "For people, or for programs (default text)");
}

void add_catalogue(CLI::App& app, arguments& to) {
    CLI::App* explain =
        app.add_subcommand("explain", "Explains a rule: what, when, why, and a document that breaks it.");
    explain->add_option("rule", to.rule, "The id of a rule")->required()->type_name("RULE");
    add_list_format(explain, to.format);
    add_color(explain, to.color);
    explain->footer("Examples:\n  vouch explain period-out-of-range");
    CLI::App* rules = app.add_subcommand("rules", "Lists all rules.");
    add_list_format(rules, to.format);
    rules->footer("Examples:\n  vouch rules\n  vouch rules --format json | jq -r '.rules[].rule'");
    CLI::App* fields = app.add_subcommand("fields", "Lists all fields, with their types and what is allowed.");
    add_type(fields, to.type);
    add_list_format(fields, to.format);
    fields->footer("Examples:\n  vouch fields\n  vouch fields --type response --format json");
}

void add_exports(CLI::App& app, arguments& to) {
    CLI::App* schema = app.add_subcommand("schema", "Prints the JSON Schema (2020-12) of requests, or of responses.");
    add_type(schema, to.type);
    schema->footer("Examples:\n  vouch schema > create-instance-request.json");
    CLI::App* reference = app.add_subcommand("reference", "Prints the reference of the operation as Markdown.");
    reference->footer("Examples:\n  vouch reference > create-instance.md");
    CLI::App* sample = app.add_subcommand("sample", "Prints a document that is free of errors and warnings.");
    add_type(sample, to.sample.type);
    sample->add_flag("--full", to.sample.full, "With every optional field that can be there");
    sample
        ->add_option("--set", to.sample.settings,
                     "A value that it must have; again for more. What else it needs then is added or changed")
        ->type_name("PATH=VALUE")
        ->expected(1)
        ->take_all();
    sample->footer(
        "Examples:\n  vouch sample\n  vouch sample --set subSeriesCode=serverless\n"
        "  vouch sample --full --set paymentType=Subscription --set period=1");
    CLI::App* http = app.add_subcommand("http", "Prints a request as the HTTP message that goes on the wire.");
    http->add_option("input", to.http.input, "A file, or - for standard input")->required()->type_name("FILE");
    http->add_option("--client-token", to.http.client_token,
                     "The client token for the query; it wins over one in the document")
        ->type_name("TOKEN");
    http->add_flag("--curl", to.http.curl, "As a curl command, without credentials");
    http->footer(
        "Examples:\n  vouch http request.json\n  vouch http --client-token \"$(uuidgen)\" --curl request.json\n"
        "A request with errors is refused: they are shown on standard error, and the exit code is 1.");
    CLI::App* policy = app.add_subcommand("policy", "Prints a RAM policy that allows the operation.");
    policy->add_option("--region", to.policy.region, "A region, or * for all (default)")->type_name("REGION");
    policy->add_option("--account", to.policy.account, "An account's number, or * for any (default)")
        ->type_name("ACCOUNT");
    policy->footer("Examples:\n  vouch policy --region ap-southeast-1 --account 123456789012");
}

}  // namespace

std::unique_ptr<CLI::App> make_app(arguments& to) {
    auto app = std::make_unique<CLI::App>(
        "Vouches for ApsaraMQ for RocketMQ CreateInstance requests before they are sent.", "vouch");
    app->set_version_flag("--version", "vouch " VOUCH_VERSION);
    app->require_subcommand(1);
    add_check(*app, to.check);
    add_fix(*app, to.fix);
    add_catalogue(*app, to);
    add_exports(*app, to);
    CLI::App* completion = app->add_subcommand("completion", "Prints a completion script for a shell.");
    add_choice(completion, "shell", to.completion_for, choices<shell>{{"bash", shell::bash}, {"zsh", shell::zsh}},
               "The shell");
    completion->get_option("shell")->required();
    completion->footer("Examples:\n  source <(vouch completion bash)\n  vouch completion zsh > ~/.zfunc/_vouch");
    CLI::App* help = app->add_subcommand("help", "Shows this help, or that of a command.");
    help->add_option("command", to.topic, "A command")->type_name("COMMAND");
    help->add_flag("--man", to.manual, "All of it, as a man page");
    help->footer("Examples:\n  vouch help check\n  vouch help --man | man -l -");
    return app;
}

}  // namespace vouch::cli
