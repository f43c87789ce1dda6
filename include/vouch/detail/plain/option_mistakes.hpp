// SPDX-License-Identifier: BSL-1.0
// Mistakes in options: rules that do not exist, and rules that cannot be left out. They would hide findings silently.
#pragma once

#include <vouch/options.hpp>
#include <vouch/tables.hpp>

#include <string_view>

namespace vouch::inline VOUCH_ABI::detail {

/// Calls `f(rule, id)` for each mistake in the options, with the rule that reports it and the id that is wrong.
template <class F>
constexpr void for_each_mistake(const options& o, const object_info& root, F f) {
    const auto exists = [&](std::string_view id) {
        const bool known = has_rule(root, id);
        if (!known) f(built_in_rules::unknown_rule, id);
        return known;
    };
    const auto is_guard = [&](std::string_view id) {
        if (!o.needs_value) return false;
        const built_in_rules::built_in_rule* const rule = built_in_rules::find(id);
        return rule != nullptr && rule->guards_value;
    };
    for (const std::string_view id : o.select) exists(id);
    for (const std::string_view id : o.ignore) {
        if (exists(id) && is_guard(id)) f(built_in_rules::rule_not_optional, id);
    }
    for (const severity_override& s : o.severities) {
        if (exists(s.rule) && is_guard(s.rule) && s.severity != severity::error)
            f(built_in_rules::rule_not_optional, s.rule);
    }
}

constexpr bool has_mistakes(const options& o, const object_info& root) {
    if (o.select.empty() && o.ignore.empty() && o.severities.empty()) [[likely]]
        return false;
    bool any = false;
    for_each_mistake(o, root, [&](const rule_words&, std::string_view) { any = true; });
    return any;
}

}  // namespace vouch::detail
