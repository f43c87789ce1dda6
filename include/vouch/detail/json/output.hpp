// SPDX-License-Identifier: BSL-1.0
// The one writer of JSON text: brackets, commas, keys and values, on one line or indented.
#pragma once

#include <vouch/detail/json/strings.hpp>

#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

namespace vouch::inline VOUCH_ABI::detail {

/// Small pieces of text on their way to the end of a string.
class text_buffer {
public:
    explicit text_buffer(std::string& to) : string_(to) {}
    text_buffer(const text_buffer&) = delete;
    text_buffer& operator=(const text_buffer&) = delete;

    void add(char c) {
        *room(1) = c;
        ++size_;
    }
    void add(std::string_view s) {
        if (s.size() > max_room) [[unlikely]]
            return void(string().append(s));
        std::memcpy(room(s.size()), s.data(), s.size());
        size_ += s.size();
    }
    /// A text in which nothing has to be escaped, as a JSON string.
    void add_quoted(std::string_view s) {
        if (s.size() > max_room - 2) [[unlikely]]
            return void((string() += '"').append(s) += '"');
        char* const to = room(s.size() + 2);
        *to = '"';
        std::memcpy(to + 1, s.data(), s.size());
        to[s.size() + 1] = '"';
        size_ += s.size() + 2;
    }

    template <class N>
    void add_number(N v) {
        constexpr std::size_t most = 32;
        char* const to = room(most);
        size_ += static_cast<std::size_t>(std::to_chars(to, to + most, v).ptr - to);
    }

    void flush() {
        string_.append(buffer_, size_);
        size_ = 0;
    }
    /// The string itself, with all that was added.
    std::string& string() { return flush(), string_; }

private:
    static constexpr std::size_t max_room = 4096;

    /// Room for `size` characters, at most `max_room`.
    char* room(std::size_t size) {
        if (size > max_room - size_) [[unlikely]]
            flush();
        return buffer_ + size_;
    }

    std::string& string_;
    std::size_t size_ = 0;
    char buffer_[max_room];
};

/// How to write JSON text.
struct json_style {
    std::size_t indent = 0;      ///< Spaces for each level; 0 writes everything on one line.
    bool for_terminals = false;  ///< Escapes what a terminal would not show as itself.
};

class json_output {
public:
    explicit json_output(std::string& to, json_style style = {}) : out_(to), style_(style) {}
    ~json_output() { out_.flush(); }

    void begin(char bracket) {
        separate();
        out_.add(bracket);
        ++depth_;
        first_ = true;
    }
    void end(char bracket) {
        --depth_;
        if (!first_) line();
        first_ = false;
        out_.add(bracket);
    }

    json_output& key(std::string_view name) { return string(name), after_key(); }
    /// The name of a member of a struct, in which nothing has to be escaped.
    json_output& plain_key(std::string_view name) { return plain(name), after_key(); }

    void string(std::string_view s) {
        const char* const end = s.data() + s.size();
        if (end_of_plain(s.data(), end) == end) [[likely]]
            return plain(s);
        separate();
        append_json(out_.string(), s, style_.for_terminals);
    }
    void plain(std::string_view s) {
        separate();
        out_.add_quoted(s);
    }
    template <class N>
    void number(N v) {
        separate();
        out_.add_number(v);
    }
    /// JSON text as it is.
    void raw(std::string_view json) {
        separate();
        out_.add(json);
    }
    void boolean(bool v) { raw(v ? "true" : "false"); }

    // Members in one call.

    void member(std::string_view name, std::string_view value) { plain_key(name).string(value); }
    template <std::integral N>
    void member(std::string_view name, N value) {
        if constexpr (std::same_as<N, bool>)
            plain_key(name).boolean(value);
        else
            plain_key(name).number(value);
    }

    /// A list whose elements `write` writes one by one.
    template <class Range, class F>
    void list(const Range& range, F write) {
        begin('[');
        for (const auto& element : range) write(element);
        end(']');
    }

private:
    /// What comes before a key, an element, or the value of a key.
    void separate() {
        if (has_key_) {
            has_key_ = false;
            return;
        }
        if (depth_ == 0) return;
        if (!first_) out_.add(',');
        first_ = false;
        line();
    }
    json_output& after_key() {
        out_.add(':');
        if (style_.indent != 0) out_.add(' ');
        has_key_ = true;
        return *this;
    }
    void line() {
        if (style_.indent == 0) return;
        out_.add('\n');
        for (std::size_t n = depth_ * style_.indent; n > 0; --n) out_.add(' ');
    }

    text_buffer out_;
    json_style style_;
    std::size_t depth_ = 0;
    bool first_{};  ///< Nothing was written in the innermost object or list.
    bool has_key_{};
};

}  // namespace vouch::detail
