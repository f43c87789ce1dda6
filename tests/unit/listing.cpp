// SPDX-License-Identifier: BSL-1.0
#include <vouch/listing.hpp>

#include <apsaramq/create_instance.hpp>
#include <vouch/catalog.hpp>

#include "../catch.hpp"

#include <set>

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
