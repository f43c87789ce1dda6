// SPDX-License-Identifier: BSL-1.0
#include <vouch/edit.hpp>

#include "../catch.hpp"
#include "../found.hpp"
#include "../garden.hpp"

#include <limits>

using garden::Bed;
using garden::Plant;
using garden::Soil;
using garden::Water;

namespace post {

/// Everything that reading accepts besides what is written.
struct Letter {
    std::optional<std::string> code{};
    std::optional<std::int32_t> weight{};
    std::optional<std::vector<std::int32_t>> stamps{};
    std::optional<std::vector<Soil>> seals{};
};
BOOST_DESCRIBE_STRUCT(Letter, (), (code, weight, stamps, seals))

inline constexpr std::string_view code_keys[] = {"Code", "CODE"};

constexpr auto shape_of(vouch::of<Letter>) {
    using namespace vouch::notation;
    using T = Letter;
    // clang-format off
    return describe<T>("A letter.", tolerant,

    field(&T::code,   "Its code.", {.aliases = code_keys, .number_or_text = true}),
    field(&T::weight, "Its weight.", {.number_or_text = true}),
    field(&T::stamps, "Its stamps."),
    field(&T::seals,  "Its seals."));
    // clang-format on
}

}  // namespace post

namespace {

/// The edited text.
template <class T = Bed, class F>
std::string after(std::string_view text, F change, const vouch::options& o = {}) {
    const vouch::edited e = vouch::edit<T>(text, change, o);
    CHECK(e.text == vouch::detail::edit_history().edited(text, e.edits));
    return e.text;
}
template <class F>
std::string letter(std::string_view text, F change) {
    return after<post::Letter>(text, change);
}

constexpr std::string_view indented = R"({
  "title": "Herbs",
  "soil": "loam",
  "area": 4.0,
  "water": { "automatic": true, "litres": 1.50 },
  "plants": [
    {
      "name": "m\u0069nt",
      "count": 3
    },
    {
      "note": {"a" :  1},
      "name": "basil"
    },
    {
      "name": "dill",
      "friends": ["mint", "basil"]
    }
  ],
  "x-by": null
}
)";

/// The indented text with one part replaced.
std::string indented_with(std::string_view part, std::string_view by) {
    std::string text(indented);
    const std::size_t at = text.find(part);
    REQUIRE(at != std::string::npos);
    return text.replace(at, part.size(), by);
}

}  // namespace

