// SPDX-License-Identifier: BSL-1.0
// Where a text holds secrets, so that nothing that shows the text shows them.
#pragma once

#include <vouch/detail/json/strings.hpp>
#include <vouch/detail/json/tokens.hpp>
#include <vouch/diagnostic.hpp>
#include <vouch/suggest.hpp>
#include <vouch/unicode.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vouch::inline VOUCH_ABI {

namespace detail {

/// What the names of credentials have in common, without separators and in lower case.
inline constexpr std::string_view credential_words[] = {"secret", "password",  "passwd",    "passphrase",
                                                        "token",  "accesskey", "secretkey", "privatekey",
                                                        "apikey", "credential"};

/// Tells which names are those of secrets: a secret field's, with other case or separators or with a typo, and those
/// that look like credentials and are not another field's.
class secret_names {
public:
    explicit secret_names(const object_info& schema) {
        for_each_field(schema, [&](const field_info& f, const std::string&) {
            names& to = f.notes->secret ? secret_ : other_;
            to.push_back(plain_name(f.name));
            for (const std::string_view alias : f.notes->aliases) to.push_back(plain_name(alias));
        });
    }

    [[nodiscard]] bool contain(std::string_view name) const {
        const std::string plain = plain_name(name);
        if (is_one_of(secret_, plain)) return true;
        if (plain.size() < shortest || is_one_of(other_, plain)) return false;
        const written_name written(plain);
        if (is_near(secret_, written)) return true;
        const auto is_in = [&](std::string_view word) { return plain.find(word) != std::string::npos; };
        return std::any_of(std::begin(credential_words), std::end(credential_words), is_in) &&
               !is_near(other_, written);
    }

    /// Whether a text that is not JSON may contain one, however it is written.
    [[nodiscard]] bool may_be_in(std::string_view text) const {
        for (std::size_t i = 0; i < text.size();) {
            std::size_t end = i;
            while (end < text.size() && is_part_of_name(text[end])) ++end;
            if (contain(text.substr(i, end - i))) return true;
            i = end + 1;
        }
        const std::string letters = plain_name(text);
        return std::any_of(secret_.begin(), secret_.end(),
                           [&](const std::string& n) { return letters.find(n) != std::string::npos; });
    }

private:
    static constexpr std::size_t shortest = 5;  ///< Of the words above.
    using names = std::vector<std::string>;

    static bool is_part_of_name(char c) {
        const char l = to_lower(c);
        return (l >= 'a' && l <= 'z') || (l >= '0' && l <= '9') || l == '_' || l == '-' || l == '.';
    }
    static bool is_one_of(const names& all, const std::string& plain) {
        return std::find(all.begin(), all.end(), plain) != all.end();
    }
    static bool is_near(const names& all, const written_name& written) {
        return std::any_of(all.begin(), all.end(),
                           [&](const std::string& n) { return written.distance_from(n) != written_name::too_far; });
    }

    names secret_;
    names other_;
};

}  // namespace detail

/// The parts of a text that must not be shown, in bytes. Whatever shows a text asks here.
class secrets {
public:
    /// Looks for the values of keys that are the names of secrets, anywhere, and for texts in which there may be such a
    /// key. In a text that is not JSON, there is no way to know where a value ends: if there may be a secret, all of
    /// the text is one.
    secrets(std::string_view text, const object_info& schema, bool is_json) : names_(schema) {
        if (is_json)
            scan(text);
        else if (text.find('\\') != std::string_view::npos ||
                 names_.may_be_in(text))  // An escape may spell any character.
            hide_all(text);
    }

    /// Hides a text, except for a JSON value in it of which only the secrets are hidden.
    static secrets around(std::string_view text, std::size_t offset, std::size_t length, const object_info& schema) {
        secrets out(text.substr(offset, length), schema, true);
        for (auto& [begin, end] : out.ranges_) {
            begin += offset;
            end += offset;
        }
        out.hide({{0, offset, 0, 0}, {offset + length, text.size() - offset - length, 0, 0}});
        return out;
    }
    /// Hides parts of a text; of a place, only offset and length count.
    void hide(const std::vector<place>& parts) {
        for (const place& p : parts) {
            if (p.length > 0) ranges_.push_back({p.offset, p.offset + p.length});
        }
        if (ranges_.empty()) return;
        std::sort(ranges_.begin(), ranges_.end());
        std::size_t last = 0;
        for (std::size_t i = 1; i < ranges_.size(); ++i) {
            if (ranges_[i].first <= ranges_[last].second)
                ranges_[last].second = (std::max)(ranges_[last].second, ranges_[i].second);
            else
                ranges_[++last] = ranges_[i];
        }
        ranges_.resize(last + 1);
    }
    /// Whether a member of this name is a secret.
    [[nodiscard]] bool is_secret_name(std::string_view name) const { return names_.contain(name); }
    /// Whether a text that is not JSON may contain the name of a secret.
    [[nodiscard]] bool may_be_in(std::string_view part) const { return names_.may_be_in(part); }

    /// Hides all of a text.
    void hide_all(std::string_view text) { ranges_.assign({{0, text.size()}}); }
    /// Whether anything is hidden.
    [[nodiscard]] bool any() const { return !ranges_.empty(); }

    /// The end of the secret that a byte belongs to; the offset itself if it belongs to none.
    [[nodiscard]] std::size_t end_of(std::size_t offset) const {
        const auto after = std::upper_bound(ranges_.begin(), ranges_.end(), offset,
                                            [](std::size_t o, const auto& range) { return o < range.first; });
        return after != ranges_.begin() && offset < std::prev(after)->second ? std::prev(after)->second : offset;
    }

    /// Whether a byte of the text is secret.
    [[nodiscard]] bool hides(std::size_t offset) const { return end_of(offset) != offset; }

private:
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
                expected = names_.contain(detail::unescape(t.in(text)));
            } else if (expected) {
                expected = false;
                begin = t.begin;
                if (t.is == token::type::open)
                    depth = 1;
                else
                    ranges_.push_back({t.begin, t.end});
            } else if (t.is == token::type::value && may_hold_key(t.in(text))) {
                ranges_.push_back({t.begin, t.end});
            }
        });
    }

    /// Whether a value is a string in which there may be a key with a secret, such as JSON in a string.
    [[nodiscard]] bool may_hold_key(std::string_view token) const {
        if (!token.starts_with('"') || token.find_first_of(":=\\") == std::string_view::npos) return false;
        const std::string text = detail::unescape(token);
        if (text.find_first_of(":=") == std::string::npos) return false;
        return text.find("\\u") != std::string::npos || names_.may_be_in(text);
    }

    detail::secret_names names_;
    std::vector<std::pair<std::size_t, std::size_t>> ranges_;
};

}  // namespace vouch
