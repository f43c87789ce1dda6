// error: Thing, rule name needed: its id has a character that is no letter, digit, hyphen, dot or underscore
// SPDX-License-Identifier: BSL-1.0
#include <vouch/catalog.hpp>

struct Thing {
    std::optional<std::int32_t> size{};
    std::optional<std::string> name{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (size, name))

constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    using T = Thing;
    return describe<T>("A thing.", field(&T::size, "Its size."), field(&T::name, "Its name."),
                       rule(error("name needed"), require(&T::name, present), {"{field} is needed"}));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