TEST_CASE("a scalar is replaced where it is", "[edit]") {
    CHECK(after(indented, [](Bed& b) { b.area = 5; }) == indented_with("4.0", "5"));
    CHECK(after(indented, [](Bed& b) { b.soil = Soil::clay; }) == indented_with("\"loam\"", "\"clay\""));
    CHECK(after(indented, [](Bed& b) { b.title = "a\"b\n"; }) == indented_with("\"Herbs\"", R"("a\"b\n")"));
    CHECK(after(indented, [](Bed& b) { b.water.litres = 2.5; }) == indented_with("1.50", "2.5"));
    CHECK(after(indented, [](Bed& b) { (*b.plants)[0].name = "thyme"; }) ==
          indented_with(R"("m\u0069nt")", "\"thyme\""));
    CHECK(after(indented, [](Bed& b) { (*(*b.plants)[2].friends)[1] = "sage"; }) ==
          indented_with(R"(["mint", "basil"])", R"(["mint", "sage"])"));

    const vouch::edited e = vouch::edit<Bed>(indented, [](Bed& b) { b.area = 5; });
    CHECK(e.edits == std::vector<vouch::text_edit>{{indented.find("4.0"), 3, "5"}});
    CHECK(ids(e.report) == std::vector<std::string>{"unknown-field /plants/1/note", "unknown-field /x-by"});
}

TEST_CASE("what has not changed is not edited", "[edit]") {
    for (const std::string_view text : {indented, garden::valid_text}) {
        const vouch::edited e = vouch::edit<Bed>(text, [](Bed& b) { b.area = 4; });
        CHECK(e.text == text);
        CHECK(e.edits.empty());
        CHECK(ids(e.report) == ids(vouch::read<Bed>(text).report));
    }
}

TEST_CASE("a text without a value stays as it is", "[edit]") {
    const std::string deep(40, '[');
    for (const std::string_view text :
         {std::string_view("{\"title\":"), std::string_view(""), std::string_view("null"), std::string_view("[]"),
          std::string_view(R"({"title":"Herbs"})"), std::string_view(deep),
          std::string_view(R"({"title":1,"soil":"loam","area":4,"water":{}})")}) {
        bool called = false;
        const vouch::edited e = vouch::edit<Bed>(text, [&](Bed&) { called = true; });
        CHECK_FALSE(called);
        CHECK(e.text == text);
        CHECK(e.edits.empty());
        CHECK(lines(e.report) == lines(vouch::read<Bed>(text).report));
        CHECK_FALSE(e.report.ok());
    }
}

TEST_CASE("a broken rule does not keep a text from being edited", "[edit]") {
    const std::string_view text = R"({"title":"Herbs","soil":"sand","area":4,"water":{}})";
    const vouch::edited e = vouch::edit<Bed>(text, [](Bed& b) { b.owner = "Ann"; });
    CHECK(e.text == R"({"title":"Herbs","soil":"sand","area":4,"owner":"Ann","water":{}})");
    CHECK(ids(vouch::read<Bed>(text).report) == std::vector<std::string>{"sand-needs-owner /owner", "dry /soil"});
    CHECK(ids(e.report) == std::vector<std::string>{"dry /soil"});
}

TEST_CASE("a member goes where the declared order puts it", "[edit]") {
    CHECK(after(indented, [](Bed& b) { b.owner = "Ann"; }) == indented_with("4.0,\n", "4.0,\n  \"owner\": \"Ann\",\n"));
    CHECK(after(indented, [](Bed& b) { b.owner = "Ann", b.password = "x"; }) ==
          indented_with("4.0,\n", "4.0,\n  \"owner\": \"Ann\",\n  \"password\": \"x\",\n"));
    CHECK(after(indented, [](Bed& b) { b.token = "t"; }, {.flat = true}) ==
          indented_with("  ],\n", "  ],\n  \"token\": \"t\",\n"));
    CHECK(after(indented, [](Bed& b) { (*b.plants)[1].count = 7; }) ==
          indented_with("\"name\": \"basil\"", "\"name\": \"basil\",\n      \"count\": 7"));
    // After the nearest one before it, else before the nearest one after it, else first.
    const std::string_view mixed = R"({"x":0,"area":4,"soil":"loam","water":{"y":1},"title":"Herbs"})";
    CHECK(after(mixed, [](Bed& b) { b.owner = "Ann"; }) ==
          R"({"x":0,"area":4,"owner":"Ann","soil":"loam","water":{"y":1},"title":"Herbs"})");
    CHECK(after(mixed, [](Bed& b) { b.water.automatic = false; }) ==
          R"({"x":0,"area":4,"soil":"loam","water":{"automatic":false,"y":1},"title":"Herbs"})");
    CHECK(after(R"({"water":{},"title":"a","area":4,"soil":"loam"})", [](Bed& b) {
              b.owner = "Ann", b.spare = Water{};
          }) == R"({"water":{},"spare":{},"title":"a","area":4,"owner":"Ann","soil":"loam"})");
    CHECK(letter(R"({"weight":1,"x":0,"code":"a"})", [](post::Letter& l) { l.weight.reset(), l.stamps.emplace(); }) ==
          R"({"x":0,"code":"a","stamps":[]})");
    CHECK(letter(R"({ "x": 0, "weight": 1 })", [](post::Letter& l) { l.code = "a"; }) ==
          R"({ "x": 0, "code": "a", "weight": 1 })");
    CHECK(letter(R"({ "x": 0, "seals": [] })", [](post::Letter& l) { l.code = "a"; }) ==
          R"({ "x": 0, "code": "a", "seals": [] })");
    CHECK(letter(R"({ "weight": 1 })", [](post::Letter& l) {
              l.stamps = {1, 2}, l.code = "a";
          }) == R"({ "code": "a", "weight": 1, "stamps": [ 1, 2 ] })");
}

TEST_CASE("a member that becomes absent goes with its comma and its line", "[edit]") {
    CHECK(after(indented, [](Bed& b) { b.plants.reset(); }) ==
          R"({
  "title": "Herbs",
  "soil": "loam",
  "area": 4.0,
  "water": { "automatic": true, "litres": 1.50 },
  "x-by": null
}
)");
    CHECK(after(indented, [](Bed& b) { b.water.automatic.reset(); }) == indented_with("\"automatic\": true, ", ""));
    CHECK(after(indented, [](Bed& b) { b.water.litres.reset(); }) == indented_with(", \"litres\": 1.50", ""));
    CHECK(after(indented, [](Bed& b) { b.water = {}; }) ==
          indented_with(R"({ "automatic": true, "litres": 1.50 })", "{}"));
    CHECK(after(indented, [](Bed& b) { (*b.plants)[0].count.reset(); }) == indented_with(",\n      \"count\": 3", ""));
    const std::string_view one = "{\n  \"weight\": 1\n}";
    CHECK(letter(one, [](post::Letter& l) { l.weight.reset(); }) == "{}");
    CHECK(letter(one, [](post::Letter& l) { l.weight.reset(), l.code = "a"; }) == "{\n  \"code\": \"a\"\n}");
    CHECK(after(garden::valid_text, [](Bed& b) { b.soil = {}; }).find("soil") == std::string::npos);
}

