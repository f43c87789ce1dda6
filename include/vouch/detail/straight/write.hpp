// SPDX-License-Identifier: BSL-1.0
// An object -> JSON text on one line, by functions that the compiler writes for its type. Gives up where a text has to
// be escaped, and where JSON cannot express a value.
#pragma once

#include <vouch/detail/json/numbers.hpp>
#include <vouch/detail/straight/keys.hpp>
#include <vouch/detail/tables/rows.hpp>

#include <charconv>
#include <string>

namespace vouch::inline VOUCH_ABI::detail {

/// `,"name":`
template <class T, std::size_t I>
inline constexpr auto member_bytes = bytes_around_name<T, I, 2, 2>(",\"", "\":");
/// `"name"`
template <class E, std::size_t I>
inline constexpr auto quoted_bytes = bytes_around_name<E, I, 1, 1>("\"", "\"");

/// Every writing function takes the position where it begins to write, and returns the one after what it wrote; nullptr
/// if it gives up. There is room for as much as `room_for` says.
struct straight_writer {
    static constexpr std::size_t slack = 8;  ///< What short texts may write after their end.

    bool include_query;

    /// The most bytes that a value takes.
    template <class V>
    std::size_t room_for(const V& v) const {
        constexpr kind k = kind_of<V>();
        if constexpr (k == kind::text) {
            return v.size() + 2;
        } else if constexpr (k == kind::object) {
            return room_for_members(v, member_numbers<V>{});
        } else if constexpr (k == kind::list) {
            std::size_t room = 2;
            for (const auto& e : v) room += 1 + room_for(e);
            return room;
        } else if constexpr (k == kind::map) {
            std::size_t room = 2;
            for (const auto& [key, e] : v) room += 4 + key.size() + room_for(e);
            return room;
        } else if constexpr (k == kind::enumeration) {
            return longest_name<V>(enumerator_numbers<V>{}) + 2;
        } else {
            return number_room;
        }
    }

    template <class T>
    char* object(char* p, const T& from) const {
        char* const begin = p;
        p = members(p, from, member_numbers<T>{});
        if (p == nullptr) return nullptr;
        if (p == begin) ++p;
        *begin = '{';  // Instead of the first member's comma.
        *p = '}';
        return p + 1;
    }

private:
    static constexpr std::size_t number_room = 32;

    template <class T, std::size_t... I>
    std::size_t room_for_members(const T& from, std::index_sequence<I...>) const {
        constexpr std::size_t names = (std::size_t{2} + ... + member_bytes<T, I>.size);
        return (names + ... + room_for_member(member_in<T, I>(from)));
    }
    template <class M>
    [[gnu::always_inline]] std::size_t room_for_member(const M& m) const {
        if constexpr (is_optional<M>)
            return m.has_value() ? room_for(*m) : 0;
        else
            return room_for(m);
    }
    template <class E, std::size_t... I>
    static constexpr std::size_t longest_name(std::index_sequence<I...>) {
        return (std::max)({std::size_t{0}, name_at<E, I>().size()...});
    }

    template <class T, std::size_t... I>
    [[gnu::always_inline]] char* members(char* p, const T& from, std::index_sequence<I...>) const {
        (void)(((p = member<I>(p, from)) != nullptr) && ...);
        return p;
    }
    template <std::size_t I, class T>
    [[gnu::always_inline]] char* member(char* p, const T& from) const {
        if constexpr (field_rows<T>[I].in_query) {
            if (!include_query) return p;
        }
        const auto& m = member_in<T, I>(from);
        if constexpr (is_optional<member_type_at<T, I>>)
            return m.has_value() ? named(p, member_bytes<T, I>, *m) : p;
        else
            return named(p, member_bytes<T, I>, m);
    }

    template <class V, class Name>
    [[gnu::always_inline]] char* named(char* p, const Name& name, const V& v) const {
        if constexpr (std::is_enum_v<V>) {
            if (v == V{}) return p;  // It was not set.
        }
        std::memcpy(p, name.bytes, name.size);
        return value(p + name.size, v);
    }

