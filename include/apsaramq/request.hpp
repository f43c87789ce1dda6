// SPDX-License-Identifier: BSL-1.0
// The request of CreateInstance (product RocketMQ, version 2022-08-01), as its API reference documents it. A plain
// member is required. Rules of basis `reference` come from that page, `vendor` from the vendor's SDKs, Terraform
// provider, ROS resource type, quota and tag pages, `practice` from requests that went wrong.
#pragma once

#include <apsaramq/acl_info.hpp>
#include <apsaramq/enumerations.hpp>
#include <apsaramq/forms.hpp>
#include <apsaramq/network_info.hpp>
#include <apsaramq/product_info.hpp>
#include <apsaramq/request_rules.hpp>
#include <apsaramq/shared_rules.hpp>
#include <apsaramq/tag.hpp>
#include <vouch/shape_of.hpp>

namespace apsaramq {

struct CreateInstanceRequest {
    std::optional<std::string> clientToken{};
    std::optional<std::string> instanceName{};
    std::string serviceCode{};
    SeriesCode seriesCode{};
    SubSeriesCode subSeriesCode{};
    PaymentType paymentType{};
    std::optional<std::int32_t> period{};
    std::optional<PeriodUnit> periodUnit{};
    std::optional<bool> autoRenew{};
    std::optional<std::int32_t> autoRenewPeriod{};
    std::optional<std::string> remark{};
    std::optional<ProductInfo> productInfo{};
    NetworkInfo networkInfo{};
    std::optional<std::string> commodityCode{};
    std::optional<std::string> resourceGroupId{};
    std::optional<std::vector<Tag>> tags{};
    std::optional<AclInfo> aclInfo{};

