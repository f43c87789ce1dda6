// SPDX-License-Identifier: BSL-1.0
// A schema as plain constant tables, without its types, and how to find one's way in them: what reading, writing,
// exports and renderings work on.
#pragma once

#include <vouch/annotate.hpp>
#include <vouch/built_in_rules.hpp>
#include <vouch/clause.hpp>
#include <vouch/detail/config.hpp>
#include <vouch/detail/json/pointer.hpp>
#include <vouch/unicode.hpp>

#include <array>
#include <span>
#include <string>
#include <utility>

namespace vouch::inline VOUCH_ABI {

struct object_info;

/// An enumerator.
struct enumerator_info {
    std::string_view name;   ///< As in documents.
    std::string_view doc;    ///< What it means.
    std::int64_t value = 0;  ///< Its number in C++.
};

/// An enum.
struct enum_info {
    std::string_view doc;                     ///< What it means.
    std::span<const enumerator_info> values;  ///< In declared order.

    /// The name of an enumerator by its value; empty if none has it.
    [[nodiscard]] constexpr std::string_view name_of(std::int64_t value) const {
        for (const enumerator_info& e : values) {
            if (e.value == value) return e.name;
        }
        return {};
    }

    /// The position of an enumerator by its name, or -1.
    [[nodiscard]] constexpr std::int64_t position_of(std::string_view name) const {
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (equal(values[i].name, name)) return static_cast<std::int64_t>(i);
        }
        return -1;
    }
};

/// How a value is stored: in a member of an object, at the end of a list, or in an element of a map; `to` points to the
/// object, the list or the element. The kind of the value determines which function is set.
union setters {
    /// Begins an empty object, list or map, to be filled; `replacing` if the member was set before.
    void* (*begin)(void* to, bool replacing) = nullptr;
    void (*integer)(void* to, std::int64_t value);   ///< A boolean, an integer, or an enumerator's value.
    void (*number)(void* to, double value);          ///< A number that need not be an integer.
    void (*text)(void* to, std::string_view value);  ///< A text, which is copied.
    void (*json)(void* to, std::string_view text);   ///< A free-form value, as JSON.
};

/// A value's type.
struct type_info {
    vouch::kind kind = kind::text;                           ///< What it holds.
    const enum_info* enumeration = nullptr;                  ///< The enum of an enumeration, or nullptr.
    const object_info* object = nullptr;                     ///< The struct of an object, or nullptr.
    const type_info* element = nullptr;                      ///< The type of the elements of a list or map, or nullptr.
    setters set{};                                           ///< For these elements.
    void* (*at)(void* map, std::string_view key) = nullptr;  ///< The element with a key, added if there is none.
};

/// Which of a field's notes have to be checked, so that the checker can skip the others.
struct asked_checks {
    bool range = false;       ///< Its number is limited.
    bool one_of = false;      ///< Only some integers are allowed.
    bool multiple = false;    ///< Its integer must be a multiple of another.
    bool length = false;      ///< Its length is limited.
    bool form = false;        ///< Its text must have a form.
    bool deprecated = false;  ///< It should no longer be used.
    bool blank = false;       ///< A blank text does not count as a value.
    bool unique = false;      ///< Its elements must differ.
    /// Whether a value that is neither blank nor deprecated has to be looked at.
    [[nodiscard]] constexpr bool any_limit() const { return range || one_of || multiple || length || form; }
};

/// Members of a struct, by number.
class member_set {
public:
    static constexpr std::size_t max_members = 256;  ///< That a struct can have.

    /// Whether a member is in the set.
    [[nodiscard]] constexpr bool has(std::uint8_t index) const { return (words_[index / 64] >> index % 64 & 1) != 0; }
    /// Adds a member.
    constexpr void add(std::uint8_t index) { words_[index / 64] |= std::uint64_t{1} << index % 64; }
    /// Removes a member.
    constexpr void remove(std::uint8_t index) { words_[index / 64] &= ~(std::uint64_t{1} << index % 64); }
    /// Whether all members of another set are in this one.
    [[nodiscard]] constexpr bool has_all(const member_set& others) const {
        std::uint64_t missing = 0;
        for (std::size_t i = 0; i < words_.size(); ++i) missing |= others.words_[i] & ~words_[i];
        return missing == 0;
    }
    /// Whether the set has no member.
    [[nodiscard]] constexpr bool empty() const { return words_ == decltype(words_){}; }

private:
    std::array<std::uint64_t, max_members / 64> words_{};
};

