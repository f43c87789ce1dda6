// SPDX-License-Identifier: BSL-1.0
// The request of CreateInstance (product RocketMQ, version 2022-08-01), as its API reference documents it. A plain member is
// required. Rules of basis `reference` come from that page, `vendor` from the vendor's SDKs, Terraform provider, ROS resource
// type, quota and tag pages, `practice` from requests that went wrong.
#pragma once

#include <apsaramq/formats.hpp>
#include <vouch/shape_of.hpp>

namespace apsaramq {

// ---- Enumerations ----------------------------------------------------------------------------------------------------

enum class SeriesCode { standard = 1, dedicated, shared, ultimate, professional };
BOOST_DESCRIBE_ENUM(SeriesCode, standard, dedicated, shared, ultimate, professional)

constexpr auto shape_of(vouch::of<SeriesCode>) {
    using namespace vouch::notation;
    using enum SeriesCode;
    return describe<SeriesCode>("The primary edition.",
                                value(standard, "Standard Edition. Can be upgraded to Professional, then to Platinum."),
                                value(dedicated, "Dedicated Edition (独享版): an older edition."),
                                value(shared, "Shared Edition (共享版): an older edition."),
                                value(ultimate, "Platinum Edition. Only as a High-availability Cluster."),
                                value(professional, "Professional Edition. Can be upgraded to Platinum."));
}

enum class SubSeriesCode { serverless = 1, cluster_ha, single_node };
BOOST_DESCRIBE_ENUM(SubSeriesCode, serverless, cluster_ha, single_node)

constexpr auto shape_of(vouch::of<SubSeriesCode>) {
    using namespace vouch::notation;
    using enum SubSeriesCode;
    return describe<SubSeriesCode>("The sub-edition.", value(serverless, "Serverless Edition: capacity follows the load."),
                                   value(cluster_ha, "High-availability Cluster Edition."),
                                   value(single_node, "Single-node Testing Edition: not for production."));
}

enum class PaymentType { PayAsYouGo = 1, Subscription };
BOOST_DESCRIBE_ENUM(PaymentType, PayAsYouGo, Subscription)

constexpr auto shape_of(vouch::of<PaymentType>) {
    using namespace vouch::notation;
    using enum PaymentType;
    return describe<PaymentType>("The billing method.", value(PayAsYouGo, "Pay later, for what was used."),
                                 value(Subscription, "Pay in advance, for a period."));
}

enum class PeriodUnit { Month = 1, Year };
BOOST_DESCRIBE_ENUM(PeriodUnit, Month, Year)

constexpr auto shape_of(vouch::of<PeriodUnit>) {
    using namespace vouch::notation;
    using enum PeriodUnit;
    return describe<PeriodUnit>("The unit of the subscription period.", value(Month, "Months."), value(Year, "Years."));
}

enum class CapacityType { provisioned = 1, ondemand };
BOOST_DESCRIBE_ENUM(CapacityType, provisioned, ondemand)

constexpr auto shape_of(vouch::of<CapacityType>) {
    using namespace vouch::notation;
    using enum CapacityType;
    return describe<CapacityType>("The capacity mode of a serverless instance.",
                                  value(provisioned, "Reserved capacity, and elastic capacity above it."),
                                  value(ondemand, "Pay for what is used, nothing reserved."));
}

enum class DrReplicationMode { async_cross_az = 1, sync_cross_az };
BOOST_DESCRIBE_ENUM(DrReplicationMode, async_cross_az, sync_cross_az)

constexpr auto shape_of(vouch::of<DrReplicationMode>) {
    using namespace vouch::notation;
    using enum DrReplicationMode;
    return describe<DrReplicationMode>("How messages are replicated across zones.",
                                       value(async_cross_az, "Asynchronously."), value(sync_cross_az, "Synchronously."));
}

enum class InternetSpec { enable = 1, disable };
BOOST_DESCRIBE_ENUM(InternetSpec, enable, disable)

constexpr auto shape_of(vouch::of<InternetSpec>) {
    using namespace vouch::notation;
    using enum InternetSpec;
    return describe<InternetSpec>("Whether the instance has a public endpoint.",
                                  value(enable, "It has one; its traffic is charged."),
                                  value(disable, "It can be reached only from within the VPC."));
}

enum class FlowOutType { payByBandwidth = 1, payByTraffic, uninvolved };
BOOST_DESCRIBE_ENUM(FlowOutType, payByBandwidth, payByTraffic, uninvolved)

constexpr auto shape_of(vouch::of<FlowOutType>) {
    using namespace vouch::notation;
    using enum FlowOutType;
    return describe<FlowOutType>("How Internet access is billed.",
                                 value(payByBandwidth, "By reserved bandwidth; only with Internet access enabled."),
                                 value(payByTraffic, "By traffic; only with Internet access enabled."),
                                 value(uninvolved, "Not at all: Internet access is disabled."));
}

// ---- Rules that several objects share --------------------------------------------------------------------------------

inline constexpr vouch::rule_info placeholder_value{
    .id = "placeholder-value",
    .severity = vouch::severity::warning,
    .basis = vouch::basis::practice,
    .message = "{field} looks like a placeholder: {value}",
    .help = "put the real value here; this one was copied from documentation or from a template"};

inline constexpr vouch::rule_info id_prefix{.id = "id-prefix",
                                            .severity = vouch::severity::warning,
                                            .basis = vouch::basis::practice,
                                            .message = "{field} does not look like the id of such a resource: {value}",
                                            .help = "write {allowed}"};

// ---- productInfo -----------------------------------------------------------------------------------------------------

struct ProductInfo {
    std::optional<std::string> msgProcessSpec{};
    std::optional<double> sendReceiveRatio{};
    std::optional<bool> autoScaling{};
    std::optional<std::int32_t> messageRetentionTime{};
    std::optional<bool> storageEncryption{};
    std::optional<std::string> storageSecretKey{};
    std::optional<CapacityType> capacityType{};
    std::optional<std::int64_t> provisionedCapacity{};
    std::optional<bool> traceOn{};
    std::optional<DrReplicationMode> drReplicationMode{};

