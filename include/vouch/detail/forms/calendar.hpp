// SPDX-License-Identifier: BSL-1.0
// Dates and times as in RFC 3339.
#pragma once

#include <vouch/detail/forms/address.hpp>

#include <optional>
#include <string_view>

namespace vouch::inline VOUCH_ABI::detail {

/// The number that the two characters at a place are, or 100 if they are not digits.
constexpr unsigned two_digits(std::string_view text, std::size_t at) {
    if (text.size() < at + 2 || !is_digit(text[at]) || !is_digit(text[at + 1])) return 100;
    return static_cast<unsigned>(text[at] - '0') * 10 + static_cast<unsigned>(text[at + 1] - '0');
}

struct day_of_month {
    unsigned day = 0;   ///< From 1.
    unsigned days = 0;  ///< How many the month has.
};

constexpr std::optional<day_of_month> parse_date(std::string_view text) {
    const unsigned century = two_digits(text, 0);
    const unsigned year = two_digits(text, 2);
    const unsigned month = two_digits(text, 5);
    const unsigned day = two_digits(text, 8);
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    if (century > 99 || year > 99 || month < 1 || month > 12) return std::nullopt;
    const bool leap = (year != 0 ? year : century) % 4 == 0;
    const bool short_month = month == 4 || month == 6 || month == 9 || month == 11;
    const unsigned days = month == 2 ? (leap ? 29 : 28) : short_month ? 30 : 31;
    if (day < 1 || day > days) return std::nullopt;
    return day_of_month{day, days};
}

struct time_of_day {
    bool leap_second = false;
    unsigned utc_day = 1;  ///< 0, 1, 2: it is the day before in UTC, the same, the day after.
};

/// A time with an offset; a leap second only before midnight UTC.
constexpr std::optional<time_of_day> parse_time(std::string_view text) {
    const unsigned hour = two_digits(text, 0);
    const unsigned minute = two_digits(text, 3);
    const unsigned second = two_digits(text, 6);
    if (hour > 23 || minute > 59 || second > 60 || text[2] != ':' || text[5] != ':') return std::nullopt;
    text.remove_prefix(8);
    if (text.starts_with('.')) {
        std::size_t end = 1;
        while (end < text.size() && is_digit(text[end])) ++end;
        if (end == 1) return std::nullopt;
        text.remove_prefix(end);
    }
    unsigned utc = 24 * 60 + hour * 60 + minute;  // Since midnight of the day before.
    if (text != "Z" && text != "z") {
        const unsigned hours = two_digits(text, 1);
        const unsigned minutes = two_digits(text, 4);
        if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
        if (hours > 23 || minutes > 59) return std::nullopt;
        const unsigned offset = hours * 60 + minutes;
        utc = text[0] == '+' ? utc - offset : utc + offset;
    }
    const bool leap_second = second == 60;
    if (leap_second && utc % (24 * 60) != 24 * 60 - 1) return std::nullopt;
    return time_of_day{leap_second, utc / (24 * 60)};
}

/// A leap second only at the end of a month in UTC.
constexpr bool is_date_time(std::string_view text) {
    if (text.size() < 11 || to_lower(text[10]) != 't') return false;
    const auto date = parse_date(text.substr(0, 10));
    const auto time = parse_time(text.substr(11));
    if (!date || !time) return false;
    const unsigned after = date->day + time->utc_day;  // The day in UTC, and one.
    return !time->leap_second || after == 1 || after == date->days + 1;
}

}  // namespace vouch::inline VOUCH_ABI::detail
