// SPDX-License-Identifier: BSL-1.0
// What is wrong with a text that is not JSON: what was expected, what is there instead, and what to do. Nothing of the
// text is quoted but punctuation and well-known words: a secret may be anywhere.
#pragma once

#include <vouch/detail/json/numbers.hpp>
#include <vouch/detail/json/strings.hpp>
#include <vouch/detail/json/tokens.hpp>

#include <algorithm>
#include <string>
#include <string_view>

namespace vouch::inline VOUCH_ABI::detail {

/// The mistake at which a parser stopped.
class syntax_mistake {
public:
    syntax_mistake(std::string_view text, std::size_t at) : text_(text), at_((std::min)(at, text.size())) {
        if (!is_another_language()) explain();
    }

    std::string what{};
    std::string_view help = "correct the text at this position";

private:
    /// What may come next.
    enum class state { value, value_or_end, key, key_or_end, colon, comma_or_end, nothing };

    /// Texts that are something else altogether, told by how they begin.
    bool is_another_language() {
        const std::size_t begin = text_.find_first_not_of(" \t\r\n");
        const std::string_view all = text_.substr((std::min)(begin, text_.size()));
        if (text_.starts_with("\xEF\xBB\xBF")) {
            what = "it begins with a byte-order mark";
            help = "save the file without a byte-order mark";
        } else if (text_.starts_with("\xFF\xFE") || text_.starts_with("\xFE\xFF")) {
            what = "this is UTF-16";
            help = "save the file as UTF-8";
        } else if (all.starts_with('<')) {
            what = "this looks like HTML or XML";
            help = "check where the text comes from: an error page, perhaps";
        } else if (all.starts_with("---") || begins_with_yaml_key(all)) {
            what = "this looks like YAML";
            help = "convert it to JSON";
        } else {
            return false;
        }
        return true;
    }

    /// A word, a colon and a blank, or the end of the line.
    static bool begins_with_yaml_key(std::string_view text) {
        const std::size_t end = text.find_first_of(":{}[]\",\n");
        if (end == 0 || end == std::string_view::npos || text[end] != ':') return false;
        return end + 1 == text.size() || is_json_space(text[end + 1]);
    }

    void explain() {
        const std::size_t broken = follow();
        if (broken < at_ && text_[broken] == '"') return in_string(broken);
        // A word is reported from its beginning.
        const std::string_view rest = text_.substr(at_ == text_.size() ? at_ : broken);
        what = "expected " + expected() + ", found " + found(rest);
        advise(rest);
    }

    /// Goes through the tokens before the mistake; where the one begins that the mistake is in.
    std::size_t follow() {
        std::size_t i = 0;
        while (i < at_) {
            const char c = text_[i];
            if (is_json_space(c)) {
                ++i;
            } else if (c == ',') {
                state_ = open_.ends_with('{') ? state::key : state::value;
                ++i;
            } else if (c == ':') {
                state_ = state::value;
                ++i;
            } else {
                const token t = token_at(text_, i);
                if (t.end > at_ || !is_whole(t, c)) return i;
                pass(t, c);
                i = t.end;
            }
        }
        return at_;
    }
    [[nodiscard]] bool is_whole(const token& t, char first) const {
        const std::string_view s = t.in(text_);
        if (first == '"') return s.size() > 1 && s.ends_with('"');
        return t.is != token::type::value || s == "true" || s == "false" || s == "null" || is_json_number(s);
    }

    void pass(const token& t, char first) {
        if (t.is == token::type::open) {
            open_ += first;
            state_ = first == '{' ? state::key_or_end : state::value_or_end;
            return;
        }
        const bool key = first == '"' && (state_ == state::key || state_ == state::key_or_end);
        if (t.is == token::type::close && !open_.empty()) open_.pop_back();
        state_ = key ? state::colon : open_.empty() ? state::nothing : state::comma_or_end;
    }

    [[nodiscard]] std::string expected() const {
        const std::string end = open_.ends_with('{') ? "\"}\"" : "\"]\"";
        switch (state_) {
        case state::value: return "a value";
        case state::value_or_end: return "a value or " + end;
        case state::key: return "a key in double quotes";
        case state::key_or_end: return "a key in double quotes or " + end;
        case state::colon: return "\":\"";
        case state::comma_or_end: return "\",\" or " + end;
        case state::nothing: break;
        }
        return "nothing more";
    }

