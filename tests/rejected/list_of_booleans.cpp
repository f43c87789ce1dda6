// error: Thing.flags: a list of booleans is not supported: std::vector<bool> has no elements to point to
// SPDX-License-Identifier: BSL-1.0
#include <vouch/catalog.hpp>

struct Thing {
    std::vector<bool> flags{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (flags))

constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    using T = Thing;
    return describe<T>("A thing.", field(&T::flags, "Its flags."));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
