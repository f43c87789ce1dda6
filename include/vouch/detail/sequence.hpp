// SPDX-License-Identifier: BSL-1.0
// A vector with what the plain lane needs of one. A compiler takes several times as long for each kind of std::vector.
#pragma once

#include <vouch/version.hpp>

#include <cstddef>
#include <memory>
#include <type_traits>
#include <utility>

namespace vouch::inline VOUCH_ABI::detail {

/// Elements that follow each other in memory; what std::vector has under the same name does the same.
template <class T>
class sequence {
    static_assert(std::is_nothrow_move_constructible_v<T>, "growing must not fail halfway");

public:
    constexpr sequence() = default;
    constexpr explicit sequence(std::size_t n) {
        reserve(n);
        while (size_ < n) emplace_back();
    }
    constexpr sequence(sequence&& other) noexcept { swap(other); }
    constexpr sequence& operator=(sequence&& other) noexcept {
        sequence(std::move(other)).swap(*this);
        return *this;
    }
    constexpr ~sequence() {
        clear();
        deallocate();
    }

    [[nodiscard]] constexpr bool empty() const { return size_ == 0; }
    [[nodiscard]] constexpr std::size_t size() const { return size_; }
    [[nodiscard]] constexpr std::size_t capacity() const { return capacity_; }
    [[nodiscard]] constexpr T* data() { return elements_; }
    [[nodiscard]] constexpr const T* data() const { return elements_; }
    [[nodiscard]] constexpr T* begin() { return elements_; }
    [[nodiscard]] constexpr const T* begin() const { return elements_; }
    [[nodiscard]] constexpr T* end() { return elements_ + size_; }
    [[nodiscard]] constexpr const T* end() const { return elements_ + size_; }
    [[nodiscard]] constexpr T& operator[](std::size_t i) { return elements_[i]; }
    [[nodiscard]] constexpr const T& operator[](std::size_t i) const { return elements_[i]; }
    [[nodiscard]] constexpr T& back() { return elements_[size_ - 1]; }
    [[nodiscard]] constexpr const T& back() const { return elements_[size_ - 1]; }

    /// Returns the new element.
    constexpr T& push_back(T element) {
        make_room();
        return *std::construct_at(elements_ + size_++, std::move(element));
    }
    /// Adds an empty element.
    constexpr T& emplace_back() {
        make_room();
        return *std::construct_at(elements_ + size_++);
    }
    constexpr void pop_back() { std::destroy_at(elements_ + --size_); }
    constexpr void clear() { shrink(0); }
    /// Keeps the first `n` elements.
    constexpr void shrink(std::size_t n) {
        while (size_ > n) pop_back();
    }
    constexpr void reserve(std::size_t n) {
        if (n <= capacity_) return;
        T* const room = std::allocator<T>().allocate(n);
        for (std::size_t i = 0; i < size_; ++i) {
            std::construct_at(room + i, std::move(elements_[i]));
            std::destroy_at(elements_ + i);
        }
        deallocate();
        elements_ = room;
        capacity_ = n;
    }
    constexpr void swap(sequence& other) noexcept {
        std::swap(elements_, other.elements_);
        std::swap(size_, other.size_);
        std::swap(capacity_, other.capacity_);
    }

private:
    static constexpr std::size_t few = 4;

    constexpr void make_room() {
        if (size_ == capacity_) reserve(size_ == 0 ? few : 2 * size_);
    }
    constexpr void deallocate() {
        if (capacity_ > 0) std::allocator<T>().deallocate(elements_, capacity_);
    }

    T* elements_ = nullptr;
    std::size_t size_ = 0;
    std::size_t capacity_ = 0;
};

}  // namespace vouch::detail
