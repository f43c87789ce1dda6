// SPDX-License-Identifier: BSL-1.0
#include <vouch/locate.hpp>

#include "../catch.hpp"

using namespace vouch;

TEST_CASE("a pointer's place is the whole value", "[locate]") {
    constexpr std::string_view text =
        "{\r\n \"a\": [1, {\"b/c\": \"x\\\"y\"}],\n\t\"\\u00e9\":\t{ },\n \"é\": {\"z\": 12.5e3},\"n\":true}";
    const auto at = [&](std::string_view pointer) { return locate(text, pointer).value(); };
    const auto value = [&](std::string_view pointer) { return text.substr(at(pointer).offset, at(pointer).length); };
    const auto line_and_column = [&](std::string_view pointer) {
        return std::pair(at(pointer).line, at(pointer).column);
    };
    using pair = std::pair<std::size_t, std::size_t>;
    CHECK(value("") == text);
    CHECK(line_and_column("") == pair(1, 1));
    CHECK(value("/a") == R"([1, {"b/c": "x\"y"}])");
    CHECK(line_and_column("/a") == pair(2, 7));
    CHECK(value("/a/0") == "1");
    CHECK(line_and_column("/a/0") == pair(2, 8));
    CHECK(value("/a/1/b~1c") == R"("x\"y")");
    CHECK(line_and_column("/a/1/b~1c") == pair(2, 19));
    CHECK(value("/é") == R"({"z": 12.5e3})");
    CHECK(value("/é/z") == "12.5e3");
    CHECK(line_and_column("/é/z") == pair(4, 13));
    CHECK(value("/n") == "true");
    CHECK_FALSE(locate(text, "/a/2").has_value());
    CHECK_FALSE(locate(text, "/é/y").has_value());
    CHECK_FALSE(locate(text, "/a/01").has_value());
}

TEST_CASE("many places are found in one pass, and a missing one is the nearest object's brace", "[locate]") {
    constexpr std::string_view text = R"({"a":{"b":[{"c":1}]},"d":null,"a":{"b":[{}]}})";
    detail::place_finder finder;
    place c, token, missing, in_null;
    finder.want_value("/a/b/0/c", c);
    finder.want_token(4, token);
    finder.want_value("/x/y", missing);
    finder.want_value("/d/e", in_null);
    finder.run(text);
    CHECK(c == place{40, 1, 1, 41});
    CHECK(token == place{6, 3, 1, 7});
    CHECK(missing == place{0, 1, 1, 1});
    CHECK(in_null == place{0, 1, 1, 1});
    CHECK_FALSE(finder.found_all_values());
    CHECK(locate(text, "/a/b/0") == place{40, 2, 1, 41});
    CHECK_FALSE(locate(text, "/a/b/0/c").has_value());
}

TEST_CASE("a key is found however it is escaped, in the text and in the pointer", "[locate]") {
    constexpr std::string_view text = R"({"\u0061\/b":{"c~d":[true]},"a":1,"a0":2,"":{"":3}})";
    const auto value = [&](std::string_view pointer) {
        const auto at = locate(text, pointer);
        return at ? text.substr(at->offset, at->length) : "nothing";
    };
    CHECK(value("/a~1b") == R"({"c~d":[true]})");
    CHECK(value("/a~1b/c~0d/0") == "true");
    CHECK(value("/a~1b/c~1d") == "nothing");
    CHECK(value("/a~2b") == "nothing");
    CHECK(value("xa") == "nothing");
    CHECK(value("a") == "nothing");
    CHECK(value("/a~1b/c~d") == "nothing");
    CHECK(value("/a") == "1");
    CHECK(value("/a0") == "2");
    CHECK(value("//") == "3");
}

TEST_CASE("places are found in whatever order they are wanted", "[locate]") {
    const std::string names[] = {"", "a", "b", "ab", "abc", "a/", "/", "~", "~0", "~1", "a~b", "9", "10", "100", "é"};
    std::string text = "{";
    std::vector<std::pair<std::string, std::string>> wanted;  // Pointers, and the values there.
    for (const std::string& outer : names) {
        std::string object = "{";
        for (const std::string& inner : names) {
            std::string pointer;
            detail::append_pointer(pointer, outer);
            detail::append_pointer(pointer, inner);
            const std::string value = std::to_string(wanted.size());
            object += (object == "{" ? "" : ",") + ('"' + inner + "\":" + value);
            wanted.emplace_back(pointer, value);
        }
        object += "}";
        text += (text == "{" ? "" : ",") + ('"' + outer + "\":" + object);
        std::string pointer;
        detail::append_pointer(pointer, outer);
        wanted.emplace_back(pointer, object);
    }
    text += "}";
    for (const std::size_t step : {std::size_t{1}, std::size_t{7}, std::size_t{101}, wanted.size() - 1}) {
        detail::place_finder finder;
        std::vector<place> places(wanted.size());
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            const std::size_t n = i * step % wanted.size();
            finder.want_value(wanted[n].first, places[n]);
        }
        finder.run(text);
        CHECK(finder.found_all_values());
        for (std::size_t n = 0; n < wanted.size(); ++n) {
            INFO(wanted[n].first);
            CHECK(text.substr(places[n].offset, places[n].length) == wanted[n].second);
        }
    }
}

TEST_CASE("a name with a zero byte is not taken for two names", "[locate]") {
    constexpr std::string_view text = R"({"a":{"b":1,"c":2},"a\u0000bb":3})";
    using namespace std::string_view_literals;
    detail::place_finder finder;
    place b, zero, c;
    finder.want_value("/a/b"sv, b);
    finder.want_value("/a\0bb"sv, zero);
    finder.want_value("/a/c"sv, c);
    finder.run(text);
    CHECK(finder.found_all_values());
    CHECK(text.substr(b.offset, b.length) == "1");
    CHECK(text.substr(zero.offset, zero.length) == "3");
    CHECK(text.substr(c.offset, c.length) == "2");
}

TEST_CASE("a place in text that is not JSON is within it", "[locate]") {
    for (const char* text : {"{1}{", "{[1}]", "{\"a\":1}{\"a\":{", "\"a\\", "[[[["}) {
        const auto at = locate(text, "");
        REQUIRE(at.has_value());
        CHECK(at->offset + at->length <= std::string_view(text).size());
    }
}

TEST_CASE("escapes are undone", "[locate]") {
    CHECK(detail::unescape(R"("a\n\u00e9\ud83d\ude00\/\"\\")") == "a\né😀/\"\\");
}
