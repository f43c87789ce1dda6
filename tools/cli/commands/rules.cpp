// SPDX-License-Identifier: BSL-1.0
// vouch rules: lists all rules.
#include "command.hpp"
#include "lists.hpp"
#include "options.hpp"
#include "output.hpp"
#include "selection.hpp"
#include "table.hpp"
#include "terminal.hpp"

#include <memory>

namespace vouch::cli {
namespace {

int print_json() {
    boost::json::array rules;
    for (const listed_rule& r : all_rules()) rules.push_back(json_rule(r));
    return print_list("rules", std::move(rules));
}

int print_table() {
    table rows(print_width());
    rows.add({"RULE", "SEVERITY", "BASIS", "WHAT"});
    for (const listed_rule& r : all_rules()) {
        const rule_words& words = *r.words;
        rows.add({std::string(words.id), std::string(name_of(words.severity)), std::string(name_of(words.source.basis)),
                  general_message(r)});
    }
    return print(rows.text());
}

}  // namespace

command add_rules(CLI::App& app) {
    const auto format = std::make_shared<list_format>(list_format::text);
    CLI::App& parser = add_command(app, "rules", "Lists all rules.",
                                   "Examples:\n"
                                   "  vouch rules\n"
                                   "  vouch rules --format json | jq -r '.rules[].rule'");
    add_list_format(parser, *format);
    return {&parser, [format] { return *format == list_format::json ? print_json() : print_table(); }};
}

}  // namespace vouch::cli
