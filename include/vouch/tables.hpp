// SPDX-License-Identifier: BSL-1.0
// A schema as plain constant tables, without its types: what reading, writing, exports and renderings work on.
#pragma once

#include <vouch/detail/json/pointer.hpp>
#include <vouch/shape_of.hpp>

#include <array>
#include <span>
#include <string>

namespace vouch {

struct object_info;

namespace detail {
struct acceleration;
}

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

/// How a value gets to its place: into a member of an object, or to the end of a list; `to` points to the object or the
/// list. The kind of the value says which one is set.
union setters {
    /// Begins an object or a list: an empty one, to be filled; `replacing` where the member was set before.
    void* (*begin)(void* to, bool replacing) = nullptr;
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
    setters set{};  ///< For the elements of a list.
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
    std::string_view name{};
    std::string_view doc{};
    vouch::kind kind = kind::text;  ///< Of its type.
    std::uint8_t index = 0;         ///< Its position in its object.
    std::uint64_t bit = 0;          ///< The same, as a bit.
    bool in_query = false;
    bool required = false;
    asked_checks asks{};
    std::uint16_t slot = 0;  ///< Its first cell in the block of its object.
    const note* notes = nullptr;
    const type_info* type = nullptr;
    setters set{};
};

/// One cell of a block, and what is most often asked of its field.
struct cell_row {
    const field_info* field = nullptr;    ///< nullptr for the object's own.
    const object_info* object = nullptr;  ///< What an object's cell holds.
    std::uint16_t parent = 0;             ///< The cell of the object that the field is a member of.
    vouch::kind kind = kind::object;
    bool required = false;
};

struct object_info {
    std::string_view doc;
    vouch::tolerance tolerance = vouch::tolerance::strict;
    std::span<const foreign_name> foreign{};  ///< Names from elsewhere, in this object and those within.
    std::span<const field_info> fields;
    std::uint64_t required = 0;  ///< The required fields, as bits.
    std::span<const rule> rules;
    std::span<const cell_row> cells;       ///< Those of objects within included, outer ones first.
    std::span<const std::uint16_t> lists;  ///< The cells of lists.
    const detail::acceleration* accelerated = nullptr;

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

}  // namespace vouch
