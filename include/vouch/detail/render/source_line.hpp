// SPDX-License-Identifier: BSL-1.0
// A line of a text as a terminal shows it: cut around a place, escaped, aligned, and without secrets.
#pragma once

#include <vouch/diagnostic.hpp>
#include <vouch/render/secrets.hpp>
#include <vouch/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

namespace vouch::inline VOUCH_ABI::render::detail {

/// The number of columns that a code point takes on a terminal.
constexpr std::size_t columns_of(char32_t c) {
    struct range {
        char32_t first;
        char32_t last;
    };
    constexpr range combining[] = {
        {0x300, 0x36F},   {0x483, 0x489},   {0x591, 0x5BD},   {0x610, 0x61A},   {0x64B, 0x65F},   {0x93C, 0x93C},
        {0x941, 0x948},   {0x94D, 0x94D},   {0xE31, 0xE31},   {0xE34, 0xE3A},   {0xE47, 0xE4E},   {0x1AB0, 0x1AFF},
        {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xE0100, 0xE01EF}};
    constexpr range wide[] = {{0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0x33FF},  {0x3400, 0x4DBF},
                              {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},   {0xAC00, 0xD7A3},  {0xF900, 0xFAFF},
                              {0xFE30, 0xFE4F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},  {0x1F300, 0x1F64F},
                              {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};
    const auto in = [c](const range& r) { return c >= r.first && c <= r.last; };
    if (c < 0x300) return 1;
    if (std::any_of(std::begin(combining), std::end(combining), in)) return 0;
    return std::any_of(std::begin(wide), std::end(wide), in) ? 2 : 1;
}

/// The shown part of one line, and the columns that are marked.
struct shown_line {
    std::string text;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool cut = false;  ///< The shown part depends on the place.
};

/// Whether a byte is part of a word, in which a line is not cut if that can be avoided.
constexpr bool is_in_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           c == '.' || static_cast<unsigned char>(c) >= 0x80;
}
/// Whether a word goes on at an offset.
constexpr bool is_within_word(std::string_view text, std::size_t at) {
    return at > 0 && at < text.size() && is_in_word(text[at - 1]) && is_in_word(text[at]);
}

/// Shows the line that contains the place, cut to `width` columns around it. A place beyond the text, which is one of
/// another text, is at its end.
inline shown_line show_line(std::string_view text, place at, const secrets& hidden, std::size_t width) {
    at.offset = (std::min)(at.offset, text.size());
    at.length = (std::min)(at.length, text.size() - at.offset);
    const std::size_t room = std::max<std::size_t>(width, 40);
    const std::size_t reach = 8 * room;  // Bytes to look at on each side, however long the line is.
    const std::size_t least = at.offset - (std::min)(at.offset, reach);
    const std::size_t break_before = text.substr(least, at.offset - least).rfind('\n');
    const std::size_t first = break_before == std::string_view::npos ? least : least + break_before + 1;
    const std::size_t length =
        (std::min)(text.substr(at.offset, reach).find('\n'), (std::min)(text.size() - at.offset, reach));
    std::size_t last = at.offset + length;
    if (last > first && text[last - 1] == '\r') --last;
    const std::size_t mark_end = (std::min)(at.offset + at.length, last);

    // If the line is too long, begin half of the room before the place.
    std::size_t from = first;
    if (last - first > room && at.offset - first > room / 2) {
        from = at.offset - room / 2;
        while (from < at.offset && (static_cast<unsigned char>(text[from]) & 0xC0U) == 0x80U) ++from;
        std::size_t word = from;
        while (word < at.offset && word - from < room / 4 && is_within_word(text, word)) ++word;
        if (!is_within_word(text, word)) from = word;
    }
    shown_line out;
    std::size_t column = 0;
    if (from > first) {
        out.text = "…";
        out.cut = true;
        column = 1;
    }
    bool marked = false;
    struct {
        std::size_t size = 0;
        std::size_t column = 0;
    } word;  // Where the last word after the place begins: a line that is too long is cut there.
    for (std::size_t i = from; i < last;) {
        if (i >= at.offset && !marked) {
            out.begin = column;
            marked = true;
        }
        if (i >= mark_end && !is_within_word(text, i)) word = {out.text.size(), column};
        if (column >= room) {
            if (word.size != 0 && column - word.column < room / 4) {
                out.text.resize(word.size);
                column = word.column;
            }
            out.text += "…";
            ++column;
            break;
        }
        if (const std::size_t end = hidden.end_of(i); end != i) {
            out.text += "***";
            column += 3;
            i = (std::min)(end, last);
            if (i <= mark_end) out.end = column;
            continue;
        }
        const code_point c = first_code_point(text.substr(i, last - i));
        const std::size_t size = std::max<std::size_t>(c.size, 1);
        if (text[i] == '\t') {
            const std::size_t stop = 4 - column % 4;
            out.text.append(stop, ' ');
            column += stop;
        } else {
            const std::size_t before = out.text.size();
            append_shown(out.text, text.substr(i, size));
            column += out.text[before] == '\\' && text[i] != '\\' ? out.text.size() - before
                      : c.size == 0                               ? 1
                                                                  : columns_of(c.value);
        }
        i += size;
        if (i <= mark_end) out.end = column;
    }
    if (!marked) out.begin = column;
    out.end = (std::max)(out.end, out.begin + 1);
    return out;
}

}  // namespace vouch::render::detail
