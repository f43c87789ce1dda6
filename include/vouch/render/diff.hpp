// SPDX-License-Identifier: BSL-1.0
// Unified diffs of texts.
#pragma once

#include <vouch/render/secrets.hpp>
#include <vouch/unicode.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace vouch::inline VOUCH_ABI::render {
namespace detail {

/// A text as lines; a line feed belongs to the line that it ends.
struct lines {
    explicit lines(std::string_view t) : text(t) {
        for (std::size_t begin = 0; begin < t.size();) {
            starts.push_back(begin);
            const std::size_t line_feed = t.find('\n', begin);
            begin = line_feed == std::string_view::npos ? t.size() : line_feed + 1;
        }
        starts.push_back(t.size());
    }
    [[nodiscard]] std::size_t size() const { return starts.size() - 1; }
    std::string_view operator[](std::size_t i) const { return text.substr(starts[i], starts[i + 1] - starts[i]); }

    std::string_view text;
    std::vector<std::size_t> starts;
};

/// Lines of one text, and the lines of the other text that replace them.
struct change {
    std::size_t before;
    std::size_t before_end;
    std::size_t after;
    std::size_t after_end;
};

/// The shortest edit from one text to the other (Myers 1986), for the part that differs; if that would take too long,
/// all of it is one change.
class differ {
public:
    differ(const lines& a, const lines& b) : a_(a), b_(b) {}

    std::vector<change> run() {
        while (head_ < (std::min)(a_.size(), b_.size()) && a_[head_] == b_[head_]) ++head_;
        a_end_ = a_.size();
        b_end_ = b_.size();
        while (a_end_ > head_ && b_end_ > head_ && a_[a_end_ - 1] == b_[b_end_ - 1]) --a_end_, --b_end_;
        if (a_end_ == head_ && b_end_ == head_) return {};
        if (!search()) return {{head_, a_end_, head_, b_end_}};
        return changes();
    }

private:
    static constexpr std::ptrdiff_t max_steps = 2000;
    using index = std::ptrdiff_t;

