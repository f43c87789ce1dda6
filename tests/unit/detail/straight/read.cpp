// SPDX-License-Identifier: BSL-1.0
#include <vouch/detail/straight/read.hpp>

#include <vouch/detail/straight/lane.hpp>
#include <vouch/read.hpp>

#include "../../../catch.hpp"
#include "../../../garden.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace plane {

/// Members whose values alone do not tell whether they were there.
struct Point {
    std::int32_t x{};
    std::int32_t y{};
    std::optional<std::int32_t> z{};
};
BOOST_DESCRIBE_STRUCT(Point, (), (x, y, z))

constexpr auto shape_of(vouch::of<Point>) {
    using namespace vouch::notation;
    using T = Point;
    return describe<T>("A point.", field(&T::x, "To the right."), field(&T::y, "Up."), field(&T::z, "Away."));
}

struct Drawing {
    std::map<std::string, Point> corners{};
    std::map<std::string, std::string> words{};
    std::vector<std::int32_t> widths{};
};
BOOST_DESCRIBE_STRUCT(Drawing, (), (corners, words, widths))

constexpr auto shape_of(vouch::of<Drawing>) {
    using namespace vouch::notation;
    using T = Drawing;
    return describe<T>("A drawing.", field(&T::corners, "By name."), field(&T::words, "By place."),
                       field(&T::widths, "Of lines."));
}

/// Members whose declared order is not that of their names.
struct Frame {
    std::int32_t c{};
    std::optional<std::int32_t> e{};
    std::optional<std::int32_t> a{};
    std::int32_t d{};
    std::optional<std::int32_t> b{};
    bool operator==(const Frame&) const = default;
};
BOOST_DESCRIBE_STRUCT(Frame, (), (c, e, a, d, b))

constexpr auto shape_of(vouch::of<Frame>) {
    using namespace vouch::notation;
    using T = Frame;
    return describe<T>("A frame.", field(&T::c, "Third."), field(&T::e, "Fifth."), field(&T::a, "First."),
                       field(&T::d, "Fourth."), field(&T::b, "Second."));
}

/// Members whose names begin alike.
struct Stay {
    std::int32_t periodUnits{};
    std::int32_t period{};
    std::int32_t periodUnit{};
    std::int32_t periods{};
    std::int32_t autoRenew{};
    bool operator==(const Stay&) const = default;
};
BOOST_DESCRIBE_STRUCT(Stay, (), (periodUnits, period, periodUnit, periods, autoRenew))

constexpr auto shape_of(vouch::of<Stay>) {
    using namespace vouch::notation;
    using T = Stay;
    return describe<T>("A stay.", field(&T::periodUnits, "Second."), field(&T::period, "First."),
                       field(&T::periodUnit, "Third."), field(&T::periods, "Fourth."), field(&T::autoRenew, "Fifth."));
}

}  // namespace plane

using namespace vouch;
using garden::Bed;

namespace {

/// What the straight lane reads alone; nothing if it gives up.
std::optional<Bed> read(std::string_view text, const options& o = {}) {
    std::optional<Bed> value;
    if (!detail::straight::read(text, o, value)) return std::nullopt;
    return value;
}

bool accepts(std::string_view text, const options& o = {}) {
    const bool accepted = read(text, o).has_value();
    CHECK(detail::straight::is_correct<Bed>(text, o) == accepted);
    return accepted;
}

std::string with(std::string_view member) {
    return R"({"title":"Herbs","soil":"loam","area":4,"water":{"litres":1.5},)" + std::string(member) + "}";
}

}  // namespace

TEST_CASE("a valid document is read in declared order, in any order, compact and indented", "[straight]") {
    const auto bed = read(garden::valid_text);
    REQUIRE(bed);
    CHECK(bed->title == "Herbs");
    CHECK(bed->soil == garden::Soil::loam);
    CHECK(bed->area == 4);
    CHECK(bed->water.litres == 1.5);
    REQUIRE(bed->plants);
    CHECK(bed->plants->at(0) == garden::Plant{"mint", 3, {}});
    CHECK(read(R"({"plants":[{"count":3,"name":"mint"}],"water":{"litres":1.5,"automatic":true},)"
               R"("area":4,"soil":"loam","title":"Herbs"})") == bed);
    CHECK(read("\n{\n \"title\" : \"Herbs\" , \"soil\":\t\"loam\",\r\n\"area\":4,\"water\": { \"automatic\":true,\n"
               "                     \"litres\":1.5 },\"plants\":[ {\"name\":\"mint\",\"count\":3 } ] } \n") == bed);
}

