// SPDX-License-Identifier: BSL-1.0
// The tables of a described type.
#pragma once

#include <vouch/detail/tables/proof.hpp>
#include <vouch/detail/tables/rows.hpp>

namespace vouch::inline VOUCH_ABI {

/// The tables of a described type. A schema with a mistake is rejected here, with one sentence.
template <class T>
constexpr const object_info& catalog_of() {
    if constexpr (detail::is_proved<T>)
        return detail::object_of<T>;
    else
        return detail::no_object;
}

}  // namespace vouch
