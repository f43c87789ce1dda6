// SPDX-License-Identifier: BSL-1.0
// JSON numbers, exactly as they are written.
#pragma once

#include <vouch/version.hpp>

#include <algorithm>
#include <cfloat>
#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <system_error>

#ifndef __cpp_lib_to_chars
#include <locale>
#include <sstream>
#include <string>
#endif

namespace vouch::inline VOUCH_ABI::detail {

/// Neither a NaN nor an infinity of the type.
template <std::floating_point V>
constexpr bool is_finite(V v) {
    return v >= std::numeric_limits<V>::lowest() && v <= (std::numeric_limits<V>::max)();
}

/// Whether a double fits into a float, rounded.
constexpr bool fits_float(double v) {
    constexpr double limit = 0x1.ffffffp127;  // From here on, the nearest float is an infinity.
    return v > -limit && v < limit;
}

enum class integrality : std::uint8_t { integer, fraction, overflow };

struct exact_integer {
    integrality is = integrality::integer;
    std::int64_t value = 0;
};

/// A JSON number taken apart: its digits from the first to the last that is not 0, and the power of ten of each end.
struct decimal {
    bool negative;
    std::string_view digits{};  ///< with the point, if it is among them; empty for 0.
    std::int64_t high = 0;      ///< The power of ten of the first digit.
    std::int64_t low = 0;       ///< The power of ten of the last digit.

    constexpr explicit decimal(std::string_view number) : negative(number.front() == '-') {
        constexpr std::int64_t furthest = (std::numeric_limits<std::int64_t>::max)() / 100;
        const std::size_t e = number.find_first_of("eE");
        const std::string_view mantissa =
            number.substr(negative, (e == std::string_view::npos ? number.size() : e) - negative);
        std::int64_t exponent = 0;
        if (e != std::string_view::npos) {
            for (const char c : number.substr(e)) {
                if (c >= '0' && c <= '9' && exponent < furthest) exponent = exponent * 10 + (c - '0');
            }
            if (number[e + 1] == '-') exponent = -exponent;
        }
        const std::size_t first = mantissa.find_first_of("123456789");
        if (first == std::string_view::npos) return;
        const std::size_t last = mantissa.find_last_of("123456789");
        const auto point = static_cast<std::int64_t>(mantissa.find('.') == std::string_view::npos ? mantissa.size()
                                                                                                  : mantissa.find('.'));
        const auto power = [&](std::size_t at) {
            const std::int64_t right = static_cast<std::int64_t>(at) - point;
            return exponent - (right < 0 ? right + 1 : right);
        };
        digits = mantissa.substr(first, last - first + 1);
        high = power(first);
        low = power(last);
    }
};

/// What a JSON number is as an integer: 3, 3.0 and 30e-1 are 3, whatever the number of digits; overflow is outside 64
/// bits, and the value of an unsigned one are its bits.
constexpr exact_integer to_integer(std::string_view number, bool is_unsigned = false) {
    const decimal d(number);
    if (d.digits.empty()) return {};
    if (d.low < 0) return {integrality::fraction};
    if (d.high > 19 || (d.negative && is_unsigned)) return {integrality::overflow};
    constexpr std::uint64_t half = std::uint64_t{1} << 63;
    const std::uint64_t limit = is_unsigned ? ~std::uint64_t{0} : d.negative ? half : half - 1;
    std::uint64_t value = 0;
    bool fits = true;
    const auto add = [&](unsigned digit) {
        fits = fits && value <= (limit - digit) / 10;
        value = value * 10 + digit;
    };
    for (const char c : d.digits) {
        if (c != '.') add(static_cast<unsigned>(c - '0'));
    }
    for (std::int64_t zeros = d.low; zeros > 0; --zeros) add(0);
    if (!fits) return {integrality::overflow};
    return {integrality::integer, static_cast<std::int64_t>(d.negative ? ~value + 1 : value)};
}

/// Whether a text is a number as JSON writes them.
constexpr bool is_json_number(std::string_view text) {
    const auto digits = [&] {
        const std::size_t n = (std::min)(text.find_first_not_of("0123456789"), text.size());
        text.remove_prefix(n);
        return n;
    };
    if (text.starts_with('-')) text.remove_prefix(1);
    if (text.starts_with('0'))
        text.remove_prefix(1);
    else if (digits() == 0)
        return false;
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        if (digits() == 0) return false;
    }
    if (text.starts_with('e') || text.starts_with('E')) {
        text.remove_prefix(1);
        if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
        if (digits() == 0) return false;
    }
    return text.empty();
}

/// A number of at most 15 characters, without an exponent, as most are: exact in one division.
constexpr bool to_double_quickly(std::string_view number, double& value) {
    constexpr std::size_t max_size = 15;
    const bool negative = number.starts_with('-');
    if (number.size() > max_size) return false;
    double digits = 0;
    double scale = 0;
    for (const char c : number.substr(negative)) {
        if (c == '.') {
            scale = 1;
        } else if (c >= '0' && c <= '9') {
            digits = digits * 10 + (c - '0');
            scale *= 10;
        } else {
            return false;
        }
    }
    if (scale != 0) digits /= scale;
    value = negative ? -digits : digits;
    return true;
}

/// std::from_chars for doubles, as the standard library has it or, up to libc++ 19, with a stream instead.
inline std::errc parse_double(std::string_view number, double& value) {
#ifdef __cpp_lib_to_chars
    return std::from_chars(number.data(), number.data() + number.size(), value).ec;
#else
    std::istringstream in{std::string(number)};
    in.imbue(std::locale::classic());
    in >> value;
    if (!in.fail()) return {};
    // Numbers below the normal ones fail as well, although they are there.
    const double size = value < 0 ? -value : value;
    return size > 0 && size < DBL_MIN ? std::errc{} : std::errc::result_out_of_range;
#endif
}

/// The double nearest to a JSON number; false if none can hold it. What is too small for one is 0.
inline bool to_double(std::string_view number, double& value) {
    if (FLT_EVAL_METHOD == 0 && to_double_quickly(number, value)) return true;
    const std::errc error = parse_double(number, value);
    if (error != std::errc::result_out_of_range) return error == std::errc{};
    value = 0;
    return decimal(number).high < 0;
}

}  // namespace vouch::detail
