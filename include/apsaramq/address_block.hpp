// SPDX-License-Identifier: BSL-1.0
// What ipWhitelist asks of IP addresses and CIDR blocks.
#pragma once

#include <vouch/forms.hpp>

#include <string_view>

namespace apsaramq::inline VOUCH_ABI {
namespace formats {

/// False only for a block with host bits set beyond the prefix.
constexpr bool has_no_host_bits(std::string_view text) {
    const auto block = vouch::formats::parse_address_block(text);
    if (!block) return true;
    for (unsigned bit = block->prefix; bit < block->width; ++bit) {
        if ((block->bytes[bit / 8] >> (7 - bit % 8) & 1U) != 0) return false;
    }
    return true;
}

/// False only for a block of prefix length 0, which covers every address.
constexpr bool is_not_open(std::string_view text) {
    const auto block = vouch::formats::parse_address_block(text);
    return !block || block->prefix != 0;
}

}  // namespace formats

namespace forms {

/// An address, or a block in CIDR notation, as `vouch::forms::address_or_cidr`.
inline constexpr vouch::text_form address_block = vouch::forms::address_or_cidr;
inline constexpr vouch::text_form without_host_bits{formats::has_no_host_bits, "free of host bits beyond the prefix"};
inline constexpr vouch::text_form not_open{formats::is_not_open, "narrower than all addresses"};

}  // namespace forms
}  // namespace apsaramq