TEST_CASE("nulls stay until there is a value", "[edit]") {
    const std::string_view text = R"({"code": null, "weight": null, "stamps": null})";
    CHECK(letter(text, [](post::Letter& l) { l.weight = 3; }) == R"({"code": null, "weight": 3, "stamps": null})");
    CHECK(letter(text, [](post::Letter& l) {
              l.stamps = {1, 2};
          }) == R"({"code": null, "weight": null, "stamps": [1, 2]})");
    CHECK(letter(R"({"weight":1,"code":null})", [](post::Letter& l) { l.weight.reset(); }) == R"({"code":null})");
}

TEST_CASE("the member that is read is the one that is edited", "[edit]") {
    const auto set = [](post::Letter& l) { l.code = "b"; };
    const auto reset = [](post::Letter& l) { l.code.reset(); };
    // A key that appears twice: the last one counts.
    CHECK(letter(R"({"code":"a","weight":1,"code":"a"})", set) == R"({"code":"a","weight":1,"code":"b"})");
    CHECK(letter(R"({"code":"a","weight":1,"code":"a"})", reset) == R"({"weight":1})");
    CHECK(letter(R"({"code":"a","code":"a"})", reset) == "{}");
    CHECK(letter(R"({"code":"a","code":null})", set) == R"({"code":"a","code":"b"})");
    CHECK(letter(R"({"code":"a","code":null})", reset) == R"({"code":"a","code":null})");
    // Other spellings: the first that is not null counts, unless there is the name itself.
    CHECK(letter(R"({"Code":"a"})", set) == R"({"Code":"b"})");
    CHECK(letter(R"({"C\u006fde":"a"})", set) == R"({"C\u006fde":"b"})");
    CHECK(letter(R"({"Code":"a","CODE":"c"})", set) == R"({"Code":"b","CODE":"c"})");
    CHECK(letter(R"({"Code":null,"CODE":"c"})", set) == R"({"Code":null,"CODE":"b"})");
    CHECK(letter(R"({"Code":null,"CODE":null})", set) == R"({"Code":null,"CODE":"b"})");
    CHECK(letter(R"({"Code":"a","CODE":"c","Code":"d"})", set) == R"({"Code":"a","CODE":"b","Code":"d"})");
    CHECK(letter(R"({"Code":"a","code":"c","CODE":"d"})", set) == R"({"Code":"a","code":"b","CODE":"d"})");
    CHECK(letter(R"({"Code":"a","x":1,"code":"c","CODE":"d"})", reset) == R"({"x":1})");
    CHECK(letter(R"({"Code":"a","code":null})", set) == R"({"Code":"a","code":"b"})");
    for (const std::string_view text : {R"({"Code":"a","CODE":"c","Code":"d"})", R"({"Code":"a","CODE":null})",
                                        R"({"CODE":"a","Code":null,"CODE":null})", R"({"code":"a","Code":"c"})",
                                        R"({"Code":"a","code":null,"CODE":"c"})"}) {
        CHECK(vouch::read<post::Letter>(letter(text, set)).value->code == "b");
        CHECK_FALSE(vouch::read<post::Letter>(letter(text, reset)).value->code);
    }
}

