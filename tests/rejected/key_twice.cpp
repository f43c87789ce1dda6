// error: Thing.b: its key is that of another member
// SPDX-License-Identifier: BSL-1.0
#include <vouch/catalog.hpp>

struct Thing {
    std::optional<std::int32_t> a{};
    std::optional<std::int32_t> b{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (a, b))

constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    using T = Thing;
    return describe<T>("A thing.", field(&T::a, "One."), field(&T::b, "Another.", {.key = "a"}));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
