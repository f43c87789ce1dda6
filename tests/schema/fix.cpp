// SPDX-License-Identifier: BSL-1.0
// Every safe fix, in several layouts: text outside of edits stays the same, byte for byte.
#include <vouch/fix.hpp>

#include <apsaramq/create_instance.hpp>

#include "../catch.hpp"

using request = apsaramq::CreateInstanceRequest;

namespace {

std::string fixed_text(std::string_view text, vouch::fix_level level = vouch::fix_level::safe) {
    return vouch::fix<request>(text, {}, level).text;
}

/// The number of safe fixes that are left.
std::size_t safe_fixes(const vouch::report& r) {
    std::size_t n = 0;
    for (const vouch::diagnostic& d : r) {
        for (const vouch::suggested_fix& f : d.fixes) n += f.safe ? 1U : 0U;
    }
    return n;
}

}  // namespace

TEST_CASE("fields without effect and nulls are removed, with their comma",
          "[schema][fix][period-ignored][auto-renew-ignored][auto-renew-period-ignored][trace-on-ignored]"
          "[capacity-non-serverless][bandwidth-ignored][null-value]") {
    CHECK(fixed_text(R"({"paymentType":"PayAsYouGo","period":3,"remark":"x"})") ==
          R"({"paymentType":"PayAsYouGo","remark":"x"})");
    CHECK(fixed_text("{\n\t\"period\": 3,\r\n\t\"paymentType\": \"PayAsYouGo\"\r\n}") ==
          "{\n\t\"paymentType\": \"PayAsYouGo\"\r\n}");
    CHECK(fixed_text(R"({"paymentType":"PayAsYouGo", "periodUnit" : "Month" })") == R"({"paymentType":"PayAsYouGo" })");
    CHECK(fixed_text(R"({"paymentType":"PayAsYouGo","period":3,"periodUnit":"Month"})") ==
          R"({"paymentType":"PayAsYouGo"})");
    CHECK(fixed_text(R"({"paymentType":"PayAsYouGo","autoRenew":true,"autoRenewPeriod":3})") ==
          R"({"paymentType":"PayAsYouGo"})");
    CHECK(fixed_text(R"({"subSeriesCode":"cluster_ha","productInfo":{ "traceOn":true }})") ==
          R"({"subSeriesCode":"cluster_ha","productInfo":{}})");
    CHECK(fixed_text(
              R"({"subSeriesCode":"cluster_ha","productInfo":{"capacityType":"ondemand","provisionedCapacity":1}})") ==
          R"({"subSeriesCode":"cluster_ha","productInfo":{}})");
    CHECK(fixed_text(R"({"networkInfo":{"internetInfo":{"flowOutType":"payByTraffic","flowOutBandwidth":100}}})") ==
          R"({"networkInfo":{"internetInfo":{"flowOutType":"payByTraffic"}}})");
    CHECK(fixed_text(R"({"periodUnit":"Year","paymentType":"PayAsYouGo","period":3})") ==
          R"({"paymentType":"PayAsYouGo"})");
    CHECK(fixed_text(R"({"remark":null, "instanceName": null})") == "{}");
    CHECK(fixed_text(R"({"zone":7,"remark":null})") == R"({"zone":7})");
}

TEST_CASE("a period in months becomes one in years", "[schema][fix][period-out-of-range]") {
    CHECK(fixed_text(R"({"period": 12, "periodUnit": "Month"})") == R"({"period": 1, "periodUnit": "Year"})");
    CHECK(fixed_text(R"({"periodUnit":"Month","period":36.0})") == R"({"periodUnit":"Year","period":3})");
    for (const char* kept :
         {R"({"period":12})", R"({"period":12,"periodUnit":"Year"})", R"({"period":7,"periodUnit":"Month"})"})
        CHECK(fixed_text(kept) == kept);
}

