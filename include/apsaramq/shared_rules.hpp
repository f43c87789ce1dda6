// SPDX-License-Identifier: BSL-1.0
// Rules that several objects of the request share.
#pragma once

#include <vouch/shape_of.hpp>

namespace apsaramq {

inline constexpr vouch::rule_info placeholder_value{
    .id = "placeholder-value",
    .severity = vouch::severity::warning,
    .basis = vouch::basis::practice,
    .message = "{field} looks like a placeholder: {value}",
    .help = "put the real value here; this one was copied from documentation or from a template",
    .broken_by = R"({"resourceGroupId":"rg-******"})",
    .mended_by = R"({"resourceGroupId":"rg-aekzy6pist7uuna"})"};

inline constexpr vouch::rule_info id_prefix{
    .id = "id-prefix",
    .severity = vouch::severity::warning,
    .basis = vouch::basis::practice,
    .message = "{field} does not look like the id of such a resource: {value}",
    .help = "write {allowed}",
    .broken_by = R"({"networkInfo":{"vpcInfo":{"vpcId":"vsw-wz9qt50xhtj9krb4a1b2c"}}})",
    .mended_by = R"({"networkInfo":{"vpcInfo":{"vpcId":"vpc-wz9qt50xhtj9krb4a1b2c"}}})"};

}  // namespace apsaramq
