// SPDX-License-Identifier: BSL-1.0
#include <vouch/render/github.hpp>
#include <vouch/render/json.hpp>
#include <vouch/render/junit.hpp>
#include <vouch/render/sarif.hpp>
#include <vouch/render/text.hpp>

#include <vouch/fix.hpp>

#include "../../catch.hpp"
#include "../../garden.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace {

constexpr std::string_view hostile =
    "{\"title\":\"a\",\"soil\":\"Clay\",\"area\":1,\"water\":{},\n \"x<&\\u001b%,:\":\n{}}";

vouch::report found(std::string_view text) {
    vouch::report r = vouch::read<garden::Bed>(text).report;
    vouch::suggest_fixes<garden::Bed>(text, r);
    return r;
}

std::string at(const boost::json::value& v, std::string_view pointer) {
    boost::json::error_code ec;
    const boost::json::value* const p = v.find_pointer(pointer, ec);
    return p == nullptr ? "nothing" : boost::json::serialize(*p);
}

}  // namespace

TEST_CASE("sarif: rules, results with regions, fixes and fingerprints, and failures", "[formats][sarif]") {
    const auto rules = vouch::rules_of(vouch::catalog_of<garden::Bed>());
    const vouch::render::origin from{"beds/my bed.json"};
    const auto log = [&](const std::string& results, const std::vector<std::string>& failures) {
        return boost::json::parse(vouch::render::sarif_head(rules, "1.0") + results +
                                  vouch::render::sarif_tail(failures));
    };
    const boost::json::value v = log(vouch::render::sarif_results(found(hostile), hostile, from, rules), {});
    CHECK(at(v, "/version") == R"("2.1.0")");
    CHECK(at(v, "/runs/0/tool/driver/rules/8/id") == R"("enum-invalid")");
    CHECK(at(v, "/runs/0/results/0/ruleId") == R"("enum-invalid")");
    CHECK(at(v, "/runs/0/results/0/ruleIndex") == "8");
    CHECK(at(v, "/runs/0/results/0/level") == R"("error")");
    CHECK(at(v, "/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri") == R"("beds/my%20bed.json")");
    CHECK(at(v, "/runs/0/results/0/locations/0/physicalLocation/region") ==
          R"({"startLine":1,"startColumn":21,"endLine":1,"endColumn":27,"byteOffset":20,"byteLength":6})");
    CHECK(at(v, "/runs/0/results/0/locations/0/logicalLocations/0/fullyQualifiedName") == R"("/soil")");
    CHECK(
        at(v, "/runs/0/results/0/fixes/0/artifactChanges/0/replacements/0") ==
        R"({"deletedRegion":{"startLine":1,"startColumn":21,"endLine":1,"endColumn":27,"byteOffset":20,"byteLength":6},"insertedContent":{"text":"\"clay\""}})");
    CHECK(at(v, "/runs/0/results/1/level") == R"("warning")");
    CHECK(at(v, "/runs/0/invocations/0/executionSuccessful") == "true");
    const boost::json::value none = log({}, {"cannot read x"});
    CHECK(at(none, "/runs/0/results") == "[]");
    CHECK(
        at(none, "/runs/0/invocations/0") ==
        R"({"executionSuccessful":false,"toolExecutionNotifications":[{"level":"error","message":{"text":"cannot read x"}}]})");
    // A finding keeps its fingerprint when lines are added before it.
    const std::string moved = "\n\n" + std::string(hostile);
    const boost::json::value w = log(vouch::render::sarif_results(found(moved), moved, from, rules), {});
    CHECK(at(v, "/runs/0/results/0/partialFingerprints") == at(w, "/runs/0/results/0/partialFingerprints"));
    CHECK(at(v, "/runs/0/results/0/partialFingerprints") != at(v, "/runs/0/results/1/partialFingerprints"));
}

TEST_CASE("sarif: names of files are URIs, and nothing in the log is unsafe to show", "[formats][sarif]") {
    CHECK(vouch::render::detail::uri_of("azAZ09/-._~") == "azAZ09/-._~");
    CHECK(vouch::render::detail::uri_of("@[`{/: é") == "@%5B%60%7B/%3A%20%C3%A9");
    CHECK(vouch::render::detail::uri_of("/a") == "file:///a");
    const auto rules = vouch::rules_of(vouch::catalog_of<garden::Bed>());
    vouch::report r = found(hostile);
    r.diagnostics[0].message = "\xE2\x80\xAE";
    CHECK(vouch::render::sarif_results(r, hostile, {"a"}, rules).find("\\u202e") != std::string::npos);
    CHECK(vouch::render::sarif_head(rules, "\xE2\x80\xAE").find("\\u202e") != std::string::npos);
    CHECK(vouch::render::sarif_tail({"\xE2\x80\xAE"}).find("\\u202e") != std::string::npos);
}

