// SPDX-License-Identifier: BSL-1.0
// Text forms in requests and responses, each defined once: function, words and pattern together.
#pragma once

#include <vouch/forms.hpp>

#include <algorithm>
#include <string_view>

namespace apsaramq::inline VOUCH_ABI {
namespace formats {

/// Whether a text is more than whitespace.
constexpr bool is_filled(std::string_view text) { return !vouch::is_blank(text); }

/// Whether a text begins with a literal. Faster than `starts_with` of the standard library, which compares a literal
/// like any other text.
template <std::size_t Size>
constexpr bool begins_with(std::string_view text, const char (&beginning)[Size]) {
    return text.size() >= Size - 1 && std::char_traits<char>::compare(text.data(), beginning, Size - 1) == 0;
}

/// A value copied from documentation, or a template variable that was not replaced.
constexpr bool is_placeholder(std::string_view text) {
    if (!is_filled(text)) return false;
    const char last = text.back();
    if (!vouch::has_any<'*', '$'>(text) && last != '>' && last != 'x' && last != 'X') return false;
    const auto is_cross = [](char c) { return c == 'x' || c == 'X'; };
    return vouch::has_any<'*'>(text) || text.find("${") != std::string_view::npos ||
           (text.size() >= 2 && text.front() == '<' && last == '>' && !vouch::has_any<'\n'>(text)) ||
           text.ends_with("xxx") || (text.size() >= 2 && std::all_of(text.begin(), text.end(), is_cross));
}

/// A client token whose end was masked with asterisks, as in documentation.
constexpr bool is_masked_token(std::string_view text) { return text.find("****") != std::string_view::npos; }

/// Whether a text begins like the id of a VPC.
constexpr bool is_vpc_id(std::string_view id) { return begins_with(id, "vpc-"); }
/// Whether a text begins like the id of a security group.
constexpr bool is_security_group_id(std::string_view id) { return begins_with(id, "sg-"); }
/// Whether a text begins like the id of a resource group.
constexpr bool is_resource_group_id(std::string_view id) { return begins_with(id, "rg-"); }
/// Whether a text begins like the id of an instance.
constexpr bool is_instance_id(std::string_view id) { return begins_with(id, "rmq-"); }

/// The code points of the longest name.
inline constexpr std::size_t max_name_length = 128;

/// Letters, digits, `_`, `-` and CJK ideographs; names that are too long pass, since another rule reports them.
constexpr bool has_name_characters(std::string_view name) {
    if (name.size() > max_name_length && vouch::count_code_points(name) > max_name_length) return true;
    while (!name.empty()) {
        const char lower = vouch::to_lower(name.front());
        if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9') || lower == '_' || lower == '-') {
            name.remove_prefix(1);
            continue;
        }
        const auto [c, size] = vouch::first_code_point(name);
        if (size == 0 || !((c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF))) return false;
        name.remove_prefix(size);
    }
    return true;
}

/// The code points of the longest key or value of a tag.
inline constexpr std::size_t max_tag_length = 128;

/// Whether a key or value of a tag is not too long.
constexpr bool is_tag_length(std::string_view text) {
    return text.size() <= max_tag_length || vouch::count_code_points(text) <= max_tag_length;
}

/// Whether a tag key is not reserved for the vendor.
constexpr bool is_free_tag_key(std::string_view key) {
    if (begins_with(key, "aliyun")) return false;
    return !vouch::has_any<':'>(key) || (!begins_with(key, "acs:") && key.find("http://") == std::string_view::npos &&
                                         key.find("https://") == std::string_view::npos);
}

/// No whitespace or control characters. Texts that are not ASCII pass, since another rule reports them.
constexpr bool is_printable(std::string_view text) {
    return !vouch::is_ascii(text) ||
           std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c != 0x7F; });
}

/// A response code that means success.
constexpr bool is_success_code(std::string_view code) {
    return code == "200" || code == "0" || vouch::equal_ignoring_case(code, "success") ||
           vouch::equal_ignoring_case(code, "ok");
}

}  // namespace formats

namespace forms {

using vouch::text_form;
using namespace vouch::forms;

inline constexpr text_form placeholder{formats::is_placeholder, "a placeholder"};
inline constexpr text_form masked_token{formats::is_masked_token, "masked with asterisks"};
inline constexpr text_form vpc_id{formats::is_vpc_id, "an id that begins with vpc-"};
inline constexpr text_form security_group_id{formats::is_security_group_id, "an id that begins with sg-"};
inline constexpr text_form resource_group_id{formats::is_resource_group_id, "an id that begins with rg-"};
inline constexpr text_form name_characters{formats::has_name_characters,
                                           "made of letters, digits, _, - and Chinese characters"};
inline constexpr text_form tag_length{formats::is_tag_length, "at most 128 characters long"};
inline constexpr text_form free_tag_key{formats::is_free_tag_key, "free of aliyun, acs:, http:// and https://"};
inline constexpr text_form printable{formats::is_printable, "free of whitespace and control characters"};
inline constexpr text_form success_code{formats::is_success_code, "200, success, ok or 0"};
inline constexpr text_form instance_id{formats::is_instance_id, "an id that begins with rmq-"};

}  // namespace forms
}  // namespace apsaramq
