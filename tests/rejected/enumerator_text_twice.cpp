// error: Color::green: its text is that of another enumerator
// SPDX-License-Identifier: BSL-1.0
#include <vouch/catalog.hpp>

enum class Color { red = 1, green };
BOOST_DESCRIBE_ENUM(Color, red, green)

constexpr auto shape_of(vouch::of<Color>) {
    using namespace vouch::notation;
    return describe<Color>("A color.", value(Color::red, "r", "Red."), value(Color::green, "r", "Green."));
}

struct Thing {
    std::optional<Color> color{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (color))

constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    using T = Thing;
    return describe<T>("A thing.", field(&T::color, "Its color."));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