TEST_CASE("formats: what is said of whole files comes at their end", "[formats][json][sarif][junit]") {
    const std::vector<std::string> notes{"a: \xE2\x80\xAE", "b<"};
    CHECK(vouch::render::json_head("1.2") == R"({"tool":"vouch","version":"1.2","files":[)");
    CHECK(vouch::render::json_tail({}) == "]}\n");
    CHECK(vouch::render::json_tail(notes) == "],\"notes\":[\"a: \\u202e\",\"b<\"]}\n");
    CHECK(vouch::render::json_tail({}, {"a\x1b"}) == "],\"failures\":[\"a\\u001b\"]}\n");
    CHECK(vouch::render::json_tail({"n"}, {"f"}) == "],\"notes\":[\"n\"],\"failures\":[\"f\"]}\n");
    CHECK(
        vouch::render::sarif_tail({"x"}, notes) ==
        R"(],"invocations":[{"executionSuccessful":false,"toolExecutionNotifications":[{"level":"error","message":{"text":"x"}},)"
        R"({"level":"note","message":{"text":"a: \u202e"}},{"level":"note","message":{"text":"b<"}}]}]}]})"
        "\n");
    CHECK(vouch::render::sarif_tail({}) == R"(],"invocations":[{"executionSuccessful":true}]}]})"
                                           "\n");
    CHECK(vouch::render::junit_suite_of_cases("f", "<testcase/>\n", 1, 0, {"b<", "c"}) ==
          "<testsuite name=\"f\" tests=\"1\" failures=\"0\" errors=\"0\">\n<testcase/>\n"
          "<system-out>note: b&lt;\nnote: c</system-out>\n</testsuite>\n");
    CHECK(vouch::render::junit_suite_of_cases("f", "", 0, 0) ==
          "<testsuite name=\"f\" tests=\"0\" failures=\"0\" errors=\"0\">\n</testsuite>\n");
}

TEST_CASE("sarif: fingerprints are the same in every release", "[formats][sarif]") {
    const auto rules = vouch::rules_of(vouch::catalog_of<garden::Bed>());
    const auto fingerprint = [&](const vouch::render::origin& from) {
        const std::string results = vouch::render::sarif_results(found(hostile), hostile, from, rules);
        return at(boost::json::parse("[" + results + "]"), "/0/partialFingerprints");
    };
    CHECK(fingerprint({"bed.json"}) == R"({"vouch/v1":"ba070a8d0b59e88c"})");
    CHECK(fingerprint({"bed.json", 1}) == R"({"vouch/v1":"3dd90a8e85da04dd"})");
}

TEST_CASE("sarif: records of a file are its lines", "[formats][sarif]") {
    const auto rules = vouch::rules_of(vouch::catalog_of<garden::Bed>());
    const std::string_view text = R"({"title":"a","soil":"clay","area":1.5,"water":{}})";
    const auto v = boost::json::parse(vouch::render::sarif_results(found(text), text, {"a.ndjson", 7, 700}, rules));
    CHECK(at(v, "/locations/0/physicalLocation/region/startLine") == "7");
    CHECK(at(v, "/locations/0/physicalLocation/region/byteOffset") == "734");
}

TEST_CASE("junit: a case for each finding, failed from a given severity on", "[formats][junit]") {
    const auto is_error = [](vouch::severity s) { return s == vouch::severity::error; };
    CHECK(
        vouch::render::junit_suite({}, {"a.json"}, is_error) ==
        "<testsuite name=\"a.json\" tests=\"1\" failures=\"0\" errors=\"0\">\n<testcase name=\"vouch\" classname=\"a.json\"/>\n</testsuite>\n");
    const std::string xml = vouch::render::junit_suite(found(hostile), {"a<b.json"}, is_error);
    CHECK(
        xml ==
        "<testsuite name=\"a&lt;b.json\" tests=\"2\" failures=\"1\" errors=\"0\">\n"
        "<testcase name=\"enum-invalid /soil\" classname=\"a&lt;b.json\" line=\"1\"><failure type=\"error\" message=\"soil cannot be &quot;Clay&quot;\">"
        "a&lt;b.json:1:21: error[enum-invalid]: soil cannot be &quot;Clay&quot;\nhelp: did you mean &quot;clay&quot;? Otherwise write one of &quot;clay&quot;, &quot;sand&quot; or &quot;loam&quot;\npath: /soil</failure></testcase>\n"
        "<testcase name=\"unknown-field /x&lt;&amp;\\u001b%,:\" classname=\"a&lt;b.json\" line=\"2\"><system-out>"
        "a&lt;b.json:2:2: warning[unknown-field]: unknown field &quot;x&lt;&amp;\\u001b%,:&quot;\nhelp: remove it, or correct its name\npath: /x&lt;&amp;\\u001b%,:</system-out></testcase>\n"
        "</testsuite>\n");
    CHECK(
        vouch::render::junit_failure("a", "gone") ==
        "<testsuite name=\"a\" tests=\"1\" failures=\"0\" errors=\"1\">\n<testcase name=\"vouch\" classname=\"a\"><error message=\"gone\"/></testcase>\n</testsuite>\n");
}

