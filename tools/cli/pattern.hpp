// SPDX-License-Identifier: BSL-1.0
// Patterns of paths.
#pragma once

#include <string_view>

namespace vouch::cli {

/// Whether a path fits a pattern: `*` and `?` stand for characters other than a slash, `**` for any; a folder `**` may
/// also be none. Takes as long as the path times the pattern, at most.
bool fits_pattern(std::string_view path, std::string_view pattern);

}  // namespace vouch::cli
