// SPDX-License-Identifier: BSL-1.0
#include <apsaramq/create_instance.hpp>

#include <vouch.hpp>

#include "../catch.hpp"
#include "../file.hpp"
#include "../found.hpp"

#include <boost/json.hpp>

#include <set>

using namespace apsaramq;
using vouch::kind;
namespace json = boost::json;

namespace {

constexpr std::string_view full_text =
    R"({"clientToken":"c2c5d1274a8d4317a13bc5b0d4","instanceName":"orders","serviceCode":"rmq",
"seriesCode":"ultimate","subSeriesCode":"cluster_ha","paymentType":"Subscription","period":3,"periodUnit":"Month","autoRenew":true,
"autoRenewPeriod":3,"remark":"r","productInfo":{"msgProcessSpec":"rmq.u2.10xlarge","sendReceiveRatio":0.5,"autoScaling":true,
"messageRetentionTime":72,"storageEncryption":true,"storageSecretKey":"k-1","capacityType":"ondemand","provisionedCapacity":5000,
"traceOn":true,"drReplicationMode":"async_cross_az"},"networkInfo":{"vpcInfo":{"vpcId":"vpc-1","vSwitchId":"vsw-0","securityGroupIds":
"sg-1","vSwitches":[{"vSwitchId":"vsw-1"}]},"internetInfo":{"internetSpec":"enable","flowOutType":"payByBandwidth","flowOutBandwidth":100,
"ipWhitelist":["10.0.0.0/8"]}},"commodityCode":"ons_rmqsub_public_intl","resourceGroupId":"rg-1","tags":[{"key":"env","value":"prod"}],
"aclInfo":{"defaultVpcAuthFree":false}})";

json::value full() { return json::parse(json::string_view(full_text.data(), full_text.size())); }

vouch::reading<CreateInstanceRequest> read(const json::value& document) {
    return vouch::read<CreateInstanceRequest>(json::serialize(document), {.flat = true});
}

bool reports(const vouch::report& r, std::string_view rule, std::string_view path) {
    for (const vouch::diagnostic& d : r) {
        if (d.rule == rule && d.path == path) return true;
    }
    return false;
}
bool reports(const json::value& document, std::string_view rule, std::string_view path) {
    return reports(read(document).report, rule, path);
}

/// Calls `f(field, path)` for every field of the schema; elements of lists are reached through index 0.
template <class F>
void each_field(const vouch::object_info& o, const std::string& path, F f) {
    for (const vouch::field_info& field : o.fields) {
        const std::string here = path + "/" + std::string(field.name);
        f(field, here);
        if (field.type->kind == kind::object) each_field(*field.type->object, here, f);
        if (field.type->kind == kind::list && field.type->element->object != nullptr) {
            each_field(*field.type->element->object, here + "/0", f);
        }
    }
}

/// The document with another value at a path.
json::value with(const std::string& path, const json::value& value) {
    json::value document = full();
    document.at_pointer(path) = value;
    return document;
}
json::value without(const std::string& path) {
    json::value document = full();
    const std::size_t end = path.rfind('/');
    document.at_pointer(path.substr(0, end)).as_object().erase(path.substr(end + 1));
    return document;
}

bool accepts(const vouch::type_info& type, const json::value& value) {
    switch (type.kind) {
    case kind::boolean: return value.is_bool();
    case kind::int32:
    case kind::uint32:
    case kind::int64:
    case kind::uint64:
    case kind::float32:
    case kind::number: return value.is_number();
    case kind::text:
    case kind::enumeration: return value.is_string();
    case kind::object: return value.is_object();
    case kind::list:
    case kind::map:
    case kind::any: break;
    }
    return value.is_array();
}

}  // namespace