TEST_CASE("github: a command for each finding, escaped", "[formats][github]") {
    CHECK(
        vouch::render::github(found(hostile), hostile, {"a,b.json"}) ==
        "::error file=a%2Cb.json,line=1,endLine=1,col=21,endColumn=27,title=enum-invalid::soil cannot be \"Clay\"%0Ahelp: did you mean \"clay\"? "
        "Otherwise write one of \"clay\", \"sand\" or \"loam\"%0Apath: /soil\n"
        "::warning file=a%2Cb.json,line=2,endLine=2,col=2,endColumn=16,title=unknown-field::unknown field \"x<&\\u001b%25,:\""
        "%0Ahelp: remove it, or correct its name%0Apath: /x<&\\u001b%25,:\n");
    CHECK(vouch::render::github({}, "{}", {"a"}).empty());
    CHECK(vouch::render::github_failure("a", "gone\n") == "::error file=a::gone\\u000a\n");
    CHECK(vouch::render::github_failure("a,b:c", "a, b: 5%") == "::error file=a%2Cb%3Ac::a, b: 5%25\n");
    // A place of several lines has no end column.
    vouch::report r = found(hostile);
    r.diagnostics.resize(1);
    r.diagnostics[0].help.clear();
    r.diagnostics[0].where = {0, hostile.size(), 1, 1};
    CHECK(vouch::render::github(r, hostile, {"a"}) ==
          "::error file=a,line=1,endLine=3,col=1,title=enum-invalid::soil cannot be \"Clay\"%0Apath: /soil\n");
    r.diagnostics[0].where = {0, 100, 1, 1};
    CHECK(
        vouch::render::github(r, "é", {"a"}) ==
        "::error file=a,line=1,endLine=1,col=1,endColumn=2,title=enum-invalid::soil cannot be \"Clay\"%0Apath: /soil\n");
}

TEST_CASE("a pointer with a very long key is cut in every format, at a whole character", "[formats]") {
    const std::string key(100000, 'k');
    const std::string text = "{\"title\":\"a\",\"" + key + "\":1,\"" + key + "\":2,\"é" + key + "\":3}";
    const vouch::report r = vouch::read<garden::Bed>(text).report;
    REQUIRE(r.size() >= 4);
    CHECK(vouch::render::shown_pointer("/a/b") == "/a/b");
    CHECK(vouch::render::shown_pointer("/é" + key) == "/é" + std::string(198, 'k') + "…");
    const vouch::render::origin from{"bed.json"};
    const auto rules = vouch::rules_of(vouch::catalog_of<garden::Bed>());
    const auto never = [](vouch::severity) { return true; };
    for (const std::string& out :
         {vouch::render::json(r, from), vouch::render::github(r, text, from),
          vouch::render::junit_suite(r, from, never), vouch::render::concise(r, "bed.json"),
          vouch::render::sarif_results(r, text, from, rules), vouch::render::text<garden::Bed>(r, text, "bed.json")}) {
        CHECK(out.size() < 20000);
        CHECK(out.find("kkk") != std::string::npos);
    }
}

TEST_CASE("documents of other formats: their name, their names for values, and places in the whole file", "[formats]") {
    using namespace vouch;
    report r = found(R"({"title":"a","soil":"mud","area":1,"water":{}})");
    r.diagnostics.resize(1);
    r.diagnostics[0].where.line = 7;
    r.diagnostics[0].source_path = "soil[0]";
    const render::origin from{
        .file = "p.json", .record = 3, .whole_file = true, .format = "plan", .address = "bed.a", .notes = {"a note"}};
    CHECK(from.source_of(r.diagnostics[0]) == "bed.a: soil[0]");
    const boost::json::value v = boost::json::parse(render::json(r, from));
    CHECK(at(v, "/record") == R"("bed.a")");
    CHECK(at(v, "/format") == R"("plan")");
    CHECK(at(v, "/notes") == R"(["a note"])");
    CHECK(at(v, "/diagnostics/0/source_path") == R"("soil[0]")");
    const auto rules = rules_of(catalog_of<garden::Bed>());
    const boost::json::value sarif = boost::json::parse(render::sarif_results(r, {}, from, rules));
    CHECK(at(sarif, "/locations/0/physicalLocation/region/startLine") == "7");
    CHECK(at(sarif, "/locations/0/logicalLocations/1/fullyQualifiedName") == R"("bed.a: soil[0]")");
    CHECK(render::github(r, {}, from).find("%0Apath: /soil%0Asource: bed.a: soil[0]\n") != std::string::npos);
    CHECK(render::concise(r, "p.json", {.address = "bed.a"}).ends_with(" (/soil; bed.a: soil[0])\n"));
    const auto all = [](severity) { return true; };
    CHECK(render::junit_case(r, from, all)
              .starts_with(R"(<testcase name="bed.a" classname="p.json"><failure type="error")"));
    CHECK(render::junit_case(r, from, all)
              .ends_with("source: bed.a: soil[0]</failure><system-out>note: a note</system-out></testcase>\n"));
    CHECK(render::junit_case({}, {.file = "p", .address = "b"}, all) ==
          "<testcase name=\"b\" classname=\"p\"></testcase>\n");
    CHECK(render::junit_suite_of_cases("p", "x", 2, 1) ==
          "<testsuite name=\"p\" tests=\"2\" failures=\"1\" errors=\"0\">\nx</testsuite>\n");
}
