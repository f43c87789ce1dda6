// SPDX-License-Identifier: BSL-1.0
#include <vouch/render/text.hpp>

#include <vouch/read.hpp>

#include "../../catch.hpp"
#include "../../garden.hpp"

using namespace vouch;

namespace {

std::string shown(std::string_view source, const render::text_options& o = {}) {
    const report r = read<garden::Bed>(source).report;
    return render::text(r, source, "bed.json", secrets(source, catalog_of<garden::Bed>(), true), o);
}

}  // namespace

TEST_CASE("a missing member and the reason for it, on two lines", "[text]") {
    CHECK(shown("{\n  \"title\": \"a\",\n  \"area\": 1,\n  \"soil\": \"sand\",\n  \"water\": {\"litres\": 1}\n}") ==
          R"(bed.json:1:1: error[sand-needs-owner]: a bed of sand needs an owner
   |
 1 | {
   | ^ "owner" is missing in this object
...
 4 |   "soil": "sand",
   |           ------ because soil is "sand"
   = path: /owner    basis: garden book

)");
}

TEST_CASE("lines that follow each other are shown without a gap", "[text]") {
    CHECK(shown("{\n  \"soil\": \"sand\",\n  \"title\": \"a\",\n  \"area\": 1,\n  \"water\": {\"litres\": 1}\n}") ==
          R"(bed.json:1:1: error[sand-needs-owner]: a bed of sand needs an owner
   |
 1 | {
   | ^ "owner" is missing in this object
 2 |   "soil": "sand",
   |           ------ because soil is "sand"
   = path: /owner    basis: garden book

)");
}

TEST_CASE("tabs, wide and combining characters, and control characters stay aligned", "[text]") {
    CHECK(shown("{\"title\":\t\"名e\xCC\x81\",\"soil\":\"\x7F\",\"area\":1,\"water\":{\"litres\":1}}") ==
          "bed.json:1:24: error[enum-invalid]: soil cannot be \"\\u007f\"\n"
          "   |\n"
          " 1 | {\"title\":   \"名e\xCC\x81\",\"soil\":\"\\u007f\",\"area\":1,\"water\":{\"litres\":1}}\n"
          "   |                          ^^^^^^^^\n"
          "   = help: write one of \"clay\", \"sand\" or \"loam\"\n"
          "   = path: /soil    basis: garden book\n\n");
}

TEST_CASE("long lines are cut around the place", "[text]") {
    const std::string source = "{\"title\":\"" + std::string(500, 'a') + "\",\"soil\":\"mud\",\"area\":1,\"owner\":\"" +
                               std::string(500, 'b') + "\",\"water\":{\"litres\":1}}";
    CHECK(shown(source, {.width = 60}) ==
          "bed.json:1:520: error[enum-invalid]: soil cannot be \"mud\"\n"
          "   |\n"
          " 1 | …aaaaaaaaaaaaaaaaaa\",\"soil\":\"mud\",\"area\":1,\"owner\":\"bb…\n"
          "   |                             ^^^^^\n"
          "   = help: write one of \"clay\", \"sand\" or \"loam\"\n"
          "   = path: /soil    basis: garden book\n\n");
}

TEST_CASE("secrets are masked in frames", "[text]") {
    const std::string out = shown(R"({"password":"secret","title":"a","soil":"mud","area":1,"water":{"litres":1}})");
    CHECK(out.find("secret\"") == std::string::npos);
    CHECK(out.find(R"( 1 | {"password":***,"title":"a","soil":"mud")") != std::string::npos);
}

TEST_CASE("color is used only on request, and never as the only carrier of meaning", "[text]") {
    const std::string plain = shown(R"({"title":"a","soil":"mud","area":1,"water":{"litres":1}})");
    std::string colored = shown(R"({"title":"a","soil":"mud","area":1,"water":{"litres":1}})", {.color = true});
    CHECK(colored.find("\x1b[1;31merror[enum-invalid]\x1b[0m") != std::string::npos);
    for (std::size_t at; (at = colored.find('\x1b')) != std::string::npos;)
        colored.erase(at, colored.find('m', at) + 1 - at);
    CHECK(colored == plain);
}

TEST_CASE("a concise report has one line for each diagnostic", "[text]") {
    CHECK(render::concise(read<garden::Bed>("{\n\"soil\":1}").report, "a b.json") ==
          "a b.json:1:1: error[required-missing]: title is required (/title)\n"
          "a b.json:1:1: error[required-missing]: area is required (/area)\n"
          "a b.json:1:1: error[required-missing]: water is required (/water)\n"
          "a b.json:2:8: error[type-mismatch]: soil must be a string, not a number (/soil)\n");
    CHECK(render::concise(read<garden::Bed>("").report, "-") == "-:1:1: error[body-missing]: there is no document\n");
}

TEST_CASE("the shown part of a line is bounded, whatever it contains", "[text]") {
    std::string marks;
    for (int i = 0; i < 100000; ++i) marks += "\xCC\x80";
    const std::string source =
        R"({"title":"a)" + marks + R"(","password":")" + std::string(100000, 's') + R"(","soil":1,"soil":1})";
    const std::string out = shown(source);
    CHECK(out.size() < 20000);
    CHECK(out.find("sss") == std::string::npos);
}
