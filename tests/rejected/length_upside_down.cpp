// error: Thing.name: the min of its length is above the max
// SPDX-License-Identifier: BSL-1.0
#include <vouch/catalog.hpp>

struct Thing {
    std::optional<std::string> name{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (name))

constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    using T = Thing;
    return describe<T>("A thing.", field(&T::name, "Its name.", {.length = {.max = 3, .min = 4}}));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