    static std::string found(std::string_view rest) {
        if (rest.empty()) return "the end of the text";
        const char c = rest.front();
        if (c == '"') return "a string";
        if (c == '\'') return "a single quote";
        if (is_comment(rest)) return "a comment";
        for (const std::string_view word : {"NaN", "Infinity", "-Infinity", "True", "False", "None", "undefined"}) {
            if (rest.starts_with(word)) return std::string(word);
        }
        if (is_number_like(c)) return "a number that JSON does not allow";
        if (c == '{' || c == '}' || c == '[' || c == ']' || c == ',' || c == ':') return {'"', c, '"'};
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? "a word without quotes" : "another character";
    }
    static bool is_number_like(char c) { return c == '-' || c == '+' || c == '.' || (c >= '0' && c <= '9'); }
    static bool is_comment(std::string_view rest) {
        return rest.starts_with("//") || rest.starts_with("/*") || rest.starts_with('#');
    }

    void advise(std::string_view rest) {
        const std::string_view before = text_.substr(0, at_);
        const std::size_t last = before.find_last_not_of(" \t\r\n");
        const char first = rest.empty() ? '\0' : rest.front();
        if (rest.empty())
            help = "the text ends too early: a closing quote, bracket or brace is missing";
        else if (is_comment(rest))
            help = "remove the comment: JSON has no comments";
        else if (first == '\'')
            help = "write strings and keys with double quotes";
        else if ((first == '}' || first == ']') && last != std::string_view::npos && before[last] == ',')
            help = "remove the comma before it";
        else if (first == ',' && state_ != state::colon)
            help = "remove the extra comma";
        else if (first == '"' && state_ == state::comma_or_end)
            help = "a comma is missing before it";
        else if (first == '"' && state_ == state::colon)
            help = "a colon is missing before it";
        else if (rest.starts_with("NaN") || rest.starts_with("Inf") || rest.starts_with("-Inf"))
            help = "JSON has neither NaN nor Infinity";
        else if (rest.starts_with("True") || rest.starts_with("False"))
            help = "write true and false in lower case";
        else if (rest.starts_with("None") || rest.starts_with("undefined"))
            help = "write null, or leave the member out";
        else if (state_ == state::key || state_ == state::key_or_end)
            help = "write the key in double quotes";
        else if (is_number_like(first) && (state_ == state::value || state_ == state::value_or_end))
            help = "JSON numbers have digits on both sides of a point, no plus sign and no zeros in front";
        else if (state_ == state::nothing && (first == '}' || first == ']'))
            help = "remove it: everything that was opened is closed already";
        else if (state_ == state::nothing)
            help = "a text holds one document: remove the rest, or write each on a line of its own (NDJSON)";
    }

    /// Whether the last escape of a string is half of a surrogate pair without its other half. `part` ends where the
    /// string breaks.
    static bool ends_in_half_of_pair(std::string_view part) {
        bool half = false;
        for (std::size_t i = 0; i + 6 <= part.size(); ++i) {
            if (part[i] != '\\') continue;
            if (part[++i] != 'u') continue;
            const char32_t unit = code_unit(part.substr(i + 1, 4));
            half = unit >= 0xD800 && unit < 0xE000 && !half;
            i += 4;
        }
        return half;
    }

    void in_string(std::size_t begin) {
        const unsigned char c = at_ < text_.size() ? static_cast<unsigned char>(text_[at_]) : 0;
        const std::string_view part = text_.substr(begin, at_ - begin);
        if (at_ == text_.size()) {
            what = "a string has no end";
            help = "add the closing quote";
        } else if (c < 0x20) {
            what = c == '\n' || c == '\r' ? "a line ends within a string" : "a string has a control character";
            help = c == '\n' || c == '\r' ? "add the closing quote, or write the line break as \\n"
                                          : "write it as an escape, such as \\t or \\u001f";
        } else if (ends_in_half_of_pair(part)) {
            what = "a string has half of a surrogate pair";
            help = "write the character itself, or both halves, such as \\ud83d\\ude00";
        } else if (part.find('\\') != std::string_view::npos && c < 0x80) {
            what = "a string has an escape that JSON does not have";
            help = "after a backslash, write one of \" \\ / b f n r t, or u and four hexadecimal digits";
        } else {
            what = "a string is not UTF-8";
            help = "save the file as UTF-8";
        }
    }

    std::string_view text_;
    std::size_t at_;
    std::string open_{};  ///< The brackets of the objects and lists that are open.
    state state_ = state::value;
};

}  // namespace vouch::detail
