// SPDX-License-Identifier: BSL-1.0
// Lines and columns of many places in a text, in any order.
#pragma once

#include <vouch/diagnostic.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace vouch::cli {

class line_table {
public:
    explicit line_table(std::string_view text) : text_(text) {
        marks_.reserve(text.size() / step + 1);
        mark m{1, text.starts_with("\xEF\xBB\xBF") ? 0U : 1U};  // A byte-order mark is in no column.
        for (std::size_t i = 0; i <= text.size(); i += step) {
            if (i > 0) go(m, i - step, i);
            marks_.push_back(m);
        }
        at_last_ = marks_.front();
    }

    place at(std::size_t offset, std::size_t length) const {
        const std::size_t n = std::min(offset / step, marks_.size() - 1);
        const bool is_after_last = last_ <= offset && last_ >= n * step;
        mark m = is_after_last ? at_last_ : marks_[n];
        const std::size_t end = std::min(offset, text_.size());
        go(m, is_after_last ? last_ : n * step, end);
        last_ = end;
        at_last_ = m;
        return {offset, length, m.line, std::max<std::size_t>(m.column, 1)};
    }

private:
    static constexpr std::size_t step = 512;
    struct mark {
        std::size_t line;
        std::size_t column;  ///< In code points.
    };

    void go(mark& m, std::size_t from, std::size_t to) const {
        for (; from < to; ++from) {
            if (text_[from] == '\n')
                m = {m.line + 1, 1};
            else
                m.column += (static_cast<unsigned char>(text_[from]) & 0xC0U) != 0x80U ? 1U : 0U;
        }
    }

    std::string_view text_;
    std::vector<mark> marks_;
    mutable std::size_t last_ = 0;  ///< Places are often asked for in order.
    mutable mark at_last_{1, 1};
};

}  // namespace vouch::cli
