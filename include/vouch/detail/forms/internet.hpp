// SPDX-License-Identifier: BSL-1.0
// Host names, URIs and mailboxes.
#pragma once

#include <vouch/detail/forms/address.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace vouch::inline VOUCH_ABI::detail {

constexpr bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }
constexpr bool is_letter_or_digit(char c) { return is_letter(c) || is_digit(c); }

/// Labels of 1 to 63 letters, digits and inner hyphens, at most 253 characters with their dots.
constexpr bool is_hostname(std::string_view text) {
    if (text.size() > 253) return false;
    std::size_t label = 0;
    char last = '.';
    for (const char c : text) {
        if (c == '.') {
            if (label == 0 || last == '-') return false;
            label = 0;
        } else {
            if (!is_letter_or_digit(c) && (c != '-' || label == 0)) return false;
            if (++label > 63) return false;
        }
        last = c;
    }
    return label != 0 && last != '-';
}

/// RFC 3986: unreserved characters, sub-delims, `more`, and octets as `%41`.
constexpr bool is_uri_text(std::string_view text, std::string_view more) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (is_letter_or_digit(c) || is_one_of(c, "-._~!$&'()*+,;=") || is_one_of(c, more)) continue;
        if (c != '%' || text.size() - i < 3 || !is_hex_digit(text[i + 1]) || !is_hex_digit(text[i + 2])) return false;
        i += 2;
    }
    return true;
}

/// What stands between brackets in a URI: an IPv6 address, or `v`, the hexadecimal version, a dot, and an address.
constexpr bool is_ip_literal(std::string_view text) {
    if (text.empty() || to_lower(text.front()) != 'v') {
        std::array<std::uint8_t, 16> bytes{};
        return parse_ipv6(text, bytes);
    }
    std::size_t dot = 1;
    while (dot < text.size() && is_hex_digit(text[dot])) ++dot;
    if (dot == 1 || dot + 1 >= text.size() || text[dot] != '.') return false;
    return !is_one_of('%', text) && is_uri_text(text.substr(dot + 1), ":");
}

/// `user@host:port`, of which only the host is needed, and even that may be empty.
constexpr bool is_authority(std::string_view text) {
    if (const std::size_t at = text.find('@'); at != std::string_view::npos) {
        if (!is_uri_text(text.substr(0, at), ":")) return false;
        text.remove_prefix(at + 1);
    }
    if (text.starts_with('[')) {
        const std::size_t end = text.find(']');
        if (end == std::string_view::npos || !is_ip_literal(text.substr(1, end - 1))) return false;
        text.remove_prefix(end + 1);
    } else {
        const std::string_view name = text.substr(0, text.find(':'));
        if (!is_uri_text(name, "")) return false;
        text.remove_prefix(name.size());
    }
    if (text.empty()) return true;
    for (const char c : text.substr(1)) {
        if (!is_digit(c)) return false;
    }
    return text.front() == ':';
}

constexpr bool is_uri(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || !is_letter(text.front())) return false;
    for (const char c : text.substr(0, colon)) {
        if (!is_letter_or_digit(c) && !is_one_of(c, "+-.")) return false;
    }
    text.remove_prefix(colon + 1);
    for (const char mark : {'#', '?'}) {  // The fragment, then the query.
        const std::size_t at = text.find(mark);
        if (at == std::string_view::npos) continue;
        if (!is_uri_text(text.substr(at + 1), ":@/?")) return false;
        text = text.substr(0, at);
    }
    if (text.starts_with("//")) {
        text.remove_prefix(2);
        const std::string_view authority = text.substr(0, text.find('/'));
        if (!is_authority(authority)) return false;
        text.remove_prefix(authority.size());
    }
    return is_uri_text(text, ":@/");
}

/// RFC 5321, `Dot-string`.
constexpr bool is_dot_string(std::string_view text) {
    char last = '.';
    for (const char c : text) {
        if (c == '.' ? last == '.' : !is_letter_or_digit(c) && !is_one_of(c, "!#$%&'*+-/=?^_`{|}~")) return false;
        last = c;
    }
    return last != '.';
}

/// RFC 5321, `Quoted-string`.
constexpr bool is_quoted_string(std::string_view text) {
    if (text.size() < 2 || text.front() != '"' || text.back() != '"') return false;
    text = text.substr(1, text.size() - 2);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"') return false;
        if (text[i] == '\\' && ++i == text.size()) return false;
        if (text[i] < ' ' || text[i] > '~') return false;
    }
    return true;
}

/// RFC 5321, `address-literal`, with `IPv6` as the only tag, since no other is registered.
constexpr bool is_address_literal(std::string_view text) {
    if (text.size() < 2 || text.front() != '[' || text.back() != ']') return false;
    text = text.substr(1, text.size() - 2);
    std::array<std::uint8_t, 16> bytes{};
    constexpr std::string_view tag = "IPv6:";
    if (!equal_ignoring_case(text.substr(0, tag.size()), tag))
        return parse_ipv4(text, bytes.data(), address_style::mail);
    return parse_ipv6(text.substr(tag.size()), bytes, address_style::mail);
}

/// RFC 5321, `Mailbox`, with its limit of 64 octets for the local part; the domain is a host name.
constexpr bool is_mailbox(std::string_view text) {
    const std::size_t at = text.rfind('@');  // What follows it has none.
    if (at == std::string_view::npos || at > 64) return false;
    const std::string_view local = text.substr(0, at);
    const std::string_view domain = text.substr(at + 1);
    return (is_dot_string(local) || is_quoted_string(local)) && (is_hostname(domain) || is_address_literal(domain));
}

}  // namespace vouch::inline VOUCH_ABI::detail
