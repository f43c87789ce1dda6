// SPDX-License-Identifier: BSL-1.0
// The whole tables of a struct. Templates end here, but for those that fill cells (block.hpp): whatever comes after works
// on `object_info` and `cell`.
#pragma once

#include <vouch/detail/straight/acceleration.hpp>

namespace vouch::detail {

/// What stands for the tables of a schema that was refused.
inline constexpr object_info no_object{};

template <class T>
constexpr object_info make_object() {
    object_info o{.doc = shape_v<T>.doc,
                  .tolerance = shape_v<T>.tolerance,
                  .foreign = shape_v<T>.foreign,
                  .fields = field_rows<T>,
                  .rules = rules<T>,
                  .cells = cell_rows<T>,
                  .lists = list_cells<T>,
                  .accelerated = &acceleration_of<T>};
    for (const field_info& f : field_rows<T>) o.required |= std::uint64_t{f.required} << f.index;
    return o;
}

}  // namespace vouch::detail
