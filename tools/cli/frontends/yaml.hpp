// SPDX-License-Identifier: BSL-1.0
// Scalars of YAML, by the core schema of YAML 1.2.
#pragma once

#include "yaml_tree.hpp"

#include <vouch/diagnostic.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace vouch::cli {

enum class yaml_type { null, boolean, number, text, wrong };

/// What a scalar is; `wrong` if its tag says something else, or is unknown.
yaml_type yaml_type_of(const yaml_node& n);

/// A number of YAML as JSON writes it; empty if it is none. Infinities are larger than any number.
std::string yaml_number(std::string_view text);

/// Whether a plain word is a boolean for YAML 1.1, and which; for YAML 1.2 it is a text.
bool is_old_boolean(std::string_view text, bool& value);

/// A text as YAML, with quotes if it needs them.
std::string yaml_text(std::string_view text);
/// The same, always with double quotes. What cannot be seen, or ends a line in YAML, is escaped.
std::string quoted_yaml(std::string_view text);

}  // namespace vouch::cli
