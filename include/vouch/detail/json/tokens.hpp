// SPDX-License-Identifier: BSL-1.0
// The tokens of a JSON text that a parser has accepted: the one scanner for whatever needs to know where things are. On
// any other bytes it ends, and stays within the text.
#pragma once

#include <vouch/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace vouch::detail {

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

/// The token that begins at `i`.
inline token token_at(std::string_view text, std::size_t i) {
    const char c = text[i];
    if (c == '{' || c == '[') return {token::type::open, i, i + 1};
    if (c == '}' || c == ']') return {token::type::close, i, i + 1};
    if (c != '"') return {token::type::value, i, std::min(text.find_first_of(",]} \t\r\n", i + 1), text.size())};
    std::size_t end = i + 1;
    for (; end < text.size() && text[end] != '"'; ++end) {
        if (text[end] == '\\') ++end;
    }
    end = std::min(end + 1, text.size());
    const std::size_t next = text.find_first_not_of(" \t\r\n", end);
    const bool is_key = next != std::string_view::npos && text[next] == ':';
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
