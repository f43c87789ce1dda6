// SPDX-License-Identifier: BSL-1.0
#include "output.hpp"

#include "terminal.hpp"

#include <vouch/unicode.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace vouch::cli {

void complain(std::string_view message) {
    std::string line = "vouch: ";
    append_shown(line, message);
    line += '\n';
    std::fwrite(line.data(), 1, line.size(), stderr);
}

bool replace_file(const std::string& file, std::string_view text) {
    const auto refuse = [&](const std::string& temporary) {
        complain("cannot write " + file + ": " + std::strerror(errno));
        if (!temporary.empty()) std::remove(temporary.c_str());
        return false;
    };
    std::error_code ec;
    const std::string target = std::filesystem::canonical(file, ec).string();
    struct ::stat status {};
    if (ec || ::stat(target.c_str(), &status) != 0) return refuse({});
    std::string temporary = target + ".XXXXXX";
    const int descriptor = ::mkstemp(temporary.data());
    if (descriptor < 0) return refuse({});
    std::FILE* const stream = ::fdopen(descriptor, "wb");
    const bool owned = ::fchown(descriptor, status.st_uid, status.st_gid) == 0;
    bool good = ::fchmod(descriptor, status.st_mode & (owned ? 07777U : 0777U)) == 0;
    good = std::fwrite(text.data(), 1, text.size(), stream) == text.size() && good;
    good = std::fflush(stream) == 0 && ::fsync(descriptor) == 0 && good;
    good = std::fclose(stream) == 0 && good;
    if (!good || std::rename(temporary.c_str(), target.c_str()) != 0) return refuse(temporary);
    return true;
}

output::~output() {
    if (stream_ != nullptr && stream_ != stdout) {
        std::fclose(stream_);
        if (temporary_ != file_) std::remove(temporary_.c_str());
    }
}

bool output::open() {
    if (file_.empty()) {
        stream_ = stdout;
        return true;
    }
    // A device, a pipe or a link is written to; a file is replaced.
    std::error_code ec;
    const auto status = std::filesystem::symlink_status(file_, ec);
    const bool replace = !std::filesystem::exists(status) || std::filesystem::is_regular_file(status);
    temporary_ = replace ? file_ + ".part" + std::to_string(::getpid()) : file_;
    stream_ = std::fopen(temporary_.c_str(), "wb");
    if (stream_ == nullptr) complain("cannot write " + file_ + ": " + std::strerror(errno));
    return stream_ != nullptr;
}

/// Notes that writing failed. A reader that has gone away is not an error.
void output::fail() {
    if (good_ && errno == EPIPE)
        gone_ = true;
    else if (good_)
        complain("cannot write " + (file_.empty() ? "standard output" : file_) + ": " + std::strerror(errno));
    good_ = false;
}

bool output::write(std::string_view text) {
    if (good_ && std::fwrite(text.data(), 1, text.size(), stream_) != text.size()) fail();
    return good_;
}

bool output::close() {
    if (std::fflush(stream_) != 0) fail();
    if (stream_ != stdout) {
        if (std::fclose(stream_) != 0) fail();
        stream_ = nullptr;
        if (temporary_ != file_ && good_ && std::rename(temporary_.c_str(), file_.c_str()) != 0) fail();
        if (temporary_ != file_ && !good_) std::remove(temporary_.c_str());
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