    bool operator==(const CreateInstanceRequest&) const = default;
};
BOOST_DESCRIBE_STRUCT(CreateInstanceRequest, (),
                      (clientToken, instanceName, serviceCode, seriesCode, subSeriesCode, paymentType, period,
                       periodUnit, autoRenew, autoRenewPeriod, remark, productInfo, networkInfo, commodityCode,
                       resourceGroupId, tags, aclInfo))

constexpr auto shape_of(vouch::of<CreateInstanceRequest>) {
    using namespace vouch::notation;
    using T = CreateInstanceRequest;
    using enum SeriesCode;
    using enum SubSeriesCode;
    using enum PaymentType;
    using enum PeriodUnit;
    using enum CapacityType;
    using enum InternetSpec;
    using enum FlowOutType;
    using P = ProductInfo;
    constexpr auto spec = at(&T::productInfo, &P::msgProcessSpec);
    constexpr auto autoScaling = at(&T::productInfo, &P::autoScaling);
    constexpr auto capacityType = at(&T::productInfo, &P::capacityType);
    constexpr auto provisionedCapacity = at(&T::productInfo, &P::provisionedCapacity);
    constexpr auto traceOn = at(&T::productInfo, &P::traceOn);
    constexpr auto drReplicationMode = at(&T::productInfo, &P::drReplicationMode);
    constexpr auto vSwitches = at(&T::networkInfo, &NetworkInfo::vpcInfo, &VpcInfo::vSwitches);
    constexpr auto vSwitchId = at(&T::networkInfo, &NetworkInfo::vpcInfo, &VpcInfo::vSwitchId);
    constexpr auto securityGroupIds = at(&T::networkInfo, &NetworkInfo::vpcInfo, &VpcInfo::securityGroupIds);
    constexpr auto internetSpec = at(&T::networkInfo, &NetworkInfo::internetInfo, &InternetInfo::internetSpec);
    constexpr auto flowOutType = at(&T::networkInfo, &NetworkInfo::internetInfo, &InternetInfo::flowOutType);
    constexpr auto not_serverless = one_of(cluster_ha, single_node);
    constexpr auto maybe_serverless = is(serverless) || absent;

    return describe<T>(
        "Creates an ApsaraMQ for RocketMQ 5.x instance.",
        fields(
            field(
                &T::clientToken,
                {.doc = "Makes a repeated request create one instance only. A new one for each request.",
                 .example = "c2c5d1274a8d4317a13bc5b0d4******",
                 .form = "at most 64 ASCII characters, such as a UUID",
                 .length =
                     {64,
                      {.id = "client-token-too-long",
                       .message = "clientToken has more than 64 characters",
                       .help = "use a shorter one, such as a UUID without its hyphens",
                       .broken_by =
                           R"({"clientToken":"c2c5d1274a8d4317a13bc5b0d4a1b2c3-c2c5d1274a8d4317a13bc5b0d4a1b2c3"})",
                       .mended_by = R"({"clientToken":"c2c5d1274a8d4317a13bc5b0d4a1b2c3"})"}},
                 .in = vouch::location::query,
                 .misplaced = {.id = "client-token-in-body",
                               .severity = warning,
                               .message = "clientToken does not belong in the body: it is a query parameter",
                               .help = "take it out of the document and give it to the client, or with --client-token",
                               .broken_by = R"({"clientToken":"c2c5d1274a8d4317a13bc5b0d4a1b2c3"})",
                               .repair = &drop}}),
            field(
                &T::instanceName,
                {.doc = "The instance's name.",
                 .example = "rmq-cn-72u3048uxxx",
                 .default_words = "the instance ID",
                 .form = "at most 128 letters, digits, _, - and Chinese characters",
                 .length =
                     {formats::max_name_length,
                      {.id = "instance-name-too-long",
                       .basis = vendor,
                       .message = "instanceName has more than 128 characters",
                       .help = "shorten it",
                       .broken_by =
                           R"({"instanceName":"a-name-that-says-everything-about-the-instance-and-its-team-and-its-purpose-)"
                           R"(and-its-region-and-its-cost-centre-and-its-owner-and-more"})",
                       .mended_by = R"({"instanceName":"orders"})"}},
                 .blank = vouch::blank::absent,
                 .samples = sample_names}),
            field(&T::serviceCode, {.doc = "The service.", .example = "rmq", .form = "\"rmq\""}),
            field(&T::seriesCode,
                  {.doc = "Primary edition. Can only be upgraded later: Standard, Professional, Platinum.",
                   .example = standard}),
            field(&T::subSeriesCode, {.doc = "Sub-edition.", .example = cluster_ha, .immutable = true}),
            field(&T::paymentType, {.doc = "Billing method.", .example = Subscription, .samples = sample_payments}),
            field(&T::period, {.doc = "How long a subscription lasts, in periodUnit.",
                               .example = 3,
                               .form = "1 to 6 with \"periodUnit\": \"Month\", or 1 to 3 with \"Year\""}),
            field(&T::periodUnit, {.doc = "Unit of period.", .example = Month}),
            field(&T::autoRenew, {.doc = "Whether a subscription renews itself.", .example = true}),
            field(&T::autoRenewPeriod,
                  {.doc = "By how much a subscription renews itself.",
                   .example = 3,
                   .unit = "months",
                   .one_of = {auto_renew_periods,
                              {.id = "auto-renew-period-invalid",
                               .message = "autoRenewPeriod must be 1, 2, 3, 6 or 12 months, not {value}",
                               .help = "write one of these numbers",
                               .broken_by =
                                   R"({"paymentType":"Subscription","period":1,"periodUnit":"Month","autoRenew":true,)"
                                   R"("autoRenewPeriod":4})",
                               .mended_by = R"({"autoRenewPeriod":3})"}}}),
            field(&T::remark, {.doc = "Remarks on the instance.", .example = "This is the remark for test."}),
            field(&T::productInfo, {.doc = "The specifications."}),
            field(&T::networkInfo,
                  {.doc = "The network configuration.", .form = "an object with \"vpcInfo\" and \"internetInfo\""}),
            field(&T::commodityCode,
                  {.doc = "The commodity that is bought.",
                   .form = "ons_rmqpost_public_intl (pay-as-you-go), ons_rmqsub_public_intl (subscription) or "
                           "ons_rmqsrvlesspost_public_intl (serverless); _cn on the Chinese site",
                   .deprecated = {.use = {},
                                  .rule = {.id = "deprecated-commodity-code",
                                           .severity = warning,
                                           .message = "commodityCode is deprecated",
                                           .help = "remove it: edition and billing method say what is bought",
                                           .broken_by = R"({"commodityCode":"ons_rmqpost_public_intl"})",
                                           .mended_by = R"({"commodityCode":null})"}},
                   .blank = vouch::blank::warned}),
            field(&T::resourceGroupId, {.doc = "The resource group.",
                                        .example = "rg-aekzy6pist7uuna",
                                        .form = "the id of a resource group, rg-…",
                                        .blank = vouch::blank::warned}),
            field(
                &T::tags,
                {.doc = "The resource tags.",
                 .form = "an array of objects: [{\"key\": \"…\", \"value\": \"…\"}]",
                 .length =
                     {20,
                      {.id = "tags-too-many",
                       .severity = warning,
                       .basis = vendor,
                       .message = "an instance has at most 20 tags, not {value}",
                       .help = "remove some",
                       .broken_by =
                           R"({"tags":[{"key":"k1"},{"key":"k2"},{"key":"k3"},{"key":"k4"},{"key":"k5"},{"key":"k6"},)"
                           R"({"key":"k7"},{"key":"k8"},{"key":"k9"},{"key":"k10"},{"key":"k11"},{"key":"k12"},{"key":"k13"},)"
                           R"({"key":"k14"},{"key":"k15"},{"key":"k16"},{"key":"k17"},{"key":"k18"},{"key":"k19"},)"
                           R"({"key":"k20"},{"key":"k21"}]})",
                       .mended_by =
                           R"({"tags":[{"key":"k1"},{"key":"k2"},{"key":"k3"},{"key":"k4"},{"key":"k5"},{"key":"k6"},)"
                           R"({"key":"k7"},{"key":"k8"},{"key":"k9"},{"key":"k10"},{"key":"k11"},{"key":"k12"},{"key":"k13"},)"
                           R"({"key":"k14"},{"key":"k15"},{"key":"k16"},{"key":"k17"},{"key":"k18"},{"key":"k19"},)"
                           R"({"key":"k20"}]})"}}}),
            field(&T::aclInfo, {.doc = "Access control."})),
        rules(
            rule(placeholder_value, require(&T::resourceGroupId, !matching(forms::placeholder)),
                 require(&T::clientToken, !matching(forms::masked_token))),
            rule(id_prefix, when(&T::resourceGroupId, !matching(forms::placeholder))
                                .then(&T::resourceGroupId, matching(forms::resource_group_id))),

            // Edition and billing

            rule({.id = "service-code-invalid",
                  .message = "serviceCode must be \"rmq\", not {value}",
                  .help = "write \"serviceCode\": \"rmq\"",
                  .broken_by = R"({"serviceCode":"RMQ"})",
                  .mended_by = R"({"serviceCode":"rmq"})"},
                 require(&T::serviceCode, is("rmq"))),
            rule({.id = "series-code-legacy",
                  .severity = info,
                  .basis = vendor,
                  .message = "seriesCode {value} is an older edition that only the API reference still lists",
                  .help = "new instances are \"standard\", \"professional\" or \"ultimate\"",
                  .broken_by = R"({"seriesCode":"dedicated"})",
                  .mended_by = R"({"seriesCode":"standard"})"},
                 when(&T::seriesCode, one_of(dedicated, shared)).report(&T::seriesCode)),
            rule({.id = "ultimate-requires-cluster-ha",
                  .message = "the Platinum Edition (ultimate) exists only as cluster_ha, not as {value}",
                  .help = "set \"subSeriesCode\" to \"cluster_ha\", or choose another seriesCode",
                  .broken_by = R"({"seriesCode":"ultimate","subSeriesCode":"single_node",)"
                               R"("productInfo":{"msgProcessSpec":"rmq.u1.2xlarge"}})",
                  .mended_by = R"({"subSeriesCode":"cluster_ha","productInfo":{"msgProcessSpec":"rmq.u2.10xlarge"}})"},
                 when(&T::seriesCode, is(ultimate)).then(&T::subSeriesCode, is(cluster_ha))),
            rule({.id = "single-node-discontinued",
                  .severity = info,
                  .basis = vendor,
                  .message = "the Single-node Testing Edition is reported as no longer sold since 2024-11-09",
                  .help = "use \"cluster_ha\" or \"serverless\"",
                  .broken_by = R"({"subSeriesCode":"single_node","productInfo":{"msgProcessSpec":"rmq.s1.micro"}})",
                  .mended_by = R"({"subSeriesCode":"cluster_ha","productInfo":{"msgProcessSpec":"rmq.s2.2xlarge"}})"},
                 when(&T::subSeriesCode, is(single_node)).report(&T::subSeriesCode)),
            rule({.id = "serverless-subscription",
                  .severity = warning,
                  .basis = vendor,
                  .message = "serverless instances are pay-as-you-go, not Subscription",
                  .help = "set \"paymentType\" to \"PayAsYouGo\", or \"subSeriesCode\" to \"cluster_ha\"",
                  .broken_by = R"({"subSeriesCode":"serverless","productInfo":{"msgProcessSpec":"rmq.s3.nxlarge"},)"
                               R"("paymentType":"Subscription","period":1,"periodUnit":"Month"})",
                  .mended_by = R"({"paymentType":"PayAsYouGo","period":null,"periodUnit":null})"},
                 when(&T::subSeriesCode, is(serverless)).then(&T::paymentType, is(PayAsYouGo))),
            rule({.id = "subscription-requires-period",
                  .message = "period is required when paymentType is Subscription",
                  .help = "add \"period\": 1 to 6 with \"periodUnit\": \"Month\", or 1 to 3 with \"Year\"",
                  .broken_by = R"({"paymentType":"Subscription"})",
                  .mended_by = R"({"period":3,"periodUnit":"Month"})"},
                 when(&T::paymentType, is(Subscription)).then(&T::period, present)),
            rule({.id = "period-out-of-range",
                  .message = "a period of {value} is not offered",
                  .help = "write 1 to 6 with \"periodUnit\": \"Month\", or 1 to 3 with \"Year\"",
                  .broken_by = R"({"paymentType":"Subscription","period":12,"periodUnit":"Month"})",
                  .repair = &years_for_months,
                  .advices = months_as_years},
                 when(&T::periodUnit, is(Year)).then(&T::period, between(1, 3)),
                 when(&T::periodUnit, !is(Year) || wrong).then(&T::period, between(1, 6))),
            rule({.id = "period-unit-missing",
                  .severity = warning,
                  .basis = practice,
                  .message = "period has no unit, and none is documented as the default",
                  .help = "add \"periodUnit\": \"Month\" or \"Year\"",
                  .broken_by = R"({"paymentType":"Subscription","period":3})",
                  .mended_by = R"({"periodUnit":"Month"})"},
                 when(&T::paymentType, is(Subscription)).when(&T::period, present).then(&T::periodUnit, present)),
            rule({.id = "period-ignored",
                  .severity = warning,
                  .basis = vendor,
                  .message = "{field} has no effect with paymentType PayAsYouGo",
                  .help = "remove \"period\" and \"periodUnit\", or set \"paymentType\" to \"Subscription\"",
                  .broken_by = R"({"period":3,"periodUnit":"Month"})",
                  .repair = &drop_period},
                 when(&T::paymentType, is(PayAsYouGo)).then(&T::period, absent),
                 when(&T::paymentType, is(PayAsYouGo)).when(&T::period, absent).then(&T::periodUnit, absent)),
            rule({.id = "auto-renew-ignored",
                  .severity = warning,
                  .message = "autoRenew has no effect with paymentType PayAsYouGo",
                  .help = "remove \"autoRenew\": only subscriptions renew",
                  .broken_by = R"({"autoRenew":true})",
                  .repair = &drop},
                 when(&T::paymentType, is(PayAsYouGo)).then(&T::autoRenew, is(false))),
            rule({.id = "auto-renew-period-ignored",
                  .severity = warning,
                  .message = "autoRenewPeriod has no effect without auto-renewal of a subscription",
                  .help = "remove \"autoRenewPeriod\", or add \"autoRenew\": true to a subscription",
                  .broken_by = R"({"paymentType":"Subscription","period":1,"periodUnit":"Month","autoRenewPeriod":3})",
                  .repair = &drop},
                 when(&T::paymentType, is(PayAsYouGo)).then(&T::autoRenewPeriod, absent),
                 when(&T::autoRenew, !is(true)).then(&T::autoRenewPeriod, absent)),
            rule({.id = "auto-renew-period-missing",
                  .severity = info,
                  .basis = practice,
                  .message = "autoRenew is on, and autoRenewPeriod does not say for how long",
                  .help = "add \"autoRenewPeriod\": 1, 2, 3, 6 or 12 (months)",
                  .broken_by = R"({"paymentType":"Subscription","period":1,"periodUnit":"Month","autoRenew":true})",
                  .mended_by = R"({"autoRenewPeriod":1})"},
                 when(&T::paymentType, is(Subscription))
                     .when(&T::autoRenew, is(true))
                     .then(&T::autoRenewPeriod, present)),
            rule({.id = "commodity-code-unknown",
                  .severity = warning,
                  .basis = vendor,
                  .message = "commodityCode is none of the known ones: {value}",
                  .help = "remove it, or write {allowed}",
                  .broken_by = R"({"commodityCode":"ons_rmqpost"})",
                  .mended_by = R"({"commodityCode":null})"},
                 require(&T::commodityCode, one_of(commodity::all))),
            rule({.id = "commodity-code-mismatch",
                  .severity = warning,
                  .message = "commodityCode {value} is of another kind than what is asked for",
                  .help = "remove it, or write {allowed}",
                  .broken_by = R"({"commodityCode":"ons_rmqsub_public_intl"})",
                  .mended_by = R"({"commodityCode":"ons_rmqpost_public_intl"})"},
                 when(&T::subSeriesCode, is(serverless)).then(&T::commodityCode, !one_of(commodity::not_serverless)),
                 when(&T::subSeriesCode, not_serverless)
                     .when(&T::paymentType, is(Subscription))
                     .then(&T::commodityCode, !one_of(commodity::not_subscription)),
                 when(&T::subSeriesCode, not_serverless)
                     .when(&T::paymentType, is(PayAsYouGo))
                     .then(&T::commodityCode, !one_of(commodity::not_pay_as_you_go))),
            rule(
                {.id = "serverless-commodity-code-missing",
                 .severity = info,
                 .basis = vendor,
                 .message = "some of the vendor's tools ask for a commodityCode with serverless",
                 .help = "if the request is refused, add \"commodityCode\": \"ons_rmqsrvlesspost_public_intl\", or _cn",
                 .broken_by = R"({"subSeriesCode":"serverless","productInfo":{"msgProcessSpec":"rmq.s3.nxlarge"}})",
                 .mended_by = R"({"commodityCode":"ons_rmqsrvlesspost_public_intl"})"},
                when(&T::subSeriesCode, is(serverless)).then(&T::commodityCode, present)),

            // productInfo, as far as edition and billing decide

            rule({.id = "msg-process-spec-missing",
                  .severity = warning,
                  .basis = vendor,
                  .message = "msgProcessSpec is missing: instances that are not serverless need a specification",
                  .help = "add \"productInfo\": {\"msgProcessSpec\": \"rmq.s2.2xlarge\"} or another code",
                  .broken_by = R"({"productInfo":{"msgProcessSpec":null}})",
                  .mended_by = R"({"productInfo":{"msgProcessSpec":"rmq.s2.2xlarge"}})"},
                 when(&T::subSeriesCode, not_serverless).then(spec, present)),
            rule(
                {.id = "msg-process-spec-series-mismatch",
                 .severity = warning,
                 .basis = vendor,
                 .message = "msgProcessSpec {value} is a specification of another edition",
                 .help = "the letter after rmq. is s for standard, p for professional, u for ultimate",
                 .when =
                     "the letters of msgProcessSpec are s, p or u, seriesCode is standard, professional or ultimate, and they differ",
                 .broken_by = R"({"productInfo":{"msgProcessSpec":"rmq.p2.4xlarge"}})",
                 .mended_by = R"({"seriesCode":"professional"})"},
                satisfies<spec_codes::fits_series>(spec, &T::seriesCode)),
            rule({.id = "msg-process-spec-sub-series-mismatch",
                  .severity = warning,
                  .basis = vendor,
                  .message = "msgProcessSpec {value} is a specification of another sub-edition",
                  .help = "the digit is 1 for single_node, 2 for cluster_ha, 3 for serverless",
                  .when =
                      "the letters of msgProcessSpec are s, p or u, its digits 1, 2 or 3, and subSeriesCode is another",
                  .broken_by = R"({"productInfo":{"msgProcessSpec":"rmq.s1.micro"}})",
                  .mended_by = R"({"productInfo":{"msgProcessSpec":"rmq.s2.2xlarge"}})"},
                 satisfies<spec_codes::fits_sub_series>(spec, &T::subSeriesCode)),
            rule({.id = "auto-scaling-unsupported-edition",
                  .severity = warning,
                  .basis = vendor,
                  .message = "this edition has no elastic TPS (autoScaling)",
                  .help = "remove \"autoScaling\", or choose the Professional or Platinum Edition as cluster_ha",
                  .broken_by = R"({"productInfo":{"autoScaling":true}})",
                  .mended_by = R"({"seriesCode":"professional","productInfo":{"msgProcessSpec":"rmq.p2.4xlarge"}})"},
                 when(autoScaling, is(true)).when(&T::subSeriesCode, is(single_node)).report(autoScaling),
                 when(autoScaling, is(true))
                     .when(&T::seriesCode, is(standard))
                     .when(&T::subSeriesCode, is(cluster_ha))
                     .report(autoScaling)),
            rule({.id = "capacity-non-serverless",
                  .severity = warning,
                  .basis = vendor,
                  .message = "{field} has no effect: only serverless instances have a capacity",
                  .help = "remove \"{field}\"; msgProcessSpec says how much other instances can do",
                  .broken_by = R"({"productInfo":{"capacityType":"ondemand"}})",
                  .repair = &drop},
                 when(&T::subSeriesCode, not_serverless).then(capacityType, absent),
                 when(&T::subSeriesCode, not_serverless).then(provisionedCapacity, absent)),
            rule({.id = "provisioned-capacity-missing",
                  .severity = warning,
                  .basis = practice,
                  .message = "capacityType is provisioned, but provisionedCapacity does not say how much",
                  .help = "add \"provisionedCapacity\", or set \"capacityType\" to \"ondemand\"",
                  .broken_by = R"({"subSeriesCode":"serverless","productInfo":{"msgProcessSpec":"rmq.s3.nxlarge",)"
                               R"("capacityType":"provisioned"}})",
                  .mended_by = R"({"productInfo":{"provisionedCapacity":5000}})"},
                 when(&T::subSeriesCode, maybe_serverless)
                     .when(capacityType, is(provisioned))
                     .then(provisionedCapacity, present)),
            rule({.id = "provisioned-capacity-with-ondemand",
                  .severity = warning,
                  .basis = practice,
                  .message = "provisionedCapacity has no effect: capacityType is ondemand",
                  .help = "remove \"provisionedCapacity\", or set \"capacityType\" to \"provisioned\"",
                  .broken_by = R"({"subSeriesCode":"serverless","productInfo":{"msgProcessSpec":"rmq.s3.nxlarge",)"
                               R"("capacityType":"ondemand","provisionedCapacity":5000}})",
                  .mended_by = R"({"productInfo":{"provisionedCapacity":null}})"},
                 when(&T::subSeriesCode, maybe_serverless)
                     .when(capacityType, is(ondemand))
                     .then(provisionedCapacity, absent)),
            rule(
                {.id = "provisioned-capacity-without-mode",
                 .severity = warning,
                 .basis = practice,
                 .message = "provisionedCapacity is given without a capacityType",
                 .help = "add \"capacityType\": \"provisioned\"",
                 .broken_by = R"({"subSeriesCode":"serverless","productInfo":{"msgProcessSpec":"rmq.s3.nxlarge",)"
                              R"("provisionedCapacity":5000}})",
                 .mended_by = R"({"productInfo":{"capacityType":"provisioned"}})"},
                when(&T::subSeriesCode, maybe_serverless).when(capacityType, absent).then(provisionedCapacity, absent)),
            rule({.id = "trace-on-ignored",
                  .severity = warning,
                  .message = "traceOn has no effect: message trace is always on where the instance is not serverless",
                  .help = "remove \"traceOn\"",
                  .broken_by = R"({"productInfo":{"traceOn":true}})",
                  .repair = &drop},
                 when(&T::subSeriesCode, not_serverless).then(traceOn, absent)),
            rule({.id = "dr-replication-single-node",
                  .severity = warning,
                  .basis = practice,
                  .message = "a single node has nothing to replicate to",
                  .help = "remove \"drReplicationMode\", or set \"subSeriesCode\" to \"cluster_ha\"",
                  .broken_by = R"({"subSeriesCode":"single_node","productInfo":{"msgProcessSpec":"rmq.s1.micro",)"
                               R"("drReplicationMode":"sync_cross_az"}})",
                  .mended_by = R"({"productInfo":{"drReplicationMode":null}})"},
                 when(&T::subSeriesCode, is(single_node)).then(drReplicationMode, absent)),

            // networkInfo, as far as the sub-edition decides

            rule({.id = "serverless-pay-by-bandwidth",
                  .severity = warning,
                  .basis = vendor,
                  .message = "serverless instances pay Internet access by traffic, not by bandwidth",
                  .help = "set \"flowOutType\" to \"payByTraffic\" and remove \"flowOutBandwidth\"",
                  .broken_by =
                      R"({"subSeriesCode":"serverless","productInfo":{"msgProcessSpec":"rmq.s3.nxlarge"},)"
                      R"("networkInfo":{"internetInfo":{"internetSpec":"enable","flowOutType":"payByBandwidth",)"
                      R"("flowOutBandwidth":100}}})",
                  .mended_by =
                      R"({"networkInfo":{"internetInfo":{"flowOutType":"payByTraffic","flowOutBandwidth":null}}})"},
                 when(&T::subSeriesCode, is(serverless))
                     .when(internetSpec, is(enable))
                     .then(flowOutType, !is(payByBandwidth))),
            rule(
                {.id = "serverless-vswitch-count",
                 .severity = warning,
                 .basis = vendor,
                 .message = "serverless instances need vSwitches in two zones, and only one is given",
                 .help = "add a second entry to \"vSwitches\", in another zone",
                 .when =
                     "subSeriesCode is serverless and exactly one distinct vSwitch is given; silent where vSwitches, an entry or vSwitchId is mistyped",
                 .broken_by = R"({"subSeriesCode":"serverless","productInfo":{"msgProcessSpec":"rmq.s3.nxlarge"},)"
                              R"("networkInfo":{"vpcInfo":{"securityGroupIds":"sg-bp17hpmgz96tvnsdy6so"}}})",
                 .mended_by = R"({"networkInfo":{"vpcInfo":{"vSwitches":[{"vSwitchId":"vsw-uf6gwtbn6etadpv0000001"},)"
                              R"({"vSwitchId":"vsw-uf6gwtbn6etadpv0000002"}]}}})"},
                when(&T::subSeriesCode, is(serverless)).satisfies<vswitches::are_not_only_one>(vSwitches, vSwitchId)),
            rule({.id = "serverless-security-group-missing",
                  .severity = warning,
                  .basis = vendor,
                  .message = "serverless instances need a security group",
                  .help = "add \"securityGroupIds\": \"sg-…\" to vpcInfo",
                  .broken_by = R"({"subSeriesCode":"serverless","productInfo":{"msgProcessSpec":"rmq.s3.nxlarge"},)"
                               R"("networkInfo":{"vpcInfo":{"vSwitches":[{"vSwitchId":"vsw-uf6gwtbn6etadpv0000001"},)"
                               R"({"vSwitchId":"vsw-uf6gwtbn6etadpv0000002"}]}}})",
                  .mended_by = R"({"networkInfo":{"vpcInfo":{"securityGroupIds":"sg-bp17hpmgz96tvnsdy6so"}}})"},
                 when(&T::subSeriesCode, is(serverless)).then(securityGroupIds, present)),

            // Names, tags, token

            rule({.id = "instance-name-charset",
                  .severity = warning,
                  .basis = vendor,
                  .message = "instanceName has a character that names do not have: {value}",
                  .help = "use letters, digits, _, - and Chinese characters",
                  .broken_by = R"({"instanceName":"orders & test"})",
                  .mended_by = R"({"instanceName":"orders-test"})"},
                 require(&T::instanceName, matching(forms::name_characters))),
            rule({.id = "tag-key-duplicate",
                  .basis = vendor,
                  .message = "the tag key {value} stands in the list before",
                  .help = "keep one tag for each key; case counts",
                  .broken_by = R"({"tags":[{"key":"team","value":"orders"},{"key":"team","value":"search"}]})",
                  .mended_by = R"({"tags":[{"key":"team","value":"orders"}]})"},
                 unique(&T::tags, &Tag::key)),
            rule({.id = "client-token-empty",
                  .severity = warning,
                  .basis = practice,
                  .message = "clientToken is empty: a repeated request creates a second instance",
                  .help = "remove it, or give a token such as a UUID",
                  .broken_by = R"({"clientToken":""})",
                  .mended_by = R"({"clientToken":null})"},
                 require(&T::clientToken, matching(forms::not_empty))),
            rule({.id = "client-token-not-ascii",
                  .message = "clientToken has a character that is not ASCII: {value}",
                  .help = "use letters, digits and hyphens",
                  .broken_by = R"({"clientToken":"bestellung-für-heute"})",
                  .mended_by = R"({"clientToken":"c2c5d1274a8d4317a13bc5b0d4a1b2c3"})"},
                 require(&T::clientToken, matching(forms::ascii))),
            rule({.id = "client-token-unprintable",
                  .severity = warning,
                  .basis = practice,
                  .message = "clientToken has a blank or a control character: {value}",
                  .help = "use letters, digits and hyphens",
                  .broken_by = R"({"clientToken":"order 17"})",
                  .mended_by = R"({"clientToken":"order-17"})"},
                 require(&T::clientToken, matching(forms::printable)))),
        strict, foreign_names);
}

}  // namespace apsaramq
