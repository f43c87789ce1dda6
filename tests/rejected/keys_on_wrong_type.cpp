// error: Thing.sizes: it has a note on keys, which only maps have
// SPDX-License-Identifier: BSL-1.0
#include <vouch/catalog.hpp>

struct Thing {
    std::vector<std::string> sizes{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (sizes))

constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    using T = Thing;
    return describe<T>("A thing.", field(&T::sizes, "Its sizes.", {.keys = {.length = {.max = 3}}}));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
