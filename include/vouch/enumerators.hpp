// SPDX-License-Identifier: BSL-1.0
// Enumerators and their texts in JSON.
#pragma once

#include <vouch/catalog.hpp>
#include <vouch/suggest.hpp>

#include <optional>
#include <string_view>

namespace vouch::inline VOUCH_ABI {

/// The text of an enumerator in JSON; empty if no enumerator has this number.
template <described_enum E>
[[nodiscard]] constexpr std::string_view to_string(E e) {
    return detail::enum_of<E>.name_of(static_cast<std::int64_t>(e));
}

/// What `from_string` finds for a text.
template <described_enum E>
struct parsed_enumerator {
    std::optional<E> value;    ///< The enumerator that has exactly this text.
    std::string_view nearest;  ///< If there is none: the text that was probably meant, or empty.

    /// Whether an enumerator has the text.
    constexpr explicit operator bool() const { return value.has_value(); }
    constexpr E operator*() const { return *value; }  ///< Only if there is a value.
};

/// The enumerator with a text, as in JSON: case counts.
template <described_enum E>
[[nodiscard]] parsed_enumerator<E> from_string(std::string_view text) {
    const enum_info& all = detail::enum_of<E>;
    const std::int64_t position = all.position_of(text);
    if (position >= 0) return {static_cast<E>(all.values[static_cast<std::size_t>(position)].value), {}};
    const enumerator_info* const meant = nearest_enumerator(text, all);
    return {std::nullopt, meant == nullptr ? std::string_view() : meant->name};
}

}  // namespace vouch
