// SPDX-License-Identifier: BSL-1.0
#include <vouch/fix.hpp>

#include "../catch.hpp"

namespace shed {

enum class Wood { oak = 1, pine };
BOOST_DESCRIBE_ENUM(Wood, oak, pine)

constexpr auto shape_of(vouch::of<Wood>) {
    using namespace vouch::notation;
    return describe<Wood>("What it is made of.", value(Wood::oak, "Hard."), value(Wood::pine, "Soft."));
}

struct Tool {
    std::optional<std::string> name{};
};
BOOST_DESCRIBE_STRUCT(Tool, (), (name))

constexpr auto shape_of(vouch::of<Tool>) {
    using namespace vouch::notation;
    return describe<Tool>("A tool.", field(&Tool::name, "Its name."));
}

/// Whether no tool is an anvil.
inline bool has_no_anvil(const vouch::cell&, const vouch::cell& tools) {
    struct look final : vouch::block_visitor {
        void visit(std::size_t, vouch::cell* block) override { found = found || block[1].text == "anvil"; }
        bool found = false;
    } visitor;
    if (tools.present()) tools.show(visitor);
    return !visitor.found;
}

inline constexpr vouch::replacement dozens[] = {{12, "piece", 1, "dozen"}};

struct Shed {
    Wood wood{};
    std::optional<std::int32_t> count{};
    std::optional<std::string> unit{};
    std::optional<std::string> names{};
    std::optional<std::vector<Tool>> tools{};
    std::optional<std::string> paint{};
};
BOOST_DESCRIBE_STRUCT(Shed, (), (wood, count, unit, names, tools, paint))

constexpr auto shape_of(vouch::of<Shed>) {
    using namespace vouch::notation;
    using T = Shed;
    // clang-format off
    return describe<T>("A shed.",

    field(&T::wood,  "Its wood."),
    field(&T::count, "How many."),
    field(&T::unit,  "Of what."),
    field(&T::names, "Tools, joined with |.",
          {.deprecated = {"tools", rule(warning("names-deprecated"), {"names is deprecated", "use `tools`",
                                                                      spread("tools", "name", "|")})}}),
    field(&T::tools, "Tools."),
    field(&T::paint, "Its paint."),

    rule(error("count-too-many"), require(&T::count, between(1, 6)),
         {"{value} are too many", "write 1 to 6", replace("unit", dozens)}),
    rule(warning("oak-needs-no-paint"), when(&T::wood, is(Wood::oak)).then(&T::paint, absent),
         {"oak needs no paint", "remove `paint`", drop}),
    rule(error("anvil-too-heavy"), satisfies<has_no_anvil>(&T::wood, &T::tools), {"an anvil is too heavy for {value}", "remove it"}),
    rule(warning("tool-twice"), unique(&T::tools, &Tool::name), {"duplicate {value}", "keep one", drop_element}));
    // clang-format on
}

}  // namespace shed

namespace {

std::string fixed(std::string_view text) { return vouch::fix<shed::Shed>(text).text; }

}  // namespace

TEST_CASE("each kind of fix changes its bytes and no others", "[fix]") {
    CHECK(fixed(R"({ "wood":"oak", "paint" : "red", "unit":"piece" })") == R"({ "wood":"oak", "unit":"piece" })");
    CHECK(fixed(R"({"wood":"oak","tools":[{"name":"saw"}, {"name":"saw"},{"name":"axe"}]})") ==
          R"({"wood":"oak","tools":[{"name":"saw"}, {"name":"axe"}]})");
    CHECK(fixed(R"({"wood":"oak","names":"saw| axe"})") ==
          R"({"wood":"oak","tools":[{"name": "saw"}, {"name": "axe"}]})");
    CHECK(fixed(R"({"wood":"oak","count":12,"unit":"piece"})") == R"({"wood":"oak","count":1,"unit":"dozen"})");
}

TEST_CASE("nulls, and names and values in another case, are fixed without a rule", "[fix]") {
    CHECK(fixed(R"({"wood":"oak","unit":null})") == R"({"wood":"oak"})");
    CHECK(fixed(R"({"Wood":"oak"})") == R"({"wood":"oak"})");
    CHECK(fixed(R"({"wood":" OAK "})") == R"({"wood":"oak"})");
}

TEST_CASE("what may change the meaning is only suggested", "[fix]") {
    const std::string_view text = R"({"wood":"oakk"})";
    CHECK(fixed(text) == text);
    const vouch::fixed all = vouch::fix<shed::Shed>(text, {}, vouch::fix_level::all);
    CHECK(all.text == R"({"wood":"oak"})");
    REQUIRE(all.applied.size() == 1);
    CHECK(all.applied[0].description == "write \"oak\"");
    CHECK(all.report.ok());
}

