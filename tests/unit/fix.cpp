// SPDX-License-Identifier: BSL-1.0
#include <vouch/fix.hpp>

#include "../catch.hpp"

namespace lamp {

/// It needs a or b, but rules want both to go.
struct Lamp {
    std::string mode{};
    std::optional<std::string> a{};
    std::optional<std::string> b{};
    std::optional<std::string> old{};
};
BOOST_DESCRIBE_STRUCT(Lamp, (), (mode, a, b, old))

constexpr auto shape_of(vouch::of<Lamp>) {
    using namespace vouch::notation;
    using T = Lamp;
    return describe<T>(
        "A lamp.", field(&T::mode, "Its mode."), field(&T::a, "One way."), field(&T::b, "Another way."),
        field(&T::old, "Not used."),
        rule(error("a-with-off"), when(&T::mode, is("off")).then(&T::a, absent), {"a has no effect", "remove a", drop}),
        rule(error("b-no"), require(&T::b, !is("no")), {"b cannot be no", "remove b", drop}),
        rule(error("a-or-b"), when(&T::b, absent).then(&T::a, present), {"a or b is needed", "add b"}),
        rule(warning("old-gone"), require(&T::old, absent), {"old has no effect", "remove it", drop}));
}

}  // namespace lamp

namespace shed {

enum class Wood { oak = 1, pine };
BOOST_DESCRIBE_ENUM(Wood, oak, pine)

constexpr auto shape_of(vouch::of<Wood>) {
    using namespace vouch::notation;
    return describe<Wood>("What it is made of.", value(Wood::oak, "Hard."), value(Wood::pine, "Soft."));
}

/// Its fix is for the elements of a list.
struct Box {
    std::optional<std::int32_t> size{};
};
BOOST_DESCRIBE_STRUCT(Box, (), (size))

constexpr auto shape_of(vouch::of<Box>) {
    using namespace vouch::notation;
    return describe<Box>("A box.", field(&Box::size, "How large it is."),
                         rule(error("box-size"), require(&Box::size, between(1, 2)),
                              {"{value} is no size", "write 1 or 2", drop_element}));
}

struct Tool {
    std::optional<std::string> name{};
    std::optional<std::vector<Box>> cases{};
};
BOOST_DESCRIBE_STRUCT(Tool, (), (name, cases))

constexpr auto shape_of(vouch::of<Tool>) {
    using namespace vouch::notation;
    return describe<Tool>("A tool.", field(&Tool::name, "Its name."), field(&Tool::cases, "Cases for it."));
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

/// Whether there is room for poles: two fit.
inline bool fits_poles(const vouch::cell&, const vouch::cell& tools) {
    struct look final : vouch::block_visitor {
        void visit(std::size_t, vouch::cell* block) override { poles += block[1].text == "pole" ? 1 : 0; }
        int poles = 0;
    } visitor;
    if (tools.present()) tools.show(visitor);
    return visitor.poles <= 2;
}

inline constexpr vouch::replacement dozens[] = {{12, "piece", 1, "dozen"}};

struct Shed {
    Wood wood{};
    std::optional<std::int32_t> count{};
    std::optional<std::string> unit{};
    std::optional<std::string> names{};
    std::optional<std::vector<Tool>> tools{};
    std::optional<std::string> paint{};
    std::optional<bool> locked{};
    std::optional<double> height{};
    std::optional<Box> box{};
};
BOOST_DESCRIBE_STRUCT(Shed, (), (wood, count, unit, names, tools, paint, locked, height, box))

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
    field(&T::locked, "Whether it is."),
    field(&T::height, "How high it is."),
    field(&T::box,   "A box in it."),

    rule(error("count-too-many"), require(&T::count, between(1, 6)),
         {"{value} are too many", "write 1 to 6", replace("unit", dozens)}),
    rule(warning("oak-needs-no-paint"), when(&T::wood, is(Wood::oak)).then(&T::paint, absent),
         {"oak needs no paint", "remove `paint`", drop}),
    rule(error("anvil-too-heavy"), satisfies<has_no_anvil>(&T::wood, &T::tools), {"an anvil is too heavy for {value}", "remove it"}),
    rule(error("poles-too-many"), satisfies<fits_poles>(&T::wood, &T::tools), {"too many poles", "remove one"}),
    rule(warning("tool-twice"), unique(&T::tools, &Tool::name), {"duplicate {value}", "keep one", drop_element}));
    // clang-format on
}

}  // namespace shed

