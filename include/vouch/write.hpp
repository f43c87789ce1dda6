// SPDX-License-Identifier: BSL-1.0
// A value -> JSON text. Always valid JSON: what JSON cannot say (a NaN, a number that no enumerator has) is left out,
// as are absent members; bytes that are no UTF-8 become U+FFFD. `validate` reports each of these before.
#pragma once

#include <vouch/block.hpp>
#include <vouch/diagnostic.hpp>
#include <vouch/pointer.hpp>
#include <vouch/unicode.hpp>
#include <vouch/words.hpp>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

namespace vouch {

/// How to write a value.
struct write_options {
    std::size_t indent = 0;      ///< Spaces for each level; 0 writes everything on one line.
    bool include_query = false;  ///< Writes the members of the query as well.
    std::span<const unknown_member>
        unknown{};  ///< Members that reading kept aside: written at the end of their objects.
};

namespace detail {

/// Whether a character stands in a JSON string as itself, everywhere.
constexpr bool is_plain(char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; }

/// Where the plain characters from `at` on end; eight are looked at in one step.
inline std::size_t end_of_plain(std::string_view text, std::size_t at) {
    constexpr std::uint64_t ones = 0x0101010101010101U;
    const auto holds = [](std::uint64_t bytes, char c) {
        const std::uint64_t difference = bytes ^ (ones * static_cast<unsigned char>(c));
        return (difference - ones) & ~difference;
    };
    for (; text.size() - at >= 8; at += 8) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, text.data() + at, sizeof bytes);
        const std::uint64_t special =
            bytes | ((bytes - ones * 0x20) & ~bytes) | holds(bytes, '"') | holds(bytes, '\\') | holds(bytes, 0x7F);
        if ((special & (ones * 0x80)) != 0) break;
    }
    while (at < text.size() && is_plain(text[at])) ++at;
    return at;
}

/// Appends a text as a JSON string; `for_terminals` escapes what a terminal would not show as itself.
inline void append_json(std::string& out, std::string_view text, bool for_terminals = false) {
    constexpr char digits[] = "0123456789abcdef";
    out += '"';
    std::size_t plain = 0;
    for (std::size_t i = end_of_plain(text, 0); i < text.size(); i = end_of_plain(text, i)) {
        const auto c = static_cast<unsigned char>(text[i]);
        const code_point point = c < 0x80 ? code_point{} : first_code_point(text.substr(i));
        if (point.size != 0) {
            if (for_terminals && is_unsafe_to_show(point.value)) {
                out.append(text, plain, i - plain);
                append_shown(out, text.substr(i, point.size));
                plain = i + point.size;
            }
            i += point.size;
            continue;
        }
        out.append(text, plain, i - plain);
        plain = ++i;
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\b': out += "\\b"; break;
        case '\f': out += "\\f"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default:
            if (c >= 0x80) {
                out += "\xEF\xBF\xBD";
            } else if (c == 0x7F && !for_terminals) {
                out += '\x7F';
            } else {
                out += "\\u00";
                out += digits[c >> 4];
                out += digits[c & 0xF];
            }
        }
    }
    out.append(text.data() + plain, text.size() - plain);
    out += '"';
}

class writer {
public:
    writer(std::string& out, const write_options& o) : out_(out), options_(o) {
        for (const unknown_member& u : o.unknown) {
            const std::size_t end = std::min(u.path.rfind('/'), u.path.size());
            unknown_.emplace_back(std::string_view(u.path).substr(0, end), unknown_.size());
        }
        std::sort(unknown_.begin(), unknown_.end());
    }

    void object(const object_info& o, const cell* block, const std::string& pointer) {
        out_ += '{';
        ++depth_;
        bool first = true;
        for (const field_info& f : o.fields) {
            const cell& c = block[f.slot];
            if (!c.present() || (f.notes->in == location::query && !options_.include_query)) continue;
            member(first, f.name);
            value(*f.type, &c,
                  [&] { return options_.unknown.empty() ? pointer : pointer + "/" + std::string(f.name); });
        }
        const auto from =
            std::lower_bound(unknown_.begin(), unknown_.end(), std::pair(std::string_view(pointer), std::size_t{0}));
        for (auto at = from; at != unknown_.end() && at->first == pointer; ++at)
            unknown(first, options_.unknown[at->second]);
        --depth_;
        close(first, '}');
    }

private:
    template <class Pointer>
    void value(const type_info& type, const cell* c, Pointer pointer) {
        switch (type.kind) {
        case kind::boolean: out_ += c->integer != 0 ? "true" : "false"; break;
        case kind::int32:
        case kind::int64: append_number(out_, c->integer); break;
        case kind::number: append_number(out_, c->number); break;
        case kind::text: append_json(out_, c->text); break;
        case kind::enumeration:
            out_ += '"';
            out_ += type.enumeration->values[static_cast<std::size_t>(c->integer)].name;
            out_ += '"';
            break;
        case kind::object: object(*type.object, c, pointer()); break;
        case kind::list: elements(*type.element, *c, pointer()); break;
        }
    }

    void elements(const type_info& type, const cell& list, const std::string& pointer) {
        struct element_writer final : block_visitor {
            element_writer(writer& w, const type_info& t, const std::string& p) : to(w), type(t), pointer(p) {}
            void visit(std::size_t index, cell* block) override {
                if (!block->present()) return;
                to.element(first);
                to.value(type, block, [&] {
                    std::string p = pointer;
                    append_pointer(p, index);
                    return p;
                });
            }
            writer& to;
            const type_info& type;
            const std::string& pointer;
            bool first = true;
        } visitor(*this, type, pointer);
        out_ += '[';
        ++depth_;
        list.show(visitor);
        --depth_;
        close(visitor.first, ']');
    }

    void unknown(bool& first, const unknown_member& u) {
        std::string_view name = std::string_view(u.path).substr(std::min(u.path.rfind('/'), u.path.size()));
        if (name.empty()) return;
        element(first);
        append_json(out_, next_name(name));
        colon();
        out_ += u.json;
    }

    /// The name of a member of a struct, in which nothing has to be escaped.
    void member(bool& first, std::string_view name) {
        element(first);
        out_ += '"';
        out_ += name;
        out_ += '"';
        colon();
    }
    void colon() {
        out_ += ':';
        if (options_.indent != 0) out_ += ' ';
    }
    void element(bool& first) {
        if (!first) out_ += ',';
        first = false;
        line();
    }
    void close(bool empty, char bracket) {
        if (!empty) line();
        out_ += bracket;
    }
    void line() {
        if (options_.indent == 0) return;
        out_ += '\n';
        out_.append(depth_ * options_.indent, ' ');
    }

    std::string& out_;
    const write_options& options_;
    std::vector<std::pair<std::string_view, std::size_t>> unknown_;  ///< Where each belongs, sorted.
    std::size_t depth_ = 0;
};

}  // namespace detail

/// The JSON of a value, in declared order. Without the members of the query, as the body of a request is on the wire.
template <described_struct T>
std::string write(const T& value, const write_options& o = {}) {
    const detail::block_of<T> block(value);
    std::string out;
    out.reserve(1024);
    detail::writer(out, o).object(catalog_of<T>(), block.cells.data(), {});
    return out;
}

}  // namespace vouch