TEST_CASE("white space is that of JSON, however much there is", "[straight]") {
    for (int byte = 0; byte < 256; ++byte) {
        const char c = static_cast<char>(byte);
        const bool is_space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        for (const std::string before : {"", "\n"}) {
            for (std::size_t n = 0; n < 80; ++n) {
                const std::string gap = before + std::string(n % 40, n < 40 ? ' ' : '\n') + c;
                for (const std::string& text :
                     {"{" + gap + "\"title\":\"Herbs\",\"soil\":\"loam\",\"area\":4,\"water\":{\"litres\":1.5}}",
                      "{\"title\":" + gap + "\"Herbs\",\"soil\":\"loam\",\"area\":4" + gap +
                          ",\"water\":{\"litres\":1.5}}" + gap}) {
                    INFO(byte << " after " << n);
                    REQUIRE(read(text).has_value() == is_space);
                }
            }
        }
    }
}

TEST_CASE("escapes and characters beyond ASCII are read, and only valid ones", "[straight]") {
    CHECK(read(with(R"("owner":"\"\\\/\b\f\n\r\t\u00e4\ud83c\udf3f")"))->owner ==
          "\"\\/\b\f\n\r\t\xC3\xA4\xF0\x9F\x8C\xBF");
    CHECK(read(with("\"owner\":\"\xC3\xA4\""))->owner == "\xC3\xA4");
    CHECK(read(with(R"("owner":"\u00e4a")"))->owner == "äa");
    CHECK(accepts(with(R"("owner":"a\nb")")));
    for (const char* owner :
         {R"("\x")", R"("\u12g4")", R"("\u-123")", R"("\ud83c")", R"("\udf3f")", R"("\ud83cx\udf3f")",
          R"("\ud83c\u0041")", "\"\xC3\"", "\"\xED\xA0\x80\"", "\"a\nb\"", "\"a", "\"a\\"}) {
        INFO(owner);
        CHECK_FALSE(accepts(with("\"owner\":" + std::string(owner))));
    }
}

TEST_CASE("it gives up at what it does not expect", "[straight]") {
    for (const char* member :
         {R"("color":"red")", R"("title":"again")", R"("owner":null)", R"("owner":1)", R"("spare":[])",
          R"("plants":{})", R"("plants":[1])", R"("spare":{"litres":"1"})", R"("spare":{"automatic":1})",
          R"("spare":{"automatic":truE})", R"("token":"in the query")"}) {
        INFO(member);
        CHECK_FALSE(accepts(with(member)));
    }
    CHECK(accepts(with(R"("token":"in the query")"), {.flat = true}));
    for (const char* text :
         {"", " ", "null", "[]", "{", "{}", "{}}", "{\"title\":\"Herbs\"}", "{\"title\" \"Herbs\"}"}) {
        INFO(text);
        CHECK_FALSE(accepts(text));
    }
    CHECK_FALSE(accepts(std::string(garden::valid_text) + "x"));
    CHECK_FALSE(accepts(garden::valid_text, {.max_size = 20}));
    CHECK_FALSE(accepts(garden::valid_text, {.max_depth = 2}));
}

TEST_CASE("integers are read if they fit, and are written without fraction and exponent", "[straight]") {
    const auto area = [](const std::string& digits) {
        return read(R"({"title":"Herbs","soil":"loam","area":)" + digits + R"(,"water":{"litres":1.5}})");
    };
    CHECK(area("0")->area == 0);
    CHECK(area("-0")->area == 0);
    CHECK(area("999999999999999999")->area == 999999999999999999);
    Bed negative;
    detail::padded_text text(R"({"title":"Herbs","soil":"loam","area":-999999999999999999,"water":{}})");
    CHECK(detail::straight_reader(text, false).document<Bed>(negative));
    CHECK(negative.area == -999999999999999999);
    for (const char* digits : {"", "-", "01", "1.0", "1e3", "+1", "1000000000000000000", "0x1", "1 2"})
        CHECK_FALSE(area(digits));
    const auto count = [](const std::string& digits) {
        return accepts(with(R"("plants":[{"name":"mint","count":)" + digits + "}]"));
    };
    CHECK(count("100"));
    CHECK_FALSE(count("4294967297"));
}

TEST_CASE("a large document is read as well", "[straight]") {
    std::string plants;
    for (int i = 0; i < 30; ++i)
        plants += (i == 0 ? "" : ",") + std::string(R"({"name":"p)") + std::to_string(i) + "\"}";
    std::string text = R"({"title":")" + std::string(100000, 'x') +
                       R"(","soil":"loam","area":40,"water":{"litres":1.5},"plants":[)" + plants + "]}";
    REQUIRE(read(text));
    CHECK(read(text)->plants->size() == 30);
    CHECK(accepts(text));
}

