// SPDX-License-Identifier: BSL-1.0
// A valid JSON text as a tree of places: where each value and each key is, and next to which others.
#pragma once

#include <vouch/detail/json/pointer.hpp>
#include <vouch/detail/json/strings.hpp>
#include <vouch/detail/json/tokens.hpp>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace vouch::inline VOUCH_ABI::detail {

class outline {
public:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    /// A value. Offsets count bytes; a member has a key, with its quotes.
    struct node {
        std::size_t begin = 0;
        std::size_t end = 0;
        std::size_t key_begin = none;
        std::size_t key_end = none;
        std::size_t parent = none;
        std::size_t first = none;
        std::size_t last = none;
        std::size_t before = none;
        std::size_t next = none;
        std::size_t index = 0;  ///< Among the values of its object or list.

        /// Where the member or element begins.
        [[nodiscard]] std::size_t start() const { return key_begin == none ? begin : key_begin; }
    };

    explicit outline(std::string_view text) : text_(text) {
        nodes_.reserve(text.size() / 8);  // Few documents have more; memory that is never touched costs nothing.
        scan();
    }

    const node& operator[](std::size_t n) const { return nodes_[n]; }
    std::size_t size() const { return nodes_.size(); }
    bool is_object(std::size_t n) const { return text_[nodes_[n].begin] == '{'; }
    bool is_list(std::size_t n) const { return text_[nodes_[n].begin] == '['; }
    bool is_string(std::size_t n) const { return text_[nodes_[n].begin] == '"'; }
    std::string_view text_of(std::size_t n) const {
        return text_.substr(nodes_[n].begin, nodes_[n].end - nodes_[n].begin);
    }
    std::string name(std::size_t n) const {
        return unescape(text_.substr(nodes_[n].key_begin, nodes_[n].key_end - nodes_[n].key_begin));
    }

    /// The value that begins at an offset, or whose key does.
    std::size_t at(std::size_t offset) const {
        const auto found = std::lower_bound(nodes_.begin(), nodes_.end(), offset,
                                            [](const node& n, std::size_t o) { return n.begin < o; });
        if (found == nodes_.end()) return none;
        return found->begin == offset || found->key_begin == offset ? static_cast<std::size_t>(found - nodes_.begin())
                                                                    : none;
    }

    /// How many members of an object have a name; the last of them.
    std::size_t count(std::size_t object, std::string_view wanted, std::size_t& last) const {
        if (children(object) <= few) {
            std::size_t times = 0;
            for (std::size_t m = nodes_[object].first; m != none; m = nodes_[m].next) {
                if (!has_name(m, wanted)) continue;
                ++times;
                last = m;
            }
            return times;
        }
        const auto [at, fresh] = names_.try_emplace(object);
        for (std::size_t m = fresh ? nodes_[object].first : none; m != none; m = nodes_[m].next) {
            named& n = at->second[name(m)];
            ++n.times;
            n.last = m;
        }
        const auto found = at->second.find(wanted);
        if (found == at->second.end()) return 0;
        last = found->second.last;
        return found->second.times;
    }

    std::size_t children(std::size_t n) const { return nodes_[n].last == none ? 0 : nodes_[nodes_[n].last].index + 1; }

    /// The JSON Pointer of a value.
    std::string pointer(std::size_t n) const {
        if (nodes_[n].parent == none) return {};
        std::string p = pointer(nodes_[n].parent);
        nodes_[n].key_begin == none ? append_pointer(p, nodes_[n].index) : append_pointer(p, name(n));
        return p;
    }

private:
    static constexpr std::size_t few = 32;  ///< Members that are looked through rather than remembered by name.

    bool has_name(std::size_t n, std::string_view wanted) const {
        const std::string_view key = text_.substr(nodes_[n].key_begin + 1, nodes_[n].key_end - nodes_[n].key_begin - 2);
        return key.find('\\') == key.npos ? key == wanted : name(n) == wanted;
    }

    void scan() {
        std::size_t parent = none;
        token key{};
        for_each_token(text_, [&](const token& t) {
            if (t.is == token::type::key) {
                key = t;
            } else if (t.is == token::type::close) {
                if (parent == none) return;
                nodes_[parent].end = t.end;
                parent = nodes_[parent].parent;
            } else {
                const std::size_t n = nodes_.size();
                const bool has_key = key.end != 0;
                nodes_.push_back({t.begin, t.end, has_key ? key.begin : none, has_key ? key.end : none, parent});
                key = {};
                if (parent != none) {
                    const std::size_t before = nodes_[parent].last;
                    nodes_[n].before = before;
                    nodes_[n].index = before == none ? 0 : nodes_[before].index + 1;
                    (before == none ? nodes_[parent].first : nodes_[before].next) = n;
                    nodes_[parent].last = n;
                }
                if (t.is == token::type::open) parent = n;
            }
        });
    }

    std::string_view text_;
    std::vector<node> nodes_;

    struct named {
        std::size_t times = 0;
        std::size_t last = none;
    };
    mutable std::map<std::size_t, std::map<std::string, named, std::less<>>>
        names_;  ///< Of large objects once asked for.
};

}  // namespace vouch::detail
