// SPDX-License-Identifier: BSL-1.0
// Where reports come from, and where places in their text end.
#pragma once

#include <vouch/diagnostic.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace vouch::render {

/// Where a report comes from: a file, and the record in it if the file has several documents, one per line.
struct origin {
    std::string file;
    std::optional<std::size_t> record{};
    std::size_t offset = 0;  ///< The offset of the document in the file.
};

namespace detail {

/// Where a place ends: line and column after its last character.
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
