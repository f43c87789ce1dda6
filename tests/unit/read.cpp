// SPDX-License-Identifier: BSL-1.0
#include <vouch/read.hpp>

#include "../catch.hpp"
#include "../found.hpp"
#include "../garden.hpp"

#include <algorithm>

using namespace vouch;
using garden::Bed;
using garden::Soil;

namespace filled {

/// Members with initializers.
struct Inner {
    std::optional<std::int32_t> n = 7;
    std::vector<std::int32_t> v{1, 2};
    bool operator==(const Inner&) const = default;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (n, v))

constexpr auto shape_of(vouch::of<Inner>) {
    using namespace vouch::notation;
    return describe<Inner>("Within.", field(&Inner::n, "N."), field(&Inner::v, "V."));
}

struct Outer {
    std::optional<std::int32_t> n = 7;
    std::vector<std::int32_t> v{1, 2};
    std::map<std::string, std::int32_t> m{{"a", 1}};
    Inner inner{};
    std::vector<Inner> more{1};
    std::optional<Inner> maybe{Inner{}};
    bool operator==(const Outer&) const = default;
};
BOOST_DESCRIBE_STRUCT(Outer, (), (n, v, m, inner, more, maybe))

constexpr auto shape_of(vouch::of<Outer>) {
    using namespace vouch::notation;
    using T = Outer;
    return describe<T>("Around.", field(&T::n, "N."), field(&T::v, "V.", {.length = {.max = 2}}), field(&T::m, "M."),
                       field(&T::inner, "Inner."), field(&T::more, "More."), field(&T::maybe, "Maybe."));
}

}  // namespace filled

namespace {

using ids_t = std::vector<std::string>;

reading<Bed> bed(std::string_view text, const options& o = {}) { return read<Bed>(text, o); }

/// A valid bed with additional members.
std::string with(std::string_view members) {
    std::string text(garden::valid_text);
    text.insert(1, std::string(members) + ",");
    return text;
}

}  // namespace

TEST_CASE("a clean document gives its value and an empty report", "[read]") {
    const auto r = bed(garden::valid_text);
    CHECK(r.report.empty());
    REQUIRE(r.value.has_value());
    CHECK(r.value->soil == Soil::loam);
    CHECK(r.value->area == 4);
    CHECK(r.value->water.litres == 1.5);
    CHECK(r.value->plants->at(0) == garden::Plant{"mint", 3, {}});
    CHECK(r.unknown.empty());
}

TEST_CASE("initializers of members do not count in a document", "[read]") {
    using filled::Inner;
    using filled::Outer;
    const std::pair<std::string_view, Outer> cases[] = {
        {R"({"v":[],"m":{},"inner":{"v":[]},"more":[]})", {{}, {}, {}, {{}, {}}, {}, {}}},
        {R"({"n":null,"v":[3],"m":{"k":2},"inner":{"n":5,"v":[6]},"more":[{"v":[]},{"n":3,"v":[4]}],"maybe":{"v":[]}})",
         {{}, {3}, {{"k", 2}}, {5, {6}}, {{{}, {}}, {3, {4}}}, Inner{{}, {}}}}};
    for (const auto& [text, expected] : cases) {
        INFO(text);
        const auto r = read<Outer>(text);
        CHECK(r.report.ok());
        CHECK(check<Outer>(text));
        REQUIRE(r.value.has_value());
        CHECK(*r.value == expected);
    }
}

