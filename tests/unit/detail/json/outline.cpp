// SPDX-License-Identifier: BSL-1.0
#include <vouch/detail/json/outline.hpp>

#include "../../../catch.hpp"

using vouch::detail::outline;

TEST_CASE("an outline knows where values and keys are, and which others are next to them", "[outline]") {
    const std::string_view text = R"( {"a": [1, "}"], "b\u0062":{"c":null} , "a":2})";
    const outline tree(text);
    const auto piece = [&](std::size_t n) {
        return std::string(text.substr(tree[n].start(), tree[n].end - tree[n].start()));
    };
    REQUIRE(tree.is_object(0));
    CHECK(tree.children(0) == 3);
    CHECK(piece(0) == text.substr(1));
    const std::size_t a = tree[0].first;
    CHECK(piece(a) == R"("a": [1, "}"])");
    CHECK(tree.is_list(a));
    CHECK(tree.text_of(tree[a].last) == R"("}")");
    CHECK(tree[tree[a].last].before == tree[a].first);
    const std::size_t b = tree[a].next;
    CHECK(tree.name(b) == "bb");
    CHECK(piece(b) == R"("b\u0062":{"c":null})");
    CHECK(tree[tree[b].first].parent == b);
    std::size_t last = 0;
    CHECK(tree.count(0, "a", last) == 2);
    CHECK(tree.text_of(last) == "2");
    CHECK(tree.count(0, "c", last) == 0);
    CHECK(tree.at(text.find("null")) == tree[b].first);
    CHECK(tree.at(text.find("\"c\"")) == tree[b].first);
    CHECK(tree.at(text.find("ull")) == outline::none);
    CHECK(tree.at(text.size()) == outline::none);
}

TEST_CASE("an outline counts the members of a name in objects of any size, and gives the last", "[outline]") {
    for (const int more : {0, 28, 29, 30, 300}) {
        std::string text = R"({"a":1)";
        for (int i = 0; i < more; ++i) text += R"(,"m)" + std::to_string(i) + R"(":0)";
        text += R"(,"\u0061":{"b":2},"":3})";
        CAPTURE(more);
        const outline tree(text);
        std::size_t last = outline::none;
        CHECK(tree.count(0, "a", last) == 2);
        CHECK(tree.text_of(last) == R"({"b":2})");
        CHECK(tree.count(0, "", last) == 1);
        CHECK(tree.text_of(last) == "3");
        CHECK(tree.count(0, "b", last) == 0);
        CHECK(tree.count(0, R"(\u0061)", last) == 0);
        CHECK(tree.text_of(last) == "3");
    }
}
