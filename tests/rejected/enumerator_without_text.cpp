// error: an enumerator has no value(...) text
// SPDX-License-Identifier: BSL-1.0
#include <vouch/detail/tables/objects.hpp>

enum class Color { red = 1, green };
BOOST_DESCRIBE_ENUM(Color, red, green)

constexpr auto shape_of(vouch::of<Color>) {
    using namespace vouch::notation;
    return describe<Color>("A color.", value(Color::red, "Red."));
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
