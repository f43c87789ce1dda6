// SPDX-License-Identifier: BSL-1.0
// JSON text -> an object or its view, by functions that the compiler writes for its type. Accepts documents that hold
// only what the schema expects, and gives up at the first surprise; what it accepts, the plain lane reads as well, with
// the same value.
#pragma once

#include <vouch/detail/json/numbers.hpp>
#include <vouch/detail/json/strings.hpp>
#include <vouch/detail/straight/keys.hpp>
#include <vouch/detail/tables/rows.hpp>

#include <utility>

namespace vouch::inline VOUCH_ABI::detail {

/// Every function takes the position where it begins to read, and returns the one after what it read; nullptr if it
/// gives up.
class straight_reader {
public:
    straight_reader(padded_text& text, bool flat) : text_(text), flat_(flat) {}

    /// Whether the text is one object, and all of it was read.
    template <class T, class S>
    bool document(S& to) {
        const char* const end = object<T>(next(text_.begin()), to);
        return end != nullptr && next(end) == text_.end();
    }

private:
    /// The next character that is not whitespace, of which there is likely none, or one space.
    [[gnu::always_inline]] static const char* next(const char* p) {
        if (static_cast<unsigned char>(*p) > ' ') return p;
        return *p == ' ' && static_cast<unsigned char>(p[1]) > ' ' ? p + 1 : after_space(p);
    }
    [[gnu::noinline]] static const char* after_space(const char* p) {
        // Usual indentations first: the processor speculates past comparisons, but waits for the result of a search.
        if (*p == '\n') {
            constexpr std::ptrdiff_t most = 12;
            for (const char* q = p + 1; q - p <= most; q += 2) {
                if (static_cast<unsigned char>(*q) > ' ') return q;
                if (*q != ' ' || q[1] != ' ') break;
            }
        }
        return first_byte(
            p, [](const auto& b) { return b.is_not(' ') & b.is_not('\n') & b.is_not('\r') & b.is_not('\t'); });
    }

    // Objects.

    template <class T, class S>
    [[gnu::noinline]] const char* object(const char* p, S& to) {
        if (*p != '{') return nullptr;
        if (*(p = next(p + 1)) == '}') return required<T> == 0 ? p + 1 : nullptr;
        return members<T, key_order::declared, 0>(p, to, 0);
    }

    template <class T>
    static constexpr std::uint64_t required = [] {
        std::uint64_t bits = 0;
        for (const field_info& f : field_rows<T>) bits |= std::uint64_t{f.required} << f.index;
        return bits;
    }();

    /// The members of an object, beginning with a key, as long as they follow an order, of which `Position` is next.
    /// `seen` are those before, as bits.
    template <class T, key_order Order, std::size_t Position, class S>
    [[gnu::always_inline]] const char* members(const char* p, S& to, std::uint64_t seen) {
        if constexpr (Position == member_count<T>) {
            return out_of_order<T, Order>(p, to, seen);
        } else {
            constexpr std::size_t i = numbers_in<T, Order>[Position];
            constexpr auto& key = key_bytes<T, i>;
            if (key.are_at(p)) {
                if ((seen >> i & 1) != 0) return nullptr;
                p = member<T, i>(next(p + key.size), to);
                if (p == nullptr) return nullptr;
                seen |= std::uint64_t{1} << i;
                if (*p != ',' && *(p = next(p)) != ',') return end_of_object<T>(p, seen);
                p = next(p + 1);
            } else if constexpr ((required<T> >> i & 1) != 0) {
                if ((seen >> i & 1) == 0) return out_of_order<T, Order>(p, to, seen);
            }
            return members<T, Order, Position + 1>(p, to, seen);
        }
    }
    template <class T>
    [[gnu::always_inline]] static const char* end_of_object(const char* p, std::uint64_t seen) {
        return *p == '}' && (required<T> & ~seen) == 0 ? p + 1 : nullptr;
    }

    /// The members from one on that does not follow an order.
    template <class T, key_order Order, class S>
    [[gnu::noinline]] const char* out_of_order(const char* p, S& to, std::uint64_t seen) {
        if constexpr (Order == key_order::declared && !is_declared_by_name<T>)
            return members<T, key_order::by_name, 0>(p, to, seen);
        else
            return members_in_any_order<T>(p, to, seen);
    }

    template <class T, class S>
    [[gnu::noinline]] const char* members_in_any_order(const char* p, S& to, std::uint64_t seen) {
        while (*p == '"') {
            p = any_member<T>(p + 1, to, seen, member_numbers<T>{});
            if (p == nullptr) return nullptr;
            if (*(p = next(p)) != ',') return end_of_object<T>(p, seen);
            p = next(p + 1);
        }
        return nullptr;
    }

