// SPDX-License-Identifier: BSL-1.0
#include <vouch/detail/sort_runs.hpp>

#include "../../catch.hpp"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

using namespace vouch::detail;

TEST_CASE("what is sorted is in order, and what is equal keeps its order", "[sort_runs]") {
    // All sequences of up to 7 numbers below 4, each with its position.
    using numbered = std::pair<unsigned, std::size_t>;
    const auto before = [](const numbered& a, const numbered& b) { return a.first < b.first; };
    for (std::size_t size = 0; size <= 7; ++size) {
        for (unsigned code = 0; code < 1U << 2 * size; ++code) {
            std::vector<numbered> all;
            for (std::size_t i = 0; i < size; ++i) all.emplace_back(code >> 2 * i & 3U, i);
            std::vector<numbered> expected = all;
            std::sort(expected.begin(), expected.end());
            sort_runs(all, before);
            if (all != expected) FAIL("sequence " << code << " of " << size << " numbers");
        }
    }
}

TEST_CASE("a run that is in order is not moved", "[sort_runs]") {
    std::vector<int> all{1, 2, 2, 3};
    const int* const first = all.data();
    std::size_t comparisons = 0;
    sort_runs(all, [&](int a, int b) { return ++comparisons, a < b; });
    CHECK(all.data() == first);
    CHECK(comparisons == 3);
}

TEST_CASE("what can only be moved is sorted", "[sort_runs]") {
    std::vector<std::unique_ptr<int>> all;
    for (const int i : {3, 1, 2}) all.push_back(std::make_unique<int>(i));
    sort_runs(all, [](const auto& a, const auto& b) { return *a < *b; });
    CHECK((*all[0] == 1 && *all[1] == 2 && *all[2] == 3));
}
