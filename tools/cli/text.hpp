// SPDX-License-Identifier: BSL-1.0
// Splitting, counting and wrapping text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vouch::cli {

/// The parts of a text between separators: always one more than there are separators.
std::vector<std::string_view> split(std::string_view text, char separator);

/// The lines of a text, without line feeds.
std::vector<std::string_view> lines_of(std::string_view text);

/// Words joined by a separator.
std::string joined(const std::vector<std::string>& words, std::string_view separator);

/// A number of things, such as "1 error" or "2 errors".
std::string counted(std::size_t n, std::string_view one, std::string_view many);

/// A text from the command line as it is shown: safe on any terminal, and cut if long.
std::string shown(std::string_view text);

/// Appends words, starting at a column. Once the width is used up, they continue at that column of the next line.
void append_wrapped(std::string& out, std::string_view words, std::size_t column, std::size_t width);

/// Whether the beginning of a text is that of a Terraform plan, which may be large, and repeats secrets.
bool begins_like_plan(std::string_view text);

}  // namespace vouch::cli
