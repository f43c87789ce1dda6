// SPDX-License-Identifier: BSL-1.0
// The members of a described struct and the enumerators of a described enum: their types, positions and cells.
#pragma once

#include <vouch/describe.hpp>

#include <boost/describe/modifiers.hpp>
#include <boost/mp11/algorithm.hpp>

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <map>
#include <string>
#include <type_traits>
#include <utility>

namespace boost::json {

class value;

}  // namespace boost::json

namespace vouch::inline VOUCH_ABI::detail {

template <class M>
struct optional_traits {
    static constexpr bool optional = false;
    using value = M;
};
template <class V>
struct optional_traits<std::optional<V>> {
    static constexpr bool optional = true;
    using value = V;
};

template <class V>
struct list_traits {
    static constexpr bool list = false;
};
template <class V>
struct list_traits<std::vector<V>> {
    static constexpr bool list = true;
    using element = V;
};

template <class V>
struct map_traits {
    static constexpr bool map = false;
};
template <class V, class Compare, class Allocator>
struct map_traits<std::map<std::string, V, Compare, Allocator>> {
    static constexpr bool map = true;
    using element = V;
};

/// The value type of a member: `V` for both `V` and `std::optional<V>`.
template <class M>
using value_of = typename optional_traits<std::remove_cv_t<M>>::value;

/// A member that may be absent.
template <class M>
inline constexpr bool is_optional = optional_traits<std::remove_cv_t<M>>::optional;

template <class V>
inline constexpr bool is_list = list_traits<V>::list;
template <class V>
inline constexpr bool is_map = map_traits<V>::map;

template <class V>
constexpr auto element_type() {
    if constexpr (is_list<V>)
        return std::type_identity<typename list_traits<V>::element>{};
    else
        return std::type_identity<typename map_traits<V>::element>{};
}
/// The type of the elements of a list or a map.
template <class V>
using element_of = typename decltype(element_type<V>())::type;

template <class T>
constexpr auto describe_members() {
    if constexpr (described_as_large<T>)
        return vouch_described(static_cast<T**>(nullptr));
    else
        return boost::describe::describe_members<T, boost::describe::mod_public>{};
}

/// Descriptors of a struct's members, each with `pointer` and `name`.
template <class T>
using member_list = decltype(describe_members<T>());

template <class E>
constexpr auto describe_enumerators() {
    if constexpr (described_as_large<E>)
        return vouch_described(static_cast<E**>(nullptr));
    else
        return []<template <class...> class L, class... D>(L<D...>) {
            return std::array<described_enumerator, sizeof...(D)>{described_enumerator{D::name, D::value}...};
        }(boost::describe::describe_enumerators<E>{});
}

template <class E>
inline constexpr auto described_enumerators = describe_enumerators<E>();

template <class L>
inline constexpr std::size_t length_of = 0;
template <template <class...> class L, class... D>
inline constexpr std::size_t length_of<L<D...>> = sizeof...(D);

/// The type of the member that a Boost.Describe descriptor refers to.
template <class T, class D>
using member_type = std::remove_cvref_t<decltype(std::declval<T&>().*D::pointer)>;

// Members and enumerators by their number. Names of functions stay short with numbers, where descriptors would be
// spelled out: compilers and linkers have less to read.

template <class T, std::size_t I>
using member_at = boost::mp11::mp_at_c<member_list<T>, I>;

/// The type of member number `I`.
template <class T, std::size_t I>
using member_type_at = member_type<T, member_at<T, I>>;

template <class T>
inline constexpr std::size_t member_count = length_of<member_list<T>>;

template <class T>
using member_numbers = std::make_index_sequence<member_count<T>>;

template <class E>
inline constexpr std::size_t enumerator_count = described_enumerators<E>.size();

template <class E, std::size_t I>
inline constexpr E enumerator_at = static_cast<E>(described_enumerators<E>[I].value);

template <class E>
using enumerator_numbers = std::make_index_sequence<enumerator_count<E>>;

template <class V>
constexpr kind kind_of() {
    if constexpr (std::same_as<V, bool>)
        return kind::boolean;
    else if constexpr (std::same_as<V, std::int32_t>)
        return kind::int32;
    else if constexpr (std::same_as<V, std::uint32_t>)
        return kind::uint32;
    else if constexpr (std::same_as<V, std::int64_t>)
        return kind::int64;
    else if constexpr (std::same_as<V, std::uint64_t>)
        return kind::uint64;
    else if constexpr (std::same_as<V, float>)
        return kind::float32;
    else if constexpr (std::same_as<V, double>)
        return kind::number;
    else if constexpr (std::same_as<V, boost::json::value>)
        return kind::any;
    else if constexpr (std::same_as<V, std::string>)
        return kind::text;
    else if constexpr (is_list<V>)
        return kind::list;
    else if constexpr (is_map<V>)
        return kind::map;
    else if constexpr (described_enum<V>)
        return kind::enumeration;
    else
        return kind::object;  // `proof.hpp` rejects anything that is not a described struct.
}

/// The number of cells that a value takes in its object's block: for an object, one more than its members take.
template <class V>
constexpr std::size_t width_of();

template <class T, template <class...> class L, class... D>
constexpr std::size_t width_of_members(L<D...>) {
    return (std::size_t{0} + ... + width_of<value_of<member_type<T, D>>>());
}

template <class V>
constexpr std::size_t width_of() {
    if constexpr (described_struct<V>)
        return 1 + width_of_members<V>(member_list<V>{});
    else
        return 1;
}

/// Where each member's cells begin in the block of a `T`; the object's own cell is number 0.
template <class T, template <class...> class L, class... D>
constexpr auto slots_of(L<D...>) {
    std::array<std::uint16_t, sizeof...(D)> first{};
    const std::array<std::size_t, sizeof...(D)> widths{width_of<value_of<member_type<T, D>>>()...};
    std::size_t next = 1;
    for (std::size_t i = 0; i < sizeof...(D); ++i) {
        first[i] = static_cast<std::uint16_t>(next);
        next += widths[i];
    }
    return first;
}

template <class T>
inline constexpr auto first_slots = slots_of<T>(member_list<T>{});

/// The first cell of a member in the block of a `T`; 0, the object's own cell, if the member was not described.
template <class T>
constexpr std::uint16_t slot_of(std::size_t index) {
    if constexpr (described_struct<T>) return index < first_slots<T>.size() ? first_slots<T>[index] : std::uint16_t{0};
    return 0;
}

inline constexpr std::size_t not_described = static_cast<std::size_t>(-1);

/// The position of a member among those that were described, or `not_described`.
template <class T, class M, template <class...> class L, class... D>
constexpr std::size_t index_in(M T::*pointer, L<D...>) {
    std::size_t index = not_described;
    std::size_t i = 0;
    const auto look = [&]<class P>(P candidate) {
        if constexpr (std::same_as<P, M T::*>) {
            if (candidate == pointer) index = i;
        }
        ++i;
    };
    (look(D::pointer), ...);
    return index;
}

template <class T, class M>
constexpr std::size_t index_of(M T::*pointer) {
    if constexpr (described_struct<T>)
        return index_in(pointer, member_list<T>{});
    else
        return not_described;
}

/// The positions of enumerators in the order of their values.
template <class E>
inline constexpr auto enumerators_by_value = [] {
    std::array<std::uint16_t, enumerator_count<E>> by_value{};
    for (std::size_t i = 0; i < by_value.size(); ++i) by_value[i] = static_cast<std::uint16_t>(i);
    std::sort(by_value.begin(), by_value.end(), [](std::uint16_t a, std::uint16_t b) {
        return described_enumerators<E>[a].value < described_enumerators<E>[b].value;
    });
    return by_value;
}();

/// The position of an enumerator among those that were described, or `not_described`.
template <class E>
constexpr std::size_t position_of(E e) {
    const auto value = static_cast<std::int64_t>(e);
    if constexpr (enumerator_count<E> <= 16) {
        for (std::size_t i = 0; i < enumerator_count<E>; ++i) {
            if (described_enumerators<E>[i].value == value) return i;
        }
        return not_described;
    } else {
        const auto& all = enumerators_by_value<E>;
        const auto at = std::lower_bound(all.begin(), all.end(), value, [](std::uint16_t i, std::int64_t v) {
            return described_enumerators<E>[i].value < v;
        });
        return at != all.end() && described_enumerators<E>[*at].value == value ? *at : not_described;
    }
}

inline constexpr std::size_t max_levels = 12;             ///< Of a schema's objects, lists and maps.
inline constexpr std::size_t max_members_at_once = 1024;  ///< Of a struct and those around it, together.

/// How deep the objects, lists and maps of a type nest.
template <class V>
constexpr std::size_t levels_of() {
    if constexpr (has_elements(kind_of<V>())) {
        return 1 + levels_of<element_of<V>>();
    } else if constexpr (kind_of<V>() == kind::object) {
        return []<template <class...> class L, class... D>(L<D...>) {
            return 1 + (std::max)({std::size_t{0}, levels_of<value_of<member_type<V, D>>>()...});
        }(member_list<V>{});
    } else {
        return 0;
    }
}

inline constexpr std::size_t max_enumerators = 1024;

/// The most members that a struct within a type and those around it have together.
template <class V>
constexpr std::size_t members_at_once() {
    if constexpr (has_elements(kind_of<V>())) {
        return members_at_once<element_of<V>>();
    } else if constexpr (kind_of<V>() == kind::object) {
        return []<template <class...> class L, class... D>(L<D...>) {
            return sizeof...(D) + (std::max)({std::size_t{0}, members_at_once<value_of<member_type<V, D>>>()...});
        }(member_list<V>{});
    } else {
        return 0;
    }
}

/// The most members of a struct, or enumerators of an enum, within a type.
template <class V>
constexpr std::size_t largest_within() {
    if constexpr (has_elements(kind_of<V>())) {
        return largest_within<element_of<V>>();
    } else if constexpr (kind_of<V>() == kind::object) {
        return []<template <class...> class L, class... D>(L<D...>) {
            return (std::max)({sizeof...(D), largest_within<value_of<member_type<V, D>>>()...});
        }(member_list<V>{});
    } else if constexpr (kind_of<V>() == kind::enumeration) {
        return enumerator_count<V>;
    } else {
        return 0;
    }
}

/// Whether a kind of values is in a type.
template <class V>
constexpr bool contains(kind k) {
    if (kind_of<V>() == k) return true;
    if constexpr (has_elements(kind_of<V>())) {
        return contains<element_of<V>>(k);
    } else if constexpr (kind_of<V>() == kind::object) {
        return [k]<template <class...> class L, class... D>(L<D...>) {
            return (contains<value_of<member_type<V, D>>>(k) || ...);
        }(member_list<V>{});
    } else {
        return false;
    }
}

/// How a free-form value is made of JSON text and written as such: see free_form.hpp.
template <class V>
struct free_form;

/// Calls `f` with each member of a described struct.
template <class T, class F>
constexpr void for_each_member(T& object, F f) {
    using described = std::remove_const_t<T>;
    [&]<template <class...> class L, class... D>(L<D...>) { (f(object.*D::pointer), ...); }(member_list<described>{});
}

/// Whether the optional members, lists and maps of an object are empty.
template <class T>
constexpr bool is_empty(const T& object) {
    bool empty = true;
    for_each_member(object, [&]<class M>(const M& member) {
        if constexpr (is_optional<M>)
            empty = empty && !member.has_value();
        else if constexpr (has_elements(kind_of<M>()))
            empty = empty && member.empty();
        else if constexpr (described_struct<M>)
            empty = empty && is_empty(member);
    });
    return empty;
}

/// Whether new objects are empty, which compilers know of types that can be made in constant expressions.
template <class T, bool Empty = is_empty(T{})>
constexpr bool starts_empty(int) {
    return Empty;
}
template <class T>
constexpr bool starts_empty(long) {
    return false;
}

/// A new value without what initializers of its members have put there: what a document does not have is absent.
template <class V>
[[gnu::always_inline]] constexpr V& emptied(V& value) {
    if constexpr (described_struct<V>) {
        if constexpr (!starts_empty<V>(0)) {
            for_each_member(value, []<class M>(M& member) {
                if constexpr (is_optional<M>)
                    member.reset();
                else if constexpr (has_elements(kind_of<M>()))
                    member.clear();
                else
                    emptied(member);
            });
        }
    }
    return value;
}

/// Makes a value where it is wanted; `emplace()` would clear its place twice.
struct empty_value {
    template <class T>
    operator T() const {
        if constexpr (starts_empty<T>(0)) {
            return T{};
        } else {
            T value{};
            emptied(value);
            return value;
        }
    }
};

}  // namespace vouch::detail