TEST_CASE("every mistake is found in one pass, with its place, in document order", "[read]") {
    const auto r =
        bed("{\n"
            "  \"title\": \" \",\n"
            "  \"soil\": \"Loam\",\n"
            "  \"area\": 3.5,\n"
            "  \"\xC3\xA9\": 1, \"extra\": {\"deep\": [1, 2]},\n"
            "  \"water\": {\"automatic\": true},\n"
            "  \"plants\": [{\"name\": \"mint\", \"count\": 0}, 7, {\"count\": \"x\"}]\n"
            "}\n");
    CHECK(ids(r.report) == ids_t{"required-blank /title", "enum-invalid /soil", "not-an-integer /area",
                                 "unknown-field /\xC3\xA9", "unknown-field /extra", "litres-needed /water/litres",
                                 "count-range /plants/0/count", "type-mismatch /plants/1",
                                 "required-missing /plants/2/name", "type-mismatch /plants/2/count"});
    CHECK(places(r.report) == ids_t{"2:12+3 required-blank", "3:11+6 enum-invalid", "4:11+3 not-an-integer",
                                    "5:3+4 unknown-field", "5:11+7 unknown-field", "6:12+1 litres-needed",
                                    "7:40+1 count-range", "7:44+1 type-mismatch", "7:47+1 required-missing",
                                    "7:57+3 type-mismatch"});
    CHECK_FALSE(r.value.has_value());
    CHECK(r.unknown == std::vector<unknown_member>{{"/\xC3\xA9", "1"}, {"/extra", "{\"deep\": [1, 2]}"}});
}

TEST_CASE("a missing required number is reported, although the 0 in its place breaks no rule", "[read]") {
    CHECK(ids(bed(R"({"title":"a","soil":"loam","water":{"litres":1}})").report) == ids_t{"required-missing /area"});
}

TEST_CASE("a text that is not a document is reported alone", "[read]") {
    CHECK(ids(bed("").report) == ids_t{"body-missing "});
    CHECK(ids(bed(" \n ").report) == ids_t{"body-missing "});
    CHECK(ids(bed(" null ").report) == ids_t{"body-missing "});
    CHECK(bed(" null ").report[0].where == place{1, 4, 1, 2});
    CHECK(ids(bed("[1]").report) == ids_t{"type-mismatch "});
    CHECK(ids(bed("\"a\"").report) == ids_t{"type-mismatch "});
    CHECK(ids(bed("7").report) == ids_t{"type-mismatch "});
    CHECK(ids(bed("true").report) == ids_t{"type-mismatch "});
    CHECK(bed("[1]").report[0].message == "the document must be an object, not an array");
    for (const std::string_view bad :
         {"{", "{}}", "{\"a\":1,}", "{'a':1}", "{\"a\":01}", "{\"a\":\"\\ud800\"}", "{\"a\":\"\xFF\"}", "nul",
          "\xEF\xBB\xBF{}", "{\"a\":NaN}", "{}// no", "{\"a\":\"\t\"}", "{\"foo\":1,\"soil\":\"x\" \"b\"}"}) {
        CAPTURE(bad);
        const auto r = bed(bad);
        CHECK(ids(r.report) == ids_t{"json-syntax "});
        CHECK_FALSE(r.value.has_value());
        CHECK(r.unknown.empty());
    }
    const auto comma = bed("{\n \"area\": 1,\n}");
    CHECK(places(comma.report) == ids_t{"3:1+1 json-syntax"});
    CHECK(comma.report[0].help == "remove the comma before it");
}

TEST_CASE("whether a text is a document is told from what is found in it", "[read]") {
    const std::string deep = R"({"title":)" + std::string(40, '[') + std::string(40, ']') + "}";
    for (const std::string& text : {std::string(), std::string(" "), std::string("null"), std::string("{"), deep})
        CHECK_FALSE(is_json(bed(text).report));
    CHECK(places(bed(deep).report) == ids_t{"1:41+1 nesting-too-deep"});
    CHECK_FALSE(is_json(bed("{}", {.max_size = 1}).report));
    for (const char* text : {"[]", "7", "{}", R"({"x":1,"title":7})"}) CHECK(is_json(bed(text).report));
}

