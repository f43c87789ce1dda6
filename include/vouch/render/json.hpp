// SPDX-License-Identifier: BSL-1.0
// A report as JSON, for other programs.
#pragma once

#include <vouch/detail/json/output.hpp>
#include <vouch/diagnostic.hpp>
#include <vouch/render/origin.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace vouch::inline VOUCH_ABI::render {

namespace detail {

using vouch::detail::json_output;

inline void write_place(json_output& out, const place& p) {
    out.member("offset", p.offset);
    out.member("length", p.length);
    out.member("line", p.line);
    out.member("column", p.column);
}

inline void write_fix(json_output& out, const suggested_fix& f) {
    out.begin('{');
    out.member("safe", f.safe);
    out.member("description", f.description);
    out.plain_key("edits").list(f.edits, [&](const text_edit& e) {
        out.begin('{');
        out.member("offset", e.offset);
        out.member("length", e.length);
        out.member("text", e.text);
        out.end('}');
    });
    out.end('}');
}

inline void write_diagnostic(json_output& out, const diagnostic& d) {
    out.begin('{');
    out.member("severity", name_of(d.severity));
    out.member("rule", d.rule);
    out.member("basis", name_of(d.basis));
    out.member("path", shown_pointer(d.path));
    if (!d.source_path.empty()) out.member("source_path", shown_pointer(d.source_path));
    out.member("message", d.message);
    out.member("help", d.help);
    write_place(out, d.where);
    out.plain_key("related").list(d.related, [&](const related_place& r) {
        out.begin('{');
        out.member("path", shown_pointer(r.path));
        out.member("line", r.where.line);
        out.member("column", r.where.column);
        out.member("message", r.message);
        out.end('}');
    });
    out.plain_key("fixes").list(d.fixes, [&](const suggested_fix& f) { write_fix(out, f); });
    out.end('}');
}

}  // namespace detail

/// One object, on one line, without a line feed.
inline std::string json(const report& r, const origin& from) {
    std::string text;
    {
        detail::json_output out(text, {.for_terminals = true});
        out.begin('{');
        out.member("file", from.file);
        if (!from.address.empty())
            out.member("record", from.address);
        else if (from.record)
            out.member("record", *from.record);
        else
            out.plain_key("record").raw("null");
        if (!from.format.empty()) out.member("format", from.format);
        out.member("valid", r.ok());
        out.member("errors", r.errors());
        out.member("warnings", r.warnings());
        out.member("infos", r.infos());
        out.plain_key("diagnostics").list(r, [&](const diagnostic& d) { detail::write_diagnostic(out, d); });
        if (!from.notes.empty())
            out.plain_key("notes").list(from.notes, [&](const std::string& note) { out.string(note); });
        out.end('}');
    }
    return text;
}

/// The beginning of the JSON of several reports, which is `json_head`, the JSON of each with commas between, and
/// `json_tail`. `version` is that of the tool.
inline std::string json_head(std::string_view version) {
    return "{\"tool\":\"vouch\",\"version\":\"" + std::string(version) + "\",\"files\":[";
}

/// The end of the JSON of several reports; `notes` are about whole files, and `failures` say which inputs could not be
/// read and why, in words.
inline std::string json_tail(const std::vector<std::string>& notes, const std::vector<std::string>& failures = {}) {
    std::string tail = "]";
    const auto add = [&](std::string_view key, const std::vector<std::string>& texts) {
        if (texts.empty()) return;
        tail.append(",\"").append(key).append("\":");
        detail::json_output out(tail, {.for_terminals = true});
        out.list(texts, [&](const std::string& text) { out.string(text); });
    };
    add("notes", notes);
    add("failures", failures);
    return tail + "}\n";
}

}  // namespace vouch::render
