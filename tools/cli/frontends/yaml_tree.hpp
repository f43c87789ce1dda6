// SPDX-License-Identifier: BSL-1.0
// YAML as a tree of nodes with their places. Without libyaml there is none.
#pragma once

#include <vouch/built_in_rules.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vouch::cli {

/// Whether this checker was built with libyaml.
bool can_read_yaml();

/// A value or a key in YAML.
struct yaml_node {
    enum class type { scalar, map, list, alias };
    type is = type::scalar;
    bool plain = false;      ///< A scalar without quotes.
    std::string tag{};       ///< Empty if there is none.
    std::string text{};      ///< Of a scalar.
    std::size_t offset = 0;  ///< Bytes.
    std::size_t length = 0;
    std::size_t target = 0;               ///< The node that an alias means.
    std::vector<std::size_t> children{};  ///< Of a list; of a map, keys and values in turn.
    bool is_shared = false;               ///< An alias means it.
};

/// Why a document cannot be read.
struct yaml_mistake {
    std::string words{};  ///< Empty if there is none.
    std::size_t offset = 0;
    const rule_words* rule = &built_in_rules::json_syntax;
};

/// A document in a stream of YAML.
struct yaml_document {
    std::size_t root = 0;
    yaml_mistake mistake{};
};

/// A stream of YAML.
struct yaml_stream {
    std::vector<yaml_node> nodes;
    std::vector<yaml_document> documents;
};

/// Levels of nesting, as in JSON.
inline constexpr std::size_t deepest_yaml = 32;

/// Reads a text up to the first mistake, which is in the last document.
yaml_stream read_yaml(std::string_view text);

}  // namespace vouch::cli
