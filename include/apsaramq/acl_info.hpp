// SPDX-License-Identifier: BSL-1.0
// aclInfo: access control.
#pragma once

#include <vouch/shape_of.hpp>

namespace apsaramq {

struct AclInfo {
    std::optional<bool> defaultVpcAuthFree{};

    bool operator==(const AclInfo&) const = default;
};
BOOST_DESCRIBE_STRUCT(AclInfo, (), (defaultVpcAuthFree))

constexpr auto shape_of(vouch::of<AclInfo>) {
    using namespace vouch::notation;
    using T = AclInfo;
    return describe<T>(
        "Access control.",
        fields(field(&T::defaultVpcAuthFree,
                     {.doc = "Access without a password within the VPC, by intelligent identity recognition.",
                      .example = false})),
        rules(rule({.id = "vpc-auth-free",
                    .severity = info,
                    .message = "everything within the VPC has access without a password",
                    .help = "set \"defaultVpcAuthFree\" to false if that is not wanted",
                    .broken_by = R"({"aclInfo":{"defaultVpcAuthFree":true}})",
                    .mended_by = R"({"aclInfo":{"defaultVpcAuthFree":false}})"},
                   when(&T::defaultVpcAuthFree, is(true)).report(&T::defaultVpcAuthFree))));
}

}  // namespace apsaramq
