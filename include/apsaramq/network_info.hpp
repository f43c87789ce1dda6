// SPDX-License-Identifier: BSL-1.0
// networkInfo: the VPC, its vSwitches, and Internet access.
#pragma once

#include <apsaramq/address_block.hpp>
#include <apsaramq/enumerations.hpp>
#include <apsaramq/shared_rules.hpp>
#include <apsaramq/text_forms.hpp>
#include <apsaramq/vswitches.hpp>

#include <vouch/detail/macros_off.hpp>

namespace apsaramq::inline VOUCH_ABI {

/// Values of vSwitchId in samples.
inline constexpr std::string_view sample_vswitches[] = {"vsw-uf6gwtbn6etadpv0000001", "vsw-uf6gwtbn6etadpv0000002"};
/// Values of vpcId in samples.
inline constexpr std::string_view sample_vpcs[] = {"vpc-wz9qt50xhtj9krb4a1b2c"};
/// Values of ipWhitelist in samples.
inline constexpr std::string_view sample_addresses[] = {"192.168.1.0/24", "2001:db8::/32"};

struct VSwitch {
    std::optional<std::string> vSwitchId{};

    bool operator==(const VSwitch&) const = default;
};
BOOST_DESCRIBE_STRUCT(VSwitch, (), (vSwitchId))

template <std::same_as<VSwitch> T>
constexpr auto shape_of(vouch::of<T>) {
    using namespace vouch::notation;
    using namespace sources;
    constexpr auto one_id = when(&T::vSwitchId, !matching(forms::with_separator));
    // clang-format off
    return describe<T>("One vSwitch.",

    field(&T::vSwitchId, "The vSwitch that the instance is connected to.",
          {.example = "vsw-uf6gwtbn6etadpv*******", .form = "the id of one vSwitch, vsw-…", .immutable = true,
           .samples = sample_vswitches}),

    rule(warning("vswitch-entry-empty", judgement),
         all_of(require(&T::vSwitchId, present), require(&T::vSwitchId, matching(forms::filled))),
         {"this entry has no vSwitchId", "write `vSwitchId`: `vsw-…`, or remove the entry"}),
    rule(error("vswitch-entry-multiple-ids"),
         require(&T::vSwitchId, !matching(forms::with_separator)),
         {.message = "an entry of vSwitches holds one id, not several: {value}",
          .help = "write one entry for each: [{`vSwitchId`: `vsw-…`}, {`vSwitchId`: `vsw-…`}]",
          .when = "vSwitchId contains | or ,"}),
    rule(placeholder_value, one_id.then(&T::vSwitchId, !matching(forms::placeholder))),
    rule(id_prefix, one_id.when(&T::vSwitchId, !matching(forms::placeholder))
                          .then(&T::vSwitchId, matching(forms::vswitch_id_or_blank))));
    // clang-format on
}

struct VpcInfo {
    std::string vpcId{};
    std::optional<std::string> vSwitchId{};
    std::optional<std::string> securityGroupIds{};
    std::optional<std::vector<VSwitch>> vSwitches{};

