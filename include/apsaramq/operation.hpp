// SPDX-License-Identifier: BSL-1.0
// The operation CreateInstance: where requests are sent, and the RAM action and resource that authorize them.
#pragma once

#include <vouch/version.hpp>

#include <string_view>

namespace apsaramq::inline VOUCH_ABI {

/// An operation's constants, as given in the API reference.
struct operation {
    std::string_view name;           ///< The operation.
    std::string_view product;        ///< The product's code.
    std::string_view version;        ///< The version of the API, a date.
    std::string_view method;         ///< Of HTTP.
    std::string_view path;           ///< Of HTTP.
    std::string_view ram_action;     ///< What a RAM policy allows.
    std::string_view access_level;   ///< What the action does, as RAM groups actions.
    std::string_view resource_type;  ///< What the action applies to.
    bool resource_required;          ///< The asterisk before the resource type.
    std::string_view arn_template;   ///< The name of the resource, with placeholders for region and account.
};

/// The operation CreateInstance.
inline constexpr operation create_instance{.name = "CreateInstance",
                                           .product = "RocketMQ",
                                           .version = "2022-08-01",
                                           .method = "POST",
                                           .path = "/instances",
                                           .ram_action = "rocketmq:CreateInstance",
                                           .access_level = "create",
                                           .resource_type = "Instance",
                                           .resource_required = true,
                                           .arn_template = "acs:rocketmq:{#regionId}:{#accountId}:Instance/*"};

}  // namespace apsaramq
