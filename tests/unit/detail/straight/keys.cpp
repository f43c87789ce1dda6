// SPDX-License-Identifier: BSL-1.0
#include <vouch/detail/straight/keys.hpp>

#include "../../../catch.hpp"
#include "../../../garden.hpp"

#include <array>
#include <string>
#include <vector>

using namespace vouch::detail;

namespace {

template <std::size_t N>
std::size_t find(const key_table<N>& keys, std::string name) {
    const std::size_t size = name.size();
    name.append(8, '\0');
    return keys.find(name.data(), size);
}

}  // namespace

TEST_CASE("every name has a number of its own", "[straight]") {
    constexpr key_table<6> keys({"a", "ab", "period", "periodUnit", "autoRenewPeriod", "autoRenewPerioD"});
    CHECK(find(keys, "a") == 0);
    CHECK(find(keys, "ab") == 1);
    CHECK(find(keys, "period") == 2);
    CHECK(find(keys, "periodUnit") == 3);
    CHECK(find(keys, "autoRenewPeriod") == 4);
    CHECK(find(keys, "autoRenewPerioD") == 5);
}

TEST_CASE("names that differ only in the middle are found as well", "[straight]") {
    constexpr key_table<2> keys({"configuration_A_of_servers", "configuration_B_of_servers"});
    CHECK(find(keys, "configuration_A_of_servers") == 0);
    CHECK(find(keys, "configuration_B_of_servers") == 1);
    CHECK(find(keys, "configuration_C_of_servers") == 2);
}

TEST_CASE("a table of the most members that a struct can have is made", "[straight]") {
    static constexpr auto names = [] {
        std::array<std::array<char, 3>, 64> all{};
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i] = {'m', static_cast<char>('a' + i / 8), static_cast<char>('a' + i % 8)};
        return all;
    }();
    static constexpr auto views = [] {
        std::array<std::string_view, 64> all{};
        for (std::size_t i = 0; i < all.size(); ++i) all[i] = {names[i].data(), 3};
        return all;
    }();
    constexpr key_table<64> keys(views);
    for (std::size_t i = 0; i < views.size(); ++i) CHECK(find(keys, std::string(views[i])) == i);
}

TEST_CASE("members are numbered in declared order and by name", "[straight]") {
    using numbers = std::vector<std::size_t>;
    constexpr auto& declared = numbers_in<garden::Plant, key_order::declared>;
    constexpr auto& by_name = numbers_in<garden::Plant, key_order::by_name>;
    CHECK(numbers(declared.begin(), declared.end()) == numbers{0, 1, 2});
    CHECK(numbers(by_name.begin(), by_name.end()) == numbers{1, 2, 0});
    CHECK_FALSE(is_declared_by_name<garden::Plant>);
    CHECK(is_declared_by_name<garden::Water>);
}

TEST_CASE("constant bytes are recognized whatever their number", "[straight]") {
    CHECK(closing_bytes<garden::Plant, 1>.are_at("count\"..........."));
    CHECK_FALSE(closing_bytes<garden::Plant, 1>.are_at("counT\"..........."));
    CHECK(key_bytes<garden::Bed, 3>.are_at("\"owner\":1"));
    CHECK_FALSE(key_bytes<garden::Bed, 3>.are_at("\"owner\" :1"));
}
