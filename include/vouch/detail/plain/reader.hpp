// SPDX-License-Identifier: BSL-1.0
// The events of a JSON document -> a struct, the broken built-in rules, and marks: which cells are wrong or missing.
// Works on the tables of a schema; it does not matter where the events come from.
#pragma once

#include <vouch/detail/plain/read_free_form.hpp>
#include <vouch/detail/plain/read_keys.hpp>
#include <vouch/detail/plain/read_values.hpp>

#include <utility>

namespace vouch::inline VOUCH_ABI::detail {

class reader {
public:
    /// `repeated` holds the tokens of keys that come again in their object, sorted: their values are passed over.
    reader(const object_info& root, void* value, report_builder& out, const sequence<std::size_t>& repeated)
        : keys_(levels_, root, out, repeated),
          values_(levels_, out),
          options_(out.settings()),
          root_(root),
          value_(value) {}

    // The events. False ends the document: it is nested too deeply.

    bool begin_object() {
        const bool skip = levels_.skips();
        if (!enter()) return false;
        if (skip) return free_form_.begin('{'), pass_over();
        const read_level& parent = levels_.top();
        const bool inner = levels_.count() > 0;
        if (inner && parent.type->kind == kind::map) return begin_elements(), true;
        if (inner && parent.type->kind == kind::any) return begin_free_form('{'), pass_over();
        if (inner && parent.type->kind != kind::object) return values_.mismatch("an object"), pass_over();
        read_level& l = levels_.next();
        l.begin(inner ? levels_.begin_value() : value_, parent.free_tokens);
        l.object = inner ? parent.type->object : &root_;
        l.next = l.object->fields.data();
        l.last = l.next + l.object->fields.size();
        l.free_tokens += l.object->fields.size();
        if (inner && parent.list == nullptr) l.base = static_cast<std::uint16_t>(parent.base + parent.field->slot);
        levels_.enter();
        return true;
    }

    void end_object() {
        if (!leave()) return free_form_.end('}');
        const read_level& l = levels_.top();
        if (l.map == nullptr && !l.present.has_all(l.object->required)) mark_missing(l);
        keys_.end_object();
        levels_.leave();
        if (levels_.count() > 0) return;
        root_read_ = true;
        for (const beside_value& b : options_.beside) take(b);
    }

    bool begin_array() {
        const bool skip = levels_.skips();
        if (!enter()) return false;
        if (skip) return free_form_.begin('['), pass_over();
        const read_level& parent = levels_.top();
        if (parent.type != nullptr && parent.type->kind == kind::any) return begin_free_form('['), pass_over();
        if (parent.type == nullptr || parent.type->kind != kind::list) return values_.mismatch("an array"), pass_over();
        return begin_elements(), true;
    }

    void end_array() {
        if (!leave()) return free_form_.end(']');
        levels_.leave();
    }

    void key(std::string_view name) {
        keys_.key(name);
        if (free_form_.is_open()) [[unlikely]]
            free_form_.key(name);
    }

    void string(std::string_view text) {
        if (!levels_.skips()) return values_.string(text);
        keys_.string_passed_over();
        free_form_.string(text);
    }
    void boolean(bool v) { levels_.skips() ? free_form_.raw(v ? "true" : "false") : values_.boolean(v); }
    void null() {
        if (levels_.skips()) return free_form_.raw("null");
        if (levels_.count() > 0) return values_.null();
        missing_ = true;
        levels_.skip.rest = true;
    }
    /// A value that is there, and of which nothing else is known yet.
    void unresolved() { levels_.skips() ? free_form_.raw("null") : values_.unresolved(); }
    /// A number that is an integer of 64 bits, and as it is written.
    void integer(std::int64_t v, std::string_view text) {
        levels_.skips() ? free_form_.raw(text) : values_.integer(v, text);
    }
    /// `text` is the number as it is written.
    void number(std::string_view text) { levels_.skips() ? free_form_.raw(text) : values_.number(text); }

    // What came of it.

    /// The document was an object.
    [[nodiscard]] bool is_object() const { return root_read_; }
    /// There was none, or it was null.
    [[nodiscard]] bool is_missing() const { return missing_; }
    [[nodiscard]] bool too_deep() const { return too_deep_; }
    [[nodiscard]] bool sound() const { return values_.sound && complete_ && root_read_; }
    const read_marks& sorted_marks() { return levels_.sorted_marks(); }
    key_findings& of_keys() { return keys_.found; }

private:
    bool enter() {
        if (++depth_ <= options_.max_depth) return true;
        too_deep_ = true;
        return false;
    }
    bool leave() {
        --depth_;
        return levels_.ends_one_that_was_read();
    }
    bool pass_over() {
        ++levels_.skip.levels;
        return true;
    }

    /// Begins a free-form value; it is passed over, and written down.
    void begin_free_form(char bracket) {
        read_level& l = levels_.top();
        free_form_.open(*l.set, l.holder());
        free_form_.begin(bracket);
    }

    /// Begins a list or a map.
    void begin_elements() {
        const read_level& parent = levels_.top();
        read_level& l = levels_.next();
        l.begin(levels_.begin_value(), parent.free_tokens);
        l.list = parent.type;
        l.type = l.list->element;
        l.set = &l.list->set;
        l.slot = static_cast<std::uint16_t>(parent.base + parent.field->slot);
        if (l.list->kind == kind::map) {
            l.map = l.storage;
            l.next = l.last = nullptr;
        }
        levels_.enter();
    }

    /// Takes a value of the query that was given outside the document.
    [[gnu::cold]] void take(const beside_value& b) {
        const field_info* const f = root_.find(b.name);
        if (f != nullptr && can_be_beside(*f)) f->set.text(value_, b.value);
    }
    static bool can_be_beside(const field_info& f) { return f.in_query && f.type->kind == kind::text; }

    [[gnu::cold]] void mark_missing(const read_level& l) {
        for (const field_info& f : l.object->fields) {
            if (!f.required || l.present.has(f.index) || l.bad.has(f.index) || is_beside(f)) continue;
            complete_ = false;
            levels_.mark(static_cast<std::uint16_t>(l.base + f.slot), state::absent);
        }
    }
    /// Whether a member of the document is given outside it.
    [[nodiscard]] bool is_beside(const field_info& f) const {
        if (levels_.count() > 1 || !can_be_beside(f)) return false;
        return std::any_of(options_.beside.begin(), options_.beside.end(),
                           [&](const beside_value& b) { return b.name == f.name; });
    }

    read_levels levels_;
    read_keys keys_;
    read_values values_;
    free_form_text free_form_;
    const options& options_;
    const object_info& root_;
    void* value_;
    std::size_t depth_ = 0;
    bool too_deep_ = false;
    bool missing_ = false;
    bool complete_ = true;  ///< Every required member came.
    bool root_read_ = false;
};

}  // namespace vouch::detail
