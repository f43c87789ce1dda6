// error: Thing.size: its multiple_of does not fit its type: only integers have one
// SPDX-License-Identifier: BSL-1.0
#include <vouch/catalog.hpp>

struct Thing {
    std::optional<double> size{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (size))

constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    using T = Thing;
    return describe<T>("A thing.", field(&T::size, "Its size.", {.multiple_of = {2}}));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