TEST_CASE("every field: present, absent, null, and of each wrong type",
          "[schema][create_instance][required-missing][null-value][type-mismatch]") {
    const auto whole = read(full());
    REQUIRE(whole.value.has_value());
    CHECK(json::parse(vouch::write(*whole.value, {.include_query = true})) == full());
    std::size_t fields = 0;
    each_field(
        vouch::catalog_of<CreateInstanceRequest>(), "", [&](const vouch::field_info& f, const std::string& path) {
            INFO(path);
            ++fields;
            const auto absent = read(without(path));
            CHECK(absent.value.has_value() == !f.required);
            CHECK(reports(absent.report, "required-missing", path) == f.required);

            const auto null = read(with(path, nullptr));
            CHECK(null.value.has_value() == !f.required);
            CHECK(null.value == absent.value);
            CHECK(reports(null.report, "required-missing", path) == f.required);
            CHECK(reports(null.report, "null-value", path) != f.required);

            for (const json::value& other : {json::value(true), json::value(7), json::value(0.5), json::value("text"),
                                             json::value(json::array{}), json::value(json::object{})}) {
                const auto r = read(with(path, other));
                CHECK(reports(r.report, "type-mismatch", path) != accepts(*f.type, other));
            }
        });
    CHECK(fields == 41);
}

TEST_CASE("every enumerator is read and written, and near misses are rejected",
          "[schema][create_instance][enum-invalid][required-blank]") {
    each_field(vouch::catalog_of<CreateInstanceRequest>(), "",
               [&](const vouch::field_info& f, const std::string& path) {
                   if (f.type->kind != kind::enumeration) return;
                   std::int64_t value = 1;
                   for (const vouch::enumerator_info& e : f.type->enumeration->values) {
                       INFO(path << " " << e.name);
                       CHECK(e.value == value++);
                       const json::value document = with(path, json::string_view(e.name.data(), e.name.size()));
                       const auto r = read(document);
                       REQUIRE(r.value.has_value());
                       CHECK(json::parse(vouch::write(*r.value, {.include_query = true})) == document);
                       for (const std::string& miss :
                            {std::string(e.name) + " ", " " + std::string(e.name), std::string(e.name) + "x"}) {
                           CHECK(reports(with(path, json::string(miss)), "enum-invalid", path));
                       }
                   }
                   CHECK(reports(with(path, " "), f.required ? "required-blank" : "enum-invalid", path));
               });
}

TEST_CASE("every bound of a number, just inside and just outside",
          "[schema][create_instance][period-out-of-range][send-receive-ratio-range][message-retention-time-range]"
          "[provisioned-capacity-not-positive][flow-out-bandwidth-range][auto-renew-period-invalid]"
          "[integer-overflow]") {
    const auto check = [](const std::string& path, std::string_view rule, double in, double out) {
        INFO(path << " " << in << " " << out);
        CHECK_FALSE(reports(with(path, in), rule, path));
        CHECK(reports(with(path, out), rule, path));
    };
    check("/period", "period-out-of-range", 1, 0);
    check("/period", "period-out-of-range", 6, 7);
    check("/productInfo/sendReceiveRatio", "send-receive-ratio-range", 0.05, 0.0499999);
    check("/productInfo/sendReceiveRatio", "send-receive-ratio-range", 0.95, 0.9500001);
    check("/productInfo/messageRetentionTime", "message-retention-time-range", 1, 0);
    check("/productInfo/messageRetentionTime", "message-retention-time-range", 720, 721);
    check("/productInfo/provisionedCapacity", "provisioned-capacity-not-positive", 1, 0);
    check("/networkInfo/internetInfo/flowOutBandwidth", "flow-out-bandwidth-range", 1, 0);
    check("/networkInfo/internetInfo/flowOutBandwidth", "flow-out-bandwidth-range", 1000, 1001);
    for (int n = -1; n <= 13; ++n) {
        const bool allowed = n == 1 || n == 2 || n == 3 || n == 6 || n == 12;
        CHECK(reports(with("/autoRenewPeriod", n), "auto-renew-period-invalid", "/autoRenewPeriod") != allowed);
    }
    for (const char* path : {"/period", "/autoRenewPeriod", "/productInfo/messageRetentionTime",
                             "/networkInfo/internetInfo/flowOutBandwidth"}) {
        INFO(path);
        CHECK_FALSE(reports(with(path, 2147483647), "integer-overflow", path));
        CHECK(reports(with(path, 2147483648), "integer-overflow", path));
        CHECK_FALSE(reports(with(path, std::int64_t{-2147483648}), "integer-overflow", path));
        CHECK(reports(with(path, std::int64_t{-2147483649}), "integer-overflow", path));
    }
    CHECK_FALSE(reports(with("/productInfo/provisionedCapacity", INT64_MAX), "integer-overflow",
                        "/productInfo/provisionedCapacity"));
    CHECK(reports(with("/productInfo/provisionedCapacity", std::uint64_t{INT64_MAX} + 1), "integer-overflow",
                  "/productInfo/provisionedCapacity"));
}

