// SPDX-License-Identifier: BSL-1.0
// Finds many places in one pass over a valid JSON text: of tokens by their number, of values by JSON Pointers.
#pragma once

#include <vouch/detail/json/pointer.hpp>
#include <vouch/detail/json/strings.hpp>
#include <vouch/detail/json/tokens.hpp>
#include <vouch/detail/sequence.hpp>
#include <vouch/detail/sort_runs.hpp>
#include <vouch/diagnostic.hpp>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

namespace vouch::inline VOUCH_ABI::detail {

/// Gives line and column to places whose offsets are known; linear in the text, whatever their number. Sorts
/// them.
inline void count_lines(std::string_view text, sequence<place*>& places) {
    sort_runs(places, [](const place* a, const place* b) { return a->offset < b->offset; });
    std::size_t line = 1;
    std::size_t column = 1;
    std::size_t at = 0;
    for (place* p : places) {
        std::string_view between = text.substr(at, (std::min)(p->offset, text.size()) - at);
        at += between.size();
        for (std::size_t end = 0; (end = between.find('\n')) != std::string_view::npos;
             between.remove_prefix(end + 1)) {
            ++line;
            column = 1;
        }
        column += count_code_points(between);
        p->line = line;
        p->column = column;
    }
}

/// Tokens are numbered from 1 in document order; a key is one, and so is a scalar and the beginning of an object or an
/// array. Of a duplicate key, the last one counts.
class place_finder {
public:
    void want_token(std::size_t token, place& to) { tokens_.push_back({token, {}, &to}); }

    /// The value that a JSON Pointer names; if it is missing, the opening brace of the nearest object on its way. The
    /// pointer must outlive the search.
    void want_value(std::string_view pointer, place& to) { pointers_.push_back({0, pointer, &to}); }

    [[nodiscard]] bool wants_nothing() const { return tokens_.empty() && pointers_.empty(); }

    void run(std::string_view text) {
        sort_runs(tokens_, [](const wanted_place& a, const wanted_place& b) { return a.token < b.token; });
        make_tree();
        scan(text);
        resolve();
        sequence<place*> places;
        places.reserve(tokens_.size() + pointers_.size());
        for (const wanted_place& w : tokens_) places.push_back(w.to);
        for (const wanted_place& w : pointers_) places.push_back(w.to);
        count_lines(text, places);
    }

    /// Whether all values that were wanted are there.
    [[nodiscard]] bool found_all_values() const { return found_all_; }

private:
    struct wanted_place {
        std::size_t token;         ///< Its number, if it is a token's.
        std::string_view pointer;  ///< If it is a value's.
        place* to;
    };
    /// A name in the tree of wanted pointers. Its children follow each other, sorted.
    struct node {
        std::string_view name{};  ///< As in the pointer.
        std::size_t parent = 0;
        std::size_t first_pointer = 0;  ///< Those that lead here or further.
        std::size_t end_pointer = 0;
        std::size_t depth = 0;  ///< What comes before in these pointers, and the name.
        std::size_t first_child = 0;
        std::size_t end_child = 0;
        std::size_t stamp = 0;  ///< The number of the token that was seen last.
        std::size_t offset = 0;
        std::size_t length = 0;
        bool is_object{};
        bool is_there{};
        std::size_t nearest_object = nowhere;
    };
    struct level {
        std::size_t at;  ///< A node, or `nowhere`.
        bool is_object;
        std::size_t index;
        std::size_t first_wanted;
        std::size_t end_wanted;
        std::size_t offset;
    };

    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

    // Names are ordered by size first: that puts the indices of elements in numeric order, as they mostly come.

    /// Below, at or above 0.
    static int compare(std::string_view a, std::string_view b) {
        if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
        return a.compare(b);
    }
    /// Pointers are ordered by the first name in which they differ.
    static bool is_before(std::string_view a, std::string_view b) {
        const auto at =
            static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
        if (at == a.size() || at == b.size()) return a.size() < b.size();
        return compare(name_at(a, at), name_at(b, at)) < 0;
    }
    /// What follows of the name at an offset into a pointer.
    static std::string_view name_at(std::string_view pointer, std::size_t offset) {
        pointer.remove_prefix(offset);
        return pointer.substr(0, pointer.find('/'));
    }