TEST_CASE("vSwitchId becomes vSwitches, if that is absent or empty", "[schema][fix][deprecated-vswitch-id]") {
    const auto vpc = [](std::string_view members) {
        return "{\"networkInfo\":{\"vpcInfo\":{" + std::string(members) + "}}}";
    };
    const std::string two = R"("vSwitches":[{"vSwitchId": "vsw-1"}, {"vSwitchId": "vsw-2"}])";
    CHECK(fixed_text(vpc(R"("vSwitchId":"vsw-1|vsw-2")")) == vpc(two));
    CHECK(fixed_text(vpc(R"("vSwitchId":" vsw-1 , vsw-2||vsw-1")")) == vpc(two));
    CHECK(fixed_text(vpc(R"("vSwitches":[],"vSwitchId":"vsw-1|vsw-2")")) == vpc(two));
    CHECK(fixed_text(vpc(R"("vSwitchId":"vsw-1|vsw-2","vSwitches":[ ],"vpcId":"vpc-1")")) ==
          vpc(two + R"(,"vpcId":"vpc-1")"));
    CHECK(fixed_text(vpc(R"("vSwitchId":"vsw-1|vsw-2","vSwitches":null)")) == vpc(two));
    for (const char* kept : {R"("vSwitchId":"vsw-1","vSwitches":[{"vSwitchId":"vsw-2"}])", R"("vSwitchId":"|")",
                             R"("vSwitchId":"vsw-1","vSwitches":7)", R"("vSwitchId":"vsw-1","vSwitchId":"vsw-2")"})
        CHECK(fixed_text(vpc(kept)) == vpc(kept));
}

TEST_CASE("names that differ in case are corrected, and values that differ in case or blanks",
          "[schema][fix][unknown-field][enum-invalid]") {
    CHECK(fixed_text(R"({"Remark":"x"})") == R"({"remark":"x"})");
    CHECK(fixed_text(R"({"Tags":[{"Key":"a","VALUE":"b"}]})") == R"({"tags":[{"key":"a","value":"b"}]})");
    CHECK(fixed_text(R"({"seriesCode":"Standard","subSeriesCode":" cluster_HA "})") ==
          R"({"seriesCode":"standard","subSeriesCode":"cluster_ha"})");
    CHECK(fixed_text(R"({"paymentType":"Pay As You Go"})") == R"({"paymentType":"PayAsYouGo"})");
    // Typing mistakes are not safe.
    CHECK(fixed_text(R"({"remrak":"x","seriesCode":"standrad"})") == R"({"remrak":"x","seriesCode":"standrad"})");
    CHECK(fixed_text(R"({"remrak":"x","seriesCode":"standrad"})", vouch::fix_level::all) ==
          R"({"remark":"x","seriesCode":"standard"})");
}

TEST_CASE("a fix that would cause a new error is not safe", "[schema][fix][enum-invalid][unknown-field]") {
    const std::string_view text = R"({"serviceCode":"rmq","paymentType":"subscription"})";
    const vouch::fixed f = vouch::fix<request>(text);
    CHECK(f.text == text);
    CHECK(safe_fixes(f.report) == 0);
    CHECK(fixed_text(text, vouch::fix_level::all) == R"({"serviceCode":"rmq","paymentType":"Subscription"})");
    CHECK(fixed_text(R"({"Period":99})") == R"({"Period":99})");
}

TEST_CASE("a fix that is only safe after another one is applied after it",
          "[schema][fix][enum-invalid][unknown-field]") {
    const std::string text = R"({"paymentType":"subscription","Period":1,"PeriodUnit":"Month"})";
    vouch::report r = vouch::read<request>(text).report;
    vouch::suggest_fixes<request>(text, r);
    for (const vouch::diagnostic& d : r) {
        if (d.rule == "enum-invalid") CHECK_FALSE(d.fixes.at(0).safe);
        if (d.rule == "unknown-field") CHECK(d.fixes.at(0).safe);
    }
    CHECK(fixed_text(text) == R"({"paymentType":"Subscription","period":1,"periodUnit":"Month"})");
}

