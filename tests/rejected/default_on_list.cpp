// error: Thing.sizes: it has a default, which lists and maps cannot have
// SPDX-License-Identifier: BSL-1.0
#include <vouch/catalog.hpp>

struct Thing {
    std::optional<std::vector<std::int32_t>> sizes{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (sizes))

constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    using T = Thing;
    return describe<T>("A thing.", field(&T::sizes, "Its sizes.", {.default_value = 7}));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
