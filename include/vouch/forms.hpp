// SPDX-License-Identifier: BSL-1.0
// Text forms: a function that decides, words that describe it, and a pattern for exports, together.
#pragma once

#include <vouch/unicode.hpp>

#include <string_view>

namespace vouch::inline VOUCH_ABI {

/// A form that a text has or does not have.
struct text_form {
    bool (*holds)(std::string_view) = nullptr;
    std::string_view words{};    ///< Describes such a text, after "is" or "is not".
    std::string_view pattern{};  ///< The same as a regular expression (ECMA-262, Unicode), if there is one.
};

/// Forms that any schema may need.
namespace forms {

inline constexpr text_form filled{[](std::string_view text) { return !is_blank(text); }, "filled in",
                                  "[^ \\t\\n\\v\\f\\r]"};
inline constexpr text_form not_empty{[](std::string_view text) { return !text.empty(); },
                                     "at least one character long"};
inline constexpr text_form ascii{[](std::string_view text) { return is_ascii(text); }, "ASCII", "^[\\x00-\\x7F]*$"};

}  // namespace forms
}  // namespace vouch
