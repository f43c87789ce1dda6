// SPDX-License-Identifier: BSL-1.0
// The request of CreateInstance (product RocketMQ, version 2022-08-01), as its API reference documents it. Members
// that are not optional are required. Rules without a source come from that page; the others name their source.
#pragma once

#include <apsaramq/acl_info.hpp>
#include <apsaramq/network_info.hpp>
#include <apsaramq/product_info.hpp>
#include <apsaramq/tag.hpp>

#include <vouch/detail/macros_off.hpp>

namespace apsaramq::inline VOUCH_ABI {

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

/// Values of instanceName in samples.
inline constexpr std::string_view sample_names[] = {"orders"};
/// Values of paymentType in samples.
inline constexpr std::string_view sample_payments[] = {"PayAsYouGo"};
/// What autoRenewPeriod can be, in months.
inline constexpr std::int64_t auto_renew_periods[] = {1, 2, 3, 6, 12};

/// Periods in months that are whole years.
inline constexpr vouch::replacement years_for_months[] = {
    {12, "Month", 1, "Year"}, {24, "Month", 2, "Year"}, {36, "Month", 3, "Year"}};
/// Help for periods in months that are too long.
inline constexpr vouch::advice months_as_years[] = {
    {12, "for 12 months, write `period`: 1 with `periodUnit`: `Year`; the maximum in months is 6"},
    {24, "for 24 months, write `period`: 2 with `periodUnit`: `Year`; the maximum in months is 6"},
    {36, "for 36 months, write `period`: 3 with `periodUnit`: `Year`; the maximum in months is 6"}};

namespace commodity {

// For each kind, the code of the international site (reference), then of the Chinese site (vendor).
inline constexpr std::string_view all[] = {"ons_rmqpost_public_intl",        "ons_rmqpost_public_cn",
                                           "ons_rmqsub_public_intl",         "ons_rmqsub_public_cn",
                                           "ons_rmqsrvlesspost_public_intl", "ons_rmqsrvlesspost_public_cn"};
inline constexpr std::string_view not_serverless[] = {all[0], all[1], all[2], all[3]};
inline constexpr std::string_view not_subscription[] = {all[0], all[1], all[4], all[5]};
inline constexpr std::string_view not_pay_as_you_go[] = {all[2], all[3], all[4], all[5]};

}  // namespace commodity

/// Names that belong to other operations and tools.
inline constexpr vouch::foreign_name foreign_names[] = {
    {"chargeType", "the capacity mode is `capacityType` here: write `provisioned` or `ondemand`"},
    {"aclTypes", "it belongs to another operation: remove it; `aclInfo` has only `defaultVpcAuthFree` here"},
    {"supportAutoScaling", "it belongs to the responses of another operation: remove it, or write `autoScaling`"},
    {"ipWhitelists", "it belongs to the operation CreateInstanceIpWhitelist: call that after the instance is created"},
    {"regionId", "remove it: the endpoint determines the region"}};

template <std::same_as<CreateInstanceRequest> T>
constexpr auto shape_of(vouch::of<T>) {
    using namespace vouch::notation;
    using namespace sources;
    using vouch::blank;
    using P = ProductInfo;
    using enum SeriesCode;
    using enum SubSeriesCode;
    using enum PaymentType;
    using enum PeriodUnit;
    using enum CapacityType;
    using enum InternetSpec;
    using enum FlowOutType;
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
    constexpr auto subscribed = when(&T::paymentType, is(Subscription));
    constexpr auto pay_as_you_go = when(&T::paymentType, is(PayAsYouGo));
    // clang-format off
    return describe<T>("Creates an ApsaraMQ for RocketMQ 5.x instance.", foreign(foreign_names), reference("API reference"),

    field(&T::clientToken, "Ensures that a repeated request creates only one instance. Use a new one for each request.",
          {.example = "c2c5d1274a8d4317a13bc5b0d4******", .form = "at most 64 ASCII characters, such as a UUID",
           .length = {64, rule(error("client-token-too-long"),
               {"clientToken has more than 64 characters", "use a shorter one, such as a UUID without its hyphens"})},
           .in = vouch::carried_in::query,
           .misplaced = rule(warning("client-token-in-body"),
               {"clientToken does not belong in the body: it is a query parameter",
                "remove it from the document and pass it to the client, or use --client-token", drop})}),
    field(&T::instanceName, "The instance's name.",
          {.example = "rmq-cn-72u3048uxxx", .default_words = "the instance ID",
           .form = "at most 128 letters, digits, _, - and Chinese characters",
           .length = {formats::max_name_length, rule(error("instance-name-too-long", sdk),
               {"instanceName has more than 128 characters", "shorten it"})},
           .blank = blank::absent, .samples = sample_names}),
    field(&T::serviceCode, "The service.", {.example = "rmq", .form = "`rmq`"}),
    field(&T::seriesCode, "Primary edition. Can only be upgraded later: Standard, Professional, Platinum.",
          {.example = standard}),
    field(&T::subSeriesCode, "Sub-edition.", {.example = cluster_ha, .immutable = true}),
    field(&T::paymentType, "Billing method.", {.example = Subscription, .samples = sample_payments}),
    field(&T::period, "How long a subscription lasts, in periodUnit.",
          {.example = 3, .form = "1 to 6 with `periodUnit`: `Month`, or 1 to 3 with `Year`"}),
    field(&T::periodUnit, "Unit of period.", {.example = Month}),
    field(&T::autoRenew, "Whether a subscription is renewed automatically.", {.example = true}),
    field(&T::autoRenewPeriod, "How long each automatic renewal lasts.",
          {.example = 3, .unit = "months",
           .one_of = {auto_renew_periods, rule(error("auto-renew-period-invalid"),
               {"autoRenewPeriod must be 1, 2, 3, 6 or 12 months, not {value}", "write one of these numbers"})}}),
    field(&T::remark, "Remarks on the instance.", {.example = "This is the remark for test."}),
    field(&T::productInfo, "The specifications."),
    field(&T::networkInfo, "The network configuration.", {.form = "an object with `vpcInfo` and `internetInfo`"}),
    field(&T::commodityCode, "The commodity that is bought.",
          {.form = "ons_rmqpost_public_intl (pay-as-you-go), ons_rmqsub_public_intl (subscription) or "
                   "ons_rmqsrvlesspost_public_intl (serverless); _cn on the Chinese site",
           .deprecated = {{}, rule(warning("deprecated-commodity-code"),
               {"commodityCode is deprecated", "remove it: the edition and the billing method determine what is bought"})},
           .blank = blank::warned}),
    field(&T::resourceGroupId, "The resource group.",
          {.example = "rg-aekzy6pist7uuna", .form = "the id of a resource group, rg-…", .blank = blank::warned}),
    field(&T::tags, "The resource tags.",
          {.form = "an array of objects: [{`key`: `…`, `value`: `…`}]",
           .length = {20, rule(warning("tags-too-many", tag_page),
               {"too many tags: {value}, at most 20 are allowed", "remove some tags"})},
           .elements = {.form = "an object: {`key`: `…`, `value`: `…`}"}}),
    field(&T::aclInfo, "Access control."),

    rule(placeholder_value, all_of(require(&T::resourceGroupId, !matching(forms::placeholder)),
                                   require(&T::clientToken, !matching(forms::masked_token)))),
    rule(id_prefix, when(&T::resourceGroupId, !matching(forms::placeholder))
                        .then(&T::resourceGroupId, matching(forms::resource_group_id))),

    // Edition and billing

    rule(error("service-code-invalid"),
         require(&T::serviceCode, is("rmq")),
         {"serviceCode must be `rmq`, not {value}", "write `serviceCode`: `rmq`"}),
    rule(info("series-code-legacy", sdk),
         when(&T::seriesCode, one_of(dedicated, shared)).report(&T::seriesCode),
         {"seriesCode {value} is an older edition that only the API reference still lists",
          "new instances are `standard`, `professional` or `ultimate`"}),
    rule(error("ultimate-requires-cluster-ha"),
         when(&T::seriesCode, is(ultimate)).then(&T::subSeriesCode, is(cluster_ha)),
         {"the Platinum Edition (ultimate) exists only as cluster_ha, not as {value}",
          "set `subSeriesCode` to `cluster_ha`, or choose another seriesCode"}),
    rule(info("single-node-discontinued", edition_page),
         when(&T::subSeriesCode, is(single_node)).report(&T::subSeriesCode),
         {"the Single-node Testing Edition has reportedly not been sold since 2024-11-09",
          "use `cluster_ha` or `serverless`"}),
    rule(warning("serverless-subscription", edition_page),
         when(&T::subSeriesCode, is(serverless)).then(&T::paymentType, is(PayAsYouGo)),
         {"serverless instances are pay-as-you-go, not Subscription",
          "set `paymentType` to `PayAsYouGo`, or `subSeriesCode` to `cluster_ha`"}),
    rule(error("subscription-requires-period"),
         subscribed.then(&T::period, present),
         {"period is required when paymentType is Subscription",
          "add `period`: 1 to 6 with `periodUnit`: `Month`, or 1 to 3 with `Year`"}),
    rule(error("period-out-of-range"),
         all_of(when(&T::periodUnit, is(Year)).then(&T::period, between(1, 3)),
                when(&T::periodUnit, !is(Year) || wrong).then(&T::period, between(1, 6))),
         {"a period of {value} is not available", "write 1 to 6 with `periodUnit`: `Month`, or 1 to 3 with `Year`",
          replace("periodUnit", years_for_months), months_as_years}),
    rule(warning("period-unit-missing", seen),
         subscribed.when(&T::period, present).then(&T::periodUnit, present),
         {"periodUnit is missing, and no default is documented", "add `periodUnit`: `Month` or `Year`"}),
    rule(warning("period-ignored", terraform),
         all_of(pay_as_you_go.then(&T::period, absent),
                pay_as_you_go.when(&T::period, absent).then(&T::periodUnit, absent)),
         {"{field} has no effect with paymentType PayAsYouGo",
          "remove `period` and `periodUnit`, or set `paymentType` to `Subscription`", drop_with("periodUnit")}),
    rule(warning("auto-renew-ignored"),
         pay_as_you_go.then(&T::autoRenew, is(false)),
         {"autoRenew has no effect with paymentType PayAsYouGo", "remove `autoRenew`: only subscriptions renew", drop}),
    rule(warning("auto-renew-period-ignored"),
         all_of(pay_as_you_go.then(&T::autoRenewPeriod, absent),
                when(&T::autoRenew, !is(true)).then(&T::autoRenewPeriod, absent)),
         {"autoRenewPeriod has no effect without auto-renewal of a subscription",
          "remove `autoRenewPeriod`, or add `autoRenew`: true to a subscription", drop}),
    rule(info("auto-renew-period-missing", judgement),
         subscribed.when(&T::autoRenew, is(true)).then(&T::autoRenewPeriod, present),
         {"autoRenew is on, but autoRenewPeriod is missing", "add `autoRenewPeriod`: 1, 2, 3, 6 or 12 (months)"}),
    rule(warning("commodity-code-unknown", terraform),
         require(&T::commodityCode, one_of(commodity::all)),
         {"unknown commodityCode {value}", "remove it, or write {allowed}"}),
    rule(warning("commodity-code-mismatch"),
         all_of(when(&T::subSeriesCode, is(serverless)).then(&T::commodityCode, !one_of(commodity::not_serverless)),
                when(&T::subSeriesCode, not_serverless).when(&T::paymentType, is(Subscription))
                    .then(&T::commodityCode, !one_of(commodity::not_subscription)),
                when(&T::subSeriesCode, not_serverless).when(&T::paymentType, is(PayAsYouGo))
                    .then(&T::commodityCode, !one_of(commodity::not_pay_as_you_go))),
         {"commodityCode {value} does not match the edition and billing method", "remove it, or write {allowed}"}),
    rule(info("serverless-commodity-code-missing", terraform),
         when(&T::subSeriesCode, is(serverless)).then(&T::commodityCode, present),
         {"some of the vendor's tools require a commodityCode for serverless instances",
          "if the request is rejected, add `commodityCode`: `ons_rmqsrvlesspost_public_intl`, or _cn"}),

    // productInfo, as far as it depends on edition and billing

    rule(warning("msg-process-spec-missing", ros),
         when(&T::subSeriesCode, not_serverless).then(spec, present),
         {"msgProcessSpec is missing: instances that are not serverless need a specification",
          "add `productInfo`: {`msgProcessSpec`: `rmq.s2.2xlarge`} or another code"}),
    rule(warning("msg-process-spec-series-mismatch", edition_page),
         satisfies<spec_codes::fits_series>(spec, &T::seriesCode),
         {.message = "msgProcessSpec {value} is a specification of another edition",
          .help = "the letter after rmq. is s for standard, p for professional, u for ultimate",
          .when = "the letters of msgProcessSpec are s, p or u, seriesCode is standard, professional or ultimate, and "
                  "they differ"}),
    rule(warning("msg-process-spec-sub-series-mismatch", edition_page),
         satisfies<spec_codes::fits_sub_series>(spec, &T::subSeriesCode),
         {.message = "msgProcessSpec {value} is a specification of another sub-edition",
          .help = "the digit is 1 for single_node, 2 for cluster_ha, 3 for serverless",
          .when = "the letters of msgProcessSpec are s, p or u, its digits 1, 2 or 3, and subSeriesCode is another"}),
    rule(warning("auto-scaling-unsupported-edition", edition_page),
         all_of(when(autoScaling, is(true)).when(&T::subSeriesCode, is(single_node)).report(autoScaling),
                when(autoScaling, is(true)).when(&T::seriesCode, is(standard)).when(&T::subSeriesCode, is(cluster_ha))
                    .report(autoScaling)),
         {"autoScaling (elastic TPS) is not available in this edition",
          "remove `autoScaling`, or choose the Professional or Platinum Edition as cluster_ha"}),
    rule(warning("capacity-non-serverless", sdk),
         all_of(when(&T::subSeriesCode, not_serverless).then(capacityType, absent),
                when(&T::subSeriesCode, not_serverless).then(provisionedCapacity, absent)),
         {"{field} has no effect: it applies to serverless instances only",
          "remove `{field}`; msgProcessSpec determines the capacity of other instances", drop}),
    rule(warning("provisioned-capacity-missing", contradiction),
         when(&T::subSeriesCode, maybe_serverless).when(capacityType, is(provisioned))
             .then(provisionedCapacity, present),
         {"capacityType is provisioned, but provisionedCapacity is missing",
          "add `provisionedCapacity`, or set `capacityType` to `ondemand`"}),
    rule(warning("provisioned-capacity-with-ondemand", contradiction),
         when(&T::subSeriesCode, maybe_serverless).when(capacityType, is(ondemand)).then(provisionedCapacity, absent),
         {"provisionedCapacity has no effect: capacityType is ondemand",
          "remove `provisionedCapacity`, or set `capacityType` to `provisioned`"}),
    rule(warning("provisioned-capacity-without-mode", contradiction),
         when(&T::subSeriesCode, maybe_serverless).when(capacityType, absent).then(provisionedCapacity, absent),
         {"provisionedCapacity is set without a capacityType", "add `capacityType`: `provisioned`"}),
    rule(warning("trace-on-ignored"),
         when(&T::subSeriesCode, not_serverless).then(traceOn, absent),
         {"traceOn has no effect: message trace is always on for instances that are not serverless",
          "remove `traceOn`", drop}),
    rule(warning("dr-replication-single-node", judgement),
         when(&T::subSeriesCode, is(single_node)).then(drReplicationMode, absent),
         {"drReplicationMode has no effect on a single-node instance",
          "remove `drReplicationMode`, or set `subSeriesCode` to `cluster_ha`"}),

    // networkInfo, as far as it depends on the sub-edition

    rule(warning("serverless-pay-by-bandwidth", edition_page),
         when(&T::subSeriesCode, is(serverless)).when(internetSpec, is(enable)).then(flowOutType, !is(payByBandwidth)),
         {"serverless instances pay for Internet access by traffic, not by bandwidth",
          "set `flowOutType` to `payByTraffic` and remove `flowOutBandwidth`"}),
    rule(warning("serverless-vswitch-count", terraform),
         when(&T::subSeriesCode, is(serverless)).then(satisfies<vswitches::are_not_only_one>(vSwitches, vSwitchId)),
         {.message = "serverless instances need vSwitches in two zones, and only one is specified",
          .help = "add a second entry to `vSwitches`, in another zone",
          .when = "subSeriesCode is serverless and exactly one distinct vSwitch is specified; silent if vSwitches, "
                  "an entry or vSwitchId is mistyped"}),
    rule(warning("serverless-security-group-missing", ros),
         when(&T::subSeriesCode, is(serverless)).then(securityGroupIds, present),
         {"serverless instances need a security group", "add `securityGroupIds`: `sg-…` to vpcInfo"}),

    // Names, tags, token

    rule(warning("instance-name-charset", sdk),
         require(&T::instanceName, matching(forms::name_characters)),
         {"instanceName contains a character that is not allowed: {value}",
          "use letters, digits, _, - and Chinese characters"}),
    rule(error("tag-key-duplicate", tag_page),
         unique(&T::tags, &Tag::key),
         {"duplicate tag key {value}: it appears earlier in the list",
          "keep one tag for each key; keys are case-sensitive"}),
    rule(warning("client-token-empty", judgement),
         require(&T::clientToken, matching(forms::not_empty)),
         {.message = "clientToken is empty: a repeated request creates a second instance",
          .help = "remove it, or set a token such as a UUID", .when = "clientToken is empty"}),
    rule(error("client-token-not-ascii"),
         require(&T::clientToken, matching(forms::ascii)),
         {"clientToken contains a non-ASCII character: {value}", "use letters, digits and hyphens"}),
    rule(warning("client-token-unprintable", seen),
         require(&T::clientToken, matching(forms::printable)),
         {.message = "clientToken contains whitespace or a control character: {value}",
          .help = "use letters, digits and hyphens",
          .when = "clientToken is ASCII, and contains whitespace or a control character"}));
    // clang-format on
}

}  // namespace apsaramq

#include <vouch/detail/macros_on.hpp>
