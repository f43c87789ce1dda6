// SPDX-License-Identifier: BSL-1.0
// A value in memory -> a block of cells.
#pragma once

#include <vouch/cell.hpp>
#include <vouch/detail/json/numbers.hpp>

#include <array>
#include <utility>

namespace vouch::detail {

template <class V>
constexpr cell scalar_cell(const V& v) {
    if constexpr (std::same_as<V, std::string>) {
        return cell(std::string_view(v));
    } else if constexpr (std::same_as<V, double>) {
        return is_finite(v) ? cell(v) : cell(fault::not_finite);
    } else if constexpr (described_enum<V>) {
        const std::size_t position = position_of(v);
        if (position != not_described) return cell::chosen(position);
        return v == V{} ? cell() : cell(fault::not_an_enumerator);
    } else if constexpr (std::same_as<V, bool>) {
        return cell::chosen(v);
    } else {
        return cell(static_cast<std::int64_t>(v));
    }
}

template <class T>
constexpr void fill(const T& object, cell* block, const list_source& source, std::uint32_t base = 0);

template <class V>
constexpr void fill_value(const V& v, cell* to, const list_source& source, std::uint32_t slot) {
    if constexpr (kind_of<V>() == kind::object)
        fill(v, to, source, slot);
    else if constexpr (is_list<V>)
        *to = cell(list_cell{&source, slot, static_cast<std::uint32_t>(v.size())});
    else
        *to = scalar_cell(v);
}

template <class M>
constexpr void fill_member(const M& m, cell* to, const list_source& source, std::uint32_t slot) {
    if constexpr (!is_optional<M>)
        fill_value(m, to, source, slot);
    else if (m.has_value())
        fill_value(*m, to, source, slot);
}

template <class T, template <class...> class L, class... D>
constexpr void fill_members(const T& object, cell* block, const list_source& source, std::uint32_t base, L<D...>) {
    std::size_t i = 0;
    ((fill_member(object.*D::pointer, block + slots<T>[i], source, base + slots<T>[i]), ++i), ...);
}

/// Writes the cells of a present object into a block of absent cells; `base` is the block's first slot within the block
/// that `source` knows.
template <class T>
constexpr void fill(const T& object, cell* block, const list_source& source, std::uint32_t base) {
    block[0] = cell(std::int64_t{0});
    fill_members(object, block, source, base, member_list<T>{});
}

/// The elements [first, last).
struct element_range {
    std::size_t first;
    std::size_t last;
};

template <class T>
constexpr void show_in_object(const T& object, std::uint32_t slot, element_range range, block_visitor& visitor);

template <class M>
constexpr void show_in_member(const M& m, std::uint32_t slot, element_range range, block_visitor& visitor);

/// The lists of an object.
template <class T>
class object_source final : public list_source {
public:
    constexpr explicit object_source(const T& object) : object_(object) {}
    constexpr void show(std::uint32_t slot, std::size_t first, std::size_t last,
                        block_visitor& visitor) const override {
        show_in_object(object_, slot, {first, last}, visitor);
    }
    [[nodiscard]] constexpr const void* object() const override { return &object_; }

private:
    const T& object_;
};

template <class T, template <class...> class L, class... D>
constexpr void show_in_members(const T& object, std::uint32_t slot, element_range range, block_visitor& visitor,
                               L<D...>) {
    std::size_t i = 0;
    const auto look = [&](const auto& member) {
        using V = value_of<std::remove_cvref_t<decltype(member)>>;
        const std::uint32_t first = slots<T>[i++];
        if constexpr (is_list<V> || kind_of<V>() == kind::object) {
            if (slot >= first && slot < first + width_of<V>()) show_in_member(member, slot - first, range, visitor);
        }
    };
    (look(object.*D::pointer), ...);
}

template <class T>
constexpr void show_in_object(const T& object, std::uint32_t slot, element_range range, block_visitor& visitor) {
    show_in_members(object, slot, range, visitor, member_list<T>{});
}

template <class V>
constexpr void show_in_value(const V& v, std::uint32_t slot, element_range range, block_visitor& visitor) {
    if constexpr (is_list<V>) {
        using E = typename list_traits<V>::element;
        for (std::size_t i = range.first; i < range.last; ++i) {
            std::array<cell, width_of<E>()> block{};
            if constexpr (kind_of<E>() == kind::object) {
                const object_source<E> source(v[i]);
                fill(v[i], block.data(), source);
                visitor.visit(i, block.data());
            } else {
                block[0] = scalar_cell<E>(v[i]);
                visitor.visit(i, block.data());
            }
        }
    } else {
        show_in_object(v, slot, range, visitor);
    }
}

template <class M>
constexpr void show_in_member(const M& m, std::uint32_t slot, element_range range, block_visitor& visitor) {
    if constexpr (!is_optional<M>)
        show_in_value(m, slot, range, visitor);
    else if (m.has_value())
        show_in_value(*m, slot, range, visitor);
}

/// A value's cells, valid as long as the value stays where it is. `source` replaces the value's own lists.
template <class T>
struct block_of {
    constexpr explicit block_of(const T& value) : own(value) { fill(value, cells.data(), own); }
    constexpr block_of(const T& value, const list_source& source) : own(value) { fill(value, cells.data(), source); }

    object_source<T> own;
    std::array<cell, width_of<T>()> cells{};
};

}  // namespace vouch::detail
