// SPDX-License-Identifier: BSL-1.0
#include <vouch/detail/plain/read_keys.hpp>

#include <vouch.hpp>
#include <vouch/edit.hpp>
#include <vouch/fix.hpp>
#include <vouch/render/text.hpp>

#include "../../../catch.hpp"
#include "../../../found.hpp"

#include <map>

namespace kin {

struct Kid {
    std::optional<std::string> name{};
    std::optional<std::int32_t> count{};
    std::optional<std::vector<std::string>> tags{};
};
BOOST_DESCRIBE_STRUCT(Kid, (), (name, count, tags))

struct Family {
    std::optional<std::string> name{};
    std::optional<std::vector<std::string>> tags{};
    std::optional<Kid> kid{};
    std::optional<std::vector<Kid>> kids{};
    std::optional<std::map<std::string, Kid>> byName{};
    std::optional<std::string> gateCode{};
    std::string token{};
};
BOOST_DESCRIBE_STRUCT(Family, (), (name, tags, kid, kids, byName, gateCode, token))

inline constexpr std::string_view names[] = {"Name", "called"};
inline constexpr std::string_view counts[] = {"Count"};
inline constexpr std::string_view tag_lists[] = {"Tags"};
inline constexpr std::string_view single[] = {"Kid"};
inline constexpr std::string_view lists[] = {"Kids"};
inline constexpr std::string_view maps[] = {"Map"};
inline constexpr std::string_view pins[] = {"pin"};
inline constexpr std::string_view tokens[] = {"Tok"};

constexpr auto shape_of(vouch::of<Kid>) {
    using namespace vouch::notation;
    using T = Kid;
    // clang-format off
    return describe<T>("A child.",

    field(&T::name,  "Its name.", {.length = {5}, .aliases = names}),
    field(&T::count, "A number.", {.range = {0, 9}, .aliases = counts}),
    field(&T::tags,  "Its tags.", {.elements = {.length = {4}}, .aliases = tag_lists}));
    // clang-format on
}
constexpr auto shape_of(vouch::of<Family>) {
    using namespace vouch::notation;
    using T = Family;
    // clang-format off
    return describe<T>("A family.",

    field(&T::name,     "Its name.", {.aliases = names}),
    field(&T::tags,     "Its tags.", {.aliases = tag_lists}),
    field(&T::kid,      "The first child.", {.aliases = single}),
    field(&T::kids,     "The others.", {.aliases = lists}),
    field(&T::byName,   "All by name.", {.aliases = maps}),
    field(&T::gateCode, "Opens the gate.", {.secret = true, .aliases = pins}),
    field(&T::token,    "Of the request.", {.in = vouch::carried_in::query, .aliases = tokens}));
    // clang-format on
}

}  // namespace kin

using namespace vouch;
using kin::Family;
using strings = std::vector<std::string>;

namespace {

constexpr beside_value token[] = {{"token", "t"}};

/// Reads a document of which the token is given elsewhere.
reading<Family> read_family(std::string_view text, options o = {}) {
    o.beside = token;
    return read<Family>(text, o);
}

}  // namespace

TEST_CASE("a name counts, however often and under whatever aliases the member came before", "[read_keys]") {
    for (const std::string_view text : {R"({"Name":"y","name":null})", R"({"Name":"x","Name":"y","name":null})",
                                        R"({"Name":"x","called":"y","name":null})",
                                        R"({"Name":"x","called":"z","Name":5,"called":"y","name":null})"}) {
        INFO(text);
        const auto r = read_family(text);
        REQUIRE(r.value.has_value());
        CHECK_FALSE(r->name.has_value());
    }
    const auto last = read_family(R"({"Name":"x","Name":5,"name":"good"})");
    REQUIRE(last.value.has_value());
    CHECK(last->name == "good");
}

TEST_CASE("an alias that does not count is an unknown member, wherever it is", "[read_keys]") {
    const auto said = [](std::string_view text) { return ids(read_family(text).report); };
    CHECK(said(R"({"name":"x","Name":"y"})") == strings{"unknown-field /Name"});
    CHECK(said(R"({"Name":"y","name":"x"})") == strings{"unknown-field /Name"});
    CHECK(said(R"({"Name":null,"called":"x"})") == strings{"unknown-field /Name"});
    CHECK(said(R"({"Name":5,"called":"x"})") == strings{"type-mismatch /Name"});
    CHECK(said(R"({"Name":5,"called":6,"name":"x"})") == strings{"unknown-field /Name", "unknown-field /called"});
    CHECK(said(R"({"Name":1,"Name":2,"name":"x"})") == strings{"duplicate-key /Name", "unknown-field /Name"});
    CHECK(said(R"({"kids":[{"Name":"y"},{"Name":"y","name":"x"}]})") == strings{"unknown-field /kids/1/Name"});
    const auto r = read_family(R"({"Name":{"a":[1]},"name":"x"})");
    REQUIRE(r.unknown.size() == 1);
    CHECK(r.unknown[0].path == "/Name");
    CHECK(r.unknown[0].json == R"({"a":[1]})");
    CHECK(r.report.begin()->help == R"("name" is in this object already: remove this one)");
    CHECK(write(*r.value, {.unknown = r.unknown}) == R"({"name":"x","Name":{"a":[1]}})");
}

