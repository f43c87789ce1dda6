// SPDX-License-Identifier: BSL-1.0
#include <vouch/document.hpp>

#include <apsaramq/request.hpp>
#include <vouch/read.hpp>

#include "../catch.hpp"
#include "../found.hpp"
#include "../garden.hpp"

using namespace vouch;
using garden::Bed;

namespace {

using ids_t = std::vector<std::string>;

/// A toy format: a value, a bracket or a "key=" on each line, "?" for a value that is not known. Each is called "line
/// N".
document told(std::string_view text) {
    document out;
    std::size_t offset = 0;
    for (std::size_t n = 1; offset < text.size(); ++n) {
        const std::string_view line = text.substr(offset, text.find('\n', offset) - offset);
        const place where{offset, line.size(), n, 1};
        const std::string called = "line " + std::to_string(n);
        if (line == "{")
            out.begin_object(where, called);
        else if (line == "}")
            out.end_object();
        else if (line == "[")
            out.begin_array(where, called);
        else if (line == "]")
            out.end_array();
        else if (line.ends_with('='))
            out.key(line.substr(0, line.size() - 1), where, called);
        else if (line == "?")
            out.unresolved(where, called);
        else if (line == "true" || line == "false")
            out.boolean(line == "true", where, called);
        else if (line == "null")
            out.null(where, called);
        else
            out.number(line, where, called);
        offset += line.size() + 1;
    }
    return out;
}

report bed(std::string_view text, const options& o = {}) { return read<Bed>(told(text), o).report; }

constexpr std::string_view bed_text =
    "{\ntitle=\nHerbs\nsoil=\nloam\narea=\n4\nwater=\n{\nlitres=\n1.5\n}\nplants=\n[\n{\nname=\nmint\n}\n]\n}\n";

/// The valid bed with one line replaced.
std::string with_line(std::size_t n, std::string_view line) {
    std::string text(bed_text);
    std::size_t begin = 0;
    while (--n > 0) begin = text.find('\n', begin) + 1;
    return text.replace(begin, text.find('\n', begin) - begin, line);
}

}  // namespace

TEST_CASE("what is told is read like JSON", "[document]") {
    const document toy = told(bed_text);
    CHECK(toy.json() ==
          R"({"title":"Herbs","soil":"loam","area":4,"water":{"litres":1.5},"plants":[{"name":"mint"}]})");
    const auto from_toy = read<Bed>(toy);
    const auto from_text = read<Bed>(std::string_view(toy.json()));
    CHECK(from_toy.value == from_text.value);
    CHECK(from_toy.value.has_value());
    CHECK(lines(from_toy.report) == lines(from_text.report));
}

TEST_CASE("findings have the place and the name that the front end gives", "[document]") {
    const report r = bed(with_line(5, "mud"));
    REQUIRE(r.size() == 1);
    CHECK(lines(r) == ids_t{"error enum-invalid /soil: soil cannot be \"mud\""});
    CHECK(r[0].where == place{21, 3, 5, 1});
    CHECK(r[0].source_path == "line 5");

    const report unknown = bed(with_line(4, "sol="));
    CHECK(ids(unknown) == ids_t{"required-missing /soil", "unknown-field /sol"});
    CHECK(unknown[0].where == place{0, 1, 1, 1});
    CHECK(unknown[0].source_path == "line 1");
    CHECK(unknown[1].where == place{15, 4, 4, 1});
    CHECK(unknown[1].source_path == "line 4");
}

TEST_CASE("what is missing is called as the front end says", "[document]") {
    document toy = told("{\nwater=\n{\nautomatic=\ntrue\n}\n}\n");
    toy.name_of = [](std::string_view pointer) { return "no " + std::string(pointer); };
    const report r = read<Bed>(toy).report;
    CHECK(ids(r) == ids_t{"required-missing /title", "required-missing /soil", "required-missing /area", "dry /soil",
                          "litres-needed /water/litres"});
    CHECK(r[4].source_path == "no /water/litres");
    CHECK(r[4].where == place{9, 1, 3, 1});
    REQUIRE(r[4].related.size() == 1);
    CHECK(r[4].related[0].where == place{22, 4, 5, 1});
}

