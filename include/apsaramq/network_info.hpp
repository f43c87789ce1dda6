// SPDX-License-Identifier: BSL-1.0
// networkInfo: the VPC, its vSwitches, and access from the Internet.
#pragma once

#include <apsaramq/enumerations.hpp>
#include <apsaramq/forms.hpp>
#include <apsaramq/shared_rules.hpp>
#include <vouch/shape_of.hpp>

namespace apsaramq {

inline constexpr std::string_view sample_vswitches[] = {"vsw-uf6gwtbn6etadpv0000001", "vsw-uf6gwtbn6etadpv0000002"};

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
                                     .immutable = true,
                                     .samples = sample_vswitches})),
        rules(
            rule({.id = "vswitch-entry-empty",
                  .severity = warning,
                  .basis = practice,
                  .message = "this entry of vSwitches names no vSwitch",
                  .help = "write \"vSwitchId\": \"vsw-…\", or remove the entry",
                  .broken_by =
                      R"({"networkInfo":{"vpcInfo":{"vSwitches":[{"vSwitchId":"vsw-uf6gwtbn6etadpv0000001"},{}]}}})",
                  .mended_by =
                      R"({"networkInfo":{"vpcInfo":{"vSwitches":[{"vSwitchId":"vsw-uf6gwtbn6etadpv0000001"}]}}})"},
                 require(&T::vSwitchId, present), require(&T::vSwitchId, matching(forms::filled))),
            rule(
                {.id = "vswitch-entry-multiple-ids",
                 .message = "an entry of vSwitches holds one id, not several: {value}",
                 .help = "write one entry for each: [{\"vSwitchId\": \"vsw-…\"}, {\"vSwitchId\": \"vsw-…\"}]",
                 .broken_by = R"({"networkInfo":{"vpcInfo":{"vSwitches":[{"vSwitchId":"vsw-uf6gwtbn6etadpv0000001|vsw-)"
                              R"(uf6gwtbn6etadpv0000002"}]}}})",
                 .mended_by = R"({"networkInfo":{"vpcInfo":{"vSwitches":[{"vSwitchId":"vsw-uf6gwtbn6etadpv0000001"},)"
                              R"({"vSwitchId":"vsw-uf6gwtbn6etadpv0000002"}]}}})"},
                require(&T::vSwitchId, !matching(forms::with_separator))),
            rule(placeholder_value, when(&T::vSwitchId, !matching(forms::with_separator))
                                        .then(&T::vSwitchId, !matching(forms::placeholder))),
            rule(id_prefix, when(&T::vSwitchId, !matching(forms::with_separator))
                                .when(&T::vSwitchId, !matching(forms::placeholder))
                                .then(&T::vSwitchId, matching(forms::vswitch_id_or_blank)))));
}

/// vSwitchId as vSwitches.
inline constexpr vouch::remedy vswitch_list{
    .does = vouch::remedy::action::spread, .other = "vSwitches", .member = "vSwitchId", .separators = "|,"};

inline constexpr vouch::advice zero_bandwidth[] = {
    {0, "remove \"flowOutBandwidth\": some tools write 0 where it is not set; else write 1 to 1000"}};

inline constexpr std::string_view sample_vpcs[] = {"vpc-wz9qt50xhtj9krb4a1b2c"};
inline constexpr std::string_view sample_addresses[] = {"192.168.1.0/24", "2001:db8::/32"};

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

