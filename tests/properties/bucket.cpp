// SPDX-License-Identifier: BSL-1.0
// A schema with all kinds of notes: the lanes agree, and what is derived from it is right.
#include "../../docs/examples/bucket.hpp"

#include <vouch/export/sample.hpp>
#include <vouch/listing.hpp>

#include "../catch.hpp"
#include "../found.hpp"
#include "../lanes.hpp"

#include <random>

using namespace vouch;
using storage::CreateBucket;
using storage::Region;

namespace storage {

bool operator==(const CreateBucket& a, const CreateBucket& b) { return write(a) == write(b); }

/// Without a map, which no constant expression can have.
struct Lease {
    std::string name{};
    std::optional<double> share{};
    std::optional<std::string> ends{};
    std::optional<std::vector<std::int32_t>> days{};
};
BOOST_DESCRIBE_STRUCT(Lease, (), (name, share, ends, days))

constexpr auto shape_of(vouch::of<Lease>) {
    using namespace vouch::notation;
    using T = Lease;
    // clang-format off
    return describe<T>("A lease.",

    field(&T::name,  "Its name.", {.length = {.min = 3}}),
    field(&T::share, "Its share.", {.range = {.min = 0, .exclusive_min = true}}),
    field(&T::ends,  "When it ends.", {.matches = {&vouch::forms::date_time}}),
    field(&T::days,  "Its days.", {.elements = {.multiple_of = {7}}}));
    // clang-format on
}

}  // namespace storage

namespace {

using storage::Lease;

using ids_t = std::vector<std::string>;

constexpr std::string_view valid_text = R"({"bucket":"my-bucket","region":"eu-central-1"})";

/// A valid bucket with other members.
std::string with(std::string_view members) {
    return std::string(valid_text.substr(0, valid_text.size() - 1)) + "," + std::string(members) + "}";
}
ids_t found_with(std::string_view members) { return ids(read<CreateBucket>(with(members)).report); }

}  // namespace

TEST_CASE("names in JSON need not be names in C++", "[properties][annotate]") {
    const auto r = read<CreateBucket>(with(R"("x-amz-acl":"private","part-size":5,"copies":["us-east-1"])"));
    CHECK(r.report.empty());
    REQUIRE(r);
    CHECK(r->region == Region::eu_central_1);
    CHECK(r->acl == "private");
    CHECK(r->partSizeMiB == 5);
    CHECK(r->copies == std::vector{Region::us_east_1});
    CHECK(write(*r) == with(R"("x-amz-acl":"private","part-size":5,"copies":["us-east-1"])"));
    CHECK(lines(read<CreateBucket>(with(R"("x_amz_acl":"","acl":"","partSizeMiB":1)")).report) ==
          ids_t{"warning unknown-field /x_amz_acl: unknown field \"x_amz_acl\"",
                "warning unknown-field /acl: unknown field \"acl\"",
                "warning unknown-field /partSizeMiB: unknown field \"partSizeMiB\""});
    CHECK(read<CreateBucket>(with(R"("x_amz_acl":"")")).report[0].help ==
          "did you mean \"x-amz-acl\"? Otherwise remove it");
    CHECK(ids(read<CreateBucket>(R"({"bucket":"abc","region":"us_east_1"})").report) == ids_t{"enum-invalid /region"});
    CHECK(find_position(catalog_of<CreateBucket>(), "/part-size").field != nullptr);
    CHECK(find_position(catalog_of<CreateBucket>(), "/partSizeMiB").field == nullptr);
}

