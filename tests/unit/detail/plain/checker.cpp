// SPDX-License-Identifier: BSL-1.0
#include <vouch/detail/plain/checker.hpp>

#include <vouch/catalog.hpp>
#include <vouch/detail/plain/block.hpp>

#include "../../../catch.hpp"
#include "../../../garden.hpp"

#include <string>
#include <vector>

using namespace vouch;
using garden::Bed;

namespace {

struct ids final : detail::finding_sink {
    void found(const detail::finding& f) override { all.push_back(std::string(f.rule->id) + " " + f.pointer()); }
    std::vector<std::string> all;
};

template <class Change>
std::vector<std::string> found(const Bed& bed, Change change) {
    detail::block_of<Bed> block(bed);
    change(block.cells.data());
    ids sink;
    detail::check_root(catalog_of<Bed>(), block.cells.data(), sink, false);
    return sink.all;
}
std::vector<std::string> found(const Bed& bed) {
    return found(bed, [](cell*) {});
}

Bed herbs() {
    Bed bed{};
    bed.title = "Herbs";
    bed.soil = garden::Soil::loam;
    bed.area = 4;
    bed.water.litres = 1.5;
    return bed;
}

using strings = std::vector<std::string>;

}  // namespace

TEST_CASE("a rule whose deciding field is wrong stays silent", "[checker]") {
    Bed bed = herbs();
    bed.soil = garden::Soil::sand;
    CHECK(found(bed) == strings{"sand-needs-owner /owner"});
    CHECK(found(bed, [](cell* block) { block[2] = cell(fault::reported); }).empty());
}

TEST_CASE("a required member that is absent is reported, and rules read it as absent", "[checker]") {
    CHECK(found(herbs(), [](cell* block) { block[1] = cell(); }) == strings{"required-missing /title"});
    Bed bed = herbs();
    bed.water.litres = {};
    CHECK(found(bed) == strings{"dry /soil"});
    CHECK(found(bed, [](cell* block) { block[2] = cell(); }) == strings{"required-missing /soil", "dry /soil"});
}

TEST_CASE("of an object that is missing, its members are not reported", "[checker]") {
    CHECK(found(herbs(), [](cell* block) { block[6] = cell(); }) == strings{"required-missing /water"});
}

TEST_CASE("elements are checked like objects, each at its index", "[checker]") {
    Bed bed = herbs();
    bed.plants = {{"mint", 3, {}}, {"Mint", 0, std::vector<std::string>{"a", "a"}}, {"mint", {}, {}}};
    CHECK(found(bed) == strings{"plant-twice /plants/2/name", "count-range /plants/1/count", "name-case /plants/1/name",
                                "friend-twice /plants/1/friends/1"});
}
