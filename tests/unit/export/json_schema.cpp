// SPDX-License-Identifier: BSL-1.0
// What the schema says about single fields; whether it agrees with the engine is tested with a validator
// (tests/agreement).
#include <vouch/export/json_schema.hpp>

#include <apsaramq/create_instance.hpp>

#include "../../../docs/examples/bucket.hpp"
#include "../../catch.hpp"
#include "../../file.hpp"
#include "../../garden.hpp"

#include <boost/json/serialize.hpp>

struct Visit {
    std::string id{};
    std::string at{};
    std::vector<std::string> hosts{};
    std::string link{};
};
BOOST_DESCRIBE_STRUCT(Visit, (), (id, at, hosts, link))

constexpr auto shape_of(vouch::of<Visit>) {
    using namespace vouch::notation;
    namespace forms = vouch::forms;
    using T = Visit;
    // clang-format off
    return describe<T>("A visit.",

    field(&T::id,    "Its id."),
    field(&T::at,    "When."),
    field(&T::hosts, "Where."),
    field(&T::link,  "More."),

    rule(error("id"), require(&T::id, matching(forms::uuid)), {"not a UUID"}),
    rule(error("at"), require(&T::at, matching(forms::date_time)), {"not a time"}),
    rule(error("hosts"), each(&T::hosts, matching(forms::hostname)), {"not a host"}),
    rule(error("date"), require(&T::at, !matching(forms::date)), {"a date"}),
    rule(error("link"), require(&T::link, !matching(forms::uri)), {"a link"}),
    rule(error("linked"), when(&T::link, matching(forms::uri)).then(&T::at, matching(forms::date)), {"linked"}));
    // clang-format on
}

struct Spelled {
    std::string name{};
    std::string other{};
};
BOOST_DESCRIBE_STRUCT(Spelled, (), (name, other))

inline constexpr std::string_view spellings[] = {"Name"};

constexpr auto shape_of(vouch::of<Spelled>) {
    using namespace vouch::notation;
    using T = Spelled;
    return describe<T>("Spelled.", field(&T::name, "A name.", {.aliases = spellings}), field(&T::other, "Another."));
}

struct Limits {
    std::optional<std::int64_t> most{};
    std::optional<std::int32_t> half{};
    std::optional<std::uint64_t> wide{};
    std::optional<float> ratio{};
    std::optional<std::int64_t> digits{};
    std::string name{};
};
BOOST_DESCRIBE_STRUCT(Limits, (), (most, half, wide, ratio, digits, name))

constexpr std::int64_t one_or_two[] = {1, 2};

constexpr auto shape_of(vouch::of<Limits>) {
    using namespace vouch::notation;
    using T = Limits;
    constexpr double infinity = std::numeric_limits<double>::infinity();
    // clang-format off
    return describe<T>("Limits.",

    field(&T::most,   "Most.",   {.range = {.max = 1e19}}),
    field(&T::half,   "Half.",   {.range = {.min = 0.5}}),
    field(&T::wide,   "Wide.",   {.range = {.max = 9223372036854775808.0}}),
    field(&T::ratio,  "Ratio.",  {.range = {.max = 3}}),
    field(&T::digits, "Digits.", {.one_of = {one_or_two}, .number_or_text = true}),
    field(&T::name,   "Name.",   {.number_or_text = true}),

    rule(error("half-positive"), require(&T::half, between(1, infinity)), {"not positive"}));
    // clang-format on
}

namespace {

std::string at(const boost::json::value& schema, std::string_view pointer) {
    boost::json::error_code ec;
    const boost::json::value* const v = schema.find_pointer(pointer, ec);
    return v == nullptr ? "nothing" : boost::json::serialize(*v);
}

}  // namespace

