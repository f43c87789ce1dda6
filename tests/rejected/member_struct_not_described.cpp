// error: Thing.inner: its struct Inner was not given to BOOST_DESCRIBE_STRUCT
// SPDX-License-Identifier: BSL-1.0
#include <vouch/catalog.hpp>

struct Inner {
    std::int32_t size{};
};

struct Thing {
    Inner inner{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (inner))

constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    using T = Thing;
    return describe<T>("A thing.", field(&T::inner, "What is in it."));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
