// SPDX-License-Identifier: BSL-1.0
// A block of cells -> JSON text.
#pragma once

#include <vouch/cell.hpp>
#include <vouch/detail/json/output.hpp>
#include <vouch/detail/json/pointer.hpp>
#include <vouch/detail/sequence.hpp>
#include <vouch/detail/sort_runs.hpp>
#include <vouch/options.hpp>
#include <vouch/tables.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace vouch::inline VOUCH_ABI::detail {

class writer {
public:
    /// The pointer of an object, and the position among the unknown members of one that it gets.
    using placed = std::pair<std::string, std::size_t>;

    writer(std::string& out, const write_options& o, sequence<placed> unknown = {})
        : out_(out, {.indent = o.indent}), options_(o), unknown_(std::move(unknown)) {
        sort_runs(unknown_, [](const placed& a, const placed& b) { return a.first < b.first; });
    }

    void object(const object_info& o, const cell* block) {
        out_.begin('{');
        for (const field_info& f : o.fields) {
            const cell& c = block[f.slot];
            if (!c.present() || (f.in_query && !options_.include_query)) continue;
            out_.plain_key(f.name);
            value_at(f.name, *f.type, &c);
        }
        const auto* at = std::as_const(unknown_).data();
        const auto* const end = at + unknown_.size();
        at = std::lower_bound(at, end, pointer_, [](const placed& u, const std::string& p) { return u.first < p; });
        for (; at != end && at->first == pointer_; ++at) unknown(o, block, options_.unknown[at->second]);
        out_.end('}');
    }

    void value(const type_info& type, const cell* c) {
        switch (type.kind) {
        case kind::boolean: out_.boolean(c->integer != 0); break;
        case kind::int32:
        case kind::uint32:
        case kind::int64: out_.number(c->integer); break;
        case kind::uint64: out_.number(static_cast<std::uint64_t>(c->integer)); break;
        case kind::float32: out_.number(static_cast<float>(c->number)); break;
        case kind::number: out_.number(c->number); break;
        case kind::text: out_.string(c->text); break;
        case kind::enumeration: out_.plain(type.enumeration->values[static_cast<std::size_t>(c->integer)].name); break;
        case kind::object: object(*type.object, c); break;
        case kind::any: out_.raw(c->text); break;
        case kind::list:
        case kind::map: elements(type, *c); break;
        }
    }

private:
    /// The value at a name or an index.
    template <class Step>
    void value_at(Step step, const type_info& type, const cell* c) {
        if (unknown_.empty()) return value(type, c);
        const std::size_t size = pointer_.size();
        append_pointer(pointer_, step);
        value(type, c);
        pointer_.resize(size);
    }

    void elements(const type_info& type, const cell& list) {
        struct element_writer final : block_visitor {
            element_writer(writer& w, const type_info& t, const cell& c) : to(w), type(t), source(*c.list.source) {}
            void visit(std::size_t index, cell* block) override {
                if (!block->present()) return;
                const auto key = source.key(index);
                if (!key) return to.value_at(index, type, block);
                to.out_.key(*key);
                to.value_at(*key, type, block);
            }
            writer& to;
            const type_info& type;
            const list_source& source;
        } visitor(*this, *type.element, list);
        const bool map = type.kind == kind::map;
        out_.begin(map ? '{' : '[');
        list.show(visitor);
        out_.end(map ? '}' : ']');
    }

    void unknown(const object_info& o, const cell* block, const unknown_member& u) {
        std::string_view last = std::string_view(u.path).substr((std::min)(u.path.rfind('/'), u.path.size()));
        if (!last.empty()) {
            const std::string name = next_name(last);
            if (is_unknown(o, block, name)) return void(out_.key(name).raw(u.json));
        }
        if (options_.left_out != nullptr) options_.left_out->push_back(u);
    }

    /// Whether a name is read as that of an unknown member, where the known ones are before it: an alias is, if the
    /// member is there under its name.
    [[nodiscard]] bool is_unknown(const object_info& o, const cell* block, std::string_view name) const {
        const field_info* const f = find_spelling(o, name);
        if (f == nullptr) return true;
        return f->name != name && block[f->slot].present() && (!f->in_query || options_.include_query);
    }

    json_output out_;
    const write_options& options_;
    sequence<placed> unknown_;  ///< Sorted.
    std::string pointer_;       ///< Of the current value; only kept if there are unknown members.
};

}  // namespace vouch::detail
