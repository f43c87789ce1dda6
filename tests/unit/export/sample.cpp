// SPDX-License-Identifier: BSL-1.0
#include <vouch/export/sample.hpp>

#include <apsaramq/create_instance.hpp>
#include <vouch/forms.hpp>
#include <vouch/listing.hpp>
#include <vouch/validate.hpp>

#include "../../../docs/examples/bucket.hpp"
#include "../../catch.hpp"
#include "../../garden.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <set>

using request = apsaramq::CreateInstanceRequest;
using response = apsaramq::CreateInstanceResponse;

namespace tight {

/// Limits that no usual text or number keeps.
struct Tight {
    std::string brief{};
    std::string wordy{};
    std::string id{};
    std::string network{};
    double share{};
    std::int32_t above{};
    std::vector<std::string> several{};
    std::vector<std::string> brief_ones{};
    std::vector<std::string> addresses{};
    std::map<std::string, std::string> named{};
    std::vector<double> shares{};
};
BOOST_DESCRIBE_STRUCT(Tight, (),
                      (brief, wordy, id, network, share, above, several, brief_ones, addresses, named, shares))

constexpr auto shape_of(vouch::of<Tight>) {
    using namespace vouch::notation;
    using T = Tight;
    // clang-format off
    return describe<T>("Tight.",

    field(&T::brief,      "Brief.",      {.length = {.max = 5}}),
    field(&T::wordy,      "Wordy.",      {.length = {.max = 50, .min = 10}}),
    field(&T::id,         "An id.",      {.matches = {&vouch::forms::uuid}}),
    field(&T::network,    "A network.",  {.matches = {&vouch::forms::cidr}}),
    field(&T::share,      "A share.",    {.range = {.min = 0, .max = 1, .exclusive_min = true, .exclusive_max = true}}),
    field(&T::above,      "Above.",      {.range = {.min = 3, .max = 5, .exclusive_min = true, .exclusive_max = true}}),
    field(&T::several,    "Several.",    {.length = {.max = 5, .min = 4}, .unique = true}),
    field(&T::brief_ones, "Brief ones.", {.length = {.max = 9, .min = 3}, .elements = {.length = {.max = 3}}, .unique = true}),
    field(&T::addresses,  "Addresses.",  {.elements = {.matches = {&vouch::forms::ipv4}}}),
    field(&T::named,      "Named.",      {.length = {.max = 5, .min = 3}, .elements = {.length = {.max = 2}},
                                          .keys = {.length = {.max = 3}}}),
    field(&T::shares,     "Shares.",     {.elements = {.range = {.min = 0, .max = 1, .exclusive_min = true}}}));
    // clang-format on
}

}  // namespace tight

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

TEST_CASE("the values that a field may have in a sample, best first", "[sample]") {
    const auto values = []<class T>(vouch::of<T>, std::string_view name) {
        boost::json::array out;
        for (boost::json::value& v : vouch::detail::sample_values::of(*vouch::catalog_of<T>().find(name)))
            out.push_back(std::move(v));
        return boost::json::serialize(out);
    };
    const vouch::of<garden::Bed> bed;
    CHECK(values(bed, "title") == R"(["Herbs","sample"])");
    CHECK(values(bed, "soil") == R"(["loam","clay","sand"])");
    CHECK(values(bed, "area") == "[4,1]");
    CHECK(values(bed, "owner") == R"(["sample"])");
    CHECK(values(bed, "water") == "[{}]");
    CHECK(values(bed, "plants") == R"([[{"name":"mint"}],[{"name":"mint"},{"name":"sample"}]])");
    CHECK(values(vouch::of<garden::Water>(), "automatic") == "[false,true]");
    CHECK(values(vouch::of<garden::Water>(), "litres") == "[1.5E0,1E0]");
    CHECK(values(vouch::of<garden::Plant>(), "count") == "[3,1,100]");
    CHECK(values(vouch::of<garden::Plant>(), "friends") == R"([["sample"]])");
    CHECK(values(vouch::of<storage::CreateBucket>(), "copies") == R"([["us-east-1"],["us-east-1","eu-central-1"]])");
    CHECK(
        values(vouch::of<request>(), "tags") ==
        R"([[{"key":"team","value":"orders"}],[{"key":"team","value":"orders"},{"key":"purpose","value":"search"}]])");
    CHECK(values(vouch::of<request>(), "autoRenewPeriod") == R"([3,1,2,6,12])");
}

