// SPDX-License-Identifier: BSL-1.0
#include <vouch/detail/straight/check.hpp>

#include <apsaramq/request.hpp>

#include "../../../catch.hpp"
#include "../../../found.hpp"
#include "../../../garden.hpp"
#include "../../../lanes.hpp"

using namespace vouch;
using apsaramq::CreateInstanceRequest;
using apsaramq::Tag;
using garden::Bed;

namespace {

/// The lanes agree about a value. The straight lane may give up where there is nothing to report, but not call a value
/// clean that is not.
template <class T>
void check_both(const T& value) {
    CHECK(lines(validate(value)) == lines(plain_lane::validate(value)));
}

const std::optional<std::string> texts[] = {
    std::nullopt, "", " ", "a", "b", " a", "aliyun", "\xFF", "xxx", std::string(128, 'a'), std::string(129, 'a')};

}  // namespace

TEST_CASE("both lanes find the same in lists of objects", "[straight]") {
    CreateInstanceRequest request;
    auto& tags = request.tags.emplace();
    for (const auto& key : texts) {
        for (const auto& value : texts) {
            tags = {Tag{key, value}};
            check_both(request);
            tags = {Tag{"a", "b"}, Tag{key, value}, Tag{"c", {}}};
            check_both(request);
        }
    }
}

TEST_CASE("both lanes find a duplicate at any position", "[straight]") {
    for (const std::size_t size : {std::size_t{2}, std::size_t{5}, detail::max_few, detail::max_few + 1}) {
        for (std::size_t second = 1; second < size; ++second) {
            for (std::size_t first = 0; first < second; ++first) {
                CreateInstanceRequest request;
                auto& switches = request.networkInfo.vpcInfo.vSwitches.emplace();
                for (std::size_t i = 0; i < size; ++i) switches.push_back({"vsw-" + std::to_string(i)});
                check_both(request);
                switches[second] = switches[first];
                check_both(request);
                constexpr std::string_view only[] = {"vswitch-duplicate"};
                CHECK(ids(validate(request, {.select = only})) ==
                      std::vector{"vswitch-duplicate /networkInfo/vpcInfo/vSwitches/" + std::to_string(second) +
                                  "/vSwitchId"});
            }
        }
    }
}

TEST_CASE("both lanes find the same in lists of texts", "[straight]") {
    garden::Plant plant{"mint", 3, {}};
    auto& friends = plant.friends.emplace();
    for (const auto& one : texts) {
        for (const auto& other : texts) {
            friends = {one.value_or("z"), other.value_or("")};
            check_both(plant);
        }
    }
    // More than the straight lane compares.
    friends.clear();
    while (friends.size() <= detail::max_few) friends.push_back(std::to_string(friends.size()));
    CHECK(ids(validate(plant)).empty());
    friends.back() = friends.front();
    CHECK(ids(validate(plant)) == std::vector<std::string>{"friend-twice /friends/" + std::to_string(detail::max_few)});
}

TEST_CASE("a value without findings is clean, with absent, empty and blank parts", "[straight]") {
    Bed bed{.title = "Herbs",
            .soil = garden::Soil::loam,
            .area = 4,
            .owner = {},
            .password = {},
            .water = {.automatic = true, .litres = 1.5},
            .spare = {},
            .plants = {},
            .token = {}};
    CHECK(detail::is_clean<Bed>(bed));
    bed.plants.emplace();
    CHECK(detail::is_clean<Bed>(bed));
    bed.password = "";
    CHECK(detail::is_clean<Bed>(bed));
    bed.spare.emplace();
    CHECK(detail::is_clean<Bed>(bed));
    bed.spare->automatic = true;
    CHECK_FALSE(detail::is_clean<Bed>(bed));
    bed.spare->litres = 0;
    CHECK(detail::is_clean<Bed>(bed));
    bed.area = 0;
    bed.plants->push_back({"mint", 1, {}});
    CHECK_FALSE(detail::is_clean<Bed>(bed));
    bed.area = 1;
    CHECK(detail::is_clean<Bed>(bed));
    bed.soil = {};
    CHECK_FALSE(detail::is_clean<Bed>(bed));
}
