// SPDX-License-Identifier: BSL-1.0
#include <vouch/detail/sequence.hpp>

#include "../../catch.hpp"

#include <memory>
#include <string>
#include <type_traits>
#include <utility>

using vouch::detail::sequence;

namespace {

/// Counts how many of its kind there are.
struct counted {
    explicit counted(int& n) : number(&n) { ++*number; }
    counted(counted&& other) noexcept : number(other.number) { ++*number; }
    counted& operator=(counted&&) = delete;
    ~counted() { --*number; }
    int* number;
};

constexpr int sum_of_numbers_below(int n) {
    sequence<int> all;
    for (int i = 0; i < n; ++i) all.push_back(i);
    int sum = 0;
    for (const int i : all) sum += i;
    return sum;
}

}  // namespace

TEST_CASE("a sequence keeps what was added, in order, however often it grows", "[sequence]") {
    sequence<std::string> all;
    CHECK(all.empty());
    CHECK(all.begin() == all.end());
    for (std::size_t i = 0; i < 100; ++i) {
        CHECK(all.push_back(std::to_string(i)) == std::to_string(i));
        CHECK(all.size() == i + 1);
        CHECK(all.capacity() >= all.size());
        CHECK(&all.back() == &all[i]);
    }
    for (std::size_t i = 0; i < 100; ++i) CHECK(all[i] == std::to_string(i));
    CHECK(all.data() == all.begin());
    CHECK(all.end() - all.begin() == 100);
    STATIC_REQUIRE(sum_of_numbers_below(100) == 4950);
}

TEST_CASE("a sequence adds one of its own elements", "[sequence]") {
    sequence<std::string> all;
    all.push_back("longer than what a string holds in itself");
    for (int i = 0; i < 20; ++i) all.push_back(all[0]);
    for (const std::string& s : all) CHECK(s == "longer than what a string holds in itself");
}

TEST_CASE("a sequence of a size has that many empty elements", "[sequence]") {
    const sequence<int> numbers(3);
    CHECK(numbers.size() == 3);
    for (const int i : numbers) CHECK(i == 0);
    CHECK(sequence<int>(0).empty());
}

TEST_CASE("room that was reserved is not moved", "[sequence]") {
    sequence<int> all;
    all.reserve(10);
    const int* const data = all.data();
    for (int i = 0; i < 10; ++i) all.push_back(i);
    CHECK(all.data() == data);
    CHECK(all.capacity() == 10);
    all.reserve(5);
    CHECK(all.capacity() == 10);
}

TEST_CASE("every element of a sequence is destroyed once", "[sequence]") {
    int there = 0;
    {
        sequence<counted> all;
        for (int i = 0; i < 10; ++i) all.push_back(counted(there));
        CHECK(there == 10);
        all.pop_back();
        CHECK(there == 9);
        all.shrink(4);
        CHECK(there == 4);
        CHECK(all.size() == 4);

        sequence<counted> moved(std::move(all));
        CHECK(there == 4);
        CHECK(moved.size() == 4);

        sequence<counted> others;
        others.push_back(counted(there));
        others = std::move(moved);
        CHECK(there == 4);
        CHECK(others.size() == 4);
        moved = {};
        CHECK(there == 4);
        others.clear();
        CHECK(there == 0);
        CHECK(others.empty());
        others.push_back(counted(there));
    }
    CHECK(there == 0);
}

TEST_CASE("a sequence holds what can only be moved, and is not copied itself", "[sequence]") {
    sequence<std::unique_ptr<int>> all;
    for (int i = 0; i < 10; ++i) all.push_back(std::make_unique<int>(i));
    sequence<std::unique_ptr<int>> others;
    others.swap(all);
    CHECK(all.empty());
    for (int i = 0; i < 10; ++i) CHECK(*others[static_cast<std::size_t>(i)] == i);
    STATIC_REQUIRE(std::is_nothrow_move_constructible_v<sequence<int>>);
    STATIC_REQUIRE_FALSE(std::is_copy_constructible_v<sequence<int>>);
    STATIC_REQUIRE_FALSE(std::is_copy_assignable_v<sequence<int>>);
}