TEST_CASE("mistakes of syntax that people often make have their own help", "[read]") {
    const auto help = [](std::string_view text) {
        const auto r = bed(text);
        CHECK(ids(r.report) == ids_t{"json-syntax "});
        return r.report[0].help;
    };
    CHECK(help("\xEF\xBB\xBF{}") == "save the file without a byte-order mark");
    CHECK(help(R"({"area":)") == "the text ends too early: a closing quote, bracket or brace is missing");
    CHECK(help("{'area':1}") == "write strings and keys with double quotes");
    for (const char* text : {"{}// no", "{}# no"}) CHECK(help(text) == "remove the comment: JSON has no comments");
    for (const char* text : {R"({"area":1, })", R"({"plants":[1,])"}) CHECK(help(text) == "remove the comma before it");
    CHECK(help(R"({"title":"a" "area":1})") == "a comma is missing before it");
    for (const char* text : {R"({"area":NaN})", R"({"area":Infinity})"})
        CHECK(help(text) == "JSON has neither NaN nor Infinity");
    for (const char* text : {R"({"x":True})", R"({"x":False})"})
        CHECK(help(text) == "write true and false in lower case");
    for (const char* text : {R"({"area":})", R"({"plants":[}})", "}"})
        CHECK(help(text) == "correct the text at this position");
    for (const char* text : {R"({"area":1,,"x":1})", R"({"plants":[1,,2]})", R"({"plants":[,2]})", "{},"})
        CHECK(help(text) == "remove the extra comma");
}

TEST_CASE("integers are exact, whatever their spelling", "[read]") {
    const auto area = [](std::string_view number) {
        return bed(R"({"title":"a","soil":"loam","water":{"litres":1},"area":)" + std::string(number) + "}");
    };
    for (const std::string_view three : {"3", "3.0", "3e0", "0.3e1", "30E-1", "3.000000000000000000000000000000"}) {
        CAPTURE(three);
        CHECK(area(three).value->area == 3);
    }
    CHECK(area("9223372036854775807").value->area == INT64_MAX);
    CHECK(area("9223372036854775807.0").value->area == INT64_MAX);
    CHECK(area("-9223372036854775808").value->area == INT64_MIN);
    CHECK(area("-0").value->area == 0);
    for (const std::string_view big :
         {"9223372036854775808", "-9223372036854775809", "18446744073709551616", "1e400", "1e99999999999"}) {
        CAPTURE(big);
        CHECK(ids(area(big).report) == ids_t{"integer-overflow /area"});
    }
    for (const std::string_view part : {"3.5", "1e-1", "1e-99999999999", "9223372036854775808.5"}) {
        CAPTURE(part);
        CHECK(ids(area(part).report) == ids_t{"not-an-integer /area"});
    }
    const auto count = bed(with(R"("x":1e99999999999)"));
    CHECK(count.unknown == std::vector<unknown_member>{{"/x", "1e99999999999"}});
    CHECK(count.value.has_value());
}

TEST_CASE("a 32-bit integer does not wrap", "[read]") {
    const auto count = [](std::string_view number) {
        auto r = bed(R"({"title":"a","soil":"loam","area":9,"water":{"litres":1},"plants":[{"name":"a","count":)" +
                         std::string(number) + "}]}",
                     {.ignore = std::span<const std::string_view>{}});
        return ids(r.report);
    };
    CHECK(count("2147483647") == ids_t{"count-range /plants/0/count"});
    CHECK(count("2147483648") == ids_t{"integer-overflow /plants/0/count"});
    CHECK(count("-2147483648") == ids_t{"count-range /plants/0/count"});
    CHECK(count("-2147483649") == ids_t{"integer-overflow /plants/0/count"});
    CHECK(count("4294967297") == ids_t{"integer-overflow /plants/0/count"});
}

TEST_CASE("doubles are the nearest ones, and none is silently infinite", "[read]") {
    const auto litres = [](std::string_view number) {
        return bed(R"({"title":"a","soil":"loam","area":9,"water":{"litres":)" + std::string(number) + "}}");
    };
    CHECK(litres("0.1").value->water.litres == 0.1);
    CHECK(litres("9007199254740993").value->water.litres == 9007199254740992.0);
    CHECK(litres("123456789012345678901234567890").value->water.litres == 123456789012345678901234567890.0);
    CHECK(litres("1e-400").value->water.litres == 0.0);
    CHECK(ids(litres("1e400").report) == ids_t{"number-out-of-range /water/litres"});
    CHECK(ids(litres("-1e99999999999").report) == ids_t{"number-out-of-range /water/litres"});
    CHECK(litres("-1e99999999999").report[0].message == "litres is too large for a double: -1e99999999999");
    CHECK(litres("1e-99999999999").value->water.litres == 0.0);
}