    bool search() {
        const auto n = static_cast<index>(a_end_ - head_);
        const auto m = static_cast<index>(b_end_ - head_);
        std::vector<index> furthest(static_cast<std::size_t>(2 * (std::min)(n + m, max_steps) + 3), 0);
        const auto middle = static_cast<index>(furthest.size() / 2);
        const auto at = [&](index k) -> index& { return furthest[static_cast<std::size_t>(middle + k)]; };
        for (index d = 0; d <= (std::min)(n + m, max_steps); ++d) {
            trace_.push_back(furthest);
            for (index k = -d; k <= d; k += 2) {
                index x = k == -d || (k != d && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1;
                while (x < n && x - k < m && x - k >= 0 && same(x, x - k)) ++x;
                at(k) = x;
                if (x >= n && x - k >= m) return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool same(index x, index y) const {
        return a_[head_ + static_cast<std::size_t>(x)] == b_[head_ + static_cast<std::size_t>(y)];
    }

    [[nodiscard]] std::vector<change> changes() const {
        std::vector<change> out;
        auto x = static_cast<index>(a_end_ - head_);
        auto y = static_cast<index>(b_end_ - head_);
        for (std::size_t d = trace_.size(); d-- > 0;) {
            const std::vector<index>& furthest = trace_[d];
            const auto middle = static_cast<index>(furthest.size() / 2);
            const auto at = [&](index k) { return furthest[static_cast<std::size_t>(middle + k)]; };
            const auto steps = static_cast<index>(d);
            const index k = x - y;
            const index from = k == -steps || (k != steps && at(k - 1) < at(k + 1)) ? k + 1 : k - 1;
            const index before_x = steps == 0 ? 0 : at(from);
            const index before_y = steps == 0 ? 0 : before_x - from;
            while (x > before_x && y > before_y) --x, --y;
            if (steps > 0) add(out, before_x, x, before_y, y);
            x = before_x;
            y = before_y;
        }
        std::reverse(out.begin(), out.end());
        return out;
    }

    /// Changes are found last to first; one that touches the change after it is merged with it.
    void add(std::vector<change>& out, index x, index x_end, index y, index y_end) const {
        const auto line = [&](index i) { return head_ + static_cast<std::size_t>(i); };
        const change c{line(x), line(x_end), line(y), line(y_end)};
        if (!out.empty() && out.back().before == c.before_end && out.back().after == c.after_end) {
            out.back().before = c.before;
            out.back().after = c.after;
        } else {
            out.push_back(c);
        }
    }

    const lines& a_;
    const lines& b_;
    std::size_t head_ = 0;
    std::size_t a_end_ = 0;
    std::size_t b_end_ = 0;
    std::vector<std::vector<index>> trace_;
};

inline void append_line(std::string& out, char sign, const lines& from, std::size_t n, const secrets& hidden) {
    out += sign;
    const std::string_view line = from[n];
    for (std::size_t i = 0; i < line.size();) {
        const std::size_t offset = from.starts[n] + i;
        const bool line_end = line[i] == '\n' || (line[i] == '\r' && i + 2 == line.size());
        const std::size_t hidden_end = hidden.end_of(offset);
        if (line_end || (line[i] == '\t' && hidden_end == offset)) {
            out += line[i++];
        } else if (hidden_end != offset) {
            out += "***";
            i = (std::min)(hidden_end - from.starts[n], (std::min)(line.find_first_of("\r\n", i), line.size()));
        } else {
            const std::size_t size = std::max<std::size_t>(first_code_point(line.substr(i)).size, 1);
            append_shown(out, line.substr(i, size));
            i += size;
        }
    }
    if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
}

inline std::string range_of(std::size_t begin, std::size_t end) {
    const std::size_t count = end - begin;
    std::string out = std::to_string(count == 0 ? begin : begin + 1);
    if (count != 1) out += "," + std::to_string(count);
    return out;
}

}  // namespace detail

/// The changes from one text to another, with three lines of context around each. What a terminal would not show
/// as itself is escaped, and secrets are shown as ***; such lines cannot be applied with patch.
inline std::string unified_diff(std::string_view name, std::string_view before, const secrets& hidden_before,
                                std::string_view after, const secrets& hidden_after) {
    constexpr std::size_t context = 3;
    const detail::lines a(before);
    const detail::lines b(after);
    const std::vector<detail::change> changes = detail::differ(a, b).run();
    if (changes.empty()) return {};
    std::string out = "--- ";
    append_shown(out, name);
    out += "\n+++ ";
    append_shown(out, name);
    out += '\n';
    for (std::size_t i = 0; i < changes.size();) {
        std::size_t last = i;
        while (last + 1 < changes.size() && changes[last + 1].before <= changes[last].before_end + 2 * context) ++last;
        const std::size_t lead = (std::min)(context, changes[i].before);
        const std::size_t trail = (std::min)(context, a.size() - changes[last].before_end);
        out += "@@ -" + detail::range_of(changes[i].before - lead, changes[last].before_end + trail) + " +" +
               detail::range_of(changes[i].after - lead, changes[last].after_end + trail) + " @@\n";
        std::size_t at = changes[i].before - lead;
        for (; i <= last; ++i) {
            for (; at < changes[i].before; ++at) detail::append_line(out, ' ', a, at, hidden_before);
            for (; at < changes[i].before_end; ++at) detail::append_line(out, '-', a, at, hidden_before);
            for (std::size_t n = changes[i].after; n < changes[i].after_end; ++n)
                detail::append_line(out, '+', b, n, hidden_after);
        }
        for (std::size_t n = 0; n < trail; ++n, ++at) detail::append_line(out, ' ', a, at, hidden_before);
    }
    return out;
}

}  // namespace vouch::render