    bool operator==(const ProductInfo&) const = default;
};
BOOST_DESCRIBE_STRUCT(ProductInfo, (),
                      (msgProcessSpec, sendReceiveRatio, autoScaling, messageRetentionTime, storageEncryption, storageSecretKey,
                       capacityType, provisionedCapacity, traceOn, drReplicationMode))

constexpr auto shape_of(vouch::of<ProductInfo>) {
    using namespace vouch::notation;
    using T = ProductInfo;
    return describe<T>(
        "The specifications of the instance.",
        fields(
            field(&T::msgProcessSpec, {.doc = "Computing specification: how many messages are sent and received per second.",
                                       .example = "rmq.s2.2xlarge",
                                       .form = "a specification code such as \"rmq.s2.2xlarge\"",
                                       .pattern = "^rmq\\.[a-z]+[0-9]*\\.[a-z0-9]+$",
                                       .blank = vouch::blank::warned}),
            field(&T::sendReceiveRatio,
                  {.doc = "Sending TPS as a part of the total TPS.",
                   .example = 0.5,
                   .default_value = 0.5,
                   .range = {0.05, 0.95,
                             {.id = "send-receive-ratio-range",
                              .message = "sendReceiveRatio must be from 0.05 to 0.95, not {value}",
                              .help = "write the sending part as a decimal: 0.8 of 1,000 TPS is 800 for sending and 200 for "
                                      "receiving"}}}),
            field(&T::autoScaling, {.doc = "Elastic TPS: more messages than the specification says, at an extra charge. Only "
                                           "for some editions.",
                                    .example = true}),
            field(&T::messageRetentionTime,
                  {.doc = "How long messages are kept; storage is charged by use. The range is a matter of the Limits page.",
                   .example = 72,
                   .unit = "hours",
                   .range = {1, 720,
                             {.id = "message-retention-time-range",
                              .severity = warning,
                              .basis = practice,
                              .message = "messageRetentionTime is outside 1 to 720 hours: {value}",
                              .help = "write the hours that messages are kept; 72 is three days"}}}),
            field(&T::storageEncryption, {.doc = "Whether stored messages are encrypted.", .example = false}),
            field(&T::storageSecretKey, {.doc = "The key that stored messages are encrypted with.",
                                         .example = "xxxxx",
                                         .form = "the key for storage encryption",
                                         .blank = vouch::blank::warned,
                                         .secret = true}),
            field(&T::capacityType, {.doc = "Capacity mode of a serverless instance.", .example = CapacityType::provisioned}),
            field(&T::provisionedCapacity, {.doc = "Reserved capacity of a serverless instance.",
                                            .example = 5000,
                                            .range = {.min = 1,
                                                      .rule = {.id = "provisioned-capacity-not-positive",
                                                               .severity = warning,
                                                               .basis = practice,
                                                               .message = "provisionedCapacity reserves nothing: {value}",
                                                               .help = "write a number of at least 1, or use capacityType "
                                                                       "\"ondemand\" without provisionedCapacity"}}}),
            field(&T::traceOn, {.doc = "Message trace, at a charge. Has an effect on serverless instances only; on all others "
                                       "it is always on.",
                                .example = true}),
            field(&T::drReplicationMode,
                  {.doc = "Cross-zone replication.", .example = DrReplicationMode::async_cross_az})),
        rules(rule({.id = "msg-process-spec-format",
                    .severity = warning,
                    .basis = vendor,
                    .message = "msgProcessSpec is no specification code: {value}",
                    .help = "codes look like rmq.s2.2xlarge: rmq, s, p or u with 1, 2 or 3, and a size"},
                   require(&T::msgProcessSpec, matching(formats::is_spec_code))),
              rule({.id = "storage-encryption-without-key",
                    .severity = warning,
                    .basis = practice,
                    .message = "storageEncryption is on, but there is no storageSecretKey",
                    .help = "add \"storageSecretKey\", or set \"storageEncryption\" to false"},
                   when(&T::storageEncryption, is(true)).then(&T::storageSecretKey, present)),
              rule({.id = "storage-key-without-encryption",
                    .severity = warning,
                    .basis = practice,
                    .message = "storageSecretKey has no effect: storageEncryption is not true",
                    .help = "set \"storageEncryption\" to true, or remove \"storageSecretKey\""},
                   when(&T::storageEncryption, !is(true)).then(&T::storageSecretKey, absent)),
              rule(placeholder_value, require(&T::storageSecretKey, !matching(formats::is_placeholder)))));
}

// ---- networkInfo -----------------------------------------------------------------------------------------------------

struct VSwitch {
    std::optional<std::string> vSwitchId{};