TEST_CASE("every escape of four digits, and pairs of them", "[straight]") {
    const auto escape = [](unsigned unit) {
        char text[8];
        std::snprintf(text, sizeof text, "\\u%04X", unit);
        return std::string(text);
    };
    const auto is_accepted = [&](const std::string& escapes) {
        return read(with("\"owner\":\"x" + escapes + "\"")).has_value();
    };
    for (unsigned unit = 0; unit < 0x10000; ++unit) {
        if (is_accepted(escape(unit)) != (unit < 0xD800 || unit >= 0xE000)) FAIL(unit);
    }
    const unsigned edges[] = {0xD7FF, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xE000};
    for (const unsigned first : edges) {
        for (const unsigned second : edges) {
            const bool is_pair = first >= 0xD800 && first < 0xDC00 && second >= 0xDC00 && second < 0xE000;
            const bool are_single = (first < 0xD800 || first >= 0xE000) && (second < 0xD800 || second >= 0xE000);
            if (is_accepted(escape(first) + escape(second)) != (is_pair || are_single)) FAIL(first << " " << second);
        }
    }
    CHECK(read(with(R"("owner":"\ud800\udc00\udbff\udfff")"))->owner == "\U00010000\U0010FFFF");
}

TEST_CASE("maps and lists are read, with white space wherever it may be", "[straight]") {
    // Each ~ is a place for white space.
    constexpr std::string_view pattern =
        R"(~{~"corners"~:~{~"a"~:~{~"x"~:~1~,~"y"~:~2~}~,~"b"~:~{~"x"~:~3~,~"y"~:~4~}~}~,)"
        R"(~"words"~:~{~"c"~:~"d"~,~"e"~:~"f"~}~,~"widths"~:~[~5~,~6~]~}~)";
    const auto places = static_cast<std::size_t>(std::count(pattern.begin(), pattern.end(), '~'));
    const auto read_with = [&](std::string_view space, std::size_t only) {
        std::string text;
        std::size_t place = 0;
        for (const char c : pattern) {
            if (c != '~')
                text += c;
            else if (place++ == only || only == places)
                text += space;
        }
        INFO(text);
        std::optional<plane::Drawing> value;
        REQUIRE(detail::straight::read(text, {}, value));
        CHECK(detail::straight::is_correct<plane::Drawing>(text, {}));
        REQUIRE(value->corners.size() == 2);
        CHECK(value->corners.at("a").x == 1);
        CHECK(value->corners.at("a").y == 2);
        CHECK(value->corners.at("b").x == 3);
        CHECK(value->corners.at("b").y == 4);
        CHECK(value->words == std::map<std::string, std::string>{{"c", "d"}, {"e", "f"}});
        CHECK(value->widths == std::vector<std::int32_t>{5, 6});
    };
    for (const char* space : {"", " ", "\n\t "}) read_with(space, places);
    for (std::size_t i = 0; i < places; ++i) read_with(" \n", i);

    for (const char* text :
         {R"({"corners":{},"words":{"a":"b","a":"c"},"widths":[]})", R"({"corners":{},"words":{"a" "b"},"widths":[]})",
          R"({"corners":{},"words":{"a":"b",},"widths":[]})", R"({"corners":{},"words":{"a":"b"],"widths":[]})"}) {
        std::optional<plane::Drawing> value;
        INFO(text);
        CHECK_FALSE(detail::straight::read(text, {}, value));
    }
}

