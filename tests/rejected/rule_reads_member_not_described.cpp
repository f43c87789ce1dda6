// error: Thing, rule name: a member that it names was not given to BOOST_DESCRIBE_STRUCT
// SPDX-License-Identifier: BSL-1.0
#include <vouch/catalog.hpp>

struct Thing {
    Thing() = default;
    std::optional<std::int32_t> size{};
    std::optional<std::string> name{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (size))

constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    using T = Thing;
    return describe<T>("A thing.", field(&T::size, "Its size."),
                       rule(error("name"), require(&T::name, present), {"no name"}));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
