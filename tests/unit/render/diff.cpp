// SPDX-License-Identifier: BSL-1.0
#include <vouch/render/diff.hpp>

#include <vouch/catalog.hpp>

#include "../../catch.hpp"
#include "../../garden.hpp"

namespace {

std::string diff(std::string_view before, std::string_view after) {
    const vouch::object_info& schema = vouch::catalog_of<garden::Bed>();
    return vouch::render::unified_diff("f", before, vouch::secrets(before, schema, true), after,
                                       vouch::secrets(after, schema, true));
}

}  // namespace

TEST_CASE("changed lines are in hunks with three lines of context", "[diff]") {
    CHECK(diff("a\n", "a\n").empty());
    CHECK(diff("a\nb\nc\n", "a\nx\nc\n") == "--- f\n+++ f\n@@ -1,3 +1,3 @@\n a\n-b\n+x\n c\n");
    CHECK(diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\n6\n7\n8\n9\n") ==
          "--- f\n+++ f\n@@ -2,7 +2,6 @@\n 2\n 3\n 4\n-5\n 6\n 7\n 8\n");
    CHECK(diff("", "a\n") == "--- f\n+++ f\n@@ -0,0 +1 @@\n+a\n");
    CHECK(diff("a\n", "") == "--- f\n+++ f\n@@ -1 +0,0 @@\n-a\n");
    CHECK(diff("a\n1\n2\n3\n4\n5\n6\n7\nb\n", "x\n1\n2\n3\n4\n5\n6\n7\ny\n") ==
          "--- f\n+++ f\n@@ -1,4 +1,4 @@\n-a\n+x\n 1\n 2\n 3\n@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-b\n+y\n");
}

TEST_CASE("a missing line feed at the end is marked", "[diff]") {
    CHECK(diff("a", "b") ==
          "--- f\n+++ f\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n");
}

TEST_CASE("neither secrets nor terminal commands are shown", "[diff]") {
    CHECK(diff("{\"password\":\"geheim\"}\n", "{\"password\":\"geheim\",\"x\":1}\n") ==
          "--- f\n+++ f\n@@ -1 +1 @@\n-{\"password\":***}\n+{\"password\":***,\"x\":1}\n");
    CHECK(diff("\x7F\r\n", "\t\xE2\x80\xAE\r\n") == "--- f\n+++ f\n@@ -1 +1 @@\n-\\u007f\r\n+\t\\u202e\r\n");
}

TEST_CASE("applying a diff gives the other text", "[diff]") {
    // Random texts of few different lines, so that there are many possible edits.
    std::uint32_t state = 1;
    const auto random = [&](std::uint32_t n) {
        state = state * 1664525U + 1013904223U;
        return (state >> 16) % n;
    };
    for (int round = 0; round < 2000; ++round) {
        std::string a;
        std::string b;
        for (std::uint32_t i = random(12); i > 0; --i) a += std::string(1, static_cast<char>('a' + random(3))) + "\n";
        for (std::uint32_t i = random(12); i > 0; --i) b += std::string(1, static_cast<char>('a' + random(3))) + "\n";
        const std::string text = diff(a, b);
        // Kept and added lines are a part of the new text, if there is one hunk; kept and removed ones of the old text.
        std::string before;
        std::string after;
        std::size_t hunks = 0;
        for (std::size_t i = 0; i < text.size(); i = text.find('\n', i) + 1) {
            const std::string line = text.substr(i, text.find('\n', i) - i + 1);
            hunks += line.starts_with("@@") ? 1U : 0U;
            if (hunks == 0 || line.starts_with("@@")) continue;
            if (line[0] != '+') before += line.substr(1);
            if (line[0] != '-') after += line.substr(1);
        }
        INFO(text);
        if (a == b) {
            CHECK(text.empty());
        } else {
            CHECK(a.find(before) != std::string::npos);
            if (hunks == 1) CHECK(b.find(after) != std::string::npos);
        }
    }
}
