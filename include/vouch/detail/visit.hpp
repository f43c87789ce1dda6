// SPDX-License-Identifier: BSL-1.0
// Goes into a value by the names of its members.
#pragma once

#include <vouch/detail/tables/rows.hpp>

#include <utility>

namespace vouch::inline VOUCH_ABI::detail {

/// Calls `f(member, field)` for each member of an object, until it answers true; whether it did.
template <described_struct T, class F>
constexpr bool any_member(T& object, F f) {
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
        return (f(object.*member_at<T, I>::pointer, field_rows<T>[I]) || ...);
    }
    (member_numbers<T>{});
}

}  // namespace vouch::detail
