// error: Part.things: a struct cannot contain itself
// SPDX-License-Identifier: BSL-1.0
#include <vouch/catalog.hpp>

struct Thing;
struct Part {
    std::vector<Thing> things;
};
struct Thing {
    std::vector<Part> parts{};
};
BOOST_DESCRIBE_STRUCT(Part, (), (things))
BOOST_DESCRIBE_STRUCT(Thing, (), (parts))

constexpr auto shape_of(vouch::of<Part>) {
    using namespace vouch::notation;
    using T = Part;
    return describe<T>("A thing.", field(&T::things, "Its things."));
}

constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    using T = Thing;
    return describe<T>("A thing.", field(&T::parts, "Its parts."));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
