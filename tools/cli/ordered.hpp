// SPDX-License-Identifier: BSL-1.0
// Output of many workers in the order of their inputs, with bounded memory.
#pragma once

#include "output.hpp"

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace vouch::cli {

/// Puts what workers write into the order of their turns, which count from 0. The one whose turn it is writes through;
/// those ahead wait once they have written much.
class ordered_output {
public:
    /// `separator` begins every piece but the first one that is written: it is left out there.
    ordered_output(output& out, std::string_view separator) : out_(out), separator_(separator) {}

    /// False once the reader of the output has gone away.
    bool write(std::size_t turn, std::string_view text) {
        if (text.empty()) return good_;
        std::unique_lock lock(mutex_);
        turns_.wait(lock, [&] { return turn == now_ || waiting_[turn].text.size() < max_ahead; });
        if (turn == now_)
            pass_on(text);
        else
            waiting_[turn].text += text;
        return good_;
    }

    /// A worker has no more to write in its turn.
    void finish(std::size_t turn) {
        const std::lock_guard lock(mutex_);
        waiting_[turn].finished = true;
        while (true) {
            const auto next = waiting_.find(now_);
            if (next == waiting_.end()) break;
            pass_on(next->second.text);
            next->second.text.clear();
            if (!next->second.finished) break;
            waiting_.erase(next);
            ++now_;
        }
        turns_.notify_all();
    }

private:
    static constexpr std::size_t max_ahead = std::size_t{1} << 20;
    struct piece {
        std::string text;
        bool finished = false;
    };

    void pass_on(std::string_view text) {
        if (text.empty()) return;
        if (!begun_ && text.starts_with(separator_)) text.remove_prefix(separator_.size());
        begun_ = true;
        good_ = out_.write(text) && good_;
    }

    output& out_;
    std::string_view separator_;
    std::mutex mutex_;
    std::condition_variable turns_;
    std::map<std::size_t, piece> waiting_;
    std::size_t now_ = 0;
    bool begun_ = false;
    std::atomic<bool> good_ = true;
};

}  // namespace vouch::cli
