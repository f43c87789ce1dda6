// error: Thing.b: one of its aliases is that of another member
// SPDX-License-Identifier: BSL-1.0
#include <vouch/catalog.hpp>

struct Thing {
    std::optional<std::int32_t> a{};
    std::optional<std::int32_t> b{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (a, b))

inline constexpr std::string_view others[] = {"A", "x"};

constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    using T = Thing;
    return describe<T>("A thing.", field(&T::a, "One.", {.aliases = others}),
                       field(&T::b, "Another.", {.aliases = std::span(others).subspan(1)}));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