    bool operator==(const VpcInfo&) const = default;
};
BOOST_DESCRIBE_STRUCT(VpcInfo, (), (vpcId, vSwitchId, securityGroupIds, vSwitches))

/// What satisfies `vswitch-missing`: a usable id in vSwitches, or in vSwitchId.
inline constexpr std::string_view usable_vswitch_schema =
    R"({"anyOf":[{"required":["vSwitches"],"properties":{"vSwitches":{"type":"array","contains":)"
    R"({"type":"object","required":["vSwitchId"],"properties":{"vSwitchId":)"
    R"({"type":"string","pattern":"[^ \\t\\n\\v\\f\\r]"}}}}}},)"
    R"({"required":["vSwitchId"],"properties":{"vSwitchId":{"type":"string","pattern":"[^ \\t\\n\\v\\f\\r|,]"}}}]})";

template <std::same_as<VpcInfo> T>
constexpr auto shape_of(vouch::of<T>) {
    using namespace vouch::notation;
    using namespace sources;
    using vouch::blank;
    constexpr auto real = !matching(forms::placeholder);
    // clang-format off
    return describe<T>("The VPC and the vSwitches that the instance is connected to.",

    field(&T::vpcId, "The VPC. To change it, release the instance and buy a new one.",
          {.example = "vpc-wz9qt50xhtj9krb******", .form = "the id of a VPC, vpc-…", .immutable = true,
           .samples = sample_vpcs}),
    field(&T::vSwitchId, "The vSwitch, or several joined with |.",
          {.example = "vsw-uf6gwtbn6etadpv*******", .form = "the id of a vSwitch, vsw-…, or several joined with |",
           .deprecated = {"vSwitches", rule(warning("deprecated-vswitch-id"),
               {"vSwitchId is deprecated", "use `vSwitches`: [{`vSwitchId`: `vsw-…`}], with one entry for each id",
                spread("vSwitches", "vSwitchId", "|,")})},
           .blank = blank::warned, .immutable = true, .samples = sample_vswitches}),
    field(&T::securityGroupIds, "The security group: one, despite the plural.",
          {.example = "sg-bp17hpmgz96tvnsdy6so", .form = "the id of a security group, sg-…", .blank = blank::warned}),
    field(&T::vSwitches, "The vSwitches. To change them, release the instance and buy a new one.",
          {.form = "an array of objects: [{`vSwitchId`: `vsw-…`}]", .elements = {.form = "an object: {`vSwitchId`: `vsw-…`}"},
           .immutable = true}),

    rule(placeholder_value, all_of(require(&T::vpcId, real), require(&T::vSwitchId, real),
                                   require(&T::securityGroupIds, real))),
    rule(id_prefix, all_of(when(&T::vpcId, real).then(&T::vpcId, matching(forms::vpc_id)),
                           when(&T::vSwitchId, real).then(&T::vSwitchId, matching(forms::vswitch_ids)),
                           when(&T::securityGroupIds, real)
                               .then(&T::securityGroupIds, matching(forms::security_group_id)))),
    rule(error("vswitch-missing"),
         satisfies<vswitches::are_given>(&T::vSwitches, &T::vSwitchId),
         {.message = "no vSwitch is specified",
          .help = "add `vSwitches`: [{`vSwitchId`: `vsw-…`}] next to vpcId; the vSwitches cannot be changed later",
          .when = "vSwitches has no usable id and vSwitchId has none; silent if one of them, or an entry, is mistyped",
          .json_schema = usable_vswitch_schema}),
    rule(warning("vswitch-both-forms", terraform),
         when(&T::vSwitchId, present).then(satisfies<vswitches::are_given_once>(&T::vSwitchId, &T::vSwitches)),
         {.message = "both vSwitchId and vSwitches are set", .help = "keep `vSwitches` and remove `vSwitchId`",
          .when = "vSwitchId has a usable id, and vSwitches has one or a mistyped entry"}),
    rule(warning("vswitch-duplicate", judgement),
         all_of(unique(&T::vSwitches, &VSwitch::vSwitchId), require(&T::vSwitchId, matching(forms::distinct_segments))),
         {"the same vSwitch is specified twice: {value}", "keep one of the two", drop_element}),
    rule(warning("vswitch-id-separator"),
         require(&T::vSwitchId, !matching(forms::with_comma)),
         {.message = "vSwitchId joins ids with a comma: {value}",
          .help = "use `vSwitches` with one entry for each id; in vSwitchId, the separator is |",
          .when = "vSwitchId contains a comma"}),
    rule(warning("vswitch-id-list-malformed", judgement),
         require(&T::vSwitchId, matching(forms::without_blank_segment)),
         {.message = "vSwitchId has an empty part between its separators: {value}",
          .help = "remove the extra separator", .when = "vSwitchId has an empty part"}));
    // clang-format on
}

struct InternetInfo {
    InternetSpec internetSpec{};
    FlowOutType flowOutType{};
    std::optional<std::int32_t> flowOutBandwidth{};
    std::optional<std::vector<std::string>> ipWhitelist{};

