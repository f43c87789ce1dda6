// SPDX-License-Identifier: BSL-1.0
// What may be described: structs and enums that Boost.Describe knows, and the kinds of values that a field can hold.
#pragma once

#include <vouch/version.hpp>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace vouch::inline VOUCH_ABI {

/// Names a type without creating an object of it: the argument of `shape_of`.
template <class T>
struct of {
    using type = T;  ///< The type.
};

/// What a field holds, as far as the engine distinguishes values.
enum class kind : std::uint8_t { boolean, int32, int64, number, text, enumeration, object, list };

/// An enum that BOOST_DESCRIBE_ENUM has described.
template <class T>
concept described_enum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;

/// A struct that BOOST_DESCRIBE_STRUCT has described.
template <class T>
concept described_struct = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;

}  // namespace vouch
