// SPDX-License-Identifier: BSL-1.0
// What public functions ask the straight lane first. It saves time and changes no result: define VOUCH_PLAIN_LANE_ONLY,
// or empty these functions, and everything works as before.
#pragma once

#include <vouch/detail/plain/option_mistakes.hpp>
#include <vouch/detail/plain/value_type.hpp>
#include <vouch/options.hpp>

#ifndef VOUCH_PLAIN_LANE_ONLY
#include <vouch/detail/straight/check.hpp>
#include <vouch/detail/straight/read.hpp>
#include <vouch/detail/straight/write.hpp>
#endif

#include <string>
#include <string_view>

namespace vouch::inline VOUCH_ABI::detail::straight {

#ifdef VOUCH_PLAIN_LANE_ONLY

template <class T>
bool read(std::string_view, const options&, std::optional<T>&) {
    return false;
}
template <class T>
bool is_correct(std::string_view, const options&) {
    return false;
}
template <class T>
bool is_clean(const T&) {
    return false;
}
template <class T>
bool write(const T&, const write_options&, std::string&) {
    return false;
}

#else

/// Schemas that were rejected are not looked at. Those with free-form members, or with large structs and enums, are
/// left to the plain lane: code for each of hundreds of members would be too much.
template <class T>
inline constexpr bool is_for = is_proved<T> && !contains<T>(kind::any) && largest_within<T>() <= 64;

template <class T, class S>
bool read_clean(std::string_view text, const options& o, S& to) {
    if (text.size() > o.max_size || levels_of<T>() > o.max_depth || !o.beside.empty()) return false;
    if (has_mistakes(o, object_of<T>)) return false;
    padded_text padded(text);
    return straight_reader(padded, o.flat).document<T>(to) && detail::is_clean<T>(to);
}

/// Reads a document about which there is nothing to report; false, with `to` unspecified, if there may be something.
template <class T>
bool read(std::string_view text, const options& o, std::optional<T>& to) {
    if constexpr (is_for<T>)
        return read_clean<T>(text, o, to.emplace(empty_value{}));
    else
        return false;
}

/// Whether there is certainly nothing to report about a document.
template <class T>
bool is_correct(std::string_view text, const options& o) {
    if constexpr (is_for<T>) {
        std::conditional_t<contains<T>(kind::map), T, object_view<T>> read{};
        return read_clean<T>(text, o, read);
    } else {
        return false;
    }
}

/// Whether there is certainly nothing to report about a value.
template <class T>
bool is_clean(const T& value) {
    if constexpr (is_for<T>)
        return detail::is_clean<T>(value) && detail::are_texts_utf8(value);
    else
        return false;
}

/// Appends a value as JSON text; false, and nothing is appended, if that takes the plain lane.
template <class T>
bool write(const T& value, const write_options& o, std::string& out) {
    if constexpr (is_for<T>)
        return o.indent == 0 && o.unknown.empty() && write_straight(value, o.include_query, out);
    else
        return false;
}

#endif

/// A described type for the plain lane, which asks this one about values that it has read.
template <class T>
inline constexpr plain::value_type value_type_of{
    plain::value_type_of<T>.object, plain::value_type_of<T>.emplace, plain::value_type_of<T>.show,
    [](const void* value) { return straight::is_clean(*static_cast<const T*>(value)); }};

}  // namespace vouch::detail::straight
