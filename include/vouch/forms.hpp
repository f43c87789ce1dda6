// SPDX-License-Identifier: BSL-1.0
// Text forms: a function that decides, words that describe it, and a pattern for exports, together.
#pragma once

#include <vouch/detail/forms/address.hpp>
#include <vouch/detail/forms/calendar.hpp>
#include <vouch/detail/forms/internet.hpp>
#include <vouch/unicode.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace vouch::inline VOUCH_ABI {

/// A form that a text has or does not have.
struct text_form {
    bool (*holds)(std::string_view) = nullptr;  ///< Whether a text has it.
    std::string_view words{};                   ///< Describes such a text, after "is" or "is not".
    std::string_view pattern{};  ///< The same as a regular expression (ECMA-262, Unicode), if there is one.
    std::string_view format{};   ///< The same as a `format` of JSON Schema 2020-12, if there is one.
};

/// The functions of the forms below: exact, in linear time, without allocation, for any bytes.
namespace formats {

/// An IP address or CIDR block.
struct address_block {
    std::array<std::uint8_t, 16> bytes{};  ///< The address, in network order; the first four for IPv4.
    unsigned width = 0;                    ///< Bits of an address: 32 or 128.
    unsigned prefix = 0;                   ///< Bits of the network; all of them for a single address.
};

/// An address, or a block as in RFC 4632 and RFC 4291: an address, a slash, and a length without leading zeros.
constexpr std::optional<address_block> parse_address_block(std::string_view text) {
    address_block block;
    const std::size_t slash = text.find('/');
    const std::string_view address = text.substr(0, slash);
    if (address.find(':') != std::string_view::npos) {
        if (!detail::parse_ipv6(address, block.bytes)) return std::nullopt;
        block.width = 128;
    } else {
        if (!detail::parse_ipv4(address, block.bytes.data())) return std::nullopt;
        block.width = 32;
    }
    block.prefix = block.width;
    if (slash == std::string_view::npos) return block;
    const auto prefix = detail::parse_plain_number(text.substr(slash + 1), block.width);
    if (!prefix) return std::nullopt;
    block.prefix = *prefix;
    return block;
}

/// Whether `parse_address_block` can parse it; host bits are allowed.
constexpr bool is_address_or_cidr(std::string_view text) { return parse_address_block(text).has_value(); }

/// The same with a prefix length.
constexpr bool is_cidr(std::string_view text) {
    return text.find('/') != std::string_view::npos && is_address_or_cidr(text);
}

/// RFC 3986, `IPv4address`: four decimal numbers without leading zeros.
constexpr bool is_ipv4(std::string_view text) {
    std::array<std::uint8_t, 4> bytes{};
    return detail::parse_ipv4(text, bytes.data());
}

/// RFC 4291, section 2.2, as in RFC 3986: any case, `::` for one or more groups, no zone.
constexpr bool is_ipv6(std::string_view text) {
    std::array<std::uint8_t, 16> bytes{};
    return detail::parse_ipv6(text, bytes);
}

/// RFC 3339, `full-date`, in the Gregorian calendar also before its time.
constexpr bool is_date(std::string_view text) { return detail::parse_date(text).has_value(); }

/// RFC 3339, `full-time`, with an offset; second 60 only at 23:59 UTC.
constexpr bool is_time(std::string_view text) { return detail::parse_time(text).has_value(); }

/// RFC 3339, `date-time`; second 60 only at the end of a month in UTC.
constexpr bool is_date_time(std::string_view text) { return detail::is_date_time(text); }

/// RFC 9562, section 4: hexadecimal digits in any case, any version and variant.
constexpr bool is_uuid(std::string_view text) {
    if (text.size() != 36) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
        if (hyphen ? text[i] != '-' : !detail::is_hex_digit(text[i])) return false;
    }
    return true;
}

/// RFC 1123, section 2.1, with the lengths of DNS names: labels of at most 63 characters, 253 with their dots. Labels
/// like xn--bcher-kva are not decoded.
constexpr bool is_hostname(std::string_view text) { return detail::is_hostname(text); }

/// RFC 3986, `URI`: with a scheme, of any characters that the grammar allows.
constexpr bool is_uri(std::string_view text) { return detail::is_uri(text); }

/// RFC 5321, `Mailbox`: at most 64 octets before the @, and a host name or an address literal after it.
constexpr bool is_email(std::string_view text) { return detail::is_mailbox(text); }

}  // namespace formats

/// Forms that any schema may need.
namespace forms {

inline constexpr text_form filled{[](std::string_view text) { return !is_blank(text); }, "filled in",
                                  "[^ \\t\\n\\v\\f\\r]"};
inline constexpr text_form not_empty{[](std::string_view text) { return !text.empty(); },
                                     "at least one character long"};
inline constexpr text_form ascii{[](std::string_view text) { return is_ascii(text); }, "ASCII", "^[\\x00-\\x7F]*$"};

/// RFC 3339.
inline constexpr text_form date_time{
    formats::is_date_time, "a date and time like 2025-01-31T08:00:00Z (RFC 3339)", {}, "date-time"};
inline constexpr text_form date{
    formats::is_date, "a date like 2025-01-31 (RFC 3339)",
    "^(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|"
    "02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$",
    "date"};
inline constexpr text_form time{
    formats::is_time, "a time with an offset from UTC like 08:00:00Z (RFC 3339)", {}, "time"};
/// RFC 9562.
inline constexpr text_form uuid{formats::is_uuid, "a UUID", "^[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}$",
                                "uuid"};
/// RFC 3986, with a scheme.
inline constexpr text_form uri{formats::is_uri, "a URI like https://example.com/", {}, "uri"};
/// RFC 5321.
inline constexpr text_form email{formats::is_email, "an email address", {}, "email"};
/// RFC 1123.
inline constexpr text_form hostname{formats::is_hostname, "a host name", {}, "hostname"};
/// RFC 3986 and RFC 4291.
inline constexpr text_form ipv4{formats::is_ipv4, "an IPv4 address", detail::ipv4_pattern, "ipv4"};
inline constexpr text_form ipv6{formats::is_ipv6, "an IPv6 address", detail::ipv6_pattern, "ipv6"};
/// RFC 4632 and RFC 4291.
inline constexpr text_form cidr{formats::is_cidr, "a CIDR block like 10.0.0.0/8", detail::cidr_pattern};
inline constexpr text_form address_or_cidr{formats::is_address_or_cidr, "an IP address or a CIDR block",
                                           detail::address_or_cidr_pattern};

}  // namespace forms
}  // namespace vouch
