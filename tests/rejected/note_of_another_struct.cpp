// error: Thing: a field(...) describes a member of another struct
// SPDX-License-Identifier: BSL-1.0
#include <vouch/catalog.hpp>

struct Other {
    std::int32_t size{};
};
BOOST_DESCRIBE_STRUCT(Other, (), (size))

struct Thing {
    std::optional<std::int32_t> size{};
    std::optional<std::string> name{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (size, name))

constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    using T = Thing;
    return describe<T>("A thing.", field(&T::name, "Its name."), field(&Other::size, "Its size."));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