TEST_CASE("what to write is said for an element, and for a field with all that its note allows", "[read]") {
    const auto r = bed(R"({"title":"a","soil":"loam","area":4,"water":{"litres":1},)"
                       R"("plants":[1,{"name":"mint","count":"x","friends":[2]}]})");
    REQUIRE(ids(r.report) ==
            ids_t{"type-mismatch /plants/0", "type-mismatch /plants/1/count", "type-mismatch /plants/1/friends/0"});
    CHECK(r.report[0].help == "write an object");
    CHECK(r.report[1].help == "write an integer from 1 to 100");
    CHECK(r.report[2].help == "write a string");
}

TEST_CASE("null is absent, with an info if the member may be absent", "[read]") {
    const auto r = bed(with(R"("owner":null,"spare":null)"));
    CHECK(ids(r.report) == ids_t{"null-value /owner", "null-value /spare"});
    CHECK(r.value.has_value());
    CHECK(ids(bed(R"({"title":null,"soil":null,"area":1,"water":null})").report) ==
          ids_t{"required-missing /title", "required-missing /soil", "required-missing /water"});
    CHECK(ids(bed(with(R"("spare":{"litres":null})")).report) == ids_t{"null-value /spare/litres"});
}

TEST_CASE("the last value of a duplicate key is kept, and the earlier ones are not checked", "[read]") {
    auto r = bed(
        R"({"title":7,"soil":"sand","area":1,"water":{"foo":1},"\u0074itle":"a","soil":"loam","water":{"litres":1}})");
    CHECK(ids(r.report) == ids_t{"duplicate-key /title", "duplicate-key /soil", "duplicate-key /water"});
    CHECK(places(r.report)[0] == "1:53+12 duplicate-key");
    REQUIRE(r.report[0].related.size() == 1);
    CHECK(r.report[0].related[0].where.column == 2);
    REQUIRE(r.value.has_value());
    CHECK(r.value->title == "a");
    CHECK(r.value->soil == Soil::loam);
    CHECK(r.value->water == garden::Water{{}, 1.0});

    r = bed(with(R"("spare":{"automatic":true},"spare":{"litres":2,"litres":3},"x":1,"x":2)"));
    CHECK(ids(r.report) == ids_t{"duplicate-key /spare", "duplicate-key /spare/litres", "unknown-field /x",
                                 "duplicate-key /x", "unknown-field /x"});
    CHECK(r.value->spare == garden::Water{{}, 3.0});
    CHECK(r.unknown == std::vector<unknown_member>{{"/x", "2"}});
    CHECK(ids(bed(with(R"("x":{"a":1,"a":2})")).report) == ids_t{"unknown-field /x"});
}

TEST_CASE("the policy for unknown members", "[read]") {
    const std::string text = with(R"("x":{"y":[null]})");
    CHECK(bed(text).report.warnings() == 1);
    CHECK(bed(text, {.unknown = unknown_policy::error}).report.errors() == 1);
    const auto ignored = bed(text, {.unknown = unknown_policy::ignore});
    CHECK(ignored.report.empty());
    CHECK(ignored.unknown == std::vector<unknown_member>{{"/x", R"({"y":[null]})"}});
    const auto reported = bed(text, {.needs_value = false});
    CHECK(ids(reported.report) == ids_t{"unknown-field /x"});
    CHECK(reported.unknown.empty());
}

