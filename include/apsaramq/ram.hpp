// SPDX-License-Identifier: BSL-1.0
// What RAM authorizes: the resource's name and a policy that allows the operation.
#pragma once

#include <apsaramq/operation.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace apsaramq {

/// The ARN of all instances of a region and an account; `*` stands for any. Nothing where a part has characters that
/// neither a region (lower-case letters, digits, hyphens) nor an account (digits) has.
inline std::optional<std::string> arn(std::string_view region = "*", std::string_view account = "*") {
    constexpr std::string_view digits = "0123456789";
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789-";
    const auto is_of = [](std::string_view text, std::string_view characters) {
        return text == "*" || (!text.empty() && text.find_first_not_of(characters) == std::string_view::npos);
    };
    if (!is_of(region, letters) || !is_of(account, digits)) return std::nullopt;
    std::string out(create_instance.arn_template);
    const auto put = [&](std::string_view name, std::string_view value) {
        out.replace(out.find(name), name.size(), value);
    };
    put("{#regionId}", region);
    put("{#accountId}", account);
    return out;
}

}  // namespace apsaramq