TEST_CASE("fields become properties with their notes", "[json_schema]") {
    const boost::json::value s = vouch::json_schema<garden::Bed>({.id = "bed.json", .title = "Bed"});
    CHECK(at(s, "/$schema") == R"("https://json-schema.org/draft/2020-12/schema")");
    CHECK(at(s, "/$id") == R"("bed.json")");
    CHECK(at(s, "/required") == R"(["title","soil","area","water"])");
    CHECK(at(s, "/properties/title") ==
          R"({"type":"string","pattern":"[^ \\t\\n\\v\\f\\r]","description":"Its title.","examples":["Herbs"]})");
    CHECK(at(s, "/properties/soil/enum") == R"(["clay","sand","loam"])");
    CHECK(at(s, "/properties/soil/description") == R"("Its soil. clay: Heavy. sand: Light. loam: Both.")");
    CHECK(at(s, "/properties/area/minimum") == "-9223372036854775808");
    CHECK(at(s, "/properties/owner/type") == R"(["string","null"])");
    CHECK(at(s, "/properties/password/writeOnly") == "true");
    CHECK(at(s, "/properties/spare/type") == R"(["object","null"])");
    CHECK(at(s, "/properties/plants/items/properties/count/maximum") == "100");
    CHECK(at(s, "/properties/plants/items/type") == R"("object")");
    CHECK(at(s, "/$comment").find("plant-twice") != std::string::npos);
    CHECK(at(s, "/$comment").find("sand-needs-owner") == std::string::npos);
}

TEST_CASE("error rules become conditions, other rules annotations", "[json_schema]") {
    const boost::json::value s = vouch::json_schema<garden::Bed>();
    CHECK(
        at(s, "/allOf/0") ==
        R"({"$comment":"sand-needs-owner","if":{"type":"object","required":["soil"],"properties":{"soil":{"enum":["sand"]}}},)"
        R"("then":{"type":"object","required":["owner"],"properties":{"owner":{"not":)"
        R"({"type":["string","null"],"pattern":"^[ \\t\\n\\v\\f\\r]*$"}}}}})");
    CHECK(at(s, "/x-vouch-rules").find("\"dry\"") != std::string::npos);
}

TEST_CASE("a number for a text, and the digits of a number, are allowed where they are read", "[json_schema]") {
    const boost::json::value s = vouch::json_schema<apsaramq::CreateInstanceResponse>();
    CHECK(at(s, "/properties/code/type") == R"(["string","number","null"])");
    CHECK(at(s, "/properties/code/anyOf") == "nothing");
    CHECK(at(s, "/properties/httpStatusCode/type") == "nothing");
    CHECK(at(s, "/properties/httpStatusCode/anyOf/1") ==
          R"re({"type":"string","pattern":"^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?$"})re");
}

TEST_CASE("a closed schema allows no other members than those that are read", "[json_schema]") {
    const boost::json::value s = vouch::json_schema<garden::Bed>({.closed = true});
    CHECK(at(s, "/additionalProperties") == "false");
    CHECK(at(s, "/properties/$schema") == R"({"type":"string"})");
    CHECK(at(s, "/properties/water/additionalProperties") == "false");
    CHECK(at(s, "/properties/water/properties/$schema") == "nothing");
    CHECK(at(s, "/properties/plants/items/additionalProperties") == "false");
    CHECK(at(vouch::json_schema<garden::Bed>(), "/additionalProperties") == "nothing");
    const boost::json::value tolerant = vouch::json_schema<apsaramq::CreateInstanceResponse>({.closed = true});
    CHECK(at(tolerant, "/additionalProperties") == "nothing");
}

TEST_CASE("an example of a list or map is one of an element", "[json_schema]") {
    const boost::json::value s = vouch::json_schema<storage::CreateBucket>();
    CHECK(at(s, "/properties/owners/examples") == "nothing");
    CHECK(at(s, "/properties/owners/items/examples") == R"(["me@example.com"])");
    CHECK(at(s, "/properties/labels/additionalProperties/examples") == R"(["blue"])");
}

TEST_CASE("a required member may have another spelling", "[json_schema]") {
    const boost::json::value s = vouch::json_schema<Spelled>();
    CHECK(at(s, "/required") == R"(["other"])");
    CHECK(at(s, "/allOf/0") == R"({"anyOf":[{"required":["name"]},{"required":["Name"]}]})");
}

TEST_CASE("limits are exported as they are, whatever their type can hold", "[json_schema]") {
    const boost::json::value schema = vouch::json_schema<Limits>();
    CHECK(at(schema, "/properties/most/maximum") == "10000000000000000000");
    CHECK(at(schema, "/properties/half/minimum") == "5E-1");
    CHECK(at(schema, "/properties/half/maximum") == "2147483647");
    CHECK(at(schema, "/properties/wide/maximum") == "9223372036854775808");
    CHECK(at(schema, "/properties/ratio/maximum") == "3E0");
    CHECK(
        at(schema, "/properties/digits/anyOf/0") ==
        R"({"type":["integer","null"],"enum":[1,2,null],"minimum":-9223372036854775808,"maximum":9223372036854775807})");
    CHECK(at(schema, "/properties/digits/anyOf/1") ==
          R"re({"type":"string","pattern":"^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?$"})re");
    CHECK(at(schema, "/properties/name/type") == R"(["string","number"])");
    CHECK(at(schema, "/allOf/0/properties/half") == R"({"anyOf":[{"type":"null"},{"minimum":1}]})");
}

TEST_CASE("what clauses cannot express is a schema of the rule's own, and deprecation is marked", "[json_schema]") {
    const boost::json::value s = vouch::json_schema<apsaramq::CreateInstanceRequest>();
    CHECK(at(s, "/properties/networkInfo/properties/vpcInfo/allOf/0/$comment") == R"("vswitch-missing")");
    CHECK(at(s, "/properties/commodityCode/deprecated") == "true");
    CHECK(at(s, "/properties/productInfo/properties/sendReceiveRatio/default") == "5E-1");
    CHECK(at(s, "/properties/productInfo/properties/messageRetentionTime/maximum") == "2147483647");
}

TEST_CASE("a format is a note on what a text must be, and a pattern says it to every validator", "[json_schema]") {
    const boost::json::value s = vouch::json_schema<Visit>();
    CHECK(at(s, "/allOf/0/properties/id") ==
          R"({"pattern":"^[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}$","format":"uuid"})");
    CHECK(at(s, "/allOf/1/properties") == R"({"at":{"format":"date-time"}})");
    CHECK(at(s, "/allOf/2/properties/hosts") == R"({"items":{"format":"hostname"}})");
    CHECK(at(s, "/allOf/3/properties/at/not/pattern") != "nothing");
    CHECK(at(s, "/allOf/3/properties/at/not/format") == "nothing");
    CHECK(at(s, "/allOf/4") == "nothing");
    CHECK(at(s, "/$comment").ends_with(" at, hosts, link, linked.\""));
}

TEST_CASE("the schemas in the documentation are what is exported", "[json_schema]") {
    CHECK(vouch::indented(vouch::json_schema<apsaramq::CreateInstanceRequest>(
              {.id = "urn:vouch:create-instance-request", .title = "CreateInstance request"})) ==
          file_text("../docs/schema/create-instance-request.json"));
    CHECK(vouch::indented(vouch::json_schema<apsaramq::CreateInstanceResponse>(
              {.id = "urn:vouch:create-instance-response", .title = "CreateInstance response"})) ==
          file_text("../docs/schema/create-instance-response.json"));
}
