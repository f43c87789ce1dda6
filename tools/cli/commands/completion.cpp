// SPDX-License-Identifier: BSL-1.0
// vouch completion: a completion script for a shell, from the command line itself.
#include "command.hpp"
#include "command_line.hpp"
#include "options.hpp"
#include "output.hpp"
#include "selection.hpp"
#include "text.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <vector>

namespace vouch::cli {
namespace {

/// Makes the script for a shell.
using script = std::string (*)(const CLI::App&);

/// The words that an option or argument can be completed with; none for files.
std::vector<std::string> values_of(const CLI::App& app, const CLI::Option& o) {
    const std::string type = o.get_type_name();
    std::vector<std::string> words;
    if (type == "COMMAND") {
        for (const CLI::App* command : commands_of(app)) words.push_back(command->get_name());
    } else if (type.starts_with("RULE")) {
        for (const listed_rule& r : all_rules()) words.emplace_back(r.words->id);
    } else if (type.find('|') != std::string::npos && type.find("FILE") == std::string::npos) {
        for (const std::string_view word : split(type, '|')) words.emplace_back(word);
    }
    return words;
}

/// The names of an option with their hyphens; none for an argument.
std::vector<std::string> spellings(const CLI::Option& o) {
    std::vector<std::string> out;
    for (const std::string& s : o.get_snames()) out.push_back("-" + s);
    for (const std::string& l : o.get_lnames()) out.push_back("--" + l);
    return out;
}

/// The bash command that completes a word with one of the words, or with a file if there are none.
std::string bash_reply(const std::vector<std::string>& words) {
    const std::string from = words.empty() ? "-f" : "-W \"" + joined(words, " ") + "\"";
    return "COMPREPLY=($(compgen " + from + " -- \"$word\"))";
}

std::string bash_case(const CLI::App& app, const CLI::App& command) {
    std::vector<std::string> options;
    std::vector<std::string> arguments;
    std::string values;
    for (const CLI::Option* o : options_of(command)) {
        const std::vector<std::string> names = spellings(*o);
        options.insert(options.end(), names.begin(), names.end());
        if (names.empty())
            arguments = values_of(app, *o);
        else if (takes_value(*o))
            values += "            " + joined(names, "|") + ") " + bash_reply(values_of(app, *o)) + "; return ;;\n";
    }
    return "    " + command.get_name() + ")\n        case $before in\n" + values +
           "        esac\n        if [[ $word == -* ]]; then " + bash_reply(options) + "\n        else " +
           bash_reply(arguments) + "; fi\n        ;;\n";
}

std::string bash_completion(const CLI::App& app) {
    std::vector<std::string> names;
    std::string cases;
    for (const CLI::App* command : commands_of(app)) {
        names.push_back(command->get_name());
        cases += bash_case(app, *command);
    }
    names.insert(names.end(), {"--help", "--version"});
    return "# bash completion for vouch: source this file.\n"
           "_vouch() {\n"
           "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
           "    if [[ $word == = ]]; then word=; fi\n"
           "    if [[ $before == = ]]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi\n"
           "    if [[ $COMP_CWORD -eq 1 ]]; then " +
           bash_reply(names) + "; return; fi\n    case ${COMP_WORDS[1]} in\n" + cases +
           "    esac\n}\ncomplete -o filenames -F _vouch vouch\n";
}

/// A text for single quotes in a zsh specification, with the characters escaped that have a meaning there.
std::string zsh_text(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '\'') {
            out += "'\\''";
            continue;
        }
        if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
        out += c == '\n' ? ' ' : c;
    }
    return out;
}

std::string zsh_specifications(const CLI::App& app, const CLI::Option& o) {
    const std::vector<std::string> allowed = values_of(app, o);
    const std::string value =
        ":" + zsh_text(o.get_type_name()) + ":" + (allowed.empty() ? "_files" : "(" + joined(allowed, " ") + ")");
    const std::string begin = " \\\n                '";
    if (o.get_positional()) return begin + "*" + value + "'";
    std::string out;
    for (const std::string& name : spellings(o))
        out += begin + name + "[" + zsh_text(o.get_description()) + "]" + (takes_value(o) ? value : "") + "'";
    return out;
}

std::string zsh_completion(const CLI::App& app) {
    std::string names;
    std::string cases;
    for (const CLI::App* command : commands_of(app)) {
        names += "        '" + command->get_name() + ":" + zsh_text(command->get_description()) + "'\n";
        cases += "        " + command->get_name() + ")\n            _arguments";
        for (const CLI::Option* o : options_of(*command)) cases += zsh_specifications(app, *o);
        cases += "\n            ;;\n";
    }
    return "#compdef vouch\n# zsh completion for vouch: put this file as _vouch into a folder of $fpath.\n_vouch() {\n"
           "    local -a commands\n    commands=(\n" +
           names +
           "    )\n    if (( CURRENT == 2 )); then _describe command commands; return; fi\n"
           "    local command=$words[2]\n    shift words; (( CURRENT-- ))\n    case $command in\n" +
           cases + "    esac\n}\n_vouch \"$@\"\n";
}

/// A text in single quotes for fish.
std::string fish_text(const std::string& text) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') out += '\\';
        out += c == '\n' ? ' ' : c;
    }
    return out + "'";
}

/// What fish completes with one of the words, or with a file if there are none.
std::string fish_values(const CLI::App& app, const CLI::Option& o) {
    const std::vector<std::string> words = values_of(app, o);
    return words.empty() ? " -F" : " -f -a " + fish_text(joined(words, " "));
}

std::string fish_completion(const CLI::App& app) {
    std::string out =
        "# fish completion for vouch: vouch completion fish | source\n"
        "function __vouch_command\n"
        "    set -l words (commandline -opc)\n"
        "    test \"$words[2]\" = \"$argv[1]\"\n"
        "end\n"
        "complete -c vouch -f\n"
        "complete -c vouch -n __vouch_command -l help -l version\n";
    for (const CLI::App* command : commands_of(app)) {
        const std::string& name = command->get_name();
        out +=
            "complete -c vouch -n __vouch_command -a " + name + " -d " + fish_text(command->get_description()) + "\n";
        for (const CLI::Option* o : options_of(*command)) {
            out += "complete -c vouch -n '__vouch_command " + name + "'";
            for (const std::string& s : o->get_snames()) out += " -s " + s;
            for (const std::string& l : o->get_lnames()) out += " -l " + l;
            if (takes_value(*o)) out += (o->get_positional() ? "" : " -r") + fish_values(app, *o);
            if (!o->get_positional()) out += " -d " + fish_text(o->get_description());
            out += "\n";
        }
    }
    return out;
}

}  // namespace

command add_completion(CLI::App& app) {
    const auto wanted = std::make_shared<script>(&bash_completion);
    CLI::App& parser = add_command(app, "completion", "Prints a completion script for a shell.",
                                   "Examples:\n"
                                   "  source <(vouch completion bash)\n"
                                   "  vouch completion zsh > ~/.zfunc/_vouch\n"
                                   "  vouch completion fish > ~/.config/fish/completions/vouch.fish");
    add_choice(parser, "shell", *wanted,
               choices<script>{{"bash", &bash_completion}, {"zsh", &zsh_completion}, {"fish", &fish_completion}},
               "The shell");
    require_option(parser, "shell");
    return {&parser, [&app, wanted] { return print((*wanted)(app)); }};
}

}  // namespace vouch::cli
