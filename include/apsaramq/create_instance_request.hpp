// SPDX-License-Identifier: BSL-1.0
// The request of CreateInstance (product RocketMQ, version 2022-08-01), as its API reference documents it. A plain
// member is required. Rules of basis `reference` come from that page, `vendor` from the vendor's SDKs, Terraform
// provider, ROS resource type, quota and tag pages, `practice` from requests that went wrong.
#pragma once

#include <apsaramq/enumerations.hpp>
#include <apsaramq/formats.hpp>
#include <apsaramq/network_info.hpp>
#include <apsaramq/product_info.hpp>
#include <apsaramq/shared_rules.hpp>
#include <vouch/shape_of.hpp>

namespace apsaramq {

struct Tag {
    std::optional<std::string> key{};
    std::optional<std::string> value{};

    bool operator==(const Tag&) const = default;
};
BOOST_DESCRIBE_STRUCT(Tag, (), (key, value))

constexpr auto shape_of(vouch::of<Tag>) {
    using namespace vouch::notation;
    using T = Tag;
    return describe<T>(
        "One resource tag.",
        fields(field(&T::key, {.doc = "The tag's key.", .example = "xxxKey"}),
               field(&T::value, {.doc = "The tag's value.", .example = "xxxValue"})),
        rules(
            rule({.id = "tag-key-missing",
                  .severity = warning,
                  .basis = vendor,
                  .message = "this tag has no key",
                  .help = "write {\"key\": \"…\", \"value\": \"…\"}, or remove the tag"},
                 require(&T::key, present), require(&T::key, matching(formats::is_filled))),
            rule({.id = "tag-key-too-long",
                  .severity = warning,
                  .basis = vendor,
                  .message = "a tag's key has at most 128 characters",
                  .help = "shorten the key"},
                 require(&T::key, matching(formats::is_tag_length))),
            rule({.id = "tag-value-too-long",
                  .severity = warning,
                  .basis = vendor,
                  .message = "a tag's value has at most 128 characters",
                  .help = "shorten the value"},
                 when(&T::key, matching(formats::is_filled)).then(&T::value, matching(formats::is_tag_length))),
            rule({.id = "tag-key-reserved",
                  .severity = warning,
                  .basis = vendor,
                  .message = "tag keys like {value} are reserved",
                  .help = "choose a key that does not start with aliyun or acs: and has no http:// or https:// in it"},
                 require(&T::key, matching(formats::is_free_tag_key)))));
}

struct AclInfo {
    std::optional<bool> defaultVpcAuthFree{};

