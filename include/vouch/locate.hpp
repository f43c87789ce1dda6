// SPDX-License-Identifier: BSL-1.0
// Places in a JSON text: by JSON Pointer, or by the number of a token.
#pragma once

#include <vouch/detail/json/pointer.hpp>
#include <vouch/detail/json/strings.hpp>
#include <vouch/detail/json/tokens.hpp>
#include <vouch/diagnostic.hpp>
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

/// Gives line and column to places whose offsets are known; linear in the text, whatever their number.
inline void count_lines(std::string_view text, std::vector<place*> places) {
    std::sort(places.data(), places.data() + places.size(),
              [](const place* a, const place* b) { return a->offset < b->offset; });
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

/// Names and what they stand for.
using name_index = std::map<std::string, std::size_t, std::less<>>;

/// Finds many places in one pass over a valid JSON text. Tokens are numbered from 1 in document order; a key is one,
/// and so is a scalar and the beginning of an object or an array. Of a duplicate key, the last one counts.
class place_finder {
public:
    void want_token(std::size_t token, place& to) { tokens_.push_back({token, &to}); }

    /// The value that a JSON Pointer names; where it is missing, the opening brace of the nearest object on its way.
    void want_value(std::string_view pointer, place& to) {
        std::size_t n = 0;
        for (std::string_view rest = pointer; !rest.empty();) {
            const auto [child, fresh] = nodes_[n].children.try_emplace(next_name(rest), nodes_.size());
            n = child->second;
            if (fresh) nodes_.emplace_back();
        }
        pointers_.push_back({std::string(pointer), &to});
    }

    void run(std::string_view text) {
        std::sort(tokens_.data(), tokens_.data() + tokens_.size(),
                  [](const wanted_token& a, const wanted_token& b) { return a.token < b.token; });
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
    [[nodiscard]] bool found(std::string_view pointer) const { return follow(pointer).whole; }

    [[nodiscard]] bool wants_nothing() const { return tokens_.empty() && pointers_.empty(); }

private:
    struct node {
        name_index children{};  ///< Into nodes_.
        std::size_t stamp = 0;  ///< When it was seen last: it is there where that was after its parent.
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
        std::size_t at;  ///< A node, or `nowhere`.
        bool object;
        std::size_t index;
        std::size_t first_wanted;
        std::size_t end_wanted;
        std::size_t offset;
    };

    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

    bool child_of(std::size_t parent, std::string_view name, std::size_t& child) const {
        const auto found = nodes_[parent].children.find(name);
        if (found == nodes_[parent].children.end()) return false;
        child = found->second;
        return true;
    }

    /// How far a pointer leads: the node, and whether that is all of the way.
    struct walk {
        std::size_t node = 0;
        place nearest_object{};
        bool whole = false;
    };

    [[nodiscard]] walk follow(std::string_view pointer) const {
        walk w;
        if (nodes_[0].stamp == 0) return w;
        for (std::string_view rest = pointer;;) {
            const node& n = nodes_[w.node];
            w.whole = rest.empty();
            if (w.whole) return w;
            if (n.object) w.nearest_object = {n.offset, 1, 0, 0};
            std::size_t child = 0;
            if (!child_of(w.node, next_name(rest), child) || nodes_[child].stamp <= n.stamp) return w;
            w.node = child;
        }
    }

    [[nodiscard]] place resolve(std::string_view pointer) const {
        const walk w = follow(pointer);
        return w.whole ? place{nodes_[w.node].offset, nodes_[w.node].length, 0, 0} : w.nearest_object;
    }

    void scan(std::string_view text) {
        std::vector<level> levels;
        std::size_t next = 0;
        std::size_t number = 0;
        std::size_t wanted = 0;
        for_each_token(text, [&](const token& t) {
            if (t.is == token::type::close) {
                if (levels.empty()) return;
                const level& l = levels.back();
                for (std::size_t w = l.first_wanted; w < l.end_wanted; ++w) tokens_[w].to->length = t.end - l.offset;
                if (l.at != nowhere) nodes_[l.at].length = t.end - l.offset;
                levels.pop_back();
                return;
            }
            ++number;
            const std::size_t first_wanted = wanted;
            for (; wanted < tokens_.size() && tokens_[wanted].token == number; ++wanted) {
                tokens_[wanted].to->offset = t.begin;
                tokens_[wanted].to->length = t.size();
            }
            if (t.is == token::type::key) {
                next = levels.empty() ? nowhere : member_of(levels.back().at, t.in(text));
                return;
            }
            const bool in_list = !levels.empty() && !levels.back().object;
            const std::size_t at = in_list ? element_of(levels.back()) : next;
            const bool object = text[t.begin] == '{';
            if (at != nowhere) {
                nodes_[at].stamp = number;
                nodes_[at].object = object;
                nodes_[at].offset = t.begin;
                nodes_[at].length = t.size();
            }
            if (t.is == token::type::open) levels.push_back({at, object, 0, first_wanted, wanted, t.begin});
        });
    }

    [[nodiscard]] std::size_t member_of(std::size_t parent, std::string_view token) const {
        if (parent == nowhere || nodes_[parent].children.empty()) return nowhere;
        const bool escaped = token.find('\\') != std::string_view::npos;
        std::size_t child = nowhere;
        if (escaped)
            child_of(parent, unescape(token), child);
        else
            child_of(parent, token.substr(1, token.size() - 2), child);
        return child;
    }

    std::size_t element_of(level& list) const {
        const std::size_t index = list.index++;
        if (list.at == nowhere || nodes_[list.at].children.empty()) return nowhere;
        char digits[20];
        const char* end = std::to_chars(digits, digits + sizeof digits, index).ptr;
        std::size_t child = nowhere;
        child_of(list.at, std::string_view(digits, static_cast<std::size_t>(end - digits)), child);
        return child;
    }

    std::vector<node> nodes_ = std::vector<node>(1);
    std::vector<wanted_token> tokens_;
    std::vector<wanted_pointer> pointers_;
};

}  // namespace detail

/// The place of the value that a JSON Pointer names in a valid JSON text; nothing if it names none.
inline std::optional<place> locate(std::string_view text, std::string_view pointer) {
    detail::place_finder finder;
    place found;
    finder.want_value(pointer, found);
    finder.run(text);
    if (!finder.found(pointer)) return std::nullopt;
    return found;
}

}  // namespace vouch
