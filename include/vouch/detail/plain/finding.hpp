// SPDX-License-Identifier: BSL-1.0
// A broken rule, and where: what the checker reports to a sink.
#pragma once

#include <vouch/cell.hpp>
#include <vouch/detail/config.hpp>
#include <vouch/detail/json/pointer.hpp>
#include <vouch/tables.hpp>

#include <cstddef>
#include <string>

namespace vouch::inline VOUCH_ABI::detail {

inline constexpr std::size_t no_index = static_cast<std::size_t>(-1);
inline constexpr std::size_t usual_pointer = 64;  ///< Bytes that most JSON Pointers fit into.

/// Appends an element's name to a JSON Pointer: its index or its key, with U+FFFD for what is not UTF-8.
VOUCH_STRING_CONSTEXPR void append_element(std::string& pointer, const cell& list, std::size_t index) {
    const auto key = list.list.source->key(index);
    if (!key) return append_pointer(pointer, index);
    if (is_utf8(*key)) return append_pointer(pointer, *key);
    std::string shown;
    append_shown(shown, *key, key->size());
    append_pointer(pointer, shown);
}

/// An object within a document: a member of its parent, or an element of one of its parent's lists or maps.
struct object_position {
    const object_position* parent = nullptr;
    const object_info* object = nullptr;
    const cell* block = nullptr;
    std::uint16_t slot = 0;  ///< The member in the parent.
    std::size_t index = no_index;

    constexpr void append_pointer_to(std::string& p) const {
        if (parent == nullptr) return;
        parent->append_pointer_to(p);
        parent->object->append_pointer_to(slot, p);
        if (index != no_index) append_element(p, parent->block[slot], index);
    }
};

/// A broken rule and the cell that it is reported at: a member of an object, an element of a list or map, or a member
/// of an element.
struct finding {
    const rule_words* rule = nullptr;
    const object_position* where = nullptr;
    std::uint16_t slot = 0;
    std::size_t index = no_index;  ///< The element, if the member has elements.
    std::uint16_t member = 0;      ///< The element's member.
    const clause* broken = nullptr;
    bool of_key = false;  ///< The rule is about the element's key.

    [[nodiscard]] constexpr const field_info& field() const {
        const field_info& f = *where->object->cells[slot].field;
        return member == 0 ? f : *f.type->element->object->cells[member].field;
    }
    [[nodiscard]] constexpr const type_info& type() const {
        const type_info& t = *field().type;
        return index != no_index && member == 0 ? *t.element : t;
    }
    [[nodiscard]] constexpr cell value() const {
        const cell& c = where->block[slot];
        if (of_key) return cell(*c.list.source->key(index));
        return index == no_index ? c : c.item(index, member);
    }
    [[nodiscard]] VOUCH_STRING_CONSTEXPR std::string pointer() const {
        std::string p;
        p.reserve(usual_pointer);
        where->append_pointer_to(p);
        where->object->append_pointer_to(slot, p);
        if (index != no_index) append_element(p, where->block[slot], index);
        if (member != 0) p += where->object->cells[slot].field->type->element->object->pointer_to(member);
        return p;
    }
};

class finding_sink {
public:
    constexpr virtual void found(const finding& f) = 0;

protected:
    constexpr ~finding_sink() = default;
};

}  // namespace vouch::detail
