// SPDX-License-Identifier: BSL-1.0
// Properties of the safe fixes of any document: they leave nothing that has a safe fix, cause no new error, and a
// second run changes nothing. The report is that of the fixed text.
#include <vouch/detail/fix/history.hpp>
#include <vouch/fix.hpp>

#include <apsaramq/examples.hpp>
#include <vouch/export/example.hpp>
#include <vouch/listing.hpp>

#include "../cases.hpp"
#include "../catch.hpp"

#include <boost/json.hpp>

#include <map>

using request = apsaramq::CreateInstanceRequest;

namespace {

std::map<std::string, std::size_t> errors_of(const vouch::report& r) {
    std::map<std::string, std::size_t> n;
    for (const vouch::diagnostic& d : r) {
        if (d.severity == vouch::severity::error) ++n[std::string(d.rule)];
    }
    return n;
}

std::vector<std::string> shown(const vouch::report& r) {
    std::vector<std::string> lines{std::to_string(r.errors()) + ' ' + std::to_string(r.warnings()) + ' ' +
                                   std::to_string(r.infos())};
    for (const vouch::diagnostic& d : r) {
        lines.push_back(std::to_string(d.where.offset) + ' ' + vouch::to_string(d) + ' ' + d.help);
        for (const vouch::suggested_fix& f : d.fixes) {
            lines.push_back((f.safe ? "safe " : "not safe ") + f.description);
            for (const vouch::text_edit& e : f.edits)
                lines.push_back(std::to_string(e.offset) + '+' + std::to_string(e.length) + ' ' + e.text);
        }
    }
    return lines;
}

void check_report(const std::string& text, const vouch::options& o, const vouch::report_filter& filter = {}) {
    const vouch::fixed all = vouch::fix<request>(text, o, vouch::fix_level::safe, filter);
    vouch::report expected = vouch::read<request>(all.text, o).report;
    if (filter) filter(expected);
    vouch::suggest_fixes<request>(all.text, expected, o);
    CHECK(shown(all.report) == shown(expected));
    for (const vouch::diagnostic& d : all.report) {
        for (const vouch::suggested_fix& f : d.fixes) CHECK_FALSE(f.safe);
    }
}

void check_fixes(const std::string& text) {
    INFO(text);
    vouch::report before = vouch::read<request>(text).report;
    const auto errors_before = errors_of(before);
    vouch::suggest_fixes<request>(text, before);
    const auto brings_no_error = [&](const std::string& other) {
        for (const auto& [rule, n] : errors_of(vouch::read<request>(other).report)) {
            const auto was = errors_before.find(rule);
            if (was == errors_before.end() || was->second < n) return false;
        }
        return true;
    };
    for (const vouch::diagnostic& d : before) {
        for (const vouch::suggested_fix& f : d.fixes) {
            const std::string alone = vouch::detail::edit_history().edited(text, f.edits);
            INFO(d.rule << ' ' << d.path << " -> " << alone);
            const vouch::report r = vouch::read<request>(alone).report;
            CHECK(vouch::is_json(r));
            if (!f.safe) continue;
            CHECK(brings_no_error(alone));
            std::size_t was = 0;
            std::size_t is = 0;
            for (const vouch::diagnostic& b : before) was += b.rule == d.rule ? 1U : 0U;
            for (const vouch::diagnostic& a : r) is += a.rule == d.rule ? 1U : 0U;
            CHECK(is < was);
        }
    }
    const vouch::fixed all = vouch::fix<request>(text);
    CHECK(brings_no_error(all.text));
    CHECK(vouch::fix<request>(all.text).text == all.text);

    constexpr std::string_view null[] = {"null-value"};
    constexpr std::string_view guard[] = {"required-missing"};
    check_report(text, {});
    check_report(text, {.max_diagnostics = 1});
    check_report(text, {.ignore = null});
    check_report(text, {.ignore = guard});
    check_report(text, {}, [](vouch::report& r) {
        std::erase_if(r.diagnostics, [](const vouch::diagnostic& d) { return d.severity == vouch::severity::error; });
    });
}

}  // namespace

TEST_CASE("safe fixes of the conformance cases", "[properties][fix]") {
    for (const char* file : conformance_files) {
        for (const conformance_case& c : conformance_cases(file)) {
            if (c.type == "request") check_fixes(c.text);
        }
    }
}

TEST_CASE("safe fixes of random requests with several mistakes", "[properties][fix]") {
    const auto examples = examples_of(vouch::of<request>{});
    vouch::detail::sample_random random(1);
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        boost::json::value document = vouch::to_value(vouch::sample<request>(seed));
        for (int n = 0; n < 3; ++n) {
            vouch::detail::merge_patch(document, boost::json::parse(examples[random.below(examples.size())].broken_by));
        }
        std::string text = random.below(2) != 0 ? boost::json::serialize(document) : vouch::indented(document);
        // Sometimes adds a null, changes the case of a name, and adds a blank to a value.
        const auto replace = [&](std::string_view what, std::string_view with) {
            if (const std::size_t at = text.find(what); at != std::string::npos) text.replace(at, what.size(), with);
        };
        if (random.below(3) == 0) replace("{", "{\"zone\": 1, \"remark\": null,");
        if (random.below(3) == 0) replace("\"seriesCode\"", "\"SeriesCode\"");
        if (random.below(3) == 0) replace("\"PayAsYouGo\"", "\" payasyougo\"");
        check_fixes(text);
    }
}