TEST_CASE("a value of a member takes the place and the name of its key if it has none", "[document]") {
    document toy;
    toy.begin_object();
    toy.key("title", {7, 2, 3, 4}, "the title");
    toy.boolean(true);
    toy.end_object();
    const report r = read<Bed>(toy, {.select = std::vector<std::string_view>{"type-mismatch"}}).report;
    REQUIRE(r.size() == 1);
    CHECK(r[0].where == place{7, 2, 3, 4});
    CHECK(r[0].source_path == "the title");
    CHECK(toy.place_of(1) == place{7, 2, 3, 4});
    CHECK(toy.place_of(2) == place{});
}

TEST_CASE("findings are in the order of the front end's text, whatever the order of the telling", "[document]") {
    document toy;
    toy.begin_object({0, 100, 1, 1});
    toy.key("title");
    toy.boolean(true, {50, 4, 5, 1});
    toy.key("soil");
    toy.string("mud", {20, 3, 2, 1});
    toy.end_object();
    CHECK(ids(read<Bed>(toy).report) ==
          ids_t{"required-missing /area", "required-missing /water", "enum-invalid /soil", "type-mismatch /title"});
}

TEST_CASE("an unresolved value is present, of any type, and never reported", "[document]") {
    for (const std::size_t line : {3U, 5U, 7U, 17U}) {
        CAPTURE(line);
        const auto r = read<Bed>(told(with_line(line, "?")));
        CHECK(r.report.empty());
        CHECK(!r.value.has_value());
    }
    for (const std::string_view object : {"water", "plants", "spare", "owner", "password"}) {
        const std::string text =
            "{\ntitle=\nHerbs\nsoil=\nloam\narea=\n4\nwater=\n{\nlitres=\n1.5\n}\n" + std::string(object) + "=\n?\n}\n";
        CHECK(bed(text).empty() == (object != "water"));
    }
    CHECK(bed("{\ntitle=\nHerbs\nsoil=\nloam\narea=\n4\nwater=\n?\n}\n").empty());
    CHECK(bed("?\n").empty());
    CHECK(told("{\na=\n?\nb=\n[\n?\n1\n]\n}\n").unresolved_values() == 2);
}

TEST_CASE("an unresolved value silences the rules that read it, and no others", "[document]") {
    const std::string sand = with_line(5, "sand");
    CHECK(ids(bed(sand)) == ids_t{"sand-needs-owner /owner"});
    CHECK(bed("{\ntitle=\nHerbs\nsoil=\nsand\narea=\n4\nwater=\n{\nlitres=\n1.5\n}\nowner=\n?\n}\n").empty());
    CHECK(ids(bed("{\ntitle=\nHerbs\nsoil=\nsand\narea=\n?\nwater=\n{\nlitres=\n1.5\n}\n}\n")) ==
          ids_t{"sand-needs-owner /owner"});
    CHECK(bed("{\ntitle=\nHerbs\nsoil=\n?\narea=\n4\nwater=\n{\nautomatic=\n?\n}\n}\n").empty());
}

TEST_CASE("an unresolved element counts in its list and is not looked into", "[document]") {
    constexpr std::string_view head =
        "{\ntitle=\nHerbs\nsoil=\nloam\narea=\n1\nwater=\n{\nlitres=\n1.5\n}\nplants=\n[\n";
    const auto plants = [&](std::string_view elements) {
        return bed(std::string(head) + std::string(elements) + "]\n}\n");
    };
    CHECK(plants("?\n").empty());
    CHECK(ids(plants("?\n?\n")) == ids_t{"crowded /plants"});
    CHECK(ids(plants("{\nname=\nMint\nfriends=\n[\n?\na\n?\na\n]\n}\n")) ==
          ids_t{"name-case /plants/0/name", "friend-twice /plants/0/friends/3"});
}

TEST_CASE("hidden values are not shown in messages", "[document]") {
    const std::vector<std::string_view> hidden{"/plants/0/name", "/soil"};
    const report r = bed(with_line(17, "Mint"), {.hidden = hidden});
    CHECK(lines(r) == ids_t{"warning name-case /plants/0/name: (a secret) has capitals"});
    CHECK(lines(bed(with_line(5, "mud"), {.hidden = hidden})) ==
          ids_t{"error enum-invalid /soil: soil cannot be (a secret)"});
    const report sand = bed(with_line(5, "sand"), {.hidden = hidden});
    REQUIRE(sand.size() == 1);
    REQUIRE(sand[0].related.size() == 1);
    CHECK(sand[0].related[0].message == "because soil is (a secret)");
}

