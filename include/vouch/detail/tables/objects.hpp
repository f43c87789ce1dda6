// SPDX-License-Identifier: BSL-1.0
// From types to tables, whole. Templates end here, but for those that fill cells (block.hpp): whatever comes after
// works on `object_info` and `cell`.
#pragma once

#include <vouch/detail/straight/fine.hpp>

namespace vouch {
namespace detail {

template <class T>
constexpr object_info make_object() {
    object_info o{.doc = shape_v<T>.doc,
                  .manner = shape_v<T>.manner,
                  .foreign = shape_v<T>.foreign,
                  .fields = field_rows<T>,
                  .rules = shape_v<T>.rules,
                  .gates = gates<T>,
                  .open_gates = open_gates<T>,
                  .states = states<T>,
                  .cells = cell_rows<T>,
                  .checked = checked_cells<T>,
                  .lists = list_cells<T>};
    for (const field_info& f : field_rows<T>) o.required |= std::uint64_t{f.required} << f.index;
    return o;
}

}  // namespace detail

/// The tables of a described type.
template <described_struct T>
constexpr const object_info& catalog_of() {
    return detail::object_of<T>;
}

}  // namespace vouch