TEST_CASE("a rule that reads a wrong field is not reported, others are", "[read]") {
    CHECK(ids(bed(R"({"title":"a","soil":"sand","area":1,"owner":5,"water":{"litres":1}})").report) ==
          ids_t{"type-mismatch /owner"});
    CHECK(ids(bed(R"({"title":"a","soil":5,"area":1,"water":{"automatic":true}})").report) ==
          ids_t{"type-mismatch /soil", "litres-needed /water/litres"});
    CHECK(ids(bed(R"({"title":"a","soil":"sand","area":1,"owner":"b","water":5})").report) ==
          ids_t{"type-mismatch /water"});
    CHECK(ids(bed(R"({"title":"a","soil":"sand","area":1,"owner":"b"})").report) == ids_t{"required-missing /water"});
}

TEST_CASE("members of the query", "[read]") {
    const std::string text = with(R"("token":"abc")");
    CHECK(ids(bed(text).report) == ids_t{"token-in-body /token"});
    CHECK(bed(text).value->token == "abc");
    CHECK(bed(text, {.flat = true}).report.empty());
    const beside_value given[] = {{"token", "xyz"}};
    CHECK(bed(text, {.beside = given}).value->token == "xyz");
    CHECK(bed(garden::valid_text, {.beside = given}).report.empty());
    CHECK(ids(bed(with(R"("token":5)"), {.beside = given}).report) == ids_t{"token-in-body /token"});
    CHECK(ids(bed(with(R"("token":5)")).report) == ids_t{"token-in-body /token", "type-mismatch /token"});
}

TEST_CASE("limits: nesting, size, number of diagnostics", "[read]") {
    const auto nested = [](std::size_t levels) {
        return with("\"x\":" + std::string(levels, '[') + std::string(levels, ']'));
    };
    CHECK(ids(bed(nested(31)).report) == ids_t{"unknown-field /x"});
    CHECK(ids(bed(nested(32)).report) == ids_t{"nesting-too-deep "});
    CHECK(ids(bed(nested(32), {.max_depth = 40}).report) == ids_t{"unknown-field /x"});
    CHECK(ids(bed(std::string(100000, '[')).report) == ids_t{"nesting-too-deep "});
    const std::string text(garden::valid_text);
    CHECK(bed(text, {.max_size = text.size()}).report.empty());
    CHECK(ids(bed(text, {.max_size = text.size() - 1}).report) == ids_t{"document-too-large "});

    std::string many = R"({"title":"a","soil":"loam","area":5000,"water":{"litres":1},"plants":[)";
    for (int i = 0; i < 1500; ++i) many += i == 0 ? "1" : ",1";
    const auto r = bed(many + "]}");
    CHECK(r.report.errors() == 1500);
    CHECK(r.report.size() == 1001);
    CHECK(r.report[1000].rule == "too-many-diagnostics");
    CHECK(r.report[1000].message == "more findings were left out: 500");
}

TEST_CASE("no message contains a secret", "[read]") {
    const auto r = bed(with(R"("password":"secret")"));
    REQUIRE(r.report.size() == 1);
    CHECK(r.report[0].message == "(a secret) is too easy");
    for (const std::string_view value : {"[\"secret\"]", "{\"a\":\"secret\"}"}) {
        CAPTURE(value);
        for (const diagnostic& d : bed(with("\"password\":" + std::string(value))).report) {
            CHECK(d.message.find("secret") == std::string::npos);
        }
    }
}

TEST_CASE("long keys and values are cut in messages", "[read]") {
    const auto message = [](const std::string& text) {
        const vouch::report r = vouch::read<garden::Bed>(text).report;
        std::string out;
        for (const vouch::diagnostic& d : r) out += out.empty() ? d.message : "\n" + d.message;
        return out;
    };
    const auto with = [](const std::string& members) {
        return R"({"title":"a","soil":"loam","area":1,"water":{"litres":1})" + members + "}";
    };
    const std::string longest(60, 'k');
    CHECK(message(with(",\"" + longest + "\":1")) == "unknown field \"" + longest + "\"");
    CHECK(message(with(",\"" + longest + "k\":1")) == "unknown field \"" + longest + "…\"");
    CHECK(message(with(",\"" + longest + "\":1,\"" + longest + "\":1")).find("\"" + longest + "\"\n") !=
          std::string::npos);
    const std::string cut = "\"" + longest + "…\"";
    CHECK(message(with(",\"" + longest + "k\":1,\"" + longest + "k\":1")) ==
          "unknown field " + cut + "\nduplicate key " + cut + "\nunknown field " + cut);
    const std::string number = std::string(36, '9') + "e400";
    CHECK(message(with(",\"spare\":{\"litres\":" + number + "}")) == "litres is too large for a double: " + number);
    CHECK(message(with(",\"spare\":{\"litres\":" + number + "0}")) ==
          "litres is too large for a double: " + number + "…");
}

