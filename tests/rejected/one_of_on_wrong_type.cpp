// error: Thing.name: its one_of does not fit its type: only integers have one
// SPDX-License-Identifier: BSL-1.0
#include <vouch/catalog.hpp>

inline constexpr std::int64_t sizes[] = {1, 2};

struct Thing {
    std::optional<std::int32_t> size{};
    std::optional<std::string> name{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (size, name))

constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    using T = Thing;
    return describe<T>(
        "A thing.", field(&T::size, "Its size."),
        field(&T::name, "Its name.", {.one_of = {sizes, rule(error("name-sizes"), {"name is {value}"})}}));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
