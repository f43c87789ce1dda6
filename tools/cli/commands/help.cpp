// SPDX-License-Identifier: BSL-1.0
// vouch help: the help of the checker, of a command, or all of it as a man page.
#include "command.hpp"
#include "command_line.hpp"
#include "options.hpp"
#include "output.hpp"

#include <vouch/version.hpp>

#include <CLI/CLI.hpp>

#include <memory>
#include <string>

namespace vouch::cli {
namespace {

struct help_options {
    std::string topic;
    bool manual = false;
};

/// A text with the characters escaped that have a meaning in roff.
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

std::string option_section(const CLI::Option& o) {
    std::string out = ".TP\n\\fB" + roff(o.nonpositional() ? o.get_name(false, true) : o.get_name(true)) + "\\fR";
    if (takes_value(o)) out += " \\fI" + roff(o.get_type_name()) + "\\fR";
    return out + "\n" + roff(o.get_description()) + "\n";
}

std::string command_section(const CLI::App& command) {
    std::string out = ".SH VOUCH " + roff(command.get_name()) + "\n" + roff(command.get_description()) + "\n";
    for (const CLI::Option* o : options_of(command)) out += option_section(*o);
    if (!command.get_footer().empty()) out += ".PP\n.nf\n" + roff(command.get_footer()) + "\n.fi\n";
    return out;
}

std::string man_page(const CLI::App& app) {
    std::string out = ".TH VOUCH 1 \"\" \"vouch " VOUCH_VERSION
                      "\" \"User Commands\"\n.SH NAME\nvouch \\- vouches for a cloud API request before it is sent\n"
                      ".SH SYNOPSIS\n.B vouch\n.I COMMAND\n[\\fIOPTIONS\\fR] [\\fIFILE\\fR...]\n.SH DESCRIPTION\n" +
                      roff(app.get_description()) + "\n";
    for (const CLI::App* command : commands_of(app)) out += command_section(*command);
    return out +
           ".SH FILES\n"
           ".TP\n\\fB.vouch.json\\fR\n"
           "The configuration, searched for from the folder of each checked file upwards: select, ignore, severity, "
           "unknown, include, exclude, overrides.\n"
           ".SH ENVIRONMENT\n"
           ".TP\n\\fBNO_COLOR\\fR, \\fBFORCE_COLOR\\fR, \\fBTERM\\fR\nWhether colors are used.\n"
           ".TP\n\\fBCOLUMNS\\fR\nThe width of the terminal.\n";
}

int help(const CLI::App& app, const help_options& o) {
    if (o.manual) return print(man_page(app));
    const CLI::App* const about = o.topic.empty() ? &app : find_command(app, o.topic);
    if (about == nullptr) return no_such_command(app, o.topic);
    const std::string name = o.topic.empty() ? "vouch" : "vouch " + o.topic;
    return print_help(app.get_formatter()->make_help(about, name, CLI::AppFormatMode::Normal));
}

}  // namespace

command add_help(CLI::App& app) {
    const auto o = std::make_shared<help_options>();
    CLI::App& parser = add_command(app, "help", "Shows this help, or that of a command.",
                                   "Examples:\n"
                                   "  vouch help check\n"
                                   "  vouch help --man | man -l -");
    add_text(parser, "command", "COMMAND", o->topic, "A command");
    add_flag(parser, "--man", o->manual, "All of it, as a man page");
    return {&parser, [&app, o] { return help(app, *o); }};
}

}  // namespace vouch::cli
