// SPDX-License-Identifier: BSL-1.0
#include <vouch/detail/straight/accelerate.hpp>

#include <apsaramq/request.hpp>
#include <vouch/detail/plain/read_marks.hpp>
#include <vouch/validate.hpp>

#include "../../../catch.hpp"
#include "../../../found.hpp"
#include "../../../garden.hpp"

using namespace vouch;
using apsaramq::CreateInstanceRequest;
using apsaramq::Tag;
using apsaramq::VSwitch;

namespace {

/// The findings in a value are the same with and without the shortcut for valid lists.
template <class T>
void check_both_ways(const T& value) {
    const auto found = [&](const list_source& lists) {
        const options all;
        detail::report_builder sink(all);
        detail::block_of<T> block(value, lists);
        detail::check_root(catalog_of<T>(), block.cells.data(), sink, false);
        std::vector<std::pair<std::string, std::string>> out;
        for (const diagnostic& d : sink.finish([](const auto&, const auto&) { return false; }))
            out.emplace_back(d.rule, d.path);
        return out;
    };
    const detail::object_source<T> lists(value);
    const detail::read_marks none;
    CHECK(found(lists) == found(detail::marked_source(lists, none)));
}

const std::optional<std::string> texts[] = {
    std::nullopt, "", " ", "a", "b", " a", "aliyun", "\xFF", "xxx", std::string(128, 'a'), std::string(129, 'a')};

}  // namespace

TEST_CASE("lists of objects have the same findings with and without the shortcut", "[valid]") {
    CreateInstanceRequest request;
    auto& tags = request.tags.emplace();
    for (const auto& key : texts) {
        for (const auto& value : texts) {
            tags = {Tag{key, value}};
            check_both_ways(request);
            tags = {Tag{"a", "b"}, Tag{key, value}, Tag{"c", {}}};
            check_both_ways(request);
        }
    }
}

TEST_CASE("a duplicate element is found at any position", "[valid]") {
    for (const std::size_t size : {std::size_t{2}, std::size_t{5}, detail::max_few, detail::max_few + 1}) {
        for (std::size_t second = 1; second < size; ++second) {
            for (std::size_t first = 0; first < second; ++first) {
                CreateInstanceRequest request;
                auto& switches = request.networkInfo.vpcInfo.vSwitches.emplace();
                for (std::size_t i = 0; i < size; ++i) switches.push_back({"vsw-" + std::to_string(i)});
                check_both_ways(request);
                switches[second] = switches[first];
                check_both_ways(request);
                constexpr std::string_view only[] = {"vswitch-duplicate"};
                CHECK(ids(validate(request, {.select = only})) ==
                      std::vector{"vswitch-duplicate /networkInfo/vpcInfo/vSwitches/" + std::to_string(second) +
                                  "/vSwitchId"});
            }
        }
    }
}

TEST_CASE("lists of texts have the same findings with and without the shortcut", "[valid]") {
    garden::Plant plant{"mint", 3, {}};
    auto& friends = plant.friends.emplace();
    for (const auto& one : texts) {
        for (const auto& other : texts) {
            friends = {one.value_or("z"), other.value_or("")};
            check_both_ways(plant);
        }
    }
}