TEST_CASE("there is no fix of a parameter of another call, nor of what is given beside the text", "[schema][fix]") {
    const auto fixes = [](std::string_view text, const vouch::options& o = {}) {
        vouch::report r = vouch::read<request>(text, o).report;
        vouch::suggest_fixes<request>(text, r, o);
        std::size_t n = 0;
        for (const vouch::diagnostic& d : r) n += d.fixes.size();
        CHECK(r.size() > 0);
        return n;
    };
    for (const vouch::foreign_name& f : vouch::catalog_of<request>().foreign)
        CHECK(fixes("{\"" + std::string(f.name) + "\":null}") == 0);
    const vouch::beside_value beside[] = {{"clientToken", ""}};
    CHECK(fixes("{}", {.beside = beside}) == 0);
    // Which of two members was meant is not known, also if it is not the reported one.
    CHECK(fixes(R"({"paymentType":"PayAsYouGo","period":3,"periodUnit":"Month","periodUnit":"Year"})") == 0);
}

TEST_CASE("a deprecated name that differs in case becomes its replacement",
          "[schema][fix][unknown-field][deprecated-vswitch-id]") {
    CHECK(fixed_text(R"({"networkInfo":{"vpcInfo":{"VSwitchID":"vsw-1"}}})") ==
          R"({"networkInfo":{"vpcInfo":{"vSwitches":[{"vSwitchId": "vsw-1"}]}}})");
    const char* const typo = R"({"networkInfo":{"vpcInfo":{"vSwitchIds":"vsw-1"}}})";
    CHECK(fixed_text(typo, vouch::fix_level::all) == typo);
}

TEST_CASE("no fix gives a name to a second member", "[schema][fix][deprecated-vswitch-id][unknown-field]") {
    for (const std::string_view other : {R"(null)", R"([{"vSwitchId":"vsw-9"}])"}) {
        const std::string text =
            R"({"networkInfo":{"vpcInfo":{"vSwitchId":"vsw-1|vsw-2","vswitches":)" + std::string(other) + "}}}";
        for (const vouch::fix_level level : {vouch::fix_level::safe, vouch::fix_level::all}) {
            const auto fixed = vouch::fix<request>(text, {}, level);
            INFO(fixed.text);
            CHECK(fixed.text.find("\"vswitches\":" + std::string(other)) != std::string::npos);
            REQUIRE(fixed.conflicts.size() == 1);
            CHECK(fixed.conflicts[0].path == "/networkInfo/vpcInfo/vswitches");
        }
    }
}

TEST_CASE("an entry that comes twice goes, whatever comes after it", "[schema][fix][ip-whitelist-duplicate]") {
    const std::string list = R"({"networkInfo":{"internetInfo":{"ipWhitelist":)";
    for (const std::string_view last : {R"("5.6.7.8")", R"("bad")", R"(7)"}) {
        INFO(last);
        CHECK(fixed_text(list + R"(["1.2.3.4","1.2.3.4",)" + std::string(last) + "]}}}") ==
              list + R"(["1.2.3.4",)" + std::string(last) + "]}}}");
    }
}

TEST_CASE("a name whose rival a fix has removed is not given to another member",
          "[schema][fix][client-token-in-body]") {
    const auto fixed = vouch::fix<request>(R"({"clientToken":"a","ClientToken":"b","seriesCode":"standard"})");
    CHECK(fixed.text == R"({"ClientToken":"b","seriesCode":"standard"})");
    REQUIRE(fixed.moved.size() == 1);
    CHECK(fixed.moved[0].value == "a");
    REQUIRE(fixed.conflicts.size() == 1);
    CHECK(fixed.conflicts[0].path == "/ClientToken");
    CHECK(fixed.conflicts[0].where.offset == 19);
}

