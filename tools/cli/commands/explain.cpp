// SPDX-License-Identifier: BSL-1.0
// vouch explain: everything about one rule, with a document that breaks it.
#include "command.hpp"
#include "explanation.hpp"
#include "lists.hpp"
#include "options.hpp"
#include "output.hpp"
#include "selection.hpp"
#include "terminal.hpp"

#include <memory>
#include <optional>
#include <string>

namespace vouch::cli {
namespace {

struct explain_options {
    std::string rule;
    list_format format = list_format::text;
    color_choice color = color_choice::automatic;
};

int print_json(const listed_rule& r) {
    boost::json::object out = json_rule(r);
    out["source"] = source_of_rule(*r.words);
    if (const std::optional<rule_example> example = example_of_rule(r.words->id)) {
        out["breaks"] = example->broken;
        out["mended"] = example->fixed;
    }
    return print_object(out);
}

int explain(const explain_options& o) {
    const listed_rule* const r = find_rule(o.rule);
    if (r == nullptr) {
        complain(no_such_rule(o.rule));
        return exit_code::usage;
    }
    if (o.format == list_format::json) return print_json(*r);
    return print(explanation(*r, print_width(), wants_color(o.color, stdout_is_terminal())));
}

}  // namespace

command add_explain(CLI::App& app) {
    const auto o = std::make_shared<explain_options>();
    CLI::App& parser = add_command(app, "explain", "Explains a rule: what, when, why, and a document that breaks it.",
                                   "Examples:\n  vouch explain period-out-of-range");
    add_text(parser, "rule", "RULE", o->rule, "The id of a rule");
    require_option(parser, "rule");
    add_list_format(parser, o->format);
    add_color(parser, o->color);
    return {&parser, [o] { return explain(*o); }};
}

}  // namespace vouch::cli
