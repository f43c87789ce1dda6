// error: a field(...) note names a member of another struct
// SPDX-License-Identifier: BSL-1.0
#include <vouch/detail/tables/objects.hpp>

struct Other {
    int size{};
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
    return describe<T>("A thing.",
                       fields(field(&T::name, {.doc = "Its name."}), field(&Other::size, {.doc = "Its size."})));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
