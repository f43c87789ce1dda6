// SPDX-License-Identifier: BSL-1.0
#include <vouch/export/sample.hpp>

#include <apsaramq/create_instance.hpp>
#include <vouch/listing.hpp>
#include <vouch/validate.hpp>

#include "../../catch.hpp"

#include <boost/json/serialize.hpp>

#include <set>

using request = apsaramq::CreateInstanceRequest;
using response = apsaramq::CreateInstanceResponse;

namespace {

template <class T>
void check_clean(const boost::json::value& document) {
    INFO(boost::json::serialize(document));
    const auto reading = vouch::read<T>(document);
    CHECK(reading.value);
    CHECK(reading.report.errors() + reading.report.warnings() == 0);
}

}  // namespace

TEST_CASE("samples have neither errors nor warnings", "[sample]") {
    check_clean<request>(vouch::minimal_sample<request>());
    check_clean<response>(vouch::minimal_sample<response>());
    check_clean<request>(vouch::make_sample<request>({}, true).value());
    check_clean<response>(vouch::make_sample<response>({}, true).value());
}

TEST_CASE("a sample can have each value of each enumeration", "[sample]") {
    for (const vouch::listed_field& f : vouch::fields_of(vouch::catalog_of<request>())) {
        if (f.field->type->enumeration == nullptr) continue;
        for (const vouch::enumerator_info& v : f.field->type->enumeration->values) {
            INFO(f.pointer << " " << v.name);
            for (const bool full : {false, true}) {
                const auto sample = vouch::make_sample<request>({{f.pointer, boost::json::string(v.name)}}, full);
                REQUIRE(sample);
                check_clean<request>(*sample);
                boost::json::value copy = *sample;
                CHECK(*vouch::detail::find_value(copy, f.pointer) == boost::json::string(v.name));
            }
        }
    }
}

TEST_CASE("an object that was set stays as it is", "[sample]") {
    const boost::json::value info{{"msgProcessSpec", "rmq.s2.2xlarge"}};
    const auto sample = vouch::make_sample<request>({{"/productInfo", info}}, true);
    REQUIRE(sample);
    CHECK(sample->at("productInfo") == info);
    CHECK(sample->as_object().contains("aclInfo"));
}

TEST_CASE("settings that are impossible have no sample", "[sample]") {
    CHECK_FALSE(vouch::make_sample<request>({{"/period", 12}}));
    CHECK_FALSE(vouch::make_sample<request>({{"/zone", 12}}));
    CHECK_FALSE(vouch::make_sample<request>({{"/subSeriesCode", "serverless"}, {"/seriesCode", "ultimate"}}));
    CHECK(vouch::make_sample<request>({{"/period", 2}}));
}

TEST_CASE("random samples are valid, the same for a seed, and cover every branch", "[sample]") {
    std::set<std::string> members;
    std::set<std::string> values;
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        const request r = vouch::sample<request>(seed);
        const vouch::report found = vouch::validate(r);
        INFO(vouch::write(r));
        CHECK(found.errors() + found.warnings() == 0);
        if (seed < 5) CHECK(vouch::sample<request>(seed) == r);
        boost::json::value document = vouch::to_value(r);
        for (vouch::listed_field& f : vouch::fields_of(vouch::catalog_of<request>())) {
            if (const std::size_t star = f.pointer.find('*'); star != std::string::npos) f.pointer[star] = '0';
            const boost::json::value* const v = vouch::detail::find_value(document, f.pointer);
            if (v == nullptr) continue;
            members.insert(f.pointer);
            if (v->is_bool() || f.field->type->enumeration != nullptr)
                values.insert(f.pointer + boost::json::serialize(*v));
        }
    }
    for (vouch::listed_field& f : vouch::fields_of(vouch::catalog_of<request>())) {
        if (f.field->asks.deprecated || f.field->in_query) continue;
        if (const std::size_t star = f.pointer.find('*'); star != std::string::npos) f.pointer[star] = '0';
        INFO(f.pointer);
        CHECK(members.count(f.pointer) == 1);
        if (f.field->type->enumeration == nullptr) continue;
        for (const vouch::enumerator_info& v : f.field->type->enumeration->values) {
            INFO(v.name);
            CHECK(values.count(f.pointer + "\"" + std::string(v.name) + "\"") == 1);
        }
    }
}
