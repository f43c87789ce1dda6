// SPDX-License-Identifier: BSL-1.0
#include "selection.hpp"

#include "schemas.hpp"

#include <vouch/suggest.hpp>

#include <algorithm>

namespace vouch::cli {

const std::vector<rule_entry>& all_rules() {
    static const std::vector<rule_entry> rules = [] {
        std::vector<rule_entry> all = rules_of(*schema_of(document_type::request).catalog);
        for (rule_entry& r : rules_of(*schema_of(document_type::response).catalog)) {
            const bool known =
                std::any_of(all.begin(), all.end(), [&](const rule_entry& a) { return a.info->id == r.info->id; });
            if (!known) all.push_back(std::move(r));
        }
        return all;
    }();
    return rules;
}

const rule_entry* find_rule(std::string_view id) {
    for (const rule_entry& r : all_rules()) {
        if (r.info->id == id) return &r;
    }
    return nullptr;
}

std::vector<std::string_view> rules_named(std::string_view word) {
    if (const rule_entry* r = find_rule(word)) return {r->info->id};
    constexpr std::string_view prefix = "basis:";
    std::vector<std::string_view> ids;
    for (const rule_entry& r : all_rules()) {
        const bool named = word.starts_with(prefix) ? name_of(r.info->basis) == word.substr(prefix.size())
                                                    : !word.empty() && r.info->id.starts_with(word);
        if (named) ids.push_back(r.info->id);
    }
    return ids;
}

std::string no_such_rule(std::string_view word) {
    std::string text = "no such rule: " + std::string(word);
    const std::vector<std::string_view> longer = rules_named(word);
    if (!longer.empty()) return text + "; did you mean " + std::string(longer[0]) + "?";
    const rule_entry* const meant = nearest(word, all_rules(), [](const rule_entry& r) { return r.info->id; });
    if (meant != nullptr) text += "; did you mean " + std::string(meant->info->id) + "?";
    return text + (meant == nullptr ? "; vouch rules lists them" : "");
}

}  // namespace vouch::cli
