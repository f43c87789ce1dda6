// SPDX-License-Identifier: BSL-1.0
#include <vouch/detail/json/numbers.hpp>

#include "../../../catch.hpp"

#include <cfloat>
#include <cstdlib>
#include <limits>
#include <string>

using namespace vouch::detail;

namespace {

constexpr bool is(std::string_view text, std::int64_t value) {
    const exact_integer v = to_integer(text);
    return v.is == integrality::integer && v.value == value;
}
/// Whether the value is found without the standard library.
constexpr bool quickly(std::string_view text, double value) {
    double v = -1;
    return to_double_quickly(text, v) && v == value;
}
constexpr bool fraction(std::string_view text) { return to_integer(text).is == integrality::fraction; }
constexpr bool overflow(std::string_view text) { return to_integer(text).is == integrality::overflow; }

}  // namespace

static_assert(is("0", 0) && is("-0", 0) && is("0.0e999999999999", 0) && is("3", 3) && is("3.0", 3) && is("3e0", 3));
static_assert(is("1.5e1", 15) && is("150e-1", 15) && is("-12.00", -12) && is("0.003e3", 3) && is("100", 100) &&
              is("1e18", 1000000000000000000));
static_assert(is("9223372036854775807", INT64_MAX) && is("-9223372036854775808", INT64_MIN) &&
              is("9223372036854775807.000", INT64_MAX));
static_assert(overflow("9223372036854775808") && overflow("-9223372036854775809") && overflow("1e19") &&
              overflow("1e400"));
static_assert(overflow("1e99999999999999999999999999") && overflow("123456789012345678901234567890"));
static_assert(fraction("3.5") && fraction("1e-1") && fraction("15e-2") && fraction("1e-99999999999999999999") &&
              fraction("2147483648.5"));
static_assert(is_json_number("-0.5e+10") && is_json_number("0") && is_json_number("12E-3"));
static_assert(!is_json_number("") && !is_json_number("01") && !is_json_number("1.") && !is_json_number(".5") &&
              !is_json_number("+1") && !is_json_number("1e") && !is_json_number("0x1") && !is_json_number(" 1") &&
              !is_json_number("-"));

static_assert(quickly("-12.5", -12.5) && quickly("0", 0) && quickly("9", 9) &&
              quickly("123456789012345", 123456789012345) && quickly("0.9876543210123", 0.9876543210123));
static_assert(!quickly("1234567890123456", 1234567890123456) && !quickly("1e5", 1e5));
static_assert(is_finite(DBL_MAX) && is_finite(-DBL_MAX) && !is_finite(std::numeric_limits<double>::infinity()) &&
              !is_finite(-std::numeric_limits<double>::infinity()) &&
              !is_finite(std::numeric_limits<double>::quiet_NaN()));

TEST_CASE("a double is the nearest one, 0 if it is too small, and none if it is too large", "[numbers]") {
    double v = 1;
    CHECK((to_double("0.1", v) && v == 0.1));
    CHECK((to_double("1e-400", v) && v == 0.0));
    CHECK((to_double("0." + std::string(500, '0') + "1", v) && v == 0.0));
    CHECK_FALSE(to_double("1e400", v));
    CHECK_FALSE(to_double("-1e400", v));
    CHECK_FALSE(to_double("1" + std::string(400, '0') + ".5", v));
    CHECK((to_double("1.7976931348623157e308", v) && v == 1.7976931348623157e308));
}

TEST_CASE("a decimal of any length is the double that the C library reads", "[numbers]") {
    for (unsigned seed = 1; seed < 200000; ++seed) {
        std::string digits = std::to_string((seed * 11400714819323198485ULL) >> (seed % 60));
        digits.insert(seed % (digits.size() + 1), seed % 7 != 0 ? "." : "");
        if (digits.front() == '.') digits.insert(0, "0");
        if (digits.back() == '.') digits += '0';
        if (seed % 2 == 0) digits.insert(0, "-");
        double v = 0;
        REQUIRE(to_double(digits, v));
        if (v != std::strtod(digits.c_str(), nullptr)) FAIL(digits);
    }
}

TEST_CASE("every integer near a power of ten is exact, however it is written", "[numbers]") {
    std::int64_t power = 1;
    for (int i = 0; i <= 18; ++i) {
        for (std::int64_t d = -2; d <= 2; ++d) {
            const std::int64_t n = power + d;
            const std::string text = std::to_string(n);
            REQUIRE(is(text, n));
            REQUIRE(is(text + ".0", n));
            REQUIRE(is(text + "00e-2", n));
            REQUIRE(fraction(text + ".01"));
        }
        power *= i < 18 ? 10 : 1;
    }
}