TEST_CASE("samples of a schema are the same everywhere", "[sample]") {
    CHECK(boost::json::serialize(vouch::minimal_sample<garden::Bed>()) ==
          R"({"title":"Herbs","soil":"loam","area":4,"water":{}})");
    CHECK(boost::json::serialize(*vouch::make_sample<garden::Bed>()) ==
          R"({"title":"Herbs","soil":"loam","area":4,"water":{}})");
    CHECK(
        boost::json::serialize(*vouch::make_sample<garden::Bed>({}, true)) ==
        R"({"title":"Herbs","soil":"loam","area":4,"water":{"automatic":false,"litres":1.5E0},"owner":"sample","password":"sample","spare":{"automatic":false,"litres":1.5E0},"plants":[{"name":"mint","count":3,"friends":["sample"]}]})");
    CHECK(
        boost::json::serialize(*vouch::make_sample<garden::Bed>({{"/soil", "sand"}, {"/plants/0/count", 7}})) ==
        R"({"title":"Herbs","soil":"sand","area":4,"water":{},"plants":[{"count":7,"name":"mint"}],"owner":"sample"})");
    CHECK(boost::json::serialize(
              vouch::best_sample<garden::Bed>({{"/title", nullptr}, {"/soil", "sand"}, {"/owner", nullptr}})) ==
          R"({"title":"Herbs","soil":"sand","area":4,"water":{}})");
    CHECK(
        vouch::write(vouch::sample<garden::Bed>(1)) ==
        R"({"title":"Herbs","soil":"loam","area":1,"owner":"sample","password":"sample","water":{"automatic":false}})");
    CHECK(vouch::write(vouch::sample<garden::Bed>(2)) ==
          R"({"title":"Herbs","soil":"loam","area":4,"password":"sample","water":{"automatic":false}})");
    CHECK(
        vouch::write(vouch::sample<garden::Bed>(3)) ==
        R"({"title":"sample","soil":"sand","area":1,"owner":"sample","water":{"automatic":false},"plants":[{"name":"mint"}]})");
    CHECK(vouch::write(vouch::sample<storage::CreateBucket>(4)) ==
          R"({"bucket":"my-bucket","region":"us-east-1","x-amz-acl":"private","quota":1000000,"retentionDays":[7]})");
    CHECK(
        boost::json::serialize(*vouch::make_sample<request>({}, true)) ==
        R"({"serviceCode":"rmq","seriesCode":"standard","subSeriesCode":"cluster_ha","paymentType":"PayAsYouGo","networkInfo":{"vpcInfo":{"vpcId":"vpc-wz9qt50xhtj9krb4a1b2c","vSwitches":[{"vSwitchId":"vsw-uf6gwtbn6etadpv0000001"}],"securityGroupIds":"sg-bp17hpmgz96tvnsdy6so"},"internetInfo":{"internetSpec":"disable","flowOutType":"uninvolved"}},"productInfo":{"msgProcessSpec":"rmq.s2.2xlarge","sendReceiveRatio":5E-1,"autoScaling":false,"messageRetentionTime":72,"storageEncryption":false,"drReplicationMode":"async_cross_az"},"instanceName":"orders","autoRenew":false,"remark":"This is the remark for test.","resourceGroupId":"rg-aekzy6pist7uuna","tags":[{"key":"team","value":"orders"}],"aclInfo":{"defaultVpcAuthFree":false}})");
    CHECK(
        boost::json::serialize(*vouch::make_sample<request>({{"/subSeriesCode", "serverless"}}, true)) ==
        R"({"serviceCode":"rmq","seriesCode":"standard","subSeriesCode":"serverless","paymentType":"PayAsYouGo","networkInfo":{"vpcInfo":{"vpcId":"vpc-wz9qt50xhtj9krb4a1b2c","vSwitches":[{"vSwitchId":"vsw-uf6gwtbn6etadpv0000001"},{"vSwitchId":"vsw-uf6gwtbn6etadpv0000002"}],"securityGroupIds":"sg-bp17hpmgz96tvnsdy6so"},"internetInfo":{"internetSpec":"disable","flowOutType":"uninvolved"}},"productInfo":{"msgProcessSpec":"rmq.s3.nxlarge","sendReceiveRatio":5E-1,"autoScaling":true,"messageRetentionTime":72,"storageEncryption":false,"capacityType":"provisioned","provisionedCapacity":5000,"traceOn":true,"drReplicationMode":"async_cross_az"},"instanceName":"orders","autoRenew":false,"remark":"This is the remark for test.","resourceGroupId":"rg-aekzy6pist7uuna","tags":[{"key":"team","value":"orders"}],"aclInfo":{"defaultVpcAuthFree":false}})");
    CHECK(
        boost::json::serialize(*vouch::make_sample<response>({}, true)) ==
        R"({"requestId":"AF9A8B10-C426-530F-A0DD-96320B39****","success":true,"data":"rmq-cn-7e22ody****","code":"200","message":"Success","httpStatusCode":200,"dynamicCode":"InstanceId","dynamicMessage":"instanceId"})");
    CHECK(
        vouch::write(vouch::sample<request>(1)) ==
        R"({"serviceCode":"rmq","seriesCode":"standard","subSeriesCode":"single_node","paymentType":"Subscription","period":3,"periodUnit":"Month","productInfo":{"msgProcessSpec":"rmq.s1.micro","autoScaling":false,"messageRetentionTime":72},"networkInfo":{"vpcInfo":{"vpcId":"vpc-wz9qt50xhtj9krb4a1b2c","securityGroupIds":"sg-bp17hpmgz96tvnsdy6so","vSwitches":[{"vSwitchId":"vsw-uf6gwtbn6etadpv0000001"}]},"internetInfo":{"internetSpec":"disable","flowOutType":"uninvolved"}}})");
    CHECK(
        vouch::write(vouch::sample<request>(2)) ==
        R"({"serviceCode":"rmq","seriesCode":"dedicated","subSeriesCode":"cluster_ha","paymentType":"PayAsYouGo","productInfo":{"msgProcessSpec":"rmq.u2.10xlarge","sendReceiveRatio":0.95,"drReplicationMode":"sync_cross_az"},"networkInfo":{"vpcInfo":{"vpcId":"vpc-wz9qt50xhtj9krb4a1b2c","securityGroupIds":"sg-bp17hpmgz96tvnsdy6so","vSwitches":[{"vSwitchId":"vsw-uf6gwtbn6etadpv0000001"}]},"internetInfo":{"internetSpec":"enable","flowOutType":"payByBandwidth","flowOutBandwidth":1000}},"resourceGroupId":"rg-aekzy6pist7uuna"})");
}

