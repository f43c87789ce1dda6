// SPDX-License-Identifier: BSL-1.0
// Examples of rules, apart from the rules themselves: a program that only validates holds none of them.
#pragma once

#include <vouch/describe.hpp>

#include <span>
#include <string_view>

namespace vouch {

/// Two JSON merge patches (RFC 7396): one that makes a minimal document break a rule, and one that fixes it then.
/// Without the second one, the rule's own fix does, or taking the first one back.
struct rule_example_patches {
    std::string_view rule{};
    std::string_view broken_by{};
    std::string_view fixed_by{};
};

using rule_examples = std::span<const rule_example_patches>;

/// The examples of a schema's rules: `examples_of(vouch::of<T>)`, found by ADL. This is what a type without them has.
template <class T>
constexpr rule_examples examples_of(of<T>) {
    return {};
}

}  // namespace vouch
