// SPDX-License-Identifier: BSL-1.0
// aclInfo: access control.
#pragma once

#include <vouch/shape_of.hpp>

namespace apsaramq::inline VOUCH_ABI {

struct AclInfo {
    std::optional<bool> defaultVpcAuthFree{};

    bool operator==(const AclInfo&) const = default;
};
BOOST_DESCRIBE_STRUCT(AclInfo, (), (defaultVpcAuthFree))

template <std::same_as<AclInfo> T>
constexpr auto shape_of(vouch::of<T>) {
    using namespace vouch::notation;
    // clang-format off
    return describe<T>("Access control.",

    field(&T::defaultVpcAuthFree, "Access without a password within the VPC, by intelligent identity recognition.",
          {.example = false}),

    rule(info("vpc-auth-free"),
         when(&T::defaultVpcAuthFree, is(true)).report(&T::defaultVpcAuthFree),
         {"any client within the VPC has access without a password",
          "set `defaultVpcAuthFree` to false if that is not wanted"}));
    // clang-format on
}

}  // namespace apsaramq
