// error: Thing.a: its key would have to be escaped in JSON
// SPDX-License-Identifier: BSL-1.0
#include <vouch/catalog.hpp>

struct Thing {
    std::optional<std::int32_t> a{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (a))

constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    using T = Thing;
    return describe<T>("A thing.", field(&T::a, "One.", {.key = "a\"b"}));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