    /// The member whose name is at `p`.
    template <class T, class S, std::size_t... I>
    [[gnu::always_inline]] const char* any_member(const char* p, S& to, std::uint64_t& seen,
                                                  std::index_sequence<I...>) {
        const std::size_t n = keys<T>.first(p);
        const char* end = nullptr;
        (void)((keys<T>.is_first(I) && n == I && (end = named_member<T, I>(p, to, seen), true)) || ...);
        return end;
    }
    /// The same, if it is member `I` or a later one with the same prefix.
    template <class T, std::size_t I, class S>
    [[gnu::always_inline]] const char* named_member(const char* p, S& to, std::uint64_t& seen) {
        if constexpr (I == member_count<T>) {
            return nullptr;
        } else {
            constexpr auto& name = closing_bytes<T, I>;
            if (!name.are_at(p)) return named_member<T, keys<T>.next(I)>(p, to, seen);
            if (*(p = next(p + name.size)) != ':' || (seen >> I & 1) != 0) return nullptr;
            seen |= std::uint64_t{1} << I;
            return member<T, I>(next(p + 1), to);
        }
    }

    template <class T, std::size_t I, class S>
    [[gnu::always_inline]] const char* member(const char* p, S& to) {
        if constexpr (field_rows<T>[I].in_query) {
            if (!flat_) return nullptr;
        }
        using M = member_type_at<T, I>;
        auto& place = member_in<T, I>(to);
        if constexpr (is_optional<M> && kind_of<value_of<M>>() != kind::text)
            return value<value_of<M>>(p, emptied(place.emplace()));
        else
            return value<M>(p, place);
    }

    // Values.

    /// A value of the described type `M`.
    template <class M, class S>
    [[gnu::always_inline]] const char* value(const char* p, S& to) {
        constexpr kind k = kind_of<value_of<M>>();
        if constexpr (k == kind::object)
            return object<M>(p, to);
        else if constexpr (k == kind::list)
            return list<element_of<M>>(p, to);
        else if constexpr (k == kind::map)
            return map(p, to);
        else if constexpr (k == kind::text)
            return text(p, to);
        else
            return scalar(p, to);
    }

    template <class E, class List>
    [[gnu::noinline]] const char* list(const char* p, List& to) {
        if (*p != '[') return nullptr;
        if (*(p = next(p + 1)) == ']') return p + 1;
        while ((p = value<E>(p, add(to))) != nullptr) {
            if (*(p = next(p)) != ',') return *p == ']' ? p + 1 : nullptr;
            p = next(p + 1);
        }
        return nullptr;
    }
    template <class E>
    E& add(list_in_arena<E>& to) {
        return to.add(memory_);
    }
    template <class E>
    static E& add(std::vector<E>& to) {
        if (to.capacity() == 0) to.reserve(4);
        return emptied(to.emplace_back());
    }

    template <class Map>
    [[gnu::noinline]] const char* map(const char* p, Map& to) {
        if (*p != '{') return nullptr;
        if (*(p = next(p + 1)) == '}') return p + 1;
        for (std::string key; (p = text(p, key)) != nullptr && *(p = next(p)) == ':';) {
            const std::size_t before = to.size();
            auto& element = emptied(to.try_emplace(to.end(), std::move(key))->second);
            if (to.size() == before) return nullptr;  // The key came before.
            p = value<element_of<Map>>(next(p + 1), element);
            if (p == nullptr) return nullptr;
            if (*(p = next(p)) != ',') return *p == '}' ? p + 1 : nullptr;
            p = next(p + 1);
        }
        return nullptr;
    }

    template <class S>
    [[gnu::noinline]] const char* text(const char* p, S& to) {
        if (*p != '"') return nullptr;
        const char* const begin = p + 1;
        const char* const end = end_of_simple(begin);
        if (*end != '"') [[unlikely]]
            return other_text(begin, end, to);
        put(to, {begin, static_cast<std::size_t>(end - begin)});
        return end + 1;
    }

    static void put(std::string_view& to, std::string_view text) { to = text; }
    static void put(std::optional<std::string_view>& to, std::string_view text) { to = text; }
    // A short text is copied with a constant size, and cut.
    static constexpr std::size_t short_size = 15;
    static void put(std::string& to, std::string_view text) {
        if (text.size() <= short_size) [[likely]]
            (to = std::string(text.data(), short_size)).resize(text.size());
        else
            to = std::string(text);
    }
    static void put(std::optional<std::string>& to, std::string_view text) {
        if (text.size() <= short_size) [[likely]]
            to.emplace(text.data(), short_size).resize(text.size());
        else
            to.emplace(text);
    }

