// SPDX-License-Identifier: BSL-1.0
#include "output.hpp"

#include <vouch/unicode.hpp>

#include <unistd.h>
#include <cerrno>
#include <cstring>

namespace vouch::cli {

void complain(std::string_view message) {
    std::string line = "vouch: ";
    append_shown(line, message);
    line += '\n';
    std::fwrite(line.data(), 1, line.size(), stderr);
}

output::~output() {
    if (stream_ != nullptr && stream_ != stdout) {
        std::fclose(stream_);
        std::remove(temporary_.c_str());
    }
}

bool output::open() {
    if (file_.empty()) {
        stream_ = stdout;
        return true;
    }
    temporary_ = file_ + ".part" + std::to_string(::getpid());
    stream_ = std::fopen(temporary_.c_str(), "wb");
    if (stream_ == nullptr) complain("cannot write " + file_ + ": " + std::strerror(errno));
    return stream_ != nullptr;
}

bool output::write(std::string_view text) {
    if (good_ && std::fwrite(text.data(), 1, text.size(), stream_) != text.size()) {
        good_ = false;
        if (errno != EPIPE)
            complain("cannot write " + (file_.empty() ? "standard output" : file_) + ": " + std::strerror(errno));
    }
    return good_;
}

bool output::close() {
    if (std::fflush(stream_) != 0 && good_) {
        good_ = false;
        if (errno != EPIPE)
            complain("cannot write " + (file_.empty() ? "standard output" : file_) + ": " + std::strerror(errno));
    }
    if (stream_ != stdout) {
        std::fclose(stream_);
        if (good_ && std::rename(temporary_.c_str(), file_.c_str()) != 0) {
            good_ = false;
            complain("cannot write " + file_ + ": " + std::strerror(errno));
        }
        if (!good_) std::remove(temporary_.c_str());
        stream_ = nullptr;
    }
    return good_;
}

bool output::is_terminal() const { return stream_ == stdout && ::isatty(STDOUT_FILENO) != 0; }

}  // namespace vouch::cli