TEST_CASE("any number of fixes is applied", "[schema][fix][null-value][ip-whitelist-duplicate]") {
    std::string text = R"({"tags":[)";
    std::string expected = text;
    for (int i = 0; i < 3000; ++i) {
        const std::string key = (i == 0 ? "{\"key\":\"k" : ",{\"key\":\"k") + std::to_string(i) + "\"";
        text += key + ",\"value\":null}";
        expected += key + "}";
    }
    CHECK(fixed_text(text + "]}") == expected + "]}");
    std::string list = R"({"networkInfo":{"internetInfo":{"ipWhitelist":["::1")";
    std::string same = list;
    for (int i = 0; i < 5000; ++i) same += ",\"::1\"";
    CHECK(fixed_text(same + "]}}}") == list + "]}}}");
}

TEST_CASE("a filter keeps findings from being fixed", "[schema][fix][null-value]") {
    const std::string_view text = R"({"remark":null,"instanceName":null})";
    const auto not_remark = [](vouch::report& r) {
        std::erase_if(r.diagnostics, [](const vouch::diagnostic& d) { return d.path == "/remark"; });
    };
    CHECK(vouch::fix<request>(text, {}, vouch::fix_level::safe, not_remark).text == R"({"remark":null})");
}

TEST_CASE("two members never get the same name", "[schema][fix][unknown-field][period-ignored]") {
    const vouch::fixed rivals = vouch::fix<request>(R"({"Remark":"x","REMARK":"y"})");
    CHECK(rivals.text == R"({"Remark":"x","REMARK":"y"})");
    REQUIRE(rivals.conflicts.size() == 2);
    CHECK(rivals.conflicts[0].path == "/Remark");
    CHECK(rivals.conflicts[0].reason == "cannot rename to \"remark\": already present");
    CHECK(vouch::fix<request>(R"({"remark":"x","REMARK":"y"})").conflicts.size() == 1);
    // It is unknown which value of a duplicate key is meant.
    const char* const twice = R"({"paymentType":"PayAsYouGo","period":3,"period":4})";
    const vouch::fixed doubled = vouch::fix<request>(twice);
    CHECK(doubled.text == twice);
    REQUIRE(doubled.conflicts.size() == 1);
    CHECK(doubled.conflicts[0].reason == "its name appears twice in the object");
}

TEST_CASE("a conflict is placed in the text that was given", "[schema][fix][unknown-field][null-value]") {
    const vouch::fixed f = vouch::fix<request>(
        "{\"instanceName\":null,\n\"ProductInfo\":{\n \"AutoScaling\":true,\"AUTOSCALING\":false}}");
    CHECK(f.text == "{\"productInfo\":{\n \"AutoScaling\":true,\"AUTOSCALING\":false}}");
    REQUIRE(f.conflicts.size() == 2);
    CHECK(f.conflicts[0].path == "/ProductInfo/AutoScaling");
    CHECK(f.conflicts[0].where == vouch::place{39, 13, 3, 2});
    CHECK(f.conflicts[1].path == "/ProductInfo/AUTOSCALING");
    CHECK(f.conflicts[1].where == vouch::place{58, 13, 3, 21});
    // Right after what was removed.
    const vouch::fixed g = vouch::fix<request>(R"({"instanceName":null,"Remark":"x","REMARK":"y"})");
    REQUIRE(g.conflicts.size() == 2);
    CHECK(g.conflicts[0].where == vouch::place{21, 8, 1, 22});
}

TEST_CASE("duplicate entries are removed", "[schema][fix][vswitch-duplicate][ip-whitelist-duplicate]") {
    CHECK(fixed_text(R"({"networkInfo":{"vpcInfo":{"vSwitches":[{"vSwitchId":"vsw-1"}, {"vSwitchId":"vsw-1"}]}}})") ==
          R"({"networkInfo":{"vpcInfo":{"vSwitches":[{"vSwitchId":"vsw-1"}]}}})");
    CHECK(fixed_text(R"({"networkInfo":{"internetInfo":{"ipWhitelist":["::1","::1","::2","::1"]}}})") ==
          R"({"networkInfo":{"internetInfo":{"ipWhitelist":["::1","::2"]}}})");
    const char* const more =
        R"({"networkInfo":{"vpcInfo":{"vSwitches":[{"vSwitchId":"vsw-1"},{"vSwitchId":"vsw-1","zone":"b"}]}}})";
    CHECK(fixed_text(more) == more);
}

