// SPDX-License-Identifier: BSL-1.0
// One element of tags.
#pragma once

#include <apsaramq/shared_rules.hpp>
#include <apsaramq/text_forms.hpp>

#include <vouch/detail/macros_off.hpp>

namespace apsaramq::inline VOUCH_ABI {

/// Values of key in samples.
inline constexpr std::string_view sample_tag_keys[] = {"team", "purpose"};
/// Values of value in samples.
inline constexpr std::string_view sample_tag_values[] = {"orders", "search"};

struct Tag {
    std::optional<std::string> key{};
    std::optional<std::string> value{};

    bool operator==(const Tag&) const = default;
};
BOOST_DESCRIBE_STRUCT(Tag, (), (key, value))

template <std::same_as<Tag> T>
constexpr auto shape_of(vouch::of<T>) {
    using namespace vouch::notation;
    using namespace sources;
    // clang-format off
    return describe<T>("One resource tag.",

    field(&T::key,   "The tag's key.",   {.example = "xxxKey", .samples = sample_tag_keys}),
    field(&T::value, "The tag's value.", {.example = "xxxValue", .samples = sample_tag_values}),

    rule(warning("tag-key-missing", tag_page),
         all_of(require(&T::key, present), require(&T::key, matching(forms::filled))),
         {"this tag has no key", "write {`key`: `…`, `value`: `…`}, or remove the tag"}),
    rule(warning("tag-key-too-long", tag_page),
         require(&T::key, matching(forms::tag_length)),
         {.message = "the tag key has more than 128 characters", .help = "shorten the key",
          .when = "key has more than 128 characters"}),
    rule(warning("tag-value-too-long", tag_page),
         when(&T::key, matching(forms::filled)).then(&T::value, matching(forms::tag_length)),
         {.message = "the tag value has more than 128 characters", .help = "shorten the value",
          .when = "key is not blank, and value has more than 128 characters"}),
    rule(warning("tag-key-reserved", tag_page),
         require(&T::key, matching(forms::free_tag_key)),
         {.message = "tag keys like {value} are reserved",
          .help = "choose a key that does not start with aliyun or acs: and does not contain http:// or https://",
          .when = "key starts with aliyun or acs:, or contains http:// or https://"}));
    // clang-format on
}

}  // namespace apsaramq

#include <vouch/detail/macros_on.hpp>
