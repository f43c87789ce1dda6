// SPDX-License-Identifier: BSL-1.0
#include <vouch/set.hpp>

#include "../../docs/examples/bucket.hpp"
#include "../catch.hpp"
#include "../garden.hpp"

using namespace vouch;
using garden::Bed;
using garden::Soil;

TEST_CASE("a member is set from a text, with the objects around it", "[set]") {
    Bed bed;
    CHECK(set(bed, "/title", "3"));
    CHECK(set(bed, "/soil", "sand"));
    CHECK(set(bed, "/area", "-4e0"));
    CHECK(set(bed, "/water/automatic", "false"));
    CHECK(set(bed, "/spare/litres", "1.5"));
    CHECK(set(bed, "/plants/0/name", "mint"));
    CHECK(set(bed, "/plants/0/count", "3"));
    CHECK(set(bed, "/plants/-/name", ""));
    CHECK(set(bed, "/plants/1/friends/0", "\"quoted\""));
    Bed expected{.title = "3", .soil = Soil::sand, .area = -4};
    expected.water.automatic = false;
    expected.spare = garden::Water{{}, 1.5};
    expected.plants = {garden::Plant{"mint", 3, {}}, garden::Plant{"", {}, {{"\"quoted\""}}}};
    CHECK(bed == expected);
    storage::CreateBucket bucket;
    CHECK(set(bucket, "/x-amz-acl", "private"));
    CHECK(bucket.acl == "private");
    CHECK(set(bucket, "/copies/0", "us-east-1"));
    CHECK(bucket.copies == std::vector{storage::Region::us_east_1});
}

TEST_CASE("what cannot be set leaves the value as it is, and says why", "[set]") {
    Bed bed{.title = "t", .soil = Soil::clay, .area = 1};
    const Bed before = bed;
    const auto error = [&](std::string_view pointer, std::string_view text) {
        std::string why = set(bed, pointer, text).error;
        CHECK(bed == before);
        return why;
    };
    CHECK(error("/titel", "x") == "no such field: /titel; did you mean /title?");
    CHECK(error("/plants/0/cuont", "1") == "no such field: /plants/0/cuont; did you mean /plants/0/count?");
    CHECK(error("/spare/liters", "1") == "no such field: /spare/liters; did you mean /spare/litres?");
    CHECK(error("/water/Title", "x") == "no such field: /water/Title; did you mean /title?");
    CHECK(error("/spare", "x") == "spare is not a single value: an object");
    CHECK(error("/plants", "x") == "plants is not a single value: an array");
    CHECK(error("title", "x") == "no such field: title; did you mean /title?");
    CHECK(error("/title/x", "x") == "no such field: /title/x");
    CHECK(error("xtitle", "x") == "no such field: xtitle");
    CHECK(error("/soil", "Loam") ==
          "soil must be one of \"clay\", \"sand\" or \"loam\", not \"Loam\"; did you mean \"loam\"?");
    CHECK(error("/area", "1.5") == "area must be an integer, not \"1.5\"");
    CHECK(error("/area", "") == "area must be an integer, not \"\"");
    CHECK(error("/area", "0x10") == "area must be an integer, not \"0x10\"");
    CHECK(error("/area", "9223372036854775808") ==
          "area does not fit: \"9223372036854775808\" is outside the range of a 64-bit integer");
    CHECK(error("/plants/0/count", "2147483648") ==
          "count does not fit: \"2147483648\" is outside the range of a 32-bit integer");
    CHECK(error("/plants/1/name", "x") == "plants has 0 elements: write an index up to that");
    CHECK(error("/plants/x/name", "x") == "plants has 0 elements: write an index up to that");
    CHECK(error("/plants/99999999999999999999/name", "x") == "plants has 0 elements: write an index up to that");
    CHECK(error("/plants/00/name", "x") == "plants has 0 elements: write an index up to that");
    CHECK(error("", "x") == "a pointer to a field begins with a slash: the empty one means the document");
    CHECK(error("/spare/litres", "1e400") == "litres does not fit: \"1e400\" is too large for a double");
    CHECK(error("/spare/litres", "nan") == "litres must be a number, not \"nan\"");
    CHECK(error("/spare/automatic", "yes") == "automatic must be true or false, not \"yes\"");
    CHECK(error("/\x1B", "x") == "no such field: /\\u001b");
    const std::string longest = "/" + std::string(199, 'x');
    CHECK(error(longest, "x") == "no such field: " + longest);
    CHECK(error(longest + "y", "x") == "no such field: " + longest + "…");
}
