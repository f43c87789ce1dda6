// SPDX-License-Identifier: BSL-1.0
// The tables of a described type, and how to find one's way in them: by JSON Pointer, and field by field.
#pragma once

#include <vouch/detail/tables/proof.hpp>

#include <vouch/detail/tables/objects.hpp>

namespace vouch {

/// The tables of a described type. A schema with a mistake is refused here, with one sentence.
template <class T>
constexpr const object_info& catalog_of() {
    if constexpr (detail::is_proved<T>)
        return detail::object_of<T>;
    else
        return detail::no_object;
}

/// What a JSON Pointer leads to: a field, or an element of one that is a list. No type where the schema has no such
/// position, and for the document itself.
struct schema_position {
    const object_info* object = nullptr;  ///< That the field is a member of.
    const field_info* field = nullptr;
    const type_info* type = nullptr;
};

constexpr schema_position find_position(const object_info& root, std::string_view pointer) {
    schema_position at{&root};
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

/// The object that a field holds, or that the elements of its list are; nullptr for other fields.
constexpr const object_info* object_within(const field_info& f) {
    return f.kind == kind::list ? f.type->element->object : f.type->object;
}

/// Calls `f(field, pointer)` for each field of an object, those within objects and elements after them; in the pointer,
/// `element` stands for the index of an element. Goes into a field unless `f` answers false.
template <class F>
constexpr void for_each_field(const object_info& object, F&& f, std::string_view element = "*",
                              const std::string& pointer = {}) {
    for (const field_info& field : object.fields) {
        std::string here = pointer + "/" + std::string(field.name);
        bool enters = true;
        if constexpr (std::is_void_v<decltype(f(field, here))>)
            f(field, here);
        else
            enters = f(field, here);
        const object_info* const within = object_within(field);
        if (within == nullptr || !enters) continue;
        if (field.kind == kind::list) detail::append_pointer(here, element);
        for_each_field(*within, f, element, here);
    }
}

/// The rules of a field's notes, in the order of the notes; those without an id are not set.
constexpr std::array<const rule_words*, 5> rules_of(const note& n) {
    return {&n.range.rule, &n.one_of.rule, &n.length.rule, &n.deprecated.rule, &n.misplaced};
}

/// Calls `f(rule_words)` for each rule of an object and what it holds, in the order of the schema.
template <class F>
constexpr void for_each_rule(const object_info& object, F&& f) {
    for (const field_info& field : object.fields) {
        for (const rule_words* r : rules_of(*field.notes)) {
            if (!r->id.empty()) f(*r);
        }
        if (const object_info* const within = object_within(field)) for_each_rule(*within, f);
    }
    for (const rule& r : object.rules) f(r.words);
}

}  // namespace vouch
