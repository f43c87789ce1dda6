// SPDX-License-Identifier: BSL-1.0
#include <vouch/detail/plain/block.hpp>

#include <vouch/catalog.hpp>

#include "../../../catch.hpp"
#include "../../../garden.hpp"

#include <limits>

using namespace vouch;
using namespace vouch::detail;
using garden::Bed;
using garden::Soil;

TEST_CASE("an object becomes cells in declared order", "[block]") {
    const Bed bed{.title = "Herbs",
                  .soil = Soil::sand,
                  .area = 4,
                  .owner = {},
                  .password = "x",
                  .water = {.automatic = true, .litres = {}},
                  .spare = {},
                  .plants = std::vector{garden::Plant{"mint", 3, {}}, garden::Plant{}},
                  .token = {}};
    const block_of<Bed> of_bed(bed);
    const auto& block = of_bed.cells;
    CHECK(block[0].present());
    CHECK(block[1].text == "Herbs");
    CHECK(block[2].is(Soil::sand));
    CHECK(block[3].integer == 4);
    CHECK(block[4].absent());
    CHECK(block[6].present());
    CHECK(block[7].integer == 1);
    CHECK(block[8].absent());
    CHECK(block[9].absent());
    CHECK(block[10].absent());
    REQUIRE(block[12].size() == 2);
    CHECK(block[12].item(0, 1).text == "mint");
    CHECK(block[12].item(0, 2).integer == 3);
    CHECK(block[12].item(1, 1).text == "");
    CHECK(block[12].item(1, 2).absent());
}

TEST_CASE("what JSON cannot express is wrong, and an enum that is not set is absent", "[block]") {
    static_assert(scalar_cell(std::numeric_limits<double>::infinity()).fault == fault::not_finite);
    static_assert(scalar_cell(std::numeric_limits<double>::quiet_NaN()).fault == fault::not_finite);
    static_assert(scalar_cell(0.5).number == 0.5);
    static_assert(scalar_cell(Soil{}).absent());
    static_assert(scalar_cell(static_cast<Soil>(9)).fault == fault::not_an_enumerator);
}

TEST_CASE("the tables read and write members through untyped pointers", "[block]") {
    Bed bed;
    const object_info& info = catalog_of<Bed>();
    info.find("owner")->set.text(&bed, "you");
    CHECK(bed.owner == "you");
    info.find("soil")->set.integer(&bed, 2);
    CHECK(bed.soil == Soil::sand);
    void* const plants = info.find("plants")->set.begin(&bed, false);
    void* const plant = info.find("plants")->type->set.begin(plants, false);
    static_cast<garden::Plant*>(plant)->name = "mint";
    CHECK(bed.plants->at(0).name == "mint");
}
