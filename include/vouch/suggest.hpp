// SPDX-License-Identifier: BSL-1.0
// Nearest names: what was meant by a name with different case, different separators or a typo.
#pragma once

#include <vouch/tables.hpp>
#include <vouch/unicode.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace vouch {
namespace detail {

inline constexpr std::size_t longest_suggested = 48;

/// Only letters and digits, in lower case.
inline std::string plain_name(std::string_view name) {
    std::string out;
    for (const char c : name) {
        const char l = to_lower(c);
        if ((l >= 'a' && l <= 'z') || (l >= '0' && l <= '9')) out += l;
    }
    return out;
}

/// The number of insertions, deletions, replacements and swaps of neighbors that turn one text into the other.
inline std::size_t edit_distance(std::string_view a, std::string_view b) {
    using row = std::array<std::size_t, longest_suggested + 1>;
    row before_last{};
    row last{};
    row now{};
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) now[j] = std::min(now[j], before_last[j - 2] + 1);
        }
        before_last = last;
        last = now;
    }
    return last[b.size()];
}

}  // namespace detail

/// The distance of a written name from an existing one: 0 if only case and separators differ, 1 or 2 for that many
/// typos, 3 if it cannot have been meant.
inline std::size_t distance_between(std::string_view written, std::string_view name) {
    constexpr std::size_t too_far = 3;
    if (written.size() > detail::longest_suggested || name.size() > detail::longest_suggested) return too_far;
    const std::string a = detail::plain_name(written);
    const std::string b = detail::plain_name(name);
    if (a.empty() || b.empty()) return too_far;
    const std::size_t distance = detail::edit_distance(a, b);
    const std::size_t allowed = b.size() < 3 ? 0 : b.size() < 8 ? 1 : 2;
    return distance <= allowed ? distance : too_far;
}

/// The element of a range whose name, as given by `name_of`, is nearest, or nullptr; the first one if several are.
template <class Range, class NameOf>
auto nearest(std::string_view written, const Range& range, NameOf name_of) -> decltype(&*range.begin()) {
    decltype(&*range.begin()) best = nullptr;
    std::size_t least = 3;
    for (const auto& candidate : range) {
        const std::size_t distance = distance_between(written, name_of(candidate));
        if (distance >= least) continue;
        least = distance;
        best = &candidate;
    }
    return best;
}

/// The field of an object that was meant, or nullptr; nullptr also if it is deprecated.
inline const field_info* nearest_field(std::string_view written, const object_info& object) {
    const field_info* const meant = nearest(written, object.fields, [](const field_info& f) { return f.name; });
    return meant == nullptr || meant->asks.deprecated ? nullptr : meant;
}

/// The enumerator that was meant, or nullptr.
inline const enumerator_info* nearest_enumerator(std::string_view written, const enum_info& e) {
    return nearest(written, e.values, [](const enumerator_info& v) { return v.name; });
}

/// The pointer of the field that has this name, ignoring case and separators, in an object or one within it; empty if
/// there is none.
inline std::string place_of_field(std::string_view written, const object_info& object) {
    std::string found;
    const auto look = [&](const field_info& f, const std::string& pointer) {
        if (!found.empty()) return false;
        if (!f.asks.deprecated && distance_between(written, f.name) == 0) found = pointer;
        return found.empty();
    };
    for_each_field(object, look, "0");
    return found;
}

}  // namespace vouch
