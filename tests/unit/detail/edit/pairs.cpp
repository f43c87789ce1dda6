// SPDX-License-Identifier: BSL-1.0
#include <vouch/detail/edit/pairs.hpp>

#include "../../../catch.hpp"

#include <map>
#include <random>

using vouch::detail::element_pairs;
using indices = std::vector<std::size_t>;

namespace {

constexpr std::size_t none = element_pairs::none;

/// The greatest number of pairs of which none passes another.
std::size_t most_that_stay(const indices& from) {
    std::size_t most = 0;
    indices longest(from.size());
    for (std::size_t j = 0; j < from.size(); ++j) {
        if (from[j] == none) continue;
        longest[j] = 1;
        for (std::size_t i = 0; i < j; ++i) {
            if (from[i] != none && from[i] < from[j]) longest[j] = std::max(longest[j], longest[i] + 1);
        }
        most = std::max(most, longest[j]);
    }
    return most;
}

}  // namespace

TEST_CASE("equal elements are pairs: at both ends, then in order", "[pairs]") {
    const element_pairs same({"a", "b", "a"}, {"a", "b", "a"});
    CHECK(same.to == indices{0, 1, 2});
    const element_pairs longer({"a", "a"}, {"a", "a", "a"});
    CHECK(longer.to == indices{0, 1});
    const element_pairs reversed({"a", "b", "b", "c"}, {"c", "b", "b", "a"});
    CHECK(reversed.to == indices{3, 1, 2, 0});
    CHECK(reversed.from == indices{3, 1, 2, 0});
    const element_pairs some({"x", "a", "", "b"}, {"b", "", "a", "y"});
    CHECK(some.to == indices{none, 2, none, 0});
    CHECK(some.from == indices{3, none, 1, none});
}

TEST_CASE("a key that several elements have pairs none of them, if it has to be unique", "[pairs]") {
    element_pairs p({"a", "b", "c", "d"}, {"e", "f", "g", "h"});
    p.pair_equal({"k", "k", "l", "m"}, {"l", "k", "n", "m"}, true);
    CHECK(p.to == indices{none, none, 0, 3});
    p.pair_equal({"k", "z", "", ""}, {"", "k", "k", ""}, true);
    CHECK(p.to == indices{none, none, 0, 3});
    p.pair_equal({"k", "z", "", ""}, {"", "k", "z", ""}, true);
    CHECK(p.to == indices{1, 2, 0, 3});
}

TEST_CASE("as many elements are pairs as can be, and as many of them stay", "[pairs]") {
    std::mt19937 random(1);
    for (int round = 0; round < 2000; ++round) {
        const std::size_t kinds = 1 + random() % 30;
        const auto list = [&] {
            element_pairs::keys out(random() % 40);
            for (std::string& k : out) k = std::to_string(random() % kinds);
            return out;
        };
        const element_pairs::keys old = list();
        const element_pairs::keys now = list();
        element_pairs p(old, now);
        p.settle();
        std::map<std::string, std::size_t> left;
        for (const std::string& k : old) ++left[k];
        std::size_t equal = 0;
        for (const std::string& k : now) {
            if (left[k] == 0) continue;
            --left[k];
            ++equal;
        }
        std::size_t pairs = 0;
        std::size_t stay = 0;
        std::size_t last = 0;
        for (std::size_t j = 0; j < now.size(); ++j) {
            if (p.from[j] == none) continue;
            ++pairs;
            REQUIRE(p.to.at(p.from[j]) == j);
            REQUIRE(old[p.from[j]] == now[j]);
            if (!p.stays[j]) continue;
            REQUIRE((stay == 0 || last < p.from[j]));
            last = p.from[j];
            ++stay;
        }
        REQUIRE(pairs == equal);
        REQUIRE(stay == most_that_stay(p.from));
        // Between the equal ends, equal elements keep their order.
        std::size_t begin = 0;
        while (begin < std::min(old.size(), now.size()) && old[begin] == now[begin]) ++begin;
        std::size_t end = now.size();
        for (std::size_t n = old.size(); n > begin && end > begin && old[n - 1] == now[end - 1]; --n) --end;
        std::map<std::string, std::size_t> before;
        for (std::size_t j = begin; j < end; ++j) {
            if (p.from[j] == none) continue;
            const auto [at, fresh] = before.try_emplace(now[j], p.from[j]);
            REQUIRE((fresh || at->second < p.from[j]));
            at->second = p.from[j];
        }
    }
}