constexpr bool has_usable_id(const vouch::cell& joined) {
    return joined.present() && formats::has_usable_segment(joined.text);
}

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
            if (formats::has_separator(id.text))
                formats::all_segments(id.text, count);
            else
                count(id.text);
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
                              .immutable = true,
                              .samples = sample_vpcs}),
            field(
                &T::vSwitchId,
                {.doc = "The vSwitch, or several joined with |.",
                 .example = "vsw-uf6gwtbn6etadpv*******",
                 .form = "the id of a vSwitch, vsw-…, or several joined with |",
                 .deprecated =
                     {.use = "vSwitches",
                      .rule =
                          {.id = "deprecated-vswitch-id",
                           .severity = warning,
                           .message = "vSwitchId is deprecated",
                           .help = "use \"vSwitches\": [{\"vSwitchId\": \"vsw-…\"}], with one entry for each "
                                   "id",
                           .broken_by =
                               R"({"networkInfo":{"vpcInfo":{"vSwitchId":"vsw-uf6gwtbn6etadpv0000001|vsw-uf6gwtbn6etadpv0000002",)"
                               R"("vSwitches":null}}})",
                           .repair = &vswitch_list}},
                 .blank = vouch::blank::warned,
                 .immutable = true,
                 .samples = sample_vswitches}),
            field(&T::securityGroupIds, {.doc = "The security group: one, despite the plural.",
                                         .example = "sg-bp17hpmgz96tvnsdy6so",
                                         .form = "the id of a security group, sg-…",
                                         .blank = vouch::blank::warned}),
            field(&T::vSwitches, {.doc = "The vSwitches. To change them, release the instance and buy a new one.",
                                  .form = "an array of objects: [{\"vSwitchId\": \"vsw-…\"}]",
                                  .immutable = true})),
        rules(
            rule(placeholder_value, require(&T::vpcId, !matching(forms::placeholder)),
                 require(&T::vSwitchId, !matching(forms::placeholder)),
                 require(&T::securityGroupIds, !matching(forms::placeholder))),
            rule(id_prefix, when(&T::vpcId, !matching(forms::placeholder)).then(&T::vpcId, matching(forms::vpc_id)),
                 when(&T::vSwitchId, !matching(forms::placeholder)).then(&T::vSwitchId, matching(forms::vswitch_ids)),
                 when(&T::securityGroupIds, !matching(forms::placeholder))
                     .then(&T::securityGroupIds, matching(forms::security_group_id))),
            rule(
                {.id = "vswitch-missing",
                 .message = "no vSwitch is given",
                 .help =
                     "add \"vSwitches\": [{\"vSwitchId\": \"vsw-…\"}] beside vpcId; the vSwitches cannot be changed later",
                 .when =
                     "vSwitches has no usable id and vSwitchId has none; silent where one of them, or an entry, is mistyped",
                 .json_schema =
                     R"({"anyOf":[{"required":["vSwitches"],"properties":{"vSwitches":{"type":"array","contains":)"
                     R"({"type":"object","required":["vSwitchId"],"properties":{"vSwitchId":)"
                     R"({"type":"string","pattern":"[^ \\t\\n\\v\\f\\r]"}}}}}},)"
                     R"({"required":["vSwitchId"],"properties":{"vSwitchId":{"type":"string","pattern":"[^ \\t\\n\\v\\f\\r|,]"}}}]})",
                 .broken_by = R"({"networkInfo":{"vpcInfo":{"vSwitches":[]}}})",
                 .mended_by =
                     R"({"networkInfo":{"vpcInfo":{"vSwitches":[{"vSwitchId":"vsw-uf6gwtbn6etadpv0000001"}]}}})"},
                satisfies<vswitches::are_given>(&T::vSwitches, &T::vSwitchId)),
            rule({.id = "vswitch-both-forms",
                  .severity = warning,
                  .basis = vendor,
                  .message = "vSwitches are given in two ways: as vSwitchId and as vSwitches",
                  .help = "keep \"vSwitches\" and remove \"vSwitchId\"",
                  .when = "vSwitchId has a usable id, and vSwitches has one or a mistyped entry",
                  .broken_by = R"({"networkInfo":{"vpcInfo":{"vSwitchId":"vsw-uf6gwtbn6etadpv0000002"}}})",
                  .mended_by = R"({"networkInfo":{"vpcInfo":{"vSwitchId":null}}})"},
                 when(&T::vSwitchId, present).satisfies<vswitches::are_given_once>(&T::vSwitchId, &T::vSwitches)),
            rule({.id = "vswitch-duplicate",
                  .severity = warning,
                  .basis = practice,
                  .message = "the same vSwitch is given twice: {value}",
                  .help = "keep one of the two",
                  .broken_by = R"({"networkInfo":{"vpcInfo":{"vSwitches":[{"vSwitchId":"vsw-uf6gwtbn6etadpv0000001"},)"
                               R"({"vSwitchId":"vsw-uf6gwtbn6etadpv0000001"}]}}})",
                  .repair = &drop_element},
                 unique(&T::vSwitches, &VSwitch::vSwitchId),
                 require(&T::vSwitchId, matching(forms::distinct_segments))),
            rule(
                {.id = "vswitch-id-separator",
                 .severity = warning,
                 .message = "vSwitchId joins ids with a comma: {value}",
                 .help = "use \"vSwitches\" with one entry for each id; in vSwitchId, the separator is |",
                 .broken_by =
                     R"({"networkInfo":{"vpcInfo":{"vSwitchId":"vsw-uf6gwtbn6etadpv0000001,vsw-uf6gwtbn6etadpv0000002",)"
                     R"("vSwitches":null}}})",
                 .mended_by = R"({"networkInfo":{"vpcInfo":{"vSwitchId":null,"vSwitches":[{"vSwitchId":"vsw-)"
                              R"(uf6gwtbn6etadpv0000001"},{"vSwitchId":"vsw-uf6gwtbn6etadpv0000002"}]}}})"},
                require(&T::vSwitchId, matching(forms::without_comma))),
            rule({.id = "vswitch-id-list-malformed",
                  .severity = warning,
                  .basis = practice,
                  .message = "vSwitchId has an empty part between its separators: {value}",
                  .help = "remove the separator that is too much",
                  .broken_by =
                      R"({"networkInfo":{"vpcInfo":{"vSwitchId":"vsw-uf6gwtbn6etadpv0000001|","vSwitches":null}}})",
                  .mended_by = R"({"networkInfo":{"vpcInfo":{"vSwitchId":null,"vSwitches":[{"vSwitchId":"vsw-)"
                               R"(uf6gwtbn6etadpv0000001"}]}}})"},
                 require(&T::vSwitchId, matching(forms::without_blank_segment)))));
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
            field(
                &T::flowOutBandwidth,
                {.doc = "Bandwidth of the public endpoint, where it is paid by bandwidth.",
                 .example = 100,
                 .unit = "Mbit/s",
                 .range =
                     {1,
                      1000,
                      {.id = "flow-out-bandwidth-range",
                       .message = "flowOutBandwidth must be from 1 to 1000 Mbit/s, not {value}",
                       .help = "write a bandwidth from 1 to 1000; without payByBandwidth, remove the field",
                       .broken_by =
                           R"({"networkInfo":{"internetInfo":{"internetSpec":"enable","flowOutType":"payByBandwidth",)"
                           R"("flowOutBandwidth":2000}}})",
                       .mended_by = R"({"networkInfo":{"internetInfo":{"flowOutBandwidth":1000}}})",
                       .advices = zero_bandwidth}}}),
            field(
                &T::ipWhitelist,
                {.doc = "The addresses that may use the public endpoint; without it, all may.",
                 .default_words = "all addresses",
                 .form = "an array of IP addresses and CIDR blocks such as \"192.168.1.0/24\"",
                 .deprecated =
                     {.use = "operation CreateInstanceIpWhitelist",
                      .rule =
                          {.id = "deprecated-ip-whitelist",
                           .severity = warning,
                           .message = "ipWhitelist is deprecated",
                           .help = "create the instance without it, then call CreateInstanceIpWhitelist",
                           .broken_by =
                               R"({"networkInfo":{"internetInfo":{"internetSpec":"enable","flowOutType":"payByTraffic",)"
                               R"("ipWhitelist":["192.168.1.0/24"]}}})",
                           .mended_by = R"({"networkInfo":{"internetInfo":{"ipWhitelist":null}}})"}},
                 .samples = sample_addresses})),
        rules(
            rule({.id = "flow-out-type-requires-internet",
                  .message = "flowOutType {value} needs Internet access, which is disabled",
                  .help = "set \"flowOutType\" to \"uninvolved\", or \"internetSpec\" to \"enable\"",
                  .broken_by = R"({"networkInfo":{"internetInfo":{"flowOutType":"payByTraffic"}}})",
                  .mended_by = R"({"networkInfo":{"internetInfo":{"internetSpec":"enable"}}})"},
                 when(&T::internetSpec, is(disable)).then(&T::flowOutType, is(uninvolved))),
            rule(
                {.id = "uninvolved-requires-internet-disabled",
                 .basis = vendor,
                 .message = "flowOutType \"uninvolved\" says how no Internet access is billed, but it is enabled",
                 .help =
                     "set \"flowOutType\" to \"payByTraffic\" or \"payByBandwidth\", or \"internetSpec\" to \"disable\"",
                 .broken_by = R"({"networkInfo":{"internetInfo":{"internetSpec":"enable"}}})",
                 .mended_by = R"({"networkInfo":{"internetInfo":{"flowOutType":"payByTraffic"}}})"},
                when(&T::internetSpec, is(enable)).then(&T::flowOutType, !is(uninvolved))),
            rule({.id = "bandwidth-required",
                  .message = "flowOutBandwidth is required when flowOutType is payByBandwidth",
                  .help = "add \"flowOutBandwidth\": 1 to 1000 (Mbit/s), or choose \"payByTraffic\"",
                  .broken_by =
                      R"({"networkInfo":{"internetInfo":{"internetSpec":"enable","flowOutType":"payByBandwidth"}}})",
                  .mended_by = R"({"networkInfo":{"internetInfo":{"flowOutBandwidth":100}}})"},
                 when(&T::flowOutType, is(payByBandwidth))
                     .when(&T::internetSpec, is(enable) || absent)
                     .then(&T::flowOutBandwidth, present)),
            rule(
                {.id = "bandwidth-ignored",
                 .severity = warning,
                 .message = "flowOutBandwidth has no effect: only payByBandwidth uses it",
                 .help = "remove \"flowOutBandwidth\", or set \"flowOutType\" to \"payByBandwidth\"",
                 .broken_by = R"({"networkInfo":{"internetInfo":{"internetSpec":"enable","flowOutType":"payByTraffic",)"
                              R"("flowOutBandwidth":100}}})",
                 .repair = &drop},
                when(&T::flowOutType, one_of(payByTraffic, uninvolved)).then(&T::flowOutBandwidth, absent)),
            rule({.id = "ip-whitelist-without-internet",
                  .severity = warning,
                  .message = "ipWhitelist has no effect: Internet access is disabled",
                  .help = "remove \"ipWhitelist\"; within the VPC, security groups decide",
                  .broken_by = R"({"networkInfo":{"internetInfo":{"ipWhitelist":["192.168.1.0/24"]}}})",
                  .mended_by = R"({"networkInfo":{"internetInfo":{"ipWhitelist":null}}})"},
                 when(&T::internetSpec, is(disable)).then(&T::ipWhitelist, absent)),
            rule(
                {.id = "ip-whitelist-entry-invalid",
                 .message = "{value} is no IP address and no CIDR block",
                 .help =
                     "write an address such as \"192.168.1.7\" or a block such as \"192.168.1.0/24\" or \"2001:db8::/32\"",
                 .broken_by = R"({"networkInfo":{"internetInfo":{"internetSpec":"enable","flowOutType":"payByTraffic",)"
                              R"("ipWhitelist":["192.168.x.x/24"]}}})",
                 .mended_by = R"({"networkInfo":{"internetInfo":{"ipWhitelist":["192.168.1.0/24"]}}})"},
                each(&T::ipWhitelist, matching(forms::address_block))),
            rule(
                {.id = "ip-whitelist-duplicate",
                 .severity = warning,
                 .basis = practice,
                 .message = "{value} stands in the list before",
                 .help = "remove this entry",
                 .broken_by = R"({"networkInfo":{"internetInfo":{"internetSpec":"enable","flowOutType":"payByTraffic",)"
                              R"("ipWhitelist":["10.0.0.0/8","10.0.0.0/8"]}}})",
                 .repair = &drop_element},
                unique(&T::ipWhitelist)),
            rule(
                {.id = "cidr-host-bits",
                 .severity = info,
                 .basis = practice,
                 .message = "{value} has bits set behind its prefix length",
                 .help = "they do not count; write the block's first address, or a longer prefix",
                 .broken_by = R"({"networkInfo":{"internetInfo":{"internetSpec":"enable","flowOutType":"payByTraffic",)"
                              R"("ipWhitelist":["192.168.1.7/24"]}}})",
                 .mended_by = R"({"networkInfo":{"internetInfo":{"ipWhitelist":["192.168.1.0/24"]}}})"},
                each(&T::ipWhitelist, matching(forms::without_host_bits))),
            rule(
                {.id = "ip-whitelist-open",
                 .severity = info,
                 .basis = practice,
                 .message = "{value} allows every address",
                 .help = "name the networks that need access",
                 .broken_by = R"({"networkInfo":{"internetInfo":{"internetSpec":"enable","flowOutType":"payByTraffic",)"
                              R"("ipWhitelist":["0.0.0.0/0"]}}})",
                 .mended_by = R"({"networkInfo":{"internetInfo":{"ipWhitelist":["192.168.1.0/24"]}}})"},
                each(&T::ipWhitelist, matching(forms::not_open)))));
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
    return describe<T>(
        "The network configuration.",
        fields(field(&T::vpcInfo, {.doc = "The VPC.", .form = "an object with \"vpcId\" and \"vSwitches\""}),
               field(&T::internetInfo, {.doc = "Access from the Internet.",
                                        .form = "an object with \"internetSpec\" and \"flowOutType\""})));
}

}  // namespace apsaramq
