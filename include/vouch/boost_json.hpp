// SPDX-License-Identifier: BSL-1.0
// boost::json::value as a document, in both directions: read, to_value, and Boost.JSON's own value_to and value_from.
#pragma once

#include <vouch/defaults.hpp>
#include <vouch/detail/config.hpp>
#include <vouch/detail/json/dom.hpp>
#include <vouch/detail/plain/value_type.hpp>
#include <vouch/detail/straight/lane.hpp>
#include <vouch/options.hpp>
#include <vouch/reading.hpp>

#include <boost/json/conversion.hpp>
#include <boost/json/system_error.hpp>
#include <boost/json/value.hpp>
#include <boost/json/value_from.hpp>
#include <boost/json/value_to.hpp>

#include <concepts>

namespace vouch::inline VOUCH_ABI {
namespace detail::plain {

/// Like `read` of a text.
VOUCH_DECLARED bool read(const boost::json::value& dom, const options& o, const value_type& type, void* optional,
                         findings to);

/// A value as a DOM.
VOUCH_DECLARED boost::json::value to_dom(const void* value, const value_type& type, bool include_query,
                                         const boost::json::storage_ptr& where);

}  // namespace detail::plain

/// Reads a DOM like its text, except that diagnostics have no places.
template <class T, std::same_as<boost::json::value> Value>
[[nodiscard]] reading<T> read(const Value& dom, const options& o = {}) {
    reading<T> result;
    const bool sound =
        detail::plain::read(dom, o, detail::straight::value_type_of<T>, &result.value, {result.report, result.unknown});
    if (!sound) result.value.reset();
    detail::fill_defaults(o, result.value);
    return result;
}

/// A DOM as an indented text that ends with a line feed; members keep their order.
[[nodiscard]] inline std::string indented(const boost::json::value& v) {
    std::string out;
    detail::write_dom(out, v, 2);
    return out += '\n';
}

/// A value as a DOM, in declared order; `include_query` as for `write`. The other options are for text.
template <class T>
[[nodiscard]] boost::json::value to_value(const T& value, const write_options& o = {},
                                          const boost::json::storage_ptr& where = {}) {
    return detail::plain::to_dom(&value, detail::plain::value_type_of<T>, o.include_query, where);
}

}  // namespace vouch

namespace boost::json {

/// For boost::json::value_from: all members, including those of the query.
template <class T>
    requires vouch::described_struct<T> && vouch::detail::has_shape<T>
void tag_invoke(value_from_tag, value& to, const T& from) {
    to = vouch::to_value(from, {.include_query = true}, to.storage());
}

/// For boost::json::value_to and try_value_to: `error::size_mismatch` if no value can be read from the document.
/// Broken rules do not matter; members of the query are accepted.
template <class T>
    requires vouch::described_struct<T> && vouch::detail::has_shape<T> result<T> tag_invoke(try_value_to_tag<T>,
                                                                                            const value& from) {
        auto reading = vouch::read<T>(from, {.flat = true});
        if (!reading.value) return make_error_code(error::size_mismatch);
        return std::move(*reading.value);
    }

}  // namespace boost::json

#ifndef VOUCH_SEPARATE_COMPILATION
#include <vouch/detail/plain/dom_engine.hpp>
#endif
