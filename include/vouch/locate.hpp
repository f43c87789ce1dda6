// SPDX-License-Identifier: BSL-1.0
// Places in a JSON text: by JSON Pointer, or by the number of a token.
#pragma once

#include <vouch/diagnostic.hpp>
#include <vouch/pointer.hpp>
#include <vouch/unicode.hpp>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vouch {
namespace detail {

/// The text that a JSON string token (with its quotes) stands for. The token must be valid.
inline std::string unescape(std::string_view token) {
    std::string out;
    const auto hex4 = [&](std::size_t at) {
        std::uint32_t unit = 0;
        std::from_chars(token.data() + at, token.data() + at + 4, unit, 16);
        return static_cast<char32_t>(unit);
    };
    for (std::size_t i = 1; i + 1 < token.size(); ++i) {
        if (token[i] != '\\') {
            out += token[i];
            continue;
        }
        switch (token[++i]) {
        case 'b': out += '\b'; break;
        case 'f': out += '\f'; break;
        case 'n': out += '\n'; break;
        case 'r': out += '\r'; break;
        case 't': out += '\t'; break;
        case 'u': {
            char32_t c = hex4(i + 1);
            i += 4;
            if (c >= 0xD800 && c < 0xDC00) {
                c = 0x10000 + ((c - 0xD800) << 10) + (hex4(i + 3) - 0xDC00);
                i += 6;
            }
            append_utf8(out, c);
            break;
        }
        default: out += token[i];
        }
    }
    return out;
}

/// Where the token of a valid JSON text that begins at `i` ends: a string, a literal or number, or a single bracket or brace.
inline std::size_t token_end(std::string_view text, std::size_t i) {
    if (text[i] == '"') {
        for (++i; i < text.size() && text[i] != '"'; ++i) {
            if (text[i] == '\\') ++i;
        }
        return std::min(i + 1, text.size());
    }
    if (text[i] == '{' || text[i] == '[' || text[i] == '}' || text[i] == ']') return i + 1;
    return std::min(text.find_first_of(",]} \t\r\n", i + 1), text.size());
}

/// Whether the string token that ends at `end` is a key.
inline bool is_key(std::string_view text, std::size_t end) {
    const std::size_t next = text.find_first_not_of(" \t\r\n", end);
    return next != std::string_view::npos && text[next] == ':';
}

/// Gives line and column to places whose offsets are known; linear in the text, whatever their number.
inline void count_lines(std::string_view text, std::vector<place*> places) {
    std::sort(places.begin(), places.end(), [](const place* a, const place* b) { return a->offset < b->offset; });
    std::size_t line = 1;
    std::size_t column = 1;
    std::size_t i = 0;
    for (place* p : places) {
        for (; i < p->offset && i < text.size(); ++i) {
            if (text[i] == '\n') {
                ++line;
                column = 1;
            } else if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
                ++column;
            }
        }
        p->line = line;
        p->column = column;
    }
}

/// Finds many places in one pass over a valid JSON text. Tokens are numbered from 1 in document order; a key is one, and so is
/// a scalar and the beginning of an object or an array. Of a key that stands twice, the last one counts.
class place_finder {
public:
    void want_token(std::size_t token, place& to) { tokens_.push_back({token, &to}); }

    /// The value that a JSON Pointer names; where it is missing, the opening brace of the nearest object on its way.
    void want_value(std::string_view pointer, place& to) {
        node* n = &root_;
        for (std::string_view rest = pointer; !rest.empty();) n = &n->children[next_name(rest)];
        pointers_.push_back({std::string(pointer), &to});
    }

    void run(std::string_view text) {
        std::stable_sort(tokens_.begin(), tokens_.end(), [](const auto& a, const auto& b) { return a.token < b.token; });
        scan(text);
        std::vector<place*> places;
        for (const wanted_token& w : tokens_) places.push_back(w.to);
        for (const wanted_pointer& w : pointers_) {
            *w.to = resolve(w.pointer);
            places.push_back(w.to);
        }
        count_lines(text, std::move(places));
    }