namespace {

std::string fixed_text(std::string_view text) { return vouch::fix<shed::Shed>(text).text; }

/// "rule: what to do" for each fix of each finding, with a question mark if it is not safe; a rule alone has no fix.
template <class T = shed::Shed>
std::vector<std::string> fixes(std::string_view text, const vouch::options& o = {}) {
    vouch::report r = vouch::read<T>(text, o).report;
    vouch::suggest_fixes<T>(text, r, o);
    std::vector<std::string> out;
    for (const vouch::diagnostic& d : r) {
        if (d.fixes.empty()) out.emplace_back(d.rule);
        for (const vouch::suggested_fix& f : d.fixes) {
            out.push_back(std::string(d.rule) + ": " + f.description + (f.safe ? "" : "?"));
            CHECK_FALSE(f.edits.empty());
        }
    }
    return out;
}
using strings = std::vector<std::string>;

}  // namespace

TEST_CASE("each kind of fix changes its bytes and no others", "[fix]") {
    CHECK(fixed_text(R"({ "wood":"oak", "paint" : "red", "unit":"piece" })") == R"({ "wood":"oak", "unit":"piece" })");
    CHECK(fixed_text(R"({"wood":"oak","tools":[{"name":"saw"}, {"name":"saw"},{"name":"axe"}]})") ==
          R"({"wood":"oak","tools":[{"name":"saw"}, {"name":"axe"}]})");
    CHECK(fixed_text(R"({"wood":"oak","names":"saw| axe"})") ==
          R"({"wood":"oak","tools":[{"name": "saw"}, {"name": "axe"}]})");
    CHECK(fixed_text(R"({"wood":"oak","count":12,"unit":"piece"})") == R"({"wood":"oak","count":1,"unit":"dozen"})");
}

TEST_CASE("nulls, and names and values in another case, are fixed without a rule", "[fix]") {
    CHECK(fixed_text(R"({"wood":"oak","unit":null})") == R"({"wood":"oak"})");
    CHECK(fixed_text(R"({"Wood":"oak"})") == R"({"wood":"oak"})");
    CHECK(fixed_text(R"({"wood":" OAK "})") == R"({"wood":"oak"})");
}

TEST_CASE("what may change the meaning is only suggested", "[fix]") {
    const std::string_view text = R"({"wood":"oakk"})";
    CHECK(fixed_text(text) == text);
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
    CHECK(fixed_text(R"({"wood":"oak","count":"4"})") == R"({"wood":"oak","count":"4"})");
}

TEST_CASE("a boolean or a fraction in quotes may be meant without", "[fix]") {
    CHECK(fixes(R"({"wood":"oak","locked":"true"})") == strings{"type-mismatch: write it without quotes?"});
    CHECK(fixes(R"({"wood":"oak","locked":"false"})") == strings{"type-mismatch: write it without quotes?"});
    CHECK(fixes(R"({"wood":"oak","height":"1.5"})") == strings{"type-mismatch: write it without quotes?"});
    for (const std::string_view value : {"\"True\"", "\"yes\"", "\"\"", "\"1\"", "1"})
        CHECK(fixes(R"({"wood":"oak","locked":)" + std::string(value) + "}") == strings{"type-mismatch"});
    CHECK(fixes(R"({"wood":"oak","height":"true"})") == strings{"type-mismatch"});
    CHECK(fixes(R"({"wood":"oak","height":"high"})") == strings{"type-mismatch"});
    CHECK(fixes(R"({"wood":"oak","count":[4]})") == strings{"type-mismatch"});
}

TEST_CASE("there is no fix where it is not clear what was meant", "[fix]") {
    CHECK(fixes("{}") == strings{"required-missing"});
    CHECK(fixes("[]") == strings{"type-mismatch"});
    CHECK(fixes("null") == strings{"body-missing"});
    CHECK(fixes("{\"wood\":}") == strings{"json-syntax"});
    CHECK(fixes(R"({"wood":"plywood"})") == strings{"enum-invalid"});
    CHECK(fixes(R"({"wood":"oak","xyzzy":1})") == strings{"unknown-field"});
    CHECK(fixes(R"({"wood":"oak","paint":7})") == strings{"type-mismatch"});
    CHECK(fixes(R"({"wood":"oak","tools":[{"name":"anvil"}]})") == strings{"anvil-too-heavy"});
    // Options that are wrong.
    const std::string_view unheard[] = {"unheard"};
    CHECK(fixes(R"({"wood":"oak","unit":null})", {.select = unheard}) == strings{"unknown-rule"});
    // A replacement of values that are not there.
    CHECK(fixes(R"({"wood":"oak","count":12})") == strings{"count-too-many"});
    CHECK(fixes(R"({"wood":"oak","count":12,"unit":"dozen"})") == strings{"count-too-many"});
    CHECK(fixes(R"({"wood":"oak","count":13,"unit":"piece"})") == strings{"count-too-many"});
    CHECK(fixes(R"({"wood":"oak","count":12,"unit":7})") == strings{"count-too-many", "type-mismatch"});
    // A list that is there already, or no entries for it.
    CHECK(fixes(R"({"wood":"oak","names":"a","tools":[{"name":"b"}]})") == strings{"names-deprecated"});
    CHECK(fixes(R"({"wood":"oak","names":"|"})") == strings{"names-deprecated"});
    CHECK(fixes(R"({"wood":"oak","names":7})") == strings{"type-mismatch"});
    // An entry that has more than what repeats another one.
    CHECK(fixes(R"({"wood":"oak","tools":[{"name":"saw"},{"name":"saw","x":1}]})") ==
          strings{"tool-twice", "unknown-field"});
    // No entry of a list.
    CHECK(fixes(R"({"wood":"oak","box":{"size":3}})") == strings{"box-size"});
    CHECK(fixes<shed::Box>(R"({"size":3})") == strings{"box-size"});
}

