// SPDX-License-Identifier: BSL-1.0
#include <vouch/unicode.hpp>

#include "../catch.hpp"

using namespace vouch;

static_assert(count_code_points("aé名😀") == 4);
static_assert(is_blank(" \t\n\v\f\r") && is_blank("") && !is_blank("a") && !is_blank("\xC2\xA0"));
static_assert(is_ascii("a\x7F") && is_ascii("") && !is_ascii("aé") && !is_ascii("\x80"));
static_assert(has_any<'*', '$'>("a$") && !has_any<'*', '$'>("ab") && !has_any<'*'>(""));
static_assert(trimmed(" a b\t") == "a b" && trimmed(" \n") == "");
static_assert(equal_ignoring_case("SUCCESS", "success") && !equal_ignoring_case("ok", "okk"));
static_assert(equal_ignoring_case("AZ@[", "az@[") && !equal_ignoring_case("@[", "`{") &&
              !equal_ignoring_case("ok", "oK."));
static_assert(equal("ab", "ab") && !equal("ab", "ac") && !equal("ab", "a"));

TEST_CASE("first_code_point decodes every scalar value and nothing else", "[unicode]") {
    for (char32_t c = 0; c <= 0x110000; ++c) {
        const bool scalar = c < 0xD800 || (c > 0xDFFF && c < 0x110000);
        std::string text;
        append_utf8(text, c);
        const code_point first = first_code_point(text + "x");
        if (scalar != (first.size == text.size() && first.value == c))
            FAIL("code point " << static_cast<unsigned long>(c));
    }
}

TEST_CASE("bytes that are not UTF-8 are rejected", "[unicode]") {
    for (const std::string_view bad :
         {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80",
          "\xF5\x80\x80\x80", "\xFC\x80\x80\x80", "\xFF", "\xE4\xBD", "\xC3", "a\xC3("}) {
        CAPTURE(bad);
        CHECK_FALSE(is_utf8(bad));
    }
    CHECK(is_utf8("aé名😀\x7F"));
}

TEST_CASE("which characters are unsafe to show, at each end of each range", "[unicode]") {
    constexpr char32_t ranges[][2] = {{0, 0x1F},          {0x7F, 0x9F},       {0xAD, 0xAD},       {0x61C, 0x61C},
                                      {0x180E, 0x180E},   {0x200B, 0x200F},   {0x2028, 0x202E},   {0x2060, 0x206F},
                                      {0xFEFF, 0xFEFF},   {0xFFF9, 0xFFFB},   {0xFDD0, 0xFDEF},   {0xFFFE, 0xFFFF},
                                      {0x1D173, 0x1D17A}, {0x1FFFE, 0x1FFFF}, {0xDFFFE, 0xE007F}, {0x10FFFE, 0x10FFFF}};
    for (const auto& [first, last] : ranges) {
        CAPTURE(static_cast<unsigned long>(first));
        CHECK((first == 0 || !is_unsafe_to_show(first - 1)));
        for (char32_t c = first; c <= last; ++c) CHECK(is_unsafe_to_show(c));
        CHECK_FALSE(is_unsafe_to_show(last + 1));
    }
}

TEST_CASE("what is shown is safe on a terminal", "[unicode]") {
    const auto shown = [](std::string_view text, std::size_t max = 100) {
        std::string out;
        append_shown(out, text, max);
        return out;
    };
    CHECK(shown("a\x1b[31m\n") == "a\\u001b[31m\\u000a");
    CHECK(shown("\xE2\x80\xAE") == "\\u202e");
    CHECK(shown("\xC2\x9B") == "\\u009b");
    CHECK(shown("\xF3\xA0\x80\x81") == "\\udb40\\udc01");
    CHECK(shown("\xEF\xBF\xBF") == "\\uffff");
    CHECK(shown(" ~\x7F") == " ~\\u007f");
    CHECK(shown("abc", 2) == "ab…");
    CHECK(shown("ab", 2) == "ab");
    CHECK(shown("\xFFg") == "\xEF\xBF\xBDg");
    CHECK(shown("名名名", 2) == "名名…");
    CHECK(shown("名名", 2) == "名名");
}

TEST_CASE("a quoted text has at most 60 characters", "[unicode]") {
    const auto quoted = [](const std::string& text) {
        std::string out;
        append_quoted(out, text);
        return out;
    };
    const std::string longest(60, 'a');
    CHECK(quoted(longest) == '"' + longest + '"');
    CHECK(quoted(longest + 'b') == '"' + longest + "…\"");
}

TEST_CASE("short texts are compared to the last byte", "[unicode]") {
    for (std::size_t size = 0; size <= 40; ++size) {
        const std::string text(size, 'a');
        CHECK(equal(text, std::string(size, 'a')));
        for (std::size_t i = 0; i < size; ++i) {
            std::string other = text;
            other[i] = 'b';
            if (equal(text, other)) FAIL(size << " " << i);
        }
    }
}
