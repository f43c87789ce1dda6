// SPDX-License-Identifier: BSL-1.0
// The tokens of a JSON text that a parser has accepted: the one scanner for whatever needs to know where things are. On
// any other bytes it ends, and stays within the text.
#pragma once

#include <vouch/detail/blocks.hpp>
#include <vouch/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace vouch::inline VOUCH_ABI::detail {

struct token {
    enum class type : std::uint8_t {
        open,   ///< The brace or bracket that begins an object or a list.
        close,  ///< The one that ends it.
        key,    ///< A string that is a member's name, with its quotes.
        value   ///< A string, a number, true, false or null.
    };
    type is = type::value;
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] std::size_t size() const { return end - begin; }
    [[nodiscard]] std::string_view in(std::string_view text) const { return text.substr(begin, size()); }
};

constexpr bool is_json_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

/// How many bytes from `i` on are certainly neither a quote nor a backslash, counted in blocks.
inline std::size_t plain_bytes(std::string_view text, std::size_t i) {
    std::size_t n = 0;
    for (; i + n + wide_block::size <= text.size(); n += wide_block::size) {
        const wide_block block(text.data() + i + n);
        const auto found = block.is('"') | block.is('\\');
        if (wide_block::any(found)) return n + wide_block::first(found);
    }
    return n;
}

/// The token that begins at `i`.
inline token token_at(std::string_view text, std::size_t i) {
    const char c = text[i];
    if (c == '{' || c == '[') return {token::type::open, i, i + 1};
    if (c == '}' || c == ']') return {token::type::close, i, i + 1};
    std::size_t end = i + 1;
    if (c != '"') {
        const auto ends = [](char d) { return d == ',' || d == ']' || d == '}' || is_json_space(d); };
        while (end < text.size() && !ends(text[end])) ++end;
        return {token::type::value, i, end};
    }
    while (end < text.size() && text[end] != '"') {
        if (text[end] == '\\') {
            end += 2;
        } else {
            ++end;
            end += plain_bytes(text, end);
        }
    }
    end = (std::min)(end + 1, text.size());
    std::size_t next = end;
    while (next < text.size() && is_json_space(text[next])) ++next;
    const bool is_key = next < text.size() && text[next] == ':';
    return {is_key ? token::type::key : token::type::value, i, end};
}

/// Calls `f(token)` for each token of a text, in order.
template <class F>
void for_each_token(std::string_view text, F f) {
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (is_white_space(c) || c == ',' || c == ':') {
            ++i;
            continue;
        }
        const token t = token_at(text, i);
        f(t);
        i = t.end;
    }
}

}  // namespace vouch::detail