/// A member of a struct.
struct field_info {
    std::string_view name{};          ///< Its key in documents.
    std::string_view doc{};           ///< What it means.
    vouch::kind kind = kind::text;    ///< The kind of its type.
    std::uint8_t index = 0;           ///< Its position in its object.
    bool in_query = false;            ///< The query carries it, not the body.
    bool required = false;            ///< It is not optional.
    asked_checks asks{};              ///< The notes that have to be checked.
    asked_checks asks_elements{};     ///< The same for the notes on elements.
    asked_checks asks_keys{};         ///< The same for the notes on keys.
    std::uint16_t slot = 0;           ///< Its first cell in the block of its object.
    const note* notes = nullptr;      ///< Its notes.
    const type_info* type = nullptr;  ///< Its type, without std::optional.
    setters set{};                    ///< Store it in its object.
};

/// One cell of a block, and what is needed most often about its field.
struct cell_row {
    const field_info* field = nullptr;    ///< nullptr for the object's own cell.
    const object_info* object = nullptr;  ///< The object, if the cell holds one.
    std::uint16_t parent = 0;             ///< The cell of the object that the field is a member of.
    vouch::kind kind = kind::object;      ///< What the field holds.
    bool required = false;                ///< The field is not optional.
};

/// A struct.
struct object_info {
    std::string_view doc;                                   ///< What it means.
    vouch::tolerance tolerance = vouch::tolerance::strict;  ///< How its documents are read.
    std::string_view source{};                              ///< The name of the reference that its rules come from.
    std::span<const foreign_name> foreign{};                ///< Names from elsewhere, in this object and those within.
    std::span<const field_info> fields;                     ///< In declared order.
    member_set required{};                                  ///< The required fields.
    std::span<const rule_row> rules;                        ///< Its own rules; objects within have theirs.
    std::span<const cell_row> cells;                        ///< Including those of objects within, outer ones first.
    std::span<const std::uint16_t> lists;                   ///< The cells of lists and maps.

    /// The cells of its block.
    [[nodiscard]] constexpr std::uint16_t width() const { return static_cast<std::uint16_t>(cells.size()); }

    /// The field with a name, or nullptr; the search begins at the field with number `first`.
    [[nodiscard]] constexpr const field_info* find(std::string_view name, std::size_t first = 0) const {
        for (std::size_t i = 0; i < fields.size(); ++i, ++first) {
            if (first == fields.size()) first = 0;
            if (equal(fields[first].name, name)) return &fields[first];
        }
        return nullptr;
    }

    /// The JSON Pointer of a cell, from this object.
    [[nodiscard]] VOUCH_STRING_CONSTEXPR std::string pointer_to(std::uint16_t slot) const {
        std::string pointer;
        append_pointer_to(slot, pointer);
        return pointer;
    }
    /// Appends it to a text.
    constexpr void append_pointer_to(std::uint16_t slot, std::string& pointer) const {
        if (slot == 0) return;
        append_pointer_to(cells[slot].parent, pointer);
        detail::append_pointer(pointer, cells[slot].field->name);
    }
};

/// The number of choices of a cell: the enumerators, or false and true; 0 for other types.
constexpr std::size_t choices_of(const type_info& type) {
    if (type.kind == kind::boolean) return 2;
    return type.kind == kind::enumeration ? type.enumeration->values.size() : 0;
}

namespace detail {

/// Whether a name is one of a field's aliases.
constexpr bool is_alias(const field_info& f, std::string_view name) {
    for (const std::string_view alias : f.notes->aliases) {
        if (alias == name) return true;
    }
    return false;
}

/// The field with a name, or with that alias.
constexpr const field_info* find_spelling(const object_info& o, std::string_view name) {
    if (const field_info* const f = o.find(name)) return f;
    for (const field_info& f : o.fields) {
        if (is_alias(f, name)) return &f;
    }
    return nullptr;
}

}  // namespace detail

/// What a JSON Pointer leads to: a field, or an element of one that is a list or map. No type where the schema has no
/// such position, and for the document itself.
struct schema_position {
    const object_info* object = nullptr;  ///< That the field is a member of.
    const field_info* field = nullptr;    ///< The field, or the list or map that has the element.
    const type_info* type = nullptr;      ///< The type of the field or the element.
};

