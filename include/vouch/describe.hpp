// SPDX-License-Identifier: BSL-1.0
// A thin view of Boost.Describe: what the members of a described struct and the enumerators of a described enum are.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/describe/modifiers.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace vouch {

/// Names a type without making an object of it: the argument of `shape_of`.
template <class T>
struct of {
    using type = T;
};

/// What a field holds, as far as the engine tells values apart.
enum class kind : std::uint8_t { boolean, int32, int64, number, text, enumeration, object, list };

/// An enum that BOOST_DESCRIBE_ENUM has described.
template <class T>
concept described_enum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;

/// A struct that BOOST_DESCRIBE_STRUCT has described.
template <class T>
concept described_struct = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;

namespace detail {

template <class M>
struct optional_traits {
    static constexpr bool optional = false;
    using value = M;
};
template <class V>
struct optional_traits<std::optional<V>> {
    static constexpr bool optional = true;
    using value = V;
};

template <class V>
struct list_traits {
    static constexpr bool list = false;
};
template <class V>
struct list_traits<std::vector<V>> {
    static constexpr bool list = true;
    using element = V;
};

/// The value type of a member: `V` of `V` and of `std::optional<V>`.
template <class M>
using value_of = typename optional_traits<std::remove_cv_t<M>>::value;

/// A member that may be absent.
template <class M>
inline constexpr bool is_optional = optional_traits<std::remove_cv_t<M>>::optional;

template <class V>
inline constexpr bool is_list = list_traits<V>::list;

template <class T>
using member_list = boost::describe::describe_members<T, boost::describe::mod_public>;

template <class T>
using enumerator_list = boost::describe::describe_enumerators<T>;

template <class L>
inline constexpr std::size_t length_of = 0;
template <template <class...> class L, class... D>
inline constexpr std::size_t length_of<L<D...>> = sizeof...(D);

/// The value type of the member that a descriptor of Boost.Describe stands for.
template <class T, class D>
using member_type = std::remove_cvref_t<decltype(std::declval<T&>().*D::pointer)>;

template <class V>
constexpr kind kind_of() {
    if constexpr (std::same_as<V, bool>)
        return kind::boolean;
    else if constexpr (std::same_as<V, std::int32_t>)
        return kind::int32;
    else if constexpr (std::same_as<V, std::int64_t>)
        return kind::int64;
    else if constexpr (std::same_as<V, double>)
        return kind::number;
    else if constexpr (std::same_as<V, std::string>)
        return kind::text;
    else if constexpr (is_list<V>)
        return kind::list;
    else if constexpr (described_enum<V>)
        return kind::enumeration;
    else {
        static_assert(described_struct<V>,
                      "a member's type is bool, std::int32_t, std::int64_t, double, std::string, "
                      "a described enum, a described struct, or a std::vector of one of these");
        return kind::object;
    }
}

/// How many cells a value takes in its object's block: an object one for itself and those of its members.
template <class V>
constexpr std::size_t width_of();

template <class T, template <class...> class L, class... D>
constexpr std::size_t width_of_members(L<D...>) {
    return (std::size_t{0} + ... + width_of<value_of<member_type<T, D>>>());
}

template <class V>
constexpr std::size_t width_of() {
    if constexpr (kind_of<V>() == kind::object)
        return 1 + width_of_members<V>(member_list<V>{});
    else
        return 1;
}

/// Where each member's cells begin in the block of a `T`; the object's own cell is number 0.
template <class T, template <class...> class L, class... D>
constexpr auto slots_of(L<D...>) {
    std::array<std::uint16_t, sizeof...(D)> slots{};
    const std::array<std::size_t, sizeof...(D)> widths{width_of<value_of<member_type<T, D>>>()...};
    std::size_t next = 1;
    for (std::size_t i = 0; i < sizeof...(D); ++i) {
        slots[i] = static_cast<std::uint16_t>(next);
        next += widths[i];
    }
    return slots;
}

template <class T>
inline constexpr auto slots = slots_of<T>(member_list<T>{});

/// Converts to any member of an aggregate; an optional is left to its own conversion from a value.
struct anything {
    template <class U>
        requires(!is_optional<U>)
    constexpr operator U() const;
};
template <std::size_t>
using anything_at = anything;

template <class T, std::size_t... I>
constexpr bool takes_initializers(std::index_sequence<I...>) {
    return requires { T{anything_at<I>{}...}; };
}

/// Whether an aggregate has more members than those that were described.
template <class T>
constexpr bool hides_a_member() {
    if constexpr (std::is_aggregate_v<T>) {
        return takes_initializers<T>(std::make_index_sequence<length_of<member_list<T>> + 1>{});
    } else {
        return false;
    }
}

inline constexpr std::size_t not_described = static_cast<std::size_t>(-1);

/// The position of a member among those that were described, or `not_described`.
template <class T, class M, template <class...> class L, class... D>
constexpr std::size_t index_in(M T::*pointer, L<D...>) {
    std::size_t index = not_described;
    std::size_t i = 0;
    const auto look = [&]<class P>(P candidate) {
        if constexpr (std::same_as<P, M T::*>) {
            if (candidate == pointer) index = i;
        }
        ++i;
    };
    (look(D::pointer), ...);
    return index;
}

template <class T, class M>
constexpr std::size_t index_of(M T::*pointer) {
    return index_in(pointer, member_list<T>{});
}

/// The position of an enumerator among those that were described, or `not_described`.
template <class E, template <class...> class L, class... D>
constexpr std::size_t position_in(E value, L<D...>) {
    std::size_t position = not_described;
    std::size_t i = 0;
    ((D::value == value ? void(position = i++) : void(++i)), ...);
    return position;
}

template <class E>
constexpr std::size_t position_of(E value) {
    return position_in(value, enumerator_list<E>{});
}

}  // namespace detail
}  // namespace vouch
