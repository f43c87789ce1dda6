// error: Color has a value(...) whose enumerator was not described
// SPDX-License-Identifier: BSL-1.0
#include <vouch/catalog.hpp>

enum class Color { red = 1, green, blue };
BOOST_DESCRIBE_ENUM(Color, red, green)

constexpr auto shape_of(vouch::of<Color>) {
    using namespace vouch::notation;
    return describe<Color>("A color.", value(Color::red, "Red."), value(Color::green, "Green."),
                           value(Color::blue, "Blue."));
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
