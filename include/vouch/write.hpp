// SPDX-License-Identifier: BSL-1.0
// A value -> JSON text. Always valid JSON: what JSON cannot express (a NaN, a number that no enumerator has) is left
// out, as are absent members; bytes that are not UTF-8 become U+FFFD. `validate` reports each of these before.
#pragma once

#include <vouch/catalog.hpp>
#include <vouch/detail/plain/block.hpp>
#include <vouch/detail/plain/writer.hpp>

namespace vouch {

/// The JSON of a value, in declared order. Without the members of the query, as the body of a request is on the wire.
template <class T>
[[nodiscard]] std::string write(const T& value, const write_options& o = {}) {
    const detail::block_of<T> block(value);
    std::string out;
    detail::writer(out, o).object(catalog_of<T>(), block.cells.data());
    return out;
}

}  // namespace vouch
