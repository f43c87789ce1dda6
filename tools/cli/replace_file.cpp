// SPDX-License-Identifier: BSL-1.0
#include "replace_file.hpp"

#include <sys/stat.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/xattr.h>
#endif

#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>
#include <vector>

namespace vouch::cli {
namespace {

namespace fs = std::filesystem;

std::string because_of_errno() { return std::strerror(errno); }

/// Keeps signals that would end the program away for as long as it lives, so that no temporary file is left behind.
class signals_held {
public:
    signals_held() {
        sigset_t all;
        sigemptyset(&all);
        for (const int s : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE, SIGXCPU, SIGXFSZ}) sigaddset(&all, s);
        ::pthread_sigmask(SIG_BLOCK, &all, &before_);
    }
    signals_held(const signals_held&) = delete;
    signals_held& operator=(const signals_held&) = delete;
    ~signals_held() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

private:
    sigset_t before_{};
};

/// A new file next to the one that it will replace; removed unless it was moved there.
class temporary_file {
public:
    explicit temporary_file(const std::string& target) : name_(target + ".XXXXXX") {
        descriptor_ = ::mkstemp(name_.data());
        if (descriptor_ >= 0) stream_ = ::fdopen(descriptor_, "wb");
    }
    temporary_file(const temporary_file&) = delete;
    temporary_file& operator=(const temporary_file&) = delete;
    ~temporary_file() {
        if (stream_ != nullptr) std::fclose(stream_);
        if (descriptor_ >= 0 && !moved_) std::remove(name_.c_str());
    }

    bool is_open() const { return stream_ != nullptr; }
    int descriptor() const { return descriptor_; }
    bool write(const content_writer& content) {
        return content(stream_) && std::fflush(stream_) == 0 && ::fsync(descriptor_) == 0;
    }
    bool move_to(const std::string& target) { return moved_ = std::rename(name_.c_str(), target.c_str()) == 0; }

private:
    std::string name_;
    int descriptor_ = -1;
    std::FILE* stream_ = nullptr;
    bool moved_ = false;
};

/// Copies extended attributes, in which systems also keep access control lists; false if one cannot be kept.
bool copy_attributes([[maybe_unused]] const std::string& from, [[maybe_unused]] int to) {
#ifdef __linux__
    const ssize_t size = ::listxattr(from.c_str(), nullptr, 0);
    if (size <= 0) return size == 0 || errno == ENOTSUP;
    std::vector<char> names(static_cast<std::size_t>(size));
    const ssize_t listed = ::listxattr(from.c_str(), names.data(), names.size());
    if (listed < 0) return false;
    for (const char* name = names.data(); name < names.data() + listed; name += std::strlen(name) + 1) {
        if (std::string_view(name).starts_with("security.")) continue;  // The system sets these.
        const ssize_t length = ::getxattr(from.c_str(), name, nullptr, 0);
        if (length < 0) return false;
        std::vector<char> value(static_cast<std::size_t>(length));
        if (::getxattr(from.c_str(), name, value.data(), value.size()) != length) return false;
        if (::fsetxattr(to, name, value.data(), value.size(), 0) != 0) return false;
    }
#endif
    return true;
}

bool copy_owner_and_mode(const struct ::stat& from, int to) {
    struct ::stat now {};
    if (::fstat(to, &now) != 0) return false;
    const bool same = now.st_uid == from.st_uid && now.st_gid == from.st_gid;
    return (same || ::fchown(to, from.st_uid, from.st_gid) == 0) && ::fchmod(to, from.st_mode & 07777U) == 0;
}

/// The mode of a file that is created by any other program.
bool set_usual_mode(int descriptor) {
    const ::mode_t mask = ::umask(0);
    ::umask(mask);
    return ::fchmod(descriptor, 0666U & ~mask) == 0;
}

bool has_content(const std::string& file, std::string_view expected) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> in(std::fopen(file.c_str(), "rb"), &std::fclose);
    if (in == nullptr) return false;
    char block[1 << 16];
    while (const std::size_t n = std::fread(block, 1, sizeof block, in.get())) {
        if (expected.substr(0, n) != std::string_view(block, n)) return false;
        expected.remove_prefix(n);
    }
    return expected.empty() && std::ferror(in.get()) == 0;
}

/// The file that a name leads to through links.
fs::path target_of(const std::string& file, std::error_code& ec) {
    return fs::is_symlink(file, ec) ? fs::canonical(file, ec) : fs::path(file);
}

}  // namespace

std::string obstacle_to_writing(const std::string& file) {
    std::error_code ec;
    const std::string target = target_of(file, ec).string();
    struct ::stat is {};
    if (ec && ec != std::errc::no_such_file_or_directory) return ec.message();
    if (::stat(target.c_str(), &is) != 0) {
        if (errno != ENOENT || fs::is_symlink(file)) return because_of_errno();
        const fs::path folder = fs::path(target).parent_path();
        return ::access(folder.empty() ? "." : folder.c_str(), W_OK) == 0 ? std::string() : because_of_errno();
    }
    if (S_ISDIR(is.st_mode)) return "it is a directory";
    if (!S_ISREG(is.st_mode)) return "it is not a regular file";
    if ((is.st_mode & 0222U) == 0 || ::access(target.c_str(), W_OK) != 0) return "it is write-protected";
    if (is.st_nlink > 1) return "it has several names (hard links), which would become different files";
    return {};
}

std::FILE* open_nameless(const std::string& neighbor) {
    std::error_code ec;
    const signals_held held;
    std::string name = target_of(neighbor, ec).string() + ".XXXXXX";
    const int descriptor = ::mkstemp(name.data());
    if (descriptor < 0) return nullptr;
    std::remove(name.c_str());
    return ::fdopen(descriptor, "w+b");
}

std::string replace_file(const std::string& file, const content_writer& content, const std::string_view* expected) {
    if (std::string why = obstacle_to_writing(file); !why.empty()) return why;
    std::error_code ec;
    const std::string target = target_of(file, ec).string();
    struct ::stat before {};
    const bool exists = ::stat(target.c_str(), &before) == 0;

    const signals_held held;
    temporary_file replacement(target);
    if (!replacement.is_open() || !replacement.write(content)) return because_of_errno();
    const int to = replacement.descriptor();
    if (!exists && !set_usual_mode(to)) return because_of_errno();
    if (exists && !copy_attributes(target, to)) return "its extended attributes cannot be kept: " + because_of_errno();
    if (exists && !copy_owner_and_mode(before, to)) return "its owner and mode cannot be kept: " + because_of_errno();
    if (expected != nullptr && !has_content(target, *expected)) return "it was changed in the meantime";
    return replacement.move_to(target) ? std::string() : because_of_errno();
}

}  // namespace vouch::cli
