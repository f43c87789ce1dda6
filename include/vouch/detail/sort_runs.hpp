// SPDX-License-Identifier: BSL-1.0
// Sorting what is mostly in order already, as findings are: they come rule by rule. What is sorted are numbers of
// elements, so that this is compiled once and not for each kind of element.
#pragma once

#include <vouch/detail/sequence.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace vouch::inline VOUCH_ABI::detail {

/// An order of elements, by their numbers.
class element_order {
public:
    [[nodiscard]] constexpr virtual bool is_before(std::size_t a, std::size_t b) const = 0;

protected:
    constexpr ~element_order() = default;
};

/// The numbers below `n`, sorted; equal elements keep their order. Merges runs that are in order until only one is
/// left: linear for a few runs, n log n at most.
constexpr sequence<std::size_t> sorted_numbers(std::size_t n, const element_order& order) {
    sequence<std::size_t> all(n);
    for (std::size_t i = 0; i < n; ++i) all[i] = i;
    constexpr std::size_t few = 8;  // Inserted one by one.
    if (n <= few) {
        for (std::size_t i = 1; i < n; ++i) {
            for (std::size_t j = i; j > 0 && order.is_before(all[j], all[j - 1]); --j) std::swap(all[j], all[j - 1]);
        }
        return all;
    }
    const auto end_of_run = [&](std::size_t at) {
        while (++at < n && !order.is_before(all[at], all[at - 1])) continue;
        return (std::min)(at, n);
    };
    sequence<std::size_t> merged;
    while (end_of_run(0) < n) {
        merged.reserve(n);
        for (std::size_t a = 0; a < n;) {
            std::size_t b = end_of_run(a);
            const std::size_t end_a = b;
            const std::size_t end_b = end_of_run(b);
            while (a < end_a || b < end_b) {
                const bool takes_b = a == end_a || (b < end_b && order.is_before(all[b], all[a]));
                merged.push_back(all[takes_b ? b++ : a++]);
            }
            a = end_b;
        }
        all.swap(merged);
        merged.clear();
    }
    return all;
}

/// Sorts elements; equal ones keep their order. Those that are in order are not moved.
template <class Elements, class Before>
constexpr void sort_runs(Elements& all, Before before) {
    struct order_here final : element_order {
        constexpr order_here(const Elements& e, const Before& b) : elements(e), before(b) {}
        [[nodiscard]] constexpr bool is_before(std::size_t a, std::size_t b) const override {
            return before(elements[a], elements[b]);
        }
        const Elements& elements;
        const Before& before;
    };
    std::size_t in_order = 1;
    while (in_order < all.size() && !before(all[in_order], all[in_order - 1])) ++in_order;
    if (in_order >= all.size()) return;
    Elements sorted;
    sorted.reserve(all.size());
    for (const std::size_t n : sorted_numbers(all.size(), order_here(all, before))) sorted.push_back(std::move(all[n]));
    all.swap(sorted);
}

}  // namespace vouch::detail