    void make_tree() {
        sort_runs(pointers_,
                  [](const wanted_place& a, const wanted_place& b) { return is_before(a.pointer, b.pointer); });
        nodes_.reserve(1 + 4 * pointers_.size());
        nodes_.push_back({.end_pointer = pointers_.size()});
        for (std::size_t n = 0; n < nodes_.size(); ++n) {
            nodes_[n].first_child = nodes_.size();
            std::size_t at = nodes_[n].first_pointer;
            const std::size_t end = nodes_[n].end_pointer;
            const std::size_t depth = nodes_[n].depth;
            while (at != end && pointers_[at].pointer.size() == depth) ++at;
            while (at != end) {
                const std::string_view name = name_at(pointers_[at].pointer, depth + 1);
                node child{.name = name, .parent = n, .first_pointer = at, .depth = depth + 1 + name.size()};
                while (at != end && name_at(pointers_[at].pointer, depth + 1) == name) ++at;
                child.end_pointer = at;
                nodes_.push_back(child);
                has_escapes_ = has_escapes_ || name.find('~') != std::string_view::npos;
            }
            nodes_[n].end_child = nodes_.size();
        }
    }

    void scan(std::string_view text) {
        sequence<level> levels;
        levels.reserve(8);
        std::size_t next = 0;
        std::size_t number = 0;
        std::size_t wanted = 0;
        for_each_token(text, [&](const token& t) {
            if (t.is == token::type::close) {
                if (levels.empty()) return;
                const level& l = levels.back();
                for (std::size_t w = l.first_wanted; w < l.end_wanted; ++w) tokens_[w].to->length = t.end - l.offset;
                if (l.at != nowhere && nodes_[l.at].offset == l.offset) nodes_[l.at].length = t.end - l.offset;
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
            const bool in_list = !levels.empty() && !levels.back().is_object;
            const std::size_t at = in_list ? element_of(levels.back()) : next;
            const bool is_object = text[t.begin] == '{';
            if (at != nowhere) {
                nodes_[at].stamp = number;
                nodes_[at].is_object = is_object;
                nodes_[at].offset = t.begin;
                nodes_[at].length = t.size();
            }
            if (t.is == token::type::open) levels.push_back({at, is_object, 0, first_wanted, wanted, t.begin});
        });
    }

    [[nodiscard]] std::size_t member_of(std::size_t parent, std::string_view token) const {
        if (parent == nowhere || nodes_[parent].first_child == nodes_[parent].end_child) return nowhere;
        const bool is_escaped = token.find('\\') != std::string_view::npos;
        if (!is_escaped && !has_escapes_) return child_of(parent, token.substr(1, token.size() - 2));
        std::string pointer;
        append_pointer(pointer, is_escaped ? unescape(token) : std::string(token.substr(1, token.size() - 2)));
        return child_of(parent, std::string_view(pointer).substr(1));
    }
    std::size_t element_of(level& list) const {
        const std::size_t index = list.index++;
        if (list.at == nowhere || nodes_[list.at].first_child == nodes_[list.at].end_child) return nowhere;
        char digits[20];
        const char* const end = std::to_chars(digits, digits + sizeof digits, index).ptr;
        return child_of(list.at, {digits, static_cast<std::size_t>(end - digits)});
    }
    /// `name` is as in a pointer.
    [[nodiscard]] std::size_t child_of(std::size_t parent, std::string_view name) const {
        const node* const end = nodes_.data() + nodes_[parent].end_child;
        const node* const at =
            std::lower_bound(nodes_.data() + nodes_[parent].first_child, end, name,
                             [](const node& n, std::string_view wanted) { return compare(n.name, wanted) < 0; });
        return at != end && at->name == name ? static_cast<std::size_t>(at - nodes_.data()) : nowhere;
    }

    /// A value is there if it was seen after the object or list around it; parents come before their children.
    void resolve() {
        for (std::size_t n = 0; n < nodes_.size(); ++n) {
            node& here = nodes_[n];
            const node& parent = nodes_[here.parent];
            here.is_there = n == 0 ? here.stamp != 0 : parent.is_there && here.stamp > parent.stamp;
            if (n != 0) here.nearest_object = parent.is_there && parent.is_object ? here.parent : parent.nearest_object;
            for (std::size_t p = here.first_pointer; p < here.end_pointer; ++p) {
                if (pointers_[p].pointer.size() != here.depth) break;
                found_all_ = found_all_ && here.is_there;
                if (here.is_there)
                    *pointers_[p].to = {here.offset, here.length};
                else if (here.nearest_object != nowhere)
                    *pointers_[p].to = {nodes_[here.nearest_object].offset, 1};
            }
        }
    }

    sequence<node> nodes_;
    sequence<wanted_place> tokens_;
    sequence<wanted_place> pointers_;
    bool has_escapes_ = false;  ///< In the pointers. If there are none, no wanted name needs one.
    bool found_all_ = true;
};

}  // namespace vouch::detail