TEST_CASE("a number or a boolean in quotes may be meant without", "[fix]") {
    const auto all = [](std::string_view text) { return vouch::fix<shed::Shed>(text, {}, vouch::fix_level::all).text; };
    CHECK(all(R"({"wood":"oak","count":"4"})") == R"({"wood":"oak","count":4})");
    CHECK(all(R"({"wood":"oak","count":"-3.0e0"})") == R"({"wood":"oak","count":-3.0e0})");
    for (const char* text :
         {R"({"wood":"oak","count":"4.5"})", R"({"wood":"oak","count":"2147483648"})",
          R"({"wood":"oak","count":"four"})", R"({"wood":"oak","count":" 4"})", R"({"wood":"oak","count":"04"})",
          R"({"wood":"oak","count":""})", R"({"wood":"oak","count":"true"})", R"({"wood":"oak","tools":"4"})"})
        CHECK(all(text) == text);
    CHECK(fixed(R"({"wood":"oak","count":"4"})") == R"({"wood":"oak","count":"4"})");
}

TEST_CASE("a fix is made only if its rule is reported", "[fix]") {
    const std::string_view text = R"({"wood":"oak","paint":"red","unit":null})";
    const std::string_view only[] = {"null-value"};
    CHECK(vouch::fix<shed::Shed>(text, {.select = only}).text == R"({"wood":"oak","paint":"red"})");
}

TEST_CASE("one run makes all fixes of a long list", "[fix]") {
    std::string text = R"({"wood":"oak","tools":[{"Name":"0"})";
    std::string expected = R"({"wood":"oak","tools":[{"name":"0"})";
    for (int i = 1; i < 5000; ++i) {
        text += R"(,{"Name":")" + std::to_string(i) + "\"}";
        expected += R"(,{"name":")" + std::to_string(i) + "\"}";
    }
    const vouch::fixed f = vouch::fix<shed::Shed>(text + "]}");
    CHECK(f.applied.size() == 5000);
    CHECK(f.text == expected + "]}");
    CHECK(f.report.size() == 0);
}

TEST_CASE("of fixes in many elements, those that bring an error are left", "[fix]") {
    // "Name" in every third element holds a number, which only counts under its right name.
    std::string text = R"({"wood":"oak","tools":[{"name":"first"})";
    std::string expected = text;
    for (int i = 0; i < 300; ++i) {
        const std::string value = i % 3 == 0 ? "7" : "\"" + std::to_string(i) + "\"";
        text += R"(,{"Name":)" + value + "}";
        expected += (i % 3 == 0 ? R"(,{"Name":)" : R"(,{"name":)") + value + "}";
    }
    const vouch::fixed f = vouch::fix<shed::Shed>(text + "]}");
    CHECK(f.text == expected + "]}");
    CHECK(f.applied.size() == 200);
    for (const vouch::diagnostic& d : f.report) {
        REQUIRE(d.fixes.size() == 1);
        CHECK_FALSE(d.fixes[0].safe);
    }
}

TEST_CASE("an error that fixes bring together, each in its own element, keeps all but the first away", "[fix]") {
    CHECK(fixed(R"({"wood":"oak","tools":[{"NAME":"saw"},{"Name":"saw"}]})") ==
          R"({"wood":"oak","tools":[{"name":"saw"}]})");
}

TEST_CASE("an error that a fix of an element brings elsewhere makes it unsafe, and none of the others", "[fix]") {
    CHECK(fixed(R"({"wood":"pine","tools":[{"NAME":"saw"},{"Name":"anvil"},{"NAME":"axe"}]})") ==
          R"({"wood":"pine","tools":[{"name":"saw"},{"Name":"anvil"},{"name":"axe"}]})");
}

TEST_CASE("fixes that touch the same bytes are made one after the other", "[fix]") {
    // Each null is removed with the comma before or after it.
    CHECK(fixed(R"({"wood":"oak","count":null,"unit":null,"paint":null})") == R"({"wood":"oak"})");
    CHECK(fixed(R"({"wood":"oak","tools":[{"name":"saw"},{"name":"saw"},{"name":"saw"}]})") ==
          R"({"wood":"oak","tools":[{"name":"saw"}]})");
    CHECK(fixed(R"({"wood":"oak","count":12,"unit":"piece","paint":"red","Names":"a|b"})") ==
          R"({"wood":"oak","count":1,"unit":"dozen","tools":[{"name": "a"}, {"name": "b"}]})");
}

TEST_CASE("more errors than are counted one by one keep fixes as safe as their number", "[fix]") {
    std::string text = R"({"Wood":"oak","tools":[{"name":1})";
    for (int i = 0; i < 100001; ++i) text += R"(,{"name":1})";
    const vouch::fixed f = vouch::fix<shed::Shed>(text + "]}");
    REQUIRE(f.applied.size() == 1);
    CHECK(f.applied[0].path == "/Wood");
}

TEST_CASE("ids that are joined are listed once each, in their order", "[fix]") {
    CHECK(fixed(R"({"wood":"oak","names":"b|a||b| a |c"})") ==
          R"({"wood":"oak","tools":[{"name": "b"}, {"name": "a"}, {"name": "c"}]})");
}
