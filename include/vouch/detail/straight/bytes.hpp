// SPDX-License-Identifier: BSL-1.0
// Looking at many bytes in one step: a copy of a text that can be read past its end, constants compared in words, and
// the search for the end of a string.
#pragma once

#include <vouch/detail/blocks.hpp>

#include <string>
#include <string_view>

namespace vouch::inline VOUCH_ABI::detail {

/// A copy of a text, followed by zeros: reading ahead needs no bounds checks.
class padded_text {
public:
    explicit padded_text(std::string_view text) {
        if (text.size() > max_small) [[unlikely]] {
            large_.reserve(text.size() + padding);
            large_.append(text).append(padding, '\0');
            begin_ = large_.data();
        } else {
            std::memcpy(small_, text.data(), text.size());
            std::memset(small_ + text.size(), 0, padding);
        }
        end_ = begin_ + text.size();
    }
    padded_text(const padded_text&) = delete;
    padded_text& operator=(const padded_text&) = delete;

    [[nodiscard]] const char* begin() const { return begin_; }
    [[nodiscard]] const char* end() const { return end_; }

    /// Writes a text over a part of this one that is at least as long.
    std::string_view replace(std::string_view part, std::string_view by) {
        char* const to = begin_ + (part.data() - begin_);
        std::memcpy(to, by.data(), by.size());
        return {to, by.size()};
    }

private:
    static constexpr std::size_t padding = 64;  ///< The longest step of a search, and the longest key before it is cut.
    static constexpr std::size_t max_small = 4096;
    std::string large_;
    char small_[max_small + padding];  // Uninitialized, to save time.
    char* begin_ = small_;
    char* end_ = nullptr;
};

/// A few constant bytes, compared and copied in words.
template <std::size_t N>
struct constant_bytes {
    static constexpr std::size_t size = N;
    char bytes[N]{};

    constexpr void put(std::size_t at, std::string_view text) {
        for (const char c : text) bytes[at++] = c;
    }

    /// Whether they are at `p`, where at least as many bytes can be read.
    [[gnu::always_inline]] bool are_at(const char* p) const {
        if constexpr (N >= 8) {
            for (std::size_t at = 0; at + 8 < N; at += 8) {
                if (word_at<std::uint64_t>(p + at) != word_at<std::uint64_t>(bytes + at)) return false;
            }
            return word_at<std::uint64_t>(p + N - 8) == word_at<std::uint64_t>(bytes + N - 8);
        } else if constexpr (N >= 4) {
            return word_at<std::uint32_t>(p) == word_at<std::uint32_t>(bytes) &&
                   word_at<std::uint32_t>(p + N - 4) == word_at<std::uint32_t>(bytes + N - 4);
        } else {
            return std::memcmp(p, bytes, N) == 0;
        }
    }
};

/// Marks what needs a look in a JSON string: a quote, a backslash, a control character, and all beyond ASCII.
template <class Block>
[[gnu::always_inline]] inline auto special_in(const Block& block) {
    return block.is_control_or_beyond_ascii() | block.is('"') | block.is('\\');
}

/// The first character of a JSON string, from `p` on, that needs a look. A zero must follow somewhere.
[[gnu::always_inline]] inline const char* end_of_simple(const char* p) {
    return first_byte(p, [](const auto& block) { return special_in(block); });
}

/// Copies a text; false if a character needs a look. May write up to eight bytes more than the text has.
[[gnu::always_inline]] inline bool copy_simple(char* to, std::string_view text) {
    return !any_byte(text.data(), text.size(), [to](const auto& block, std::size_t at) {
        block.store(to + at);
        return special_in(block);
    });
}

}  // namespace vouch::detail
