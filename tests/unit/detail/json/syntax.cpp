// SPDX-License-Identifier: BSL-1.0
#include <vouch/detail/json/syntax.hpp>

#include <vouch/read.hpp>

#include "../../../catch.hpp"
#include "../../../garden.hpp"

namespace {

/// What reading says of a text that is not JSON: column, what and help.
std::string said(std::string_view text) {
    const vouch::reading<garden::Bed> r = vouch::read<garden::Bed>(text);
    REQUIRE(r.report.size() == 1);
    REQUIRE(r.report[0].rule == "json-syntax");
    constexpr std::string_view begin = "not valid JSON: ";
    REQUIRE(r.report[0].message.starts_with(begin));
    return std::to_string(r.report[0].where.column) + " " + r.report[0].message.substr(begin.size()) + "; " +
           r.report[0].help;
}

}  // namespace

TEST_CASE("a syntax error says what was expected and what was found", "[syntax]") {
    CHECK(said(R"({)") == R"(2 expected a key in double quotes or "}", found the end of the text; )"
                          "the text ends too early: a closing quote, bracket or brace is missing");
    CHECK(said(R"({"a":1,})") == R"(8 expected a key in double quotes, found "}"; remove the comma before it)");
    CHECK(said(R"({"a":[1,]})") == R"(9 expected a value, found "]"; remove the comma before it)");
    CHECK(said(R"({"a" 1})") == R"(6 expected ":", found a number that JSON does not allow; )"
                                "correct the text at this position");
    CHECK(said(R"({"a":1 "b":2})") == R"(8 expected "," or "}", found a string; a comma is missing before it)");
    CHECK(said(R"({"a":[1 "b"]})") == R"(9 expected "," or "]", found a string; a comma is missing before it)");
    CHECK(said(R"({"a" "b"})") == R"(6 expected ":", found a string; a colon is missing before it)");
    CHECK(said(R"({"a":})") == R"(6 expected a value, found "}"; correct the text at this position)");
    CHECK(said(R"({a:1})") ==
          R"(2 expected a key in double quotes or "}", found a word without quotes; write the key in double quotes)");
    CHECK(said(R"({'a':1})") == R"(2 expected a key in double quotes or "}", found a single quote; )"
                                "write strings and keys with double quotes");
    CHECK(said(R"({"a":[}})") == R"(7 expected a value or "]", found "}"; correct the text at this position)");
    CHECK(said(R"({"a":1}})") ==
          R"(8 expected nothing more, found "}"; remove it: everything that was opened is closed already)");
    CHECK(said(R"({"a":1} {"b":2})").starts_with(R"(9 expected nothing more, found "{")"));
    CHECK(said("{\n//x\n}") == R"(1 expected a key in double quotes or "}", found a comment; )"
                               "remove the comment: JSON has no comments");
    CHECK(said(R"({"a":/* */1})").ends_with("found a comment; remove the comment: JSON has no comments"));
    CHECK(said(R"({"a":NaN})") == "6 expected a value, found NaN; JSON has neither NaN nor Infinity");
    CHECK(said(R"({"a":-Infinity})").ends_with("found -Infinity; JSON has neither NaN nor Infinity"));
    CHECK(said(R"({"a":True})") == "6 expected a value, found True; write true and false in lower case");
    CHECK(said(R"({"a":None})") == "6 expected a value, found None; write null, or leave the member out");
    CHECK(said(R"({"a":undefined})").ends_with("found undefined; write null, or leave the member out"));
    CHECK(said(R"({"a":truth})")
              .ends_with("expected a value, found a word without quotes; correct the text at this position"));
    for (const std::string_view number : {"01", ".5", "1.", "+1", "-"}) {
        INFO(number);
        CHECK(said("{\"a\":" + std::string(number) + "}")
                  .ends_with(
                      "expected a value, found a number that JSON does not allow; JSON numbers have digits on both "
                      "sides of a point, no plus sign and no zeros in front"));
    }
    CHECK(said(R"({"a":@})").ends_with("expected a value, found another character; correct the text at this position"));
    CHECK(said("{\"a\":tru").ends_with("the text ends too early: a closing quote, bracket or brace is missing"));
}

