// SPDX-License-Identifier: BSL-1.0
#include <vouch/free_form.hpp>

#include <vouch/boost_json.hpp>
#include <vouch/defaults.hpp>
#include <vouch/edit.hpp>
#include <vouch/export/json_schema.hpp>
#include <vouch/export/sample.hpp>
#include <vouch/fix.hpp>
#include <vouch/listing.hpp>
#include <vouch/set.hpp>
#include <vouch/validate.hpp>

#include "../catch.hpp"
#include "../found.hpp"
#include "../lanes.hpp"

#include <boost/json/serialize.hpp>

using namespace vouch;

namespace lab {

/// The types that are rarely needed.
struct Sample {
    std::uint64_t id{};
    std::optional<std::uint64_t> weight{};
    std::optional<float> heat{};
    std::optional<std::vector<float>> curve{};
    std::optional<std::uint32_t> runs{};
    bool operator==(const Sample&) const = default;
};
BOOST_DESCRIBE_STRUCT(Sample, (), (id, weight, heat, curve, runs))

constexpr auto shape_of(vouch::of<Sample>) {
    using namespace vouch::notation;
    using T = Sample;
    // clang-format off
    return describe<T>("A sample.",

    field(&T::id,     "Its number.", {.example = 7}),
    field(&T::weight, "Its weight.", {.default_value = 8, .range = {.max = 1e19}, .multiple_of = {4}}),
    field(&T::heat,   "Its heat.", {.default_value = 0.5, .range = {.min = -1}}),
    field(&T::curve,  "Its curve."),
    field(&T::runs,   "How often."),

    rule(warning("many-runs"), require(&T::runs, between(0, 9)), {"{field} is {value}"}),
    rule(warning("far-id"), require(&T::id, between(0, 9.5e18)), {"{field} is {value}"}));
    // clang-format on
}

struct Note {
    std::optional<boost::json::value> extra{};
    std::optional<std::vector<boost::json::value>> parts{};
    std::optional<std::map<std::string, boost::json::value>> named{};
    std::optional<std::string> text{};
    bool operator==(const Note&) const = default;
};
BOOST_DESCRIBE_STRUCT(Note, (), (extra, parts, named, text))

constexpr auto shape_of(vouch::of<Note>) {
    using namespace vouch::notation;
    using T = Note;
    // clang-format off
    return describe<T>("A note.",

    field(&T::extra, "Anything."),
    field(&T::parts, "A list of anything."),
    field(&T::named, "A map of anything."),
    field(&T::text,  "Its text."),

    rule(error("text-or-extra"), when(&T::text, absent).then(&T::extra, present), {"{field} is missing"}));
    // clang-format on
}

}  // namespace lab

namespace {

using lab::Note;
using lab::Sample;
using texts_t = std::vector<std::string>;

texts_t found(std::string_view text) {
    INFO(text);
    CHECK(difference_between_lanes<Sample>(text).empty());
    return lines(read<Sample>(text).report);
}

}  // namespace

TEST_CASE("unsigned integers of 64 bits are exact to their end", "[free_form][numbers]") {
    const auto r = read<Sample>(R"({"id":18446744073709551615,"weight":9223372036854775808})");
    CHECK(lines(r.report) == texts_t{"warning far-id /id: id is 18446744073709551615"});
    REQUIRE(r);
    CHECK(r->id == 18446744073709551615U);
    CHECK(write(*r) == R"({"id":18446744073709551615,"weight":9223372036854775808})");
    CHECK(boost::json::serialize(to_value(*r)) == write(*r));
    CHECK(*read<Sample>(to_value(*r)) == *r);
    CHECK(lines(validate(*r)) == lines(r.report));
    CHECK(read<Sample>(R"({"id":1844674407370955161.5e1})")->id == 18446744073709551615U);
    CHECK(found(R"({"id":18446744073709551616})") ==
          texts_t{"error integer-overflow /id: id does not fit: 18446744073709551616 is outside the range of an "
                  "unsigned 64-bit integer"});
    CHECK(found(R"({"id":-1})")[0].starts_with("error integer-overflow /id: id does not fit: -1"));
    CHECK(found(R"({"id":-0})").empty());
    CHECK(found(R"({"id":1e19})") == texts_t{"warning far-id /id: id is 10000000000000000000"});
    CHECK(found(R"({"id":1e20})")[0].starts_with("error integer-overflow"));
    CHECK(found(R"({"id":1,"weight":18446744073709551612})") ==
          texts_t{"error out-of-range /weight: weight must be a multiple of 4 of at most 1e+19, not "
                  "18446744073709551612"});
    CHECK(found(R"({"id":1,"weight":9223372036854775810})")[0].starts_with("error not-a-multiple /weight"));
    CHECK(found(R"({"id":1,"runs":10})") == texts_t{"warning many-runs /runs: runs is 10"});
    CHECK(found(R"({"id":1,"runs":9})").empty());
}

