// SPDX-License-Identifier: BSL-1.0
// Where in the original text the bytes of an edited one come from.
#pragma once

#include <vouch/detail/sort_runs.hpp>
#include <vouch/diagnostic.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

namespace vouch::inline VOUCH_ABI::detail {

/// Makes edits of a text, round by round, and remembers where they were.
class edit_history {
public:
    /// The text with edits made; they do not overlap.
    [[nodiscard]] std::string edited(std::string_view text, std::vector<text_edit> edits) {
        sort_runs(edits, [](const text_edit& a, const text_edit& b) { return a.offset < b.offset; });
        std::vector<replaced>& round = rounds_.emplace_back();
        round.reserve(edits.size());
        std::string out;
        std::size_t at = 0;
        for (const text_edit& e : edits) {
            out += text.substr(at, e.offset - at);
            round.push_back({out.size(), out.size() + e.text.size(), e.offset, e.offset + e.length});
            out += e.text;
            at = e.offset + e.length;
        }
        out += text.substr(at);
        return out;
    }

    /// The offset in the first text for one in the last: for what an edit has put in, where that edit begins.
    [[nodiscard]] std::size_t original(std::size_t offset) const {
        for (auto round = rounds_.rbegin(); round != rounds_.rend(); ++round) {
            const auto after = std::upper_bound(round->begin(), round->end(), offset,
                                                [](std::size_t o, const replaced& r) { return o < r.new_begin; });
            if (after == round->begin()) continue;
            const replaced& r = *std::prev(after);
            offset = offset < r.new_end ? r.begin : r.end + (offset - r.new_end);
        }
        return offset;
    }

private:
    struct replaced {
        std::size_t new_begin;
        std::size_t new_end;
        std::size_t begin;
        std::size_t end;
    };
    std::vector<std::vector<replaced>> rounds_;
};

}  // namespace vouch::detail
