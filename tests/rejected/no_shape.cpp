// error: Thing has no shape_of(vouch::of<Thing>) that compiles
// SPDX-License-Identifier: BSL-1.0
#include <vouch/catalog.hpp>

struct Thing {
    std::optional<std::int32_t> size{};
    std::optional<std::string> name{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (size, name))

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
