// SPDX-License-Identifier: BSL-1.0
// The help for misspelled names and values.
#include <vouch/read.hpp>

#include <apsaramq/create_instance.hpp>
#include <vouch/listing.hpp>

#include "../catch.hpp"

#include <set>

namespace {

/// The help of the first finding of a rule.
std::string help_of(std::string_view rule, std::string_view text) {
    for (const vouch::diagnostic& d : vouch::read<apsaramq::CreateInstanceRequest>(text).report) {
        if (d.rule == rule) return d.help;
    }
    return "none";
}

/// The help for a single unknown field in the object at a pointer.
std::string help_for(std::string pointer, const std::string& key) {
    std::string text = "{\"" + key + "\":0}";
    while (!pointer.empty()) {
        const std::size_t slash = pointer.rfind('/');
        const std::string name = pointer.substr(slash + 1);
        text = name == "*" ? "[" + text + "]" : "{\"" + name + "\":" + text + "}";
        pointer.resize(slash);
    }
    const std::string_view only[] = {"unknown-field"};
    const vouch::report r = vouch::read<apsaramq::CreateInstanceRequest>(text, {.select = only}).report;
    return r.size() == 1 ? r[0].help : "none";
}

std::set<std::string> typos_of(const std::string& name) {
    std::set<std::string> all;
    for (std::size_t i = 0; i < name.size(); ++i) {
        all.insert(name.substr(0, i) + name.substr(i + 1));
        all.insert(name.substr(0, i) + "x" + name.substr(i));
        all.insert(name.substr(0, i) + "x" + name.substr(i + 1));
        if (i > 0) {
            std::string swapped = name;
            std::swap(swapped[i - 1], swapped[i]);
            all.insert(swapped);
        }
    }
    std::string upper = name;
    for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    all.insert(upper);
    std::string snake;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z') snake += '_';
        snake += c;
    }
    all.insert(snake);
    all.erase(name);
    return all;
}

}  // namespace

TEST_CASE("every single typo in the name of a field suggests that name", "[schema][hints][unknown-field]") {
    for (const vouch::listed_field& f : vouch::fields_of(vouch::catalog_of<apsaramq::CreateInstanceRequest>())) {
        const std::string name(f.field->name);
        const std::string object = f.pointer.substr(0, f.pointer.rfind('/'));
        for (const std::string& typo : typos_of(name)) {
            const std::string help = help_for(object, typo);
            if (help == "none") continue;  // The name of another field.
            INFO(object << "/" << typo);
            if (f.field->asks.deprecated && !vouch::equal_ignoring_case(typo, name))
                CHECK(help.find("\"" + name + "\"") == std::string::npos);
            else
                CHECK(help == "did you mean \"" + name + "\"? Otherwise remove it");
        }
    }
}

TEST_CASE("names from elsewhere", "[schema][hints][unknown-field]") {
    CHECK(help_for("/productInfo", "chargeType") ==
          "the capacity mode is \"capacityType\" here: write \"provisioned\" or \"ondemand\"");
    CHECK(help_for("/aclInfo", "aclTypes") ==
          "it belongs to another operation: remove it; \"aclInfo\" has only \"defaultVpcAuthFree\" here");
    CHECK(help_for("", "regionId") == "remove it: the endpoint determines the region");
    CHECK(help_for("/networkInfo/internetInfo", "ipWhitelists") ==
          "it belongs to the operation CreateInstanceIpWhitelist: call that after the instance is created");
    CHECK(help_for("/productInfo", "supportAutoScaling") ==
          "it belongs to the responses of another operation: remove it, or write \"autoScaling\"");
    CHECK(help_for("", "vpcId") == "such a field exists at /networkInfo/vpcInfo/vpcId: move it there, or remove it");
    CHECK(help_for("/tags/*", "Key") == "did you mean \"key\"? Otherwise remove it");
    CHECK(help_for("", "zoneId") == "remove it, or correct its name");
    CHECK(help_for("", std::string(100000, 'a')) == "remove it, or correct its name");
}

TEST_CASE("numbers that people often write have their own help",
          "[schema][hints][period-out-of-range][flow-out-bandwidth-range]") {
    CHECK(help_of("period-out-of-range", R"({"period":24,"periodUnit":"Month"})") ==
          "for 24 months, write \"period\": 2 with \"periodUnit\": \"Year\"; the maximum in months is 6");
    CHECK(help_of("period-out-of-range", R"({"period":7,"periodUnit":"Month"})") ==
          "write 1 to 6 with \"periodUnit\": \"Month\", or 1 to 3 with \"Year\"");
    CHECK(help_of("flow-out-bandwidth-range", R"({"networkInfo":{"internetInfo":{"flowOutBandwidth":0}}})") ==
          "remove \"flowOutBandwidth\": some tools write 0 when it is not set; otherwise write 1 to 1000");
}

TEST_CASE("values that differ a little from an allowed one", "[schema][hints][enum-invalid]") {
    const auto help = [](const std::string& value) {
        return help_of("enum-invalid", R"({"productInfo":{"capacityType":")" + value + R"("}})");
    };
    const std::string rest = "\"provisioned\" or \"ondemand\"";
    CHECK(help("onDemand") == "did you mean \"ondemand\"? Otherwise write " + rest);
    CHECK(help("on-demand ") == "did you mean \"ondemand\"? Otherwise write " + rest);
    CHECK(help("provisoined") == "did you mean \"provisioned\"? Otherwise write " + rest);
    CHECK(help("shared") == "write " + rest);
}

TEST_CASE("a wrong element is explained as an element, not as a list", "[schema][type-mismatch]") {
    const auto help = [](std::string_view text) { return help_of("type-mismatch", text); };
    CHECK(help(R"({"networkInfo":{"internetInfo":{"ipWhitelist":[5]}}})") ==
          "write an IP address or a CIDR block such as \"192.168.1.0/24\"");
    CHECK(help(R"({"networkInfo":{"internetInfo":{"ipWhitelist":5}}})") ==
          "write an array of IP addresses and CIDR blocks such as \"192.168.1.0/24\"");
    CHECK(help(R"({"tags":[1]})") == "write an object: {\"key\": \"…\", \"value\": \"…\"}");
    CHECK(help(R"({"networkInfo":{"vpcInfo":{"vSwitches":["vsw-1"]}}})") ==
          "write an object: {\"vSwitchId\": \"vsw-…\"}");
}
