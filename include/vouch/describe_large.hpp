// SPDX-License-Identifier: BSL-1.0
// Describes structs and enums that are too large for the macros of Boost.Describe, which take 52 names, later versions
// 64. The engine treats both descriptions alike; other libraries only know those of Boost.Describe.
#pragma once

#include <vouch/describe.hpp>

#include <array>

namespace vouch::inline VOUCH_ABI::detail {

template <class... D>
struct descriptors {};

template <class D>
struct member_descriptor {
    static constexpr auto pointer = D::pointer();
    static constexpr const char* name = D::name();
};

template <class... D>
constexpr descriptors<member_descriptor<D>...> descriptors_of(D...) {
    return {};
}

}  // namespace vouch::detail

/// Describes a struct of up to 256 members: `VOUCH_DESCRIBE_STRUCT(T, member, ...)`, in the namespace of the struct.
#define VOUCH_DESCRIBE_STRUCT(T, first, ...)                                                                     \
    [[maybe_unused]] inline auto vouch_described(T**) {                                                          \
        return ::vouch::detail::descriptors_of(VOUCH_DETAIL_MEMBER(T, first)                                     \
                                                   VOUCH_DETAIL_EACH(VOUCH_DETAIL_NEXT_MEMBER, T, __VA_ARGS__)); \
    }                                                                                                            \
    static_assert(true)

/// Describes an enum of up to 1,024 enumerators: `VOUCH_DESCRIBE_ENUM(E, enumerator, ...)`, in the namespace of the
/// enum.
#define VOUCH_DESCRIBE_ENUM(E, first, ...)                                                                        \
    [[maybe_unused]] constexpr auto vouch_described(E**) {                                                        \
        return std::to_array<::vouch::detail::described_enumerator>(                                              \
            {VOUCH_DETAIL_ENUMERATOR(E, first) VOUCH_DETAIL_EACH(VOUCH_DETAIL_NEXT_ENUMERATOR, E, __VA_ARGS__)}); \
    }                                                                                                             \
    static_assert(true)

#define VOUCH_DETAIL_MEMBER(T, member)                             \
    [] {                                                           \
        struct descriptor {                                        \
            static constexpr auto pointer() { return &T::member; } \
            static constexpr auto name() { return #member; }       \
        };                                                         \
        return descriptor();                                       \
    }()
#define VOUCH_DETAIL_NEXT_MEMBER(T, member) , VOUCH_DETAIL_MEMBER(T, member)

#define VOUCH_DETAIL_ENUMERATOR(E, enumerator) \
    { #enumerator, E::enumerator }
#define VOUCH_DETAIL_NEXT_ENUMERATOR(E, enumerator) , VOUCH_DETAIL_ENUMERATOR(E, enumerator)

// Writes `macro(type, name)` for each name. A macro cannot call itself: each step ends in the name of the next one,
// which becomes a call when the text is scanned again. That happens more than 1,024 times.
#define VOUCH_DETAIL_EACH(macro, type, ...) \
    __VA_OPT__(VOUCH_DETAIL_SCAN_1024(VOUCH_DETAIL_STEP(macro, type, __VA_ARGS__)))
#define VOUCH_DETAIL_STEP(macro, type, name, ...) \
    macro(type, name) __VA_OPT__(VOUCH_DETAIL_NEXT VOUCH_DETAIL_PARENTHESES(macro, type, __VA_ARGS__))
#define VOUCH_DETAIL_NEXT() VOUCH_DETAIL_STEP
#define VOUCH_DETAIL_PARENTHESES ()
#define VOUCH_DETAIL_SCAN_1024(...) \
    VOUCH_DETAIL_SCAN_256(VOUCH_DETAIL_SCAN_256(VOUCH_DETAIL_SCAN_256(VOUCH_DETAIL_SCAN_256(__VA_ARGS__))))
#define VOUCH_DETAIL_SCAN_256(...) \
    VOUCH_DETAIL_SCAN_64(VOUCH_DETAIL_SCAN_64(VOUCH_DETAIL_SCAN_64(VOUCH_DETAIL_SCAN_64(__VA_ARGS__))))
#define VOUCH_DETAIL_SCAN_64(...) \
    VOUCH_DETAIL_SCAN_16(VOUCH_DETAIL_SCAN_16(VOUCH_DETAIL_SCAN_16(VOUCH_DETAIL_SCAN_16(__VA_ARGS__))))
#define VOUCH_DETAIL_SCAN_16(...) \
    VOUCH_DETAIL_SCAN_4(VOUCH_DETAIL_SCAN_4(VOUCH_DETAIL_SCAN_4(VOUCH_DETAIL_SCAN_4(__VA_ARGS__))))
#define VOUCH_DETAIL_SCAN_4(...) VOUCH_DETAIL_SCAN(VOUCH_DETAIL_SCAN(VOUCH_DETAIL_SCAN(VOUCH_DETAIL_SCAN(__VA_ARGS__))))
#define VOUCH_DETAIL_SCAN(...) __VA_ARGS__