TEST_CASE("numbers and texts that are read from the other are written as what they are", "[edit]") {
    const std::string_view text = R"({"code":200,"weight":"1.0"})";
    CHECK(letter(text, [](post::Letter& l) { l.code = "200", l.weight = 1; }) == text);
    CHECK(letter(text, [](post::Letter& l) { l.code = "404"; }) == R"({"code":"404","weight":"1.0"})");
    CHECK(letter(text, [](post::Letter& l) { l.weight = 2; }) == R"({"code":200,"weight":2})");
}

TEST_CASE("elements of a list", "[edit]") {
    const auto stamps = [](std::string_view list, std::vector<std::int32_t> now) {
        return letter(std::string(R"({"stamps":)") + std::string(list) + "}",
                      [&](post::Letter& l) { l.stamps = std::move(now); })
            .substr(10);
    };
    CHECK(stamps("[1.0, 2, 3e0]", {0, 1, 2, 3}) == "[0, 1.0, 2, 3e0]}");
    CHECK(stamps("[1.0, 2, 3e0]", {1, 5, 2, 3}) == "[1.0, 5, 2, 3e0]}");
    CHECK(stamps("[1.0, 2, 3e0]", {1, 2, 3, 4, 5}) == "[1.0, 2, 3e0, 4, 5]}");
    CHECK(stamps("[1.0, 2, 3e0]", {2, 3}) == "[2, 3e0]}");
    CHECK(stamps("[1.0, 2, 3e0]", {1, 3}) == "[1.0, 3e0]}");
    CHECK(stamps("[1.0, 2, 3e0]", {1, 2}) == "[1.0, 2]}");
    CHECK(stamps("[1.0, 2, 3e0]", {3}) == "[3e0]}");
    CHECK(stamps("[1.0, 2, 3e0]", {3, 2, 1}) == "[3e0, 2, 1.0]}");
    CHECK(stamps("[1.0, 2, 2.0, 3e0]", {3, 2, 2, 1}) == "[3e0, 2, 2.0, 1.0]}");
    CHECK(stamps("[2, 1.0, 3e0]", {3, 1}) == "[3e0, 1.0]}");
    CHECK(stamps("[1.0, 2, 3e0]", {1, 3, 2}) == "[1.0, 3e0, 2]}");
    CHECK(stamps("[1.0, 2, 3e0]", {1, 9, 3}) == "[1.0, 9, 3e0]}");
    CHECK(stamps("[1.0, 2, 3e0]", {7, 8, 9, 10}) == "[7, 8, 9, 10]}");
    CHECK(stamps("[1.0, 2, 3e0]", {9}) == "[9]}");
    CHECK(stamps("[1.0, 2, 3e0]", {}) == "[]}");
    CHECK(stamps("[1.0,2,3e0]", {1, 5, 2, 3}) == "[1.0,5,2,3e0]}");
    CHECK(stamps("[ ]", {1, 2}) == "[1,2]}");
    CHECK(stamps("[1]", {1, 2}) == "[1,2]}");
    CHECK(stamps("[1.0,1,2,1e0,2.0]", {1, 2, 1, 2}) == "[1.0,2,1e0,2.0]}");
    CHECK(stamps(" [\n1\n, 2]", {1, 2, 3}) == " [\n1\n, 2\n, 3]}");
    // What JSON cannot express is not there.
    CHECK(letter(R"({"seals":["clay","loam"]})", [](post::Letter& l) {
              l.seals = {Soil{}, Soil::clay, Soil{}, Soil::sand};
          }) == R"({"seals":["clay","sand"]})");
}

