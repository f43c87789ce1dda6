// SPDX-License-Identifier: BSL-1.0
#include "manual.hpp"

#include "selection.hpp"
#include "text.hpp"

#include <CLI/CLI.hpp>

namespace vouch::cli {
namespace {

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
    return app.get_subcommands([](const CLI::App*) { return true; });
}

std::vector<const CLI::Option*> options_of(const CLI::App& app) {
    return app.get_options([](const CLI::Option*) { return true; });
}

std::string without_line_feed(std::string text) {
    for (char& c : text) {
        if (c == '\n') c = ' ';
    }
    return text;
}

/// A text as roff shows it.
std::string roff(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool begins_line = i == 0 || text[i - 1] == '\n';
        if (begins_line && (text[i] == '.' || text[i] == '\'')) out += "\\&";
        if (text[i] == '\\')
            out += "\\e";
        else if (text[i] == '-')
            out += "\\-";
        else
            out += text[i];
    }
    return out;
}

bool takes_value(const CLI::Option& o) { return o.get_expected_max() > 0; }

void append_option(std::string& out, const CLI::Option& o) {
    out += ".TP\n\\fB" + roff(o.nonpositional() ? o.get_name(false, true) : o.get_name(true)) + "\\fR";
    if (takes_value(o)) out += " \\fI" + roff(o.get_type_name()) + "\\fR";
    out += "\n" + roff(o.get_description()) + "\n";
}

/// The words that may stand behind an option or for a command's argument, as the shells take them.
std::vector<std::string> values_of(const CLI::Option& o) {
    const std::string type = o.get_type_name();
    std::vector<std::string> words;
    if (type.starts_with("RULE")) {
        for (const listed_rule& r : all_rules()) words.emplace_back(r.words->id);
    } else if (type.find('|') != std::string::npos && type.find("FILE") == std::string::npos) {
        for (const std::string_view word : split(type, '|')) words.emplace_back(word);
    }
    return words;
}

std::vector<std::string> spellings(const CLI::Option& o) {
    std::vector<std::string> out;
    for (const std::string& s : o.get_snames()) out.push_back("-" + s);
    for (const std::string& l : o.get_lnames()) out.push_back("--" + l);
    return out;
}

std::string bash_completion(const CLI::App& app) {
    std::string names;
    std::string cases;
    for (const CLI::App* command : commands_of(app)) {
        names += (names.empty() ? "" : " ") + command->get_name();
        std::string options;
        std::string values;
        std::string arguments;
        for (const CLI::Option* o : options_of(*command)) {
            const std::vector<std::string> words = spellings(*o);
            options += (options.empty() ? "" : " ") + joined(words, " ");
            const std::vector<std::string> allowed = values_of(*o);
            if (words.empty()) {
                arguments = joined(allowed, " ");
            } else if (takes_value(*o)) {
                values +=
                    "            " + joined(words, "|") + ") " +
                    (allowed.empty() ? "COMPREPLY=($(compgen -f -- \"$word\"))"
                                     : "COMPREPLY=($(compgen -W \"" + joined(allowed, " ") + "\" -- \"$word\"))") +
                    "; return ;;\n";
            }
        }
        cases += "    " + command->get_name() + ")\n        case $before in\n" + values +
                 "        esac\n        if [[ $word == -* ]]; then COMPREPLY=($(compgen -W \"" + options +
                 "\" -- \"$word\"))\n        else COMPREPLY=($(compgen " +
                 (arguments.empty() ? "-f" : "-W \"" + arguments + "\"") + " -- \"$word\")); fi\n        ;;\n";
    }
    return "# bash completion for vouch: source this file.\n"
           "_vouch() {\n"
           "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
           "    if [[ $COMP_CWORD -eq 1 ]]; then COMPREPLY=($(compgen -W \"" +
           names + " --help --version\" -- \"$word\")); return; fi\n    case ${COMP_WORDS[1]} in\n" + cases +
           "    esac\n}\ncomplete -o filenames -F _vouch vouch\n";
}

/// A text between single quotes in a zsh specification, where brackets and colons have a meaning.
std::string zsh_text(const std::string& text) {
    std::string out;
    for (const char c : without_line_feed(text)) {
        if (c == '\'') {
            out += "'\\''";
            continue;
        }
        if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

std::string zsh_completion(const CLI::App& app) {
    std::string names;
    std::string cases;
    for (const CLI::App* command : commands_of(app)) {
        names += "        '" + command->get_name() + ":" + zsh_text(command->get_description()) + "'\n";
        cases += "        " + command->get_name() + ")\n            _arguments";
        for (const CLI::Option* o : options_of(*command)) {
            const std::vector<std::string> allowed = values_of(*o);
            const std::string what = allowed.empty() ? "_files" : "(" + joined(allowed, " ") + ")";
            if (o->get_positional()) {
                cases += " \\\n                '*:" + zsh_text(o->get_type_name()) + ":" + what + "'";
                continue;
            }
            for (const std::string& s : spellings(*o)) {
                cases += " \\\n                '" + s + "[" + zsh_text(o->get_description()) + "]";
                if (takes_value(*o)) cases += ":" + zsh_text(o->get_type_name()) + ":" + what;
                cases += "'";
            }
        }
        cases += "\n            ;;\n";
    }
    return "#compdef vouch\n# zsh completion for vouch: put this file as _vouch into a folder of $fpath.\n_vouch() {\n"
           "    local -a commands\n    commands=(\n" +
           names +
           "    )\n    if (( CURRENT == 2 )); then _describe command commands; return; fi\n"
           "    local command=$words[2]\n    shift words; (( CURRENT-- ))\n    case $command in\n" +
           cases + "    esac\n}\n_vouch \"$@\"\n";
}

}  // namespace

std::string man_page(const CLI::App& app) {
    std::string out = ".TH VOUCH 1 \"\" \"vouch " VOUCH_VERSION
                      "\" \"User Commands\"\n.SH NAME\nvouch \\- vouches for a cloud API request before it is sent\n"
                      ".SH SYNOPSIS\n.B vouch\n.I COMMAND\n[\\fIOPTIONS\\fR] [\\fIFILE\\fR...]\n.SH DESCRIPTION\n" +
                      roff(app.get_description()) + "\n";
    for (const CLI::App* command : commands_of(app)) {
        out += ".SH VOUCH " + roff(command->get_name()) + "\n" + roff(command->get_description()) + "\n";
        for (const CLI::Option* o : options_of(*command)) append_option(out, *o);
        if (!command->get_footer().empty()) out += ".PP\n.nf\n" + roff(command->get_footer()) + "\n.fi\n";
    }
    out +=
        ".SH FILES\n.TP\n\\fB.vouch.json\\fR\nThe configuration, looked for in the folder of each checked file and upwards: select, ignore, severity, unknown, overrides.\n";
    out +=
        ".SH ENVIRONMENT\n.TP\n\\fBNO_COLOR\\fR, \\fBFORCE_COLOR\\fR, \\fBTERM\\fR\nWhether colours are used.\n.TP\n\\fBCOLUMNS\\fR\nThe width of the terminal.\n";
    return out;
}

std::string completion_script(const CLI::App& app, shell of) {
    return of == shell::bash ? bash_completion(app) : zsh_completion(app);
}

}  // namespace vouch::cli
