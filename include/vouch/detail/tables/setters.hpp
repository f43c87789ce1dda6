// SPDX-License-Identifier: BSL-1.0
// Functions that put a value into a member of an object or at the end of a list, with the types erased.
#pragma once

#include <vouch/detail/tables/members.hpp>
#include <vouch/tables.hpp>

namespace vouch::inline VOUCH_ABI::detail {

/// The end of a list, as a place for a value.
template <class E>
struct list_end {
    using value = E;
    template <class... From>
    static E& put(void* list, From... from) {
        auto& v = *static_cast<std::vector<E>*>(list);
        if (v.capacity() == 0) v.reserve(4);
        return v.emplace_back(from...);
    }
    static E& begin(void* list, bool) { return put(list); }
};

/// An element of a map, as a place for a value.
template <class E>
struct map_element {
    using value = E;
    template <class... From>
    static E& put(void* element, From... from) {
        return *static_cast<E*>(element) = E(from...);
    }
    static E& begin(void* element, bool) { return put(element); }
};

/// The element of a map with a key, added if there is none.
template <class Map>
void* element_at(void* map, std::string_view key) {
    return &(*static_cast<Map*>(map))[std::string(key)];
}

/// A member of an object, as a place for a value.
template <class T, std::size_t I>
struct member_of {
    using value = value_of<member_type_at<T, I>>;
    template <class... From>
    static value& put(void* object, From... from) {
        auto& m = static_cast<T*>(object)->*member_at<T, I>::pointer;
        if constexpr (is_optional<member_type_at<T, I>>)
            return m.emplace(from...);
        else
            return m = value(from...);
    }
    static value& begin(void* object, bool replacing) {
        if constexpr (!is_optional<member_type_at<T, I>>) {
            if (!replacing) [[likely]]
                return static_cast<T*>(object)->*member_at<T, I>::pointer;
        }
        return put(object);
    }
};

template <class Place>
void* begin_value(void* to, bool replacing) {
    return &emptied(Place::begin(to, replacing));
}
template <class Place>
void set_integer(void* to, std::int64_t v) {
    Place::put(to, static_cast<typename Place::value>(v));
}
template <class Place>
void set_number(void* to, double v) {
    Place::put(to, static_cast<typename Place::value>(v));
}
template <class Place>
void set_json(void* to, std::string_view text) {
    free_form<typename Place::value>::set(Place::put(to), text);
}
template <class Place>
void set_text(void* to, std::string_view v) {
    Place::put(to, v);
}

template <class Place>
constexpr setters setters_of() {
    constexpr kind k = kind_of<typename Place::value>();
    if constexpr (k == kind::object || has_elements(k))
        return {.begin = &begin_value<Place>};
    else if constexpr (k == kind::text)
        return {.text = &set_text<Place>};
    else if constexpr (k == kind::any)
        return {.json = &set_json<Place>};
    else if constexpr (is_floating(k))
        return {.number = &set_number<Place>};
    else
        return {.integer = &set_integer<Place>};
}

}  // namespace vouch::detail
