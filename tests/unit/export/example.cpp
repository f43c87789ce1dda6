// SPDX-License-Identifier: BSL-1.0
#include <vouch/export/example.hpp>

#include <apsaramq/create_instance.hpp>
#include <vouch/listing.hpp>

#include "../../catch.hpp"

namespace {

std::size_t times(const vouch::report& r, std::string_view rule) {
    std::size_t n = 0;
    for (const vouch::diagnostic& d : r) n += d.rule == rule ? 1U : 0U;
    return n;
}

template <class T>
void check_examples(bool structural) {
    for (const vouch::rule_entry& r : vouch::rules_of(vouch::catalog_of<T>())) {
        const std::string_view id = r.info->id;
        INFO(id);
        if (r.fields.empty() && !structural) continue;
        const auto example = vouch::example_of<T>(id);
        const bool needs_none = r.info == &vouch::structure::nesting_too_deep ||
                                r.info == &vouch::structure::document_too_large ||
                                r.info == &vouch::structure::too_many_diagnostics;
        REQUIRE(example.has_value() != needs_none);
        if (needs_none) continue;
        INFO(example->broken);
        CHECK(times(vouch::read<T>(example->broken).report, id) == 1);
        INFO(example->mended);
        const auto mended = vouch::read<T>(example->mended);
        CHECK(times(mended.report, id) == 0);
        CHECK(mended.report.ok());
    }
}

}  // namespace

TEST_CASE("every rule has a document that breaks it once, and one that is mended") {
    check_examples<apsaramq::CreateInstanceRequest>(true);
    check_examples<apsaramq::CreateInstanceResponse>(false);
    CHECK_FALSE(vouch::example_of<apsaramq::CreateInstanceRequest>("no-such-rule"));
}

TEST_CASE("merge patches") {
    boost::json::value document = boost::json::parse(R"({"a":1,"b":{"c":2,"d":3}})");
    vouch::detail::merge_patch(document, boost::json::parse(R"({"a":null,"b":{"c":[null]},"e":{"f":null}})"));
    CHECK(boost::json::serialize(document) == R"({"b":{"c":[null],"d":3},"e":{}})");
}