TEST_CASE("the rules of edition, billing and Internet access, over every combination",
          "[schema][create_instance][ultimate-requires-cluster-ha][subscription-requires-period]"
          "[period-out-of-range][flow-out-type-requires-internet][uninvolved-requires-internet-disabled]"
          "[bandwidth-required]") {
    using enum SeriesCode;
    using enum SubSeriesCode;
    using enum PaymentType;
    using enum PeriodUnit;
    using enum InternetSpec;
    using enum FlowOutType;
    CreateInstanceRequest r = *read(full()).value;
    for (const auto series : {SeriesCode{}, standard, dedicated, shared, ultimate, professional})
        for (const auto sub : {SubSeriesCode{}, serverless, cluster_ha, single_node})
            for (const auto payment : {PaymentType{}, PayAsYouGo, Subscription})
                for (const auto unit : {std::optional<PeriodUnit>{}, std::optional(Month), std::optional(Year)})
                    for (const auto period :
                         {std::optional<int>{}, std::optional(0), std::optional(3), std::optional(4), std::optional(7)})
                        for (const auto internet : {InternetSpec{}, enable, disable})
                            for (const auto flow : {FlowOutType{}, payByBandwidth, payByTraffic, uninvolved})
                                for (const auto bandwidth : {std::optional<int>{}, std::optional(10)}) {
                                    r.seriesCode = series, r.subSeriesCode = sub, r.paymentType = payment;
                                    r.periodUnit = unit, r.period = period;
                                    auto& i = r.networkInfo.internetInfo;
                                    i.internetSpec = internet, i.flowOutType = flow, i.flowOutBandwidth = bandwidth;
                                    bool wrong = series == SeriesCode{} || sub == SubSeriesCode{} ||
                                                 payment == PaymentType{} || internet == InternetSpec{} ||
                                                 flow == FlowOutType{};
                                    wrong |= series == ultimate && (sub == serverless || sub == single_node);
                                    wrong |= payment == Subscription && !period;
                                    wrong |= period && (*period < 1 || *period > (unit == Year ? 3 : 6));
                                    wrong |= internet == disable && (flow == payByBandwidth || flow == payByTraffic);
                                    wrong |= internet == enable && flow == uninvolved;
                                    wrong |= flow == payByBandwidth && !bandwidth && internet != disable;
                                    if (vouch::valid(r) == wrong) FAIL(vouch::write(r));
                                }
}

TEST_CASE("the schema has the documented rules, each with a message and help", "[schema][create_instance]") {
    std::set<std::string_view> ids;
    const auto add = [&](const vouch::rule_words& r) {
        INFO(r.id);
        CHECK_FALSE(r.message.empty());
        CHECK_FALSE(r.help.empty());
        ids.insert(r.id);
    };
    vouch::for_each_rule(vouch::catalog_of<CreateInstanceRequest>(), add);
    CHECK(ids.size() == 84 - 13);
    vouch::for_each_rule(vouch::catalog_of<CreateInstanceResponse>(), add);
    CHECK(ids.size() == 84 - 13 + 5);
}

TEST_CASE("the documented sample response round-trips byte for byte", "[schema][create_instance]") {
    constexpr std::string_view sample =
        R"({"requestId":"AF9A8B10-C426-530F-A0DD-96320B39****","success":true,"data":"rmq-cn-7e22ody****","code":"200",)"
        R"("message":"Success","httpStatusCode":200,"dynamicCode":"InstanceId","dynamicMessage":"instanceId"})";
    const auto r = vouch::read<CreateInstanceResponse>(sample);
    CHECK(r.report.empty());
    REQUIRE(r.value.has_value());
    CHECK(vouch::write(*r.value) == sample);
    CHECK(r.value->succeeded());
    CHECK(r.value->instance_id() == "rmq-cn-7e22ody****");
}

