// SPDX-License-Identifier: BSL-1.0
#include <vouch/detail/straight/write.hpp>

#include "../../../catch.hpp"
#include "../../../garden.hpp"
#include "../../../lanes.hpp"

#include <cmath>
#include <limits>
#include <string>

using namespace vouch;
using garden::Bed;

namespace {

/// What the straight lane writes alone; empty if it gives up.
template <class T>
std::string written(const T& value) {
    std::string out = "before ";
    const bool done = detail::write_straight(value, false, out);
    CHECK(out.starts_with("before "));
    CHECK((done || out == "before "));
    return out.substr(7);
}

}  // namespace

TEST_CASE("members are written in declared order, without those that are absent or not set", "[straight]") {
    CHECK(written(garden::Water{}) == "{}");
    CHECK(written(garden::Water{.automatic = {}, .litres = 0.5}) == R"({"litres":0.5})");
    CHECK(written(garden::Plant{"mint", -3, std::vector<std::string>{}}) ==
          R"({"name":"mint","count":-3,"friends":[]})");
    CHECK(written(Bed{}) == R"({"title":"","area":0,"water":{}})");
    Bed bed;
    bed.token = "in the query";
    CHECK(written(bed) == R"({"title":"","area":0,"water":{}})");
}

TEST_CASE("texts of every length are written, and it gives up where one has to be escaped", "[straight]") {
    for (std::size_t size = 0; size < 70; ++size) {
        garden::Plant plant{std::string(size, 'a'), {}, {}};
        CHECK(written(plant) == "{\"name\":\"" + plant.name + "\"}");
        for (std::size_t i = 0; i < size; ++i) {
            for (const char c : {'"', '\\', '\n', '\0', '\x1F', '\xFF'}) {
                plant.name[i] = c;
                CHECK(written(plant).empty());
            }
            plant.name[i] = '\x7F';
            CHECK(written(plant) == plain_lane::write(plant));
            plant.name[i] = 'a';
        }
    }
    CHECK(written(garden::Plant{"Kr\xC3\xA4uter und mehr", {}, {}}) == "{\"name\":\"Kr\xC3\xA4uter und mehr\"}");
    CHECK(written(garden::Water{.automatic = {}, .litres = std::numeric_limits<double>::infinity()}).empty());
}

TEST_CASE("numbers are written as the plain lane writes them", "[straight]") {
    const auto check = [](double v) {
        const garden::Water water{.automatic = {}, .litres = v};
        CHECK(written(water) == plain_lane::write(water));
    };
    for (int hundredths = -200; hundredths < 20000; ++hundredths) check(hundredths / 100.0);
    for (const double v :
         {0.001, 0.005, 0.015, 9999.99, 9999.995, 10000.0, 10000.01, 99999.0, 1e5, 1e-7, 1e300, 0.1 + 0.2, -0.0}) {
        check(v);
        check(std::nextafter(v, 1e301));
    }
}