    /// A text with escapes or with characters beyond ASCII, the first of them at `p`.
    template <class S>
    [[gnu::cold, gnu::noinline]] const char* other_text(const char* begin, const char* p, S& to) {
        bool escaped = false;
        for (; *p != '"'; ++p) {
            if (static_cast<unsigned char>(*p) < 0x20) return nullptr;
            if (*p != '\\') continue;
            escaped = true;
            if ((p = end_of_escape(p)) == nullptr) return nullptr;
        }
        const std::string_view raw(begin, static_cast<std::size_t>(p - begin));
        if (!is_utf8(raw)) return nullptr;
        put(to, escaped ? text_.replace(raw, unescape({begin - 1, raw.size() + 2})) : raw);
        return p + 1;
    }

    /// The last character of the escape, or of the two of a surrogate pair, that begins at `p`.
    static const char* end_of_escape(const char* p) {
        constexpr std::string_view simple = "\"\\/bfnrt";
        if (p[1] != 'u') return p[1] != 0 && simple.find(p[1]) != std::string_view::npos ? p + 1 : nullptr;
        const int first = utf16_unit(p + 2);
        if (first < 0 || (first >= 0xDC00 && first < 0xE000)) return nullptr;
        if (first < 0xD800 || first >= 0xE000) return p + 5;
        if (p[6] != '\\' || p[7] != 'u') return nullptr;
        const int second = utf16_unit(p + 8);
        return second >= 0xDC00 && second < 0xE000 ? p + 11 : nullptr;
    }
    /// The value of four hexadecimal digits, or -1.
    static int utf16_unit(const char* p) {
        unsigned value = 0;
        return std::from_chars(p, p + 4, value, 16).ptr == p + 4 && *p != '-' ? static_cast<int>(value) : -1;
    }

    template <described_enum E>
    [[gnu::noinline]] static const char* scalar(const char* p, E& to) {
        return *p == '"' ? enumerator(p + 1, to, enumerator_numbers<E>{}) : nullptr;
    }
    template <class E, std::size_t... I>
    [[gnu::always_inline]] static const char* enumerator(const char* p, E& to, std::index_sequence<I...>) {
        std::size_t size = 0;
        (void)((closing_bytes<E, I>.are_at(p) && (to = enumerator_at<E, I>, size = closing_bytes<E, I>.size, true)) ||
               ...);
        return size != 0 ? p + size : nullptr;
    }

    static const char* scalar(const char* p, bool& to) {
        constexpr constant_bytes<4> yes{{'t', 'r', 'u', 'e'}};
        constexpr constant_bytes<5> no{{'f', 'a', 'l', 's', 'e'}};
        to = yes.are_at(p);
        return to ? p + 4 : no.are_at(p) ? p + 5 : nullptr;
    }

    /// An integer of at most 18 digits, without a fraction or an exponent.
    template <std::integral N>
    [[gnu::noinline]] static const char* scalar(const char* p, N& to) {
        constexpr std::ptrdiff_t most = 18;
        const bool negative = *p == '-';
        const char* const begin = p += negative;
        std::int64_t v = 0;
        for (unsigned digit = 0; (digit = static_cast<unsigned char>(*p) - unsigned{'0'}) <= 9; ++p) {
            if (p - begin == most) return nullptr;
            v = v * 10 + digit;
        }
        if (p == begin || (*begin == '0' && p - begin > 1)) return nullptr;
        if (negative) v = -v;
        to = static_cast<N>(v);
        return std::cmp_equal(to, v) ? p : nullptr;
    }

    template <std::floating_point N>
    [[gnu::noinline]] static const char* scalar(const char* p, N& to) {
        const char* const begin = p;
        while ((*p >= '0' && *p <= '9') || *p == '.' || *p == '-' || *p == '+' || *p == 'e' || *p == 'E') ++p;
        const std::string_view number(begin, static_cast<std::size_t>(p - begin));
        double v = 0;
        if (!is_json_number(number) || !to_double(number, v) || (std::same_as<N, float> && !fits_float(v)))
            return nullptr;
        to = static_cast<N>(v);
        return p;
    }

    padded_text& text_;
    bool flat_;  ///< Members of the query are accepted.
    arena memory_;
};

}  // namespace vouch::detail
