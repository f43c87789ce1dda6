// SPDX-License-Identifier: BSL-1.0
#include "selection.hpp"

#include "schemas.hpp"

#include <vouch/suggest.hpp>

#include <algorithm>

namespace vouch::cli {

const std::vector<listed_rule>& all_rules() {
    static const std::vector<listed_rule> rules = [] {
        std::vector<listed_rule> all = rules_of(*schema_of(document_type::request).catalog);
        for (listed_rule& r : rules_of(*schema_of(document_type::response).catalog)) {
            const bool known =
                std::any_of(all.begin(), all.end(), [&](const listed_rule& a) { return a.words->id == r.words->id; });
            if (!known) all.push_back(std::move(r));
        }
        return all;
    }();
    return rules;
}

const listed_rule* find_rule(std::string_view id) {
    for (const listed_rule& r : all_rules()) {
        if (r.words->id == id) return &r;
    }
    return nullptr;
}

std::vector<std::string_view> rules_named(std::string_view word) {
    if (const listed_rule* r = find_rule(word)) return {r->words->id};
    constexpr std::string_view prefix = "basis:";
    std::vector<std::string_view> ids;
    for (const listed_rule& r : all_rules()) {
        const bool named = word.starts_with(prefix) ? name_of(r.words->source.basis) == word.substr(prefix.size())
                                                    : !word.empty() && r.words->id.starts_with(word);
        if (named) ids.push_back(r.words->id);
    }
    return ids;
}

std::string no_such_rule(std::string_view word) {
    std::string text = "no such rule: " + std::string(word);
    if (word.starts_with("basis:")) return text + "; vouch rules lists them";
    const std::vector<std::string_view> longer = rules_named(word);
    if (!longer.empty()) return text + "; did you mean " + std::string(longer[0]) + "?";
    const listed_rule* const meant = nearest(word, all_rules(), [](const listed_rule& r) { return r.words->id; });
    if (meant != nullptr) text += "; did you mean " + std::string(meant->words->id) + "?";
    return text + (meant == nullptr ? "; vouch rules lists them" : "");
}

}  // namespace vouch::cli
