// SPDX-License-Identifier: BSL-1.0
// What renderings share: where a report comes from, where places end, and how pointers are shown.
#pragma once

#include <vouch/diagnostic.hpp>
#include <vouch/unicode.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vouch::inline VOUCH_ABI::render {

/// Where a report comes from: a file, and the record in it if the file has several documents.
struct origin {
    std::string file;                     ///< Its name, as it is shown.
    std::optional<std::size_t> record{};  ///< The line of the document, from 1; nothing if it is all of the file.
    std::size_t offset = 0;               ///< The offset of the document in the file.
    bool whole_file = false;              ///< Places are those in the file, and `record` is a number, not a line.
    std::string format{};                 ///< What the file was recognized as; empty to say nothing about it.
    std::string address{};                ///< What the document is called in its file, instead of `record`.
    std::vector<std::string> notes{};     ///< What was not looked at, in words.

    /// The lines of the file before the document, which places do not count.
    [[nodiscard]] std::size_t lines_before() const { return record && !whole_file ? *record - 1 : 0; }
    /// What the file calls a value: its document, and its name there. Empty if the file has no names of its own.
    [[nodiscard]] std::string source_of(const diagnostic& d) const {
        return address.empty() || d.source_path.empty() ? address + d.source_path : address + ": " + d.source_path;
    }
};

/// A JSON Pointer as every format shows it: cut if a key in it is very long.
inline std::string shown_pointer(std::string_view pointer) {
    constexpr std::size_t longest = 200;  // Code points.
    std::string_view rest = pointer;
    for (std::size_t n = 0; n < longest && !rest.empty(); ++n) {
        rest.remove_prefix(std::max<std::size_t>(first_code_point(rest).size, 1));
    }
    std::string shown(pointer.substr(0, pointer.size() - rest.size()));
    if (!rest.empty()) shown += "…";
    return shown;
}

namespace detail {

/// Where a place ends: line and column after its last character.
inline place end_of(std::string_view text, const place& p) {
    place end{.offset = p.offset + p.length, .line = p.line, .column = p.column};
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
