// SPDX-License-Identifier: BSL-1.0
// Reports as JUnit XML, which CI servers show: a test suite for each document, a test case for each finding.
#pragma once

#include <vouch/render/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace vouch::inline VOUCH_ABI::render {
namespace detail {

/// Appends a text to XML, also to an attribute; what XML cannot contain is shown escaped.
inline void append_xml(std::string& out, std::string_view text) {
    std::string shown;
    append_shown(shown, text);
    for (const char c : shown) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        default: out += c;
        }
    }
}

inline void append_attribute(std::string& out, std::string_view name, std::string_view value) {
    out += ' ';
    out += name;
    out += "=\"";
    append_xml(out, value);
    out += '"';
}

/// Appends lines to XML, which are kept.
inline void append_xml_lines(std::string& out, std::string_view lines) {
    for (std::size_t begin = 0; begin <= lines.size();) {
        const std::size_t end = (std::min)(lines.find('\n', begin), lines.size());
        append_xml(out, lines.substr(begin, end - begin));
        if (end < lines.size()) out += '\n';
        begin = end + 1;
    }
}

/// A finding in words: on several lines.
inline std::string junit_words(const diagnostic& d, const origin& from) {
    std::string place = from.file;
    if (d.where.line != 0)
        place += ":" + std::to_string(d.where.line + from.lines_before()) + ":" + std::to_string(d.where.column);
    const std::string source = from.source_of(d);
    return place + ": " + std::string(name_of(d.severity)) + "[" + std::string(d.rule) + "]: " + d.message +
           "\nhelp: " + d.help + "\npath: " + shown_pointer(d.path) +
           (source.empty() ? "" : "\nsource: " + shown_pointer(source));
}

inline std::string suite_name(const origin& from) {
    return from.record ? from.file + ":" + std::to_string(*from.record) : from.file;
}

inline void append_notes(std::string& words, const std::vector<std::string>& notes) {
    for (const std::string& note : notes) words.append(words.empty() ? "" : "\n").append("note: ").append(note);
}

inline void append_system_out(std::string& out, std::string_view words) {
    out += "<system-out>";
    append_xml_lines(out, words);
    out += "</system-out>";
}

}  // namespace detail

/// What comes before the suites.
inline constexpr std::string_view junit_head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"vouch\">\n";
/// What comes after them.
inline constexpr std::string_view junit_tail = "</testsuites>\n";

/// The suite of one document. Findings that `is_failure` does not count are passed cases, with their text as output.
template <class F>
std::string junit_suite(const report& r, const origin& from, F is_failure) {
    std::size_t failures = 0;
    for (const diagnostic& d : r) failures += is_failure(d.severity) ? 1U : 0U;
    std::string out = "<testsuite";
    detail::append_attribute(out, "name", detail::suite_name(from));
    detail::append_attribute(out, "tests", std::to_string(r.empty() ? 1 : r.size()));
    detail::append_attribute(out, "failures", std::to_string(failures));
    detail::append_attribute(out, "errors", "0");
    out += ">\n";
    if (r.empty()) {
        out += "<testcase";
        detail::append_attribute(out, "name", "vouch");
        detail::append_attribute(out, "classname", from.file);
        out += "/>\n";
    }
    for (const diagnostic& d : r) {
        const std::string words = detail::junit_words(d, from);
        out += "<testcase";
        detail::append_attribute(out, "name", std::string(d.rule) + " " + shown_pointer(d.path));
        detail::append_attribute(out, "classname", from.file);
        detail::append_attribute(out, "line", std::to_string(d.where.line + from.lines_before()));
        const bool fails = is_failure(d.severity);
        out += fails ? "><failure" : "><system-out";
        if (fails) {
            detail::append_attribute(out, "type", name_of(d.severity));
            detail::append_attribute(out, "message", d.message);
        }
        out += '>';
        detail::append_xml_lines(out, words);
        out += fails ? "</failure></testcase>\n" : "</system-out></testcase>\n";
    }
    return out + "</testsuite>\n";
}

/// A test case of one document with all of its findings, for files that give their documents names. Those that
/// `is_failure` counts make it fail.
template <class F>
std::string junit_case(const report& r, const origin& from, F is_failure) {
    std::string failing;
    std::string passing;
    const diagnostic* first = nullptr;
    for (const diagnostic& d : r) {
        const bool fails = is_failure(d.severity);
        if (fails && first == nullptr) first = &d;
        std::string& to = fails ? failing : passing;
        to += (to.empty() ? "" : "\n") + detail::junit_words(d, from);
    }
    detail::append_notes(passing, from.notes);
    std::string out = "<testcase";
    detail::append_attribute(out, "name", from.address);
    detail::append_attribute(out, "classname", from.file);
    out += '>';
    if (first != nullptr) {
        out += "<failure";
        detail::append_attribute(out, "type", name_of(first->severity));
        detail::append_attribute(out, "message", first->message);
        out += '>';
        detail::append_xml_lines(out, failing);
        out += "</failure>";
    }
    if (!passing.empty()) detail::append_system_out(out, passing);
    return out + "</testcase>\n";
}

/// The suite of a file whose documents are test cases; `notes` are about the whole file, in words.
inline std::string junit_suite_of_cases(std::string_view file, std::string_view cases, std::size_t tests,
                                        std::size_t failures, const std::vector<std::string>& notes = {}) {
    std::string out = "<testsuite";
    detail::append_attribute(out, "name", file);
    detail::append_attribute(out, "tests", std::to_string(tests));
    detail::append_attribute(out, "failures", std::to_string(failures));
    detail::append_attribute(out, "errors", "0");
    out.append(">\n").append(cases);
    if (!notes.empty()) {
        std::string words;
        detail::append_notes(words, notes);
        detail::append_system_out(out, words);
        out += '\n';
    }
    return out + "</testsuite>\n";
}

/// The suite of an input that could not be read.
inline std::string junit_failure(std::string_view file, std::string_view why) {
    std::string out = "<testsuite";
    detail::append_attribute(out, "name", file);
    detail::append_attribute(out, "tests", "1");
    detail::append_attribute(out, "failures", "0");
    detail::append_attribute(out, "errors", "1");
    out += ">\n<testcase";
    detail::append_attribute(out, "name", "vouch");
    detail::append_attribute(out, "classname", file);
    out += "><error";
    detail::append_attribute(out, "message", why);
    return out + "/></testcase>\n</testsuite>\n";
}

}  // namespace vouch::render
