// SPDX-License-Identifier: BSL-1.0
// How far a long run has come, on standard error if that is a terminal.
#pragma once

#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdio>

namespace vouch::cli {

class progress {
public:
    explicit progress(bool wanted) : wanted_(wanted && ::isatty(STDERR_FILENO) != 0) {}
    /// One more document is done. Nothing is shown in the first second.
    void tick() {
        const std::size_t done = ++done_;
        if (!wanted_ || done % 16 != 0) return;
        const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
        auto next = next_.load();
        if (now < next || !next_.compare_exchange_strong(next, now + second / 4)) return;
        shown_ = true;
        std::fprintf(stderr, "\r\x1b[K%zu documents checked", done);
    }

    /// Takes away what was shown.
    void finish() {
        if (shown_) std::fputs("\r\x1b[K", stderr);
        shown_ = false;
    }

private:
    static constexpr auto second = std::chrono::steady_clock::duration(std::chrono::seconds(1)).count();

    const bool wanted_;
    std::atomic<bool> shown_ = false;
    std::atomic<std::size_t> done_ = 0;
    std::atomic<std::chrono::steady_clock::rep> next_ =
        std::chrono::steady_clock::now().time_since_epoch().count() + second;
};

}  // namespace vouch::cli
