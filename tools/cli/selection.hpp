// SPDX-License-Identifier: BSL-1.0
// Rules by name: ids, prefixes of ids, and bases.
#pragma once

#include <vouch/listing.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace vouch::cli {

/// The built-in rules and those of requests and responses.
const std::vector<listed_rule>& all_rules();

/// The rule of an id, or nullptr.
const listed_rule* find_rule(std::string_view id);

/// The ids that a word stands for: an id, a prefix of ids, or basis:NAME. Empty if there are none.
std::vector<std::string_view> rules_named(std::string_view word);

/// What to say about a word that matches no rule.
std::string no_such_rule(std::string_view word);

}  // namespace vouch::cli