TEST_CASE("gateway responses are read tolerantly, and written back completely",
          "[schema][create_instance][response-request-id-missing][type-mismatch]") {
    constexpr std::string_view text =
        R"({"RequestId":"A","HostId":"h","Code":"MissingInstanceId","Message":"no","Recommend":{"url":["x"]},"data":null})";
    auto r = vouch::read<CreateInstanceResponse>(text);
    CHECK(r.report.empty());
    REQUIRE(r.value.has_value());
    CHECK(r.value->requestId == "A");
    CHECK(r.value->code == "MissingInstanceId");
    CHECK(r.value->message == "no");
    CHECK_FALSE(r.value->succeeded());
    CHECK(vouch::write(*r.value, {.unknown = r.unknown}) ==
          R"({"requestId":"A","code":"MissingInstanceId","message":"no","HostId":"h","Recommend":{"url":["x"]}})");

    r = vouch::read<CreateInstanceResponse>(
        R"({"requestid":"B","code":200,"httpStatusCode":"404","success":null,"data":"rmq-1"})");
    CHECK(r.report.empty());
    CHECK(r.value->requestId == "B");
    CHECK(r.value->code == "200");
    CHECK(r.value->httpStatusCode == 404);
    CHECK(r.value->succeeded());
    CHECK(ids(vouch::read<CreateInstanceResponse>(R"({"RequestId":" ","Code":true,"httpStatusCode":"x"})").report) ==
          std::vector<std::string>{"response-request-id-missing /RequestId", "type-mismatch /Code",
                                   "type-mismatch /httpStatusCode"});
}

TEST_CASE("a response's numbers are integers, also where a text is expected",
          "[schema][create_instance][not-an-integer][response-code-contradicts-success]") {
    const auto response = [](std::string_view members) {
        return vouch::read<CreateInstanceResponse>(R"({"requestId":"A","success":true,"data":"rmq-1",)" +
                                                   std::string(members) + "}");
    };
    using strings = std::vector<std::string>;
    CHECK(response(R"("code":200.0)").value->code == "200");
    CHECK(response(R"("code":2e2)").value->code == "200");
    CHECK(ids(response(R"("code":200.0)").report).empty());
    CHECK(ids(response(R"("code":3.5)").report) == strings{"response-code-contradicts-success /code"});
    CHECK(response(R"("code":3.5)").value->code == "3.5");
    CHECK(ids(response(R"("httpStatusCode":3.5)").report) == strings{"not-an-integer /httpStatusCode"});
    CHECK(ids(response(R"("httpStatusCode":"3.5")").report) == strings{"not-an-integer /httpStatusCode"});
    CHECK(response(R"("httpStatusCode":2.0e2)").value->httpStatusCode == 200);
}

TEST_CASE("two spellings of one member", "[schema][create_instance][duplicate-key][response-request-id-missing]") {
    const auto r = vouch::read<CreateInstanceResponse>(
        R"({"RequestId":null,"RequestId":"A","requestId":" ","Code":"x","code":"200"})");
    CHECK(ids(r.report) ==
          std::vector<std::string>{"duplicate-key /RequestId", "response-request-id-missing /requestId"});
    CHECK(r.value->code == "200");
    CHECK(vouch::read<CreateInstanceResponse>(R"({"requestId":"A","RequestId":"B"})").unknown ==
          std::vector<vouch::unknown_member>{{"/RequestId", "\"B\""}});
}

TEST_CASE("whether a call succeeded", "[schema][create_instance]") {
    using R = CreateInstanceResponse;
    const auto succeeded = [](std::optional<bool> success, std::optional<std::string> code,
                              std::optional<std::string> data) {
        R r;
        r.success = success, r.code = std::move(code), r.data = std::move(data);
        return r.succeeded();
    };
    CHECK(succeeded(true, {}, "rmq-1"));
    CHECK(succeeded(true, "Throttling", "rmq-1"));
    CHECK_FALSE(succeeded(true, "200", {}));
    CHECK_FALSE(succeeded(true, "200", " "));
    CHECK_FALSE(succeeded(false, "200", "rmq-1"));
    for (const char* code : {"200", "success", "SUCCESS", "Ok", "0"}) CHECK(succeeded({}, code, "rmq-1"));
    for (const char* code : {"404", "", " ok"}) CHECK_FALSE(succeeded({}, code, "rmq-1"));
    CHECK_FALSE(succeeded({}, {}, "rmq-1"));
}