    bool operator==(const AclInfo&) const = default;
};
BOOST_DESCRIBE_STRUCT(AclInfo, (), (defaultVpcAuthFree))

constexpr auto shape_of(vouch::of<AclInfo>) {
    using namespace vouch::notation;
    using T = AclInfo;
    return describe<T>(
        "Access control.",
        fields(field(&T::defaultVpcAuthFree,
                     {.doc = "Access without a password within the VPC, by intelligent identity recognition.",
                      .example = false})),
        rules(rule({.id = "vpc-auth-free",
                    .severity = info,
                    .message = "everything within the VPC has access without a password",
                    .help = "set \"defaultVpcAuthFree\" to false if that is not wanted"},
                   when(&T::defaultVpcAuthFree, is(true)).report(&T::defaultVpcAuthFree))));
}

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

inline constexpr std::int64_t auto_renew_periods[] = {1, 2, 3, 6, 12};

namespace commodity {

// Each kind on the international site (reference) and on the Chinese one (vendor).
inline constexpr std::string_view all[] = {"ons_rmqpost_public_intl",        "ons_rmqpost_public_cn",
                                           "ons_rmqsub_public_intl",         "ons_rmqsub_public_cn",
                                           "ons_rmqsrvlesspost_public_intl", "ons_rmqsrvlesspost_public_cn"};
inline constexpr std::string_view not_serverless[] = {all[0], all[1], all[2], all[3]};
inline constexpr std::string_view not_subscription[] = {all[0], all[1], all[4], all[5]};
inline constexpr std::string_view not_pay_as_you_go[] = {all[2], all[3], all[4], all[5]};

}  // namespace commodity

namespace spec_codes {

/// Where the letters are exactly s, p or u: whether they say this edition.
constexpr bool fits_series(const vouch::cell& code, const vouch::cell& series) {
    using enum SeriesCode;
    const auto spec = code.present() ? formats::parse_spec_code(code.text) : std::nullopt;
    if (!spec || !(series.is(standard) || series.is(professional) || series.is(ultimate))) return true;
    if (spec->letters == "s") return series.is(standard);
    if (spec->letters == "p") return series.is(professional);
    return spec->letters != "u" || series.is(ultimate);
}

/// The same for the digit, exactly 1, 2 or 3, and the sub-edition.
constexpr bool fits_sub_series(const vouch::cell& code, const vouch::cell& sub_series) {
    using enum SubSeriesCode;
    const auto spec = code.present() ? formats::parse_spec_code(code.text) : std::nullopt;
    if (!spec || !sub_series.present() || (spec->letters != "s" && spec->letters != "p" && spec->letters != "u"))
        return true;
    if (spec->digits == "1") return sub_series.is(single_node);
    if (spec->digits == "2") return sub_series.is(cluster_ha);
    return spec->digits != "3" || sub_series.is(serverless);
}

}  // namespace spec_codes

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
            field(&T::clientToken,
                  {.doc = "Makes a repeated request create one instance only. A new one for each request.",
                   .example = "c2c5d1274a8d4317a13bc5b0d4******",
                   .form = "at most 64 ASCII characters, such as a UUID",
                   .length = {64,
                              {.id = "client-token-too-long",
                               .message = "clientToken has more than 64 characters",
                               .help = "use a shorter one, such as a UUID without its hyphens"}},
                   .in = vouch::location::query,
                   .misplaced = {.id = "client-token-in-body",
                                 .severity = warning,
                                 .message = "clientToken does not belong in the body: it is a query parameter",
                                 .help =
                                     "take it out of the document and give it to the client, or with --client-token"}}),
            field(&T::instanceName, {.doc = "The instance's name.",
                                     .example = "rmq-cn-72u3048uxxx",
                                     .default_words = "the instance ID",
                                     .length = {formats::max_name_length,
                                                {.id = "instance-name-too-long",
                                                 .basis = vendor,
                                                 .message = "instanceName has more than 128 characters",
                                                 .help = "shorten it"}},
                                     .blank = vouch::blank::absent}),
            field(&T::serviceCode, {.doc = "The service.", .example = "rmq", .form = "\"rmq\""}),
            field(&T::seriesCode,
                  {.doc = "Primary edition. Can only be upgraded later: Standard, Professional, Platinum.",
                   .example = standard}),
            field(&T::subSeriesCode, {.doc = "Sub-edition.", .example = cluster_ha, .immutable = true}),
            field(&T::paymentType, {.doc = "Billing method.", .example = Subscription}),
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
                               .help = "write one of these numbers"}}}),
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
                                           .help = "remove it: edition and billing method say what is bought"}},
                   .blank = vouch::blank::warned}),
            field(&T::resourceGroupId, {.doc = "The resource group.",
                                        .example = "rg-aekzy6pist7uuna",
                                        .form = "the id of a resource group, rg-…",
                                        .blank = vouch::blank::warned}),
            field(&T::tags, {.doc = "The resource tags.",
                             .form = "an array of objects: [{\"key\": \"…\", \"value\": \"…\"}]",
                             .length = {20,
                                        {.id = "tags-too-many",
                                         .severity = warning,
                                         .basis = vendor,
                                         .message = "an instance has at most 20 tags, not {value}",
                                         .help = "remove some"}}}),
            field(&T::aclInfo, {.doc = "Access control."})),
        rules(
            rule(placeholder_value, require(&T::resourceGroupId, !matching(formats::is_placeholder)),
                 require(&T::clientToken, !matching(formats::is_masked_token))),
            rule(id_prefix, when(&T::resourceGroupId, !matching(formats::is_placeholder))
                                .then(&T::resourceGroupId, matching(formats::is_resource_group_id))),

            // Edition and billing

            rule({.id = "service-code-invalid",
                  .message = "serviceCode must be \"rmq\", not {value}",
                  .help = "write \"serviceCode\": \"rmq\""},
                 require(&T::serviceCode, is("rmq"))),
            rule({.id = "series-code-legacy",
                  .severity = info,
                  .basis = vendor,
                  .message = "seriesCode {value} is an older edition that only the API reference still lists",
                  .help = "new instances are \"standard\", \"professional\" or \"ultimate\""},
                 when(&T::seriesCode, one_of(dedicated, shared)).report(&T::seriesCode)),
            rule({.id = "ultimate-requires-cluster-ha",
                  .message = "the Platinum Edition (ultimate) exists only as cluster_ha, not as {value}",
                  .help = "set \"subSeriesCode\" to \"cluster_ha\", or choose another seriesCode"},
                 when(&T::seriesCode, is(ultimate)).then(&T::subSeriesCode, is(cluster_ha))),
            rule({.id = "single-node-discontinued",
                  .severity = info,
                  .basis = vendor,
                  .message = "the Single-node Testing Edition is reported as no longer sold since 2024-11-09",
                  .help = "use \"cluster_ha\" or \"serverless\""},
                 when(&T::subSeriesCode, is(single_node)).report(&T::subSeriesCode)),
            rule({.id = "serverless-subscription",
                  .severity = warning,
                  .basis = vendor,
                  .message = "serverless instances are pay-as-you-go, not Subscription",
                  .help = "set \"paymentType\" to \"PayAsYouGo\", or \"subSeriesCode\" to \"cluster_ha\""},
                 when(&T::subSeriesCode, is(serverless)).then(&T::paymentType, is(PayAsYouGo))),
            rule({.id = "subscription-requires-period",
                  .message = "period is required when paymentType is Subscription",
                  .help = "add \"period\": 1 to 6 with \"periodUnit\": \"Month\", or 1 to 3 with \"Year\""},
                 when(&T::paymentType, is(Subscription)).then(&T::period, present)),
            rule({.id = "period-out-of-range",
                  .message = "a period of {value} is not offered",
                  .help = "write 1 to 6 with \"periodUnit\": \"Month\", or 1 to 3 with \"Year\""},
                 when(&T::periodUnit, is(Year)).then(&T::period, between(1, 3)),
                 when(&T::periodUnit, !is(Year) || wrong).then(&T::period, between(1, 6))),
            rule({.id = "period-unit-missing",
                  .severity = warning,
                  .basis = practice,
                  .message = "period has no unit, and none is documented as the default",
                  .help = "add \"periodUnit\": \"Month\" or \"Year\""},
                 when(&T::paymentType, is(Subscription)).when(&T::period, present).then(&T::periodUnit, present)),
            rule({.id = "period-ignored",
                  .severity = warning,
                  .basis = vendor,
                  .message = "{field} has no effect with paymentType PayAsYouGo",
                  .help = "remove \"period\" and \"periodUnit\", or set \"paymentType\" to \"Subscription\""},
                 when(&T::paymentType, is(PayAsYouGo)).then(&T::period, absent),
                 when(&T::paymentType, is(PayAsYouGo)).when(&T::period, absent).then(&T::periodUnit, absent)),
            rule({.id = "auto-renew-ignored",
                  .severity = warning,
                  .message = "autoRenew has no effect with paymentType PayAsYouGo",
                  .help = "remove \"autoRenew\": only subscriptions renew"},
                 when(&T::paymentType, is(PayAsYouGo)).then(&T::autoRenew, is(false))),
            rule({.id = "auto-renew-period-ignored",
                  .severity = warning,
                  .message = "autoRenewPeriod has no effect without auto-renewal of a subscription",
                  .help = "remove \"autoRenewPeriod\", or add \"autoRenew\": true to a subscription"},
                 when(&T::paymentType, is(PayAsYouGo)).then(&T::autoRenewPeriod, absent),
                 when(&T::autoRenew, !is(true)).then(&T::autoRenewPeriod, absent)),
            rule({.id = "auto-renew-period-missing",
                  .severity = info,
                  .basis = practice,
                  .message = "autoRenew is on, and autoRenewPeriod does not say for how long",
                  .help = "add \"autoRenewPeriod\": 1, 2, 3, 6 or 12 (months)"},
                 when(&T::paymentType, is(Subscription))
                     .when(&T::autoRenew, is(true))
                     .then(&T::autoRenewPeriod, present)),
            rule({.id = "commodity-code-unknown",
                  .severity = warning,
                  .basis = vendor,
                  .message = "commodityCode is none of the known ones: {value}",
                  .help = "remove it, or write {allowed}"},
                 require(&T::commodityCode, one_of(commodity::all))),
            rule({.id = "commodity-code-mismatch",
                  .severity = warning,
                  .message = "commodityCode {value} is of another kind than what is asked for",
                  .help = "remove it, or write {allowed}"},
                 when(&T::subSeriesCode, is(serverless)).then(&T::commodityCode, !one_of(commodity::not_serverless)),
                 when(&T::subSeriesCode, not_serverless)
                     .when(&T::paymentType, is(Subscription))
                     .then(&T::commodityCode, !one_of(commodity::not_subscription)),
                 when(&T::subSeriesCode, not_serverless)
                     .when(&T::paymentType, is(PayAsYouGo))
                     .then(&T::commodityCode, !one_of(commodity::not_pay_as_you_go))),
            rule({.id = "serverless-commodity-code-missing",
                  .severity = info,
                  .basis = vendor,
                  .message = "some of the vendor's tools ask for a commodityCode with serverless",
                  .help =
                      "if the request is refused, add \"commodityCode\": \"ons_rmqsrvlesspost_public_intl\", or _cn"},
                 when(&T::subSeriesCode, is(serverless)).then(&T::commodityCode, present)),

            // productInfo, as far as edition and billing decide

            rule({.id = "msg-process-spec-missing",
                  .severity = warning,
                  .basis = vendor,
                  .message = "msgProcessSpec is missing: instances that are not serverless need a specification",
                  .help = "add \"productInfo\": {\"msgProcessSpec\": \"rmq.s2.2xlarge\"} or another code"},
                 when(&T::subSeriesCode, not_serverless).then(spec, present)),
            rule({.id = "msg-process-spec-series-mismatch",
                  .severity = warning,
                  .basis = vendor,
                  .message = "msgProcessSpec {value} is a specification of another edition",
                  .help = "the letter after rmq. is s for standard, p for professional, u for ultimate"},
                 satisfies<spec_codes::fits_series>(spec, &T::seriesCode)),
            rule({.id = "msg-process-spec-sub-series-mismatch",
                  .severity = warning,
                  .basis = vendor,
                  .message = "msgProcessSpec {value} is a specification of another sub-edition",
                  .help = "the digit is 1 for single_node, 2 for cluster_ha, 3 for serverless"},
                 satisfies<spec_codes::fits_sub_series>(spec, &T::subSeriesCode)),
            rule({.id = "auto-scaling-unsupported-edition",
                  .severity = warning,
                  .basis = vendor,
                  .message = "this edition has no elastic TPS (autoScaling)",
                  .help = "remove \"autoScaling\", or choose the Professional or Platinum Edition as cluster_ha"},
                 when(autoScaling, is(true)).when(&T::subSeriesCode, is(single_node)).report(autoScaling),
                 when(autoScaling, is(true))
                     .when(&T::seriesCode, is(standard))
                     .when(&T::subSeriesCode, is(cluster_ha))
                     .report(autoScaling)),
            rule({.id = "capacity-non-serverless",
                  .severity = warning,
                  .basis = vendor,
                  .message = "{field} has no effect: only serverless instances have a capacity",
                  .help = "remove \"{field}\"; msgProcessSpec says how much other instances can do"},
                 when(&T::subSeriesCode, not_serverless).then(capacityType, absent),
                 when(&T::subSeriesCode, not_serverless).then(provisionedCapacity, absent)),
            rule({.id = "provisioned-capacity-missing",
                  .severity = warning,
                  .basis = practice,
                  .message = "capacityType is provisioned, but provisionedCapacity does not say how much",
                  .help = "add \"provisionedCapacity\", or set \"capacityType\" to \"ondemand\""},
                 when(&T::subSeriesCode, maybe_serverless)
                     .when(capacityType, is(provisioned))
                     .then(provisionedCapacity, present)),
            rule({.id = "provisioned-capacity-with-ondemand",
                  .severity = warning,
                  .basis = practice,
                  .message = "provisionedCapacity has no effect: capacityType is ondemand",
                  .help = "remove \"provisionedCapacity\", or set \"capacityType\" to \"provisioned\""},
                 when(&T::subSeriesCode, maybe_serverless)
                     .when(capacityType, is(ondemand))
                     .then(provisionedCapacity, absent)),
            rule(
                {.id = "provisioned-capacity-without-mode",
                 .severity = warning,
                 .basis = practice,
                 .message = "provisionedCapacity is given without a capacityType",
                 .help = "add \"capacityType\": \"provisioned\""},
                when(&T::subSeriesCode, maybe_serverless).when(capacityType, absent).then(provisionedCapacity, absent)),
            rule({.id = "trace-on-ignored",
                  .severity = warning,
                  .message = "traceOn has no effect: message trace is always on where the instance is not serverless",
                  .help = "remove \"traceOn\""},
                 when(&T::subSeriesCode, not_serverless).then(traceOn, absent)),
            rule({.id = "dr-replication-single-node",
                  .severity = warning,
                  .basis = practice,
                  .message = "a single node has nothing to replicate to",
                  .help = "remove \"drReplicationMode\", or set \"subSeriesCode\" to \"cluster_ha\""},
                 when(&T::subSeriesCode, is(single_node)).then(drReplicationMode, absent)),

            // networkInfo, as far as the sub-edition decides

            rule({.id = "serverless-pay-by-bandwidth",
                  .severity = warning,
                  .basis = vendor,
                  .message = "serverless instances pay Internet access by traffic, not by bandwidth",
                  .help = "set \"flowOutType\" to \"payByTraffic\" and remove \"flowOutBandwidth\""},
                 when(&T::subSeriesCode, is(serverless))
                     .when(internetSpec, is(enable))
                     .then(flowOutType, !is(payByBandwidth))),
            rule({.id = "serverless-vswitch-count",
                  .severity = warning,
                  .basis = vendor,
                  .message = "serverless instances need vSwitches in two zones, and only one is given",
                  .help = "add a second entry to \"vSwitches\", in another zone"},
                 when(&T::subSeriesCode, is(serverless)).satisfies<vswitches::are_not_only_one>(vSwitches, vSwitchId)),
            rule({.id = "serverless-security-group-missing",
                  .severity = warning,
                  .basis = vendor,
                  .message = "serverless instances need a security group",
                  .help = "add \"securityGroupIds\": \"sg-…\" to vpcInfo"},
                 when(&T::subSeriesCode, is(serverless)).then(securityGroupIds, present)),

            // Names, tags, token

            rule({.id = "instance-name-charset",
                  .severity = warning,
                  .basis = vendor,
                  .message = "instanceName has a character that names do not have: {value}",
                  .help = "use letters, digits, _, - and Chinese characters"},
                 require(&T::instanceName, matching(formats::has_name_characters))),
            rule({.id = "tag-key-duplicate",
                  .basis = vendor,
                  .message = "the tag key {value} stands in the list before",
                  .help = "keep one tag for each key; case counts"},
                 unique(&T::tags, &Tag::key)),
            rule({.id = "client-token-empty",
                  .severity = warning,
                  .basis = practice,
                  .message = "clientToken is empty: a repeated request creates a second instance",
                  .help = "remove it, or give a token such as a UUID"},
                 require(&T::clientToken, matching(formats::is_not_empty))),
            rule({.id = "client-token-not-ascii",
                  .message = "clientToken has a character that is not ASCII: {value}",
                  .help = "use letters, digits and hyphens"},
                 require(&T::clientToken, matching(formats::is_ascii))),
            rule({.id = "client-token-unprintable",
                  .severity = warning,
                  .basis = practice,
                  .message = "clientToken has a blank or a control character: {value}",
                  .help = "use letters, digits and hyphens"},
                 require(&T::clientToken, matching(formats::is_printable)))));
}

}  // namespace apsaramq
