// SPDX-License-Identifier: BSL-1.0
// Nearest names: what was meant by a name with different case, different separators or a typo.
#pragma once

#include <vouch/built_in_rules.hpp>
#include <vouch/tables.hpp>
#include <vouch/unicode.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

namespace vouch::inline VOUCH_ABI {
namespace detail {

inline constexpr std::size_t longest_suggested = 48;

/// Only letters and digits, in lower case.
inline std::string plain_name(std::string_view name) {
    std::string out(name.size(), '\0');
    std::size_t size = 0;
    for (const char c : name) {
        const char l = to_lower(c);
        out[size] = l;
        size += (l >= 'a' && l <= 'z') || (l >= '0' && l <= '9') ? 1 : 0;
    }
    out.resize(size);
    return out;
}

/// The letters, whatever their case, and the digits of a name, a bit for each.
inline std::uint64_t characters_of(std::string_view name) {
    std::uint64_t all = 0;
    for (const char c : name) {
        const char l = to_lower(c);
        if (l >= 'a' && l <= 'z')
            all |= std::uint64_t{1} << (l - 'a');
        else if (l >= '0' && l <= '9')
            all |= std::uint64_t{1} << (26 + l - '0');
    }
    return all;
}

/// A lower bound of the distance of two names: one edit adds at most one character, and removes at most one.
inline std::size_t least_distance(std::uint64_t characters, std::uint64_t others) {
    const auto only_in = [](std::uint64_t a, std::uint64_t b) {
        return static_cast<std::size_t>(std::popcount(a & ~b));
    };
    return (std::max)(only_in(characters, others), only_in(others, characters));
}

/// The number of insertions, deletions, replacements and swaps of neighbors that turn one text into the other, if it is
/// at most `most`; else some greater number. Only cells that close to the diagonal are computed.
inline std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most) {
    const std::size_t too_many = most + 1;
    if ((std::max)(a.size(), b.size()) - (std::min)(a.size(), b.size()) > most) return too_many;
    std::size_t rows[3][longest_suggested + 1];  // Of i, i - 1 and i - 2, modulo 3.
    for (auto& row : rows) std::fill(std::begin(row), std::end(row), too_many);
    for (std::size_t j = 0; j <= (std::min)(most, b.size()); ++j) rows[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto& now = rows[i % 3];
        const auto& last = rows[(i + 2) % 3];
        const auto& before_last = rows[(i + 1) % 3];
        const std::size_t first = i > most ? i - most : 1;
        const std::size_t end = (std::min)(i + most, b.size());
        std::size_t least = now[first - 1] = first == 1 ? i : too_many;
        for (std::size_t j = first; j <= end; ++j) {
            now[j] = (std::min)({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) now[j] = (std::min)(now[j], before_last[j - 2] + 1);
            least = (std::min)(least, now[j]);
        }
        if (end < b.size()) now[end + 1] = too_many;
        if (least > most) return too_many;
    }
    return rows[a.size() % 3][b.size()];
}

/// Whether only case and separators differ.
inline bool is_same_name(std::string_view a, std::string_view b) {
    const auto next = [](std::string_view& text) {
        while (!text.empty()) {
            const char c = to_lower(text.front());
            text.remove_prefix(1);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) return c;
        }
        return '\0';
    };
    while (true) {
        const char c = next(a);
        if (c != next(b)) return false;
        if (c == '\0') return true;
    }
}

}  // namespace detail

/// A name that was written, to be compared with many existing ones.
class written_name {
public:
    static constexpr std::size_t too_far = 3;  ///< The distance of names that cannot have been meant.

    /// Prepares the comparison; of a name of more than 48 bytes, all others are too far.
    explicit written_name(std::string_view written)
        : plain_(written.size() <= detail::longest_suggested ? detail::plain_name(written) : std::string()),
          characters_(detail::characters_of(plain_)) {}

    /// The distance from an existing name: 0 if only case and separators differ, 1 or 2 for that many typos, `too_far`
    /// if it cannot have been meant.
    [[nodiscard]] std::size_t distance_from(std::string_view name) const {
        if (plain_.empty() || name.size() > detail::longest_suggested || name.size() + 2 < plain_.size())
            return too_far;
        if (detail::least_distance(characters_, detail::characters_of(name)) > most_typos(name.size())) return too_far;
        const std::string other = detail::plain_name(name);
        if (other.empty()) return too_far;
        const std::size_t allowed = most_typos(other.size());
        const std::size_t distance = detail::edit_distance(plain_, other, allowed);
        return distance <= allowed ? distance : too_far;
    }

private:
    /// How many typos a name of some letters and digits may have.
    static constexpr std::size_t most_typos(std::size_t size) { return size < 3 ? 0 : size < 8 ? 1 : 2; }

    std::string plain_;
    std::uint64_t characters_;
};

/// The distance of a written name from an existing one.
inline std::size_t distance_between(std::string_view written, std::string_view name) {
    return written_name(written).distance_from(name);
}

/// The element of a range whose name, as given by `name_of`, is nearest, or nullptr; the first one if several are.
template <class Range, class NameOf>
auto nearest(std::string_view written, const Range& range, NameOf name_of) -> decltype(&*range.begin()) {
    decltype(&*range.begin()) best = nullptr;
    std::size_t least = written_name::too_far;
    const written_name name(written);
    for (const auto& candidate : range) {
        const std::size_t distance = name.distance_from(name_of(candidate));
        if (distance >= least) continue;
        least = distance;
        best = &candidate;
    }
    return best;
}

/// The field of an object that was meant, or nullptr. One that is deprecated is only meant if nothing but the case
/// differs.
inline const field_info* nearest_field(std::string_view written, const object_info& object) {
    for (const field_info& f : object.fields) {
        if (equal_ignoring_case(f.name, written)) return &f;
    }
    const field_info* const meant = nearest(written, object.fields, [](const field_info& f) { return f.name; });
    return meant == nullptr || meant->asks.deprecated ? nullptr : meant;
}

/// The id of the rule that was meant, in a schema; empty if there is none.
inline std::string_view nearest_rule(std::string_view written, const object_info& root) {
    std::string_view best;
    std::size_t least = written_name::too_far;
    const written_name name(written);
    const auto look_at = [&](const rule_words& r) {
        const std::size_t distance = name.distance_from(r.id);
        if (distance >= least) return;
        least = distance;
        best = r.id;
    };
    for (const built_in_rules::built_in_rule& r : built_in_rules::all) look_at(*r.words);
    for_each_rule(root, look_at);
    return best;
}

/// The enumerator that was meant, or nullptr.
inline const enumerator_info* nearest_enumerator(std::string_view written, const enum_info& e) {
    return nearest(written, e.values, [](const enumerator_info& v) { return v.name; });
}

/// The pointer of the field that has this name, ignoring case and separators, in an object or one within it; empty if
/// there is none.
inline std::string place_of_field(std::string_view written, const object_info& object) {
    std::string found;
    if (detail::is_same_name(written, {})) return found;
    const auto look = [&](const field_info& f, const std::string& pointer) {
        if (!found.empty()) return false;
        if (!f.asks.deprecated && detail::is_same_name(written, f.name)) found = pointer;
        return found.empty();
    };
    for_each_field(object, look, "0");
    return found;
}

}  // namespace vouch
