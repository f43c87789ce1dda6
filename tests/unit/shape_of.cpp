// SPDX-License-Identifier: BSL-1.0
#include <vouch/shape_of.hpp>

#include "../catch.hpp"
#include "../garden.hpp"

using namespace vouch;

TEST_CASE("a shape holds its fields, rules, clauses, conditions and reads in order", "[shape_of]") {
    constexpr auto bed = shape_of(of<garden::Bed>{});
    CHECK(bed.doc == "A bed.");
    REQUIRE(bed.fields.size() == 9);
    CHECK(bed.fields[2].doc == "Its area.");
    CHECK(bed.fields[2].note.unit == "m²");
    REQUIRE(bed.rules.size() == 5);
    CHECK(bed.rules[1].words.id == "dry");
    CHECK(bed.rules[1].words.severity == severity::info);
    CHECK(bed.clauses.size() == 5);
    REQUIRE(bed.conditions.size() == 3);  // One of the first rule, two of the second.
    CHECK(bed.clauses[1].conditions == 2);
    REQUIRE(bed.reads.size() == 2);
    CHECK(bed.clauses[2].reads == 2);
    CHECK(bed.mistake.of_clause.text.empty());
}

TEST_CASE("describe takes its parts in any order", "[shape_of]") {
    using namespace vouch::notation;
    static constexpr foreign_name names[] = {{"l", "write litres"}};
    using T = garden::Water;
    constexpr auto s = describe<T>(
        "Water.", rule(warning("needed", practice("seen")), require(&T::litres, present), {"litres is missing"}),
        tolerant, field(&T::litres, "A day."), foreign(names), field(&T::automatic, "By itself."));
    CHECK(s.tolerance == tolerance::tolerant);
    REQUIRE(s.foreign.size() == 1);
    CHECK(s.foreign[0].name == "l");
    REQUIRE(s.fields.size() == 2);
    CHECK(s.fields[0].index == 1);
    REQUIRE(s.rules.size() == 1);
    CHECK(s.rules[0].words.source.basis == basis::practice);
    CHECK(s.rules[0].words.source.name == "seen");
}

TEST_CASE("a type without a shape of its own has none", "[shape_of]") {
    struct unknown {};
    CHECK_FALSE(detail::has_shape<unknown>);
    CHECK(detail::has_shape<garden::Soil>);
}
