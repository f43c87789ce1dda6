// SPDX-License-Identifier: BSL-1.0
// Texts as UTF-8 code points, and the whitespace of ASCII.
#pragma once

#include <vouch/detail/blocks.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

namespace vouch::inline VOUCH_ABI {

/// A code point of a text.
struct code_point {
    char32_t value = 0;    ///< Its number.
    std::size_t size = 0;  ///< The bytes that it takes; 0 if the bytes are not UTF-8.
};

/// The first code point of a text that is not empty. Overlong forms and surrogates are not UTF-8.
constexpr code_point first_code_point(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < size) return {};
    char32_t value = lead & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return {};
        value = (value << 6) | (byte(i) & 0x3FU);
    }
    constexpr char32_t least[] = {0x80, 0x800, 0x10000};  // Of 2, 3 and 4 bytes.
    if (value < least[size - 2] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return {};
    return {value, size};
}

/// Whether all characters are ASCII.
constexpr bool is_ascii(std::string_view text) {
    if (!std::is_constant_evaluated()) {
        return !detail::any_byte(text.data(), text.size(),
                                 [](const auto& block, std::size_t) { return block.is_beyond_ascii(); });
    }
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x80) return false;
    }
    return true;
}

/// The number of code points in a UTF-8 text.
[[gnu::noinline]] constexpr std::size_t count_code_points(std::string_view text) {
    if (is_ascii(text)) return text.size();
    std::size_t n = 0;
    for (const char c : text) n += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    return n;
}

/// Whether a text has one of the characters `C`, which are neither spaces nor zero.
template <char... C>
constexpr bool has_any(std::string_view text) {
    if (!std::is_constant_evaluated()) {
        return detail::any_byte(text.data(), text.size(),
                                [](const auto& block, std::size_t) { return (block.is(C) | ...); });
    }
    for (const char c : text) {
        if (((c == C) || ...)) return true;
    }
    return false;
}

namespace detail {

[[gnu::noinline]] constexpr bool is_made_of_code_points(std::string_view text) {
    while (!text.empty()) {
        const std::size_t size = first_code_point(text).size;
        if (size == 0) return false;
        text.remove_prefix(size);
    }
    return true;
}

}  // namespace detail

/// Whether all bytes are UTF-8.
constexpr bool is_utf8(std::string_view text) { return is_ascii(text) || detail::is_made_of_code_points(text); }

/// Appends a code point as UTF-8; it is not checked.
constexpr void append_utf8(std::string& out, char32_t c) {
    const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | c >> 6);
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3F));
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

/// Space, tab, LF, VT, FF, CR.
constexpr bool is_white_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

namespace detail {

[[gnu::noinline]] constexpr bool is_all_white_space(std::string_view text) {
    for (const char c : text) {
        if (!is_white_space(c)) return false;
    }
    return true;
}

}  // namespace detail

/// Empty or only ASCII whitespace.
[[gnu::always_inline]] constexpr bool is_blank(std::string_view text) {
    return text.empty() || (is_white_space(text.front()) && detail::is_all_white_space(text));
}

/// The text without ASCII whitespace at its ends.
constexpr std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_white_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_white_space(text.back())) text.remove_suffix(1);
    return text;
}

/// Characters that a terminal or an editor does not show as themselves: controls, line separators, bidirectional
/// controls, zero-width characters, tags, the byte-order mark, and noncharacters.
constexpr bool is_unsafe_to_show(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x061C || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
           (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F) || c == 0x180E ||
           (c >= 0x1D173 && c <= 0x1D17A) || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

/// Appends a text for people, safe on any terminal: what cannot be shown is escaped as in JSON, bytes that are not
/// UTF-8 become U+FFFD, and a text longer than `max` code points is cut with an ellipsis.
constexpr void append_shown(std::string& out, std::string_view text, std::size_t max = static_cast<std::size_t>(-1)) {
    constexpr char digits[] = "0123456789abcdef";
    const auto escape = [&](char32_t unit) {
        out += "\\u";
        for (int shift = 12; shift >= 0; shift -= 4) out += digits[unit >> shift & 0xF];
    };
    std::size_t plain = 0;
    while (plain < text.size() && plain < max && text[plain] >= 0x20 && text[plain] < 0x7F) ++plain;
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    for (std::size_t n = plain; !text.empty(); ++n) {
        if (n == max) {
            out += "…";
            return;
        }
        const code_point c = first_code_point(text);
        if (c.size == 0) {
            out += "\xEF\xBF\xBD";
            text.remove_prefix(1);
            continue;
        }
        if (!is_unsafe_to_show(c.value)) {
            out += text.substr(0, c.size);
        } else if (c.value <= 0xFFFF) {
            escape(c.value);
        } else {
            escape(0xD800 + ((c.value - 0x10000) >> 10));
            escape(0xDC00 + (c.value & 0x3FF));
        }
        text.remove_prefix(c.size);
    }
}

/// The same in quotation marks, at most 60 code points.
constexpr void append_quoted(std::string& out, std::string_view text) {
    out += '"';
    append_shown(out, text, 60);
    out += '"';
}

/// The lower case of a letter of ASCII; any other character as it is.
constexpr char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Compares bytes word by word, which is faster than a call of memcmp if there are only a few.
inline bool same_bytes(const char* a, const char* b, std::size_t n) {
    const auto same = [&]<class Word>(Word, std::size_t at) {
        Word x{};
        Word y{};
        std::memcpy(&x, a + at, sizeof x);
        std::memcpy(&y, b + at, sizeof y);
        return x == y;
    };
    if (n >= 8) {
        for (std::size_t at = 0; at + 8 < n; at += 8) {
            if (!same(std::uint64_t{}, at)) return false;
        }
        return same(std::uint64_t{}, n - 8);
    }
    if (n >= 4) return same(std::uint32_t{}, 0) && same(std::uint32_t{}, n - 4);
    for (std::size_t at = 0; at < n; ++at) {
        if (a[at] != b[at]) return false;
    }
    return true;
}

/// Equality; for names and other short texts faster than the operator.
constexpr bool equal(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    return std::is_constant_evaluated() ? a == b : same_bytes(a.data(), b.data(), a.size());
}

/// Equality, ignoring the case of ASCII letters.
constexpr bool equal_ignoring_case(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (to_lower(a[i]) != to_lower(b[i])) return false;
    }
    return true;
}

}  // namespace vouch
