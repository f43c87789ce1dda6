// SPDX-License-Identifier: BSL-1.0
#include <vouch/render/secrets.hpp>

#include <vouch/catalog.hpp>

#include "../../catch.hpp"
#include "../../garden.hpp"

using namespace vouch;

namespace {

/// The text with every secret byte replaced.
std::string masked(std::string_view text, bool is_json = true) {
    const secrets hidden(text, catalog_of<garden::Bed>(), is_json);
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) out += hidden.hides(i) ? '#' : text[i];
    return out;
}

}  // namespace

TEST_CASE("the value of a secret is hidden, wherever it is and whatever its type", "[secrets]") {
    CHECK(masked(R"({"password":"abc","a":1})") == R"({"password":#####,"a":1})");
    CHECK(masked(R"({"x":{"Pass_Word" : {"a":["abc"]}, "b":"c"}})") ==
          R"({"x":{"Pass_Word" : #############, "b":"c"}})");
    CHECK(masked(R"({"p\u0061ssword":12,"password":"z"})") == R"({"p\u0061ssword":##,"password":###})");
    CHECK(masked(R"({"a":"password","b":"c"})") == R"({"a":"password","b":"c"})");
}

TEST_CASE("a text that is not JSON is hidden if it may contain a secret", "[secrets]") {
    CHECK(masked("pass-word = abc", false) == "###############");
    CHECK(masked("{\"p\\u0061\"", false) == "##########");
    CHECK(masked("{\"pass\\nword\":1,}", false) == std::string(17, '#'));
    CHECK(masked("{\"a\":1,}", false) == "{\"a\":1,}");
}
