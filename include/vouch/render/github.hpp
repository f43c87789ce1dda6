// SPDX-License-Identifier: BSL-1.0
// Reports as workflow commands of GitHub Actions, which annotate the lines of a change.
#pragma once

#include <vouch/render/origin.hpp>
#include <vouch/unicode.hpp>

#include <string>
#include <string_view>

namespace vouch::inline VOUCH_ABI::render {
namespace detail {

/// Appends a text to a workflow command; in a property, colons and commas are escaped as well.
inline void append_command_text(std::string& out, std::string_view text, bool property) {
    std::string shown;
    append_shown(shown, text);
    for (const char c : shown) {
        if (c == '%')
            out += "%25";
        else if (property && c == ':')
            out += "%3A";
        else if (property && c == ',')
            out += "%2C";
        else
            out += c;
    }
}

}  // namespace detail

/// A line for each finding.
inline std::string github(const report& r, std::string_view text, const origin& from) {
    std::string out;
    const std::size_t before = from.lines_before();
    for (const diagnostic& d : r) {
        out += d.severity == severity::error     ? "::error "
               : d.severity == severity::warning ? "::warning "
                                                 : "::notice ";
        out += "file=";
        detail::append_command_text(out, from.file, true);
        if (d.where.line != 0) {
            const place end = detail::end_of(text, d.where);
            out += ",line=" + std::to_string(d.where.line + before) + ",endLine=" + std::to_string(end.line + before) +
                   ",col=" + std::to_string(d.where.column);
            if (end.line == d.where.line) out += ",endColumn=" + std::to_string(end.column);
        }
        out += ",title=";
        detail::append_command_text(out, d.rule, true);
        out += "::";
        detail::append_command_text(out, d.message, false);
        if (!d.help.empty()) {
            out += "%0Ahelp: ";
            detail::append_command_text(out, d.help, false);
        }
        out += "%0Apath: ";
        detail::append_command_text(out, shown_pointer(d.path), false);
        if (const std::string source = from.source_of(d); !source.empty()) {
            out += "%0Asource: ";
            detail::append_command_text(out, shown_pointer(source), false);
        }
        out += '\n';
    }
    return out;
}

/// A line for an input that could not be read.
inline std::string github_failure(std::string_view file, std::string_view why) {
    std::string out = "::error file=";
    detail::append_command_text(out, file, true);
    out += "::";
    detail::append_command_text(out, why, false);
    return out + "\n";
}

}  // namespace vouch::render
