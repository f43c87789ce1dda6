// SPDX-License-Identifier: BSL-1.0
// A block of cells -> JSON text.
#pragma once

#include <vouch/cell.hpp>
#include <vouch/detail/json/pointer.hpp>
#include <vouch/detail/json/strings.hpp>
#include <vouch/options.hpp>
#include <vouch/tables.hpp>

#include <algorithm>
#include <charconv>
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

/// Small pieces of text on their way to the end of a string.
class text_buffer {
public:
    explicit text_buffer(std::string& to) : string_(to) {}

    void add(char c) {
        *room(1) = c;
        ++size_;
    }
    void add(std::string_view s) {
        if (s.size() > max_room) [[unlikely]]
            return void(string().append(s));
        std::memcpy(room(s.size()), s.data(), s.size());
        size_ += s.size();
    }
    /// A text in which nothing has to be escaped, as a JSON string.
    void add_quoted(std::string_view s) {
        if (s.size() > max_room - 2) [[unlikely]]
            return void((string() += '"').append(s) += '"');
        char* const to = room(s.size() + 2);
        *to = '"';
        std::memcpy(to + 1, s.data(), s.size());
        to[s.size() + 1] = '"';
        size_ += s.size() + 2;
    }

    template <class N>
    void add_number(N v) {
        constexpr std::size_t most = 32;
        char* const to = room(most);
        size_ += static_cast<std::size_t>(std::to_chars(to, to + most, v).ptr - to);
    }

    void flush() {
        string_.append(buffer_, size_);
        size_ = 0;
    }
    /// The string itself, with all that was added.
    std::string& string() { return flush(), string_; }

private:
    static constexpr std::size_t max_room = 4096;

    /// Where so many characters can be added, at most `max_room`.
    char* room(std::size_t size) {
        if (size > max_room - size_) [[unlikely]]
            flush();
        return buffer_ + size_;
    }

    std::string& string_;
    std::size_t size_ = 0;
    char buffer_[max_room];
};

class writer {
public:
    writer(text_buffer& out, const write_options& o) : out_(out), options_(o) {
        for (const unknown_member& u : o.unknown) {
            const std::size_t end = std::min(u.path.rfind('/'), u.path.size());
            unknown_.emplace_back(std::string_view(u.path).substr(0, end), unknown_.size());
        }
        std::sort(unknown_.data(), unknown_.data() + unknown_.size());
    }

    void object(const object_info& o, const cell* block) {
        out_.add('{');
        ++depth_;
        bool first = true;
        for (const field_info& f : o.fields) {
            const cell& c = block[f.slot];
            if (!c.present() || (f.in_query && !options_.include_query)) continue;
            member(first, f.name);
            value_at(f.name, *f.type, &c);
        }
        const auto* at = std::as_const(unknown_).data();
        const auto* const end = at + unknown_.size();
        at = std::lower_bound(at, end, std::pair(std::string_view(pointer_), std::size_t{0}));
        for (; at != end && at->first == pointer_; ++at) unknown(first, options_.unknown[at->second]);
        --depth_;
        close(first, '}');
    }

private:
    /// The value that a name or an index leads to.
    template <class Step>
    void value_at(Step step, const type_info& type, const cell* c) {
        if (unknown_.empty()) return value(type, c);
        const std::size_t size = pointer_.size();
        append_pointer(pointer_, step);
        value(type, c);
        pointer_.resize(size);
    }

    void value(const type_info& type, const cell* c) {
        switch (type.kind) {
        case kind::boolean: c->integer != 0 ? out_.add("true") : out_.add("false"); break;
        case kind::int32:
        case kind::int64: out_.add_number(c->integer); break;
        case kind::number: out_.add_number(c->number); break;
        case kind::text: text(c->text); break;
        case kind::enumeration:
            out_.add_quoted(type.enumeration->values[static_cast<std::size_t>(c->integer)].name);
            break;
        case kind::object: object(*type.object, c); break;
        case kind::list: elements(*type.element, *c); break;
        }
    }

    void text(std::string_view s) {
        const char* const end = s.data() + s.size();
        if (end_of_plain(s.data(), end) == end) [[likely]]
            out_.add_quoted(s);
        else
            append_json(out_.string(), s);
    }

    void elements(const type_info& type, const cell& list) {
        struct element_writer final : block_visitor {
            element_writer(writer& w, const type_info& t) : to(w), type(t) {}
            void visit(std::size_t index, cell* block) override {
                if (!block->present()) return;
                to.element(first);
                to.value_at(index, type, block);
            }
            writer& to;
            const type_info& type;
            bool first = true;
        } visitor(*this, type);
        out_.add('[');
        ++depth_;
        list.show(visitor);
        --depth_;
        close(visitor.first, ']');
    }

    void unknown(bool& first, const unknown_member& u) {
        std::string_view name = std::string_view(u.path).substr(std::min(u.path.rfind('/'), u.path.size()));
        if (name.empty()) return;
        element(first);
        append_json(out_.string(), next_name(name));
        colon();
        out_.add(u.json);
    }

    /// The name of a member of a struct, in which nothing has to be escaped.
    void member(bool& first, std::string_view name) {
        element(first);
        out_.add_quoted(name);
        colon();
    }
    void colon() {
        out_.add(':');
        if (options_.indent != 0) out_.add(' ');
    }
    void element(bool& first) {
        if (!first) out_.add(',');
        first = false;
        line();
    }
    void close(bool empty, char bracket) {
        if (!empty) line();
        out_.add(bracket);
    }
    void line() {
        if (options_.indent == 0) return;
        out_.add('\n');
        for (std::size_t n = depth_ * options_.indent; n > 0; --n) out_.add(' ');
    }

    text_buffer& out_;
    const write_options& options_;
    std::vector<std::pair<std::string_view, std::size_t>> unknown_;  ///< Where each belongs, sorted.
    std::string pointer_;  ///< Of what is written; only kept where unknown members are.
    std::size_t depth_ = 0;
};

}  // namespace detail
}  // namespace vouch