    bool operator==(const InternetInfo&) const = default;
};
BOOST_DESCRIBE_STRUCT(InternetInfo, (), (internetSpec, flowOutType, flowOutBandwidth, ipWhitelist))

/// Help for a flowOutBandwidth of 0.
inline constexpr vouch::advice zero_bandwidth[] = {
    {0, "remove `flowOutBandwidth`: some tools write 0 when it is not set; otherwise write 1 to 1000"}};

template <std::same_as<InternetInfo> T>
constexpr auto shape_of(vouch::of<T>) {
    using namespace vouch::notation;
    using namespace sources;
    using enum InternetSpec;
    using enum FlowOutType;
    // clang-format off
    return describe<T>("Access from the Internet.",

    field(&T::internetSpec, "Whether the instance has a public endpoint.", {.example = disable}),
    field(&T::flowOutType,  "How Internet access is billed.", {.example = uninvolved}),
    field(&T::flowOutBandwidth, "Bandwidth of the public endpoint, if it is billed by bandwidth.",
          {.example = 100, .unit = "Mbit/s",
           .range = {1, 1000, rule(error("flow-out-bandwidth-range"),
               {"flowOutBandwidth must be from 1 to 1000 Mbit/s, not {value}",
                "write a bandwidth from 1 to 1000; without payByBandwidth, remove the field", {}, zero_bandwidth})}}),
    field(&T::ipWhitelist, "The addresses that may use the public endpoint; without it, all may.",
          {.default_words = "all addresses",
           .form = "an array of IP addresses and CIDR blocks such as `192.168.1.0/24`",
           .elements = {.form = "an IP address or a CIDR block such as `192.168.1.0/24`"},
           .deprecated = {"operation CreateInstanceIpWhitelist", rule(warning("deprecated-ip-whitelist"),
               {"ipWhitelist is deprecated", "create the instance without it, then call CreateInstanceIpWhitelist"})},
           .samples = sample_addresses}),

    rule(error("flow-out-type-requires-internet"),
         when(&T::internetSpec, is(disable)).then(&T::flowOutType, is(uninvolved)),
         {"flowOutType {value} needs Internet access, which is disabled",
          "set `flowOutType` to `uninvolved`, or `internetSpec` to `enable`"}),
    rule(error("uninvolved-requires-internet-disabled", terraform),
         when(&T::internetSpec, is(enable)).then(&T::flowOutType, !is(uninvolved)),
         {"`uninvolved` requires internetSpec `disable`",
          "set `flowOutType` to `payByTraffic` or `payByBandwidth`, or `internetSpec` to `disable`"}),
    rule(error("bandwidth-required"),
         when(&T::flowOutType, is(payByBandwidth)).when(&T::internetSpec, is(enable) || absent)
             .then(&T::flowOutBandwidth, present),
         {"flowOutBandwidth is required when flowOutType is payByBandwidth",
          "add `flowOutBandwidth`: 1 to 1000 (Mbit/s), or choose `payByTraffic`"}),
    rule(warning("bandwidth-ignored"),
         when(&T::flowOutType, one_of(payByTraffic, uninvolved)).then(&T::flowOutBandwidth, absent),
         {"flowOutBandwidth has no effect: only payByBandwidth uses it",
          "remove `flowOutBandwidth`, or set `flowOutType` to `payByBandwidth`", drop}),
    rule(warning("ip-whitelist-without-internet"),
         when(&T::internetSpec, is(disable)).then(&T::ipWhitelist, absent),
         {"ipWhitelist has no effect: Internet access is disabled",
          "remove `ipWhitelist`; within the VPC, security groups control access"}),
    rule(error("ip-whitelist-entry-invalid"),
         each(&T::ipWhitelist, matching(forms::address_block)),
         {"{value} is neither an IP address nor a CIDR block",
          "write an address such as `192.168.1.7` or a block such as `192.168.1.0/24` or `2001:db8::/32`"}),
    rule(warning("ip-whitelist-duplicate", judgement),
         unique(&T::ipWhitelist),
         {"duplicate {value}: it appears earlier in the list", "remove this entry", drop_element}),
    rule(info("cidr-host-bits", judgement),
         each(&T::ipWhitelist, matching(forms::without_host_bits)),
         {.message = "{value} has host bits set beyond the prefix",
          .help = "they are ignored; write the block's first address, or a longer prefix",
          .when = "an entry of ipWhitelist has host bits set beyond the prefix"}),
    rule(info("ip-whitelist-open", judgement),
         each(&T::ipWhitelist, matching(forms::not_open)),
         {.message = "{value} allows every address", .help = "name the networks that need access",
          .when = "an entry of ipWhitelist is a block of prefix length 0"}));
    // clang-format on
}

struct NetworkInfo {
    VpcInfo vpcInfo{};
    InternetInfo internetInfo{};

    bool operator==(const NetworkInfo&) const = default;
};
BOOST_DESCRIBE_STRUCT(NetworkInfo, (), (vpcInfo, internetInfo))

template <std::same_as<NetworkInfo> T>
constexpr auto shape_of(vouch::of<T>) {
    using namespace vouch::notation;
    // clang-format off
    return describe<T>("The network configuration.",

    field(&T::vpcInfo,      "The VPC.", {.form = "an object with `vpcId` and `vSwitches`"}),
    field(&T::internetInfo, "Access from the Internet.", {.form = "an object with `internetSpec` and `flowOutType`"}));
    // clang-format on
}

}  // namespace apsaramq

#include <vouch/detail/macros_on.hpp>
