// SPDX-License-Identifier: BSL-1.0
#include <vouch/annotate.hpp>

#include <vouch/export/json_schema.hpp>
#include <vouch/listing.hpp>
#include <vouch/read.hpp>
#include <vouch/validate.hpp>

#include "../catch.hpp"

#include <boost/json/serialize.hpp>

namespace larder {

enum class Jam { plum = 1, fig, quince };
BOOST_DESCRIBE_ENUM(Jam, plum, fig, quince)

constexpr auto shape_of(vouch::of<Jam>) {
    using namespace vouch::notation;
    using enum Jam;
    return describe<Jam>("A kind of jam.", value(plum, "Blue."), value(fig, "Brown."), value(quince, "Yellow."));
}

inline constexpr std::int64_t sizes[] = {1, 2, 5};

/// Its notes limit values, and bring no rule of their own.
struct Shelf {
    std::optional<std::int32_t> height{};
    std::optional<std::int32_t> load{};
    std::optional<double> depth{};
    std::optional<std::int64_t> size{};
    std::optional<std::string> label{};
    std::optional<std::vector<Jam>> jams{};
    std::optional<std::vector<std::int32_t>> years{};
};
BOOST_DESCRIBE_STRUCT(Shelf, (), (height, load, depth, size, label, jams, years))

constexpr auto shape_of(vouch::of<Shelf>) {
    using namespace vouch::notation;
    using T = Shelf;
    // clang-format off
    return describe<T>("A shelf.",

    field(&T::height, "How high it is.",      {.unit = "cm", .range = {1, 5}}),
    field(&T::load,   "What it can carry.",   {.range = {.max = 7}}),
    field(&T::depth,  "How deep it is.",      {.range = {.min = 0.5}}),
    field(&T::size,   "Which one it is.",     {.one_of = {sizes}}),
    field(&T::label,  "What stands on it.",   {.length = {3}}),
    field(&T::jams,   "The jams, in order.",  {.length = {3}}),
    field(&T::years,  "The years on the jars."));
    // clang-format on
}

}  // namespace larder

namespace {

using larder::Shelf;

/// "rule path: message; help" of the only finding.
std::string found(std::string_view text) {
    const auto reading = vouch::read<Shelf>(text);
    if (reading.report.size() != 1) return std::to_string(reading.report.size()) + " findings";
    const vouch::diagnostic& d = reading.report[0];
    CHECK(d.severity == vouch::severity::error);
    CHECK_FALSE(reading);
    if (reading.value) CHECK(vouch::validate(*reading.value).size() == 1);
    return std::string(d.rule) + " " + d.path + ": " + d.message + "; " + d.help;
}

}  // namespace

TEST_CASE("a limit without a rule of its own has a built-in one", "[annotate]") {
    CHECK(
        found(R"({"height":99})") ==
        "out-of-range /height: height must be an integer from 1 to 5 (cm), not 99; write an integer from 1 to 5 (cm)");
    CHECK(found(R"({"height":0})") ==
          "out-of-range /height: height must be an integer from 1 to 5 (cm), not 0; write an integer from 1 to 5 (cm)");
    CHECK(found(R"({"load":8})") ==
          "out-of-range /load: load must be an integer of at most 7, not 8; write an integer of at most 7");
    CHECK(found(R"({"depth":0.4})") ==
          "out-of-range /depth: depth must be a number of at least 0.5, not 0.4; write a number of at least 0.5");
    CHECK(found(R"({"size":3})") == "value-not-allowed /size: size must be 1, 2 or 5, not 3; write 1, 2 or 5");
    CHECK(found(R"({"label":"plums"})") ==
          R"(too-long /label: label is too long: "plums"; write a string of at most 3 characters)");
    CHECK(found(R"({"jams":["fig","fig","fig","fig"]})") ==
          "too-long /jams: jams is too long: 4 elements; write an array of at most 3 elements");
    CHECK(found(R"({"height":1,"load":7,"depth":0.5,"size":5,"label":"äöü","jams":["fig","fig","fig"]})") ==
          "0 findings");
}

TEST_CASE("help for a wrong element says what an element is", "[annotate]") {
    CHECK(
        found(R"({"jams":["fig","fog"]})") ==
        R"(enum-invalid /jams/1: jams[1] cannot be "fog"; did you mean "fig"? Otherwise write one of "plum", "fig" or "quince")");
    CHECK(found(R"({"years":[1,"2"]})") ==
          "type-mismatch /years/1: years[1] must be an integer, not a string; write an integer");
    larder::Shelf shelf;
    shelf.jams = {larder::Jam::fig, static_cast<larder::Jam>(9)};
    const auto report = vouch::validate(shelf);
    REQUIRE(report.size() == 1);
    CHECK(report[0].rule == "enum-invalid");
    CHECK(report[0].help == R"(write one of "plum", "fig" or "quince")");
}

TEST_CASE("limits with one end, and elements, in lists of rules and in JSON Schema",
          "[annotate][listing][json_schema]") {
    std::vector<std::string> when;
    for (const vouch::listed_rule& r : vouch::rules_of(vouch::catalog_of<Shelf>())) {
        if (r.words->id == "out-of-range") when = r.when;
    }
    CHECK(when == std::vector<std::string>{"height is below 1 or above 5", "load is above 7", "depth is below 0.5"});
    const boost::json::value schema = vouch::json_schema<Shelf>();
    const auto at = [&](std::string_view pointer) { return boost::json::serialize(schema.at_pointer(pointer)); };
    CHECK(at("/properties/load/maximum") == "7");
    CHECK(at("/properties/load/minimum") == "-2147483648");
    CHECK(at("/properties/depth/minimum") == "5E-1");
    CHECK(at("/properties/jams/items") == R"({"type":"string","enum":["plum","fig","quince"]})");
    CHECK(at("/properties/years/items") == R"({"type":"integer","minimum":-2147483648,"maximum":2147483647})");
    CHECK(at("/properties/label/maxLength") == "3");
}
