// SPDX-License-Identifier: BSL-1.0
// What the checker reads: files, those of directories, patterns, standard input.
#pragma once

#include "exclusion.hpp"

#include <cstddef>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vouch::cli {

/// The files that arguments name, in order; what could not be found, in words, goes to `failures`. Files in
/// directories, and those that fit a pattern, are passed over if `is_excluded` says so.
std::vector<std::string> expand(const std::vector<std::string>& arguments, const exclusion& is_excluded,
                                std::vector<std::string>& failures);

/// The name of an input: `stdin_name` for standard input, unless that is empty.
const std::string& name_of(const std::string& input, const std::string& stdin_name);

/// Whether an input is a regular file, and another name is one of it.
bool is_same_file(const std::string& input, const std::string& file);

/// The name of an input as it is shown to people.
std::string shown_name(const std::string& name);

/// A file, or standard input for "-".
class input {
public:
    explicit input(std::string name) : name_(std::move(name)) {}
    input(const input&) = delete;
    input& operator=(const input&) = delete;
    ~input();

    /// False if it cannot be read; `failure` says why.
    bool open();
    /// All of it, or the first `max` + 1 bytes of more.
    bool read_all(std::string& text, std::size_t max);
    /// Adds the rest, after `read_all` has stopped early, up to the first `max` + 1 bytes of all.
    bool read_rest(std::string& text, std::size_t max);
    /// The next line without its end, or the first `max` + 1 bytes of a longer one; false at the end, and where reading
    /// failed.
    bool read_line(std::string& line, std::size_t max);
    bool failed() const { return !failure_.empty(); }
    /// Why it could not be read; empty if it could.
    const std::string& failure() const { return failure_; }
    /// Bytes before the line that `read_line` gave last.
    std::size_t line_offset() const { return line_offset_; }

private:
    bool fill();
    void fail();

    std::string name_;
    std::FILE* stream_ = nullptr;
    std::string buffer_ = std::string(std::size_t{1} << 16, '\0');
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::size_t line_offset_ = 0;
    std::size_t next_line_ = 0;
    std::string failure_;
};

}  // namespace vouch::cli
