// SPDX-License-Identifier: BSL-1.0
// Where a text holds secrets, so that nothing that shows the text shows them.
#pragma once

#include <vouch/detail/json/strings.hpp>
#include <vouch/detail/json/tokens.hpp>
#include <vouch/suggest.hpp>
#include <vouch/unicode.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vouch {

/// The parts of a text that must not be shown, in bytes.
class secrets {
public:
    /// Looks for the values of all keys that spell a secret field's name, whatever the case and separators, anywhere.
    /// In a text that is not JSON it cannot be known where a value ends: if there may be one, all of the text is
    /// secret.
    secrets(std::string_view text, const object_info& schema, bool is_json) {
        for_each_field(schema, [&](const field_info& f, const std::string&) {
            if (f.notes->secret) names_.push_back(detail::plain_name(f.name));
        });
        if (names_.empty()) return;
        if (is_json)
            scan(text);
        else if (may_hold_one(text))
            ranges_.push_back({0, text.size()});
    }

    /// The end of the secret that a byte belongs to; the offset itself if it belongs to none.
    [[nodiscard]] std::size_t end_of(std::size_t offset) const {
        const auto after = std::upper_bound(ranges_.begin(), ranges_.end(), offset,
                                            [](std::size_t o, const auto& range) { return o < range.first; });
        return after != ranges_.begin() && offset < std::prev(after)->second ? std::prev(after)->second : offset;
    }

    /// Whether a byte of the text is secret.
    [[nodiscard]] bool hides(std::size_t offset) const { return end_of(offset) != offset; }

private:
    [[nodiscard]] bool is_secret_name(std::string_view token) const {
        return std::find(names_.begin(), names_.end(), detail::plain_name(detail::unescape(token))) != names_.end();
    }

    [[nodiscard]] bool may_hold_one(std::string_view text) const {
        if (text.find('\\') != std::string_view::npos) return true;  // Who knows what an escape spells.
        const std::string letters = detail::plain_name(text);
        return std::any_of(names_.begin(), names_.end(),
                           [&](const std::string& n) { return letters.find(n) != std::string::npos; });
    }

    void scan(std::string_view text) {
        using detail::token;
        std::size_t depth = 0;
        std::size_t begin = 0;
        bool expected = false;  // The next value is a secret.
        detail::for_each_token(text, [&](const token& t) {
            if (depth > 0) {
                depth += t.is == token::type::open ? 1U : 0U;
                depth -= t.is == token::type::close ? 1U : 0U;
                if (depth == 0) ranges_.push_back({begin, t.end});
            } else if (t.is == token::type::key) {
                expected = is_secret_name(t.in(text));
            } else if (expected) {
                expected = false;
                begin = t.begin;
                if (t.is == token::type::open)
                    depth = 1;
                else
                    ranges_.push_back({t.begin, t.end});
            }
        });
    }

    std::vector<std::string> names_;
    std::vector<std::pair<std::size_t, std::size_t>> ranges_;
};

}  // namespace vouch
