// error: Thing.name: it has a note on elements, which only lists and maps have
// SPDX-License-Identifier: BSL-1.0
#include <vouch/catalog.hpp>

struct Thing {
    std::optional<std::string> name{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (name))

constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    using T = Thing;
    return describe<T>("A thing.", field(&T::name, "Its name.", {.elements = {.range = {.min = 1}}}));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
