// SPDX-License-Identifier: BSL-1.0
#include <vouch/detail/straight/keys.hpp>

#include "../../../catch.hpp"
#include "../../../garden.hpp"

#include <array>
#include <string>
#include <vector>

using namespace vouch::detail;

namespace {

/// The members that are compared with a key, in order.
template <std::size_t N>
std::vector<std::size_t> candidates(const key_table<N>& keys, std::string text) {
    text.append(8, '\0');
    std::vector<std::size_t> out;
    for (std::size_t i = keys.first(text.data()); i != N; i = keys.next(i)) out.push_back(i);
    return out;
}
using numbers = std::vector<std::size_t>;

}  // namespace

TEST_CASE("the prefix is as long as the shortest name with its closing quote", "[straight]") {
    constexpr key_table<5> keys({"tags", "autoRenew", "remark", "autoRenewPeriod", "autoScaling"});
    CHECK(candidates(keys, "tags\":[]") == numbers{0});
    CHECK(candidates(keys, "remark\"") == numbers{2});
    CHECK(candidates(keys, "autoRenewPeriod\"") == numbers{1, 3});
    CHECK(candidates(keys, "autoR") == numbers{1, 3});
    CHECK(candidates(keys, "autoScaling\"") == numbers{4});
}

TEST_CASE("a prefix has at most eight bytes", "[straight]") {
    constexpr key_table<4> keys({"periodUnit", "periodUnits", "periodUxyz", "periods_and_more"});
    CHECK(candidates(keys, "periodUnits\"") == numbers{0, 1});
    CHECK(candidates(keys, "periodUx") == numbers{2});
    CHECK(candidates(keys, "periods_") == numbers{3});
}

TEST_CASE("members with the same prefix follow the first of them", "[straight]") {
    constexpr key_table<4> keys({"ab", "b", "a", "abc"});
    CHECK(candidates(keys, "ab\"") == numbers{0, 3});
    CHECK(candidates(keys, "a\":") == numbers{2});
    CHECK(keys.is_first(0));
    CHECK(keys.is_first(1));
    CHECK(keys.is_first(2));
    CHECK_FALSE(keys.is_first(3));
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
    for (std::size_t i = 0; i < views.size(); ++i) CHECK(candidates(keys, std::string(views[i]) + '"') == numbers{i});
}

TEST_CASE("members are numbered in declared order and by name", "[straight]") {
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
