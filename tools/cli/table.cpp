// SPDX-License-Identifier: BSL-1.0
#include "table.hpp"

#include "text.hpp"

#include <vouch/unicode.hpp>

#include <algorithm>

namespace vouch::cli {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t least_room = 30;
constexpr std::size_t narrow_indent = 4;

}  // namespace

std::string table::text() const {
    const std::vector<std::size_t> widths = column_widths();
    std::size_t indent = 0;
    for (const std::size_t w : widths) indent += w + gap;
    // In a narrow terminal, the last column gets lines of its own.
    const bool narrow = width_ < indent + least_room;
    std::string out;
    for (const auto& row : rows_) {
        for (std::size_t i = 0; i < widths.size(); ++i) {
            out += row[i];
            out.append(widths[i] + gap - count_code_points(row[i]), ' ');
        }
        if (narrow) {
            out.resize(out.find_last_not_of(' ') + 1);
            out += '\n';
            out.append(narrow_indent, ' ');
        }
        append_wrapped(out, row.back(), narrow ? narrow_indent : indent, width_);
        out += '\n';
    }
    return out;
}

/// The widths of all columns but the last.
std::vector<std::size_t> table::column_widths() const {
    std::vector<std::size_t> widths(rows_[0].size() - 1, 0);
    for (const auto& row : rows_) {
        for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], count_code_points(row[i]));
    }
    return widths;
}

}  // namespace vouch::cli
