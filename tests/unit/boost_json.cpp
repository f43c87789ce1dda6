// SPDX-License-Identifier: BSL-1.0
#include <vouch/boost_json.hpp>
#include <vouch/read.hpp>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value_from.hpp>
#include <boost/json/value_to.hpp>

#include "../catch.hpp"
#include "../found.hpp"
#include "../garden.hpp"

#include <limits>

using namespace vouch;
using garden::Bed;
namespace json = boost::json;

TEST_CASE("a DOM reads like its text, except for places", "[boost_json]") {
    for (const std::string_view text :
         {garden::valid_text,
          std::string_view(
              R"({"title":5,"soil":"mud","x":{"y":1},"area":3.5,"water":{"automatic":true},"plants":[1,{}]})"),
          std::string_view("[]"), std::string_view("null"),
          std::string_view(R"({"owner":null,"area":3.5,"water":null})")}) {
        CAPTURE(text);
        const auto from_text = read<Bed>(text);
        const auto from_dom = read<Bed>(json::parse(json::string_view(text.data(), text.size())));
        CHECK(lines(from_dom.report) == lines(from_text.report));
        CHECK(from_dom.value == from_text.value);
        CHECK(from_dom.unknown == from_text.unknown);
        for (const diagnostic& d : from_dom.report) CHECK(d.where == place{});
    }
}

TEST_CASE("a DOM may contain values that are impossible in a text", "[boost_json]") {
    json::value dom = json::parse(json::string_view(garden::valid_text.data(), garden::valid_text.size()));
    dom.at("water").as_object()["litres"] = std::numeric_limits<double>::infinity();
    CHECK(ids(read<Bed>(dom).report) == std::vector<std::string>{"number-out-of-range /water/litres"});
    dom.at("water").as_object()["litres"] = std::numeric_limits<double>::quiet_NaN();
    CHECK(ids(read<Bed>(dom).report) == std::vector<std::string>{"number-out-of-range /water/litres"});
    dom.at("water").as_object()["litres"] = 1;
    dom.as_object()["owner"] = "\xFF";
    CHECK(ids(read<Bed>(dom).report) == std::vector<std::string>{"json-syntax "});
    dom.as_object()["owner"] = json::object{{"\xFF", 1}};
    CHECK(ids(read<Bed>(dom).report) == std::vector<std::string>{"json-syntax "});
    json::value deep;
    for (int i = 0; i < 40; ++i) deep = json::array{deep};
    CHECK(ids(read<Bed>(deep).report) == std::vector<std::string>{"nesting-too-deep "});
    dom.as_object()["owner"] = deep;
    CHECK(ids(read<Bed>(dom).report) == std::vector<std::string>{"nesting-too-deep "});
}

TEST_CASE("to_value, value_from and value_to", "[boost_json]") {
    const Bed bed = *read<Bed>(garden::valid_text).value;
    CHECK(json::serialize(to_value(bed)) ==
          R"({"title":"Herbs","soil":"loam","area":4,"water":{"automatic":true,"litres":1.5E0},)"
          R"("plants":[{"name":"mint","count":3}]})");
    CHECK(json::value_from(bed) == to_value(bed));
    CHECK(json::value_to<Bed>(json::value_from(bed)) == bed);
    Bed with_token = bed;
    with_token.token = "t";
    CHECK_FALSE(to_value(with_token).as_object().contains("token"));
    CHECK(json::value_to<Bed>(json::value_from(with_token)) == with_token);
    const auto none = json::try_value_to<Bed>(json::value{{"title", 5}});
    CHECK(none.has_error());
    CHECK_THROWS_AS(json::value_to<Bed>(json::value(nullptr)), boost::system::system_error);
}

TEST_CASE("bytes that are not UTF-8 are the same in a DOM and in text", "[boost_json]") {
    Bed bed = *read<Bed>(R"({"title":"t","soil":"clay","area":9,"water":{}})").value;
    for (const std::string_view title : {"\x80", "a\xC3", "\xC3\xA4\xFF\xFF\xC3\xA4", "\xED\xA0\x80", "\xC3\xA4"}) {
        bed.title = title;
        CHECK(to_value(bed) == boost::json::parse(write(bed)));
    }
}

TEST_CASE("an infinity in an unknown member of a DOM is kept as a JSON number", "[boost_json]") {
    json::value dom = json::parse(json::string_view(garden::valid_text.data(), garden::valid_text.size()));
    dom.as_object()["x"] =
        json::array{std::numeric_limits<double>::infinity(), 0.1, -7, "a\"b", nullptr, true, json::object{}};
    const auto r = read<Bed>(dom);
    CHECK(r.unknown == std::vector<unknown_member>{{"/x", R"([1e999,0.1,-7,"a\"b",null,true,{}])"}});
    CHECK(read<Bed>(write(*r.value, {.unknown = r.unknown})).value == r.value);
}
