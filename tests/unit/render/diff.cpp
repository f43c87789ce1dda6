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

TEST_CASE("changes next to each other are one, and hunks that would touch", "[diff]") {
    CHECK(diff("a\nb\n", "x\ny\n") == "--- f\n+++ f\n@@ -1,2 +1,2 @@\n-a\n-b\n+x\n+y\n");
    CHECK(diff("a\n1\n2\n3\n4\n5\n6\nb\n", "x\n1\n2\n3\n4\n5\n6\ny\n") ==
          "--- f\n+++ f\n@@ -1,8 +1,8 @@\n-a\n+x\n 1\n 2\n 3\n 4\n 5\n 6\n-b\n+y\n");
}

TEST_CASE("a carriage return within a line is shown", "[diff]") {
    CHECK(diff("a\rb\n", "c\r\n") == "--- f\n+++ f\n@@ -1 +1 @@\n-a\\u000db\n+c\r\n");
    CHECK(diff("\ra\n", "\r") == "--- f\n+++ f\n@@ -1 +1 @@\n-\\u000da\n+\\u000d\n\\ No newline at end of file\n");
}

TEST_CASE("texts with too many differences are one change", "[diff]") {
    std::string a;
    std::string b;
    std::string removed;
    std::string added;
    for (int i = 0; i < 1201; ++i) {
        const std::string n = std::to_string(i) + "\n";
        const std::string same = i == 600 ? "same\n" : "";
        a += same.empty() ? "a" + n : same;
        b += same.empty() ? "b" + n : same;
        removed += same.empty() ? "-a" + n : "-" + same;
        added += same.empty() ? "+b" + n : "+" + same;
    }
    CHECK(diff(a, b) == "--- f\n+++ f\n@@ -1,1201 +1,1201 @@\n" + removed + added);
}

namespace {

using text_lines = std::vector<std::string>;

text_lines lines_of(std::string_view text) {
    text_lines out;
    while (!text.empty()) {
        const std::size_t end = text.find('\n') + 1;
        out.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return out;
}

/// The least number of lines that have to be removed and added.
std::size_t least_changes(const text_lines& a, const text_lines& b) {
    std::vector<std::vector<std::size_t>> common(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = a.size(); i-- > 0;) {
        for (std::size_t j = b.size(); j-- > 0;) {
            common[i][j] = a[i] == b[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
        }
    }
    return a.size() + b.size() - 2 * common[0][0];
}

/// "a" or "a,n" as it is in the head of a hunk, as the index of the first line and the number of lines.
std::pair<std::size_t, std::size_t> range(const std::string& text) {
    const std::size_t comma = text.find(',');
    const std::size_t n = comma == std::string::npos ? 1 : std::stoul(text.substr(comma + 1));
    return {std::stoul(text) - (n == 0 ? 0 : 1), n};
}

}  // namespace

TEST_CASE("applying a diff gives the other text, with the least number of changes", "[diff]") {
    // Random texts of few different lines, so that there are many possible edits.
    std::uint32_t state = 1;
    const auto random = [&](std::uint32_t n) {
        state = state * 1664525U + 1013904223U;
        return (state >> 16) % n;
    };
    for (int round = 0; round < 4000; ++round) {
        text_lines a;
        text_lines b;
        const std::uint32_t kinds = 2 + random(4);
        const auto line = [&] { return std::string(1, static_cast<char>('a' + random(kinds))) + "\n"; };
        for (std::uint32_t i = random(20); i > 0; --i) a.push_back(line());
        // A changed copy, or another text.
        if (round % 2 == 0) {
            for (const std::string& l : a) {
                if (random(8) == 0) b.push_back(line());
                if (random(8) != 0) b.push_back(l);
            }
        } else {
            for (std::uint32_t i = random(20); i > 0; --i) b.push_back(line());
        }
        std::string before;
        std::string after;
        for (const std::string& l : a) before += l;
        for (const std::string& l : b) after += l;
        const std::string text = diff(before, after);
        INFO(before << "-----\n" << after << "-----\n" << text);
        REQUIRE(text.empty() == (a == b));
        const text_lines all = lines_of(text);
        text_lines made;
        std::size_t at = 0;
        std::size_t changes = 0;
        for (std::size_t i = 2; i < all.size();) {
            const std::string& head = all[i++];
            REQUIRE(head.starts_with("@@ -"));
            const std::size_t plus = head.find('+');
            const auto [old_begin, old_size] = range(head.substr(4, plus - 5));
            const auto [new_begin, new_size] = range(head.substr(plus + 1, head.find(" @@\n") - plus - 1));
            REQUIRE(at <= old_begin);
            for (; at < old_begin; ++at) made.push_back(a.at(at));
            REQUIRE(made.size() == new_begin);
            std::size_t context = 0;
            bool begins = true;
            for (; i < all.size() && !all[i].starts_with("@@"); ++i) {
                const char sign = all[i][0];
                if (sign != '+') REQUIRE(a.at(at++) == all[i].substr(1));
                if (sign != '-') made.push_back(all[i].substr(1));
                changes += sign == ' ' ? 0U : 1U;
                context = sign == ' ' ? context + 1 : 0;
                begins = begins && sign == ' ';
                REQUIRE(context <= (begins ? 3U : 6U));
            }
            REQUIRE(context <= 3);
            REQUIRE(at == old_begin + old_size);
            REQUIRE(made.size() == new_begin + new_size);
        }
        for (; at < a.size(); ++at) made.push_back(a[at]);
        REQUIRE(made == b);
        if (a != b) REQUIRE(changes == least_changes(a, b));
    }
}
