// SPDX-License-Identifier: BSL-1.0
// JSON Pointers (RFC 6901).
#pragma once

#include <vouch/detail/config.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace vouch::inline VOUCH_ABI::detail {

/// Appends a name to a JSON Pointer.
constexpr void append_pointer(std::string& pointer, std::string_view name) {
    pointer += '/';
    if (name.find('~') == std::string_view::npos && name.find('/') == std::string_view::npos) {
        pointer += name;
        return;
    }
    for (const char c : name) {
        if (c == '~')
            pointer += "~0";
        else if (c == '/')
            pointer += "~1";
        else
            pointer += c;
    }
}

/// Takes the first name from a JSON Pointer that is not empty.
VOUCH_STRING_CONSTEXPR std::string next_name(std::string_view& pointer) {
    pointer.remove_prefix(1);
    const std::size_t end = (std::min)(pointer.find('/'), pointer.size());
    std::string name;
    for (std::size_t i = 0; i < end; ++i) {
        if (pointer[i] == '~' && i + 1 < end)
            name += pointer[++i] == '0' ? '~' : '/';
        else
            name += pointer[i];
    }
    pointer.remove_prefix(end);
    return name;
}

/// Appends an element's index to a JSON Pointer.
VOUCH_STRING_CONSTEXPR void append_pointer(std::string& pointer, std::size_t index) {
    std::string digits;
    do digits.insert(digits.begin(), static_cast<char>('0' + index % 10));
    while ((index /= 10) != 0);
    pointer += '/';
    pointer += digits;
}

}  // namespace vouch::detail
