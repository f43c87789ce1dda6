// SPDX-License-Identifier: BSL-1.0
// Where the checker writes: standard output, or a file that is replaced atomically.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

namespace vouch::cli {

/// Exit codes of every command.
enum exit_code : int { clean = 0, found = 1, usage = 2, unreadable = 3 };

/// Says something on standard error, prefixed with the program's name. What is not printable is escaped.
void complain(std::string_view message);

/// Standard output, or a file that is replaced when everything is written.
class output {
public:
    explicit output(std::string file) : file_(std::move(file)) {}
    output(const output&) = delete;
    output& operator=(const output&) = delete;
    ~output();

    bool open();
    /// False once the reader is gone or the disk is full.
    bool write(std::string_view text);
    /// False if something could not be written, unless the reader has gone away.
    bool close();
    /// Whether what is written goes to a terminal.
    bool is_terminal() const;

private:
    void fail(const std::string& why);
    void fail_with_errno();

    std::string file_;
    std::FILE* stream_ = nullptr;  ///< A file without a name that keeps what will be in `file_`, if that is set.
    bool good_ = true;
    bool gone_ = false;
};

/// Writes a text to standard output; the exit code.
int print(std::string_view text);

}  // namespace vouch::cli
