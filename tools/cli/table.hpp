// SPDX-License-Identifier: BSL-1.0
// Rows of words in columns.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace vouch::cli {

/// A table whose last column is wrapped at the width of the terminal.
class table {
public:
    explicit table(std::size_t width) : width_(width) {}
    void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
    std::string text() const;

private:
    std::vector<std::size_t> column_widths() const;

    std::size_t width_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace vouch::cli
