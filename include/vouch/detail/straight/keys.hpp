// SPDX-License-Identifier: BSL-1.0
// The names of a struct's members as constant bytes, and a table that finds them.
#pragma once

#include <vouch/detail/straight/bytes.hpp>
#include <vouch/detail/straight/storage.hpp>
#include <vouch/detail/tables/rows.hpp>
#include <vouch/unicode.hpp>

#include <algorithm>
#include <array>
#include <bit>

namespace vouch::inline VOUCH_ABI::detail {

/// The name in JSON of member or enumerator number `I` of a described type.
template <class T, std::size_t I>
constexpr std::string_view name_at() {
    if constexpr (std::is_enum_v<T>)
        return enumerators<T>[I].name;
    else
        return field_rows<T>[I].name;
}

/// A text around a name.
template <class T, std::size_t I, std::size_t Before, std::size_t After>
constexpr auto bytes_around_name(std::string_view before, std::string_view after) {
    constexpr std::string_view name = name_at<T, I>();
    constant_bytes<Before + name.size() + After> c{};
    c.put(0, before);
    c.put(Before, name);
    c.put(Before + name.size(), after);
    return c;
}

/// `"name":`
template <class T, std::size_t I>
inline constexpr auto key_bytes = bytes_around_name<T, I, 1, 2>("\"", "\":");
/// `name"`
template <class T, std::size_t I>
inline constexpr auto closing_bytes = bytes_around_name<T, I, 0, 1>("", "\"");

/// Orders that the members of an object often have in documents: many programs sort them by name.
enum class key_order : std::uint8_t { declared, by_name };

/// The numbers of a struct's members, in an order.
template <class T, key_order Order>
inline constexpr auto numbers_in = [] {
    std::array<std::size_t, member_count<T>> numbers{};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        std::size_t at = i;
        for (; at > 0 && Order == key_order::by_name && field_rows<T>[i].name < field_rows<T>[numbers[at - 1]].name;
             --at)
            numbers[at] = numbers[at - 1];
        numbers[at] = i;
    }
    return numbers;
}();
template <class T>
inline constexpr bool is_declared_by_name = [] {
    for (std::size_t i = 0; i < member_count<T>; ++i) {
        if (numbers_in<T, key_order::by_name>[i] != i) return false;
    }
    return true;
}();

/// Finds members by a prefix of their names that is as long as the shortest name with its closing quote, at most eight
/// bytes: so it can be looked up before the end of a key is known. Members with the same prefix form a chain.
template <std::size_t N>
class key_table {
public:
    constexpr explicit key_table(const std::array<std::string_view, N>& names) {
        for (const std::string_view name : names) prefix_size_ = (std::min)(prefix_size_, name.size() + 1);
        std::array<std::uint64_t, N> prefixes{};
        for (std::size_t i = 0; i < N; ++i) prefixes[i] = prefix(names[i]);
        for (std::size_t i = 0; i < N; ++i) {
            next_[i] = none;
            for (std::size_t j = N - 1; j > i; --j) {
                if (prefixes[j] == prefixes[i]) next_[i] = static_cast<std::uint8_t>(j);
            }
        }
        for (int tries = 0; tries < max_tries && !fill(prefixes); ++tries)
            factor_ = (factor_ * 6364136223846793005U + 1442695040888963407U) | 1;
    }

    /// The first member with the prefix that is at `p`, where at least 8 bytes can be read; perhaps one with another
    /// prefix, or N, if there is none.
    [[nodiscard]] std::size_t first(const char* p) const {
        return first_[hash(little_endian(word_at<std::uint64_t>(p)) << shift())];
    }
    /// The next member with the same prefix, or N.
    [[nodiscard]] constexpr std::size_t next(std::size_t i) const { return next_[i]; }
    /// Whether no member before has the same prefix.
    [[nodiscard]] constexpr bool is_first(std::size_t i) const {
        return std::find(next_.begin(), next_.end(), i) == next_.end();
    }

private:
    static constexpr auto none = static_cast<std::uint8_t>(N);
    static constexpr int max_tries = 200;
    static constexpr unsigned bits = (std::max)(static_cast<unsigned>(std::bit_width(N * N / 2)), 3U);

    [[nodiscard]] constexpr unsigned shift() const { return static_cast<unsigned>(64 - 8 * prefix_size_); }
    [[nodiscard]] constexpr std::uint64_t prefix(std::string_view name) const {
        std::uint64_t w = 0;
        for (std::size_t i = prefix_size_; i-- > 0;)
            w = w << 8 | static_cast<unsigned char>(i < name.size() ? name[i] : '"');
        return w << shift();
    }
    [[nodiscard]] constexpr std::size_t hash(std::uint64_t prefix) const {
        return static_cast<std::size_t>((prefix * factor_) >> (64 - bits));
    }

    /// False, and the table finds nothing, if two prefixes have the same hash.
    constexpr bool fill(const std::array<std::uint64_t, N>& prefixes) {
        first_.fill(none);
        for (std::size_t i = N; i-- > 0;) {
            std::uint8_t& first = first_[hash(prefixes[i])];
            if (first != none && prefixes[first] != prefixes[i]) return first_.fill(none), false;
            first = static_cast<std::uint8_t>(i);
        }
        return true;
    }

    std::size_t prefix_size_ = 8;
    std::uint64_t factor_ = 0x9E3779B97F4A7C15U;
    std::array<std::uint8_t, std::size_t{1} << bits> first_{};
    std::array<std::uint8_t, N> next_{};
};

template <class T>
inline constexpr auto keys = []<std::size_t... I>(std::index_sequence<I...>) {
    return key_table<sizeof...(I)>({name_at<T, I>()...});
}
(member_numbers<T>{});

}  // namespace vouch::detail
