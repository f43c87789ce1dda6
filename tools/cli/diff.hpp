// SPDX-License-Identifier: BSL-1.0
// Unified diffs.
#pragma once

#include <vouch/secrets.hpp>

#include <string>
#include <string_view>

namespace vouch::cli {

/// The changes from one text to another, with three lines around each. What a terminal would not show as itself is
/// escaped, and secrets are shown as ***; such lines cannot be applied with patch.
std::string unified_diff(std::string_view name, std::string_view before, const secrets& hidden_before,
                         std::string_view after, const secrets& hidden_after);

}  // namespace vouch::cli
