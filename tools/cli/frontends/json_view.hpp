// SPDX-License-Identifier: BSL-1.0
// Looking into a large JSON text without making a tree of it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vouch::cli {

/// Whether a text is JSON that is not nested too deeply to look into.
bool is_valid_json(std::string_view text);

/// A value in a JSON text that `is_valid_json`, or nothing. The text must outlive it.
class json_view {
public:
    json_view() = default;
    explicit json_view(std::string_view text) : json_view(text, 0) {}

    explicit operator bool() const { return begin_ != end_; }
    bool is_object() const { return first() == '{'; }
    bool is_array() const { return first() == '['; }
    bool is_string() const { return first() == '"'; }
    bool is_null() const { return first() == 'n'; }
    bool is_true() const { return first() == 't'; }
    bool is_boolean() const { return is_true() || first() == 'f'; }
    bool is_number() const { return first() == '-' || (first() >= '0' && first() <= '9'); }
    /// It is there and not null.
    bool is_set() const { return *this && !is_null(); }

    /// The value as it is written.
    std::string_view json() const { return text_.substr(begin_, end_ - begin_); }
    std::size_t offset() const { return begin_; }
    std::size_t size() const { return end_ - begin_; }
    /// The text of a string; empty for anything else.
    std::string text() const;
    /// Whether it is a string with this text.
    bool is(std::string_view text) const;

    /// A member of an object; nothing if there is none, or this is no object.
    json_view operator[](std::string_view name) const;
    /// An element of an array; nothing if there is none, or this is no array.
    json_view operator[](std::size_t index) const;

    /// Calls `f(key, value)` for each member of an object until it returns false.
    template <class F>
    void members(F f) const {
        if (!is_object()) return;
        for (std::size_t at = next(begin_ + 1); text_[at] != '}';) {
            const json_view key(text_, at);
            const json_view value(text_, next(next(key.end_) + 1));
            if (!f(key, value)) return;
            at = after(value);
        }
    }
    /// Calls `f(value)` for each element of an array until it returns false.
    template <class F>
    void elements(F f) const {
        if (!is_array()) return;
        for (std::size_t at = next(begin_ + 1); text_[at] != ']';) {
            const json_view value(text_, at);
            if (!f(value)) return;
            at = after(value);
        }
    }

private:
    json_view(std::string_view text, std::size_t begin);

    char first() const { return *this ? text_[begin_] : '\0'; }
    /// The next character that is not white space.
    std::size_t next(std::size_t at) const { return text_.find_first_not_of(" \t\r\n", at); }
    /// Where the next member or element begins, or the closing bracket.
    std::size_t after(const json_view& value) const {
        const std::size_t at = next(value.end_);
        return text_[at] == ',' ? next(at + 1) : at;
    }

    std::string_view text_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
};

}  // namespace vouch::cli
