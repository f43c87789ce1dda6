// SPDX-License-Identifier: BSL-1.0
#include <vouch/export/example.hpp>

#include <apsaramq/examples.hpp>
#include <vouch/listing.hpp>

#include "../../catch.hpp"

#include <boost/json/serialize.hpp>

#include <set>

namespace small {

enum class Level { LOW = 1, HIGH };
BOOST_DESCRIBE_ENUM(Level, LOW, HIGH)

constexpr auto shape_of(vouch::of<Level>) {
    using namespace vouch::notation;
    return describe<Level>("A level.", value(Level::LOW, "Low."), value(Level::HIGH, "High."));
}

/// One member, whose enumerators are in capitals.
struct Gauge {
    Level level{};
};
BOOST_DESCRIBE_STRUCT(Gauge, (), (level))

constexpr auto shape_of(vouch::of<Gauge>) {
    using namespace vouch::notation;
    return describe<Gauge>("A gauge.", field(&Gauge::level, "What it shows."));
}

/// A required enumerator only in what is optional.
struct Tank {
    std::optional<Gauge> gauge{};
    std::int32_t litres{};
};
BOOST_DESCRIBE_STRUCT(Tank, (), (gauge, litres))

constexpr auto shape_of(vouch::of<Tank>) {
    using namespace vouch::notation;
    return describe<Tank>("A tank.", field(&Tank::gauge, "Its gauge."), field(&Tank::litres, "How much it holds."));
}

/// An object first.
struct Panel {
    Gauge gauge{};
    std::string name{};
};
BOOST_DESCRIBE_STRUCT(Panel, (), (gauge, name))

constexpr auto shape_of(vouch::of<Panel>) {
    using namespace vouch::notation;
    return describe<Panel>("A panel.", field(&Panel::gauge, "Its gauge."), field(&Panel::name, "Its name."));
}

}  // namespace small

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

template <class T>
void check_built_in(std::initializer_list<std::string_view> with) {
    for (const std::string_view id : {"json-syntax", "body-missing", "type-mismatch", "required-missing",
                                      "enum-invalid", "duplicate-key", "unknown-field"}) {
        INFO(id);
        const auto example = vouch::example_of<T>(id);
        REQUIRE(example.has_value() == (std::find(with.begin(), with.end(), id) != with.end()));
        if (!example) continue;
        INFO(example->broken);
        CHECK(times(vouch::read<T>(example->broken).report, id) == 1);
        CHECK(vouch::check<T>(example->fixed));
    }
}

TEST_CASE("built-in rules have examples in any schema that can show them", "[example]") {
    check_built_in<small::Gauge>({"json-syntax", "body-missing", "type-mismatch", "required-missing", "enum-invalid",
                                  "duplicate-key", "unknown-field"});
    check_built_in<small::Tank>({"json-syntax", "body-missing", "type-mismatch", "required-missing", "enum-invalid",
                                 "duplicate-key", "unknown-field"});
    check_built_in<small::Panel>({"json-syntax", "body-missing", "type-mismatch", "required-missing", "enum-invalid",
                                  "duplicate-key", "unknown-field"});
}
