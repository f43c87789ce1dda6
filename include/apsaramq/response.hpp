// SPDX-License-Identifier: BSL-1.0
// The response of CreateInstance, as its API reference documents it. It is read tolerantly, because the gateway's own
// responses differ from it.
#pragma once

#include <apsaramq/shared_rules.hpp>
#include <apsaramq/text_forms.hpp>

#include <vouch/detail/macros_off.hpp>

namespace apsaramq::inline VOUCH_ABI {

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

    /// Whether an instance was created: `success` is true, or absent while `code` means success, and `data` holds the
    /// instance ID. The HTTP status is ignored: a failure may come with 200.
    [[nodiscard]] constexpr bool succeeded() const {
        return success.value_or(code.has_value() && formats::is_success_code(*code)) && !instance_id().empty();
    }

    /// The ID of the created instance; empty if there is none.
    [[nodiscard]] constexpr std::string_view instance_id() const {
        return data.has_value() && formats::is_filled(*data) ? std::string_view(*data) : std::string_view();
    }
};
BOOST_DESCRIBE_STRUCT(CreateInstanceResponse, (),
                      (requestId, success, data, code, message, httpStatusCode, dynamicCode, dynamicMessage))

/// Other spellings of requestId, as the gateway writes it.
inline constexpr std::string_view request_id_keys[] = {"RequestId", "requestid"};
/// Other spellings of code.
inline constexpr std::string_view code_keys[] = {"Code"};
/// Other spellings of message.
inline constexpr std::string_view message_keys[] = {"Message"};

template <std::same_as<CreateInstanceResponse> T>
constexpr auto shape_of(vouch::of<T>) {
    using namespace vouch::notation;
    using namespace sources;
    using vouch::blank;
    // clang-format off
    return describe<T>("The response of CreateInstance.", tolerant, reference("API reference"),

    field(&T::requestId, "The ID of the request, for questions to the vendor.",
          {.example = "AF9A8B10-C426-530F-A0DD-96320B39****", .blank = blank::absent, .aliases = request_id_keys}),
    field(&T::success, "Whether the call succeeded.", {.example = true}),
    field(&T::data, "The ID of the instance that was created.",
          {.example = "rmq-cn-7e22ody****", .blank = blank::absent}),
    field(&T::code, "The error code: 200, MissingInstanceId, InvalidMsgProcessSpec, Instance.NotFound, "
                    "Throttling (retry later), …",
          {.example = "200", .aliases = code_keys, .number_or_text = true}),
    field(&T::message, "The error message.", {.example = "Success", .aliases = message_keys}),
    field(&T::httpStatusCode, "The HTTP status.", {.example = 200, .number_or_text = true}),
    field(&T::dynamicCode, "The dynamic error code.", {.example = "InstanceId"}),
    field(&T::dynamicMessage, "The dynamic error message.", {.example = "instanceId"}),

    rule(error("response-without-instance-id", judgement),
         when(&T::success, is(true)).then(&T::data, present),
         {"success is true, but data, the instance ID, is missing",
          "look the instance up by its name before a second request, which would create another"}),
    rule(warning("response-code-contradicts-success", contradiction),
         when(&T::success, is(true)).then(&T::code, matching(forms::success_code)),
         {"success is true, but code is {value}", "see message and dynamicMessage"}),
    rule(warning("response-failure-with-data", contradiction),
         when(&T::success, is(false)).then(&T::data, absent),
         {"success is false, but an instance is named: {value}",
          "see whether the instance exists: it would be charged"}),
    rule(warning("response-request-id-missing", judgement),
         require(&T::requestId, present),
         {"the response has no requestId",
          "the vendor asks for it when something goes wrong; see the response headers"}),
    rule(info("response-instance-id-unusual", seen),
         require(&T::data, matching(forms::instance_id)),
         {"{value} does not look like an instance ID", "instance IDs begin with rmq-"}));
    // clang-format on
}

}  // namespace apsaramq

#include <vouch/detail/macros_on.hpp>