TEST_CASE("a client token is taken out of the body and returned", "[schema][fix][client-token-in-body]") {
    const vouch::fixed f = vouch::fix<request>("{\"clientToken\":\"a\\u0062c\",\"remark\":\"x\"}");
    CHECK(f.text == R"({"remark":"x"})");
    REQUIRE(f.moved.size() == 1);
    CHECK(f.moved[0].name == "clientToken");
    CHECK(f.moved[0].value == "abc");
    REQUIRE(f.applied.size() == 1);
    CHECK(f.applied[0].rule == "client-token-in-body");
    CHECK(f.applied[0].description == "take \"clientToken\" out of the document");
    CHECK(vouch::fix<request>(R"({"clientToken":null})").moved.empty());
    const char* const twice = R"({"clientToken":"a","clientToken":"b"})";
    const vouch::fixed doubled = vouch::fix<request>(twice);
    CHECK(doubled.text == twice);
    CHECK(doubled.conflicts.size() == 2);
    const vouch::fixed number = vouch::fix<request>(R"({"clientToken":{"a": 7},"remark":"x"})");
    CHECK(number.text == R"({"remark":"x"})");
    REQUIRE(number.moved.size() == 1);
    CHECK(number.moved[0].value == R"({"a": 7})");
}

TEST_CASE("only reported rules are fixed, and only in valid JSON", "[schema][fix][null-value]") {
    const std::string_view ignored[] = {"null-value"};
    CHECK(vouch::fix<request>(R"({"remark":null})", {.ignore = ignored}).text == R"({"remark":null})");
    for (const char* text : {"", "null", "{\"remark\":null", "[]", "{\"remark\":null}}"})
        CHECK(fixed_text(text) == text);
}

TEST_CASE("suggested fixes are edits of the text", "[schema][fix][period-out-of-range]") {
    const std::string_view text = R"({"period": 12, "periodUnit": "Month"})";
    vouch::report r = vouch::read<request>(text).report;
    vouch::suggest_fixes<request>(text, r);
    for (const vouch::diagnostic& d : r) {
        if (d.rule != "period-out-of-range") continue;
        REQUIRE(d.fixes.size() == 1);
        CHECK(d.fixes[0].safe);
        CHECK(d.fixes[0].description == "write 1 with \"Year\"");
        CHECK(d.fixes[0].edits == std::vector<vouch::text_edit>{{11, 2, "1"}, {29, 7, "\"Year\""}});
    }
    CHECK(safe_fixes(r) == 1);
}

TEST_CASE("of fixes that together bring an error, the first is made", "[schema][fix][tag-key-duplicate]") {
    CHECK(fixed_text(R"({"remark":null,"tags":[{"Key":"a"},{"KEY":"a"},{"Key":"b","Value":null}]})") ==
          R"({"tags":[{"key":"a"},{"KEY":"a"},{"key":"b"}]})");
    // The same rule is broken elsewhere already.
    CHECK(fixed_text(R"({"tags":[{"key":"z"},{"key":"z"},{"Value":"x","Key":"a"},{"Key":"a"},{"Key":"b"}]})") ==
          R"({"tags":[{"key":"z"},{"key":"z"},{"value":"x","key":"a"},{"Key":"a"},{"key":"b"}]})");
    // Each is safe alone, also as the first or the second fix of its element: only the one with the error is left.
    CHECK(fixed_text(R"({"tags":[{"Value":"x","Key":"a"},{"Key":"a"},{"Key":"b"}]})") ==
          R"({"tags":[{"value":"x","key":"a"},{"Key":"a"},{"key":"b"}]})");
    // Whether the rule is reported does not matter.
    constexpr std::string_view ignored[] = {"tag-key-duplicate"};
    CHECK(vouch::fix<request>(R"({"tags":[{"Value":"x","Key":"a"},{"Key":"a"}]})", {.ignore = ignored}).text ==
          R"({"tags":[{"value":"x","key":"a"},{"Key":"a"}]})");
}