TEST_CASE("a value is set at a place of the schema, and nowhere else", "[sample]") {
    const auto with = [](std::string_view path, boost::json::value v, std::string_view before = "{}") {
        boost::json::value document = boost::json::parse(boost::json::string_view(before.data(), before.size()));
        const bool done = vouch::set_value(document, vouch::catalog_of<garden::Bed>(), path, std::move(v));
        return done ? boost::json::serialize(document) : "no";
    };
    CHECK(with("", 1) == "1");
    CHECK(with("/title", "a") == R"({"title":"a"})");
    CHECK(with("/water/litres", 2) == R"({"water":{"litres":2}})");
    CHECK(with("/plants/0/friends/0", "a") == R"({"plants":[{"friends":["a"]}]})");
    CHECK(with("/plants/1/count", 1, R"({"plants":[{"count":3}]})") == R"({"plants":[{"count":3},{"count":1}]})");
    CHECK(with("/plants/0/count", 1, R"({"plants":[{"count":3}]})") == R"({"plants":[{"count":1}]})");
    CHECK(with("/plants", nullptr, R"({"plants":[{"count":3}]})") == R"({"plants":null})");
    CHECK(with("/plants/2/count", 1, R"({"plants":[{"count":3}]})") == "no");
    CHECK(with("/nothing", 1) == "no");
    CHECK(with("/water/nothing", 1) == "no");
    CHECK(with("/water/litres", 1, R"({"water":7})") == "no");
}

TEST_CASE("samples keep limits that no usual value keeps", "[sample]") {
    CHECK(vouch::read<tight::Tight>(vouch::minimal_sample<tight::Tight>()).report.empty());
    for (std::uint64_t seed = 0; seed < 50; ++seed) CHECK(vouch::validate(vouch::sample<tight::Tight>(seed)).empty());
    const auto full = vouch::make_sample<tight::Tight>({}, true);
    REQUIRE(full.has_value());
    CHECK(vouch::read<tight::Tight>(*full).report.empty());
}
