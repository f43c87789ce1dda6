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

/// A diagnostic about one byte of the first line.
diagnostic finding(severity s, std::string_view rule, std::string path, std::string message, std::size_t offset) {
    diagnostic d;
    d.severity = s;
    d.rule = rule;
    d.path = std::move(path);
    d.message = std::move(message);
    d.where = {offset, 1, 1, offset + 1};
    return d;
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
          " 1 | …aaaaaaaaaaaaaaaaaa\",\"soil\":\"mud\",\"area\":1,\"owner\":\"…\n"
          "   |                             ^^^^^\n"
          "   = help: write one of \"clay\", \"sand\" or \"loam\"\n"
          "   = path: /soil    basis: garden book\n\n");
}

TEST_CASE("a report of another text is shown without looking beyond this one", "[text]") {
    report r;
    for (const std::size_t offset : {0U, 1U, 2U, 3U, 1000U})
        r.diagnostics.push_back(finding(severity::error, "r", "/a", "m", offset));
    r.diagnostics.push_back(r.diagnostics.front());
    r.diagnostics.back().where = {static_cast<std::size_t>(-1), static_cast<std::size_t>(-1), 9, 9};
    r.diagnostics.front().related.push_back({"/b", "there", {77, 5, 4, 4}});
    for (const std::string_view text : {"", "{", "{}\n"}) {
        for (const bool all : {false, true}) {
            secrets hidden({}, catalog_of<garden::Bed>(), false);
            if (all) hidden.hide_all(text);
            CHECK(render::text(r, text, "f", hidden).find("f:9:9: error[r]: m") != std::string::npos);
        }
    }
}

