// SPDX-License-Identifier: BSL-1.0
// Which elements of a list are which elements of the changed list.
#pragma once

#include <vouch/detail/sort_runs.hpp>
#include <vouch/version.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace vouch::inline VOUCH_ABI::detail {

/// Pairs of elements of two lists, in n log n. An element is known by keys; an empty one says nothing.
class element_pairs {
public:
    using keys = std::vector<std::string>;
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    /// Pairs elements that are equal: those at both ends of the lists, then all others, each in order.
    element_pairs(const keys& old, const keys& now) : to(old.size(), none), from(now.size(), none), stays(now.size()) {
        std::size_t begin = 0;
        std::size_t n = old.size();
        std::size_t m = now.size();
        for (; begin < (std::min)(n, m) && old[begin] == now[begin]; ++begin) pair(begin, begin);
        while (n > begin && m > begin && old[n - 1] == now[m - 1]) pair(--n, --m);
        pair_equal(old, now);
    }

    /// Pairs what is left and has equal keys: in order, or only those with a key that no other one has.
    void pair_equal(const keys& old, const keys& now, bool unique = false) {
        const std::vector<std::size_t> a = sorted(old, to);
        const std::vector<std::size_t> b = sorted(now, from);
        for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
            const int order = old[a[i]].compare(now[b[j]]);
            const bool alone = order == 0 && (!unique || (is_alone(old, a, i) && is_alone(now, b, j)));
            if (alone) pair(a[i], b[j]);
            i += order <= 0 ? 1U : 0U;
            j += order >= 0 ? 1U : 0U;
        }
    }

    /// Decides which pairs stay where they are: as many as can be without one passing another.
    void settle() {
        std::vector<std::size_t> ends;  // Of the sequences of each length, the one that ends with the least.
        std::vector<std::size_t> before(from.size(), none);
        for (std::size_t j = 0; j < from.size(); ++j) {
            if (from[j] == none) continue;
            const auto less = [&](std::size_t end, std::size_t old) { return from[end] < old; };
            const auto at = std::lower_bound(ends.begin(), ends.end(), from[j], less);
            if (at != ends.begin()) before[j] = *std::prev(at);
            if (at == ends.end())
                ends.push_back(j);
            else
                *at = j;
        }
        for (std::size_t j = ends.empty() ? none : ends.back(); j != none; j = before[j]) stays[j] = true;
    }

    std::vector<std::size_t> to;    ///< For each old element, its place in the changed list.
    std::vector<std::size_t> from;  ///< For each element of the changed list, its place in the old one.
    std::vector<bool> stays;        ///< For the same, whether it is a pair that stays.

private:
    void pair(std::size_t old, std::size_t now) {
        to[old] = now;
        from[now] = old;
    }

    /// What is not paired and has a key, by key.
    static std::vector<std::size_t> sorted(const keys& k, const std::vector<std::size_t>& partners) {
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < k.size(); ++i) {
            if (partners[i] == none && !k[i].empty()) open.push_back(i);
        }
        sort_runs(open, [&](std::size_t a, std::size_t b) { return k[a] < k[b]; });
        return open;
    }
    static bool is_alone(const keys& k, const std::vector<std::size_t>& sorted, std::size_t i) {
        return (i == 0 || k[sorted[i - 1]] != k[sorted[i]]) &&
               (i + 1 == sorted.size() || k[sorted[i + 1]] != k[sorted[i]]);
    }
};

}  // namespace vouch::detail
