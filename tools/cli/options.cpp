// SPDX-License-Identifier: BSL-1.0
#include "options.hpp"

#include "frontends/frontend.hpp"
#include "output.hpp"
#include "profile.hpp"
#include "schemas.hpp"
#include "terminal.hpp"
#include "text.hpp"

#include <vouch/suggest.hpp>
#include <vouch/unicode.hpp>

#include <CLI/CLI.hpp>

namespace vouch::cli {
namespace {

/// The index of a word in a list.
std::size_t index_of(const std::string& option, const std::string& text, const std::vector<std::string>& words) {
    const auto at = std::find(words.begin(), words.end(), text);
    if (at != words.end()) return static_cast<std::size_t>(at - words.begin());
    const std::vector<std::string> all_but_last(words.begin(), words.end() - 1);
    const std::string* const meant = nearest(text, words, [](const std::string& w) { return std::string_view(w); });
    throw CLI::ValidationError(option, "write " + joined(all_but_last, ", ") + " or " + words.back() + ", not " +
                                           shown(text) + (meant == nullptr ? "" : "; did you mean " + *meant + "?"));
}

void add_severity(rule_choice& to, const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == 0 || equals == std::string::npos)
        throw CLI::ValidationError("--severity", "write RULE=LEVEL, not " + shown(text));
    const std::size_t level = index_of("--severity", text.substr(equals + 1), {"error", "warning", "info"});
    to.severities.emplace_back(text.substr(0, equals), static_cast<severity>(level));
}

/// An option whose value is a list with commas, and that can be repeated. `add` is called with each element.
template <class F>
void add_list(CLI::App& command, const std::string& name, const std::string& type, F add,
              const std::string& description) {
    const auto add_all = [add](const std::vector<std::string>& lists) {
        for (const std::string& list : lists) {
            for (const std::string_view element : split(list, ',')) add(std::string(element));
        }
    };
    command.add_option_function<std::vector<std::string>>(name, add_all, description)
        ->type_name(type)
        ->expected(1)
        ->take_all()
        ->allow_extra_args(false);
}

}  // namespace

CLI::App& add_command(CLI::App& app, const std::string& name, const std::string& description,
                      const std::string& footer) {
    CLI::App* const command = app.add_subcommand(name, description);
    command->footer(footer);
    return *command;
}

void add_flag(CLI::App& command, const std::string& name, bool& to, const std::string& description) {
    command.add_flag(name, to, description);
}

void add_text(CLI::App& command, const std::string& name, const std::string& type, std::string& to,
              const std::string& description) {
    command.add_option(name, to, description)->type_name(type)->take_last();
}

void add_text(CLI::App& command, const std::string& name, const std::string& type, std::optional<std::string>& to,
              const std::string& description) {
    command.add_option(name, to, description)->type_name(type)->take_last();
}

void add_texts(CLI::App& command, const std::string& name, const std::string& type, std::vector<std::string>& to,
               const std::string& description) {
    command.add_option(name, to, description)->type_name(type)->expected(1)->take_all()->allow_extra_args(false);
}

void add_number(CLI::App& command, const std::string& name, std::size_t& to, std::optional<int> max,
                const std::string& description) {
    CLI::Option* const option = command.add_option(name, to, description)->type_name("N")->take_last();
    option->check(CLI::Range(0, max.value_or(std::numeric_limits<int>::max())).description(""));
}

void add_word(CLI::App& command, const std::string& name, const std::vector<std::string>& words,
              const std::function<void(std::size_t)>& set, const std::string& description) {
    const auto read = [name, words, set](const std::string& text) { set(index_of(name, text, words)); };
    command.add_option_function<std::string>(name, read, description)->type_name(joined(words, "|"))->take_last();
}

void require_option(CLI::App& command, const std::string& name) { command.get_option(name)->required(); }

void exclude_option(CLI::App& command, const std::string& name, const std::string& other) {
    command.get_option(name)->excludes(command.get_option(other));
}

