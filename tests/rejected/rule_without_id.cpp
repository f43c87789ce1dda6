// error: a rule has no id
// SPDX-License-Identifier: BSL-1.0
#include <vouch/detail/tables/objects.hpp>

struct Thing {
    std::optional<std::int32_t> size{};
    std::optional<std::string> name{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (size, name))

constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    using T = Thing;
    return describe<T>("A thing.", fields(field(&T::size, {.doc = "Its size."}), field(&T::name, {.doc = "Its name."})),
                       rules(rule({.message = "no name"}, require(&T::name, present))));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
