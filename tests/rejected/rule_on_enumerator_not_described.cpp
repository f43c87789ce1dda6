// error: Thing, rule dark: color is compared with an enumerator that was not described
// SPDX-License-Identifier: BSL-1.0
#include <vouch/catalog.hpp>

enum class Color { red = 1, green, blue };
BOOST_DESCRIBE_ENUM(Color, red, green)

constexpr auto shape_of(vouch::of<Color>) {
    using namespace vouch::notation;
    return describe<Color>("A color.", value(Color::red, "Red."), value(Color::green, "Green."));
}

struct Thing {
    Color color{};
    std::optional<bool> dark{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (color, dark))
constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    return describe<Thing>("A thing.", field(&Thing::color, "Its color."), field(&Thing::dark, "Whether it is dark."),
                           rule(error("dark"), when(&Thing::color, is(Color::blue)).then(&Thing::dark, present),
                                {.message = "a blue thing is dark or not"}));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
