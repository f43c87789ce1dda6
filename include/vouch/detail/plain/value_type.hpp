// SPDX-License-Identifier: BSL-1.0
// What the plain lane needs of a type: its tables, and its values as cells.
#pragma once

#include <vouch/catalog.hpp>
#include <vouch/detail/plain/block.hpp>
#include <vouch/reading.hpp>

#include <vector>

namespace vouch::inline VOUCH_ABI::detail::plain {

/// A described type, for functions that work with any.
struct value_type {
    const object_info& object;
    void* (*emplace)(void* optional);                         ///< Makes an empty value in a std::optional.
    void (*show)(const void* value, block_visitor& visitor);  ///< Shows the cells of a value, as block number 0.
    /// Whether there is certainly nothing to report about a value: saves time, and may always be false.
    bool (*is_clean)(const void* value);
};

/// A described type; without functions if its schema was rejected.
template <class T>
constexpr value_type make_value_type() {
    const object_info& tables = catalog_of<T>();
    if constexpr (is_proved<T>) {
        return {tables, [](void* to) -> void* { return &static_cast<std::optional<T>*>(to)->emplace(empty_value{}); },
                [](const void* value, block_visitor& visitor) {
                    block_of<T> block(*static_cast<const T*>(value));
                    visitor.visit(0, block.cells.data());
                },
                [](const void*) { return false; }};
    } else {
        return {tables, nullptr, nullptr, nullptr};
    }
}

template <class T>
inline constexpr value_type value_type_of = make_value_type<T>();

/// Calls `f` with the cells of a value.
template <class F>
void with_block(const value_type& type, const void* value, F f) {
    const auto call = [&](std::size_t, cell* block) { f(block); };
    calling_visitor visitor(call);
    type.show(value, visitor);
}

/// What reading a document gives, besides the value.
struct findings {
    vouch::report& report;
    std::vector<unknown_member>& unknown;
};

}  // namespace vouch::detail::plain
