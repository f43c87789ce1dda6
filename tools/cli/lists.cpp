// SPDX-License-Identifier: BSL-1.0
#include "lists.hpp"

#include "output.hpp"

#include <vouch/version.hpp>

#include <boost/json/serialize.hpp>

namespace vouch::cli {
namespace {

namespace json = boost::json;

json::array json_texts(const std::vector<std::string>& all) {
    json::array out;
    for (const std::string& text : all) out.push_back(json_text(text));
    return out;
}

bool is_fixable(const rule_words& words) {
    const built_in_rules::built_in_rule* const built_in = built_in_rules::find(words.id);
    return built_in != nullptr ? built_in->fixable : words.fix.does != rule_fix::action::none;
}

}  // namespace

json::string json_text(std::string_view text) { return json::string(text); }

json::object json_rule(const listed_rule& r) {
    return {{"rule", json_text(r.words->id)},
            {"severity", json_text(name_of(r.words->severity))},
            {"basis", json_text(name_of(r.words->source.basis))},
            {"message", json_text(general_message(r))},
            {"help", json_text(general_help(r))},
            {"when", json_texts(r.when)},
            {"fields", json_texts(r.fields)},
            {"reads", json_texts(r.reads)},
            {"fixable", is_fixable(*r.words)}};
}

int print_object(const json::object& object) { return print(json::serialize(object) + "\n"); }

int print_list(std::string_view name, json::array elements) {
    return print_object({{"tool", "vouch"}, {"version", VOUCH_VERSION}, {name, std::move(elements)}});
}

}  // namespace vouch::cli
