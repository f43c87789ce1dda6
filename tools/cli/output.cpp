// SPDX-License-Identifier: BSL-1.0
#include "output.hpp"

#include "replace_file.hpp"
#include "terminal.hpp"

#include <vouch/unicode.hpp>

#include <cerrno>
#include <cstring>

namespace vouch::cli {

namespace {

/// Copies all of a file; false if that failed.
bool copy(std::FILE* from, std::FILE* to) {
    std::rewind(from);
    char block[1 << 16];
    while (const std::size_t n = std::fread(block, 1, sizeof block, from)) {
        if (std::fwrite(block, 1, n, to) != n) return false;
    }
    return std::ferror(from) == 0;
}

}  // namespace

void complain(std::string_view message) {
    std::string line = "vouch: ";
    append_shown(line, message);
    line += '\n';
    std::fwrite(line.data(), 1, line.size(), stderr);
}

output::~output() {
    if (stream_ != nullptr && stream_ != stdout) std::fclose(stream_);
}

bool output::open() {
    if (file_.empty() || file_ == "-") {
        stream_ = stdout;
        return true;
    }
    const std::string obstacle = obstacle_to_writing(file_);
    if (obstacle.empty()) stream_ = open_nameless(file_);
    if (stream_ == nullptr) fail(obstacle.empty() ? std::strerror(errno) : obstacle);
    return stream_ != nullptr;
}

void output::fail(const std::string& why) {
    if (good_) complain("cannot write " + (file_.empty() ? "standard output" : file_) + ": " + why);
    good_ = false;
}

/// Notes that writing failed. A reader that has gone away is not an error.
void output::fail_with_errno() {
    if (good_ && errno == EPIPE)
        good_ = !(gone_ = true);
    else
        fail(std::strerror(errno));
}

bool output::write(std::string_view text) {
    if (good_ && std::fwrite(text.data(), 1, text.size(), stream_) != text.size()) fail_with_errno();
    return good_;
}

bool output::close() {
    if (std::fflush(stream_) != 0) fail_with_errno();
    if (stream_ != stdout && good_) {
        const std::string why = replace_file(
            file_, [this](std::FILE* to) { return copy(stream_, to); }, nullptr);
        if (!why.empty()) fail(why);
    }
    return good_ || gone_;
}

bool output::is_terminal() const { return stream_ == stdout && stdout_is_terminal(); }

int print(std::string_view text) {
    output out{{}};
    out.open();
    out.write(text);
    return out.close() ? exit_code::clean : exit_code::unreadable;
}

}  // namespace vouch::cli
