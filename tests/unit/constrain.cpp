// SPDX-License-Identifier: BSL-1.0
#include <vouch/constrain.hpp>

#include "../catch.hpp"
#include "../garden.hpp"

using namespace vouch;
using namespace vouch::notation;
using garden::Bed;
using garden::Soil;
using garden::Water;

TEST_CASE("a clause has its conditions, its place and what it demands", "[constrain]") {
    constexpr auto c =
        when(&Bed::soil, is(Soil::sand)).when(at(&Bed::water, &Water::litres), absent).then(&Bed::owner, present);
    REQUIRE(c.clauses.size() == 1);
    CHECK(c.clauses[0].data.kind == clause::test::then);
    CHECK(c.clauses[0].data.place == 4);
    CHECK(c.clauses[0].conditions == 2);
    REQUIRE(c.conditions.size() == 2);
    CHECK(c.conditions[0].slot == 2);
    CHECK(c.conditions[1].slot == 8);
    CHECK(c.mistake.text.empty());
}

TEST_CASE("a clause has any number of conditions, and a rule any number of clauses", "[constrain]") {
    constexpr auto five = when(&Bed::soil, is(Soil::sand))
                              .when(&Bed::owner, present)
                              .when(&Bed::token, absent)
                              .when(&Bed::spare, absent)
                              .when(&Bed::plants, present)
                              .report(&Bed::area);
    constexpr auto all =
        all_of(five, require(&Bed::owner, present), unique(&Bed::plants), require(&Bed::token, absent));
    CHECK(five.conditions.size() == 5);
    REQUIRE(all.clauses.size() == 4);
    CHECK(all.clauses[0].conditions == 5);
    CHECK(all.clauses[1].conditions == 0);
    CHECK(all.clauses[2].data.kind == clause::test::unique);
    CHECK(all.conditions.size() == 5);
}

TEST_CASE("a clause keeps its first mistake", "[constrain]") {
    CHECK(when(&Bed::soil, is(Soil::sand)).then(&Bed::title, present).mistake.text ==
          "is required already, so its presence cannot be demanded");
    CHECK(require(&Bed::title, is(true)).mistake.text == "is compared with a value of another type");
}
