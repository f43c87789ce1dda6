// SPDX-License-Identifier: BSL-1.0
// What the straight lane reads a document into: the described struct or, for a verdict alone, a view of it, whose texts
// stay in the document and whose lists are in an arena.
#pragma once

#include <vouch/detail/tables/members.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vouch::inline VOUCH_ABI::detail {

/// Memory that is freed all at once. What is in it must not need a destructor.
class arena {
public:
    arena() = default;
    arena(const arena&) = delete;
    arena& operator=(const arena&) = delete;

    template <class E>
    E* allocate(std::size_t n) {
        static_assert(std::is_trivially_destructible_v<E> && alignof(E) <= alignof(std::max_align_t));
        constexpr std::size_t unit = alignof(std::max_align_t);
        const std::size_t size = (n * sizeof(E) + unit - 1) / unit * unit;
        if (size > static_cast<std::size_t>(end_ - next_)) [[unlikely]]
            add_chunk(size);
        char* const p = std::exchange(next_, next_ + size);
        return reinterpret_cast<E*>(p);
    }

private:
    [[gnu::cold, gnu::noinline]] void add_chunk(std::size_t size) {
        const std::size_t room = (std::max)(size, std::size_t{1} << 16);
        next_ = chunks_.emplace_back(room, '\0').data();
        end_ = next_ + room;
    }

    static constexpr std::size_t inline_size = 2048;
    alignas(std::max_align_t) char inline_[inline_size];  // Uninitialized, to save time.
    char* next_ = inline_;
    char* end_ = inline_ + inline_size;
    std::vector<std::string> chunks_;
};

/// A list in an arena.
template <class E>
class list_in_arena {
public:
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    const E* begin() const { return data_; }
    const E* end() const { return data_ + size_; }
    const E& operator[](std::size_t i) const { return data_[i]; }

    E& add(arena& memory) {
        if (size_ == capacity_) grow(memory);
        return *std::construct_at(data_ + size_++);
    }

private:
    void grow(arena& memory) {
        capacity_ = capacity_ == 0 ? 4 : 2 * capacity_;
        E* const moved = memory.allocate<E>(capacity_);
        for (std::size_t i = 0; i < size_; ++i) std::construct_at(moved + i, data_[i]);
        data_ = moved;
    }

    E* data_ = nullptr;
    std::size_t size_ = 0;
    std::size_t capacity_ = 0;
};

template <class T>
struct object_view;

/// The view of a described type.
template <class M>
struct viewed {
    using type = M;
};
template <class M>
using view_of = typename viewed<M>::type;

template <>
struct viewed<std::string> {
    using type = std::string_view;
};
template <class V>
struct viewed<std::optional<V>> {
    using type = std::optional<view_of<V>>;
};
template <class E>
struct viewed<std::vector<E>> {
    using type = list_in_arena<view_of<E>>;
};
template <described_struct T>
struct viewed<T> {
    using type = object_view<T>;
};

template <class T, std::size_t I>
struct member_view {
    view_of<member_type_at<T, I>> view{};
};
template <class T, class Numbers>
struct member_views;
template <class T, std::size_t... I>
struct member_views<T, std::index_sequence<I...>> : member_view<T, I>... {};

template <class T>
struct object_view : member_views<T, member_numbers<T>> {};

template <class From, class To>
using copy_const = std::conditional_t<std::is_const_v<From>, const To, To>;

/// Member number `I` of a `T`, or of its view.
template <class T, std::size_t I, class S>
[[gnu::always_inline]] inline constexpr auto& member_in(S& object) {
    if constexpr (std::same_as<std::remove_const_t<S>, T>)
        return object.*member_at<T, I>::pointer;
    else
        return static_cast<copy_const<S, member_view<T, I>>&>(object).view;
}

}  // namespace vouch::detail
