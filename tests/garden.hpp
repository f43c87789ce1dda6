// SPDX-License-Identifier: BSL-1.0
// A small schema for tests of the engine: every kind of field, and each kind of rule once.
#pragma once

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

constexpr auto shape_of(vouch::of<Plant>) {
    using namespace vouch::notation;
    using T = Plant;
    return describe<T>(
        "A plant.",
        fields(field(&T::name, {.doc = "Its name.", .example = "mint"}),
               field(&T::count, {.doc = "How many.",
                                 .example = 3,
                                 .range = {1, 100, {.id = "count-range", .message = "{field} is {value}"}}}),
               field(&T::friends, {.doc = "What it grows well with."})),
        rules(rule({.id = "name-case", .severity = warning, .message = "{value} has capitals"},
                   require(&T::name, matching(is_lower))),
              rule({.id = "friend-case", .severity = warning, .message = "{value} has capitals"},
                   each(&T::friends, matching(is_lower))),
              rule({.id = "friend-twice", .message = "{value} is there before"}, unique(&T::friends))));
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
    return describe<T>("Irrigation.",
                       fields(field(&T::automatic, {.doc = "By itself."}),
                              field(&T::litres, {.doc = "A day.", .example = 1.5, .unit = "l"})),
                       rules(rule({.id = "litres-needed", .message = "litres is required with automatic"},
                                  when(&T::automatic, is(true)).then(&T::litres, present))));
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

/// Fewer plants than square metres.
constexpr bool fits(const vouch::cell& plants, const vouch::cell& area) {
    return static_cast<std::int64_t>(plants.size()) <= area.integer;
}

constexpr auto shape_of(vouch::of<Bed>) {
    using namespace vouch::notation;
    using T = Bed;
    using enum Soil;
    return describe<T>(
        "A bed.",
        fields(
            field(&T::title, {.doc = "Its title.", .example = "Herbs"}),
            field(&T::soil, {.doc = "Its soil.", .example = loam}),
            field(&T::area, {.doc = "Its area.", .example = 4, .unit = "m²"}),
            field(&T::owner, {.doc = "Whose it is.", .blank = vouch::blank::warned}),
            field(&T::password, {.doc = "For the gate.", .secret = true}), field(&T::water, {.doc = "Its irrigation."}),
            field(&T::spare, {.doc = "Another irrigation."}), field(&T::plants, {.doc = "What grows in it."}),
            field(&T::token,
                  {.doc = "Of the request.",
                   .in = vouch::location::query,
                   .misplaced = {.id = "token-in-body", .severity = warning, .message = "{field} is of the query"}})),
        rules(rule({.id = "sand-needs-owner", .message = "a bed of sand needs an owner"},
                   when(&T::soil, is(sand)).then(&T::owner, present)),
              rule({.id = "dry", .severity = info, .message = "no water in {value}"},
                   when(at(&T::water, &Water::litres), absent).when(&T::soil, !is(clay)).report(&T::soil)),
              rule({.id = "crowded", .severity = warning, .message = "{value} are too many"},
                   satisfies<fits>(&T::plants, &T::area)),
              rule({.id = "plant-twice", .message = "{value} is there before"}, unique(&T::plants, &Plant::name)),
              rule({.id = "password-weak", .severity = warning, .message = "{value} is too easy"},
                   require(&T::password, !is("secret")))));
}

/// A bed that breaks no rule.
inline constexpr std::string_view valid_text =
    R"({"title":"Herbs","soil":"loam","area":4,"water":{"automatic":true,"litres":1.5},"plants":[{"name":"mint","count":3}]})";

}  // namespace garden
