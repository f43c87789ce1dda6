// error: an enumerator's value is below 1: 0 means that nobody set the field
// SPDX-License-Identifier: BSL-1.0
#include <vouch/detail/tables/objects.hpp>

enum class Color { red, green };
BOOST_DESCRIBE_ENUM(Color, red, green)

constexpr auto shape_of(vouch::of<Color>) {
    using namespace vouch::notation;
    return describe<Color>("A color.", value(Color::red, "Red."), value(Color::green, "Green."));
}

struct Thing {
    std::optional<Color> color{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (color))

constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    return describe<Thing>("A thing.", fields(field(&Thing::color, {.doc = "Its color."})));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
