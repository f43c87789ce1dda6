// SPDX-License-Identifier: BSL-1.0
// productInfo: the specifications of the instance.
#pragma once

#include <apsaramq/enumerations.hpp>
#include <apsaramq/shared_rules.hpp>
#include <apsaramq/spec_codes.hpp>
#include <apsaramq/text_forms.hpp>

#include <vouch/detail/macros_off.hpp>

namespace apsaramq::inline VOUCH_ABI {

/// Values of msgProcessSpec in samples: one specification code for each edition and sub-edition.
inline constexpr std::string_view sample_specs[] = {"rmq.s2.2xlarge", "rmq.p2.4xlarge", "rmq.u2.10xlarge",
                                                    "rmq.s3.nxlarge", "rmq.p3.nxlarge", "rmq.s1.micro",
                                                    "rmq.p1.micro"};

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
                      (msgProcessSpec, sendReceiveRatio, autoScaling, messageRetentionTime, storageEncryption,
                       storageSecretKey, capacityType, provisionedCapacity, traceOn, drReplicationMode))

template <std::same_as<ProductInfo> T>
constexpr auto shape_of(vouch::of<T>) {
    using namespace vouch::notation;
    using namespace sources;
    using vouch::blank;
    // clang-format off
    return describe<T>("The specifications of the instance.",

    field(&T::msgProcessSpec, "Computing specification: how many messages are sent and received per second.",
          {.example = "rmq.s2.2xlarge", .form = "a specification code such as `rmq.s2.2xlarge`",
           .blank = blank::warned, .samples = sample_specs}),
    field(&T::sendReceiveRatio, "The share of the total TPS that is for sending.",
          {.example = 0.5, .default_value = 0.5,
           .range = {0.05, 0.95, rule(error("send-receive-ratio-range"),
               {"sendReceiveRatio must be from 0.05 to 0.95, not {value}",
                "write the sending part as a decimal: 0.8 of 1,000 TPS is 800 for sending and 200 for receiving"})}}),
    field(&T::autoScaling,
          "Elastic TPS: more messages than the specification says, at an extra charge. Only for some editions.",
          {.example = true}),
    field(&T::messageRetentionTime,
          "How long messages are kept; storage is charged by use. The Limits page has the range.",
          {.example = 72, .unit = "hours",
           .range = {1, 720, rule(warning("message-retention-time-range", practice("limits seen in the console")),
               {"messageRetentionTime is outside 1 to 720 hours: {value}",
                "write the hours that messages are kept; 72 is three days"})}}),
    field(&T::storageEncryption, "Whether stored messages are encrypted.", {.example = false}),
    field(&T::storageSecretKey, "The key that stored messages are encrypted with.",
          {.example = "xxxxx", .form = "the key for storage encryption", .blank = blank::warned, .secret = true}),
    field(&T::capacityType, "Capacity mode of a serverless instance.", {.example = CapacityType::provisioned}),
    field(&T::provisionedCapacity, "Reserved capacity of a serverless instance.",
          {.example = 5000,
           .range = {.min = 1, .rule = rule(warning("provisioned-capacity-not-positive", judgement),
               {"provisionedCapacity must be at least 1, not {value}",
                "write a number of at least 1, or use capacityType `ondemand` without provisionedCapacity"})}}),
    field(&T::traceOn,
          "Message trace, at a charge. Has an effect on serverless instances only; on all others it is always on.",
          {.example = true}),
    field(&T::drReplicationMode, "Cross-zone replication.", {.example = DrReplicationMode::async_cross_az}),

    rule(warning("msg-process-spec-format", edition_page),
         require(&T::msgProcessSpec, matching(forms::spec)),
         {"msgProcessSpec {value} is not a specification code",
          "codes look like rmq.s2.2xlarge: rmq, s, p or u with 1, 2 or 3, and a size"}),
    rule(warning("storage-encryption-without-key", contradiction),
         when(&T::storageEncryption, is(true)).then(&T::storageSecretKey, present),
         {"storageEncryption is on, but there is no storageSecretKey",
          "add `storageSecretKey`, or set `storageEncryption` to false"}),
    rule(warning("storage-key-without-encryption", contradiction),
         when(&T::storageEncryption, !is(true)).then(&T::storageSecretKey, absent),
         {"storageSecretKey has no effect: storageEncryption is not true",
          "set `storageEncryption` to true, or remove `storageSecretKey`"}),
    rule(placeholder_value, require(&T::storageSecretKey, !matching(forms::placeholder))));
    // clang-format on
}

}  // namespace apsaramq

#include <vouch/detail/macros_on.hpp>
