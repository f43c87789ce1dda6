// error: Thing, rule size: its members belong to another struct
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
    return describe<T>("A thing.", field(&T::size, "Its size."), field(&T::name, "Its name."),
                       rule(error("size"), when(&Other::size, absent).report(&Other::size), {"no size"}));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