TEST_CASE("objects in a list", "[edit]") {
    const auto plants = [](auto change) { return after(indented, [&](Bed& b) { change(*b.plants); }); };
    CHECK(plants([](auto& p) {
              p.insert(p.begin(), {"sage", 1});
          }) == indented_with("\"plants\": [\n",
                              "\"plants\": [\n    {\n      \"name\": \"sage\",\n      \"count\": 1\n    },\n"));
    CHECK(plants([](auto& p) { p.insert(p.begin() + 1, {"sage"}); }) ==
          indented_with("\"count\": 3\n    },\n", "\"count\": 3\n    },\n    {\n      \"name\": \"sage\"\n    },\n"));
    CHECK(plants([](auto& p) {
              p.push_back({"sage", {}, {{"a", "b"}}});
          }) ==
          indented_with(
              "\"basil\"]\n    }",
              "\"basil\"]\n    },\n    {\n      \"name\": \"sage\",\n      \"friends\": [\"a\", \"b\"]\n    }"));
    CHECK(plants([](auto& p) { p.erase(p.begin()); }) ==
          indented_with("    {\n      \"name\": \"m\\u0069nt\",\n      \"count\": 3\n    },\n", ""));
    CHECK(plants([](auto& p) { p.erase(p.begin() + 1); }) ==
          indented_with("    {\n      \"note\": {\"a\" :  1},\n      \"name\": \"basil\"\n    },\n", ""));
    CHECK(plants([](auto& p) { p.pop_back(); }) ==
          indented_with(",\n    {\n      \"name\": \"dill\",\n      \"friends\": [\"mint\", \"basil\"]\n    }", ""));
    CHECK(plants([](auto& p) { p.clear(); }).find("\"plants\": [],\n") != std::string::npos);
    // Elements are found again, with what they had.
    CHECK(plants([](auto& p) { std::swap(p[0], p[1]); }) == indented_with(R"({
      "name": "m\u0069nt",
      "count": 3
    },
    {
      "note": {"a" :  1},
      "name": "basil"
    })",
                                                                          R"({
      "note": {"a" :  1},
      "name": "basil"
    },
    {
      "name": "m\u0069nt",
      "count": 3
    })"));
    CHECK(plants([](auto& p) { std::swap(p[0], p[1]), p[0].count = 8, p[1].count = 4; }) == indented_with(R"({
      "name": "m\u0069nt",
      "count": 3
    },
    {
      "note": {"a" :  1},
      "name": "basil"
    })",
                                                                                                          R"({
      "note": {"a" :  1},
      "name": "basil",
      "count": 8
    },
    {
      "name": "m\u0069nt",
      "count": 4
    })"));
    // A value that several elements have tells none of them apart.
    CHECK(after(R"({"title":"a","soil":"loam","area":4,"water":{},"plants":[
        {"name":"a","count":1,"friends":["p"],"x":1},
        {"name":"b","count":1,"friends":["q"],"x":2}]})",
                [](Bed& b) {
                    b.plants = {{"c", 1, {{"q"}}}};
                }) ==
          R"({"title":"a","soil":"loam","area":4,"water":{},"plants":[
        {"name":"c","count":1,"friends":["q"],"x":2}]})");
    // Known by none: it takes the place of one that is gone.
    CHECK(after(R"({"title":"a","soil":"loam","area":4,"water":{},"plants":[{"name":"a","x":1}]})", [](Bed& b) {
              b.plants = {{"b"}};
          }) == R"({"title":"a","soil":"loam","area":4,"water":{},"plants":[{"name":"b","x":1}]})");
    // Known by another member than the first one, although its place is another one.
    const std::string_view text =
        R"({"title":"a","soil":"loam","area":4,"water":{},"plants":[{"name":"a","x":1},{"name":"b","count":2,"x":2}]})";
    CHECK(after(text, [](Bed& b) {
              b.plants = {{"c", 2}};
          }) == R"({"title":"a","soil":"loam","area":4,"water":{},"plants":[{"name":"c","count":2,"x":2}]})");
}

