// SPDX-License-Identifier: BSL-1.0
// The cases of tests/conformance, which other programs can use as well: a document, and all that is wrong with it.
#include <apsaramq/create_instance.hpp>
#include <vouch/read.hpp>

#include "../catch.hpp"
#include "../file.hpp"

#include <boost/json.hpp>

#include <map>
#include <set>

namespace json = boost::json;

namespace {

using finding = std::array<std::string, 3>;

std::set<finding> expected_of(const json::object& c) {
    std::set<finding> out;
    for (const json::value& d : c.at("expected").as_array()) {
        out.insert({json::value_to<std::string>(d.at("severity")), json::value_to<std::string>(d.at("rule")),
                    json::value_to<std::string>(d.at("path"))});
    }
    return out;
}

std::set<finding> found_in(const json::object& c) {
    const auto text = json::value_to<std::string>(c.at("text"));
    std::string token;
    vouch::beside_value given{"clientToken", {}};
    vouch::options o;
    if (const json::value* t = c.if_contains("client_token")) {
        token = json::value_to<std::string>(*t);
        given.value = token;
        o.beside = {&given, 1};
    }
    const vouch::report r = c.at("type") == "request" ? vouch::read<apsaramq::CreateInstanceRequest>(text, o).report
                                                      : vouch::read<apsaramq::CreateInstanceResponse>(text, o).report;
    std::set<finding> out;
    for (const vouch::diagnostic& d : r) out.insert({std::string(name_of(d.severity)), std::string(d.rule), d.path});
    CHECK(out.size() == r.size());
    return out;
}

}  // namespace

TEST_CASE("conformance") {
    std::map<std::string, int> hits;
    std::size_t cases = 0;
    for (const char* file :
         {"structure", "edition-and-billing", "product-info", "network", "names-tags-token-access", "response"}) {
        const json::value all = json::parse(file_text("conformance/" + std::string(file) + ".json"));
        for (const json::value& v : all.as_array()) {
            const json::object& c = v.as_object();
            ++cases;
            INFO(file << ": " << c.at("name").as_string().c_str());
            const auto expected = expected_of(c);
            CHECK(found_in(c) == expected);
            for (const finding& f : expected) ++hits[f[1]];
        }
    }
    CHECK(cases >= 150);
    const auto hit = [&](const vouch::rule_info& r, const vouch::object_info&, std::uint16_t) {
        INFO(r.id);
        CHECK(hits[std::string(r.id)] > 0);
    };
    vouch::for_each_rule(vouch::catalog_of<apsaramq::CreateInstanceRequest>(), hit);
    vouch::for_each_rule(vouch::catalog_of<apsaramq::CreateInstanceResponse>(), hit);
}
