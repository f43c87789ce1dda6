// SPDX-License-Identifier: BSL-1.0
// How a text lays out its objects and lists, so that what is added looks like what is there.
#pragma once

#include <vouch/detail/json/outline.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vouch::inline VOUCH_ABI::detail {

/// What stands around the members of an object or the elements of a list.
struct layout {
    std::string open;       ///< Before the first one.
    std::string separator;  ///< Between two, with the comma.
    std::string close;      ///< After the last one.
    std::string colon;      ///< After a key, with spaces.
    std::size_t depth = 0;  ///< Of the object or list.
};

class layouts {
public:
    layouts(std::string_view text, const outline& tree) : text_(text), tree_(tree) {
        const std::size_t line = text.find('\n');
        if (line != std::string_view::npos && line > 0 && text[line - 1] == '\r') line_end_ = "\r\n";
        for (std::size_t n = 0; n != tree.size(); ++n) {
            if (tree[n].first == outline::none) continue;
            if (!first_.try_emplace({depth(n), shape(text, tree[n].begin)}, n).second) continue;
            const layout l = of(n);
            if (n == 0) colon_ = l.colon;
            const std::string_view inner = last_line(l.open);
            const std::string_view outer = last_line(l.close);
            if (step_.empty() && breaks(l.open) && breaks(l.close) && inner.starts_with(outer))
                step_ = inner.substr(outer.size());
        }
        if (step_.empty()) step_ = "  ";
        if (colon_.empty()) colon_ = breaks(blank(0)) ? ": " : ":";
    }

    /// A list of objects or lists is laid out otherwise than one of scalars.
    static char shape_of_list(bool nests) { return nests ? '(' : '['; }

    /// The layout of an object or list of the text; if it is empty, the one that it gets with a shape.
    [[nodiscard]] layout of(std::size_t n, char shape = '{') const {
        const outline::node& node = tree_[n];
        if (node.first == outline::none) {
            if (const std::string b = blank(n); breaks(b)) return indented(last_line(b), colon_, depth(n));
            if (node.parent == outline::none) return {"", "," + space(), "", colon_};
            return inside(of(node.parent), shape);
        }
        const outline::node& first = tree_[node.first];
        layout l{
            between(node.begin + 1, first.start()), {}, between(tree_[node.last].end, node.end - 1), colon_, depth(n)};
        if (first.next != outline::none)
            l.separator = between(first.end, tree_[first.next].start());
        else
            l.separator = "," + (l.open.empty() ? space() : l.open);
        if (first.key_begin != outline::none) l.colon = between(first.key_end, first.begin);
        if (breaks(l.colon)) l.colon = ": ";
        return l;
    }

    /// JSON that is all on one line, as it is written into an object or list.
    [[nodiscard]] std::string written(std::string_view json, const layout& around) const {
        std::string out;
        std::vector<layout> levels{around};
        char last = 0;  // What came before: a bracket, a colon, or the end of a value.
        for_each_token(json, [&](const token& t) {
            if (t.is == token::type::close) {
                if (last != '[') out += levels.back().close;
                levels.pop_back();
            } else if (last == ',') {
                out += levels.back().separator;
            } else if (last == '[') {
                out += levels.back().open;
            }
            out += t.in(json);
            last = ',';
            if (t.is == token::type::key) {
                out += levels.back().colon;
                last = ':';
            } else if (t.is == token::type::open) {
                levels.push_back(inside(levels.back(), shape(json, t.begin)));
                last = '[';
            }
        });
        return out;
    }

private:
    /// The layout of a new object or list: that of the first one as deep and of the same shape; without one, as what is
    /// around suggests.
    [[nodiscard]] layout inside(layout around, char shape) const {
        const std::size_t depth = around.depth + 1;
        if (const auto like = first_.find({depth, shape}); like != first_.end()) return of(like->second);
        if (breaks(around.open)) return indented(last_line(around.open), around.colon, depth);
        if (breaks(around.separator)) around.separator = "," + space();
        if (breaks(around.close)) around.close = around.open;
        around.depth = depth;
        return around;
    }

    /// Things on lines of their own, in an object or list whose own line has an indentation.
    [[nodiscard]] layout indented(std::string_view by, std::string_view colon, std::size_t depth) const {
        const std::string close = line_end_ + std::string(by);
        return {close + step_, "," + close + step_, close, std::string(colon), depth};
    }

    static char shape(std::string_view text, std::size_t begin) {
        if (text[begin] == '{') return '{';
        const char first = text[text.find_first_not_of(" \t\r\n", begin + 1)];
        return shape_of_list(first == '{' || first == '[');
    }
    [[nodiscard]] std::size_t depth(std::size_t n) const {
        std::size_t d = 0;
        while ((n = tree_[n].parent) != outline::none) ++d;
        return d;
    }

    /// White space of the text and perhaps a comma or a colon; without blank lines, and alone if there is too much.
    [[nodiscard]] std::string between(std::size_t begin, std::size_t end) const {
        constexpr std::size_t most = 256;
        const std::string_view all = text_.substr(begin, end - begin);
        const std::size_t mark = (std::min)(all.find_first_of(",:"), all.size());
        std::string out;
        for (const std::string_view part : {all.substr(0, mark), all.substr(mark)})
            out.append(part.substr(0, part.find('\n'))).append(breaks(part) ? part.substr(part.rfind('\n')) : "");
        return out.size() <= most ? out : std::string(all.substr(mark, 1));
    }
    /// What is in an empty object or list.
    [[nodiscard]] std::string blank(std::size_t n) const { return between(tree_[n].begin + 1, tree_[n].end - 1); }
    /// After a comma on one line.
    [[nodiscard]] std::string space() const { return colon_.ends_with(' ') ? " " : ""; }

    static bool breaks(std::string_view s) { return s.find('\n') != std::string_view::npos; }
    static std::string_view last_line(std::string_view s) { return s.substr(s.rfind('\n') + 1); }

    std::string_view text_;
    const outline& tree_;
    std::string line_end_ = "\n";
    std::string step_;                                           ///< By which each level is indented.
    std::string colon_;                                          ///< Where nothing near says how.
    std::map<std::pair<std::size_t, char>, std::size_t> first_;  ///< By depth and shape.
};

}  // namespace vouch::detail
