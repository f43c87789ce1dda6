// SPDX-License-Identifier: BSL-1.0
// What the checker reads: files, the *.json files of directories, patterns, standard input.
#pragma once

#include <cstddef>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vouch::cli {

/// The files that arguments name, in order; false where one names nothing, which is said on standard error.
bool expand(const std::vector<std::string>& arguments, std::vector<std::string>& files);

/// A file, or standard input for "-".
class input {
public:
    explicit input(std::string name) : name_(std::move(name)) {}
    input(const input&) = delete;
    input& operator=(const input&) = delete;
    ~input();

    /// False where it cannot be read, which is said on standard error.
    bool open();
    /// All of it, or the first `max` + 1 bytes of more.
    bool read_all(std::string& text, std::size_t max);
    /// The next line without its end, or the first `max` + 1 bytes of a longer one; false at the end. `failed` tells
    /// why.
    bool read_line(std::string& line, std::size_t max);
    bool failed() const { return failed_; }

private:
    bool fill();

    std::string name_;
    std::FILE* stream_ = nullptr;
    std::string buffer_ = std::string(std::size_t{1} << 16, '\0');
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    bool failed_ = false;
};

}  // namespace vouch::cli
