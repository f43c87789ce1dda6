// SPDX-License-Identifier: BSL-1.0
// The forms of texts that rules ask for, with their words and, where an error rule needs one, their pattern.
#pragma once

#include <apsaramq/text_forms.hpp>
#include <vouch/constrain.hpp>

namespace apsaramq::forms {

using vouch::text_form;

/// A pattern put together from parts.
struct joined_pattern {
    std::array<char, 2048> text{};
    std::size_t size = 0;

    constexpr joined_pattern& add(std::string_view part) {
        for (const char c : part) text[size++] = c;
        return *this;
    }
    constexpr operator std::string_view() const { return {text.data(), size}; }
};

/// IPv4 and IPv6 addresses and blocks: no leading zeros in IPv4 parts and prefix lengths, `::` for at least one group.
constexpr joined_pattern make_address_pattern() {
    constexpr std::string_view byte = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    constexpr std::string_view group = "[0-9A-Fa-f]{1,4}";
    constexpr std::string_view digits[] = {"0", "1", "2", "3", "4", "5", "6", "7"};
    joined_pattern p;
    const auto groups = [&](std::string_view times) { p.add("(?:").add(group).add(":){").add(times).add("}"); };
    const auto ipv4 = [&] { p.add("(?:").add(byte).add("\\.){3}").add(byte); };
    p.add("^(?:");
    ipv4();
    p.add("(?:/(?:[12]?[0-9]|3[0-2]))?|(?:");
    groups("7");
    p.add(group).add("|");
    groups("6");
    ipv4();
    for (std::size_t front = 0; front <= 7; ++front) {
        const std::size_t most = 7 - front;  // Groups behind the gap.
        p.add("|");
        if (front == 0)
            p.add(":");
        else
            groups(digits[front]);
        p.add(":");
        if (most == 0) continue;
        p.add("(?:(?:").add(group).add(":){0,").add(digits[most - 1]).add("}").add(group);
        if (most >= 2) {
            p.add("|(?:").add(group).add(":){0,").add(digits[most - 2]).add("}");
            ipv4();
        }
        p.add(")?");
    }
    return p.add(")(?:/(?:[1-9]?[0-9]|1[01][0-9]|12[0-8]))?)$");
}
inline constexpr joined_pattern address_pattern = make_address_pattern();

inline constexpr text_form filled{formats::is_filled, "filled", "[^ \\t\\n\\v\\f\\r]"};
inline constexpr text_form not_empty{formats::is_not_empty, "longer than nothing"};
inline constexpr text_form placeholder{formats::is_placeholder, "a placeholder"};
inline constexpr text_form masked_token{formats::is_masked_token, "masked with asterisks"};
inline constexpr text_form with_separator{formats::has_separator, "several ids joined with | or ,", "[|,]"};
inline constexpr text_form vpc_id{formats::is_vpc_id, "an id that begins with vpc-"};
inline constexpr text_form security_group_id{formats::is_security_group_id, "an id that begins with sg-"};
inline constexpr text_form resource_group_id{formats::is_resource_group_id, "an id that begins with rg-"};
inline constexpr text_form vswitch_id_or_blank{formats::is_vswitch_id_or_blank, "blank or an id that begins with vsw-"};
inline constexpr text_form vswitch_ids{formats::are_vswitch_ids, "a list of ids that begin with vsw-"};
inline constexpr text_form distinct_segments{formats::has_distinct_segments, "a list of distinct ids"};
inline constexpr text_form without_comma{formats::has_no_comma, "without a comma"};
inline constexpr text_form without_blank_segment{formats::has_no_blank_segment, "a list without empty parts"};
inline constexpr text_form spec{formats::is_spec_code, "a specification code", "^rmq\\.[a-z]+[0-9]*\\.[a-z0-9]+$"};
inline constexpr text_form address_block{formats::is_address_block, "an IP address or a CIDR block", address_pattern};
inline constexpr text_form without_host_bits{formats::has_no_host_bits, "free of bits behind its prefix length"};
inline constexpr text_form not_open{formats::is_not_open, "narrower than all addresses"};
inline constexpr text_form name_characters{formats::has_name_characters,
                                           "made of letters, digits, _, - and Chinese characters"};
inline constexpr text_form tag_length{formats::is_tag_length, "at most 128 characters long"};
inline constexpr text_form free_tag_key{formats::is_free_tag_key, "free of aliyun, acs:, http:// and https://"};
inline constexpr text_form ascii{formats::is_ascii, "ASCII", "^[\\x00-\\x7F]*$"};
inline constexpr text_form printable{formats::is_printable, "free of white space and control characters"};
inline constexpr text_form success_code{formats::is_success_code, "200, success, ok or 0"};
inline constexpr text_form instance_id{formats::is_instance_id, "an id that begins with rmq-"};

}  // namespace apsaramq::forms