TEST_CASE("there is no fix of a member that appears twice", "[fix]") {
    CHECK(fixes(R"({"wood":"pine","unit":null,"unit":null})") == strings{"duplicate-key", "null-value"});
    CHECK(fixes(R"({"wood":"OAK","wood":"OAK"})") == strings{"duplicate-key", "enum-invalid"});
    CHECK(fixes(R"({"wood":"oak","count":"4","count":"4"})") == strings{"duplicate-key", "type-mismatch"});
    CHECK(fixes(R"({"wood":"oak","Unit":"a","Unit":"b"})") ==
          strings{"unknown-field", "duplicate-key", "unknown-field"});
    CHECK(fixes(R"({"wood":"oak","count":12,"count":12,"unit":"piece"})") ==
          strings{"duplicate-key", "count-too-many"});
    CHECK(fixes(R"({"wood":"oak","count":12,"unit":"piece","unit":"piece"})") ==
          strings{"count-too-many", "duplicate-key"});
    CHECK(fixes(R"({"wood":"oak","names":"a","names":"b"})") == strings{"duplicate-key", "names-deprecated"});
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
    CHECK(fixed_text(R"({"wood":"oak","tools":[{"NAME":"saw"},{"Name":"saw"}]})") ==
          R"({"wood":"oak","tools":[{"name":"saw"}]})");
}

TEST_CASE("an error that a fix of an element brings elsewhere makes it unsafe, and none of the others", "[fix]") {
    CHECK(fixed_text(R"({"wood":"pine","tools":[{"NAME":"saw"},{"Name":"anvil"},{"NAME":"axe"}]})") ==
          R"({"wood":"pine","tools":[{"name":"saw"},{"Name":"anvil"},{"name":"axe"}]})");
}

TEST_CASE("of fixes of elements that bring an error elsewhere together, as many are made as bring none", "[fix]") {
    // Of what repeats another one, only one is kept.
    const std::string_view ignored[] = {"tool-twice"};
    const vouch::fixed f = vouch::fix<shed::Shed>(
        R"({"wood":"oak","tools":[{"Name":"pole"},{"Name":"pole"},{"Name":"pole"},{"Name":"pole"}]})",
        {.ignore = ignored});
    CHECK(f.text == R"({"wood":"oak","tools":[{"name":"pole"},{"name":"pole"},{"Name":"pole"},{"Name":"pole"}]})");
    CHECK(f.applied.size() == 2);
}

TEST_CASE("a removal that brings an error is not safe, and keeps no other fix away", "[fix]") {
    const std::string text = R"({"mode":"off","a":"x","old":"y"})";
    auto r = vouch::read<lamp::Lamp>(text);
    vouch::suggest_fixes<lamp::Lamp>(text, r.report);
    std::vector<std::pair<std::string_view, bool>> safe;
    for (const vouch::diagnostic& d : r.report) {
        for (const vouch::suggested_fix& f : d.fixes) safe.emplace_back(d.rule, f.safe);
    }
    CHECK(safe == std::vector<std::pair<std::string_view, bool>>{{"a-with-off", false}, {"old-gone", true}});
    CHECK(vouch::fix<lamp::Lamp>(text).text == R"({"mode":"off","a":"x"})");
    CHECK(vouch::fix<lamp::Lamp>(R"({"mode":"off","a":"x","b":"z"})").text == R"({"mode":"off","b":"z"})");
}

