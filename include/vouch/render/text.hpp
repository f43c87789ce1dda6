// SPDX-License-Identifier: BSL-1.0
// A report for people: each diagnostic with the lines of the text that it is about. Whatever the text contains, the
// output is safe on a terminal and aligned; secrets are never shown.
#pragma once

#include <vouch/catalog.hpp>
#include <vouch/detail/plain/words.hpp>
#include <vouch/diagnostic.hpp>
#include <vouch/options.hpp>
#include <vouch/render/origin.hpp>
#include <vouch/render/secrets.hpp>
#include <vouch/unicode.hpp>

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace vouch::inline VOUCH_ABI::render {

/// How to show a report.
struct text_options {
    bool color = false;                      ///< With escape sequences of terminals.
    std::size_t width = 100;                 ///< Columns; longer lines are cut around the place.
    std::span<const beside_value> beside{};  ///< As in `options` when the text was read.
    std::size_t first_line = 1;              ///< The number of the text's first line, if the text is part of a file.
    std::string address{};                   ///< What the document is called in its file; see `origin`.
};

namespace detail {

using vouch::detail::append_number;

/// The number of columns that a code point takes on a terminal.
constexpr std::size_t columns_of(char32_t c) {
    struct range {
        char32_t first;
        char32_t last;
    };
    constexpr range combining[] = {
        {0x300, 0x36F},   {0x483, 0x489},   {0x591, 0x5BD},   {0x610, 0x61A},   {0x64B, 0x65F},   {0x93C, 0x93C},
        {0x941, 0x948},   {0x94D, 0x94D},   {0xE31, 0xE31},   {0xE34, 0xE3A},   {0xE47, 0xE4E},   {0x1AB0, 0x1AFF},
        {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xE0100, 0xE01EF}};
    constexpr range wide[] = {{0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0x33FF},  {0x3400, 0x4DBF},
                              {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},   {0xAC00, 0xD7A3},  {0xF900, 0xFAFF},
                              {0xFE30, 0xFE4F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},  {0x1F300, 0x1F64F},
                              {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};
    const auto in = [c](const range& r) { return c >= r.first && c <= r.last; };
    if (c < 0x300) return 1;
    if (std::any_of(std::begin(combining), std::end(combining), in)) return 0;
    return std::any_of(std::begin(wide), std::end(wide), in) ? 2 : 1;
}

/// The shown part of one line, and the columns that are marked.
struct shown_line {
    std::string text;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool cut = false;  ///< The shown part depends on the place.
};

/// Shows the line that contains the place, cut to `width` columns around it.
inline shown_line show_line(std::string_view text, const place& at, const secrets& hidden, std::size_t width) {
    const std::size_t room = std::max<std::size_t>(width, 40);
    const std::size_t reach = 8 * room;  // Bytes to look at on each side, however long the line is.
    const std::size_t least = at.offset - (std::min)(at.offset, reach);
    const std::size_t break_before = text.substr(least, at.offset - least).rfind('\n');
    const std::size_t first = break_before == std::string_view::npos ? least : least + break_before + 1;
    const std::size_t length =
        (std::min)(text.substr(at.offset, reach).find('\n'), (std::min)(text.size() - at.offset, reach));
    std::size_t last = at.offset + length;
    if (last > first && text[last - 1] == '\r') --last;
    const std::size_t mark_end = (std::min)(at.offset + at.length, last);

    // If the line is too long, begin half of the room before the place.
    const bool begins_before = break_before == std::string_view::npos && least > 0;
    std::size_t from = first;
    if ((begins_before || last - first > room) && at.offset - first > room / 2) {
        from = at.offset - room / 2;
        while (from < at.offset && (static_cast<unsigned char>(text[from]) & 0xC0U) == 0x80U) ++from;
    }
    shown_line out;
    std::size_t column = 0;
    if (from > first) {
        out.text = "…";
        out.cut = true;
        column = 1;
    }
    bool marked = false;
    for (std::size_t i = from; i < last;) {
        if (i >= at.offset && !marked) {
            out.begin = column;
            marked = true;
        }
        if (column >= room) {
            out.text += "…";
            ++column;
            break;
        }
        if (const std::size_t end = hidden.end_of(i); end != i) {
            out.text += "***";
            column += 3;
            i = (std::min)(end, last);
            if (i <= mark_end) out.end = column;
            continue;
        }
        const code_point c = first_code_point(text.substr(i, last - i));
        const std::size_t size = std::max<std::size_t>(c.size, 1);
        if (text[i] == '\t') {
            const std::size_t stop = 4 - column % 4;
            out.text.append(stop, ' ');
            column += stop;
        } else {
            const std::size_t before = out.text.size();
            append_shown(out.text, text.substr(i, size));
            column += out.text[before] == '\\' && text[i] != '\\' ? out.text.size() - before
                      : c.size == 0                               ? 1
                                                                  : columns_of(c.value);
        }
        i += size;
        if (i <= mark_end) out.end = column;
    }
    if (!marked) out.begin = column;
    out.end = (std::max)(out.end, out.begin + 1);
    return out;
}

class frame_writer {
public:
    frame_writer(std::string& out, std::string_view text, const secrets& hidden, const text_options& o)
        : out_(out), text_(text), hidden_(hidden), options_(o) {}

    void diagnostic_of(const diagnostic& d, std::string_view file) {
        heading(d, file);
        if (d.where.line != 0)
            frames(d);
        else
            gutter_ = 1;
        if (!d.help.empty()) trailer("help: ", d.help);
        for (const suggested_fix& f : d.fixes)
            trailer("fix: ", f.description + (f.safe ? " (vouch fix)" : " (vouch fix --unsafe)"));
        std::string path;
        append_shown(path, d.path.empty() ? "(the document)" : shown_pointer(d.path));
        if (const std::string_view from = d.basis == basis::reference ? d.source : name_of(d.basis); !from.empty())
            path.append("    basis: ").append(from);
        trailer("path: ", path);
        if (std::string source; append_source(source, d)) trailer("source: ", source);
        out_ += '\n';
    }

    /// What the file calls a value; false if the file has no names of its own.
    bool append_source(std::string& out, const diagnostic& d) const {
        const std::string source = origin{.file = {}, .address = options_.address}.source_of(d);
        append_shown(out, shown_pointer(source));
        return !source.empty();
    }

    void heading(const diagnostic& d, std::string_view file) {
        paint(bold, [&] {
            append_shown(out_, file);
            if (d.where.line != 0) {
                out_ += ':';
                number(line_of(d.where));
                out_ += ':';
                number(d.where.column);
            }
            out_ += ": ";
        });
        paint(color_of(d.severity), [&] {
            out_ += name_of(d.severity);
            out_ += '[';
            out_ += d.rule;
            out_ += ']';
        });
        out_ += ": ";
        out_ += d.message;
        out_ += '\n';
    }

private:
    struct mark {
        const place* at;
        std::string_view label;
        bool primary;
    };

    static constexpr std::string_view bold = "1";
    static constexpr std::string_view blue = "34";

    static constexpr std::string_view color_of(severity s) {
        return s == severity::error ? "1;31" : s == severity::warning ? "1;33" : "1;36";
    }

    template <class F>
    void paint(std::string_view color, F f) {
        if (options_.color) {
            out_ += "\x1b[";
            out_ += color;
            out_ += 'm';
        }
        f();
        if (options_.color) out_ += "\x1b[0m";
    }

    void number(std::size_t n) { append_number(out_, static_cast<std::int64_t>(n)); }
    [[nodiscard]] std::size_t line_of(const place& p) const { return p.line + options_.first_line - 1; }

    void frames(const diagnostic& d) {
        std::string label;
        if (is_missing(d)) {
            append_quoted(label, d.path.substr(d.path.rfind('/') + 1));
            const bool beside = std::any_of(options_.beside.begin(), options_.beside.end(),
                                            [&](const beside_value& b) { return d.path == "/" + std::string(b.name); });
            label += beside ? " is given outside the document" : " is missing in this object";
        }
        std::vector<mark> marks{{&d.where, label, true}};
        for (const related_place& r : d.related) {
            if (r.where.line != 0 && r.where.offset != d.where.offset) marks.push_back({&r.where, r.message, false});
        }
        std::sort(marks.begin(), marks.end(), [](const mark& a, const mark& b) {
            return a.at->offset != b.at->offset ? a.at->offset < b.at->offset : std::less<>()(a.at, b.at);
        });
        std::string widest;
        append_number(widest, static_cast<std::int64_t>(line_of(*marks.back().at)));
        gutter_ = widest.size() + 2;
        gutter();
        out_ += '\n';
        const mark* before = nullptr;
        for (const mark& m : marks) {
            if (before == nullptr || before->at->line != m.at->line) {
                if (before != nullptr && m.at->line > before->at->line + 1) out_ += "...\n";
            }
            source(m, d.severity, before == nullptr || before->at->line != m.at->line);
            before = &m;
        }
    }

    /// The place of a missing member is the opening brace of the object that lacks it.
    [[nodiscard]] bool is_missing(const diagnostic& d) const {
        return d.where.length == 1 && !d.path.empty() && d.where.offset < text_.size() && text_[d.where.offset] == '{';
    }

    void source(const mark& m, severity s, bool with_line) {
        const shown_line line =
            show_line(text_, *m.at, hidden_, options_.width - (std::min)(options_.width, gutter_ + 3));
        if (with_line || line.cut) {
            std::string n;
            append_number(n, static_cast<std::int64_t>(line_of(*m.at)));
            paint(blue, [&] {
                out_.append(gutter_ - 1 - n.size(), ' ');
                out_ += n;
                out_ += " |";
            });
            out_ += ' ';
            out_ += line.text;
            out_ += '\n';
        }
        gutter();
        out_ += ' ';
        out_.append(line.begin, ' ');
        paint(m.primary ? color_of(s) : blue, [&] {
            out_.append(line.end - line.begin, m.primary ? '^' : '-');
            if (!m.label.empty()) {
                out_ += ' ';
                out_ += m.label;
            }
        });
        out_ += '\n';
    }

    void gutter() {
        paint(blue, [&] {
            out_.append(gutter_, ' ');
            out_ += '|';
        });
    }

    void trailer(std::string_view name, std::string_view words) {
        out_.append(gutter_, ' ');
        paint(blue, [&] { out_ += "= "; });
        paint(bold, [&] { out_ += name; });
        out_ += words;
        out_ += '\n';
    }

    std::string& out_;
    std::string_view text_;
    const secrets& hidden_;
    const text_options& options_;
    std::size_t gutter_ = 1;
};

}  // namespace detail

/// Every diagnostic with its source lines, and what to do.
inline std::string text(const report& r, std::string_view source, std::string_view file, const secrets& hidden,
                        const text_options& o = {}) {
    std::string out;
    detail::frame_writer writer(out, source, hidden, o);
    for (const diagnostic& d : r) writer.diagnostic_of(d, file);
    return out;
}

/// The same for a text of a described struct, whose secret members are not shown.
template <described_struct T>
std::string text(const report& r, std::string_view source, std::string_view file, const text_options& o = {}) {
    return text(r, source, file, secrets(source, catalog_of<T>(), is_json(r)), o);
}

/// One line for each diagnostic: `file:line:column: severity[rule]: message (path)`.
inline std::string concise(const report& r, std::string_view file, const text_options& o = {}) {
    std::string out;
    const secrets none({}, {}, false);
    detail::frame_writer writer(out, {}, none, o);
    for (const diagnostic& d : r) {
        writer.heading(d, file);
        std::string source;
        if (!writer.append_source(source, d) && d.path.empty()) continue;
        out.pop_back();
        out += " (";
        append_shown(out, shown_pointer(d.path));
        if (!d.path.empty() && !source.empty()) out += "; ";
        out.append(source).append(")\n");
    }
    return out;
}

}  // namespace vouch::render
