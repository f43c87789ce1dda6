// error: Thing, rule odd: size is compared with a range whose min is above the max
// SPDX-License-Identifier: BSL-1.0
#include <vouch/catalog.hpp>

struct Thing {
    std::optional<std::int32_t> size{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (size))

constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    using T = Thing;
    return describe<T>("A thing.", field(&T::size, "Its size."),
                       rule(error("odd"), require(&T::size, between(5, 1)), {"m", "h"}));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
