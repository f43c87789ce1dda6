// SPDX-License-Identifier: BSL-1.0
// A value -> JSON text. Always valid JSON: absent members are left out, as is what JSON cannot express (a NaN, a number
// that is not an enumerator), and bytes that are not UTF-8 become U+FFFD. `validate` reports the latter two.
#pragma once

#include <vouch/catalog.hpp>
#include <vouch/detail/plain/block.hpp>
#include <vouch/detail/plain/writer.hpp>

namespace vouch {

/// The JSON of a value, in declared order. By default without the members of the query, like the body of a request.
template <class T>
[[nodiscard]] std::string write(const T& value, const write_options& o = {}) {
    const detail::block_of<T> block(value);
    std::string out;
    detail::writer(out, o).object(catalog_of<T>(), block.cells.data());
    return out;
}

}  // namespace vouch