TEST_CASE("secrets are masked in frames", "[text]") {
    const std::string out = shown(R"({"password":"secret","title":"a","soil":"mud","area":1,"water":{"litres":1}})");
    CHECK(out.find("secret\"") == std::string::npos);
    CHECK(out.find(R"( 1 | {"password":***,"title":"a","soil":"mud")") != std::string::npos);
    CHECK(shown(R"({"password":"secret","title":"a","soil":"loam","area":1,"water":{"litres":1}})")
              .find("\n   |             ^^^\n") != std::string::npos);
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

TEST_CASE("how wide characters are, at each end of each range", "[text]") {
    using render::detail::columns_of;
    constexpr char32_t combining[][2] = {
        {0x300, 0x36F},   {0x483, 0x489},   {0x591, 0x5BD},   {0x610, 0x61A},   {0x64B, 0x65F},   {0x93C, 0x93C},
        {0x941, 0x948},   {0x94D, 0x94D},   {0xE31, 0xE31},   {0xE34, 0xE3A},   {0xE47, 0xE4E},   {0x1AB0, 0x1AFF},
        {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xE0100, 0xE01EF}};
    for (const auto& [first, last] : combining) {
        CHECK(columns_of(first - 1) != 0);
        CHECK(columns_of(first) == 0);
        CHECK(columns_of(last) == 0);
        CHECK(columns_of(last + 1) != 0);
    }
    constexpr char32_t wide[][2] = {{0x1100, 0x115F},   {0x2E80, 0x303E},  {0x3041, 0x3098},   {0x309B, 0x4DBF},
                                    {0x4E00, 0xA4CF},   {0xAC00, 0xD7A3},  {0xF900, 0xFAFF},   {0xFE30, 0xFE4F},
                                    {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},  {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF},
                                    {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};
    for (const auto& [first, last] : wide) {
        CHECK(columns_of(first - 1) != 2);
        CHECK(columns_of(first) == 2);
        CHECK(columns_of(last) == 2);
        CHECK(columns_of(last + 1) != 2);
    }
}

TEST_CASE("a line is shown whole, or cut before and after the place", "[text]") {
    // The line and the columns that are marked; with a star if the shown part depends on the place.
    const auto line = [](std::string_view source, std::size_t offset, std::size_t length, std::size_t width = 40) {
        const secrets none({}, {}, false);
        const render::detail::shown_line l = render::detail::show_line(source, {offset, length, 1, 1}, none, width);
        return l.text + " " + std::to_string(l.begin) + "-" + std::to_string(l.end) + (l.cut ? " *" : "");
    };
    const auto a = [](std::size_t n) { return std::string(n, 'a'); };
    CHECK(line("abc", 1, 1) == "abc 1-2");
    CHECK(line("abc", 1, 2) == "abc 1-3");
    CHECK(line("abc", 1, 0) == "abc 1-2");
    CHECK(line("abc", 3, 0) == "abc 3-4");
    CHECK(line("", 0, 0) == " 0-1");
    CHECK(line("x\nabc\ny", 2, 5) == "abc 0-3");
    CHECK(line("x\r\nabc\r\ny", 3, 3) == "abc 0-3");
    CHECK(line("x\n\ny", 2, 1) == " 0-1");
    CHECK(line("\r\n", 0, 1) == " 0-1");
    CHECK(line("\n", 0, 1) == " 0-1");
    CHECK(line("a\tb\tc", 2, 1) == "a   b   c 4-5");
    CHECK(line("\\", 0, 1) == "\\ 0-1");
    CHECK(line("\x01"
               "a",
               0, 1) == "\\u0001a 0-6");
    CHECK(line("\xFF"
               "a",
               0, 1) ==
          "\xEF\xBF\xBD"
          "a 0-1");
    CHECK(line("名名b", 6, 1) == "名名b 4-5");
    CHECK(line("e\xCC\x81"
               "b",
               3, 1) ==
          "e\xCC\x81"
          "b 1-2");
    CHECK(line(std::string(20, '\x01') + "b", 20, 1) == "\\u0001\\u0001\\u0001\\u0001\\u0001\\u0001\\u0001… 43-44");
    // As many columns as there is room.
    CHECK(line(a(41), 15, 1) == a(40) + "… 15-16");
    CHECK(line(a(40), 39, 1) == a(40) + " 39-40");
    CHECK(line(a(40), 0, 1, 0) == a(40) + " 0-1");
    CHECK(line(a(41), 0, 41) == a(40) + "… 0-40");
    CHECK(line(a(41), 20, 1) == a(40) + "… 20-21");
    CHECK(line(a(41), 21, 1) == "…" + a(39) + "… 21-22 *");
    CHECK(line(a(41), 22, 1) == "…" + a(39) + " 21-22 *");
    CHECK(line(a(100), 50, 100) == "…" + a(39) + "… 21-40 *");
    CHECK(line("x\n" + a(41), 23, 1) == "…" + a(39) + "… 21-22 *");
    CHECK(line("x\n" + a(40), 41, 1) == a(40) + " 39-40");
    CHECK(line(a(41) + "\n", 0, 1, 41) == a(41) + " 0-1");
    // A part of a character is not shown.
    CHECK(line(a(29) + "é" + a(30), 50, 1) == "…" + a(30) + " 20-21 *");
    // Whatever the length of the line, only some bytes around the place are looked at.
    CHECK(line(a(1000), 500, 1) == "…" + a(39) + "… 21-22 *");
    CHECK(line(a(319) + "\n" + a(319) + "b", 639, 1) == "…" + a(19) + "ab 21-22 *");
}

TEST_CASE("a frame has dots between lines that do not follow each other", "[text]") {
    report r;
    diagnostic d;
    d.rule = "r";
    d.message = "m";
    d.where = {0, 1, 1, 1};
    d.related.push_back({"/x", "twice", {0, 1, 1, 1}});
    d.related.push_back({"/x", "nowhere", {}});
    d.related.push_back({"/x", "here", {4, 1, 3, 1}});
    r.diagnostics.push_back(d);
    CHECK(render::text(r, "a\nb\nc\n", "f", secrets({}, {}, false)) ==
          "f:1:1: error[r]: m\n   |\n 1 | a\n   | ^\n...\n 3 | c\n   | - here\n   = path: (the document)\n\n");
    std::swap(r.diagnostics[0].where, r.diagnostics[0].related.back().where);
    CHECK(
        render::text(r, "a\nb\nc\n", "f", secrets({}, {}, false)) ==
        "f:3:1: error[r]: m\n   |\n 1 | a\n   | - twice\n   | - here\n...\n 3 | c\n   | ^\n   = path: (the document)\n\n");
    std::swap(r.diagnostics[0].where, r.diagnostics[0].related.back().where);
    r.diagnostics[0].severity = severity::warning;
    CHECK(
        render::text(r, "a\nb\nc\n", "f", secrets({}, {}, false), {.color = true}) ==
        "\x1b[1mf:1:1: \x1b[0m\x1b[1;33mwarning[r]\x1b[0m: m\n\x1b[34m   |\x1b[0m\n\x1b[34m 1 |\x1b[0m a\n"
        "\x1b[34m   |\x1b[0m \x1b[1;33m^\x1b[0m\n...\n\x1b[34m 3 |\x1b[0m c\n\x1b[34m   |\x1b[0m \x1b[34m- here\x1b[0m\n"
        "   \x1b[34m= \x1b[0m\x1b[1mpath: \x1b[0m(the document)\n\n");
    r.diagnostics[0].severity = severity::info;
    CHECK(render::text(r, "a\nb\nc\n", "f", secrets({}, {}, false), {.color = true}).find("\x1b[1;36minfo[r]") !=
          std::string::npos);
    // A brace whose object lacks nothing.
    r.diagnostics[0].related.clear();
    CHECK(render::text(r, "{}", "f", secrets({}, {}, false)) ==
          "f:1:1: info[r]: m\n   |\n 1 | {}\n   | ^\n   = path: (the document)\n\n");
    r.diagnostics[0].path = "/x";
    r.diagnostics[0].where.length = 2;
    CHECK(render::text(r, "{}", "f", secrets({}, {}, false)) ==
          "f:1:1: info[r]: m\n   |\n 1 | {}\n   | ^^\n   = path: /x\n\n");
    r.diagnostics[0].where.length = 1;
    CHECK(render::text(r, "[]", "f", secrets({}, {}, false)) ==
          "f:1:1: info[r]: m\n   |\n 1 | []\n   | ^\n   = path: /x\n\n");
    CHECK(render::text(r, "{}", "f", secrets({}, {}, false)) ==
          "f:1:1: info[r]: m\n   |\n 1 | {}\n   | ^ \"x\" is missing in this object\n   = path: /x\n\n");
    const beside_value beside[] = {{"x", "1"}};
    CHECK(render::text(r, "{}", "f", secrets({}, {}, false), {.beside = beside})
              .find("\"x\" is given outside the document") != std::string::npos);
    CHECK(render::text(r, "", "f", secrets({}, {}, false)) ==
          "f:1:1: info[r]: m\n   |\n 1 | \n   | ^\n   = path: /x\n\n");
}

TEST_CASE("diagnostics of one place share its frame", "[text]") {
    CHECK(shown("{\"title\":\"a\"}") ==
          "bed.json:1:1: error[required-missing]: soil is required\n"
          "bed.json:1:1: error[required-missing]: area is required\n"
          "bed.json:1:1: error[required-missing]: water is required\n"
          "   |\n"
          " 1 | {\"title\":\"a\"}\n"
          "   | ^ \"soil\", \"area\" and \"water\" are missing in this object\n"
          "   = help: add \"soil\": one of \"clay\", \"sand\" or \"loam\"\n"
          "   = path: /soil    basis: garden book\n"
          "   = help: add \"area\": an integer (m²)\n"
          "   = path: /area    basis: garden book\n"
          "   = help: add \"water\": an object\n"
          "   = path: /water    basis: garden book\n"
          "\n");
    report r;
    r.diagnostics = {finding(severity::error, "a", "/x", "m", 2), finding(severity::info, "b", "/x", "n", 2),
                     finding(severity::info, "c", "/y", "o", 4)};
    for (const std::size_t i : {0U, 1U}) r.diagnostics[i].related.push_back({"/z", "because", {0, 1, 1, 1}});
    CHECK(
        render::text(r, "abcdef", "f", secrets({}, {}, false)) ==
        "f:1:3: error[a]: m\nf:1:3: info[b]: n\n   |\n 1 | abcdef\n   | - because\n   |   ^\n   = path: /x\n   = path: /x\n\n"
        "f:1:5: info[c]: o\n   |\n 1 | abcdef\n   |     ^\n   = path: /y\n\n");
}

TEST_CASE("many findings of one rule are summed up", "[text]") {
    std::string source = R"({"title":"a","soil":"loam","area":1,"water":{"litres":1},"plants":[)";
    for (int i = 0; i < 52; ++i) source += R"({"name":"A)" + std::to_string(i) + "\"},";
    source.back() = ']';
    source += '}';
    const std::string all = shown(source, {.most_of_a_rule = 100});
    const auto count = [](std::string_view text, std::string_view part) {
        std::size_t n = 0;
        for (std::size_t at = 0; (at = text.find(part, at)) != text.npos; at += part.size()) ++n;
        return n;
    };
    CHECK(count(all, "warning[name-case]") == 52);
    CHECK(all.find("more finding") == all.npos);
    const std::string some = shown(source);
    CHECK(count(some, "warning[name-case]") == 50);
    CHECK(some.ends_with("\n\nbed.json: 2 more findings of name-case in this document\n\n"));
    CHECK(
        shown(source, {.most_of_a_rule = 51}).ends_with("bed.json: 1 more finding of name-case in this document\n\n"));
    CHECK(shown(source, {.most_of_a_rule = 52}).find("more finding") == std::string::npos);
}

TEST_CASE("nothing is broken within a word, at any width", "[text]") {
    const std::string source =
        R"({"title":"Herbs and other things that grow","soil":"sand","area":1,"water":{"litres":1},"plant":1,"extra":"abc"})";
    const std::string whole = shown(source, {.width = 1000});
    for (const std::size_t width : {60U, 80U, 120U}) {
        CAPTURE(width);
        const std::string out = shown(source, {.width = width, .wrap = true});
        std::size_t begin = 0;
        std::string joined;
        for (std::size_t end; (end = out.find('\n', begin)) != out.npos; begin = end + 1) {
            const std::string line = out.substr(begin, end - begin);
            CHECK(count_code_points(line) <= width);
            joined += line + ' ';
        }
        // Every word of the messages and the help is there, whole.
        for (const std::string_view text :
             {"owner", "missing", "because", "unknown", "Otherwise", "Herbs", "\"extra\""}) {
            CAPTURE(text);
            CHECK(joined.find(text) != joined.npos);
        }
    }
    CHECK(shown(R"({"title":"a","soil":"mud","area":1,"water":{"litres":1}})", {.width = 40, .wrap = true}) ==
          "bed.json:1:21: error[enum-invalid]: soil\n"
          "    cannot be \"mud\"\n"
          "   |\n"
          " 1 | {\"title\":\"a\",\"soil\":\"mud\",\"area\":1,\"…\n"
          "   |                     ^^^^^\n"
          "   = help: write one of \"clay\", \"sand\"\n"
          "           or \"loam\"\n"
          "   = path: /soil    basis: garden book\n\n");
    report r;
    r.diagnostics = {finding(severity::error, "a", "/x", "m", 30)};
    r.diagnostics[0].related.push_back({"/z", "because there is a long reason for it", {20, 1, 1, 21}});
    CHECK(render::text(r, std::string(35, '.'), "f", secrets({}, {}, false), {.width = 44, .wrap = true}) ==
          "f:1:31: error[a]: m\n   |\n 1 | ...................................\n   |                     -\n"
          "   |  because there is a long reason for it\n   |                               ^\n   = path: /x\n\n");
}
