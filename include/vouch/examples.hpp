// SPDX-License-Identifier: BSL-1.0
// Examples of rules, kept apart from the rules so that programs that only validate do not contain them.
#pragma once

#include <vouch/describe.hpp>

#include <span>
#include <string_view>

namespace vouch::inline VOUCH_ABI {

/// Two JSON merge patches (RFC 7396): one that makes a minimal document break a rule, and one that fixes the result.
/// Without the second one, the rule's own fix is used, or the first one is undone.
struct rule_example_patches {
    std::string_view rule{};       ///< The id of the rule.
    std::string_view broken_by{};  ///< JSON.
    std::string_view fixed_by{};   ///< JSON; may be empty.
};

/// The examples of a schema's rules.
using rule_examples = std::span<const rule_example_patches>;

/// The examples of a schema's rules: `examples_of(vouch::of<T>)`, found by ADL. This is the default.
template <class T>
constexpr rule_examples examples_of(of<T>) {
    return {};
}

}  // namespace vouch
