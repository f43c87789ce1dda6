// SPDX-License-Identifier: BSL-1.0
#include <vouch/listing.hpp>

#include <apsaramq/create_instance.hpp>
#include <vouch/catalog.hpp>

#include "../../docs/examples/bucket.hpp"
#include "../catch.hpp"

#include <set>

namespace pantry {

/// Its rules are those of its notes.
struct Pantry {
    std::optional<std::vector<std::string>> jars{};
    std::optional<std::string> label{};
    std::optional<std::string> tag{};
};
BOOST_DESCRIBE_STRUCT(Pantry, (), (jars, label, tag))

constexpr auto shape_of(vouch::of<Pantry>) {
    using namespace vouch::notation;
    using T = Pantry;
    return describe<T>(
        "A pantry.",
        field(&T::jars, "Its jars.",
              {.length = {.max = 3, .min = 1, .min_rule = rule(error("jars-too-few"), {"a pantry needs `{field}`"})},
               .elements = {.length = {.max = 9, .rule = rule(error("jar-too-long"), {"`{field}` is too long"})}},
               .deprecated = {{}, rule(warning("jars-old"), {"{field} is old"})}}),
        field(&T::label, "Its label.",
              {.length = {.max = 2, .rule = rule(error("text-too-long"), {"`{field}` is too long, not {field}"})},
               .deprecated = {{}, rule(warning("label-old"), {"{field} is old"})}}),
        field(&T::tag, "Its tag.",
              {.length = {.max = 1, .rule = rule(error("text-too-long"), {"`{field}` is too long, not {field}"})}}));
}

}  // namespace pantry

namespace {

using strings = std::vector<std::string>;

const vouch::listed_rule& rule(const std::vector<vouch::listed_rule>& all, std::string_view id) {
    for (const vouch::listed_rule& r : all) {
        if (r.words->id == id) return r;
    }
    FAIL("no rule " << id);
    return all[0];
}

}  // namespace

TEST_CASE("rules say in words when they are reported, where, and what they read", "[listing]") {
    const auto all = vouch::rules_of(vouch::catalog_of<apsaramq::CreateInstanceRequest>());
    const auto& bandwidth = rule(all, "bandwidth-required");
    CHECK(
        bandwidth.when ==
        strings{"flowOutType is payByBandwidth, and internetSpec is enable or absent, and flowOutBandwidth is absent"});
    CHECK(bandwidth.fields == strings{"/networkInfo/internetInfo/flowOutBandwidth"});
    CHECK(bandwidth.reads ==
          strings{"/networkInfo/internetInfo/flowOutType", "/networkInfo/internetInfo/internetSpec"});
    CHECK(rule(all, "period-out-of-range").when == strings{"periodUnit is Year, and period is not from 1 to 3",
                                                           "periodUnit is not Year, and period is not from 1 to 6"});
    CHECK(rule(all, "auto-renew-ignored").when == strings{"paymentType is PayAsYouGo, and autoRenew is true"});
    CHECK(rule(all, "ultimate-requires-cluster-ha").when ==
          strings{"seriesCode is ultimate, and subSeriesCode is serverless or single_node"});
    CHECK(rule(all, "tag-key-missing").when == strings{"key is absent", "key is not filled in"});
    CHECK(rule(all, "tag-key-duplicate").fields == strings{"/tags/*/key"});
    CHECK(rule(all, "tag-key-duplicate").when == strings{"key duplicates an earlier one"});
    CHECK(rule(all, "ip-whitelist-entry-invalid").fields == strings{"/networkInfo/internetInfo/ipWhitelist/*"});
    CHECK(rule(all, "ip-whitelist-entry-invalid").when ==
          strings{"an entry of ipWhitelist is not an IP address or a CIDR block"});
    CHECK(rule(all, "flow-out-bandwidth-range").when == strings{"flowOutBandwidth is below 1 or above 1000"});
    CHECK(rule(all, "provisioned-capacity-not-positive").when == strings{"provisionedCapacity is below 1"});
    CHECK(rule(all, "auto-renew-period-invalid").when == strings{"autoRenewPeriod is not 1, 2, 3, 6 or 12"});
    CHECK(rule(all, "tags-too-many").when == strings{"tags has more than 20 elements"});
    CHECK(rule(all, "client-token-in-body").when == strings{"clientToken appears in a body document"});
    CHECK(rule(all, "json-syntax").fields.empty());
    CHECK(vouch::general_message(rule(all, "capacity-non-serverless")) ==
          "<field> has no effect: it applies to serverless instances only");
    CHECK(vouch::general_message(rule(all, "service-code-invalid")) == "serviceCode must be \"rmq\", not <value>");
}

TEST_CASE("rules of notes, of a list, of its elements, and of several fields", "[listing]") {
    const auto all = vouch::rules_of(vouch::catalog_of<pantry::Pantry>());
    CHECK(rule(all, "jars-old").when == strings{"jars is not empty"});
    CHECK(rule(all, "label-old").when == strings{"label is present"});
    CHECK(rule(all, "jars-too-few").when == strings{"jars has fewer than 1 element"});
    CHECK(rule(all, "too-long").when.back() == "jars has more than 3 elements");
    CHECK(rule(all, "jar-too-long").when == strings{"an element of jars has more than 9 characters"});
    CHECK(rule(all, "jar-too-long").fields == strings{"/jars/*"});
    CHECK(rule(all, "text-too-long").when ==
          strings{"label has more than 2 characters", "tag has more than 1 character"});
    CHECK(rule(all, "text-too-long").fields == strings{"/label", "/tag"});
    CHECK(vouch::general_message(rule(all, "jars-old")) == "jars is old");
    CHECK(vouch::general_message(rule(all, "jars-too-few")) == "a pantry needs \"jars\"");
    CHECK(vouch::general_message(rule(all, "jar-too-long")) == "\"the entry\" is too long");
    CHECK(vouch::general_message(rule(all, "text-too-long")) == "<field> is too long, not <field>");
    for (const vouch::listed_rule& r : all) CHECK((r.words->id != "too-short"));
}

TEST_CASE("every rule is in the list once, with words", "[listing]") {
    std::set<std::string_view> ids;
    for (const vouch::listed_rule& r : vouch::rules_of(vouch::catalog_of<apsaramq::CreateInstanceRequest>())) {
        INFO(r.words->id);
        CHECK(ids.insert(r.words->id).second);
        CHECK_FALSE(r.when.empty());
        for (const std::string& w : r.when) CHECK(w.find("of its form") == std::string::npos);
        const std::string message = vouch::general_message(r);
        CHECK(message.find('{') == std::string::npos);
    }
    CHECK(ids.size() == 87);
}

TEST_CASE("what is allowed includes what elements and keys may be", "[listing]") {
    const auto words = [](std::string_view name) {
        return vouch::allowed_words(*vouch::catalog_of<storage::CreateBucket>().find(name));
    };
    CHECK(words("owners") == "an array of 1 to 3 elements; each element an email address; none twice");
    CHECK(
        words("labels") ==
        "an object of at most 20 members; each key a string that is made of lowercase letters, digits, hyphens and dots, of 1 to 63 characters; each element a string of at most 63 characters");
    CHECK(words("retentionDays") == "an array; each element a multiple of 7 from 1 to 3650");
}