TEST_CASE("an empty object or list is filled in the style of the text", "[edit]") {
    const std::string_view text =
        "{\n\t\"title\": \"a\",\n\t\"soil\": \"loam\",\n\t\"area\": 4,\n\t\"water\": {},\n\t\"plants\": []\n}\n";
    CHECK(
        after(text, [](Bed& b) { b.water.litres = 1; }) ==
        "{\n\t\"title\": \"a\",\n\t\"soil\": \"loam\",\n\t\"area\": 4,\n\t\"water\": {\n\t\t\"litres\": 1\n\t},\n\t\"plants\": []\n}\n");
    CHECK(
        after(text,
              [](Bed& b) {
                  b.plants = {{"mint", 3}, {"dill"}};
              }) ==
        "{\n\t\"title\": \"a\",\n\t\"soil\": \"loam\",\n\t\"area\": 4,\n\t\"water\": {},\n\t\"plants\": [\n"
        "\t\t{\n\t\t\t\"name\": \"mint\",\n\t\t\t\"count\": 3\n\t\t},\n\t\t{\n\t\t\t\"name\": \"dill\"\n\t\t}\n\t]\n}\n");
    CHECK(letter("{}", [](post::Letter& l) { l.weight = 1, l.stamps = {1, 2}; }) == R"({"weight":1,"stamps":[1,2]})");
    CHECK(letter(" {\n} ", [](post::Letter& l) { l.weight = 1, l.stamps = {1}; }) ==
          " {\n  \"weight\": 1,\n  \"stamps\": [\n    1\n  ]\n} ");
    CHECK(after(indented, [](Bed& b) { b.spare.emplace().litres = 2; }) ==
          indented_with("1.50 },\n", "1.50 },\n  \"spare\": { \"litres\": 2 },\n"));
    CHECK(
        after(garden::valid_text,
              [](Bed& b) {
                  b.plants->push_back({"dill", {}, {{"a", "b"}}}), b.spare = Water{};
              }) ==
        R"({"title":"Herbs","soil":"loam","area":4,"water":{"automatic":true,"litres":1.5},"spare":{},"plants":[{"name":"mint","count":3},{"name":"dill","friends":["a","b"]}]})");
}

TEST_CASE("lines end as they do in the text", "[edit]") {
    CHECK(letter("{\r\n  \"weight\": 1\r\n}\r\n", [](post::Letter& l) { l.code = "a", l.stamps = {1}; }) ==
          "{\r\n  \"code\": \"a\",\r\n  \"weight\": 1,\r\n  \"stamps\": [\r\n    1\r\n  ]\r\n}\r\n");
    CHECK(letter("{\r\n  \"code\": \"a\",\r\n\r\n  \"weight\": 1\r\n}\r\n", [](post::Letter& l) {
              l.stamps = {};
              l.stamps.emplace();
          }) == "{\r\n  \"code\": \"a\",\r\n\r\n  \"weight\": 1,\r\n  \"stamps\": []\r\n}\r\n");
}

