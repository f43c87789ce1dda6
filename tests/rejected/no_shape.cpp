// error: a described type needs constexpr auto shape_of(vouch::of<T>) beside it
// SPDX-License-Identifier: BSL-1.0
#include <vouch/detail/tables/objects.hpp>

struct Thing {
    std::optional<std::int32_t> size{};
    std::optional<std::string> name{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (size, name))

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
