// SPDX-License-Identifier: BSL-1.0
#include <vouch/detail/json/tokens.hpp>

#include "../../../catch.hpp"

#include <string>

using namespace vouch::detail;

static_assert(is_json_space(' ') && is_json_space('\n') && is_json_space('\r') && is_json_space('\t'));
static_assert(!is_json_space('\v') && !is_json_space('\f') && !is_json_space('\0') && !is_json_space('a'));

namespace {

/// The tokens with spaces between, each after a letter that says what it is.
std::string tokens(std::string_view text) {
    std::string out;
    for_each_token(text, [&](const token& t) {
        out += out.empty() ? "" : " ";
        out += t.is == token::type::open    ? 'o'
               : t.is == token::type::close ? 'c'
               : t.is == token::type::key   ? 'k'
                                            : 'v';
        out += t.in(text);
    });
    return out;
}

}  // namespace

TEST_CASE("tokens of JSON, with any white space", "[tokens]") {
    CHECK(tokens("").empty());
    CHECK(tokens(" \n\r\t").empty());
    CHECK(tokens("12") == "v12");
    CHECK(tokens(" true ") == "vtrue");
    CHECK(tokens(R"("a")") == R"(v"a")");
    CHECK(tokens(R"("a" )") == R"(v"a")");
    CHECK(tokens("{\"a\"\r\n\t :1,\"b\":[null\t,-2\n,3\r]}") == "o{ k\"a\" v1 k\"b\" o[ vnull v-2 v3 c] c}");
    CHECK(tokens(R"(["\"","\\","a\\\"b"])") == R"(o[ v"\"" v"\\" v"a\\\"b" c])");
    const std::string plain(100, 'x');
    for (std::size_t n = 0; n < plain.size(); ++n) {
        const std::string text = '"' + plain.substr(n) + "\\\"" + plain.substr(0, n) + '"';
        CHECK(tokens("[" + text + ",1]") == "o[ v" + text + " v1 c]");
    }
}

TEST_CASE("tokens of a text that is not JSON are within it", "[tokens]") {
    CHECK(tokens("\"a") == "v\"a");
    CHECK(tokens("\"") == "v\"");
    CHECK(tokens("\"\\") == "v\"\\");
    CHECK(tokens("\"a\" x") == "v\"a\" vx");
    CHECK(tokens("nul") == "vnul");
    CHECK(tokens("]}{") == "c] c} o{");
}