TEST_CASE("unusual styles are kept", "[edit]") {
    CHECK(letter("{ \"code\" : \"a\"\n, \"weight\" : 1\n}", [](post::Letter& l) {
              l.stamps = {1, 2};
          }) == "{ \"code\" : \"a\"\n, \"weight\" : 1\n, \"stamps\" : [ 1, 2 ]\n}");
    CHECK(letter("  {\n     \"weight\": 1\n  }", [](post::Letter& l) { l.stamps = {1}; }) ==
          "  {\n     \"weight\": 1,\n     \"stamps\": [\n        1\n     ]\n  }");
    const std::string blank(300, ' ');
    CHECK(letter("{\"stamps\":[1," + blank + "2]}", [](post::Letter& l) { l.stamps->push_back(3); }) ==
          "{\"stamps\":[1," + blank + "2,3]}");
    CHECK(letter(R"({"stamps": [1]})", [](post::Letter& l) { l.stamps->push_back(2); }) == R"({"stamps": [1, 2]})");
    // A list of objects is not laid out like one of numbers.
    CHECK(after("{\n  \"title\": \"a\", \"soil\": \"loam\", \"area\": 4, \"x\": [1, 2],\n  \"water\": {}\n}",
                [](Bed& b) { b.plants = {{"mint"}}; }) ==
          "{\n  \"title\": \"a\", \"soil\": \"loam\", \"area\": 4, \"x\": [1, 2],\n  \"water\": {}, \"plants\": [\n"
          "    {\n      \"name\": \"mint\"\n    }\n  ]\n}");
    CHECK(letter("{\n    \"code\":\n        \"a\"\n}", [](post::Letter& l) {
              l.stamps = {1, 2};
          }) == "{\n    \"code\":\n        \"a\",\n    \"stamps\": [\n        1,\n        2\n    ]\n}");
}

TEST_CASE("the first object or list on several lines says how far each level is indented", "[edit]") {
    const auto stamp = [](post::Letter& l) { l.stamps = {1}; };
    CHECK(letter("{\n  \"code\": \"a\",\n  \"x\": {\n      \"y\": 1\n  }\n}", stamp) ==
          "{\n  \"code\": \"a\",\n  \"stamps\": [\n    1\n  ],\n  \"x\": {\n      \"y\": 1\n  }\n}");
    CHECK(letter("{\n    \"code\": \"a\",\n    \"x\": { \"y\": 1 }\n}", stamp) ==
          "{\n    \"code\": \"a\",\n    \"stamps\": [\n        1\n    ],\n    \"x\": { \"y\": 1 }\n}");
    CHECK(letter("{\n    \"code\": \"a\"}", stamp) == "{\n    \"code\": \"a\",\n    \"stamps\": [\n      1\n    ]}");
    CHECK(letter("\n{\"code\": \"a\"}", stamp) == "\n{\"code\": \"a\", \"stamps\": [1]}");
}

