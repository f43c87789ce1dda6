// error: Thing was not given to BOOST_DESCRIBE_STRUCT
// SPDX-License-Identifier: BSL-1.0
#include <vouch/catalog.hpp>

struct Thing {
    std::int32_t size{};
};

constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    using T = Thing;
    return describe<T>("A thing.", field(&T::size, "Its size."));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
