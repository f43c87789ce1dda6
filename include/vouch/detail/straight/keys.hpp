// SPDX-License-Identifier: BSL-1.0
// The names of a struct's members as constant bytes, and a perfect hash of them.
#pragma once

#include <vouch/detail/straight/bytes.hpp>
#include <vouch/detail/straight/storage.hpp>
#include <vouch/detail/tables/rows.hpp>
#include <vouch/unicode.hpp>

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

/// Finds the members of a struct by name.
template <std::size_t N>
class key_table {
public:
    constexpr explicit key_table(std::array<std::string_view, N> names) : names_(names) {
        std::uint64_t factor = 0x9E3779B97F4A7C15U;
        for (int tries = 0; tries < max_tries; ++tries, factor = factor * 6364136223846793005U + 1442695040888963407U) {
            if (fill(factor | 1)) return;
        }
        factor_ = 0;  // Two long names differ only in the middle.
    }

    /// The number of the only member that may have a name, or N. At least 8 bytes can be read at `p`.
    [[nodiscard]] std::size_t find(const char* p, std::size_t size) const {
        const std::string_view name(p, size);
        if (factor_ != 0) [[likely]]
            return at_[hash(name, factor_)];
        for (std::size_t i = 0; i < N; ++i) {
            if (equal(names_[i], name)) return i;
        }
        return N;
    }

private:
    static constexpr int max_tries = 200;
    static constexpr unsigned bits = (std::max)(static_cast<unsigned>(std::bit_width(N * N / 2)), 3U);

    /// The number of a hash; a name is known by its length and its first and last eight bytes.
    static constexpr std::size_t hash(std::string_view name, std::uint64_t factor) {
        const std::size_t size = name.size();
        const std::uint64_t first = word(name.data(), (std::min)(size, std::size_t{8}));
        const std::uint64_t last = size > 8 ? word(name.data() + size - 8, 8) : 0;
        return static_cast<std::size_t>(((first ^ std::rotl(last, 23) ^ size) * factor) >> (64 - bits));
    }
    static constexpr std::uint64_t word(const char* p, std::size_t size) {
        std::uint64_t w = 0;
        if (std::is_constant_evaluated() || std::endian::native == std::endian::big) {
            for (std::size_t i = size; i-- > 0;) w = w << 8 | static_cast<unsigned char>(p[i]);
        } else {
            w = word_at<std::uint64_t>(p);
            if (size < 8) w &= (std::uint64_t{1} << 8 * size) - 1;
        }
        return w;
    }

    constexpr bool fill(std::uint64_t factor) {
        factor_ = factor;
        at_.fill(static_cast<std::uint8_t>(N));
        for (std::size_t i = 0; i < N; ++i) {
            std::uint8_t& at = at_[hash(names_[i], factor)];
            if (at != N) return false;
            at = static_cast<std::uint8_t>(i);
        }
        return true;
    }

    std::array<std::string_view, N> names_;
    std::array<std::uint8_t, std::size_t{1} << bits> at_{};
    std::uint64_t factor_ = 0;
};

template <class T>
inline constexpr auto keys = []<std::size_t... I>(std::index_sequence<I...>) {
    return key_table<sizeof...(I)>({name_at<T, I>()...});
}
(member_numbers<T>{});

}  // namespace vouch::detail