void add_inputs(CLI::App& command, std::vector<std::string>& to) {
    command.add_option("inputs", to, "Files, directories (their *.json files), patterns, or - for standard input")
        ->required()
        ->type_name("FILE|DIR|-");
}

void add_type(CLI::App& command, document_type& to) {
    add_choice(command, "--type", to,
               choices<document_type>{{"request", document_type::request}, {"response", document_type::response}},
               "What the documents are (default request)");
}

void add_input_format(CLI::App& command, std::optional<input_format>& to) {
    choices<input_format> formats;
    for (const input_format f : {input_format::request, input_format::terraform_plan, input_format::tf_json,
                                 input_format::ros, input_format::yaml})
        formats.emplace_back(name_of(f), f);
    add_choice(command, "--input-format", to, formats, "How requests are written (default: recognized)");
}

bool fits_type(document_type type, std::optional<input_format> asked) {
    if (type == document_type::request || asked.value_or(input_format::request) == input_format::request) return true;
    complain("--input-format is for requests: responses are JSON");
    return false;
}

input_format format_of(document_type type, std::optional<input_format> asked, std::string_view name,
                       std::string_view text) {
    if (type != document_type::request) return input_format::request;
    return asked ? *asked : recognize(name, text);
}

void add_list_format(CLI::App& command, list_format& to) {
    add_choice(command, "--format", to, choices<list_format>{{"text", list_format::text}, {"json", list_format::json}},
               "For people, or for programs (default text)");
}

void add_rule_choice(CLI::App& command, rule_choice& to) {
    add_list(
        command, "--select", "RULE,..", [&to](std::string rules) { to.select.push_back(std::move(rules)); },
        "Report only these rules: ids, prefixes of ids, or basis:NAME");
    add_list(
        command, "--ignore", "RULE,..", [&to](std::string rules) { to.ignore.push_back(std::move(rules)); },
        "Do not report these rules");
    add_list(
        command, "--severity", "RULE=LEVEL,..", [&to](const std::string& text) { add_severity(to, text); },
        "Report a rule as error, warning or info");
    add_choice(
        command, "--unknown", to.unknown,
        choices<unknown_policy>{
            {"error", unknown_policy::error}, {"warning", unknown_policy::warning}, {"ignore", unknown_policy::ignore}},
        "How unknown fields are reported (default warning)");
    add_text(command, "--client-token", "TOKEN", to.client_token,
             "The client token sent with the documents, checked as /clientToken");
    add_text(command, "--config", "FILE", to.config,
             "Use this configuration instead of the nearest .vouch.json in each file's folder or above");
    command.get_option("--config")->check([](const std::string& file) {
        return file.empty() ? std::string("write the name of a file, or --no-config") : std::string();
    });
    command.add_flag_callback(
        "--no-config", [&to] { to.config = ""; }, "Use no configuration");
    exclude_option(command, "--no-config", "--config");
}

void add_stdin_filename(CLI::App& command, std::string& to) {
    add_text(command, "--stdin-filename", "NAME", to, "The name to report for standard input");
}

void add_exclude(CLI::App& command, std::vector<std::string>& to) {
    add_list(
        command, "--exclude", "PATTERN,..", [&to](std::string pattern) { to.push_back(std::move(pattern)); },
        "Pass over such files and folders in directories; node_modules and .git always are");
}

void add_color(CLI::App& command, color_choice& to) {
    add_choice(command, "--color", to,
               choices<color_choice>{
                   {"auto", color_choice::automatic}, {"always", color_choice::always}, {"never", color_choice::never}},
               "When to use color (default auto: on terminals); NO_COLOR and FORCE_COLOR are respected");
}

void add_quiet(CLI::App& command, bool& to) {
    add_flag(command, "-q,--quiet", to, "Print only errors on standard error");
}

}  // namespace vouch::cli