    /// Whether a wanted value was there when the text was scanned.
    bool found(std::string_view pointer) const {
        const node* n = &root_;
        for (std::string_view rest = pointer; !rest.empty();) {
            const auto child = n->children.find(next_name(rest));
            if (child == n->children.end()) return false;
            n = &child->second;
        }
        return n->there;
    }

private:
    struct node {
        std::map<std::string, node, std::less<>> children{};
        bool there = false;
        bool object = false;
        std::size_t offset = 0;
        std::size_t length = 0;
    };
    struct wanted_token {
        std::size_t token;
        place* to;
    };
    struct wanted_pointer {
        std::string pointer;
        place* to;
    };
    struct level {
        node* at;
        bool object;
        std::size_t index;
        std::size_t first_wanted;
        std::size_t end_wanted;
        std::size_t offset;
    };

    static void forget(node& n) {
        n.there = false;
        for (auto& child : n.children) forget(child.second);
    }

    place resolve(std::string_view pointer) const {
        const node* n = &root_;
        place nearest{};
        for (std::string_view rest = pointer; n->there;) {
            if (rest.empty()) return {n->offset, n->length, 0, 0};
            if (n->object) nearest = {n->offset, 1, 0, 0};
            const auto child = n->children.find(next_name(rest));
            if (child == n->children.end()) break;
            n = &child->second;
        }
        return nearest;
    }

    void scan(std::string_view text) {
        std::vector<level> levels;
        node* next = &root_;
        std::size_t token = 0;
        std::size_t wanted = 0;
        bool key = false;
        for (std::size_t i = 0; i < text.size();) {
            const char c = text[i];
            if (is_white_space(c) || c == ',' || c == ':') {
                if (c == ',' && !levels.empty()) key = levels.back().object;
                ++i;
                continue;
            }
            if (c == '}' || c == ']') {
                if (levels.empty()) return;
                const level& l = levels.back();
                ++i;
                for (std::size_t w = l.first_wanted; w < l.end_wanted; ++w) tokens_[w].to->length = i - l.offset;
                if (l.at != nullptr) l.at->length = i - l.offset;
                levels.pop_back();
                key = false;
                continue;
            }
            ++token;
            const std::size_t first_wanted = wanted;
            for (; wanted < tokens_.size() && tokens_[wanted].token == token; ++wanted) tokens_[wanted].to->offset = i;
            const std::size_t end = token_end(text, i);
            for (std::size_t w = first_wanted; w < wanted; ++w) tokens_[w].to->length = end - i;
            if (key) {
                next = child_of(levels.back().at, text.substr(i, end - i));
                key = false;
                i = end;
                continue;
            }
            node* at = next;
            if (!levels.empty() && !levels.back().object) at = element_of(levels.back());
            if (at != nullptr) {
                if (at->there) forget(*at);
                at->there = true;
                at->object = c == '{';
                at->offset = i;
                at->length = end - i;
            }
            if (c == '{' || c == '[') {
                levels.push_back({at, c == '{', 0, first_wanted, wanted, i});
                key = c == '{';
            }
            i = end;
        }
    }

    static node* child_of(node* parent, std::string_view token) {
        if (parent == nullptr || parent->children.empty()) return nullptr;
        const auto child = token.find('\\') == std::string_view::npos ? parent->children.find(token.substr(1, token.size() - 2))
                                                                      : parent->children.find(unescape(token));
        return child == parent->children.end() ? nullptr : &child->second;
    }

    static node* element_of(level& list) {
        const std::size_t index = list.index++;
        if (list.at == nullptr || list.at->children.empty()) return nullptr;
        char digits[20];
        const char* end = std::to_chars(digits, digits + sizeof digits, index).ptr;
        const auto child = list.at->children.find(std::string_view(digits, static_cast<std::size_t>(end - digits)));
        return child == list.at->children.end() ? nullptr : &child->second;
    }

    node root_;
    std::vector<wanted_token> tokens_;
    std::vector<wanted_pointer> pointers_;
};

}  // namespace detail

/// The place of the value that a JSON Pointer names in a valid JSON text; nothing where it names none.
inline std::optional<place> locate(std::string_view text, std::string_view pointer) {
    detail::place_finder finder;
    place found;
    finder.want_value(pointer, found);
    finder.run(text);
    if (!finder.found(pointer)) return std::nullopt;
    return found;
}

}  // namespace vouch
