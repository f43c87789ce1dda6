// SPDX-License-Identifier: BSL-1.0
// The operation CreateInstance: where requests are sent, and the RAM action and resource that authorize them.
#pragma once

#include <vouch/version.hpp>

#include <string_view>

namespace apsaramq::inline VOUCH_ABI {

/// An operation's constants, as given in the API reference.
struct operation {
    std::string_view name;
    std::string_view product;
    std::string_view version;
    std::string_view method;
    std::string_view path;
    std::string_view ram_action;
    std::string_view access_level;
    std::string_view resource_type;
    bool resource_required;  ///< The asterisk before the resource type.
    std::string_view arn_template;
};

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