TEST_CASE("the place of a text that is not a document", "[read]") {
    const auto where = [](std::string_view text, const vouch::options& o = {}) {
        const vouch::report r = vouch::read<garden::Bed>(text, o).report;
        return r.size() == 1 ? std::pair(std::string(r[0].rule), r[0].where) : std::pair(std::string(), vouch::place{});
    };
    using pair = std::pair<std::string, vouch::place>;
    CHECK(where("") == pair("body-missing", {0, 0, 1, 1}));
    CHECK(where(" \n") == pair("body-missing", {0, 1, 1, 1}));
    CHECK(where("\n null ") == pair("body-missing", {2, 4, 2, 2}));
    CHECK(where("{\n,}") == pair("json-syntax", {2, 1, 2, 1}));
    CHECK(where(garden::valid_text, {.max_size = garden::valid_text.size() - 1}) ==
          pair("document-too-large", {0, 1, 1, 1}));
    CHECK(vouch::read<garden::Bed>(garden::valid_text, {.max_size = garden::valid_text.size()}).report.empty());
    CHECK(where("{\"x\":[[[1]]]}", {.max_depth = 2}) == pair("nesting-too-deep", {6, 1, 1, 7}));
}

TEST_CASE("control characters in keys and values are escaped in messages", "[read]") {
    const auto r = bed(with("\"\\u001b[31m\\u202e\":1,\"soil\":\"\\u001b\""));
    CHECK(r.report[0].message == "unknown field \"\\u001b[31m\\u202e\"");
    CHECK(r.report[0].path == "/\x1b[31m\xE2\x80\xAE");
}

TEST_CASE("findings are counted even if none are kept, and a text that is not a document is always reported",
          "[read]") {
    CHECK(bed("{}", {.max_diagnostics = 0}).report.errors() == 4);
    CHECK_FALSE(bed("x", {.max_diagnostics = 0}).report.ok());
    const std::string_view all[] = {"json-syntax", "body-missing", "type-mismatch"};
    CHECK(ids(bed("{", {.ignore = all, .needs_value = false}).report) == ids_t{"json-syntax "});
    CHECK(ids(bed("null", {.ignore = all, .needs_value = false}).report) == ids_t{"body-missing "});
    const std::string_view one[] = {"dry"};
    CHECK(ids(bed("{", {.select = one}).report) == ids_t{"json-syntax "});
}

TEST_CASE("places are those of the last occurrence of a key, at any depth", "[read]") {
    const auto r =
        bed(R"({"title":"a","soil":"loam","area":1,"water":{"litres":1},"plants":[{"name":"A"},{"name":"B"}],)"
            R"("plants":[{"name":"c"},{"name":"D"}]})");
    CHECK(ids(r.report) == ids_t{"duplicate-key /plants", "crowded /plants", "name-case /plants/1/name"});
    CHECK(r.report[2].where.offset == 125);
}

TEST_CASE("options that name a rule that does not exist are an error", "[read]") {
    constexpr std::string_view typo[] = {"plant-twise", "\x1B[31m"};
    constexpr severity_override levels[] = {{"no-such", severity::info}};
    const auto r = bed(garden::valid_text, {.select = typo, .severities = levels});
    CHECK(lines(r.report) == ids_t{"error unknown-rule : the options name a rule that does not exist: \"plant-twise\"",
                                   "error unknown-rule : the options name a rule that does not exist: \"\\u001b[31m\"",
                                   "error unknown-rule : the options name a rule that does not exist: \"no-such\""});
    CHECK(r.report[0].where == place{});
    CHECK(r.report[0].source.empty());
    CHECK(r.report[0].help == "did you mean \"plant-twice\"?");
    CHECK(r.report[1].help == "correct its id");
    CHECK(r.value.has_value());
    CHECK_FALSE(r);
    CHECK_FALSE(check<Bed>(garden::valid_text, {.ignore = typo}));
    CHECK(ids(bed("{", {.ignore = typo}).report) == ids_t{"unknown-rule ", "unknown-rule ", "json-syntax "});
}