    bool operator==(const VSwitch&) const = default;
};
BOOST_DESCRIBE_STRUCT(VSwitch, (), (vSwitchId))

constexpr auto shape_of(vouch::of<VSwitch>) {
    using namespace vouch::notation;
    using T = VSwitch;
    return describe<T>(
        "One vSwitch.",
        fields(field(&T::vSwitchId, {.doc = "The vSwitch that the instance is connected to.",
                                     .example = "vsw-uf6gwtbn6etadpv*******",
                                     .form = "the id of one vSwitch, vsw-…",
                                     .immutable = true})),
        rules(rule({.id = "vswitch-entry-empty",
                    .severity = warning,
                    .basis = practice,
                    .message = "this entry of vSwitches names no vSwitch",
                    .help = "write \"vSwitchId\": \"vsw-…\", or remove the entry"},
                   require(&T::vSwitchId, present), require(&T::vSwitchId, matching(formats::is_filled))),
              rule({.id = "vswitch-entry-multiple-ids",
                    .message = "an entry of vSwitches holds one id, not several: {value}",
                    .help = "write one entry for each: [{\"vSwitchId\": \"vsw-…\"}, {\"vSwitchId\": \"vsw-…\"}]"},
                   require(&T::vSwitchId, !matching(formats::has_separator))),
              rule(placeholder_value, when(&T::vSwitchId, !matching(formats::has_separator))
                                          .then(&T::vSwitchId, !matching(formats::is_placeholder))),
              rule(id_prefix, when(&T::vSwitchId, !matching(formats::has_separator))
                                  .when(&T::vSwitchId, !matching(formats::is_placeholder))
                                  .then(&T::vSwitchId, matching(formats::is_vswitch_id_or_blank)))));
}

struct VpcInfo {
    std::string vpcId{};
    std::optional<std::string> vSwitchId{};
    std::optional<std::string> securityGroupIds{};
    std::optional<std::vector<VSwitch>> vSwitches{};

    bool operator==(const VpcInfo&) const = default;
};
BOOST_DESCRIBE_STRUCT(VpcInfo, (), (vpcId, vSwitchId, securityGroupIds, vSwitches))

namespace vswitches {

inline constexpr auto entry_id = vouch::notation::at(&VSwitch::vSwitchId).slot;

/// An entry is no object, or its id no string.
constexpr bool has_mistyped_entry(const vouch::cell& entries) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries.item(i).wrong() || entries.item(i, entry_id).wrong()) return true;
    }
    return false;
}

constexpr bool has_usable_entry(const vouch::cell& entries) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const vouch::cell id = entries.item(i, entry_id);
        if (id.present() && formats::is_filled(id.text)) return true;
    }
    return false;
}

