// SPDX-License-Identifier: BSL-1.0
// productInfo: the specifications of the instance.
#pragma once

#include <apsaramq/enumerations.hpp>
#include <apsaramq/forms.hpp>
#include <apsaramq/shared_rules.hpp>
#include <vouch/shape_of.hpp>

namespace apsaramq {

/// One for each edition and sub-edition.
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

constexpr auto shape_of(vouch::of<ProductInfo>) {
    using namespace vouch::notation;
    using T = ProductInfo;
    return describe<T>(
        "The specifications of the instance.",
        fields(
            field(&T::msgProcessSpec,
                  {.doc = "Computing specification: how many messages are sent and received per second.",
                   .example = "rmq.s2.2xlarge",
                   .form = "a specification code such as \"rmq.s2.2xlarge\"",
                   .blank = vouch::blank::warned,
                   .samples = sample_specs}),
            field(
                &T::sendReceiveRatio,
                {.doc = "Sending TPS as a part of the total TPS.",
                 .example = 0.5,
                 .default_value = 0.5,
                 .range = {0.05,
                           0.95,
                           {.id = "send-receive-ratio-range",
                            .message = "sendReceiveRatio must be from 0.05 to 0.95, not {value}",
                            .help =
                                "write the sending part as a decimal: 0.8 of 1,000 TPS is 800 for sending and 200 for "
                                "receiving",
                            .broken_by = R"({"productInfo":{"sendReceiveRatio":80}})",
                            .mended_by = R"({"productInfo":{"sendReceiveRatio":0.8}})"}}}),
            field(&T::autoScaling,
                  {.doc = "Elastic TPS: more messages than the specification says, at an extra charge. Only "
                          "for some editions.",
                   .example = true}),
            field(
                &T::messageRetentionTime,
                {.doc =
                     "How long messages are kept; storage is charged by use. The range is a matter of the Limits page.",
                 .example = 72,
                 .unit = "hours",
                 .range = {1,
                           720,
                           {.id = "message-retention-time-range",
                            .severity = warning,
                            .basis = practice,
                            .message = "messageRetentionTime is outside 1 to 720 hours: {value}",
                            .help = "write the hours that messages are kept; 72 is three days",
                            .broken_by = R"({"productInfo":{"messageRetentionTime":0}})",
                            .mended_by = R"({"productInfo":{"messageRetentionTime":72}})"}}}),
            field(&T::storageEncryption, {.doc = "Whether stored messages are encrypted.", .example = false}),
            field(&T::storageSecretKey, {.doc = "The key that stored messages are encrypted with.",
                                         .example = "xxxxx",
                                         .form = "the key for storage encryption",
                                         .blank = vouch::blank::warned,
                                         .secret = true}),
            field(&T::capacityType,
                  {.doc = "Capacity mode of a serverless instance.", .example = CapacityType::provisioned}),
            field(
                &T::provisionedCapacity,
                {.doc = "Reserved capacity of a serverless instance.",
                 .example = 5000,
                 .range =
                     {.min = 1,
                      .rule = {.id = "provisioned-capacity-not-positive",
                               .severity = warning,
                               .basis = practice,
                               .message = "provisionedCapacity reserves nothing: {value}",
                               .help = "write a number of at least 1, or use capacityType "
                                       "\"ondemand\" without provisionedCapacity",
                               .broken_by =
                                   R"({"subSeriesCode":"serverless","productInfo":{"msgProcessSpec":"rmq.s3.nxlarge",)"
                                   R"("capacityType":"provisioned","provisionedCapacity":0}})",
                               .mended_by = R"({"productInfo":{"provisionedCapacity":5000}})"}}}),
            field(&T::traceOn,
                  {.doc = "Message trace, at a charge. Has an effect on serverless instances only; on all others "
                          "it is always on.",
                   .example = true}),
            field(&T::drReplicationMode,
                  {.doc = "Cross-zone replication.", .example = DrReplicationMode::async_cross_az})),
        rules(rule({.id = "msg-process-spec-format",
                    .severity = warning,
                    .basis = vendor,
                    .message = "msgProcessSpec is no specification code: {value}",
                    .help = "codes look like rmq.s2.2xlarge: rmq, s, p or u with 1, 2 or 3, and a size",
                    .broken_by = R"({"productInfo":{"msgProcessSpec":"2xlarge"}})",
                    .mended_by = R"({"productInfo":{"msgProcessSpec":"rmq.s2.2xlarge"}})"},
                   require(&T::msgProcessSpec, matching(forms::spec))),
              rule({.id = "storage-encryption-without-key",
                    .severity = warning,
                    .basis = practice,
                    .message = "storageEncryption is on, but there is no storageSecretKey",
                    .help = "add \"storageSecretKey\", or set \"storageEncryption\" to false",
                    .broken_by = R"({"productInfo":{"storageEncryption":true}})",
                    .mended_by = R"({"productInfo":{"storageEncryption":false}})"},
                   when(&T::storageEncryption, is(true)).then(&T::storageSecretKey, present)),
              rule({.id = "storage-key-without-encryption",
                    .severity = warning,
                    .basis = practice,
                    .message = "storageSecretKey has no effect: storageEncryption is not true",
                    .help = "set \"storageEncryption\" to true, or remove \"storageSecretKey\"",
                    .broken_by = R"({"productInfo":{"storageSecretKey":"…"}})",
                    .mended_by = R"({"productInfo":{"storageEncryption":true}})"},
                   when(&T::storageEncryption, !is(true)).then(&T::storageSecretKey, absent)),
              rule(placeholder_value, require(&T::storageSecretKey, !matching(forms::placeholder)))));
}

}  // namespace apsaramq
