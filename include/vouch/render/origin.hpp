// SPDX-License-Identifier: BSL-1.0
// Where reports belong, and how far the places of their text reach.
#pragma once

#include <vouch/diagnostic.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace vouch::render {

/// Where a report belongs: a file, and the record of a file that holds several documents, one a line.
struct origin {
    std::string file;
    std::optional<std::size_t> record{};
    std::size_t offset = 0;  ///< Of the document in the file.
};

namespace detail {

/// Where a place ends: line and column behind its last character.
inline place end_of(std::string_view text, const place& p) {
    place end{p.offset + p.length, 0, p.line, p.column};
    for (std::size_t i = p.offset; i < end.offset && i < text.size(); ++i) {
        if (text[i] == '\n') {
            ++end.line;
            end.column = 1;
        } else if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
            ++end.column;
        }
    }
    return end;
}

}  // namespace detail
}  // namespace vouch::render
