// SPDX-License-Identifier: BSL-1.0
// Everything about one rule, as a text.
#pragma once

#include <vouch/export/example.hpp>
#include <vouch/listing.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace vouch::cli {

/// A document that breaks a rule, and the same without the mistake.
std::optional<rule_example> example_of_rule(std::string_view id);

/// Where a rule comes from, in words.
std::string source_of_rule(const rule_words& r);

/// What, when and why, with a document that breaks the rule; wrapped at `width` columns.
std::string explanation(const listed_rule& r, std::size_t width, bool color);

}  // namespace vouch::cli
