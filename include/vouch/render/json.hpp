// SPDX-License-Identifier: BSL-1.0
// A report as JSON, for other programs.
#pragma once

#include <vouch/diagnostic.hpp>
#include <vouch/detail/json/strings.hpp>
#include <vouch/render/origin.hpp>
#include <vouch/detail/plain/words.hpp>

#include <string>
#include <string_view>

namespace vouch::render {

namespace detail {

using vouch::detail::append_number;

inline void append_json(std::string& out, std::string_view text) { vouch::detail::append_json(out, text, true); }

inline void append_member(std::string& out, std::string_view name, std::size_t value) {
    out += ",\"";
    out += name;
    out += "\":";
    append_number(out, static_cast<std::int64_t>(value));
}
inline void append_member(std::string& out, std::string_view name, std::string_view value) {
    out += ",\"";
    out += name;
    out += "\":";
    append_json(out, value);
}

/// The elements of a JSON array.
template <class Range, class F>
void append_list(std::string& out, const Range& range, F append) {
    out += '[';
    bool first = true;
    for (const auto& element : range) {
        if (!first) out += ',';
        first = false;
        append(element);
    }
    out += ']';
}

inline void append_diagnostic(std::string& out, const diagnostic& d) {
    out += "{\"severity\":";
    append_json(out, name_of(d.severity));
    append_member(out, "rule", d.rule);
    append_member(out, "basis", name_of(d.basis));
    append_member(out, "path", d.path);
    append_member(out, "message", d.message);
    append_member(out, "help", d.help);
    append_member(out, "offset", d.where.offset);
    append_member(out, "length", d.where.length);
    append_member(out, "line", d.where.line);
    append_member(out, "column", d.where.column);
    out += ",\"related\":";
    append_list(out, d.related, [&](const related_place& r) {
        out += "{\"path\":";
        append_json(out, r.path);
        append_member(out, "line", r.where.line);
        append_member(out, "column", r.where.column);
        append_member(out, "message", r.message);
        out += '}';
    });
    out += ",\"fixes\":";
    append_list(out, d.fixes, [&](const suggested_fix& f) {
        out += f.safe ? "{\"safe\":true" : "{\"safe\":false";
        append_member(out, "description", f.description);
        out += ",\"edits\":";
        append_list(out, f.edits, [&](const edit& e) {
            out += "{\"offset\":";
            append_number(out, static_cast<std::int64_t>(e.offset));
            append_member(out, "length", e.length);
            append_member(out, "text", e.text);
            out += '}';
        });
        out += '}';
    });
    out += '}';
}

}  // namespace detail

/// One object, on one line, without a line feed.
inline std::string json(const report& r, const origin& from) {
    std::string out = "{\"file\":";
    detail::append_json(out, from.file);
    out += ",\"record\":";
    if (from.record)
        detail::append_number(out, static_cast<std::int64_t>(*from.record));
    else
        out += "null";
    out += r.ok() ? ",\"valid\":true" : ",\"valid\":false";
    detail::append_member(out, "errors", r.errors());
    detail::append_member(out, "warnings", r.warnings());
    detail::append_member(out, "infos", r.infos());
    out += ",\"diagnostics\":";
    detail::append_list(out, r, [&](const diagnostic& d) { detail::append_diagnostic(out, d); });
    out += '}';
    return out;
}

}  // namespace vouch::render