TEST_CASE("floats are read and written with the fewest digits", "[free_form][numbers]") {
    const auto r = read<Sample>(R"({"id":1,"heat":0.1,"curve":[16777217,3.4028235e38,-1e-50]})");
    CHECK(r.report.empty());
    REQUIRE(r);
    CHECK(r->heat == 0.1F);
    CHECK(*r->curve == std::vector<float>{16777216.0F, 3.4028235e38F, -0.0F});
    CHECK(write(*r) == R"({"id":1,"heat":0.1,"curve":[16777216,3.4028235e+38,-0]})");
    CHECK(to_value(*r).at_pointer("/heat").as_double() == 0.1);
    CHECK(found(R"({"id":1,"heat":3.5e38})") ==
          texts_t{"error number-out-of-range /heat: heat is too large for a float: 3.5e38"});
    CHECK(found(R"({"id":1,"heat":-1.5})") ==
          texts_t{"error out-of-range /heat: heat must be a number of at least -1, not -1.5"});
    CHECK(found(R"({"id":1,"curve":[true]})")[0].starts_with("error type-mismatch /curve/0"));
    CHECK(lines(validate(Sample{.heat = std::numeric_limits<float>::infinity()})).size() == 1);
    CHECK(with_defaults(Sample{}) == Sample{.weight = 8, .heat = 0.5F});
    Sample s;
    CHECK(set(s, "/heat", "0.25"));
    CHECK(set(s, "/weight", "18446744073709551615"));
    CHECK(s == Sample{.weight = 18446744073709551615U, .heat = 0.25F});
    CHECK(!set(s, "/heat", "1e39"));
    CHECK(set(s, "/weight", "-1").error.ends_with("is outside the range of an unsigned 64-bit integer"));
    CHECK(fix<Sample>(R"({"id":"18446744073709551615","heat":"1.5"})", {}, fix_level::all).text ==
          R"({"id":18446744073709551615,"heat":1.5})");
    const boost::json::value schema = json_schema<Sample>();
    CHECK(boost::json::serialize(schema.at_pointer("/properties/id/maximum")) == "18446744073709551615");
    CHECK(boost::json::serialize(schema.at_pointer("/properties/weight/maximum")) == "10000000000000000000");
    CHECK(type_name(*catalog_of<Sample>().find("heat")->type) == "float");
}

TEST_CASE("free-form members hold any JSON", "[free_form]") {
    const std::string_view text =
        R"({"extra":{"b":[1,2.5,"\u00e9\"",{"x":null}],"a":{}},"parts":[null,true,"s",-7,[[]],{"k":[]}],)"
        R"("named":{"n":"v","m":{"o":1}},"text":"t"})";
    const auto r = read<Note>(text);
    CHECK(lines(r.report) == texts_t{});
    REQUIRE(r);
    CHECK(r->extra->at_pointer("/b/2").as_string() == "\xC3\xA9\"");
    CHECK(r->parts->size() == 6);
    CHECK(r->parts->at(0).is_null());
    CHECK(r->named->at("m").at("o").as_int64() == 1);
    CHECK(
        write(*r) ==
        "{\"extra\":{\"b\":[1,2.5,\"\xC3\xA9\\\"\",{\"x\":null}],\"a\":{}},\"parts\":[null,true,\"s\",-7,[[]],{\"k\":[]}],"
        "\"named\":{\"m\":{\"o\":1},\"n\":\"v\"},\"text\":\"t\"}");
    CHECK(*read<Note>(write(*r)) == *r);
    CHECK(*read<Note>(to_value(*r)) == *r);
    CHECK(validate(*r).empty());
    CHECK(difference_between_lanes<Note>(text).empty());
    for (const std::string_view scalar : {"1", "-0.5", "\"x\"", "true", "[]", "{}", "1e3"}) {
        const std::string one = R"({"extra":)" + std::string(scalar) + "}";
        INFO(one);
        CHECK(read<Note>(one).report.empty());
        CHECK(read<Note>(one)->extra.has_value());
    }
}

TEST_CASE("what a free-form member holds is not looked at, but keys of objects around it are", "[free_form]") {
    CHECK(lines(read<Note>(R"({"extra":null,"parts":{}})").report) ==
          texts_t{"error text-or-extra /extra: extra is missing",
                  "info null-value /extra: extra is null, which is read as absent",
                  "error type-mismatch /parts: parts must be an array, not an object"});
    CHECK(lines(read<Note>(R"({"extra":{"a":1,"a":2},"Text":1})").report) ==
          texts_t{"warning unknown-field /Text: unknown field \"Text\""});
    const auto r = read<Note>(R"({"extra":{"a":1},"extra":[2]})");
    CHECK(lines(r.report) == texts_t{"error duplicate-key /extra: duplicate key \"extra\""});
    CHECK(r.value->extra->is_array());
    CHECK(lines(read<Note>(R"({"extra":[[[[]]]]})", {.max_depth = 4}).report).at(0).find("nesting-too-deep") !=
          std::string::npos);
}

TEST_CASE("a free-form value is as deep as the options allow", "[free_form]") {
    const std::string deep = std::string(90, '[') + std::string(90, ']');
    const auto r = read<lab::Note>("{\"extra\":" + deep + "}", {.max_depth = 100});
    REQUIRE(r);
    CHECK(boost::json::serialize(*r->extra) == deep);
}

TEST_CASE("free-form members are set, edited and exported", "[free_form]") {
    Note n;
    CHECK(set(n, "/extra", R"({"a":[1]})"));
    CHECK(set(n, "/parts/-", "plain words"));
    CHECK(n.extra->at_pointer("/a/0").as_int64() == 1);
    CHECK(n.parts->at(0).as_string() == "plain words");
    CHECK(edit<Note>(R"({ "extra": { "a": 1 }, "text": "t" })", [](Note& v) { v.extra->at("a") = 2; }).text ==
          R"({ "extra": { "a": 2 }, "text": "t" })");
    CHECK(type_name(*catalog_of<Note>().find("parts")->type) == "array of any");
    CHECK(allowed_words(*catalog_of<Note>().find("extra")) == "a JSON value");
    const boost::json::value schema = json_schema<Note>();
    CHECK(!schema.at_pointer("/properties/extra").as_object().contains("type"));
    for (std::uint64_t seed = 0; seed < 10; ++seed) CHECK(validate(sample<Note>(seed)).ok());
}