    template <class V>
    [[gnu::always_inline]] char* value(char* p, const V& v) const {
        constexpr kind k = kind_of<V>();
        if constexpr (k == kind::text)
            return text(p, v);
        else if constexpr (k == kind::boolean)
            return std::memcpy(p, v ? "true " : "false", 5), p + (v ? 4 : 5);
        else if constexpr (k == kind::number)
            return number(p, v);
        else if constexpr (k == kind::float32)
            return is_finite(v) ? std::to_chars(p, p + number_room, v).ptr : nullptr;
        else if constexpr (k == kind::enumeration)
            return enumerator(p, v, enumerator_numbers<V>{});
        else if constexpr (k == kind::object)
            return object(p, v);
        else if constexpr (k == kind::list)
            return list(p, v);
        else if constexpr (k == kind::map)
            return map(p, v);
        else
            return std::to_chars(p, p + number_room, v).ptr;
    }

    template <class E>
    char* list(char* p, const std::vector<E>& v) const {
        char* const begin = p;
        for (const E& e : v) {
            *p = ',';
            if ((p = value(p + 1, e)) == nullptr) return nullptr;
        }
        if (p == begin) ++p;
        *begin = '[';  // Instead of the first element's comma.
        *p = ']';
        return p + 1;
    }

    template <class Map>
    char* map(char* p, const Map& v) const {
        char* const begin = p;
        for (const auto& [key, e] : v) {
            *p = ',';
            if ((p = text(p + 1, key)) == nullptr) return nullptr;
            *p = ':';
            if ((p = value(p + 1, e)) == nullptr) return nullptr;
        }
        if (p == begin) ++p;
        *begin = '{';  // Instead of the first element's comma.
        *p = '}';
        return p + 1;
    }

    template <class E, std::size_t... I>
    static char* enumerator(char* p, E v, std::index_sequence<I...>) {
        char* end = nullptr;
        (void)((v == enumerator_at<E, I> && (std::memcpy(p, quoted_bytes<E, I>.bytes, quoted_bytes<E, I>.size),
                                             end = p + quoted_bytes<E, I>.size, true)) ||
               ...);
        return end;
    }

    static char* text(char* p, const std::string& s) {
        *p++ = '"';
        if (!copy_simple(p, s)) [[unlikely]] {
            if (has_escapes(s) || !is_utf8(s)) return nullptr;
            std::memcpy(p, s.data(), s.size());
        }
        p += s.size();
        *p = '"';
        return p + 1;
    }
    [[gnu::cold]] static bool has_escapes(std::string_view s) {
        return std::any_of(s.begin(), s.end(),
                           [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; });
    }

    /// A number with at most two decimals is written from its hundredths; the result is that of to_chars.
    static char* number(char* p, double v) {
        constexpr double most = 10000;
        if (!is_finite(v)) return nullptr;
        if (v >= 0.01 && v < most) {
            const auto hundredths = static_cast<std::uint32_t>(v * 100 + 0.25);  // Never far below a whole number.
            if (static_cast<double>(hundredths) / 100 == v) {
                p = std::to_chars(p, p + number_room, hundredths / 100).ptr;
                const std::uint32_t rest = hundredths % 100;
                if (rest == 0) return p;
                *p++ = '.';
                *p++ = static_cast<char>('0' + rest / 10);
                if (rest % 10 != 0) *p++ = static_cast<char>('0' + rest % 10);
                return p;
            }
        }
        return std::to_chars(p, p + number_room, v).ptr;
    }
};

/// Appends a value; false, and nothing is appended, if this lane gives up.
template <class T>
bool write_straight(const T& value, bool include_query, std::string& out) {
    const straight_writer writer{include_query};
    const std::size_t before = out.size();
    out.resize(before + writer.room_for(value) + straight_writer::slack);
    char* const begin = out.data() + before;
    const char* const end = writer.object(begin, value);
    out.resize(end != nullptr ? before + static_cast<std::size_t>(end - begin) : before);
    return end != nullptr;
}

}  // namespace vouch::detail
