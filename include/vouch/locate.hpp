// SPDX-License-Identifier: BSL-1.0
// The place of a value in a JSON text.
#pragma once

#include <vouch/detail/json/place_finder.hpp>

#include <optional>
#include <string_view>

namespace vouch::inline VOUCH_ABI {

/// The place of the value that a JSON Pointer names in a valid JSON text; nothing if it names none.
[[nodiscard]] inline std::optional<place> locate(std::string_view text, std::string_view pointer) {
    if (!pointer.empty() && pointer.front() != '/') return std::nullopt;
    detail::place_finder finder;
    place found;
    finder.want_value(pointer, found);
    finder.run(text);
    if (!finder.found_all_values()) return std::nullopt;
    return found;
}

}  // namespace vouch
