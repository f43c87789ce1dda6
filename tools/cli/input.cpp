// SPDX-License-Identifier: BSL-1.0
#include "input.hpp"

#include <glob.h>
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace vouch::cli {
namespace {

namespace fs = std::filesystem;

void expand_directory(const std::string& directory, std::vector<std::string>& files,
                      std::vector<std::string>& failures) {
    std::error_code ec;
    std::vector<std::string> found;
    for (auto it = fs::recursive_directory_iterator(directory, ec); !ec && it != fs::recursive_directory_iterator();
         it.increment(ec)) {
        const bool hidden = it->path().filename() == ".vouch.json";
        if (it->path().extension() == ".json" && !hidden && it->is_regular_file(ec))
            found.push_back(it->path().string());
    }
    if (ec) return failures.push_back("cannot read " + directory + ": " + ec.message());
    if (found.empty()) return failures.push_back("no *.json file in " + directory);
    std::sort(found.begin(), found.end());
    files.insert(files.end(), found.begin(), found.end());
}

void expand_pattern(const std::string& pattern, std::vector<std::string>& files, std::vector<std::string>& failures) {
    ::glob_t matches{};
    const bool some = ::glob(pattern.c_str(), 0, nullptr, &matches) == 0 && matches.gl_pathc > 0;
    for (std::size_t i = 0; some && i < matches.gl_pathc; ++i) files.emplace_back(matches.gl_pathv[i]);
    ::globfree(&matches);
    if (!some) failures.push_back("no such file or directory: " + pattern);
}

}  // namespace

std::vector<std::string> expand(const std::vector<std::string>& arguments, std::vector<std::string>& failures) {
    std::vector<std::string> files;
    for (const std::string& a : arguments) {
        std::error_code ec;
        if (a == "-")
            files.push_back(a);
        else if (fs::is_directory(a, ec))
            expand_directory(a, files, failures);
        else if (fs::exists(a, ec))
            files.push_back(a);
        else
            expand_pattern(a, files, failures);
    }
    return files;
}

const std::string& name_of(const std::string& input, const std::string& stdin_name) {
    return input == "-" && !stdin_name.empty() ? stdin_name : input;
}

std::string shown_name(const std::string& name) { return name == "-" ? "<stdin>" : name; }

input::~input() {
    if (stream_ != nullptr && stream_ != stdin) std::fclose(stream_);
}

bool input::open() {
    stream_ = name_ == "-" ? stdin : std::fopen(name_.c_str(), "rb");
    if (stream_ == nullptr) fail();
    return !failed();
}

void input::fail() { failure_ = "cannot read " + name_ + ": " + std::strerror(errno); }

bool input::fill() {
    begin_ = 0;
    end_ = std::fread(buffer_.data(), 1, buffer_.size(), stream_);
    if (std::ferror(stream_) != 0 && !failed()) fail();
    return end_ > 0;
}

bool input::read_all(std::string& text, std::size_t max) {
    text.clear();
    while (text.size() <= max && fill()) text.append(buffer_, 0, std::min(end_, max + 1 - text.size()));
    return !failed();
}

bool input::read_line(std::string& line, std::size_t max) {
    line.clear();
    line_offset_ = next_line_;
    bool any = false;
    while (begin_ < end_ || fill()) {
        any = true;
        const void* at = std::memchr(buffer_.data() + begin_, '\n', end_ - begin_);
        const std::size_t stop =
            at == nullptr ? end_ : static_cast<std::size_t>(static_cast<const char*>(at) - buffer_.data());
        if (line.size() <= max) line.append(buffer_, begin_, std::min(stop - begin_, max + 1 - line.size()));
        const std::size_t next = at == nullptr ? end_ : stop + 1;
        next_line_ += next - begin_;
        begin_ = next;
        if (at != nullptr) break;
    }
    return any && !failed();
}

}  // namespace vouch::cli
