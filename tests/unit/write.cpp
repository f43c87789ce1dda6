// SPDX-License-Identifier: BSL-1.0
#include <vouch/write.hpp>

#include <vouch/read.hpp>

#include "../catch.hpp"
#include "../garden.hpp"

#include <limits>

using namespace vouch;
using garden::Bed;
using garden::Plant;
using garden::Soil;

namespace {

Bed herb_bed() {
    return {.title = "Herbs",
            .soil = Soil::loam,
            .area = 4,
            .owner = {},
            .password = {},
            .water = {.automatic = true, .litres = 0.1},
            .spare = garden::Water{},
            .plants = std::vector{Plant{"mint", 3, std::vector<std::string>{}}},
            .token = "abc"};
}

}  // namespace

TEST_CASE("a value is written in declared order, without absent members and those of the query", "[write]") {
    CHECK(write(herb_bed()) ==
          R"({"title":"Herbs","soil":"loam","area":4,"water":{"automatic":true,"litres":0.1},"spare":{},)"
          R"("plants":[{"name":"mint","count":3,"friends":[]}]})");
    CHECK(write(herb_bed(), {.include_query = true}).ends_with(R"(,"token":"abc"})"));
    CHECK(write(Bed{}) == R"({"title":"","area":0,"water":{}})");
}

TEST_CASE("a value can be written with indentation", "[write]") {
    CHECK(write(herb_bed(), {.indent = 2}) == R"({
  "title": "Herbs",
  "soil": "loam",
  "area": 4,
  "water": {
    "automatic": true,
    "litres": 0.1
  },
  "spare": {},
  "plants": [
    {
      "name": "mint",
      "count": 3,
      "friends": []
    }
  ]
})");
}

TEST_CASE("texts are escaped as JSON requires, and any UTF-8 stays as it is", "[write]") {
    Bed bed;
    constexpr char title[] = "\0\x1f\"\\/\b\f\n\r\t\x7F é名😀\xE2\x80\xA8";
    bed.title.assign(title, sizeof title - 1);
    const std::string text = write(bed);
    CHECK(text.starts_with("{\"title\":\"\\u0000\\u001f\\\"\\\\/\\b\\f\\n\\r\\t\x7F é名😀\xE2\x80\xA8\""));
    CHECK(read<Bed>(text).report.size() > 0);
    bed.soil = Soil::clay;
    CHECK(read<Bed>(write(bed)).value == bed);
}

