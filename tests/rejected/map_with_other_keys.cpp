// error: Thing.sizes: its type must be bool, std::int32_t
// SPDX-License-Identifier: BSL-1.0
#include <vouch/catalog.hpp>

struct Thing {
    std::map<std::int32_t, std::int32_t> sizes{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (sizes))

constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    using T = Thing;
    return describe<T>("A thing.", field(&T::sizes, "Its sizes."));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
