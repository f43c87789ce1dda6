// SPDX-License-Identifier: BSL-1.0
#include <vouch/enumerators.hpp>

#include "../../docs/examples/bucket.hpp"
#include "../catch.hpp"
#include "../garden.hpp"

using namespace vouch;
using garden::Soil;
using storage::Region;

TEST_CASE("enumerators have the texts of JSON", "[enumerators]") {
    STATIC_REQUIRE(to_string(Soil::loam) == "loam");
    STATIC_REQUIRE(to_string(Region::us_east_1) == "us-east-1");
    STATIC_REQUIRE(to_string(Region{}).empty());
    STATIC_REQUIRE(to_string(static_cast<Region>(99)).empty());
    CHECK(*from_string<Region>("eu-central-1") == Region::eu_central_1);
    CHECK(from_string<Region>("eu-central-1").nearest.empty());
    CHECK_FALSE(from_string<Region>("eu_central_1"));
    CHECK(from_string<Region>("eu_central_1").nearest == "eu-central-1");
    CHECK(from_string<Region>("US-EAST-1").nearest == "us-east-1");
    CHECK_FALSE(from_string<Region>("mars"));
    CHECK(from_string<Region>("mars").nearest.empty());
    CHECK(from_string<Region>("").nearest.empty());
    for (const Soil s : {Soil::clay, Soil::sand, Soil::loam}) CHECK(*from_string<Soil>(to_string(s)) == s);
}