TEST_CASE("a syntax error within a string says what is wrong with it", "[syntax]") {
    CHECK(said(R"({"a":"b)") == "8 a string has no end; add the closing quote");
    CHECK(said(R"({"a":")") == "7 a string has no end; add the closing quote");
    CHECK(said(R"({"a)") == "4 a string has no end; add the closing quote");
    CHECK(said(R"({"a":"\)") == "8 a string has no end; add the closing quote");
    CHECK(said("{\"a\":\"b\n\"}") ==
          "8 a line ends within a string; add the closing quote, or write the line break as \\n");
    CHECK(said("{\"a\":\"b\x01\"}") ==
          "8 a string has a control character; write it as an escape, such as \\t or \\u001f");
    CHECK(said(R"({"a":"b\x"})")
              .ends_with(" a string has an escape that JSON does not have; after a backslash, write "
                         "one of \" \\ / b f n r t, or u and four hexadecimal digits"));
    CHECK(said(R"({"a":"\u12g4"})").find("an escape that JSON does not have") != std::string::npos);
    for (const std::string_view half : {R"(\ud800)", R"(\ud800\n)", R"(\ud800\u0041)", R"(\ud800\ud800)", R"(\udc00)",
                                        R"(\udc00 x)", R"(\ud83d\ude00\ud83d)", R"(\\\ud800)"}) {
        INFO(half);
        CHECK(said("{\"a\":\"" + std::string(half) + "\"}").find("half of a surrogate pair") != std::string::npos);
    }
    for (const std::string_view escape : {R"(\ud83d\ude00\q)", R"(\\ud800\q)", R"(\ud83)", R"(\ud83d\ude00\u00)"}) {
        INFO(escape);
        CHECK(said("{\"a\":\"" + std::string(escape) + "\"}").find("an escape that JSON does not have") !=
              std::string::npos);
    }
    CHECK(said("{\"a\":\"\x80\"}").ends_with(" a string is not UTF-8; save the file as UTF-8"));
    CHECK(said("{\"a\":\"\\n\x80\"}").ends_with(" a string is not UTF-8; save the file as UTF-8"));
}

TEST_CASE("texts in other languages are recognized", "[syntax]") {
    CHECK(said("<!DOCTYPE html>") ==
          "1 this looks like HTML or XML; check where the text comes from: an error page, perhaps");
    CHECK(said("\n <a/>").find("this looks like HTML or XML") != std::string::npos);
    CHECK(said("---\na: 1").find("this looks like YAML; convert it to JSON") != std::string::npos);
    CHECK(said("paymentType: PayAsYouGo").find("this looks like YAML") != std::string::npos);
    CHECK(said("vpc:\n  id: 1").find("this looks like YAML") != std::string::npos);
    CHECK(said("a:1").find("this looks like YAML") == std::string::npos);
    CHECK(said("\xEF\xBB\xBF{}") == "1 it begins with a byte-order mark; save the file without a byte-order mark");
    CHECK(said(std::string_view("\xFF\xFE{\0}\0", 6)) == "1 this is UTF-16; save the file as UTF-8");
}

TEST_CASE("any broken text has an explanation that shows nothing of its words", "[syntax]") {
    const std::string_view text = R"({"a":[1,-2.5e3,"SECRET\n",true,{"b":null}],"c":{}})";
    for (std::size_t n = 0; n < text.size(); ++n) {
        for (std::size_t at = 0; at <= n; ++at) {
            const vouch::detail::syntax_mistake m(text.substr(0, n), at);
            CHECK(!m.what.empty());
            CHECK(m.what.find("SECRET") == std::string::npos);
        }
    }
}