TEST_CASE("limits are exact at both ends", "[properties][annotate]") {
    const auto bucket = [](std::string_view name) {
        return ids(read<CreateBucket>(R"({"bucket":")" + std::string(name) + R"(","region":"eu-central-1"})").report);
    };
    CHECK(bucket("ab") == ids_t{"too-short /bucket"});
    CHECK(bucket("abc").empty());
    CHECK(bucket(std::string(63, 'a')).empty());
    CHECK(bucket(std::string(64, 'a')) == ids_t{"too-long /bucket"});
    CHECK(bucket("ABC") == ids_t{"bucket-name-charset /bucket"});
    CHECK(bucket("\xC3\xA9\xC3\xA9") == ids_t{"bucket-name-charset /bucket", "too-short /bucket"});
    CHECK(bucket("") == ids_t{"required-blank /bucket"});

    CHECK(found_with(R"("part-size":4)") == ids_t{"out-of-range /part-size"});
    CHECK(found_with(R"("part-size":5120)").empty());
    CHECK(found_with(R"("quota":0)").empty());
    CHECK(read<CreateBucket>(with(R"("quota":4294967295)"))->quota == 4294967295U);
    CHECK(found_with(R"("quota":-1)") == ids_t{"integer-overflow /quota"});
    CHECK(found_with(R"("quota":4294967296)") == ids_t{"integer-overflow /quota"});
    CHECK(found_with(R"("replicas":0)") == ids_t{"out-of-range /replicas"});
    CHECK(found_with(R"("replicas":1e-300)").empty());
    CHECK(found_with(R"("replicas":1)").empty());
    CHECK(found_with(R"("replicas":1.0000000000000002)") == ids_t{"out-of-range /replicas"});

    CHECK(found_with(R"("owners":[])") == ids_t{"too-short /owners"});
    CHECK(found_with(R"("owners":["a@b.c"])").empty());
    CHECK(found_with(R"("owners":["a@b.c","a@b.d","a@b.e","a@b.f"])") == ids_t{"too-long /owners"});
    CHECK(found_with(R"("owners":["a@b.c","x","a@b.c"])") ==
          ids_t{"wrong-form /owners/1", "duplicate-element /owners/2"});
    CHECK(found_with(R"("retentionDays":[7,3647])").empty());
    CHECK(found_with(R"("retentionDays":[0,-7,6,3654])") ==
          ids_t{"out-of-range /retentionDays/0", "out-of-range /retentionDays/1", "not-a-multiple /retentionDays/2",
                "out-of-range /retentionDays/3"});
    CHECK(found_with(R"("expires":"2026-02-29T00:00:00Z")") == ids_t{"wrong-form /expires"});
    CHECK(found_with(R"("expires":"2028-02-29t00:00:00+08:00")").empty());
}

TEST_CASE("messages say what a limit allows", "[properties][words]") {
    const auto said = [](std::string_view members) {
        const report r = read<CreateBucket>(with(members)).report;
        REQUIRE(r.size() == 1);
        return r[0].message + "; " + r[0].help;
    };
    CHECK(said(R"("part-size":4)") ==
          "part-size must be an integer from 5 to 5120 (MiB), not 4; "
          "write an integer from 5 to 5120 (MiB)");
    CHECK(said(R"("quota":-1)") ==
          "quota does not fit: -1 is outside the range of an unsigned 32-bit integer; write a number in that range");
    CHECK(said(R"("replicas":0)") ==
          "replicas must be a number above 0 and at most 1, not 0; "
          "write a number above 0 and at most 1");
    CHECK(said(R"("owners":[])") == "owners is too short: 0 elements; write an array of 1 to 3 elements");
    CHECK(said(R"("owners":["x"])") == "owners[0] must be an email address, not \"x\"; write an email address");
    CHECK(said(R"("owners":[1])") == "owners[0] must be a string, not a number; write an email address");
    CHECK(said(R"("retentionDays":[8])") ==
          "retentionDays[0] must be a multiple of 7 from 1 to 3650, not 8; "
          "write a multiple of 7 from 1 to 3650");
    CHECK(said(R"("copies":["mars"])") == "copies[0] cannot be \"mars\"; write \"us-east-1\" or \"eu-central-1\"");
}

