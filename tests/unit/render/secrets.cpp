// SPDX-License-Identifier: BSL-1.0
#include <vouch/render/secrets.hpp>

#include <vouch/catalog.hpp>

#include "../../catch.hpp"
#include "../../garden.hpp"

using namespace vouch;

namespace vault {

struct Safe {
    std::optional<std::string> pinCode{};
    std::optional<std::int32_t> pinCodes{};
};
BOOST_DESCRIBE_STRUCT(Safe, (), (pinCode, pinCodes))
constexpr auto shape_of(vouch::of<Safe>) {
    using namespace vouch::notation;
    return describe<Safe>("A safe.", field(&Safe::pinCode, "Opens it.", {.secret = true}),
                          field(&Safe::pinCodes, "How many there are."));
}

}  // namespace vault

namespace {

/// The text with every secret byte replaced.
template <class T = garden::Bed>
std::string masked(std::string_view text, bool is_json = true) {
    const secrets hidden(text, catalog_of<T>(), is_json);
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
    CHECK(masked("x.secret_", false) == "#########");
    CHECK(masked("sec-ret", false) == "#######");
    CHECK(masked("sec_ret", false) == "#######");
    CHECK(masked("sec.ret", false) == "#######");
    CHECK(masked("sec ret", false) == "sec ret");
    CHECK(masked("secre", false) == "secre");
}

TEST_CASE("a secret is hidden under a name with a typo, too", "[secrets]") {
    for (const char* name : {"pasword", "passwrod", "passw0rd", "passw9rd", "pazsword", "pasaword", "PASSWORDS",
                             "pass.word", "p-a-s-s-w-o-r-d"}) {
        const std::string key = "{\"" + std::string(name) + "\":";
        CHECK(masked(key + R"("abc"})") == key + "#####}");
        CHECK(masked(key + R"("abc",})", false) == std::string(key.size() + 7, '#'));
    }
}

TEST_CASE("unknown members that look like credentials are hidden, fields with such names are not", "[secrets]") {
    for (const char* name : {"secret", "clientSecret", "db_password", "passwd", "X-Auth-Token", "accessKeyId",
                             "AccessKey", "apiKey", "private-key", "credentials"}) {
        const std::string key = "{\"" + std::string(name) + "\":";
        CHECK(masked(key + "1}") == key + "#}");
    }
    CHECK(masked(R"({"token":"abc","TOKEN":"abc"})") == R"({"token":"abc","TOKEN":"abc"})");  // A field of the schema.
    CHECK(masked<vault::Safe>(R"({"pinCode":"1","pinCodes":2,"pin_code_":3})") ==
          R"({"pinCode":###,"pinCodes":2,"pin_code_":#})");
    CHECK(masked<garden::Water>(R"({"token":"abc"})") == R"({"token":#####})");
    CHECK(masked(R"({"accessories":"abc","tok":"abc","pass":"abc","key":"abc"})") ==
          R"({"accessories":"abc","tok":"abc","pass":"abc","key":"abc"})");
}

TEST_CASE("a string is hidden if there may be a secret's key in it", "[secrets]") {
    CHECK(masked(R"({"a":"{\"password\":\"abc\"}","b":["c"]})") == R"({"a":########################,"b":["c"]})");
    CHECK(masked(R"({"a":"{\"pas\\u0073word\":1}"})") == R"({"a":########################})");
    CHECK(masked(R"({"a":["https://x/?apikey=abc"]})") == R"({"a":[#######################]})");
    CHECK(masked(R"({"a":"{\"b\":1}","c":"no password here"})") == R"({"a":"{\"b\":1}","c":"no password here"})");
}

TEST_CASE("around a part of a text, everything is hidden, and in it what is secret", "[secrets]") {
    constexpr std::string_view text = R"({"a":"b","c":{"password":"abc","d":1},"e":2})";
    secrets hidden = secrets::around(text, 13, 24, catalog_of<garden::Bed>());
    const auto shown = [&] {
        std::string out;
        for (std::size_t i = 0; i < text.size(); ++i) out += hidden.hides(i) ? '#' : text[i];
        return out;
    };
    CHECK(shown() == R"(#############{"password":#####,"d":1}#######)");
    hidden.hide({{36, 1, 0, 0}, {0, 0, 0, 0}, {33, 2, 0, 0}});
    CHECK(shown() == R"(#############{"password":#####,"d##1########)");
    CHECK(hidden.end_of(3) == 13);
    CHECK(hidden.is_secret_name("Pass-word"));
    CHECK(!hidden.is_secret_name("title"));
    CHECK(hidden.may_be_in("the password: x"));
    CHECK(!hidden.may_be_in("the title: x"));
}
