// SPDX-License-Identifier: BSL-1.0
// A small schema to test the engine: every kind of field, and each kind of rule once.
#pragma once

#include <vouch/cell.hpp>
#include <vouch/instantiate.hpp>
#include <vouch/shape_of.hpp>

namespace garden {

enum class Soil { clay = 1, sand, loam };
BOOST_DESCRIBE_ENUM(Soil, clay, sand, loam)

constexpr auto shape_of(vouch::of<Soil>) {
    using namespace vouch::notation;
    using enum Soil;
    return describe<Soil>("What a bed is made of.", value(clay, "Heavy."), value(sand, "Light."), value(loam, "Both."));
}

struct Plant {
    std::string name{};
    std::optional<std::int32_t> count{};
    std::optional<std::vector<std::string>> friends{};
    bool operator==(const Plant&) const = default;
};
BOOST_DESCRIBE_STRUCT(Plant, (), (name, count, friends))

constexpr bool is_lower(std::string_view text) {
    for (const char c : text) {
        if (c >= 'A' && c <= 'Z') return false;
    }
    return true;
}
inline constexpr vouch::text_form lower_case{is_lower, "in lower case", "^[^A-Z]*$"};

constexpr auto shape_of(vouch::of<Plant>) {
    using namespace vouch::notation;
    using T = Plant;
    // clang-format off
    return describe<T>("A plant.",

    field(&T::name,    "Its name.", {.example = "mint"}),
    field(&T::count,   "How many.",
          {.example = 3, .range = {1, 100, rule(error("count-range"), {"{field} is {value}"})}}),
    field(&T::friends, "What it grows well with."),

    rule(warning("name-case"), require(&T::name, matching(lower_case)), {"{value} has capitals"}),
    rule(warning("friend-case"), each(&T::friends, matching(lower_case)), {"{value} has capitals"}),
    rule(error("friend-twice"), unique(&T::friends), {"duplicate {value}"}));
    // clang-format on
}

struct Water {
    std::optional<bool> automatic{};
    std::optional<double> litres{};
    bool operator==(const Water&) const = default;
};
BOOST_DESCRIBE_STRUCT(Water, (), (automatic, litres))

constexpr auto shape_of(vouch::of<Water>) {
    using namespace vouch::notation;
    using T = Water;
    // clang-format off
    return describe<T>("Irrigation.",

    field(&T::automatic, "By itself."),
    field(&T::litres,    "A day.", {.example = 1.5, .unit = "l"}),

    rule(error("litres-needed"),
         when(&T::automatic, is(true)).then(&T::litres, present),
         {"litres is required with automatic"}));
    // clang-format on
}

struct Bed {
    std::string title{};
    Soil soil{};
    std::int64_t area{};
    std::optional<std::string> owner{};
    std::optional<std::string> password{};
    Water water{};
    std::optional<Water> spare{};
    std::optional<std::vector<Plant>> plants{};
    std::optional<std::string> token{};
    bool operator==(const Bed&) const = default;
};
BOOST_DESCRIBE_STRUCT(Bed, (), (title, soil, area, owner, password, water, spare, plants, token))

/// At most one plant per square meter.
constexpr bool fits(const vouch::cell& plants, const vouch::cell& area) {
    return static_cast<std::int64_t>(plants.size()) <= area.integer;
}

constexpr auto shape_of(vouch::of<Bed>) {
    using namespace vouch::notation;
    using T = Bed;
    using enum Soil;
    // clang-format off
    return describe<T>("A bed.", reference("garden book"),

    field(&T::title,    "Its title.", {.example = "Herbs"}),
    field(&T::soil,     "Its soil.", {.example = loam}),
    field(&T::area,     "Its area.", {.example = 4, .unit = "m²"}),
    field(&T::owner,    "Whose it is.", {.blank = vouch::blank::warned}),
    field(&T::password, "For the gate.", {.secret = true}),
    field(&T::water,    "Its irrigation."),
    field(&T::spare,    "Another irrigation."),
    field(&T::plants,   "What grows in it."),
    field(&T::token,    "Of the request.",
          {.in = vouch::carried_in::query,
           .misplaced = rule(warning("token-in-body"), {"{field} belongs in the query"})}),

    rule(error("sand-needs-owner"),
         when(&T::soil, is(sand)).then(&T::owner, present),
         {"a bed of sand needs an owner"}),
    rule(info("dry"),
         when(at(&T::water, &Water::litres), absent).when(&T::soil, !is(clay)).report(&T::soil),
         {"no water in {value}"}),
    rule(warning("crowded"), satisfies<fits>(&T::plants, &T::area), {"{value} are too many"}),
    rule(error("plant-twice"), unique(&T::plants, &Plant::name), {"duplicate {value}"}),
    rule(warning("password-weak"), require(&T::password, !is("secret")), {"{value} is too easy"}));
    // clang-format on
}

/// A bed that breaks no rule.
inline constexpr std::string_view valid_text =
    R"({"title":"Herbs","soil":"loam","area":4,"water":{"automatic":true,"litres":1.5},"plants":[{"name":"mint","count":3}]})";

}  // namespace garden

VOUCH_INSTANTIATED_ELSEWHERE(garden::Bed);
VOUCH_INSTANTIATED_ELSEWHERE(garden::Plant);
VOUCH_INSTANTIATED_ELSEWHERE(garden::Water);