TEST_CASE("a removal of an element and a fix that brings an error after it are told apart", "[fix]") {
    const std::string text =
        R"({"wood":"oak","tools":[{"cases":[{"size":3},{"size":1}]},{"cases":[{"Size":9}]},{"cases":[{"Size":2}]}]})";
    CHECK(fixes(text) == strings{"box-size: remove this entry", "unknown-field: rename it to \"size\"?",
                                 "unknown-field: rename it to \"size\""});
}

TEST_CASE("of removals that bring an error together, the first are made", "[fix]") {
    CHECK(vouch::fix<lamp::Lamp>(R"({"mode":"off","a":"x","b":"no","old":"y"})").text == R"({"mode":"off","b":"no"})");
}

TEST_CASE("an unknown member that is an error is none that a fix may bring", "[fix]") {
    const std::string text = R"({"wood":"oak","Box":{"x":1,"y":2}})";
    CHECK(fixed_text(text) == R"({"wood":"oak","box":{"x":1,"y":2}})");
    CHECK(vouch::fix<shed::Shed>(text, {.unknown = vouch::unknown_policy::error}).text == text);
    CHECK(fixes(text) == strings{"unknown-field: rename it to \"box\""});
    CHECK(fixes(text, {.unknown = vouch::unknown_policy::error}) == strings{"unknown-field: rename it to \"box\"?"});
}

TEST_CASE("what could not be tried is not safe", "[fix]") {
    // Fixes in one element are tried one by one.
    const auto text = [](std::size_t n, std::string_view more) {
        std::string out = R"({"wood":"oak","tools":[{"cases":[)";
        for (std::size_t i = 0; i < n; ++i) out += i == 0 ? R"({"Size":1})" : R"(,{"Size":1})";
        return out + "]}]" + std::string(more) + "}";
    };
    const auto of_cases = [](std::size_t safe, std::size_t unsafe) {
        strings out(safe, "unknown-field: rename it to \"size\"");
        out.resize(safe + unsafe, "unknown-field: rename it to \"size\"?");
        return out;
    };
    CHECK(fixes(text(64, "")) == of_cases(64, 0));
    CHECK(fixes(text(67, "")) == of_cases(64, 3));
    strings expected = of_cases(63, 0);
    expected.insert(expected.end(), {"unknown-field: rename it to \"paint\"", "unknown-field: rename it to \"locked\"?",
                                     "unknown-field: rename it to \"height\"?"});
    std::sort(expected.begin(), expected.end());
    strings found = fixes(text(63, R"(,"Paint":null,"Locked":true,"Height":1)"));
    std::sort(found.begin(), found.end());
    CHECK(found == expected);
}

TEST_CASE("two members do not get one name", "[fix]") {
    CHECK(fixes(R"({"wood":"oak","Unit":"a","UNIT":"b"})") == strings{"unknown-field", "unknown-field"});
    CHECK(fixes(R"({"wood":"oak","unit":"a","UNIT":"b"})") == strings{"unknown-field"});
}

TEST_CASE("what a fix writes is safe to show", "[fix]") {
    CHECK(fixed_text(R"({"wood":"oak","names":"a\u202eb"})") == R"({"wood":"oak","tools":[{"name": "a\u202eb"}]})");
}

TEST_CASE("fixes of neighbors are made in one round", "[fix]") {
    const vouch::fixed f =
        vouch::fix<shed::Shed>(R"({"count":null,"unit":null,"names":null,"paint":null,"wood":"oak"})");
    CHECK(f.text == R"({"wood":"oak"})");
    strings paths;
    for (const vouch::applied_fix& a : f.applied) paths.push_back(a.path);
    CHECK(paths == strings{"/count", "/unit", "/names", "/paint"});
}

TEST_CASE("fixes that touch the same bytes are made one after the other", "[fix]") {
    // Each null is removed with the comma before or after it.
    CHECK(fixed_text(R"({"wood":"oak","count":null,"unit":null,"paint":null})") == R"({"wood":"oak"})");
    CHECK(fixed_text(R"({"wood":"oak","tools":[{"name":"saw"},{"name":"saw"},{"name":"saw"}]})") ==
          R"({"wood":"oak","tools":[{"name":"saw"}]})");
    // At the end of an object both removals take the comma between them. Nothing is tried if all fixes are made.
    CHECK(vouch::fix<shed::Shed>(R"({"wood":"oak","count":null,"unit":null,"paint":null})", {}, vouch::fix_level::all)
              .text == R"({"wood":"oak"})");
    CHECK(fixed_text(R"({"wood":"oak","count":12,"unit":"piece","paint":"red","Names":"a|b"})") ==
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
    CHECK(fixed_text(R"({"wood":"oak","names":"b|a||b| a |c"})") ==
          R"({"wood":"oak","tools":[{"name": "b"}, {"name": "a"}, {"name": "c"}]})");
}