constexpr bool has_usable_id(const vouch::cell& joined) { return joined.present() && formats::has_usable_segment(joined.text); }

/// A vSwitch is named in one of the two ways, or in an entry that is mistyped.
constexpr bool are_given(const vouch::cell& entries, const vouch::cell& joined) {
    return has_usable_entry(entries) || has_usable_id(joined) || has_mistyped_entry(entries);
}

/// Not both ways at a time.
constexpr bool are_given_once(const vouch::cell& joined, const vouch::cell& entries) {
    return !has_usable_id(joined) || !(has_usable_entry(entries) || has_mistyped_entry(entries));
}

/// Not exactly one distinct id: among the entries, or else among those joined in one text.
constexpr bool are_not_only_one(const vouch::cell& entries, const vouch::cell& joined) {
    std::string_view first;
    bool several = false;
    const auto count = [&](std::string_view id) {
        if (id.empty()) return true;
        several = several || (!first.empty() && id != first);
        first = id;
        return true;
    };
    if (has_usable_entry(entries)) {
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const vouch::cell id = entries.item(i, entry_id);
            if (!id.present() || !formats::is_filled(id.text)) continue;
            if (formats::has_separator(id.text)) formats::all_segments(id.text, count);
            else count(id.text);
        }
    } else if (joined.present()) {
        formats::all_segments(joined.text, count);
    }
    return first.empty() || several || has_mistyped_entry(entries);
}

}  // namespace vswitches

constexpr auto shape_of(vouch::of<VpcInfo>) {
    using namespace vouch::notation;
    using T = VpcInfo;
    return describe<T>(
        "The VPC and the vSwitches that the instance is connected to.",
        fields(
            field(&T::vpcId, {.doc = "The VPC. To change it, release the instance and buy a new one.",
                              .example = "vpc-wz9qt50xhtj9krb******",
                              .form = "the id of a VPC, vpc-…",
                              .immutable = true}),
            field(&T::vSwitchId,
                  {.doc = "The vSwitch, or several joined with |.",
                   .example = "vsw-uf6gwtbn6etadpv*******",
                   .form = "the id of a vSwitch, vsw-…, or several joined with |",
                   .deprecated = {.use = "vSwitches",
                                  .rule = {.id = "deprecated-vswitch-id",
                                           .severity = warning,
                                           .message = "vSwitchId is deprecated",
                                           .help = "use \"vSwitches\": [{\"vSwitchId\": \"vsw-…\"}], with one entry for each "
                                                   "id"}},
                   .blank = vouch::blank::warned,
                   .immutable = true}),
            field(&T::securityGroupIds, {.doc = "The security group: one, despite the plural.",
                                         .example = "sg-bp17hpmgz96tvnsdy6so",
                                         .form = "the id of a security group, sg-…",
                                         .blank = vouch::blank::warned}),
            field(&T::vSwitches, {.doc = "The vSwitches. To change them, release the instance and buy a new one.",
                                  .form = "an array of objects: [{\"vSwitchId\": \"vsw-…\"}]",
                                  .immutable = true})),
        rules(
            rule(placeholder_value, require(&T::vpcId, !matching(formats::is_placeholder)),
                 require(&T::vSwitchId, !matching(formats::is_placeholder)),
                 require(&T::securityGroupIds, !matching(formats::is_placeholder))),
            rule(id_prefix,
                 when(&T::vpcId, !matching(formats::is_placeholder)).then(&T::vpcId, matching(formats::is_vpc_id)),
                 when(&T::vSwitchId, !matching(formats::is_placeholder)).then(&T::vSwitchId, matching(formats::are_vswitch_ids)),
                 when(&T::securityGroupIds, !matching(formats::is_placeholder))
                     .then(&T::securityGroupIds, matching(formats::is_security_group_id))),
            rule({.id = "vswitch-missing",
                  .message = "no vSwitch is given",
                  .help = "add \"vSwitches\": [{\"vSwitchId\": \"vsw-…\"}] beside vpcId; the vSwitches cannot be changed later"},
                 satisfies<vswitches::are_given>(&T::vSwitches, &T::vSwitchId)),
            rule({.id = "vswitch-both-forms",
                  .severity = warning,
                  .basis = vendor,
                  .message = "vSwitches are given in two ways: as vSwitchId and as vSwitches",
                  .help = "keep \"vSwitches\" and remove \"vSwitchId\""},
                 satisfies<vswitches::are_given_once>(&T::vSwitchId, &T::vSwitches)),
            rule({.id = "vswitch-duplicate",
                  .severity = warning,
                  .basis = practice,
                  .message = "the same vSwitch is given twice: {value}",
                  .help = "keep one of the two"},
                 unique(&T::vSwitches, &VSwitch::vSwitchId),
                 require(&T::vSwitchId, matching(formats::has_distinct_segments))),
            rule({.id = "vswitch-id-separator",
                  .severity = warning,
                  .message = "vSwitchId joins ids with a comma: {value}",
                  .help = "use \"vSwitches\" with one entry for each id; in vSwitchId, the separator is |"},
                 require(&T::vSwitchId, matching(formats::has_no_comma))),
            rule({.id = "vswitch-id-list-malformed",
                  .severity = warning,
                  .basis = practice,
                  .message = "vSwitchId has an empty part between its separators: {value}",
                  .help = "remove the separator that is too much"},
                 require(&T::vSwitchId, matching(formats::has_no_blank_segment)))));
}

