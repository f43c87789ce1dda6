// SPDX-License-Identifier: BSL-1.0
#include "input.hpp"

#include <glob.h>
#include <sys/stat.h>
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <functional>
#include <system_error>

namespace vouch::cli {
namespace {

namespace fs = std::filesystem;

/// Collects the *.json files, and the YAML files that a configuration names, of a directory and those in it, except for
/// node_modules and .git. Links to directories are not followed. What cannot be read is named, and does not hide the
/// rest.
class directory_walk {
public:
    directory_walk(const exclusion& is_excluded, std::vector<std::string>& failures)
        : is_excluded_(is_excluded), failures_(failures) {}

    void enter(const fs::path& directory) {
        std::error_code ec;
        fs::directory_iterator it(directory, ec);
        for (; !ec && it != fs::directory_iterator(); it.increment(ec)) look_at(*it);
        if (ec) fail(directory, ec.message());
    }
    std::vector<std::string> found;
    bool has_yaml = false;

private:
    void look_at(const fs::directory_entry& entry) {
        std::error_code ec;
        const fs::path& path = entry.path();
        if (entry.is_directory(ec) && !entry.is_symlink(ec)) {
            const bool is_skipped = path.filename() == "node_modules" || path.filename() == ".git";
            return is_skipped ? void() : enter(path);
        }
        const fs::path kind = path.extension();
        const bool is_yaml = kind == ".yaml" || kind == ".yml";
        has_yaml |= is_yaml;
        const bool is_wanted = is_yaml ? is_excluded_.names(path) : kind == ".json" && path.filename() != ".vouch.json";
        const fs::file_status status = entry.status(ec);
        if (entry.is_symlink() && !fs::exists(status)) {
            if (is_wanted || path.extension().empty())
                fail(path, status.type() == fs::file_type::not_found ? "the link points to nothing" : ec.message());
        } else if (is_wanted && fs::is_regular_file(status)) {
            found.push_back(without_dot(path.string()));
        } else if (is_wanted && !fs::is_directory(status)) {
            fail(path, ec ? ec.message() : "it is not a regular file");
        }
    }
    /// Names as others write them: GitHub finds no file whose name begins with "./".
    static std::string without_dot(std::string name) {
        while (name.starts_with("./")) name.erase(0, name.find_first_not_of('/', 1));
        return name;
    }
    void fail(const fs::path& path, const std::string& why) {
        failures_.push_back("cannot read " + path.string() + ": " + why);
    }

    const exclusion& is_excluded_;
    std::vector<std::string>& failures_;
};

void expand_directory(const std::string& directory, const exclusion& is_excluded, std::vector<std::string>& files,
                      std::vector<std::string>& failures) {
    const std::size_t before = failures.size();
    directory_walk walk(is_excluded, failures);
    walk.enter(directory);
    const bool any = !walk.found.empty();
    std::erase_if(walk.found, std::ref(is_excluded));
    if (walk.found.empty() && failures.size() == before) {
        const char* const about_yaml = "; to check its YAML files, name them here or in the \"include\" of .vouch.json";
        failures.push_back(any ? "all files are excluded in " + directory
                               : "no *.json files in " + directory + (walk.has_yaml ? about_yaml : ""));
    }
    std::sort(walk.found.begin(), walk.found.end());
    files.insert(files.end(), walk.found.begin(), walk.found.end());
}

void expand_pattern(const std::string& pattern, const exclusion& is_excluded, std::vector<std::string>& files,
                    std::vector<std::string>& failures) {
    ::glob_t matches{};
    const bool some = ::glob(pattern.c_str(), 0, nullptr, &matches) == 0 && matches.gl_pathc > 0;
    for (std::size_t i = 0; some && i < matches.gl_pathc; ++i) {
        const std::string match = matches.gl_pathv[i];
        std::error_code ec;
        if (fs::is_directory(match, ec))
            expand_directory(match, is_excluded, files, failures);
        else if (!is_excluded(match))
            files.push_back(match);
    }
    ::globfree(&matches);
    if (!some) failures.push_back("no such file or directory: " + pattern);
}

}  // namespace

std::vector<std::string> expand(const std::vector<std::string>& arguments, const exclusion& is_excluded,
                                std::vector<std::string>& failures) {
    std::vector<std::string> files;
    for (const std::string& a : arguments) {
        std::error_code ec;
        if (a == "-")
            files.push_back(a);
        else if (fs::is_directory(a, ec))
            expand_directory(a, is_excluded, files, failures);
        else if (fs::exists(a, ec) || fs::is_symlink(a))
            files.push_back(a);
        else
            expand_pattern(a, is_excluded, files, failures);
    }
    return files;
}

const std::string& name_of(const std::string& input, const std::string& stdin_name) {
    return input == "-" && !stdin_name.empty() ? stdin_name : input;
}

bool is_same_file(const std::string& input, const std::string& file) {
    struct ::stat in {};
    struct ::stat other {};
    if ((input == "-" ? ::fstat(0, &in) : ::stat(input.c_str(), &in)) != 0) return false;
    return S_ISREG(in.st_mode) && ::stat(file.c_str(), &other) == 0 && in.st_dev == other.st_dev &&
           in.st_ino == other.st_ino;
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
    begin_ = end_ = 0;
    return read_rest(text, max);
}

bool input::read_rest(std::string& text, std::size_t max) {
    while (text.size() <= max && (begin_ < end_ || fill())) {
        const std::size_t size = std::min(end_ - begin_, max + 1 - text.size());
        text.append(buffer_, begin_, size);
        begin_ += size;
    }
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
