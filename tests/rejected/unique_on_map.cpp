// error: Thing.sizes: it is unique, which only lists of strings can be
// SPDX-License-Identifier: BSL-1.0
#include <vouch/catalog.hpp>

struct Thing {
    std::map<std::string, std::string> sizes{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (sizes))

constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    using T = Thing;
    return describe<T>("A thing.", field(&T::sizes, "Its sizes.", {.unique = true}));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
