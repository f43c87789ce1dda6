// SPDX-License-Identifier: BSL-1.0
#include <vouch/detail/tables/within.hpp>

#include "../../../catch.hpp"

#include <cmath>
#include <limits>

using vouch::detail::compare_with_limit;

TEST_CASE("integers of 64 bits are compared exactly with limits", "[within]") {
    constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    constexpr std::int64_t even = std::int64_t{1} << 53;
    CHECK(compare_with_limit(even, 9007199254740992.0) == 0);
    CHECK(compare_with_limit(even + 1, 9007199254740992.0) == 1);
    CHECK(compare_with_limit(-even - 1, -9007199254740992.0) == -1);
    CHECK(compare_with_limit(most, 9223372036854775808.0) == -1);
    CHECK(compare_with_limit(least, -9223372036854775808.0) == 0);
    CHECK(compare_with_limit(least, -1e300) == 1);
    CHECK(compare_with_limit(most, std::numeric_limits<double>::infinity()) == -1);
    CHECK(compare_with_limit(std::uint64_t{0}, -0.5) == 1);
    CHECK(compare_with_limit(std::numeric_limits<std::uint64_t>::max(), 18446744073709551616.0) == -1);
    CHECK(compare_with_limit((std::uint64_t{1} << 63) + 1, 9223372036854775808.0) == 1);
    CHECK(compare_with_limit(std::int32_t{3}, 2.5) == 1);
}

TEST_CASE("a float is compared with the float nearest to a limit", "[within]") {
    CHECK(compare_with_limit(0.3F, 0.3) == 0);
    CHECK(compare_with_limit(std::nextafter(0.3F, 1.0F), 0.3) == 1);
    CHECK(compare_with_limit(std::nextafter(0.3F, 0.0F), 0.3) == -1);
    CHECK(compare_with_limit(1.0F, 1e300) == -1);
    CHECK(compare_with_limit(1.0F, -std::numeric_limits<double>::infinity()) == 1);
    CHECK(compare_with_limit(0.3, 0.3) == 0);
    CHECK(vouch::detail::is_in_range({.max = 0.3}, 0.3F));
    CHECK_FALSE(vouch::detail::is_in_range({.max = 0.3, .exclusive_max = true}, 0.3F));
}
