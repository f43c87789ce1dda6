// SPDX-License-Identifier: BSL-1.0
// The forms of texts in requests: resource ids, lists of them, specification codes, IP addresses, names.
#pragma once

#include <vouch/unicode.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace apsaramq::formats {

constexpr bool is_filled(std::string_view text) { return !vouch::is_blank(text); }

constexpr bool begins_with(std::string_view text, std::string_view beginning) {
    return text.size() >= beginning.size() && vouch::equal(text.substr(0, beginning.size()), beginning);
}

/// A value copied from documentation, or a template variable that nobody replaced.
constexpr bool is_placeholder(std::string_view text) {
    if (!is_filled(text)) return false;
    const auto has = [&](char c) { return text.find(c) != std::string_view::npos; };
    const auto is_cross = [](char c) { return c == 'x' || c == 'X'; };
    const std::size_t size = text.size();
    const char last = text.back();
    return has('*') || (has('$') && text.find("${") != std::string_view::npos) ||
           (size >= 2 && text.front() == '<' && last == '>' && !has('\n')) ||
           (size >= 3 && last == 'x' && text[size - 2] == 'x' && text[size - 3] == 'x') ||
           (size >= 2 && is_cross(last) && std::all_of(text.begin(), text.end(), is_cross));
}

/// A client token whose end was masked with asterisks, as in documentation.
constexpr bool is_masked_token(std::string_view text) { return text.find("****") != std::string_view::npos; }

constexpr bool is_separator(char c) { return c == '|' || c == ','; }

constexpr bool has_separator(std::string_view ids) {
    return ids.find('|') != std::string_view::npos || ids.find(',') != std::string_view::npos;
}

/// Calls `f` with each part between `|` and `,`, trimmed, until it answers false; whether it never did.
template <class F>
constexpr bool all_segments(std::string_view ids, F f) {
    while (true) {
        const auto end = static_cast<std::size_t>(
            std::find_if(ids.begin(), ids.end(), [](char c) { return is_separator(c); }) - ids.begin());
        if (!f(vouch::trimmed(ids.substr(0, end)))) return false;
        if (end == ids.size()) return true;
        ids.remove_prefix(end + 1);
    }
}

constexpr bool has_usable_segment(std::string_view ids) {
    return !all_segments(ids, [](std::string_view id) { return id.empty(); });
}
constexpr bool has_no_blank_segment(std::string_view ids) {
    return all_segments(ids, [](std::string_view id) { return !id.empty(); });
}
constexpr bool has_no_comma(std::string_view ids) { return ids.find(',') == std::string_view::npos; }

inline bool has_distinct_segments_sorted(std::string_view ids) {
    std::vector<std::string_view> all;
    all_segments(ids, [&](std::string_view id) {
        if (!id.empty()) all.push_back(id);
        return true;
    });
    std::string_view* const end = all.data() + all.size();
    std::sort(all.data(), end);
    return std::adjacent_find(all.data(), end) == end;
}

/// No segment that is not blank stands twice in the list.
constexpr bool has_distinct_segments(std::string_view ids) {
    constexpr std::size_t many = 2048;  // Bytes from which sorting is worth its allocation.
    if (!std::is_constant_evaluated() && ids.size() > many) return has_distinct_segments_sorted(ids);
    return all_segments(ids, [&](std::string_view id) {
        if (id.empty()) return true;
        std::size_t times = 0;
        all_segments(ids, [&](std::string_view other) { return other != id || ++times < 2; });
        return times < 2;
    });
}

constexpr bool is_vpc_id(std::string_view id) { return begins_with(id, "vpc-"); }
constexpr bool is_security_group_id(std::string_view id) { return begins_with(id, "sg-"); }
constexpr bool is_resource_group_id(std::string_view id) { return begins_with(id, "rg-"); }
constexpr bool is_instance_id(std::string_view id) { return begins_with(id, "rmq-"); }
constexpr bool is_vswitch_id_or_blank(std::string_view id) { return begins_with(id, "vsw-") || vouch::is_blank(id); }
constexpr bool are_vswitch_ids(std::string_view ids) { return all_segments(ids, is_vswitch_id_or_blank); }

