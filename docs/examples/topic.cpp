// SPDX-License-Identifier: BSL-1.0
// The schema of docs/tutorial.md, whole: an operation that creates a topic.
#include <vouch.hpp>
#include <vouch/export/json_schema.hpp>
#include <vouch/export/sample.hpp>
#include <vouch/fix.hpp>
#include <vouch/render/text.hpp>

#include <boost/json/serialize.hpp>

#include <cstdint>
#include <cstdio>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>

namespace topics {

enum class MessageType { NORMAL = 1, FIFO, DELAY, TRANSACTION };
BOOST_DESCRIBE_ENUM(MessageType, NORMAL, FIFO, DELAY, TRANSACTION)

constexpr auto shape_of(vouch::of<MessageType>) {
    using namespace vouch::notation;
    using enum MessageType;
    return describe<MessageType>("What the messages of a topic are.", value(NORMAL, "In any order."),
                                 value(FIFO, "In the order in which they were sent."), value(DELAY, "Delivered later."),
                                 value(TRANSACTION, "Part of a transaction."));
}

struct CreateTopicRequest {
    std::string topicName{};
    MessageType messageType{};
    std::optional<std::string> remark{};
    std::optional<std::int32_t> maxSendTps{};
};
BOOST_DESCRIBE_STRUCT(CreateTopicRequest, (), (topicName, messageType, remark, maxSendTps))

constexpr bool is_topic_name(std::string_view text) {
    for (const char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!letter && c != '_' && c != '-') return false;
    }
    return true;
}
inline constexpr vouch::text_form topic_name{is_topic_name, "made of letters, digits, _ and -", "^[A-Za-z0-9_-]*$"};

constexpr auto shape_of(vouch::of<CreateTopicRequest>) {
    using namespace vouch::notation;
    using T = CreateTopicRequest;
    using enum MessageType;
    // clang-format off
    return describe<T>("Creates a topic.", reference("API reference"),

    field(&T::topicName, "The topic's name.",
          {.example = "orders",
           .length = {60, rule(error("topic-name-too-long"),
               {"topicName has more than 60 characters", "shorten it"})}}),
    field(&T::messageType, "What its messages are.", {.example = NORMAL}),
    field(&T::remark, "Remarks on it.", {.example = "for the shop"}),
    field(&T::maxSendTps, "How many messages may be sent to it.",
          {.example = 1000, .unit = "messages a second",
           .range = {.min = 1, .rule = rule(error("max-send-tps-not-positive"),
               {"maxSendTps must be at least 1, not {value}", "write a number, or leave it out"})}}),

    rule(error("topic-name-charset"),
         require(&T::topicName, matching(topic_name)),
         {"topicName contains a character that is not allowed: {value}", "use letters, digits, _ and -"}),
    rule(error("fifo-requires-max-send-tps"),
         when(&T::messageType, is(FIFO)).then(&T::maxSendTps, present),
         {"a FIFO topic needs maxSendTps", "add `maxSendTps`: 1 to 3000"}),
    rule(error("fifo-max-send-tps"),
         when(&T::messageType, is(FIFO)).then(&T::maxSendTps, between(1, 3000)),
         {"a FIFO topic takes at most 3000 messages a second, not {value}", "write 1 to 3000, or choose `NORMAL`"}));
    // clang-format on
}

}  // namespace topics

int main() {
    using topics::CreateTopicRequest;
    const std::string_view text = R"({
  "topicName": "new orders",
  "messageType": "Fifo",
  "maxSendTps": 5000
})";

    vouch::reading<CreateTopicRequest> reading = vouch::read<CreateTopicRequest>(text);
    std::cout << vouch::render::text<CreateTopicRequest>(reading.report, text, "topic.json");
    if (reading.report.errors() != 2) return 1;

    vouch::fixed fixed = vouch::fix<CreateTopicRequest>(text);
    if (fixed.text != text) return 1;  // "FIFO" would reveal a new error: that is for people to decide.
    fixed = vouch::fix<CreateTopicRequest>(text, {}, vouch::fix_level::all);
    if (fixed.report.errors() != 2) return 1;

    CreateTopicRequest request{.topicName = "orders", .messageType = topics::MessageType::FIFO};
    if (vouch::validate(request).ok()) return 1;
    request.maxSendTps = 3000;
    if (!vouch::validate(request).ok()) return 1;
    if (vouch::write(request) != R"({"topicName":"orders","messageType":"FIFO","maxSendTps":3000})") return 1;

    std::cout << vouch::json_schema<CreateTopicRequest>({.id = "create-topic.json"}) << "\n";
    std::cout << vouch::minimal_sample<CreateTopicRequest>() << "\n";
    return 0;
}
