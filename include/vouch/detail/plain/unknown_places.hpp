// SPDX-License-Identifier: BSL-1.0
// Which objects unknown members belong to, also after the lists around them were changed.
#pragma once

#include <vouch/detail/plain/block.hpp>
#include <vouch/detail/plain/finding.hpp>
#include <vouch/detail/plain/numbering.hpp>
#include <vouch/detail/plain/writer.hpp>
#include <vouch/detail/sequence.hpp>

#include <algorithm>
#include <charconv>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace vouch::inline VOUCH_ABI::detail {

/// The known members of an element, as JSON.
inline std::string json_of_element(const cell& list, std::size_t index, const object_info& element) {
    std::string out;
    with_element(list, index, [&](const cell* block) { writer(out, {}).object(element, block); });
    return out;
}

/// Goes from an object to the one within it that a JSON Pointer leads to, and appends the way to `pointer`; false if
/// there is none. For a list, `choose(list, index, element, pointer)` says which of its elements the index means; one
/// past the last means none.
template <class Choose>
bool go_to_object(const object_info& o, const cell* block, std::string_view way, std::string& pointer, Choose& choose) {
    if (way.empty()) return true;
    const field_info* const f = find_spelling(o, next_name(way));
    if (f == nullptr || object_within(*f) == nullptr || !block[f->slot].present()) return false;
    const object_info& inner = *object_within(*f);
    const cell& c = block[f->slot];
    append_pointer(pointer, f->name);
    if (f->kind == kind::object) return go_to_object(inner, &c, way, pointer, choose);

    const std::string name = next_name(way);
    bool found = false;
    const auto go_on = [&](std::size_t, const cell* e) { found = go_to_object(inner, e, way, pointer, choose); };
    if (f->kind == kind::map) {
        append_pointer(pointer, name);
        calling_visitor visitor(go_on);
        return c.list.source->show_at(name, visitor) && found;
    }
    std::size_t index = 0;
    const char* const end = name.data() + name.size();
    if (const auto [at, error] = std::from_chars(name.data(), end, index); error != std::errc() || at != end)
        return false;
    const std::size_t chosen = choose(c, index, inner, std::as_const(pointer));
    if (chosen >= c.size()) return false;
    append_pointer(pointer, chosen);
    with_element(c, chosen, [&](const cell* e) { go_on(0, e); });
    return found;
}

inline std::string_view object_part(std::string_view pointer) {
    return pointer.substr(0, (std::min)(pointer.rfind('/'), pointer.size()));
}

/// Keeps what the lists around unknown members are now.
inline void remember_lists(std::vector<unknown_member>& members, const object_info& root, const cell* block) {
    numbering pointers;
    sequence<list_around> elements;  // By number of their pointers.
    const unknown_member* last = nullptr;
    for (unknown_member& u : members) {
        if (last != nullptr && object_part(last->path) == object_part(u.path)) {
            u.lists = last->lists;
            continue;
        }
        last = &u;
        const auto remember = [&](const cell& list, std::size_t index, const object_info& element, std::string at) {
            append_pointer(at, index);
            const auto [pointer_of_element, number, is_new] = pointers.of(std::move(at));
            if (is_new)
                elements.push_back(
                    {list.size(), std::make_shared<const std::string>(json_of_element(list, index, element))});
            u.lists.push_back(elements[number]);
            return index;
        };
        std::string pointer;
        go_to_object(root, block, object_part(u.path), pointer, remember);
    }
}

/// Finds the objects of unknown members in a value.
class unknown_places {
public:
    unknown_places(const object_info& root, const cell* block) : root_(root), block_(block) {}

    /// The pointer of a member's object; nothing if there is no such object now.
    std::optional<std::string> object_of(const unknown_member& u) {
        if (last_ == nullptr || !is_same_object(*last_, u)) {
            object_ = find_object_of(u);
            last_ = &u;
        }
        return object_;
    }

private:
    /// Members of one object follow each other.
    static bool is_same_object(const unknown_member& a, const unknown_member& b) {
        if (object_part(a.path) != object_part(b.path) || a.lists.size() != b.lists.size()) return false;
        for (std::size_t i = 0; i < a.lists.size(); ++i) {
            if (a.lists[i].size != b.lists[i].size || a.lists[i].element != b.lists[i].element) return false;
        }
        return true;
    }

    std::optional<std::string> find_object_of(const unknown_member& u) {
        std::size_t depth = 0;
        const auto choose = [&](const cell& list, std::size_t index, const object_info& element,
                                const std::string& pointer) {
            const list_around* const was = depth < u.lists.size() ? &u.lists[depth++] : nullptr;
            if (was == nullptr || was->element == nullptr || was->size == list.size()) return index;
            return in_changed_list(list, index, *was->element, element, pointer);
        };
        std::string pointer;
        if (!go_to_object(root_, block_, object_part(u.path), pointer, choose)) return std::nullopt;
        return pointer;
    }

    /// The element of a list, of another size now, that was number `index`: one that is equal, and none twice; no_index
    /// if there is none.
    std::size_t in_changed_list(const cell& list, std::size_t index, const std::string& json,
                                const object_info& element, const std::string& pointer) {
        std::string name = pointer;
        append_pointer(name, index);
        const auto known = elements_.of(std::move(name));
        if (!known.is_new) return found_[known.number];
        if (lists_.of(pointer).is_new) {
            for (std::size_t i = 0; i < list.size(); ++i)
                equal_to(pointer + json_of_element(list, i, element)).indices.push_back(i);
        }
        equal_elements& equal = equal_to(pointer + json);
        return found_.push_back(equal.taken < equal.indices.size() ? equal.indices[equal.taken++] : no_index);
    }

    /// The elements of a list that are equal, and how many of them have unknown members already.
    struct equal_elements {
        sequence<std::size_t> indices;
        std::size_t taken = 0;
    };
    /// `text` is the pointer of the list and the JSON of an element.
    equal_elements& equal_to(std::string text) {
        const auto [kept, number, is_new] = texts_.of(std::move(text));
        return is_new ? equal_.emplace_back() : equal_[number];
    }

    const object_info& root_;
    const cell* block_;
    const unknown_member* last_ = nullptr;  ///< The member that was asked for last, and its object.
    std::optional<std::string> object_;
    numbering lists_;  ///< The pointers of lists that have changed.
    numbering texts_;  ///< Of their elements.
    sequence<equal_elements> equal_;
    numbering elements_;           ///< The pointers of elements as they were.
    sequence<std::size_t> found_;  ///< Where these are now, by number.
};

}  // namespace vouch::detail
