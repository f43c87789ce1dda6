// SPDX-License-Identifier: BSL-1.0
// The cases of tests/conformance, which other programs can use as well: a document and everything that is wrong with
// it. Each case is a section: vouch-tests "[conformance]" -c "name of the case" runs that case alone.
#include <apsaramq/create_instance.hpp>
#include <vouch/read.hpp>

#include "../cases.hpp"
#include "../catch.hpp"

namespace json = boost::json;

namespace {

std::set<conformance_case::finding> found_in(const conformance_case& c) {
    vouch::beside_value given{"clientToken", {}};
    vouch::options o;
    if (c.client_token) {
        given.value = *c.client_token;
        o.beside = {&given, 1};
    }
    const vouch::report r = c.type == "request" ? vouch::read<apsaramq::CreateInstanceRequest>(c.text, o).report
                                                : vouch::read<apsaramq::CreateInstanceResponse>(c.text, o).report;
    std::set<conformance_case::finding> out;
    for (const vouch::diagnostic& d : r) out.insert({std::string(name_of(d.severity)), std::string(d.rule), d.path});
    CHECK(out.size() == r.size());
    return out;
}

void check_cases(const std::string& file) {
    for (const conformance_case& c : conformance_cases(file)) {
        DYNAMIC_SECTION(c.name) {
            INFO(c.text);
            CHECK(found_in(c) == c.expected);
        }
    }
}

}  // namespace

TEST_CASE("conformance: structure", "[conformance][structure]") { check_cases("structure"); }
TEST_CASE("conformance: edition-and-billing", "[conformance][edition-and-billing]") {
    check_cases("edition-and-billing");
}
TEST_CASE("conformance: product-info", "[conformance][product-info]") { check_cases("product-info"); }
TEST_CASE("conformance: network", "[conformance][network]") { check_cases("network"); }
TEST_CASE("conformance: names-tags-token-access", "[conformance][names-tags-token-access]") {
    check_cases("names-tags-token-access");
}
TEST_CASE("conformance: response", "[conformance][response]") { check_cases("response"); }

TEST_CASE("every conformance case has a name of its own", "[conformance]") {
    std::set<std::string> names;
    for (const char* file : conformance_files) {
        for (const conformance_case& c : conformance_cases(file)) {
            INFO(c.name);
            CHECK(names.insert(c.name).second);
        }
    }
}

TEST_CASE("every base of the conformance cases is free of errors and warnings", "[conformance]") {
    const json::value bases = conformance_json("bases");
    for (const auto& [name, base] : bases.as_object()) {
        INFO(name);
        conformance_case c;
        c.type = json::value_to<std::string>(base.at("type"));
        c.text = json::serialize(base.at("document"));
        for (const auto& [severity, rule, path] : found_in(c)) {
            INFO(rule << ' ' << path);
            CHECK(severity == "info");
        }
    }
}

TEST_CASE("every rule is expected by a conformance case", "[conformance]") {
    std::set<std::string> expected;
    for (const char* file : conformance_files) {
        for (const conformance_case& c : conformance_cases(file)) {
            for (const auto& [severity, rule, path] : c.expected) expected.insert(rule);
        }
    }
    const auto is_expected = [&](const vouch::rule_words& r) {
        INFO(r.id);
        CHECK(expected.contains(std::string(r.id)));
    };
    vouch::for_each_rule(vouch::catalog_of<apsaramq::CreateInstanceRequest>(), is_expected);
    vouch::for_each_rule(vouch::catalog_of<apsaramq::CreateInstanceResponse>(), is_expected);
}
