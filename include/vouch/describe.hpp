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
#include <string_view>
#include <type_traits>
#include <vector>

namespace vouch::inline VOUCH_ABI {

/// Names a type without creating an object of it: the argument of `shape_of`.
template <class T>
struct of {
    using type = T;  ///< The type.
};

/// What a field holds, as far as the engine distinguishes values.
enum class kind : std::uint8_t {
    boolean,      ///< A bool.
    int32,        ///< A std::int32_t.
    uint32,       ///< A std::uint32_t.
    int64,        ///< A std::int64_t.
    uint64,       ///< A std::uint64_t.
    float32,      ///< A float.
    number,       ///< A double.
    text,         ///< A std::string.
    enumeration,  ///< A described enum.
    object,       ///< A described struct.
    list,         ///< A std::vector.
    map,          ///< A std::map with texts as keys.
    any           ///< Any JSON: see free_form.hpp.
};

/// Whether values of a kind are integers.
constexpr bool is_integer(kind k) {
    return k == kind::int32 || k == kind::uint32 || k == kind::int64 || k == kind::uint64;
}

/// Whether values of a kind are numbers that need not be integers.
constexpr bool is_floating(kind k) { return k == kind::float32 || k == kind::number; }

/// Whether values of a kind have elements: those of a list have an index, those of a map a key.
constexpr bool has_elements(kind k) { return k == kind::list || k == kind::map; }

/// Whether a kind of integers has a value.
constexpr bool fits(kind k, std::int64_t v) {
    return k == kind::int32    ? v == static_cast<std::int32_t>(v)
           : k == kind::uint32 ? v == static_cast<std::uint32_t>(v)
           : k == kind::uint64 ? v >= 0
                               : true;
}

namespace detail {

/// An enumerator, as it was described.
struct described_enumerator {
    template <class E>
    constexpr described_enumerator(const char* n, E e) : name(n), value(static_cast<std::int64_t>(e)) {}

    std::string_view name;
    std::int64_t value;
};

/// The macros of describe_large.hpp have described the type.
template <class T>
concept described_as_large = requires {
    vouch_described(static_cast<T**>(nullptr));
};

}  // namespace detail

/// An enum that BOOST_DESCRIBE_ENUM has described, or VOUCH_DESCRIBE_ENUM.
template <class T>
concept described_enum = std::is_enum_v<T> &&
    (boost::describe::has_describe_enumerators<T>::value || detail::described_as_large<T>);

/// A struct that BOOST_DESCRIBE_STRUCT has described, or VOUCH_DESCRIBE_STRUCT.
template <class T>
concept described_struct = std::is_class_v<T> &&
    (boost::describe::has_describe_members<T>::value || detail::described_as_large<T>);

}  // namespace vouch
