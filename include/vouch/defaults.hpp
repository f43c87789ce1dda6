// SPDX-License-Identifier: BSL-1.0
// Fills in what the service assumes for absent fields.
#pragma once

#include <vouch/catalog.hpp>
#include <vouch/detail/tables/rows.hpp>
#include <vouch/options.hpp>

#include <concepts>
#include <optional>
#include <string>
#include <utility>

namespace vouch::inline VOUCH_ABI {
namespace detail {

template <class V>
void set_constant(V& to, const constant& c) {
    if constexpr (std::same_as<V, std::string>)
        to = c.text;
    else if constexpr (std::floating_point<V>)
        to = static_cast<V>(c.number);
    else
        to = static_cast<V>(c.integer);
}

template <class V>
constexpr bool has_defaults();

template <class T, std::size_t... I>
constexpr bool any_member_has_defaults(std::index_sequence<I...>) {
    return ((field_rows<T>[I].notes->default_value.holds != constant::type::none ||
             has_defaults<value_of<member_type_at<T, I>>>()) ||
            ...);
}

/// Whether values of a type have members with defaults, at any depth: no code is made for others.
template <class V>
constexpr bool has_defaults() {
    if constexpr (is_list<V> || is_map<V>)
        return has_defaults<element_of<V>>();
    else if constexpr (described_struct<V>)
        return any_member_has_defaults<V>(member_numbers<V>{});
    else
        return false;
}

template <class V>
void fill_defaults(V& value);

template <class T, std::size_t I>
void fill_default(T& object) {
    using M = member_type_at<T, I>;
    constexpr const constant& c = field_rows<T>[I].notes->default_value;
    M& member = object.*member_at<T, I>::pointer;
    if constexpr (!is_optional<M>) {
        if constexpr (has_defaults<M>()) detail::fill_defaults(member);
    } else if constexpr (c.holds != constant::type::none) {
        if (!member.has_value()) set_constant(member.emplace(), c);
    } else if constexpr (has_defaults<value_of<M>>()) {
        if (member.has_value()) detail::fill_defaults(*member);
    }
}

template <class T, std::size_t... I>
void fill_all_defaults(T& object, std::index_sequence<I...>) {
    (fill_default<T, I>(object), ...);
}

template <class V>
void fill_defaults(V& value) {
    if constexpr (!has_defaults<V>()) {
        return;
    } else if constexpr (is_list<V>) {
        for (auto& e : value) detail::fill_defaults(e);
    } else if constexpr (is_map<V>) {
        for (auto& [key, e] : value) detail::fill_defaults(e);
    } else {
        detail::fill_all_defaults(value, member_numbers<V>{});
    }
}

/// The same for a value that was read, if the options ask for it. A rejected schema is not looked at.
template <class T>
void fill_defaults(const options& o, std::optional<T>& value) {
    if constexpr (is_proved<T>) {
        if (o.fill_defaults && value) detail::fill_defaults(*value);
    }
}

}  // namespace detail

/// A copy of a value in which absent members have the defaults of their notes (`default_value`), also in the objects
/// that it has. Absent objects, lists and maps stay absent, and defaults that are given in words are not filled in.
template <described_struct T>
[[nodiscard]] T with_defaults(T value) {
    (void)catalog_of<T>();
    if constexpr (detail::is_proved<T>) detail::fill_defaults(value);
    return value;
}

}  // namespace vouch
