// SPDX-License-Identifier: BSL-1.0
// Sorting what is mostly in order already, as findings are: they come rule by rule.
#pragma once

#include <vouch/version.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace vouch::inline VOUCH_ABI::detail {

/// Merges runs that are in order until only one is left; equal elements keep their order. Linear for a few
/// runs, n log n at most, and far cheaper to compile than std::sort.
template <class Elements, class Before>
constexpr void sort_runs(Elements& all, Before before) {
    constexpr std::size_t few = 8;  // Inserted one by one.
    if (all.size() <= few) {
        for (std::size_t i = 1; i < all.size(); ++i) {
            for (std::size_t j = i; j > 0 && before(all[j], all[j - 1]); --j) std::swap(all[j], all[j - 1]);
        }
        return;
    }
    const auto end_of_run = [&](std::size_t at) {
        while (++at < all.size() && !before(all[at], all[at - 1])) continue;
        return (std::min)(at, all.size());
    };
    Elements merged;
    while (end_of_run(0) < all.size()) {
        merged.reserve(all.size());
        for (std::size_t a = 0; a < all.size();) {
            std::size_t b = end_of_run(a);
            const std::size_t end_a = b;
            const std::size_t end_b = end_of_run(b);
            while (a < end_a || b < end_b) {
                const bool takes_b = a == end_a || (b < end_b && before(all[b], all[a]));
                merged.push_back(std::move(all[takes_b ? b++ : a++]));
            }
            a = end_b;
        }
        all.swap(merged);
        merged.clear();
    }
}

}  // namespace vouch::detail