TEST_CASE("an empty list is filled like lists of the same kind", "[edit]") {
    CHECK(letter("{\n  \"x\": [ {\"y\": 1} ],\n  \"stamps\": []\n}", [](post::Letter& l) {
              l.stamps = {1, 2};
          }) == "{\n  \"x\": [ {\"y\": 1} ],\n  \"stamps\": [\n    1,\n    2\n  ]\n}");
    CHECK(letter("{\n  \"x\": [ 7, 8 ],\n  \"stamps\": []\n}", [](post::Letter& l) {
              l.stamps = {1, 2};
          }) == "{\n  \"x\": [ 7, 8 ],\n  \"stamps\": [ 1, 2 ]\n}");
    CHECK(letter("{\n  \"x\": [ [7], [8] ],\n  \"stamps\": []\n}", [](post::Letter& l) {
              l.stamps = {1, 2};
          }) == "{\n  \"x\": [ [7], [8] ],\n  \"stamps\": [\n    1,\n    2\n  ]\n}");
    const auto plant = [](Bed& b) { b.plants = {{"mint"}}; };
    const std::string head =
        "{\n  \"title\": \"a\",\n  \"soil\": \"loam\",\n  \"area\": 4,\n  \"water\": {},\n  \"x\": ";
    CHECK(after(head + "[ 7, 8 ],\n  \"plants\": []\n}", plant) ==
          head + "[ 7, 8 ],\n  \"plants\": [\n    {\n      \"name\": \"mint\"\n    }\n  ]\n}");
    CHECK(after(head + "[ {}, {} ],\n  \"plants\": []\n}", plant) ==
          head + "[ {}, {} ],\n  \"plants\": [ { \"name\": \"mint\" } ]\n}");
}

TEST_CASE("white space that is too much is not repeated", "[edit]") {
    for (const std::size_t n : {254U, 255U, 256U}) {
        const std::string text = "{\"stamps\":[1," + std::string(n, ' ') + "2";
        CHECK(letter(text + "]}", [](post::Letter& l) { l.stamps->push_back(3); }) ==
              text + "," + std::string(n < 256 ? n : 0, ' ') + "3]}");
    }
}

TEST_CASE("what the options say is not in the text stays out of it", "[edit]") {
    const std::string_view text = R"({"title":"a","soil":"loam","area":4,"water":{},"token":"t"})";
    const auto set = [](Bed& b) { b.token = "u"; };
    CHECK(after(text, set) == text);
    CHECK(after(text, [](Bed& b) { b.token.reset(); }) == text);
    CHECK(after(text, [](Bed& b) { b.token.reset(), b.title = "b"; }) ==
          R"({"title":"b","soil":"loam","area":4,"water":{},"token":"t"})");
    CHECK(after(text, set, {.flat = true}) == R"({"title":"a","soil":"loam","area":4,"water":{},"token":"u"})");
    const vouch::beside_value beside[] = {{"token", "v"}};
    CHECK(after(text, set, {.flat = true, .beside = beside}) == text);
}

TEST_CASE("what JSON cannot express becomes absent, and is reported if it is required", "[edit]") {
    const vouch::edited e = vouch::edit<Bed>(garden::valid_text, [](Bed& b) {
        b.soil = {};
        b.water.litres = std::numeric_limits<double>::infinity();
        b.title = "\xFF";
    });
    CHECK(e.text == R"({"title":")"
                    "\xEF\xBF\xBD"
                    R"(","area":4,"water":{"automatic":true},"plants":[{"name":"mint","count":3}]})");
    CHECK(ids(e.report) ==
          std::vector<std::string>{"required-missing /soil", "dry /soil", "litres-needed /water/litres"});
}

TEST_CASE("large lists are edited in bounded time", "[edit]") {
    std::string text = R"({"stamps":[)";
    for (int i = 0; i < 200000; ++i) text += std::to_string(i % 1000) + ",";
    text += "0]}";
    const auto read_back = [&](auto change) {
        std::optional<std::vector<std::int32_t>> now;
        const vouch::edited e = vouch::edit<post::Letter>(text, [&](post::Letter& l) {
            change(*l.stamps);
            now = l.stamps;
        });
        CHECK(vouch::read<post::Letter>(e.text).value->stamps == now);
        return e.edits.size();
    };
    CHECK(read_back([](auto& s) { s.erase(s.begin() + 100); }) == 1);
    CHECK(read_back([](auto& s) { std::reverse(s.begin(), s.end()); }) < 200000);
    CHECK(read_back([](auto& s) { std::sort(s.begin(), s.end()); }) < 200000);
    CHECK(read_back([](auto& s) {
              for (auto& v : s) v += 5000;
          }) == 200001);
}