TEST_CASE("texts of any length are written completely", "[write]") {
    for (std::size_t size = 0; size < 10'000; size += size < 4'050 || size > 4'150 ? 97 : 1) {
        Bed bed = herb_bed();
        bed.title = std::string(size, 'a');
        bed.owner = std::string(size, 'b') + "\"";
        CHECK(write(bed).starts_with("{\"title\":\"" + bed.title + R"(","soil":"loam","area":4,"owner":")" +
                                     std::string(size, 'b') + R"(\"","water":{)"));
    }
}

TEST_CASE("what JSON cannot express is never written", "[write]") {
    Bed bed = herb_bed();
    bed.soil = static_cast<Soil>(9);
    bed.water.litres = std::numeric_limits<double>::infinity();
    bed.title = "a\xFF\xC3";
    CHECK(
        write(bed).starts_with("{\"title\":\"a\xEF\xBF\xBD\xEF\xBF\xBD\",\"area\":4,\"water\":{\"automatic\":true},"));
}

TEST_CASE("numbers are written as the shortest text that reads back as the same number", "[write]") {
    for (const double v : {0.1, 0.05, 1e300, 5e-324, 1.0 / 3, 123456789.125, -0.0, 1e21}) {
        Bed bed = herb_bed();
        bed.water.litres = v;
        CHECK(read<Bed>(write(bed)).value->water.litres == v);
    }
    for (const std::int64_t v : {INT64_MIN, std::int64_t{-1}, std::int64_t{0}, INT64_MAX}) {
        Bed bed = herb_bed();
        bed.area = v;
        CHECK(read<Bed>(write(bed)).value->area == v);
    }
}

TEST_CASE("unknown members go back to where they came from", "[write]") {
    const auto r = read<Bed>(R"({"a/b":[1, 2],"title":"t","soil":"clay","area":1,"water":{"litres":1,"~x":{"y":null}},)"
                             R"("plants":[{"name":"p"},{"name":"q","z":"é"}]})");
    REQUIRE(r.value.has_value());
    CHECK(write(*r.value, {.unknown = r.unknown}) ==
          R"({"title":"t","soil":"clay","area":1,"water":{"litres":1,"~x":{"y":null}},)"
          R"("plants":[{"name":"p"},{"name":"q","z":"é"}],"a/b":[1, 2]})");
}

namespace {

/// A bed in which each plant has an unknown member with the plant's name.
reading<Bed> marked_bed(const std::vector<std::string>& names) {
    std::string text = R"({"title":"t","soil":"clay","area":9,"water":{},"plants":[)";
    for (const std::string& name : names) {
        if (text.back() != '[') text += ',';
        text.append(R"({"name":")").append(name).append(R"(","x":")").append(name).append("\"}");
    }
    return read<Bed>(text + "]}");
}

/// The plants as written, with the unknown members of a reading; how many were left out.
std::string plants_of(const reading<Bed>& r, std::size_t left_out = 0) {
    std::vector<unknown_member> rest;
    const std::string text = write(*r, {.unknown = r.unknown, .left_out = &rest});
    CHECK(rest.size() == left_out);
    for (const unknown_member& u : rest) CHECK(text.find(u.json) == std::string::npos);
    const std::size_t begin = text.find("\"plants\":") + 9;
    return text.substr(begin, text.size() - 1 - begin);
}

}  // namespace

TEST_CASE("unknown members find their elements after a list was changed", "[write]") {
    reading<Bed> r = marked_bed({"a", "b", "c"});
    REQUIRE(r.value.has_value());
    std::vector<garden::Plant>& plants = *r->plants;
    SECTION("erased") {
        plants.erase(plants.begin());
        CHECK(plants_of(r, 1) == R"([{"name":"b","x":"b"},{"name":"c","x":"c"}])");
    }
    SECTION("inserted") {
        plants.insert(plants.begin(), garden::Plant{"new", {}, {}});
        CHECK(plants_of(r) == R"([{"name":"new"},{"name":"a","x":"a"},{"name":"b","x":"b"},{"name":"c","x":"c"}])");
    }
    SECTION("changed in place: the index counts") {
        plants[1].name = "B";
        CHECK(plants_of(r) == R"([{"name":"a","x":"a"},{"name":"B","x":"b"},{"name":"c","x":"c"}])");
    }
    SECTION("changed, and the list as well: never in another element") {
        plants[1].name = "B";
        plants.erase(plants.begin());
        CHECK(plants_of(r, 2) == R"([{"name":"B"},{"name":"c","x":"c"}])");
    }
    SECTION("all gone") {
        r->plants.reset();
        CHECK(write(*r, {.unknown = r.unknown}).find("\"x\"") == std::string::npos);
    }
}

TEST_CASE("each of equal elements gets the unknown members of one", "[write]") {
    reading<Bed> r = read<Bed>(R"({"title":"t","soil":"clay","area":9,"water":{},"plants":[{"name":"a","x":1,"y":2},)"
                               R"({"name":"a","x":3},{"name":"b"}]})");
    r->plants->pop_back();
    CHECK(plants_of(r) == R"([{"name":"a","x":1,"y":2},{"name":"a","x":3}])");
    r->plants->pop_back();
    CHECK(plants_of(r, 1) == R"([{"name":"a","x":1,"y":2}])");
}

TEST_CASE("unknown members made by hand go where their paths say", "[write]") {
    const reading<Bed> r = marked_bed({"a", "b"});
    const std::vector<unknown_member> by_hand{{"/plants/1/z", "1"}, {"/plants/2/z", "2"},      {"/plants/x/z", "3"},
                                              {"/spare/z", "4"},    {"/title/z", "5"},         {"/z", "6"},
                                              {"no pointer", "7"},  {"/plants/0/name/z", "8"}, {"", "9"},
                                              {"/soil", "10"},      {"/plants/0/name", "11"}};
    std::vector<unknown_member> rest;
    CHECK(write(*r, {.unknown = by_hand, .left_out = &rest}) ==
          R"({"title":"t","soil":"clay","area":9,"water":{},"plants":[{"name":"a"},{"name":"b","z":1}],"z":6})");
    CHECK(rest == std::vector<unknown_member>{{"/plants/2/z", "2"},
                                              {"/plants/x/z", "3"},
                                              {"/spare/z", "4"},
                                              {"/title/z", "5"},
                                              {"no pointer", "7"},
                                              {"/plants/0/name/z", "8"},
                                              {"/plants/0/name", "11"},
                                              {"", "9"},
                                              {"/soil", "10"}});
}
