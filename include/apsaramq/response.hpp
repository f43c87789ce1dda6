// SPDX-License-Identifier: BSL-1.0
// The response of CreateInstance, as its API reference documents it, read with the tolerance that the gateway's own
// answers need.
#pragma once

#include <apsaramq/forms.hpp>
#include <vouch/shape_of.hpp>

namespace apsaramq {

struct CreateInstanceResponse {
    std::optional<std::string> requestId{};
    std::optional<bool> success{};
    std::optional<std::string> data{};
    std::optional<std::string> code{};
    std::optional<std::string> message{};
    std::optional<std::int32_t> httpStatusCode{};
    std::optional<std::string> dynamicCode{};
    std::optional<std::string> dynamicMessage{};

    bool operator==(const CreateInstanceResponse&) const = default;

    /// Whether an instance was created: `success` is true, or absent where `code` says so, and `data` names the
    /// instance. The HTTP status does not decide: a failure may come with 200.
    constexpr bool succeeded() const {
        return success.value_or(code.has_value() && formats::is_success_code(*code)) && !instance_id().empty();
    }

    /// The id of the instance that was created; empty where there is none.
    constexpr std::string_view instance_id() const {
        return data.has_value() && formats::is_filled(*data) ? std::string_view(*data) : std::string_view();
    }
};
BOOST_DESCRIBE_STRUCT(CreateInstanceResponse, (),
                      (requestId, success, data, code, message, httpStatusCode, dynamicCode, dynamicMessage))

inline constexpr std::string_view request_id_keys[] = {"RequestId", "requestid"};
inline constexpr std::string_view code_keys[] = {"Code"};
inline constexpr std::string_view message_keys[] = {"Message"};

constexpr auto shape_of(vouch::of<CreateInstanceResponse>) {
    using namespace vouch::notation;
    using T = CreateInstanceResponse;
    return describe<T>(
        "The answer to CreateInstance.",
        fields(
            field(&T::requestId, {.doc = "The id of the request, for questions to the vendor.",
                                  .example = "AF9A8B10-C426-530F-A0DD-96320B39****",
                                  .blank = vouch::blank::absent,
                                  .aliases = request_id_keys}),
            field(&T::success, {.doc = "Whether the call succeeded.", .example = true}),
            field(&T::data, {.doc = "The id of the instance that was created.",
                             .example = "rmq-cn-7e22ody****",
                             .blank = vouch::blank::absent}),
            field(&T::code, {.doc = "The error code: 200, MissingInstanceId, InvalidMsgProcessSpec, Instance.NotFound, "
                                    "Throttling (retry later), …",
                             .example = "200",
                             .aliases = code_keys,
                             .lenient = true}),
            field(&T::message, {.doc = "The error message.", .example = "Success", .aliases = message_keys}),
            field(&T::httpStatusCode, {.doc = "The HTTP status.", .example = 200, .lenient = true}),
            field(&T::dynamicCode, {.doc = "The dynamic error code.", .example = "InstanceId"}),
            field(&T::dynamicMessage, {.doc = "The dynamic error message.", .example = "instanceId"})),
        rules(rule({.id = "response-without-instance-id",
                    .basis = practice,
                    .message = "the call succeeded, but the answer names no instance",
                    .help = "look the instance up by its name before a second request, which would create another",
                    .broken_by = R"({"data":null})",
                    .mended_by = R"({"data":"rmq-cn-7e22ody4a1b2"})"},
                   when(&T::success, is(true)).then(&T::data, present)),
              rule({.id = "response-code-contradicts-success",
                    .severity = warning,
                    .basis = practice,
                    .message = "success is true, but code is {value}",
                    .help = "see message and dynamicMessage",
                    .broken_by = R"({"code":"Throttling.User"})",
                    .mended_by = R"({"success":false,"data":null})"},
                   when(&T::success, is(true)).then(&T::code, matching(forms::success_code))),
              rule({.id = "response-failure-with-data",
                    .severity = warning,
                    .basis = practice,
                    .message = "success is false, but an instance is named: {value}",
                    .help = "see whether the instance exists: it would be charged",
                    .broken_by = R"({"success":false})",
                    .mended_by = R"({"data":null})"},
                   when(&T::success, is(false)).then(&T::data, absent)),
              rule({.id = "response-request-id-missing",
                    .severity = warning,
                    .basis = practice,
                    .message = "the answer has no requestId",
                    .help = "the vendor asks for it when something goes wrong; see the response headers",
                    .broken_by = R"({"requestId":null})",
                    .mended_by = R"({"requestId":"AF9A8B10-C426-530F-A0DD-96320B39A1B2"})"},
                   require(&T::requestId, present)),
              rule({.id = "response-instance-id-unusual",
                    .severity = info,
                    .basis = practice,
                    .message = "{value} does not look like an instance id",
                    .help = "instance ids begin with rmq-",
                    .broken_by = R"({"data":"order-17"})",
                    .mended_by = R"({"data":"rmq-cn-7e22ody4a1b2"})"},
                   require(&T::data, matching(forms::instance_id)))),
        tolerant);
}

}  // namespace apsaramq
