// SPDX-License-Identifier: BSL-1.0
// JSON strings: which characters are written as themselves, and how the others are escaped.
#pragma once

#include <vouch/unicode.hpp>

#include <bit>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace vouch::inline VOUCH_ABI::detail {

/// Whether a character is written as itself in a JSON string, and is safe to show everywhere.
constexpr bool is_plain(char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; }

/// Where the plain characters from `p` on end. Looks at many in one step; at the end once more at some, instead of at
/// each that is left.
inline const char* end_of_plain(const char* p, const char* end) {
    const char* const begin = p;
#ifdef __SSE2__
    const auto find_in_16 = [](const char* at) {
        __m128i bytes;
        std::memcpy(&bytes, at, 16);
        const auto is = [&](char c) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)); };
        const __m128i below = _mm_cmplt_epi8(bytes, _mm_set1_epi8(0x20));  // Signed: beyond ASCII, too.
        const __m128i special = _mm_or_si128(_mm_or_si128(below, is(0x7F)), _mm_or_si128(is('"'), is('\\')));
        return std::countr_zero(static_cast<unsigned>(_mm_movemask_epi8(special)) | 1U << 16);
    };
    for (; end - p >= 16; p += 16) {
        const int found = find_in_16(p);
        if (found < 16) return p + found;
    }
    if (end - begin >= 16) return p == end ? end : end - 16 + find_in_16(end - 16);
#endif
    const auto all_plain_in_8 = [](const char* at) {
        constexpr std::uint64_t ones = 0x0101010101010101U;
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, at, sizeof bytes);
        const auto holds = [&](char c) {
            const std::uint64_t difference = bytes ^ (ones * static_cast<unsigned char>(c));
            return (difference - ones) & ~difference;
        };
        const std::uint64_t special = bytes | ((bytes - ones * 0x20) & ~bytes) | holds('"') | holds('\\') | holds(0x7F);
        return (special & (ones * 0x80)) == 0;
    };
    while (end - p >= 8 && all_plain_in_8(p)) p += 8;
    if (end - p < 8 && end - begin >= 8 && all_plain_in_8(end - 8)) return end;
    while (p != end && is_plain(*p)) ++p;
    return p;
}

/// Appends a text as a JSON string; `for_terminals` escapes what a terminal would not show as itself.
inline void append_json(std::string& out, std::string_view text, bool for_terminals = false) {
    constexpr char digits[] = "0123456789abcdef";
    out += '"';
    std::size_t plain = 0;
    const auto next_special = [&](std::size_t from) {
        return static_cast<std::size_t>(end_of_plain(text.data() + from, text.data() + text.size()) - text.data());
    };
    for (std::size_t i = next_special(0); i < text.size(); i = next_special(i)) {
        const auto c = static_cast<unsigned char>(text[i]);
        const code_point point = c < 0x80 ? code_point{} : first_code_point(text.substr(i));
        if (point.size != 0) {
            if (for_terminals && is_unsafe_to_show(point.value)) {
                out.append(text, plain, i - plain);
                append_shown(out, text.substr(i, point.size));
                plain = i + point.size;
            }
            i += point.size;
            continue;
        }
        out.append(text, plain, i - plain);
        plain = ++i;
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\b': out += "\\b"; break;
        case '\f': out += "\\f"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default:
            if (c >= 0x80) {
                out += "\xEF\xBF\xBD";
            } else if (c == 0x7F && !for_terminals) {
                out += '\x7F';
            } else {
                out += "\\u00";
                out += digits[c >> 4];
                out += digits[c & 0xF];
            }
        }
    }
    out.append(text.data() + plain, text.size() - plain);
    out += '"';
}

/// A text as JSON, with what cannot be seen escaped.
inline std::string quoted_json(std::string_view text) {
    std::string out;
    append_json(out, text, true);
    return out;
}

/// The code unit of an escape, of which `digits` are the four hexadecimal digits.
inline char32_t code_unit(std::string_view digits) {
    std::uint32_t unit = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), unit, 16);
    return static_cast<char32_t>(unit);
}

/// The text that a JSON string token (with its quotes) stands for. The token must be valid.
inline std::string unescape(std::string_view token) {
    std::string out;
    for (std::size_t i = 1; i + 1 < token.size(); ++i) {
        if (token[i] != '\\') {
            out += token[i];
            continue;
        }
        switch (token[++i]) {
        case 'b': out += '\b'; break;
        case 'f': out += '\f'; break;
        case 'n': out += '\n'; break;
        case 'r': out += '\r'; break;
        case 't': out += '\t'; break;
        case 'u': {
            char32_t c = code_unit(token.substr(i + 1, 4));
            i += 4;
            if (c >= 0xD800 && c < 0xDC00) {
                c = 0x10000 + ((c - 0xD800) << 10) + (code_unit(token.substr(i + 3, 4)) - 0xDC00);
                i += 6;
            }
            append_utf8(out, c);
            break;
        }
        default: out += token[i];
        }
    }
    return out;
}

}  // namespace vouch::detail
