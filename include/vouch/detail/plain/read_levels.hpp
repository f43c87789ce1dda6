// SPDX-License-Identifier: BSL-1.0
// Where reading is: the objects and lists that are open, what is passed over, and what is known of their members.
#pragma once

#include <vouch/detail/json/pointer.hpp>
#include <vouch/detail/plain/read_marks.hpp>
#include <vouch/tables.hpp>

#include <array>
#include <cstddef>
#include <string>

namespace vouch::inline VOUCH_ABI::detail {

/// The tokens of a key: where it came first, and where last.
struct key_tokens {
    std::size_t first;
    std::size_t last;
};

/// An object, a list or a map that is being read.
struct read_level {
    const object_info* object;
    const type_info* list;  ///< Of a list or a map.
    void* storage;          ///< The object or the list; of a map, the element whose key came last.
    void* map;
    std::string_view key;     ///< Of this element.
    const type_info* type;    ///< Of the next value: an element, or the member whose key came last.
    const setters* set;       ///< For that.
    const field_info* field;  ///< The member whose key came last.
    std::uint8_t index;       ///< The number of that member.
    member_set came;          ///< Members whose key came, or another spelling of it.
    member_set present;       ///< Members that have a value of the right type.
    member_set bad;           ///< Members that are wrong.
    member_set aliased;       ///< Members of which another spelling came, and not the name.
    std::string_view alias;   ///< The last of these spellings.
    const field_info* next;   ///< The member after the last one, for speed.
    const field_info* last;   ///< The end of the object's members.
    key_tokens* tokens;       ///< Of the keys of members that came.
    key_tokens* free_tokens;  ///< For an object within.
    std::size_t count;        ///< Elements of a list so far.
    std::uint16_t base;       ///< An object's own cell in its block.
    std::uint16_t slot;       ///< A list's or map's cell in its block.

    /// Leaves what the first key sets as it is.
    void begin(void* to, key_tokens* free) {
        storage = to;
        tokens = free_tokens = free;
        list = nullptr;
        map = nullptr;
        index = 0;
        came = present = bad = aliased = {};
        count = 0;
        base = 0;
    }
    void expect(const field_info& f) {
        type = f.type;
        set = &f.set;
        index = f.index;
    }
    /// Whether the key of a member came.
    [[nodiscard]] bool has_key(const field_info& f) const { return came.has(f.index) && !aliased.has(f.index); }
    /// The object, list or element that a value which is expected and right is put into.
    void* holder() {
        present.add(index);
        return storage;
    }
};

/// What is passed over.
struct skipping {
    bool next_value = false;
    bool rest = false;       ///< Of the document.
    std::size_t levels = 0;  ///< Open objects and lists that are unknown or mistyped.

    [[nodiscard]] bool any() const { return next_value || rest || levels > 0; }
};

class read_levels {
public:
    static constexpr std::size_t most = max_levels;  ///< A document's unknown members may nest deeper.

    read_levels() {
        document_.begin(nullptr, tokens_.data());
        document_.type = nullptr;
    }
    read_levels(const read_levels&) = delete;
    read_levels& operator=(const read_levels&) = delete;

    read_level& top() { return *top_; }
    [[nodiscard]] const read_level& top() const { return *top_; }
    [[nodiscard]] std::size_t count() const { return count_; }
    /// The number of the last token.
    [[nodiscard]] std::size_t token() const { return token_; }
    std::size_t next_token() { return ++token_; }

    /// Counts a value; whether it is passed over.
    bool skips() {
        ++token_;
        if (skip.any()) [[unlikely]] {
            skip.next_value = false;
            return true;
        }
        ++top_->count;
        return false;
    }

    /// The level of an object or list that begins: to be filled, then entered.
    read_level& next() { return levels_[count_]; }
    void enter() { top_ = &levels_[count_++]; }
    void leave() { top_ = --count_ > 0 ? &levels_[count_ - 1] : &document_; }
    /// Whether the object or list that ends was read.
    bool ends_one_that_was_read() {
        if (!skip.any()) return true;
        if (skip.levels > 0) --skip.levels;
        return false;
    }

    /// The object or the list that begins, put where it belongs.
    void* begin_value() {
        const bool replacing = top_->present.has(top_->index);
        return top_->set->begin(top_->holder(), replacing);
    }

    /// The field that the next value belongs to.
    [[nodiscard]] const field_info& field() const {
        return top_->list != nullptr ? *levels_[count_ - 2].field : *top_->field;
    }

    /// The pointer to what the first `n` levels have come to, with the names of the text or of the schema.
    [[nodiscard]] std::string pointer(std::size_t n, bool as_written = true) const {
        std::string p;
        for (std::size_t i = 0; i < n; ++i) {
            const read_level& l = levels_[i];
            if (l.map != nullptr)
                append_pointer(p, l.key);
            else if (l.list != nullptr)
                append_pointer(p, l.count - 1);
            else
                append_pointer(p, as_written && l.aliased.has(l.field->index) ? l.alias : l.field->name);
        }
        return p;
    }
    [[nodiscard]] std::string pointer() const { return pointer(count_); }
    [[nodiscard]] std::string pointer_in_schema() const { return pointer(count_, false); }
    [[nodiscard]] std::string pointer_of_object() const { return pointer(count_ - 1); }

    // What is known of cells.

    void mark(std::uint16_t slot, state s, fault why = fault::reported) {
        block(count_ - 1).cells.push_back({slot, s, why});
    }
    void mark_element(fault why = fault::reported) {
        block(count_ - 2).elements.push_back({element_of(*top_), nullptr, why});
    }
    const read_marks& sorted_marks() { return marks_.sort(), marks_; }

    skipping skip;

private:
    /// The marks of the block that an object's cells are in.
    read_marks& block(std::size_t n) {
        if (n == 0) return marks_;
        const read_level& parent = levels_[n - 1];
        return parent.list != nullptr ? block(n - 2).element(element_of(parent)) : block(n - 1);
    }
    /// The last element of a list or map.
    static read_marks::element_name element_of(const read_level& l) {
        if (l.map != nullptr) return {l.slot, 0, std::string(l.key)};
        return {l.slot, l.count - 1};
    }

    read_level document_;  ///< Before any object has begun: a value of no type is expected.
    read_level* top_ = &document_;
    std::size_t count_ = 0;
    std::size_t token_ = 0;
    std::array<read_level, most> levels_;
    std::array<key_tokens, max_members_at_once> tokens_;
    read_marks marks_;
};

}  // namespace vouch::detail