/// What a pointer leads to from the root of a schema. Names can be aliases, and any will do for the index of an
/// element.
VOUCH_STRING_CONSTEXPR schema_position find_position(const object_info& root, std::string_view pointer) {
    schema_position at{&root};
    const object_info* object = &root;
    while (!pointer.empty()) {
        if (pointer.front() != '/') return {};
        const std::string name = detail::next_name(pointer);
        if (at.type != nullptr && has_elements(at.type->kind)) {
            at.type = at.type->element;
        } else {
            if (object == nullptr) return {};
            at = {object, detail::find_spelling(*object, name)};
            if (at.field == nullptr) return {};
            at.type = at.field->type;
        }
        object = at.type->object;
    }
    return at;
}

/// The object that a field holds, or that the elements of its list or map are; nullptr for other fields.
constexpr const object_info* object_within(const field_info& f) {
    return has_elements(f.kind) ? f.type->element->object : f.type->object;
}

namespace detail {

template <class F>
constexpr void for_each_field_at(std::string& pointer, const object_info& object, F& f, std::string_view element) {
    const std::size_t size = pointer.size();
    for (const field_info& field : object.fields) {
        pointer.resize(size);
        append_pointer(pointer, field.name);
        bool enters = true;
        if constexpr (std::is_void_v<decltype(f(field, std::as_const(pointer)))>)
            f(field, std::as_const(pointer));
        else
            enters = f(field, std::as_const(pointer));
        const object_info* const within = object_within(field);
        if (within == nullptr || !enters) continue;
        if (has_elements(field.kind)) append_pointer(pointer, element);
        for_each_field_at(pointer, *within, f, element);
    }
}

}  // namespace detail

/// Calls `f(field, pointer)` for each field of an object, those within objects and elements after them; in the pointer,
/// `element` takes the place of an element's index or key. Goes into a field unless `f` answers false.
template <class F>
VOUCH_STRING_CONSTEXPR void for_each_field(const object_info& object, F&& f, std::string_view element = "*") {
    std::string pointer;
    detail::for_each_field_at(pointer, object, f, element);
}

namespace detail {

inline constexpr rule_words no_rule{};

/// The rule for what is too short, if it is not that for what is too long.
constexpr const rule_words* short_rule_of(const length_note& n) {
    return n.min_rule.id == n.rule.id ? &no_rule : &n.min_rule;
}

}  // namespace detail

/// The rules of a field's notes, in the order of the notes; those without an id are not set.
constexpr std::array<const rule_words*, 21> rules_of_note(const note& n) {
    const element_note& e = n.elements;
    const element_note& k = n.keys;
    return {&n.range.rule,
            &n.one_of.rule,
            &n.multiple_of.rule,
            &n.length.rule,
            detail::short_rule_of(n.length),
            &n.matches.rule,
            &e.range.rule,
            &e.one_of.rule,
            &e.multiple_of.rule,
            &e.length.rule,
            detail::short_rule_of(e.length),
            &e.matches.rule,
            &k.range.rule,
            &k.one_of.rule,
            &k.multiple_of.rule,
            &k.length.rule,
            detail::short_rule_of(k.length),
            &k.matches.rule,
            n.unique ? &built_in_rules::duplicate_element : &detail::no_rule,
            &n.deprecated.rule,
            &n.misplaced};
}

/// Calls `f(rule_words)` for each rule of an object and what it holds, in the order of the schema.
template <class F>
constexpr void for_each_rule(const object_info& object, F&& f) {
    for (const field_info& field : object.fields) {
        for (const rule_words* r : rules_of_note(*field.notes)) {
            if (!r->id.empty()) f(*r);
        }
        if (const object_info* const within = object_within(field)) for_each_rule(*within, f);
    }
    for (const rule_row& r : object.rules) f(r.words);
}

/// Whether a schema has a rule, built-in ones included.
constexpr bool has_rule(const object_info& schema, std::string_view id) {
    bool found = built_in_rules::find(id) != nullptr;
    for_each_rule(schema, [&](const rule_words& r) { found = found || r.id == id; });
    return found;
}

}  // namespace vouch
