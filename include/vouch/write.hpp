// SPDX-License-Identifier: BSL-1.0
// A value -> JSON text. Always valid JSON: absent members are left out, as is what JSON cannot express (a NaN, a number
// that is not an enumerator), and bytes that are not UTF-8 become U+FFFD. `validate` reports the latter two.
#pragma once

#include <vouch/detail/plain/lane.hpp>
#include <vouch/detail/straight/lane.hpp>
#include <vouch/options.hpp>

#include <string>

namespace vouch::inline VOUCH_ABI {

/// Appends the JSON of a value to a string; otherwise like `write`.
template <class T>
void write_to(std::string& out, const T& value, const write_options& o = {}) {
    if (!detail::straight::write(value, o, out)) detail::plain::write(out, &value, detail::plain::value_type_of<T>, o);
}

/// The JSON of a value, in declared order. By default without the members of the query, like the body of a request.
template <class T>
[[nodiscard]] std::string write(const T& value, const write_options& o = {}) {
    std::string out;
    vouch::write_to(out, value, o);
    return out;
}

}  // namespace vouch
