// SPDX-License-Identifier: BSL-1.0
#include <vouch/export/example.hpp>

#include <apsaramq/examples.hpp>
#include <vouch/listing.hpp>

#include "../../catch.hpp"

#include <boost/json/serialize.hpp>

#include <set>

namespace {

std::size_t times(const vouch::report& r, std::string_view rule) {
    std::size_t n = 0;
    for (const vouch::diagnostic& d : r) n += d.rule == rule ? 1U : 0U;
    return n;
}

template <class T>
void check_examples(bool structural) {
    for (const vouch::listed_rule& r : vouch::rules_of(vouch::catalog_of<T>())) {
        const std::string_view id = r.words->id;
        INFO(id);
        if (r.fields.empty() && !structural) continue;
        const auto example = vouch::example_of<T>(id);
        const bool needs_none = r.words == &vouch::built_in_rules::nesting_too_deep ||
                                r.words == &vouch::built_in_rules::document_too_large ||
                                r.words == &vouch::built_in_rules::too_many_diagnostics;
        REQUIRE(example.has_value() != needs_none);
        if (needs_none) continue;
        INFO(example->broken);
        CHECK(times(vouch::read<T>(example->broken).report, id) == 1);
        INFO(example->fixed);
        const auto fixed = vouch::read<T>(example->fixed);
        CHECK(times(fixed.report, id) == 0);
        CHECK(fixed.report.ok());
    }
}

}  // namespace

TEST_CASE("every rule has a document that breaks it once, and the same document fixed", "[example]") {
    check_examples<apsaramq::CreateInstanceRequest>(true);
    check_examples<apsaramq::CreateInstanceResponse>(false);
    CHECK_FALSE(vouch::example_of<apsaramq::CreateInstanceRequest>("no-such-rule"));
}

template <class T>
void check_ids() {
    std::set<std::string_view> rules;
    vouch::for_each_rule(vouch::catalog_of<T>(), [&](const vouch::rule_words& r) { rules.insert(r.id); });
    std::set<std::string_view> examples;
    for (const vouch::rule_example_patches& e : examples_of(vouch::of<T>{})) {
        INFO(e.rule);
        CHECK(examples.insert(e.rule).second);
    }
    CHECK(examples == rules);
}

TEST_CASE("every rule of a schema has one example, and every example has a rule", "[example]") {
    check_ids<apsaramq::CreateInstanceRequest>();
    check_ids<apsaramq::CreateInstanceResponse>();
}

TEST_CASE("merge patches", "[example]") {
    boost::json::value document = boost::json::parse(R"({"a":1,"b":{"c":2,"d":3}})");
    vouch::detail::merge_patch(document, boost::json::parse(R"({"a":null,"b":{"c":[null]},"e":{"f":null}})"));
    CHECK(boost::json::serialize(document) == R"({"b":{"c":[null],"d":3},"e":{}})");
}
