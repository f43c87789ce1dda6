// SPDX-License-Identifier: BSL-1.0
// What the Terraform provider makes of a resource alicloud_rocketmq_instance when it creates one.
#pragma once

#include "frontend.hpp"
#include "json_view.hpp"
#include "line_table.hpp"

#include <string>
#include <string_view>

namespace vouch::cli::terraform {

inline constexpr std::string_view resource_type = "alicloud_rocketmq_instance";

/// Where a resource's attributes come from: a plan, or a file of configuration.
struct resource {
    std::string address;
    json_view attributes;   ///< The values: `after` of a plan, or the body in a *.tf.json.
    json_view unknown;      ///< `after_unknown` of a plan.
    json_view sensitive;    ///< `after_sensitive` of a plan.
    json_view expressions;  ///< Of a plan's configuration: what people have written.
    bool is_plan = true;    ///< If not, strings are templates, and values are converted.
};

/// The request that the provider sends for a resource.
found_request request_of(const resource& from, const line_table& lines);

}  // namespace vouch::cli::terraform