TEST_CASE("an alias that does not count never becomes the value in writing and editing", "[read_keys][edit]") {
    const auto null = read_family(R"({"Name":"y","name":null})");
    std::vector<unknown_member> rest;
    CHECK(write(*null.value, {.unknown = null.unknown, .left_out = &rest}) == "{}");
    CHECK(rest == std::vector<unknown_member>{{"/Name", "\"y\""}});
    auto gone = read_family(R"({"Name":{"a":1},"name":"x"})");
    gone->name.reset();
    CHECK(write(*gone.value, {.unknown = gone.unknown}) == "{}");
    // All orders of some members, read again after writing, and after an edit.
    const std::vector<std::string> members{R"("name":"a")", R"("name":null)",  R"("Name":"b")",   R"("Name":null)",
                                           R"("Name":5)",   R"("called":"c")", R"("called":null)"};
    const std::size_t n = members.size();
    for (std::size_t i = 0; i < n * n * n; ++i) {
        const std::string text = "{" + members[i % n] + "," + members[i / n % n] + "," + members[i / n / n] + "}";
        const auto r = read_family(text);
        if (!r.value) continue;
        INFO(text);
        const auto written = read_family(write(*r.value, {.unknown = r.unknown}));
        REQUIRE(written.value.has_value());
        CHECK(written->name == r->name);
        const auto e = edit<Family>(text, [](Family& f) { f.name = "new"; }, {.beside = token});
        INFO(e.text);
        const auto again = read_family(e.text);
        REQUIRE(again.value.has_value());
        CHECK(again->name == "new");
    }
}

TEST_CASE("editing finds the member that counts", "[read_keys][edit]") {
    for (const std::string_view text :
         {R"({"Map":{},"Map":{"a":{"count":1}},"byName":null})", R"({"Tags":["b"],"Tags":["a"],"tags":null})",
          R"({"Name":"x","called":"y","name":null})"}) {
        INFO(text);
        const auto e = edit<Family>(text,
                                    [](Family& f) {
                                        f.name = "n";
                                        f.tags = strings{"t"};
                                        f.byName.emplace()["b"].count = 2;
                                    },
                                    {.beside = token});
        const auto again = read_family(e.text);
        REQUIRE(again.value.has_value());
        CHECK(again->name == "n");
        CHECK(again->tags == strings{"t"});
        REQUIRE(again->byName.has_value());
        CHECK(again->byName->at("b").count == 2);
    }
}

TEST_CASE("findings have the names of the text, and their places", "[read_keys]") {
    constexpr std::string_view text = R"({"Kid":{"Name":"toolong","Tags":["abcde"],"Count":"x"},
"Kids":[{"called":"toolong"}],
"Map":{"a":{"Count":10}}})";
    const auto r = read_family(text);
    CHECK(ids(r.report) == strings{"too-long /Kid/Name", "too-long /Kid/Tags/0", "type-mismatch /Kid/Count",
                                   "too-long /Kids/0/called", "out-of-range /Map/a/Count"});
    CHECK(places(r.report) == strings{"1:16+9 too-long", "1:34+7 too-long", "1:51+3 type-mismatch", "2:19+9 too-long",
                                      "3:21+2 out-of-range"});
}

TEST_CASE("fixes leave alone what has a rival under another name", "[read_keys][fix]") {
    const auto fixed_text = [](std::string_view text) {
        return fix<Family>(text, {.beside = token}, fix_level::all).text;
    };
    CHECK(fixed_text(R"({"tags":null})") == "{}");
    for (const std::string_view text : {R"({"tags":null,"Tags":["b"]})", R"({"NAME":"x","Name":"y"})"})
        CHECK(fixed_text(text) == text);
    CHECK(fixed_text(R"({"Kid":{"NAME":"x"}})") == R"({"Kid":{"name":"x"}})");
}

TEST_CASE("a secret is hidden under its aliases, too", "[read_keys][secrets]") {
    const std::string_view text = R"({"pin":"98765","kid":{"Count":77}})";
    const auto r = read_family(text);
    CHECK(render::text(r.report, text, "f", secrets(text, catalog_of<Family>(), true)).find("98765") ==
          std::string::npos);
    const std::string_view hidden[] = {"/kid/count", "/kid/name"};
    for (const std::string_view secret : {R"({"kid":{"Count":1.5}})", R"({"kid":{"Name":"1.5678"}})",
                                          R"({"Kid":{"count":1.5}})", R"({"Kid":{"Name":"1.5678"}})"}) {
        INFO(secret);
        const auto shown = read_family(secret, {.hidden = hidden});
        REQUIRE(shown.report.size() == 1);
        CHECK(shown.report[0].message.find("1.5") == std::string::npos);
    }
}

TEST_CASE("values that come beside the document are those of the query", "[read_keys]") {
    const beside_value given[] = {{"token", "t"}, {"name", "of the body"}};
    const auto r = read<Family>(R"({"name":"x"})", {.beside = given});
    REQUIRE(r.value.has_value());
    CHECK(r->token == "t");
    CHECK(r->name == "x");
    CHECK(ids(read<Family>("{}").report) == strings{"required-missing /token"});
    CHECK(read<Family>(R"({"Tok":"q"})").report.empty());  // No rule says that it must not be in a body.
}
