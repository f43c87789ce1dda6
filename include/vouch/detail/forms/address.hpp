// SPDX-License-Identifier: BSL-1.0
// IPv4 and IPv6 addresses: parsers, and a pattern composed of parts.
#pragma once

#include <vouch/unicode.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace vouch::inline VOUCH_ABI::detail {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return to_lower(c) >= 'a' && to_lower(c) <= 'z'; }
constexpr bool is_hex_digit(char c) { return is_digit(c) || (to_lower(c) >= 'a' && to_lower(c) <= 'f'); }

/// Who writes an address. Mail (RFC 5321) allows leading zeros in IPv4 parts, and `::` only for two or more groups.
enum class address_style { usual, mail };

/// A decimal number of at most three digits and at most `max`; usually without leading zeros.
constexpr std::optional<unsigned> parse_plain_number(std::string_view digits, unsigned max,
                                                     address_style style = address_style::usual) {
    if (digits.empty() || digits.size() > 3) return std::nullopt;
    if (style == address_style::usual && digits.size() > 1 && digits.front() == '0') return std::nullopt;
    unsigned value = 0;
    for (const char c : digits) {
        if (!is_digit(c)) return std::nullopt;
        value = value * 10 + static_cast<unsigned>(c - '0');
    }
    return value <= max ? std::optional(value) : std::nullopt;
}

/// Writes the four bytes of an address; some of them also if it is none.
constexpr bool parse_ipv4(std::string_view text, std::uint8_t* bytes, address_style style = address_style::usual) {
    for (int i = 0; i < 4; ++i) {
        const std::size_t end = i < 3 ? text.find('.') : text.size();
        if (end == std::string_view::npos) return false;
        const auto part = parse_plain_number(text.substr(0, end), 255, style);
        if (!part) return false;
        bytes[i] = static_cast<std::uint8_t>(*part);
        text.remove_prefix(i < 3 ? end + 1 : end);
    }
    return true;
}

constexpr std::optional<unsigned> parse_hex_group(std::string_view digits) {
    if (digits.empty() || digits.size() > 4) return std::nullopt;
    unsigned value = 0;
    for (const char c : digits) {
        if (!is_hex_digit(c)) return std::nullopt;
        value = value * 16 + static_cast<unsigned>(is_digit(c) ? c - '0' : to_lower(c) - 'a' + 10);
    }
    return value;
}

/// Parses groups of an IPv6 address without `::` into bytes, from the front. Returns the number of bytes, or nothing.
/// The last group may be an IPv4 address if `tail` is set.
constexpr std::optional<std::size_t> parse_groups(std::string_view text, bool tail, std::array<std::uint8_t, 16>& bytes,
                                                  address_style style) {
    std::size_t n = 0;
    while (!text.empty()) {
        const std::size_t colon = text.find(':');
        const std::string_view group = text.substr(0, colon);
        if (tail && colon == std::string_view::npos && group.find('.') != std::string_view::npos) {
            if (n > 12 || !parse_ipv4(group, bytes.data() + n, style)) return std::nullopt;
            return n + 4;
        }
        const auto value = parse_hex_group(group);
        if (!value || n > 14) return std::nullopt;
        bytes[n++] = static_cast<std::uint8_t>(*value >> 8);
        bytes[n++] = static_cast<std::uint8_t>(*value & 0xFFU);
        if (colon == std::string_view::npos) return n;
        text.remove_prefix(colon + 1);
        if (text.empty()) return std::nullopt;
    }
    return n;
}

/// Writes the bytes of an address; some of them also if it is none.
constexpr bool parse_ipv6(std::string_view text, std::array<std::uint8_t, 16>& bytes,
                          address_style style = address_style::usual) {
    const std::size_t gap = text.find("::");
    if (gap == std::string_view::npos) return parse_groups(text, true, bytes, style) == 16U;
    std::array<std::uint8_t, 16> behind{};
    const auto front = parse_groups(text.substr(0, gap), false, bytes, style);
    const auto back = parse_groups(text.substr(gap + 2), true, behind, style);
    const std::size_t most = style == address_style::mail ? 12 : 14;
    if (!front || !back || *front + *back > most) return false;
    for (std::size_t i = 0; i < *back; ++i) bytes[16 - *back + i] = behind[i];
    return true;
}

/// A pattern composed of parts.
struct joined_pattern {
    char text[1792]{};
    std::size_t size = 0;

    constexpr joined_pattern& add(std::string_view part) {
        for (const char c : part) text[size++] = c;
        return *this;
    }
    constexpr operator std::string_view() const { return {text, size}; }
};

/// IPv4 addresses, without leading zeros.
inline constexpr std::string_view ipv4_pattern =
    "^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])$";

/// A pattern as a part of another: without its first and last character, `^` and `$`.
constexpr std::string_view inner(std::string_view pattern) { return pattern.substr(1, pattern.size() - 2); }

/// IPv6 addresses, `::` for one or more groups.
constexpr joined_pattern make_ipv6_pattern() {
    constexpr std::string_view group = "[0-9A-Fa-f]{1,4}";
    constexpr std::string_view digits[] = {"0", "1", "2", "3", "4", "5", "6", "7"};
    joined_pattern p;
    const auto groups = [&](std::string_view times) { p.add("(?:").add(group).add(":){").add(times).add("}"); };
    p.add("^(?:");
    groups("7");
    p.add(group).add("|");
    groups("6");
    p.add(inner(ipv4_pattern));
    for (std::size_t front = 0; front <= 7; ++front) {
        const std::size_t most = 7 - front;  // The largest number of groups after the gap.
        p.add("|");
        if (front == 0)
            p.add(":");
        else
            groups(digits[front]);
        p.add(":");
        if (most == 0) continue;
        p.add("(?:(?:").add(group).add(":){0,").add(digits[most - 1]).add("}").add(group);
        if (most >= 2) p.add("|(?:").add(group).add(":){0,").add(digits[most - 2]).add("}").add(inner(ipv4_pattern));
        p.add(")?");
    }
    return p.add(")$");
}
inline constexpr joined_pattern ipv6_pattern = make_ipv6_pattern();

/// Addresses with a prefix length, followed by `times`: `?` if it may be left out.
constexpr joined_pattern make_block_pattern(std::string_view times) {
    joined_pattern p;
    p.add("^(?:").add(inner(ipv4_pattern)).add("(?:/(?:[12]?[0-9]|3[0-2]))").add(times);
    p.add("|").add(inner(ipv6_pattern)).add("(?:/(?:[1-9]?[0-9]|1[01][0-9]|12[0-8]))").add(times);
    return p.add(")$");
}
inline constexpr joined_pattern cidr_pattern = make_block_pattern("");
inline constexpr joined_pattern address_or_cidr_pattern = make_block_pattern("?");

}  // namespace vouch::inline VOUCH_ABI::detail
