// SPDX-License-Identifier: BSL-1.0
// Fills in what the service assumes for absent fields.
#pragma once

#include <vouch/catalog.hpp>
#include <vouch/detail/visit.hpp>
#include <vouch/options.hpp>

#include <concepts>
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
void fill_defaults(V& value) {
    if constexpr (is_list<V>) {
        for (auto& e : value) fill_defaults(e);
    } else if constexpr (is_map<V>) {
        for (auto& [key, e] : value) fill_defaults(e);
    } else if constexpr (described_struct<V>) {
        any_member(value, []<class M>(M& member, const field_info& f) {
            using Value = value_of<M>;
            if constexpr (!is_optional<M>) {
                fill_defaults(member);
            } else if (member.has_value()) {
                fill_defaults(*member);
            } else if constexpr (!has_elements(kind_of<Value>()) && !described_struct<Value> &&
                                 kind_of<Value>() != kind::any) {
                if (f.notes->default_value.holds != constant::type::none)
                    set_constant(member.emplace(), f.notes->default_value);
            }
            return false;
        });
    }
}

/// The same for a value that was read, if the options ask for it. A rejected schema is not looked at.
template <class T>
void fill_defaults(const options& o, std::optional<T>& value) {
    if constexpr (is_proved<T>) {
        if (o.fill_defaults && value) fill_defaults(*value);
    }
}

}  // namespace detail

/// A copy of a value in which absent members have the defaults of their notes (`default_value`), also in the objects
/// that it has. Absent objects, lists and maps stay absent, and defaults that are given in words are not filled in.
template <described_struct T>
[[nodiscard]] T with_defaults(T value) {
    (void)catalog_of<T>();
    detail::fill_defaults(value);
    return value;
}

}  // namespace vouch