TEST_CASE("a missing required member is noticed in any order", "[straight]") {
    const auto accepted = [](std::string_view text) {
        std::optional<plane::Point> value;
        const bool read = detail::straight::read(text, {}, value);
        CHECK(detail::straight::is_correct<plane::Point>(text, {}) == read);
        CHECK(vouch::read<plane::Point>(text).report.ok() == read);
        return read;
    };
    for (const char* text : {R"({"x":1,"y":2,"z":3})", R"({"x":1,"y":2})", R"({"y":2,"x":1})", R"({"z":3,"y":2,"x":1})",
                             R"({"y":2,"z":3,"x":1})", R"({"x":1,"z":3,"y":2})"})
        CHECK(accepted(text));
    for (const char* text : {R"({"y":2,"z":3})", R"({"y":2})", R"({"x":1,"z":3})", R"({"x":1})", R"({"z":3})", R"({})",
                             R"({"z":3,"x":1})", R"({"z":3,"y":2})"})
        CHECK_FALSE(accepted(text));
}

TEST_CASE("members are read in every order, and repeated or missing ones are noticed", "[straight]") {
    // All sequences of up to 6 of 5 members.
    std::vector<std::string> sequences{""};
    for (std::size_t n = 0; n < sequences.size(); ++n) {
        const std::string sequence = sequences[n];
        if (sequence.size() < 6) {
            for (const char name : {'a', 'b', 'c', 'd', 'e'}) sequences.push_back(sequence + name);
        }
        plane::Frame expected;
        std::string text;
        bool repeats = false;
        for (std::size_t i = 0; i < sequence.size(); ++i) {
            const char name = sequence[i];
            const auto value = static_cast<std::int32_t>(i);
            repeats = repeats || sequence.find(name) != i;
            text += std::string(i == 0 ? "" : ",") + '"' + name + "\":" + std::to_string(i);
            if (name == 'a') expected.a = value;
            if (name == 'b') expected.b = value;
            if (name == 'c') expected.c = value;
            if (name == 'd') expected.d = value;
            if (name == 'e') expected.e = value;
        }
        text = "{" + text + "}";
        const bool is_complete = sequence.find('c') != std::string::npos && sequence.find('d') != std::string::npos;
        std::optional<plane::Frame> value;
        const bool accepted = detail::straight::read(text, {}, value);
        if (accepted != (is_complete && !repeats)) FAIL(text << (accepted ? " was accepted" : " was not accepted"));
        if (detail::straight::is_correct<plane::Frame>(text, {}) != accepted) FAIL("another verdict on " << text);
        if (accepted && value != expected) FAIL("another value of " << text);
    }
    CHECK(sequences.size() == 19531);
}

TEST_CASE("members whose names begin alike are told apart in every order", "[straight]") {
    using plane::Stay;
    const std::map<std::string, std::int32_t Stay::*> members{{"autoRenew", &Stay::autoRenew},
                                                              {"period", &Stay::period},
                                                              {"periodUnit", &Stay::periodUnit},
                                                              {"periodUnits", &Stay::periodUnits},
                                                              {"periods", &Stay::periods}};
    std::vector<std::string> names;
    for (const auto& [name, member] : members) names.push_back(name);
    std::size_t orders = 0;
    do {
        std::string text;
        Stay expected;
        for (std::size_t i = 0; i < names.size(); ++i) {
            text += std::string(i == 0 ? "{" : ",") + '"' + names[i] + "\":" + std::to_string(i);
            expected.*members.at(names[i]) = static_cast<std::int32_t>(i);
        }
        std::optional<Stay> value;
        REQUIRE(detail::straight::read(text + '}', {}, value));
        if (value != expected) FAIL("another value of " << text);
        for (const char* other : {"periodUnitx", "perio", "period_", "periodUni", "periodUnitss", ""}) {
            const std::string misspelled = text + ",\"" + other + "\":1}";
            if (detail::straight::is_correct<Stay>(misspelled, {})) FAIL(misspelled << " was accepted");
        }
        ++orders;
    } while (std::next_permutation(names.begin(), names.end()));
    CHECK(orders == 120);
}
