// SPDX-License-Identifier: BSL-1.0
// What RAM authorizes: the resource's name and a policy that allows the operation.
#pragma once

#include <apsaramq/operation.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace apsaramq::inline VOUCH_ABI {

/// Lowercase letters, digits and hyphens, or `*` for any region.
constexpr bool is_region(std::string_view text) {
    constexpr std::string_view characters = "abcdefghijklmnopqrstuvwxyz0123456789-";
    return text == "*" || (!text.empty() && text.find_first_not_of(characters) == std::string_view::npos);
}

/// Digits, or `*` for any account.
constexpr bool is_account(std::string_view text) {
    return text == "*" || (!text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos);
}

/// The ARN of all instances of a region and an account; nothing if either of the two is malformed.
inline std::optional<std::string> arn(std::string_view region = "*", std::string_view account = "*") {
    if (!is_region(region) || !is_account(account)) return std::nullopt;
    std::string out(create_instance.arn_template);
    const auto put = [&](std::string_view name, std::string_view value) {
        out.replace(out.find(name), name.size(), value);
    };
    put("{#regionId}", region);
    put("{#accountId}", account);
    return out;
}

/// An indented RAM policy that allows the operation on these instances; nothing if `arn` returns nothing.
inline std::optional<std::string> policy(std::string_view region = "*", std::string_view account = "*") {
    const auto resource = arn(region, account);
    if (!resource) return std::nullopt;
    return "{\n  \"Version\": \"1\",\n  \"Statement\": [\n    {\n      \"Effect\": \"Allow\",\n      \"Action\": \"" +
           std::string(create_instance.ram_action) + "\",\n      \"Resource\": \"" + *resource + "\"\n    }\n  ]\n}\n";
}

}  // namespace apsaramq