TEST_CASE("limits, and documents that are not whole", "[document]") {
    CHECK(ids(bed("")) == ids_t{"body-missing "});
    CHECK(ids(bed("null\n")) == ids_t{"body-missing "});
    CHECK(ids(bed("{\n")) == ids_t{"body-missing "});
    CHECK(ids(bed("[\n]\n")) == ids_t{"type-mismatch "});
    CHECK(ids(bed(bed_text, {.max_depth = 2})) == ids_t{"nesting-too-deep "});
    CHECK(bed(bed_text, {.max_depth = 2})[0].where == place{67, 1, 15, 1});
    CHECK(ids(bed(bed_text, {.max_size = 20})) == ids_t{"document-too-large "});
    CHECK(ids(bed("\xFF\n")) == ids_t{"json-syntax "});
    CHECK(ids(bed("{\n\xFF=\n1\n}\n")) == ids_t{"json-syntax "});
    CHECK(ids(bed("{\narea=\n1e400\n}\n", {.select = std::vector<std::string_view>{"integer-overflow"}})) ==
          ids_t{"integer-overflow /area"});
    CHECK(ids(bed("{\na\"=\n1\ntitle=\na\ntitle=\nb\n}\n",
                  {.select = std::vector<std::string_view>{"duplicate-key"}})) == ids_t{"duplicate-key /title"});
}

TEST_CASE("a document that does not nest as JSON does is not whole", "[document][body-missing]") {
    for (const std::string_view text :
         {"{\na\n}\n", "{\ntitle=\n}\n", "{\ntitle=\nsoil=\nloam\n}\n", "{\ntitle=\na\nb\n}\n", "[\ntitle=\n1\n]\n",
          "{\n]\n", "[\n}\n", "}\n", "{\n}\n}\n", "{\n}\n{\n}\n", "{\n}\n1\n", "title=\na\n", "title=\n",
          "{\nwater=\n{\n}\n", "{\nplants=\n[\n}\n]\n", "]\n{\n}\n", "{\n?\n}\n"}) {
        CAPTURE(text);
        CHECK(ids(bed(text)) == ids_t{"body-missing "});
    }
}

TEST_CASE("an entry of vSwitches whose id is unresolved is one usable id", "[document][serverless-vswitch-count]") {
    const auto request = [](std::string_view vpc) {
        const std::vector<std::string_view> rules{"vswitch-missing", "serverless-vswitch-count", "vswitch-both-forms",
                                                  "vswitch-entry-empty", "vswitch-duplicate"};
        return ids(
            read<apsaramq::CreateInstanceRequest>(
                told("{\nsubSeriesCode=\nserverless\nnetworkInfo=\n{\nvpcInfo=\n{\n" + std::string(vpc) + "}\n}\n}\n"),
                {.select = rules, .needs_value = false})
                .report);
    };
    const std::string count = "serverless-vswitch-count /networkInfo/vpcInfo/vSwitches";
    CHECK(request("vSwitches=\n[\n{\nvSwitchId=\n?\n}\n]\n") == ids_t{count});
    CHECK(request("vSwitches=\n[\n?\n]\n") == ids_t{count});
    CHECK(request("vSwitches=\n[\n{\nvSwitchId=\n?\n}\n{\nvSwitchId=\n?\n}\n]\n").empty());
    CHECK(request("vSwitches=\n[\n{\nvSwitchId=\nvsw-a\n}\n{\nvSwitchId=\n?\n}\n]\n").empty());
    CHECK(request("vSwitches=\n?\n").empty());
    CHECK(request("vSwitches=\n[\n]\nvSwitchId=\n?\n").empty());
    CHECK(request("vSwitches=\n[\n{\nvSwitchId=\n?\n}\n]\nvSwitchId=\n?\n").empty());
    CHECK(request("vSwitches=\n[\n{\nvSwitchId=\n?\n}\n]\nvSwitchId=\nvsw-a\n") ==
          ids_t{count, "vswitch-both-forms /networkInfo/vpcInfo/vSwitchId"});
    // Mistyped, nothing is known.
    CHECK(request("vSwitches=\n[\n{\nvSwitchId=\n1\n}\n]\n").empty());
}