/// The letters and digits of a specification code, rmq.<letters><digits?>.<size>; what follows is not looked at.
struct spec_code {
    std::string_view letters{};
    std::string_view digits{};

    constexpr explicit spec_code(std::string_view code) {
        if (!begins_with(code, "rmq.")) return;
        letters = code.substr(4, leading(code.substr(4), is_letter));
        digits = code.substr(4 + letters.size(), leading(code.substr(4 + letters.size()), is_digit));
    }

    static constexpr bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
    static constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
    static constexpr bool is_either(char c) { return is_letter(c) || is_digit(c); }

    /// How many characters at the front are of a kind.
    static constexpr std::size_t leading(std::string_view text, bool (*is_of)(char)) {
        std::size_t n = 0;
        while (n < text.size() && is_of(text[n])) ++n;
        return n;
    }
};

constexpr bool is_spec_code(std::string_view code) {
    const spec_code spec(code);
    if (spec.letters.empty()) return false;
    const std::string_view size = code.substr(4 + spec.letters.size() + spec.digits.size());
    return size.size() > 1 && size.front() == '.' &&
           spec_code::leading(size.substr(1), spec_code::is_either) == size.size() - 1;
}

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

/// Groups of an IPv6 address without `::`, as bytes from the front; how many bytes, or nothing. The last one may be an
/// IPv4 address where `tail` says so.
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

/// Not a block with bits set behind its prefix.
constexpr bool has_no_host_bits(std::string_view text) {
    const auto block = parse_address_block(text);
    if (!block) return true;
    for (unsigned bit = block->prefix; bit < block->width; ++bit) {
        if ((block->bytes[bit / 8] >> (7 - bit % 8) & 1U) != 0) return false;
    }
    return true;
}

/// Not a block of prefix length 0, which is every address.
constexpr bool is_not_open(std::string_view text) {
    const auto block = parse_address_block(text);
    return !block || block->prefix != 0;
}

inline constexpr std::size_t max_name_length = 128;

/// Letters, digits, `_`, `-` and CJK ideographs; longer names are another rule's business.
constexpr bool has_name_characters(std::string_view name) {
    if (name.size() > max_name_length && vouch::count_code_points(name) > max_name_length) return true;
    while (!name.empty()) {
        const char lower = vouch::to_lower(name.front());
        if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9') || lower == '_' || lower == '-') {
            name.remove_prefix(1);
            continue;
        }
        const auto [c, size] = vouch::first_code_point(name);
        if (size == 0 || !((c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF))) return false;
        name.remove_prefix(size);
    }
    return true;
}

inline constexpr std::size_t max_tag_length = 128;
constexpr bool is_tag_length(std::string_view text) {
    return text.size() <= max_tag_length || vouch::count_code_points(text) <= max_tag_length;
}

/// Not one of the vendor's own tag keys.
constexpr bool is_free_tag_key(std::string_view key) {
    return !begins_with(key, "aliyun") && !begins_with(key, "acs:") &&
           (key.find("://") == std::string_view::npos ||
            (key.find("http://") == std::string_view::npos && key.find("https://") == std::string_view::npos));
}

constexpr bool is_not_empty(std::string_view text) { return !text.empty(); }

constexpr bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// No white space and no control character, unless other characters beyond ASCII are the graver mistake.
constexpr bool is_printable(std::string_view text) {
    return !is_ascii(text) || std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c != 0x7F; });
}

/// A response's code for success.
constexpr bool is_success_code(std::string_view code) {
    return code == "200" || code == "0" || vouch::equal_ignoring_case(code, "success") ||
           vouch::equal_ignoring_case(code, "ok");
}

}  // namespace apsaramq::formats
