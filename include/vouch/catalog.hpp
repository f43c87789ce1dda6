// SPDX-License-Identifier: BSL-1.0
// A shape as plain constant tables: what reading, writing, exports and renderings work on.
#pragma once

#include <vouch/shape_of.hpp>

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
            if (values[i].name == name) return static_cast<std::int64_t>(i);
        }
        return -1;
    }
};

/// A value's type. The functions are for reading; the `void*` point to a value of that type.
struct type_info {
    vouch::kind kind = kind::text;
    const enum_info* enumeration = nullptr;
    const object_info* object = nullptr;
    const type_info* element = nullptr;
    void (*store)(void* enumeration, std::int64_t value) = nullptr;
    void* (*append)(void* list) = nullptr;  ///< A new last element.
};

struct field_info {
    std::string_view name;
    bool required = false;
    std::uint16_t slot = 0;  ///< Its first cell in the block of its object.
    const note* notes = nullptr;
    const type_info* type = nullptr;
    void* (*fresh)(void* object) = nullptr;  ///< Resets the member to a value of its own and gives it.
    void (*clear)(void* object) = nullptr;   ///< Resets the member to what it is by default.
};

struct object_info {
    std::string_view doc;
    reading_manner manner = reading_manner::strict;
    std::span<const field_info> fields;
    std::span<const constraint> rules;
    std::uint16_t width = 1;

    /// The field whose cells include this one; nullptr for the object's own cell.
    constexpr const field_info* field_at(std::uint16_t slot) const {
        const field_info* found = nullptr;
        for (const field_info& f : fields) {
            if (f.slot <= slot) found = &f;
        }
        return found;
    }

    /// The field of an object, by its name.
    constexpr const field_info* find(std::string_view name) const {
        for (const field_info& f : fields) {
            if (f.name == name) return &f;
        }
        return nullptr;
    }

    /// The field in a cell, looked up through objects.
    constexpr const field_info* field_in(std::uint16_t slot) const {
        const field_info* f = field_at(slot);
        return f != nullptr && f->slot != slot ? f->type->object->field_in(static_cast<std::uint16_t>(slot - f->slot)) : f;
    }

    /// The JSON Pointer of a cell, from this object.
    constexpr std::string pointer_to(std::uint16_t slot) const {
        const field_info* f = field_at(slot);
        if (f == nullptr) return {};
        std::string pointer = "/";
        pointer += f->name;
        if (f->slot != slot) pointer += f->type->object->pointer_to(static_cast<std::uint16_t>(slot - f->slot));
        return pointer;
    }
};

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
