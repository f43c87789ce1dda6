// SPDX-License-Identifier: BSL-1.0
#include <vouch/detail/json/strings.hpp>

#include "../../../catch.hpp"

#include <algorithm>

using namespace vouch::detail;

namespace {

std::size_t plain_at_front(std::string_view text) {
    return static_cast<std::size_t>(end_of_plain(text.data(), text.data() + text.size()) - text.data());
}

}  // namespace

TEST_CASE("the plain characters end at the first one that is not plain, wherever it is", "[strings]") {
    for (std::size_t size = 0; size < 70; ++size) {
        const std::string plain(size, 'a');
        CHECK(plain_at_front(plain) == size);
        for (std::size_t at = 0; at < size; ++at) {
            for (const char special : {'"', '\\', '\x1F', '\0', '\x7F', '\x80', '\xFF'}) {
                std::string text = plain;
                text[at] = special;
                CHECK(plain_at_front(text) == at);
                text.back() = special;
                CHECK(plain_at_front(text) == at);
            }
        }
    }
}

TEST_CASE("each character is plain or not, on its own and among others", "[strings]") {
    for (int c = 0; c < 256; ++c) {
        const char byte = static_cast<char>(c);
        const bool plain = c >= 0x20 && c < 0x7F && c != '"' && c != '\\';
        CHECK(is_plain(byte) == plain);
        for (const std::size_t size : {1U, 8U, 9U, 16U, 17U, 33U})
            CHECK(plain_at_front(std::string(size, byte)) == (plain ? size : 0));
    }
}

TEST_CASE("texts become JSON strings", "[strings]") {
    const auto quoted = [](std::string_view text, bool for_terminals = false) {
        std::string out;
        append_json(out, text, for_terminals);
        return out;
    };
    CHECK(quoted("") == R"("")");
    CHECK(quoted("a\"b\\c/d") == R"("a\"b\\c/d")");
    CHECK(quoted("\b\f\n\r\t\x01\x1F") == R"("\b\f\n\r\t\u0001\u001f")");
    CHECK(quoted("\x7F") == "\"\x7F\"");
    CHECK(quoted("\x7F", true) == R"("\u007f")");
    CHECK(quoted("\xE6\xA8\xA1\xE2\x80\xAE") == "\"\xE6\xA8\xA1\xE2\x80\xAE\"");
    CHECK(quoted("\xE6\xA8\xA1\xE2\x80\xAE", true) == "\"\xE6\xA8\xA1\\u202e\"");
    CHECK(quoted("\x80") == "\"\xEF\xBF\xBD\"");
    std::string usual;
    append_json(usual, "\xE2\x80\xAE");
    CHECK(usual == "\"\xE2\x80\xAE\"");
    CHECK(quoted("a\xC0\xAF") == "\"a\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

TEST_CASE("JSON strings become texts", "[strings]") {
    CHECK(unescape(R"("")").empty());
    CHECK(unescape(R"("a\"\\\/\b\f\n\r\tb")") == "a\"\\/\b\f\n\r\tb");
    CHECK(unescape(R"("\u00e9a\u0041f")") == "éaAf");
    CHECK(unescape(R"("\ud7ff\ue000")") == "\xED\x9F\xBF\xEE\x80\x80");
    CHECK(unescape(R"("\ud800\udc00a\udbff\udfff")") ==
          "\xF0\x90\x80\x80"
          "a\xF4\x8F\xBF\xBF");
}
