// SPDX-License-Identifier: BSL-1.0
#include <apsaramq/ram.hpp>

#include "../catch.hpp"

using namespace apsaramq;

TEST_CASE("the operation and the name of its resource", "[schema][ram]") {
    CHECK(create_instance.ram_action == "rocketmq:CreateInstance");
    CHECK(create_instance.version == "2022-08-01");
    CHECK(create_instance.access_level == "create");
    CHECK(arn() == "acs:rocketmq:*:*:Instance/*");
    CHECK(arn("cn-hangzhou", "1234567890") == "acs:rocketmq:cn-hangzhou:1234567890:Instance/*");
    CHECK(arn("cn-hangzhou:x", "1") == std::nullopt);
    CHECK(arn("cn-hangzhou", "12a") == std::nullopt);
    CHECK(arn("", "1") == std::nullopt);
}
