// SPDX-License-Identifier: BSL-1.0
// A shape as plain constant tables: what reading, writing, exports and renderings work on.
#pragma once

#include <vouch/detail/json/pointer.hpp>
#include <vouch/shape_of.hpp>

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace vouch {

struct object_info;

struct enumerator_info {
    std::string_view name;
    std::string_view doc;
    std::int64_t value = 0;
};

struct enum_info {
    std::string_view doc;
    std::span<const enumerator_info> values;

    /// The position of an enumerator by its name, or -1.
    constexpr std::int64_t position_of(std::string_view name) const {
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (equal(values[i].name, name)) return static_cast<std::int64_t>(i);
        }
        return -1;
    }
};

/// How a value gets to its place: into a member of an object, or behind the last element of a list; `to` points to the
/// object or the list. The kind of the value says which one is set.
union put_functions {
    /// An object or a list: an empty one, to be filled; `again` where the member was put before.
    void* (*fresh)(void* to, bool again) = nullptr;
    void (*integer)(void* to, std::int64_t value);  ///< A boolean, an integer, or an enumerator's value.
    void (*number)(void* to, double value);
    void (*text)(void* to, std::string_view value);
};

/// A value's type.
struct type_info {
    vouch::kind kind = kind::text;
    const enum_info* enumeration = nullptr;
    const object_info* object = nullptr;
    const type_info* element = nullptr;
    put_functions put{};  ///< For the elements of a list.
};

/// What a field's notes ask the checker for, so that it need not look at those that ask for nothing.
struct asked_checks {
    bool range = false;
    bool one_of = false;
    bool length = false;
    bool deprecated = false;
    bool blank = false;
    constexpr bool any() const { return range || one_of || length || deprecated; }
};

struct field_info {
    std::string_view name;
    vouch::kind kind = kind::text;  ///< Of its type.
    std::uint8_t index = 0;         ///< Its position in its object.
    std::uint64_t bit = 0;          ///< The same, as a bit.
    bool in_query = false;
    bool required = false;
    asked_checks asks{};
    std::uint16_t slot = 0;  ///< Its first cell in the block of its object.
    const note* notes = nullptr;
    const type_info* type = nullptr;
    put_functions put{};

    /// Whether a value that is present is in the range, or one of the values, that the notes ask for.
    constexpr bool in_range(const cell& c) const {
        if (!asks.range) return true;
        const double v = kind == vouch::kind::number ? c.number : static_cast<double>(c.integer);
        return v >= notes->range.min && v <= notes->range.max;
    }
    constexpr bool is_one_of(const cell& c) const {
        const auto& values = notes->one_of.values;
        return !asks.one_of || std::find(values.begin(), values.end(), c.integer) != values.end();
    }
};

/// A filter in front of a clause of a rule: the clause may only be broken where each cell of the block leaves its gate
/// open. The gates of a block are bits, and every state of every cell has a mask of those that it leaves open.
struct gate {
    const constraint* rule = nullptr;
    std::uint16_t clause = 0;
    std::uint16_t base = 0;  ///< The cell of the object whose rule it is: the block's own, or one within.
};

/// One cell of a block, and what is most often asked of its field.
struct cell_row {
    const field_info* field = nullptr;    ///< nullptr for the object's own.
    const object_info* object = nullptr;  ///< What an object's cell holds.
    std::uint16_t parent = 0;             ///< The cell of the object that the field is a member of.
    vouch::kind kind = kind::object;
    bool required = false;
};

/// A cell whose value may be wrong by itself.
struct checked_cell {
    std::uint16_t slot = 0;
    /// Whether a value that is present is certainly not blank, not empty, not against a note, and of all forms that
    /// rules demand of it; and so for the elements of a list, which are all different where a rule demands that.
    /// `parsed` says that texts are known to be UTF-8.
    bool (*is_fine)(const cell&, bool parsed) = nullptr;
};

/// Gates as bits.
using gate_set = std::array<std::uint64_t, 2>;
inline constexpr std::size_t gate_set_size = 128;

struct object_info {
    std::string_view doc;
    reading_manner manner = reading_manner::strict;
    std::span<const foreign_name> foreign;  ///< Names from elsewhere, in this object and those within.
    std::span<const field_info> fields;
    std::uint64_t required = 0;  ///< The required fields, as bits.
    std::span<const constraint> rules;
    /// One for each clause, those of objects within included. Before them one without a rule, which is open where no
    /// cell is wrong and no required one is absent.
    std::span<const gate> gates;
    /// For each set of gates: what each state of each cell leaves open, from the number in `states` on.
    std::span<const gate_set> open_gates;
    std::span<const std::uint16_t> states;
    std::span<const cell_row> cells;  ///< Those of objects within included, outer ones first.
    std::span<const checked_cell> checked;
    std::span<const std::uint16_t> lists;  ///< The cells of lists.

    constexpr std::uint16_t width() const { return static_cast<std::uint16_t>(cells.size()); }

    /// The field of an object, by its name; looked for from the field with number `first` on.
    constexpr const field_info* find(std::string_view name, std::size_t first = 0) const {
        for (std::size_t i = 0; i < fields.size(); ++i, ++first) {
            if (first == fields.size()) first = 0;
            if (equal(fields[first].name, name)) return &fields[first];
        }
        return nullptr;
    }

    /// The JSON Pointer of a cell, from this object.
    constexpr std::string pointer_to(std::uint16_t slot) const {
        if (slot == 0) return {};
        std::string pointer = pointer_to(cells[slot].parent);
        pointer += '/';
        pointer += cells[slot].field->name;
        return pointer;
    }
};

/// How many choices a cell has: each enumerator, and false and true.
constexpr std::size_t choices_of(const type_info& type) {
    if (type.kind == kind::boolean) return 2;
    return type.kind == kind::enumeration ? type.enumeration->values.size() : 0;
}

/// What a JSON Pointer leads to: a field, or an element of one that is a list. No type where the schema has no such
/// place, and for the document itself.
struct schema_place {
    const object_info* object = nullptr;  ///< That the field is a member of.
    const field_info* field = nullptr;
    const type_info* type = nullptr;
};

constexpr schema_place find_place(const object_info& root, std::string_view pointer) {
    schema_place at{&root};
    const object_info* object = &root;
    while (!pointer.empty()) {
        const std::string name = detail::next_name(pointer);
        if (at.type != nullptr && at.type->kind == kind::list) {
            at.type = at.type->element;
        } else {
            if (object == nullptr) return {};
            at = {object, object->find(name)};
            if (at.field == nullptr) return {};
            at.type = at.field->type;
        }
        object = at.type->object;
    }
    return at;
}

/// The rules of a field's notes, in the order of the notes; those without an id are not set.
constexpr std::array<const rule_info*, 5> rules_of(const note& n) {
    return {&n.range.rule, &n.one_of.rule, &n.length.rule, &n.deprecated.rule, &n.misplaced};
}

/// Calls `f(rule_info, object, slot)` for each rule of an object and what it holds, in the order of the schema.
template <class F>
constexpr void for_each_rule(const object_info& object, F&& f) {
    for (const field_info& field : object.fields) {
        for (const rule_info* r : rules_of(*field.notes)) {
            if (!r->id.empty()) f(*r, object, field.slot);
        }
        const type_info& type = field.type->kind == kind::list ? *field.type->element : *field.type;
        if (type.object != nullptr) for_each_rule(*type.object, f);
    }
    for (const constraint& c : object.rules) f(c.info, object, c.clauses[0].place);
}

}  // namespace vouch
