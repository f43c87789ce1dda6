// SPDX-License-Identifier: BSL-1.0
#include "profile.hpp"

#include "findings.hpp"
#include "output.hpp"
#include "pattern.hpp"
#include "selection.hpp"

#include <algorithm>
#include <filesystem>

namespace vouch::cli {
namespace {

void add_rules(std::vector<std::string_view>& ids, const std::vector<std::string>& words) {
    for (const std::string& word : words) {
        const std::vector<std::string_view> named = rules_named(word);
        ids.insert(ids.end(), named.begin(), named.end());
    }
}

severity severity_of(Level level) {
    return level == Level::error ? severity::error : level == Level::warning ? severity::warning : severity::info;
}

unknown_policy policy_of(Unknown unknown) {
    return unknown == Unknown::error     ? unknown_policy::error
           : unknown == Unknown::warning ? unknown_policy::warning
                                         : unknown_policy::ignore;
}

void add_levels(std::vector<severity_override>& to, const std::optional<std::vector<RuleLevel>>& from) {
    if (!from) return;
    for (const RuleLevel& r : *from) to.push_back({r.rule, severity_of(r.level)});
}

/// Keeps the first findings; one more says how many were left out.
void limit(report& r, std::size_t most) {
    const rule_words& rule = built_in_rules::too_many_diagnostics;
    std::erase_if(r.diagnostics, [&](const diagnostic& d) {
        if (d.rule != rule.id) return false;
        --r.counts[static_cast<std::size_t>(d.severity)];
        return true;
    });
    const std::size_t all = r.errors() + r.warnings() + r.infos();
    if (r.diagnostics.size() > most) r.diagnostics.resize(most);
    if (all == r.diagnostics.size()) return;
    diagnostic& d = r.diagnostics.emplace_back();
    d.severity = rule.severity;
    d.rule = rule.id;
    d.basis = rule.source.basis;
    d.message = rule.message;
    d.message.replace(d.message.find("{value}"), 7, std::to_string(all - (r.diagnostics.size() - 1)));
    d.help = rule.help;
    d.where = {0, 0, 1, 1};
    ++r.counts[static_cast<std::size_t>(d.severity)];
}

}  // namespace

bool knows_rules(const rule_choice& choice) {
    bool all = true;
    const auto look_up = [&](std::string_view word, bool known) {
        if (!known) complain(no_such_rule(word));
        all = all && known;
    };
    for (const std::string& word : choice.select) look_up(word, names_rules(word));
    for (const std::string& word : choice.ignore) look_up(word, names_rules(word));
    for (const auto& [rule, level] : choice.severities) {
        if (!is_rule(rule) && rule.starts_with("basis:")) {
            complain("--severity takes the id of one rule, not " + rule);
            all = false;
        } else {
            look_up(rule, is_rule(rule));
        }
    }
    return all;
}

profile::profile(const rule_choice& choice, const config_file* config, const std::string& file,
                 const object_info& catalog)
    : choice_(choice), config_(config) {
    const Config none;
    const Config& c = config != nullptr ? config->config : none;
    add_rules(select_, choice.select.empty() && c.select ? *c.select : choice.select);
    if (c.ignore) add_rules(ignore_, *c.ignore);
    if (!choice.select.empty()) {
        const auto is_selected = [&](std::string_view id) {
            return std::find(select_.begin(), select_.end(), id) != select_.end();
        };
        std::erase_if(ignore_, is_selected);
    }
    add_rules(ignore_, choice.ignore);
    add_levels(severities_, c.severity);
    for (const auto& [rule, level] : choice.severities) severities_.push_back({rule, level});
    keep_rules_of(catalog);
    engine_.needs_value = false;
    engine_.select = select_;
    engine_.ignore = ignore_;
    engine_.severities = severities_;
    engine_.max_diagnostics = choice.max_diagnostics;
    if (c.overrides && !c.overrides->empty()) engine_.max_diagnostics = most_findings;
    if (c.unknown) engine_.unknown = policy_of(*c.unknown);
    if (choice.unknown) engine_.unknown = *choice.unknown;
    if (choice.client_token) {
        token_ = {"clientToken", *choice.client_token};
        engine_.beside = {&token_, 1};
    }
    if (!c.overrides) return;
    std::error_code ec;
    const std::string path =
        std::filesystem::absolute(file, ec).lexically_normal().lexically_relative(config->folder).generic_string();
    for (std::size_t i = 0; i < c.overrides->size(); ++i) {
        const Override& o = (*c.overrides)[i];
        std::string_view files = o.files ? std::string_view(*o.files) : std::string_view();
        while (files.starts_with("./")) files.remove_prefix(std::min(files.find_first_not_of('/', 1), files.size()));
        if (o.files && !fits_pattern(path, files)) continue;
        config->met_file[i] = true;
        rules r{i, {}, {}, {}, o.unknown, !o.pointer};
        if (o.pointer) r.pointer = *o.pointer;
        if (o.ignore) add_rules(r.ignore, *o.ignore);
        add_levels(r.severities, o.severity);
        overrides_.push_back(std::move(r));
        if (o.unknown && !choice.unknown && engine_.unknown == unknown_policy::ignore) {
            drops_unknown_ = true;
            engine_.unknown = unknown_policy::warning;
        }
    }
}

/// The engine accepts only rules of the schema, but the command line and the configuration are for all schemas.
void profile::keep_rules_of(const object_info& catalog) {
    const auto is_other = [&](std::string_view id) { return !has_rule(catalog, id); };
    const bool selects = !select_.empty();
    std::erase_if(select_, is_other);
    if (selects && select_.empty()) select_.push_back(built_in_rules::too_many_diagnostics.id);
    std::erase_if(ignore_, is_other);
    std::erase_if(severities_, [&](const severity_override& s) { return is_other(s.rule); });
}

profile::outcome profile::apply(const rules& o, diagnostic& d) const {
    if (!o.everywhere && !fits_pattern(d.path, o.pointer)) return outcome::kept;
    const built_in_rules::built_in_rule* const built_in = built_in_rules::find(d.rule);
    if (built_in != nullptr && built_in->not_a_document) return outcome::kept;
    const bool is_selected = !choice_.select.empty();  // By the command line, as all that is reported then.
    if (!is_selected && std::find(o.ignore.begin(), o.ignore.end(), d.rule) != o.ignore.end()) return outcome::removed;
    outcome result = outcome::kept;
    const auto regrade = [&](severity level) {
        const bool by_hand = std::any_of(choice_.severities.begin(), choice_.severities.end(),
                                         [&](const auto& s) { return s.first == d.rule; });
        if (by_hand) return;
        d.severity = level;
        result = outcome::changed;
    };
    for (const severity_override& s : o.severities) {
        if (s.rule == d.rule) regrade(s.severity);
    }
    if (o.unknown && !choice_.unknown && d.rule == built_in_rules::unknown_field.id) {
        if (*o.unknown == Unknown::ignore) return outcome::removed;
        regrade(*o.unknown == Unknown::error ? severity::error : severity::warning);
    }
    return result;
}

void profile::apply_overrides(report& r) const {
    if (overrides_.empty()) return;
    std::erase_if(r.diagnostics, [&](diagnostic& d) {
        const auto before = static_cast<std::size_t>(d.severity);
        bool unwanted = drops_unknown_ && d.rule == built_in_rules::unknown_field.id;
        for (const rules& o : overrides_) {
            const outcome result = apply(o, d);
            if (result == outcome::kept) continue;
            config_->met_finding[o.index] = true;
            unwanted = result == outcome::removed;
            if (unwanted) break;
        }
        --r.counts[before];
        if (unwanted) return true;
        ++r.counts[static_cast<std::size_t>(d.severity)];
        return false;
    });
}

void profile::finish(report& r) const {
    apply_overrides(r);
    const auto begin = r.diagnostics.begin();
    const auto end = r.diagnostics.end();
    for (auto first = begin; first != end;) {
        const auto last =
            std::find_if(first, end, [&](const auto& d) { return d.where.offset != first->where.offset; });
        std::stable_sort(first, last, [](const diagnostic& a, const diagnostic& b) {
            return a.severity != b.severity ? a.severity < b.severity : a.rule < b.rule;
        });
        first = last;
    }
    limit(r, choice_.max_diagnostics);
}

}  // namespace vouch::cli
