// SPDX-License-Identifier: BSL-1.0
// A report for people: each diagnostic with the lines of the text that it is about. Whatever the text contains, the
// output is safe on a terminal and aligned; secrets are never shown.
#pragma once

#include <vouch/catalog.hpp>
#include <vouch/detail/plain/words.hpp>
#include <vouch/detail/render/source_line.hpp>
#include <vouch/diagnostic.hpp>
#include <vouch/options.hpp>
#include <vouch/render/origin.hpp>
#include <vouch/render/secrets.hpp>
#include <vouch/unicode.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace vouch::inline VOUCH_ABI::render {

/// How to show a report.
struct text_options {
    bool color = false;                      ///< With escape sequences of terminals.
    std::size_t width = 100;                 ///< Columns; longer lines are cut around the place.
    bool wrap = false;                       ///< Messages and help continue on the next line at that width.
    std::size_t most_of_a_rule = 50;         ///< Findings of a rule to show; how many more there are is said.
    std::span<const beside_value> beside{};  ///< As in `options` when the text was read.
    std::size_t first_line = 1;              ///< The number of the text's first line, if the text is part of a file.
    std::string address{};                   ///< What the document is called in its file; see `origin`.
};

namespace detail {

using vouch::detail::append_number;

class frame_writer {
public:
    frame_writer(std::string& out, std::string_view text, const secrets& hidden, const text_options& o)
        : out_(out), text_(text), hidden_(hidden), options_(o) {}

    using group = std::vector<const diagnostic*>;

    /// Diagnostics of one place share its frame.
    void diagnostics_of(const group& all, std::string_view file) {
        for (const diagnostic* d : all) heading(*d, file);
        if (all.front()->where.line != 0)
            frames(all);
        else
            gutter_ = 1;
        for (const diagnostic* d : all) trailers(*d);
        out_ += '\n';
    }

    /// What the file calls a value; false if the file has no names of its own.
    bool append_source(std::string& out, const diagnostic& d) const {
        const std::string source = origin{.file = {}, .address = options_.address}.source_of(d);
        append_shown(out, shown_pointer(source));
        return !source.empty();
    }

    void heading(const diagnostic& d, std::string_view file) {
        const std::size_t begin = out_.size();
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
        constexpr std::size_t indent = 4;
        wrapped(d.message, indent, columns_from(begin));
        out_ += '\n';
    }

private:
    /// The columns of what was written since, without escape sequences.
    [[nodiscard]] std::size_t columns_from(std::size_t begin) const {
        std::size_t columns = 0;
        bool escape = false;
        for (const char c : std::string_view(out_).substr(begin)) {
            if (c == '\x1b') escape = true;
            if (!escape && (static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++columns;
            if (c == 'm') escape = false;
        }
        return columns;
    }

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

    void trailers(const diagnostic& d) {
        if (!d.help.empty()) trailer("help: ", d.help, true);
        for (const suggested_fix& f : d.fixes)
            trailer("fix: ", f.description + (f.safe ? " (vouch fix)" : " (vouch fix --unsafe)"), true);
        std::string path;
        append_shown(path, d.path.empty() ? "(the document)" : shown_pointer(d.path));
        if (const std::string_view from = d.basis == basis::reference ? d.source : name_of(d.basis); !from.empty())
            path.append("    basis: ").append(from);
        trailer("path: ", path);
        if (std::string source; append_source(source, d)) trailer("source: ", source);
    }

    /// What is missing at the place of a group; empty if nothing is.
    [[nodiscard]] std::string label_of(const group& all) const {
        std::string label;
        bool beside = false;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const diagnostic& d = *all[i];
            if (!is_missing(d)) return {};
            if (i != 0) label += i + 1 == all.size() ? " and " : ", ";
            append_quoted(label, d.path.substr(d.path.rfind('/') + 1));
            beside = std::any_of(options_.beside.begin(), options_.beside.end(),
                                 [&](const beside_value& b) { return d.path == "/" + std::string(b.name); });
        }
        if (beside && all.size() == 1) return label + " is given outside the document";
        return label + (all.size() == 1 ? " is missing in this object" : " are missing in this object");
    }

    void frames(const group& all) {
        const diagnostic& first = *all.front();
        const std::string label = label_of(all);
        std::vector<mark> marks{{&first.where, label, true}};
        for (const diagnostic* d : all) {
            for (const related_place& r : d->related) {
                const bool again = std::any_of(marks.begin(), marks.end(), [&](const mark& m) {
                    return m.at->offset == r.where.offset && (m.primary || m.label == r.message);
                });
                if (r.where.line != 0 && !again) marks.push_back({&r.where, r.message, false});
            }
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
            source(m, first.severity, before == nullptr || before->at->line != m.at->line);
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
            if (!m.label.empty()) label(m.label, line);
        });
        out_ += '\n';
    }

    /// After the marks or, if there is no room for it, below them.
    void label(std::string_view words, const shown_line& line) {
        const std::size_t size = count_code_points(words);
        const std::size_t room = options_.width - (std::min)(options_.width, gutter_ + 3);
        if (!options_.wrap || line.end + 1 + size <= room) {
            out_.append(" ").append(words);
            return;
        }
        const std::size_t indent = (std::min)(line.begin, room - (std::min)(room, size));
        out_ += '\n';
        gutter();
        out_.append(indent + 1, ' ');
        wrapped(words, gutter_ + 2 + indent, gutter_ + 2 + indent);
    }

    void gutter() {
        paint(blue, [&] {
            out_.append(gutter_, ' ');
            out_ += '|';
        });
    }

    void trailer(std::string_view name, std::string_view words, bool wraps = false) {
        out_.append(gutter_, ' ');
        paint(blue, [&] { out_ += "= "; });
        paint(bold, [&] { out_ += name; });
        const std::size_t column = gutter_ + 2 + name.size();
        if (wraps)
            wrapped(words, column, column);
        else
            out_ += words;
        out_ += '\n';
    }

    /// Words that begin at a column; if they are to be wrapped, they go on with an indentation.
    void wrapped(std::string_view words, std::size_t indent, std::size_t column) {
        if (!options_.wrap) return void(out_ += words);
        for (bool first = true; !words.empty(); first = false) {
            const std::size_t end = (std::min)(words.find(' '), words.size());
            const std::size_t size = count_code_points(words.substr(0, end));
            if (!first && column + 1 + size > options_.width) {
                out_ += '\n';
                out_.append(indent, ' ');
                column = indent;
            } else if (!first) {
                out_ += ' ';
                ++column;
            }
            out_ += words.substr(0, end);
            column += size;
            words.remove_prefix((std::min)(end + 1, words.size()));
        }
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
    std::map<std::string_view, std::size_t> times;  // Of each rule.
    detail::frame_writer::group group;
    const auto flush = [&] {
        if (!group.empty()) writer.diagnostics_of(group, file);
        group.clear();
    };
    for (const diagnostic& d : r) {
        if (++times[d.rule] > o.most_of_a_rule) continue;
        if (!group.empty() && (d.where.line == 0 || d.where != group.front()->where)) flush();
        group.push_back(&d);
    }
    flush();
    for (const auto& [rule, n] : times) {
        if (n <= o.most_of_a_rule) continue;
        append_shown(out, file);
        out += ": ";
        detail::append_number(out, static_cast<std::int64_t>(n - o.most_of_a_rule));
        out += n == o.most_of_a_rule + 1 ? " more finding of " : " more findings of ";
        out.append(rule).append(" in this document\n\n");
    }
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
