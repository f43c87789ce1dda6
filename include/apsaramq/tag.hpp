// SPDX-License-Identifier: BSL-1.0
// One element of tags.
#pragma once

#include <apsaramq/forms.hpp>
#include <vouch/shape_of.hpp>

namespace apsaramq {

inline constexpr std::string_view sample_tag_keys[] = {"team", "purpose"};
inline constexpr std::string_view sample_tag_values[] = {"orders", "search"};

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
        fields(field(&T::key, {.doc = "The tag's key.", .example = "xxxKey", .samples = sample_tag_keys}),
               field(&T::value, {.doc = "The tag's value.", .example = "xxxValue", .samples = sample_tag_values})),
        rules(
            rule({.id = "tag-key-missing",
                  .severity = warning,
                  .basis = vendor,
                  .message = "this tag has no key",
                  .help = "write {\"key\": \"…\", \"value\": \"…\"}, or remove the tag",
                  .broken_by = R"({"tags":[{"value":"orders"}]})",
                  .mended_by = R"({"tags":[{"key":"team","value":"orders"}]})"},
                 require(&T::key, present), require(&T::key, matching(forms::filled))),
            rule(
                {.id = "tag-key-too-long",
                 .severity = warning,
                 .basis = vendor,
                 .message = "a tag's key has at most 128 characters",
                 .help = "shorten the key",
                 .broken_by =
                     R"({"tags":[{"key":"cost-centre-cost-centre-cost-centre-cost-centre-cost-centre-cost-centre-cost-)"
                     R"(centre-cost-centre-cost-centre-cost-centre-cost-centre-"}]})",
                 .mended_by = R"({"tags":[{"key":"cost-centre"}]})"},
                require(&T::key, matching(forms::tag_length))),
            rule({.id = "tag-value-too-long",
                  .severity = warning,
                  .basis = vendor,
                  .message = "a tag's value has at most 128 characters",
                  .help = "shorten the value",
                  .broken_by =
                      R"({"tags":[{"key":"purpose","value":"orders-orders-orders-orders-orders-orders-orders-orders-)"
                      R"(orders-orders-orders-orders-orders-orders-orders-orders-orders-orders-orders-"}]})",
                  .mended_by = R"({"tags":[{"key":"purpose","value":"orders"}]})"},
                 when(&T::key, matching(forms::filled)).then(&T::value, matching(forms::tag_length))),
            rule({.id = "tag-key-reserved",
                  .severity = warning,
                  .basis = vendor,
                  .message = "tag keys like {value} are reserved",
                  .help = "choose a key that does not start with aliyun or acs: and has no http:// or https:// in it",
                  .broken_by = R"({"tags":[{"key":"aliyun-team"}]})",
                  .mended_by = R"({"tags":[{"key":"team"}]})"},
                 require(&T::key, matching(forms::free_tag_key)))));
}

}  // namespace apsaramq
