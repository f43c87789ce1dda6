// SPDX-License-Identifier: BSL-1.0
// IPv4 and IPv6 addresses and CIDR blocks, as used in ipWhitelist: a parser, and the text forms for rules.
#pragma once

#include <vouch/forms.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace apsaramq::inline VOUCH_ABI {
namespace formats {

/// An IP address or CIDR block.
struct address_block {
    std::array<std::uint8_t, 16> bytes{};
    unsigned width = 0;   ///< Bits of an address: 32 or 128.
    unsigned prefix = 0;  ///< Bits of the network; all of them for a single address.
};

/// A decimal number of at most `max`, without leading zeros.
constexpr std::optional<unsigned> parse_plain_number(std::string_view digits, unsigned max) {
    if (digits.empty() || digits.size() > 3 || (digits.size() > 1 && digits.front() == '0')) return std::nullopt;
    unsigned value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + static_cast<unsigned>(c - '0');
    }
    return value <= max ? std::optional(value) : std::nullopt;
}

constexpr bool parse_ipv4(std::string_view text, std::uint8_t* bytes) {
    for (int i = 0; i < 4; ++i) {
        const std::size_t end = i < 3 ? text.find('.') : text.size();
        if (end == std::string_view::npos) return false;
        const auto part = parse_plain_number(text.substr(0, end), 255);
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
        const char l = vouch::to_lower(c);
        if (l >= '0' && l <= '9')
            value = value * 16 + static_cast<unsigned>(l - '0');
        else if (l >= 'a' && l <= 'f')
            value = value * 16 + static_cast<unsigned>(l - 'a') + 10;
        else
            return std::nullopt;
    }
    return value;
}

/// Parses groups of an IPv6 address without `::` into bytes, from the front. Returns the number of bytes, or nothing.
/// The last group may be an IPv4 address if `tail` is set.
constexpr std::optional<std::size_t> parse_groups(std::string_view text, bool tail,
                                                  std::array<std::uint8_t, 16>& bytes) {
    std::size_t n = 0;
    while (!text.empty()) {
        const std::size_t colon = text.find(':');
        const std::string_view group = text.substr(0, colon);
        if (tail && colon == std::string_view::npos && group.find('.') != std::string_view::npos) {
            if (n > 12 || !parse_ipv4(group, bytes.data() + n)) return std::nullopt;
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

constexpr bool parse_ipv6(std::string_view text, std::array<std::uint8_t, 16>& bytes) {
    const std::size_t gap = text.find("::");
    if (gap == std::string_view::npos) return parse_groups(text, true, bytes) == 16U;
    std::array<std::uint8_t, 16> behind{};
    const auto front = parse_groups(text.substr(0, gap), false, bytes);
    const auto back = parse_groups(text.substr(gap + 2), true, behind);
    if (!front || !back || *front + *back > 14) return false;
    std::copy(behind.begin(), behind.begin() + *back, bytes.end() - static_cast<std::ptrdiff_t>(*back));
    return true;
}

constexpr std::optional<address_block> parse_address_block(std::string_view text) {
    address_block block;
    const std::size_t slash = text.find('/');
    const std::string_view address = text.substr(0, slash);
    if (address.find(':') != std::string_view::npos) {
        if (!parse_ipv6(address, block.bytes)) return std::nullopt;
        block.width = 128;
    } else {
        if (!parse_ipv4(address, block.bytes.data())) return std::nullopt;
        block.width = 32;
    }
    block.prefix = block.width;
    if (slash == std::string_view::npos) return block;
    const auto prefix = parse_plain_number(text.substr(slash + 1), block.width);
    if (!prefix) return std::nullopt;
    block.prefix = *prefix;
    return block;
}

constexpr bool is_address_block(std::string_view text) { return parse_address_block(text).has_value(); }

/// False only for a block with host bits set beyond the prefix.
constexpr bool has_no_host_bits(std::string_view text) {
    const auto block = parse_address_block(text);
    if (!block) return true;
    for (unsigned bit = block->prefix; bit < block->width; ++bit) {
        if ((block->bytes[bit / 8] >> (7 - bit % 8) & 1U) != 0) return false;
    }
    return true;
}

/// False only for a block of prefix length 0, which covers every address.
constexpr bool is_not_open(std::string_view text) {
    const auto block = parse_address_block(text);
    return !block || block->prefix != 0;
}

/// A pattern composed of parts.
struct joined_pattern {
    std::array<char, 2048> text{};
    std::size_t size = 0;

    constexpr joined_pattern& add(std::string_view part) {
        for (const char c : part) text[size++] = c;
        return *this;
    }
    constexpr operator std::string_view() const { return {text.data(), size}; }
};

/// IPv4 and IPv6 addresses and blocks: no leading zeros in IPv4 parts and prefix lengths, `::` for one or more groups.
constexpr joined_pattern make_address_pattern() {
    constexpr std::string_view byte = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    constexpr std::string_view group = "[0-9A-Fa-f]{1,4}";
    constexpr std::string_view digits[] = {"0", "1", "2", "3", "4", "5", "6", "7"};
    joined_pattern p;
    const auto groups = [&](std::string_view times) { p.add("(?:").add(group).add(":){").add(times).add("}"); };
    const auto ipv4 = [&] { p.add("(?:").add(byte).add("\\.){3}").add(byte); };
    p.add("^(?:");
    ipv4();
    p.add("(?:/(?:[12]?[0-9]|3[0-2]))?|(?:");
    groups("7");
    p.add(group).add("|");
    groups("6");
    ipv4();
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
        if (most >= 2) {
            p.add("|(?:").add(group).add(":){0,").add(digits[most - 2]).add("}");
            ipv4();
        }
        p.add(")?");
    }
    return p.add(")(?:/(?:[1-9]?[0-9]|1[01][0-9]|12[0-8]))?)$");
}
inline constexpr joined_pattern address_pattern = make_address_pattern();

}  // namespace formats

namespace forms {

inline constexpr vouch::text_form address_block{formats::is_address_block, "an IP address or a CIDR block",
                                                formats::address_pattern};
inline constexpr vouch::text_form without_host_bits{formats::has_no_host_bits, "free of host bits beyond the prefix"};
inline constexpr vouch::text_form not_open{formats::is_not_open, "narrower than all addresses"};

}  // namespace forms
}  // namespace apsaramq
