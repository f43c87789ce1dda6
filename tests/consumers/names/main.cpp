// SPDX-License-Identifier: BSL-1.0
// A schema whose namespace has functions with the names of the library's own: none of them may be called in its place.
#include <vouch.hpp>
#include <vouch/defaults.hpp>
#include <vouch/edit.hpp>
#include <vouch/enumerators.hpp>
#include <vouch/export/json_schema.hpp>
#include <vouch/export/sample.hpp>
#include <vouch/fix.hpp>
#include <vouch/set.hpp>

#include <map>

namespace hostile {

enum class Color { red = 1, blue };
struct Pair;
struct Thing;

// Preferred to any template that takes a value of these types, or something that holds one.
#define VOUCH_HOSTILE_FOR(name, ...)             \
    template <class... More>                     \
    void name(__VA_ARGS__&, More&&...) = delete; \
    template <class... More>                     \
    void name(const __VA_ARGS__&, More&&...) = delete;
#define VOUCH_HOSTILE(name)                                    \
    VOUCH_HOSTILE_FOR(name, Color)                             \
    VOUCH_HOSTILE_FOR(name, Pair)                              \
    VOUCH_HOSTILE_FOR(name, Thing)                             \
    VOUCH_HOSTILE_FOR(name, std::optional<Color>)              \
    VOUCH_HOSTILE_FOR(name, std::optional<Pair>)               \
    VOUCH_HOSTILE_FOR(name, std::optional<Thing>)              \
    VOUCH_HOSTILE_FOR(name, std::vector<Color>)                \
    VOUCH_HOSTILE_FOR(name, std::vector<Pair>)                 \
    VOUCH_HOSTILE_FOR(name, std::map<std::string, Pair>)       \
    VOUCH_HOSTILE_FOR(name, std::optional<std::vector<Color>>) \
    VOUCH_HOSTILE_FOR(name, std::optional<std::vector<Pair>>)  \
    VOUCH_HOSTILE_FOR(name, std::optional<std::map<std::string, Pair>>)

VOUCH_HOSTILE(answers)
VOUCH_HOSTILE(are_texts_of_members_utf8)
VOUCH_HOSTILE(are_texts_utf8)
VOUCH_HOSTILE(cell_of)
VOUCH_HOSTILE(check)
VOUCH_HOSTILE(fill)
VOUCH_HOSTILE(fill_all_defaults)
VOUCH_HOSTILE(fill_default)
VOUCH_HOSTILE(fill_defaults)
VOUCH_HOSTILE(fill_member)
VOUCH_HOSTILE(fill_members)
VOUCH_HOSTILE(first_error)
VOUCH_HOSTILE(is_clean)
VOUCH_HOSTILE(is_finite)
VOUCH_HOSTILE(is_present)
VOUCH_HOSTILE(member_in)
VOUCH_HOSTILE(position_of)
VOUCH_HOSTILE(scalar_cell)
VOUCH_HOSTILE(set_constant)
VOUCH_HOSTILE(valid)
VOUCH_HOSTILE(validate)
VOUCH_HOSTILE(value_in)
VOUCH_HOSTILE(value_of_element)
VOUCH_HOSTILE(write)

BOOST_DESCRIBE_ENUM(Color, red, blue)

/// Has the names of the members of a std::pair, like the elements of a map.
struct Pair {
    std::optional<std::int32_t> first{};
    std::optional<Color> second{};
};
BOOST_DESCRIBE_STRUCT(Pair, (), (first, second))

struct Thing {
    Color color{};
    std::optional<Pair> pair{};
    std::optional<std::vector<Pair>> pairs{};
    std::optional<std::map<std::string, Pair>> byName{};
    std::optional<std::vector<Color>> colors{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (color, pair, pairs, byName, colors))

constexpr auto shape_of(vouch::of<Color>) {
    using namespace vouch::notation;
    return describe<Color>("A color.", vouch::notation::value(Color::red, "Red."),
                           vouch::notation::value(Color::blue, "Blue."));
}
constexpr auto shape_of(vouch::of<Pair>) {
    using namespace vouch::notation;
    using T = Pair;
    return describe<T>("A pair.", field(&T::first, "A number.", {.default_value = 3}), field(&T::second, "A color."));
}
constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    using T = Thing;
    return describe<T>("A thing.", field(&T::color, "Its color."), field(&T::pair, "A pair."),
                       field(&T::pairs, "Pairs."), field(&T::byName, "Pairs by name."),
                       field(&T::colors, "More colors."));
}

}  // namespace hostile

int main() {
    using hostile::Color;
    using hostile::Thing;
    const std::string text =
        R"({"color":"blue","pair":{},"pairs":[{"first":1,"second":"red"}],"byName":{"a":{"second":"blue"}},"colors":["red"]})";
    const auto r = vouch::read<Thing>(text);
    if (!r || !r.report.empty() || !vouch::check<Thing>(text) || vouch::write(*r.value) != text) return 1;
    if (!vouch::validate(*r.value).empty() || !vouch::valid(*r.value)) return 2;
    if (vouch::write(*r.value, {.indent = 2}).find("\"blue\"") == std::string::npos) return 3;
    Thing filled = vouch::with_defaults(*r.value);
    if (filled.pair->first != 3 || filled.byName->at("a").first != 3) return 4;
    if (!vouch::set(filled, "/pairs/0/second", "blue") || (*filled.pairs)[0].second != Color::blue) return 5;
    const auto edited = vouch::edit<Thing>(text, [](Thing& t) { t.color = Color::red; });
    if (vouch::read<Thing>(edited.text)->color != Color::red) return 6;
    if (vouch::fix<Thing>(text).text != text || vouch::to_string(Color::red) != "red") return 7;
    (void)vouch::json_schema<Thing>();
    return vouch::valid(vouch::sample<Thing>(1)) ? 0 : 8;
}