struct InternetInfo {
    InternetSpec internetSpec{};
    FlowOutType flowOutType{};
    std::optional<std::int32_t> flowOutBandwidth{};
    std::optional<std::vector<std::string>> ipWhitelist{};

    bool operator==(const InternetInfo&) const = default;
};
BOOST_DESCRIBE_STRUCT(InternetInfo, (), (internetSpec, flowOutType, flowOutBandwidth, ipWhitelist))

constexpr auto shape_of(vouch::of<InternetInfo>) {
    using namespace vouch::notation;
    using T = InternetInfo;
    using enum InternetSpec;
    using enum FlowOutType;
    return describe<T>(
        "Access from the Internet.",
        fields(
            field(&T::internetSpec, {.doc = "Whether the instance has a public endpoint.", .example = disable}),
            field(&T::flowOutType, {.doc = "How Internet access is billed.", .example = uninvolved}),
            field(&T::flowOutBandwidth,
                  {.doc = "Bandwidth of the public endpoint, where it is paid by bandwidth.",
                   .example = 100,
                   .unit = "Mbit/s",
                   .range = {1, 1000,
                             {.id = "flow-out-bandwidth-range",
                              .message = "flowOutBandwidth must be from 1 to 1000 Mbit/s, not {value}",
                              .help = "write a bandwidth from 1 to 1000; without payByBandwidth, remove the field"}}}),
            field(&T::ipWhitelist,
                  {.doc = "The addresses that may use the public endpoint; without it, all may.",
                   .default_words = "all addresses",
                   .form = "an array of IP addresses and CIDR blocks such as \"192.168.1.0/24\"",
                   .deprecated = {.use = "operation CreateInstanceIpWhitelist",
                                  .rule = {.id = "deprecated-ip-whitelist",
                                           .severity = warning,
                                           .message = "ipWhitelist is deprecated",
                                           .help = "create the instance without it, then call CreateInstanceIpWhitelist"}}})),
        rules(
            rule({.id = "flow-out-type-requires-internet",
                  .message = "flowOutType {value} needs Internet access, which is disabled",
                  .help = "set \"flowOutType\" to \"uninvolved\", or \"internetSpec\" to \"enable\""},
                 when(&T::internetSpec, is(disable)).then(&T::flowOutType, is(uninvolved))),
            rule({.id = "uninvolved-requires-internet-disabled",
                  .basis = vendor,
                  .message = "flowOutType \"uninvolved\" says how no Internet access is billed, but it is enabled",
                  .help = "set \"flowOutType\" to \"payByTraffic\" or \"payByBandwidth\", or \"internetSpec\" to \"disable\""},
                 when(&T::internetSpec, is(enable)).then(&T::flowOutType, !is(uninvolved))),
            rule({.id = "bandwidth-required",
                  .message = "flowOutBandwidth is required when flowOutType is payByBandwidth",
                  .help = "add \"flowOutBandwidth\": 1 to 1000 (Mbit/s), or choose \"payByTraffic\""},
                 when(&T::flowOutType, is(payByBandwidth))
                     .when(&T::internetSpec, is(enable) || absent)
                     .then(&T::flowOutBandwidth, present)),
            rule({.id = "bandwidth-ignored",
                  .severity = warning,
                  .message = "flowOutBandwidth has no effect: only payByBandwidth uses it",
                  .help = "remove \"flowOutBandwidth\", or set \"flowOutType\" to \"payByBandwidth\""},
                 when(&T::flowOutType, one_of(payByTraffic, uninvolved)).then(&T::flowOutBandwidth, absent)),
            rule({.id = "ip-whitelist-without-internet",
                  .severity = warning,
                  .message = "ipWhitelist has no effect: Internet access is disabled",
                  .help = "remove \"ipWhitelist\"; within the VPC, security groups decide"},
                 when(&T::internetSpec, is(disable)).then(&T::ipWhitelist, absent)),
            rule({.id = "ip-whitelist-entry-invalid",
                  .message = "{value} is no IP address and no CIDR block",
                  .help = "write an address such as \"192.168.1.7\" or a block such as \"192.168.1.0/24\" or \"2001:db8::/32\""},
                 each(&T::ipWhitelist, matching(formats::is_address_block))),
            rule({.id = "ip-whitelist-duplicate",
                  .severity = warning,
                  .basis = practice,
                  .message = "{value} stands in the list before",
                  .help = "remove this entry"},
                 unique(&T::ipWhitelist)),
            rule({.id = "cidr-host-bits",
                  .severity = info,
                  .basis = practice,
                  .message = "{value} has bits set behind its prefix length",
                  .help = "they do not count; write the block's first address, or a longer prefix"},
                 each(&T::ipWhitelist, matching(formats::has_no_host_bits))),
            rule({.id = "ip-whitelist-open",
                  .severity = info,
                  .basis = practice,
                  .message = "{value} allows every address",
                  .help = "name the networks that need access"},
                 each(&T::ipWhitelist, matching(formats::is_not_open)))));
}