TEST_CASE("rules without which there may be no value cannot be left out, unless no value is needed", "[read]") {
    for (const auto& [rule, text] : {std::pair<std::string_view, std::string_view>{"required-missing", "{}"},
                                     {"type-mismatch", R"({"title":1})"},
                                     {"not-an-integer", R"({"area":1.5})"},
                                     {"integer-overflow", R"({"area":1e30})"},
                                     {"number-out-of-range", R"({"water":{"litres":1e400}})"},
                                     {"enum-invalid", R"({"soil":"mud"})"},
                                     {"required-blank", R"({"soil":""})"}}) {
        INFO(rule);
        const std::string_view rules[] = {rule};
        const auto is_refused = [document = text](const options& o) {
            const ids_t found = ids(bed(document, o).report);
            return std::count(found.begin(), found.end(), "rule-not-optional ") == 1;
        };
        const severity_override lowered[] = {{rule, severity::warning}};
        const severity_override raised[] = {{rule, severity::error}};
        CHECK(is_refused({.ignore = rules}));
        CHECK(is_refused({.severities = lowered}));
        CHECK_FALSE(is_refused({.severities = raised}));
        CHECK_FALSE(is_refused({.select = rules}));
        for (const diagnostic& d : bed(text, {.ignore = rules, .needs_value = false}).report) {
            CHECK(d.rule != "rule-not-optional");
            CHECK(d.rule != rule);
        }
    }
    constexpr std::string_view optional[] = {"unknown-field", "null-value", "duplicate-key", "blank-optional"};
    CHECK(bed(garden::valid_text, {.ignore = optional}).report.empty());
}

TEST_CASE("the name of a schema for editors is not reported", "[read]") {
    const auto r = bed(with(R"("$schema":"bed.json")"));
    CHECK(r.report.empty());
    CHECK(r.unknown == std::vector<unknown_member>{{"/$schema", "\"bed.json\""}});
    for (const char* const other : {"1", "null", "true", "{}", "[]", "[\"bed.json\"]", "1.5"}) {
        INFO(other);
        CHECK(ids(bed(with(R"("$schema":)" + std::string(other))).report) == ids_t{"unknown-field /$schema"});
    }
    CHECK(places(bed(with(R"("$schema":1,"x":2)")).report) == ids_t{"1:2+9 unknown-field", "1:14+3 unknown-field"});
    CHECK(ids(bed(with(R"("$Schema":"bed.json")")).report) == ids_t{"unknown-field /$Schema"});
    CHECK(ids(bed(with(R"("spare":{"$schema":"bed.json"})")).report) == ids_t{"unknown-field /spare/$schema"});
    CHECK(ids(bed(with(R"("$schema":1,"$schema":"bed.json")")).report) == ids_t{"duplicate-key /$schema"});
    CHECK(ids(bed(with(R"("$schema":"bed.json","$schema":1)")).report) ==
          ids_t{"duplicate-key /$schema", "unknown-field /$schema"});
    CHECK(bed(with(R"("$schema":"x")"), {.unknown = unknown_policy::error}).report.empty());
}

TEST_CASE("a name that is in the object already is not suggested", "[read]") {
    CHECK(bed(with(R"("Owner":"me")")).report[0].help == "did you mean \"owner\"? Otherwise remove it");
    CHECK(bed(with(R"("Area":1)")).report[0].help == "\"area\" is in this object already: remove this one");
    CHECK(bed(with(R"("owner":"me","Owner":"you")")).report[0].help ==
          "\"owner\" is in this object already: remove this one");
}
