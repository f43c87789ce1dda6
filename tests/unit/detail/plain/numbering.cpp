// SPDX-License-Identifier: BSL-1.0
#include <vouch/detail/plain/numbering.hpp>

#include "../../../catch.hpp"

#include <string>
#include <string_view>
#include <vector>

TEST_CASE("texts get numbers in the order in which they come, and keep them", "[numbering]") {
    vouch::detail::numbering numbers;
    std::vector<std::string_view> kept;
    for (std::size_t i = 0; i < 100; ++i) {
        const auto added = numbers.of("text " + std::to_string(i));
        CHECK(added.number == i);
        CHECK(added.is_new);
        kept.push_back(added.text);
    }
    for (std::size_t i = 0; i < 100; ++i) {
        const auto again = numbers.of("text " + std::to_string(i));
        CHECK(again.number == i);
        CHECK_FALSE(again.is_new);
        CHECK(again.text.data() == kept[i].data());
        CHECK(kept[i] == "text " + std::to_string(i));
    }
}
