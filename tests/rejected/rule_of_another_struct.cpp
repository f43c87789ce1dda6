// error: a rule's fields belong to another struct than its shape
// SPDX-License-Identifier: BSL-1.0
#include <vouch/detail/tables/objects.hpp>

struct Other {
    std::optional<std::int32_t> size{};
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
    return describe<T>("A thing.", fields(field(&T::size, {.doc = "Its size."}), field(&T::name, {.doc = "Its name."})),
                       rules(rule({.id = "size", .message = "no size"}, require(&Other::size, present))));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
