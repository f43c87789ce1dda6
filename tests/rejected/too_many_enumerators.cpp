// error: Color has more than 1,024 enumerators
// SPDX-License-Identifier: BSL-1.0
#include <vouch/catalog.hpp>

#include <large.hpp>

enum class Color { none, more LARGE_1024(LARGE_NAME, c) };
LARGE_ENUM(Color, more LARGE_1024(LARGE_NAME, c));

constexpr auto shape_of(vouch::of<Color>) {
    using namespace vouch::notation;
    return describe<Color>("Too many.");
}

struct Thing {
    Color color{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (color))
constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    return describe<Thing>("A thing.", field(&Thing::color, "Its color."));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