struct NetworkInfo {
    VpcInfo vpcInfo{};
    InternetInfo internetInfo{};

    bool operator==(const NetworkInfo&) const = default;
};
BOOST_DESCRIBE_STRUCT(NetworkInfo, (), (vpcInfo, internetInfo))

constexpr auto shape_of(vouch::of<NetworkInfo>) {
    using namespace vouch::notation;
    using T = NetworkInfo;
    return describe<T>("The network configuration.",
                       fields(field(&T::vpcInfo, {.doc = "The VPC.", .form = "an object with \"vpcId\" and \"vSwitches\""}),
                              field(&T::internetInfo, {.doc = "Access from the Internet.",
                                                       .form = "an object with \"internetSpec\" and \"flowOutType\""})));
}

// ---- tags, aclInfo ---------------------------------------------------------------------------------------------------

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
        rules(rule({.id = "tag-key-missing",
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
                   when(&T::key, matching(formats::is_filled)).then(&T::key, matching(formats::is_tag_length))),
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
    return describe<T>("Access control.",
                       fields(field(&T::defaultVpcAuthFree,
                                    {.doc = "Access without a password within the VPC, by intelligent identity recognition.",
                                     .example = false})),
                       rules(rule({.id = "vpc-auth-free",
                                   .severity = info,
                                   .message = "everything within the VPC has access without a password",
                                   .help = "set \"defaultVpcAuthFree\" to false if that is not wanted"},
                                  when(&T::defaultVpcAuthFree, is(true)).report(&T::defaultVpcAuthFree))));
}

// ---- The request -----------------------------------------------------------------------------------------------------

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
                      (clientToken, instanceName, serviceCode, seriesCode, subSeriesCode, paymentType, period, periodUnit,
                       autoRenew, autoRenewPeriod, remark, productInfo, networkInfo, commodityCode, resourceGroupId, tags,
                       aclInfo))

inline constexpr std::int64_t auto_renew_periods[] = {1, 2, 3, 6, 12};

namespace commodity {

// Each kind on the international site (reference) and on the Chinese one (vendor).
inline constexpr std::string_view all[] = {"ons_rmqpost_public_intl",       "ons_rmqpost_public_cn",
                                           "ons_rmqsub_public_intl",        "ons_rmqsub_public_cn",
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
    if (!spec || !sub_series.present() || (spec->letters != "s" && spec->letters != "p" && spec->letters != "u")) return true;
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
                                 .help = "take it out of the document and give it to the client, or with --client-token"}}),
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
            field(&T::seriesCode, {.doc = "Primary edition. Can only be upgraded later: Standard, Professional, Platinum.",
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
                 when(&T::paymentType, is(Subscription)).when(&T::autoRenew, is(true)).then(&T::autoRenewPeriod, present)),
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
                  .help = "if the request is refused, add \"commodityCode\": \"ons_rmqsrvlesspost_public_intl\", or _cn"},
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
            rule({.id = "provisioned-capacity-without-mode",
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
                 when(&T::subSeriesCode, is(serverless))
                     .satisfies<vswitches::are_not_only_one>(vSwitches, vSwitchId)),
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