TEST_CASE("the lanes agree about all kinds of notes", "[properties][lanes]") {
    const std::vector<std::vector<std::string>> values{
        {"\"bucket\":\"abc\"", "\"bucket\":\"ab\"", "\"bucket\":\"A-b\"", "\"bucket\":\"\"", "\"bucket\":null"},
        {"\"region\":\"us-east-1\"", "\"region\":\"eu-central-1\"", "\"region\":\"us_east_1\"",
         "\"region\":\"us-east-12\""},
        {"\"x-amz-acl\":\"p\"", "\"x-amz-acl\":\"\"", "\"acl\":\"p\""},
        {"\"comment\":\"c\"", "\"comment\":\" \"", "\"comment\":\"" + std::string(201, 'c') + "\""},
        {"\"part-size\":5", "\"part-size\":4", "\"part-size\":5121", "\"part-size\":5.0"},
        {"\"quota\":4294967295", "\"quota\":4294967296", "\"quota\":-1", "\"quota\":0", "\"quota\":1e3"},
        {"\"replicas\":0.5", "\"replicas\":0", "\"replicas\":1", "\"replicas\":-0.0"},
        {"\"expires\":\"2030-01-31T08:00:00Z\"", "\"expires\":\"2030-01-32T08:00:00Z\"", "\"expires\":\"\""},
        {"\"owners\":[\"a@b.c\",\"d@e.f\"]", "\"owners\":[\"a@b.c\",\"a@b.c\"]", "\"owners\":[]", "\"owners\":[\"\"]"},
        {"\"retentionDays\":[7,14]", "\"retentionDays\":[]", "\"retentionDays\":[7,8]", "\"retentionDays\":[0]"},
        {"\"copies\":[\"us-east-1\"]", "\"copies\":[\"us-east-1\",\"eu_central_1\"]", "\"copies\":[]"},
        {R"("labels":{"team":"a","b.c":""})", R"("labels":{})", R"("labels":{"\u0061":"\u0062","b":"ü"})",
         R"("labels":{"a":"1","a":"2"})", R"("labels":{"A":"1","":"2"})", R"("labels":{"a":1})", R"("labels":[])",
         R"("labels":{"a":")" + std::string(64, 'v') + "\"}"},
        {R"("mirrors":{"abc":{"region":"us-east-1"},"def":{"region":"eu-central-1","delay-minutes":5}})",
         R"("mirrors":{"ab":{"region":"us-east-1"}})", R"("mirrors":{"abc":{"delay-minutes":61}})",
         R"("mirrors":{"abc":{"region":"us-east-1"},"abc":{"region":"us-east-1"}})", R"("mirrors":{"abc":null})",
         R"("mirrors":{"abc":{"region":"us-east-1","x":1}})", R"("mirrors" : { "abc" : {"region":"us-east-1"} } )"}};
    std::mt19937 random(11);
    std::size_t clean = 0;
    for (int i = 0; i < 20000; ++i) {
        std::string text = "{";
        for (const std::vector<std::string>& of_field : values) {
            if (random() % 8 == 0) continue;
            text += (text.size() > 1 ? "," : "") + of_field[random() % 3 != 0 ? 0 : random() % of_field.size()];
        }
        text += "}";
        INFO(text);
        REQUIRE(difference_between_lanes<CreateBucket>(text).empty());
        clean += read<CreateBucket>(text).report.empty() ? 1U : 0U;
    }
    CHECK(clean > 200);
}

TEST_CASE("a value's notes are checked at compile time as well", "[properties][validate]") {
#if defined(__cpp_lib_constexpr_string) && __cpp_lib_constexpr_string >= 201907L && \
    !(defined(__clang__) && defined(_GLIBCXX_RELEASE) && _GLIBCXX_RELEASE < 13)
    constexpr auto first = [](auto change) {
        Lease l{.name = "abc"};
        change(l);
        return first_error(l);
    };
    static_assert(first([](Lease&) {}).empty());
    static_assert(first([](Lease& l) { l.name = "ab"; }) == "too-short");
    static_assert(first([](Lease& l) { l.share = 0; }) == "out-of-range");
    static_assert(first([](Lease& l) { l.ends = "2030-02-30T00:00:00Z"; }) == "wrong-form");
    static_assert(first([](Lease& l) { l.days = {7, 8}; }) == "not-a-multiple");
#endif
}

TEST_CASE("samples and lists of rules follow the notes", "[properties][sample][listing]") {
    for (std::uint64_t seed = 0; seed < 50; ++seed) CHECK(validate(sample<CreateBucket>(seed)).ok());
    std::vector<std::string> said;
    for (const listed_rule& r : rules_of(catalog_of<CreateBucket>())) {
        if (built_in_rules::find(r.words->id) != nullptr) continue;
        for (const std::string& when : r.when) said.push_back(std::string(r.words->id) + ": " + when);
    }
    CHECK(said == std::vector<std::string>{
                      "copy-in-own-region: region is us-east-1, and x-amz-acl is absent",
                      "too-long: bucket has more than 63 characters",
                      "too-long: comment has more than 200 characters",
                      "too-long: owners has more than 3 elements",
                      "too-long: labels has more than 20 members",
                      "too-long: an element of labels has more than 63 characters",
                      "too-long: a key of labels has more than 63 characters",
                      "too-short: bucket has fewer than 3 characters",
                      "too-short: owners has fewer than 1 element",
                      "too-short: a key of labels has fewer than 1 character",
                      "too-short: a key of mirrors has fewer than 3 characters",
                      "bucket-name-charset: bucket is not made of lowercase letters, digits, hyphens and dots",
                      "out-of-range: part-size is below 5 or above 5120",
                      "out-of-range: replicas is at most 0 or above 1",
                      "out-of-range: an element of retentionDays is below 1 or above 3650",
                      "out-of-range: delay-minutes is below 0 or above 60",
                      "wrong-form: expires is not a date and time like 2025-01-31T08:00:00Z (RFC 3339)",
                      "wrong-form: an element of owners is not an email address",
                      "duplicate-element: an element of owners repeats another one",
                      "not-a-multiple: an element of retentionDays is not a multiple of 7",
                      "label-name-charset: a key of labels is not made of lowercase letters, digits, hyphens and dots",
                  });
}
