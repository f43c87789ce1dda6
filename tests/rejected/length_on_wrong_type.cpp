// error: Thing.size: its length does not fit its type: only strings, lists and maps have one
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
    return describe<T>("A thing.", field(&T::name, "Its name."),
                       field(&T::size, "Its size.", {.length = {3, rule(error("size-range"), {"size is {value}"})}}));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
