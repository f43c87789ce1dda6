// SPDX-License-Identifier: BSL-1.0
// Reports as SARIF 2.1.0, the format that code scanning services take: head, then results, then tail.
#pragma once

#include <vouch/detail/json/place_finder.hpp>
#include <vouch/listing.hpp>
#include <vouch/render/json.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace vouch::inline VOUCH_ABI::render {
namespace detail {

/// A file's name as a relative URI reference, or an absolute path as one of the file scheme.
inline std::string uri_of(std::string_view file) {
    constexpr char digits[] = "0123456789ABCDEF";
    constexpr std::string_view plain = "-._~/!$&'()*+,;=@";
    std::string out = file.starts_with('/') ? "file://" : "";
    for (const char c : file) {
        const char l = to_lower(c);
        if ((l >= 'a' && l <= 'z') || (c >= '0' && c <= '9') || plain.find(c) != std::string_view::npos) {
            out += c;
        } else {
            out += '%';
            out += digits[static_cast<unsigned char>(c) >> 4];
            out += digits[static_cast<unsigned char>(c) & 0xFU];
        }
    }
    return out;
}

constexpr std::string_view sarif_level(severity s) {
    return s == severity::error ? "error" : s == severity::warning ? "warning" : "note";
}

class sarif_writer {
public:
    /// `edits` are the places of all edits of all fixes of a report, in order; `next_edit` is the first of this result.
    sarif_writer(std::string& out, std::string_view text, const origin& from, const std::vector<place>& edits,
                 std::size_t& next_edit)
        : out_(out, {.for_terminals = true}), text_(text), from_(from), edits_(edits), next_edit_(next_edit) {}

    void result(const diagnostic& d, std::size_t rule_index, std::string_view fingerprint) {
        out_.begin('{');
        out_.member("ruleId", d.rule);
        out_.member("ruleIndex", rule_index);
        out_.member("level", sarif_level(d.severity));
        message(d.help.empty() ? d.message : d.message + ". Help: " + d.help);
        out_.plain_key("locations").begin('[');
        out_.begin('{');
        physical(d.where);
        out_.plain_key("logicalLocations").begin('[');
        out_.begin('{');
        out_.member("fullyQualifiedName", shown_pointer(d.path));
        out_.member("kind", "member");
        out_.end('}');
        if (const std::string source = from_.source_of(d); !source.empty()) {
            out_.begin('{');
            out_.member("fullyQualifiedName", shown_pointer(source));
            out_.member("kind", "member");
            out_.end('}');
        }
        out_.end(']');
        out_.end('}');
        out_.end(']');
        if (!d.related.empty()) {
            std::size_t id = 0;
            out_.plain_key("relatedLocations").list(d.related, [&](const related_place& r) {
                out_.begin('{');
                out_.member("id", id++);
                physical(r.where);
                message(r.message);
                out_.end('}');
            });
        }
        out_.plain_key("partialFingerprints").begin('{');
        out_.member("vouch/v1", fingerprint);
        out_.end('}');
        if (!d.fixes.empty()) out_.plain_key("fixes").list(d.fixes, [&](const suggested_fix& f) { fix(f); });
        out_.end('}');
    }

private:
    void text(std::string_view name, std::string_view words) {
        out_.plain_key(name).begin('{');
        out_.member("text", words);
        out_.end('}');
    }
    void message(std::string_view words) { text("message", words); }

    void artifact() {
        out_.plain_key("artifactLocation").begin('{');
        out_.member("uri", uri_of(from_.file));
        out_.end('}');
    }

    void physical(const place& p) {
        out_.plain_key("physicalLocation").begin('{');
        artifact();
        if (p.line != 0) {
            out_.plain_key("region");
            region(p);
        }
        out_.end('}');
    }

    void region(const place& p) {
        const place end = end_of(text_, p);
        const std::size_t before = from_.lines_before();
        out_.begin('{');
        out_.member("startLine", p.line + before);
        out_.member("startColumn", p.column);
        out_.member("endLine", end.line + before);
        out_.member("endColumn", end.column);
        out_.member("byteOffset", from_.offset + p.offset);
        out_.member("byteLength", p.length);
        out_.end('}');
    }

    void fix(const suggested_fix& f) {
        out_.begin('{');
        text("description", f.description);
        out_.plain_key("artifactChanges").begin('[');
        out_.begin('{');
        artifact();
        out_.plain_key("replacements").list(f.edits, [&](const text_edit& e) {
            out_.begin('{');
            out_.plain_key("deletedRegion");
            region(edits_[next_edit_++]);
            text("insertedContent", e.text);
            out_.end('}');
        });
        out_.end('}');
        out_.end(']');
        out_.end('}');
    }

    json_output out_;
    std::string_view text_;
    const origin& from_;
    const std::vector<place>& edits_;
    std::size_t& next_edit_;
};

/// Depends on the file, the record, the rule and the path, not on the place in the text; FNV-1a.
inline std::string fingerprint_of(const diagnostic& d, const origin& from, std::size_t times) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    const auto add = [&](std::string_view text) {
        for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
        hash = (hash ^ 0xFFU) * 0x100000001B3U;
    };
    add(from.file);
    if (!from.address.empty()) add(from.address);
    add(d.rule);
    add(d.path);
    add(std::to_string(from.record.value_or(0)));
    add(std::to_string(times));
    constexpr char digits[] = "0123456789abcdef";
    std::string out;
    for (int shift = 60; shift >= 0; shift -= 4) out += digits[hash >> shift & 0xF];
    return out;
}

}  // namespace detail

/// The beginning of a SARIF log, which is `sarif_head`, the results of all reports with commas between, and
/// `sarif_tail`. `version` is that of the tool.
inline std::string sarif_head(const std::vector<listed_rule>& rules, std::string_view version) {
    std::string head;
    {
        detail::json_output out(head, {.for_terminals = true});
        const auto text = [&](std::string_view name, std::string_view words) {
            out.plain_key(name).begin('{');
            out.member("text", words);
            out.end('}');
        };
        out.begin('{');
        out.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        out.member("version", "2.1.0");
        out.plain_key("runs").begin('[');
        out.begin('{');
        out.plain_key("tool").begin('{');
        out.plain_key("driver").begin('{');
        out.member("name", "vouch");
        out.member("version", version);
        out.plain_key("rules").list(rules, [&](const listed_rule& r) {
            std::string when;
            for (const std::string& w : r.when) when += (when.empty() ? "Reported when " : "; or when ") + w;
            out.begin('{');
            out.member("id", r.words->id);
            text("shortDescription", general_message(r) + ".");
            text("fullDescription", when + ".");
            text("help", general_help(r) + ".");
            out.plain_key("defaultConfiguration").begin('{');
            out.member("level", detail::sarif_level(r.words->severity));
            out.end('}');
            out.plain_key("properties").begin('{');
            out.member("basis", name_of(r.words->source.basis));
            out.end('}');
            out.end('}');
        });
        out.end('}');
        out.end('}');
        out.member("columnKind", "unicodeCodePoints");
        out.plain_key("results").begin('[');
    }
    return head;
}

/// The results of one report, with commas between.
inline std::string sarif_results(const report& r, std::string_view text, const origin& from,
                                 const std::vector<listed_rule>& rules) {
    std::string out;
    std::map<std::string, std::size_t> times;
    std::vector<place> edits;
    for (const diagnostic& d : r) {
        for (const suggested_fix& f : d.fixes) {
            for (const text_edit& e : f.edits) edits.push_back({e.offset, e.length});
        }
    }
    vouch::detail::sequence<place*> places;
    for (place& p : edits) places.push_back(&p);
    vouch::detail::count_lines(text, places);
    std::size_t next_edit = 0;
    for (const diagnostic& d : r) {
        std::size_t index = 0;
        while (index < rules.size() && rules[index].words->id != d.rule) ++index;
        if (!out.empty()) out += ",\n";
        const std::size_t n = times[std::string(d.rule) + d.path]++;
        detail::sarif_writer(out, text, from, edits, next_edit).result(d, index, detail::fingerprint_of(d, from, n));
    }
    return out;
}

/// The end of a SARIF log; `failures` are inputs that could not be read, in words, and `notes` what was not looked at.
inline std::string sarif_tail(const std::vector<std::string>& failures, const std::vector<std::string>& notes = {}) {
    std::string tail = "],\"invocations\":";
    {
        detail::json_output out(tail, {.for_terminals = true});
        const auto notification = [&](std::string_view level, std::string_view words) {
            out.begin('{');
            out.member("level", level);
            out.plain_key("message").begin('{');
            out.member("text", words);
            out.end('}');
            out.end('}');
        };
        out.begin('[');
        out.begin('{');
        out.member("executionSuccessful", failures.empty());
        if (!failures.empty() || !notes.empty()) {
            out.plain_key("toolExecutionNotifications").begin('[');
            for (const std::string& f : failures) notification("error", f);
            for (const std::string& n : notes) notification("note", n);
            out.end(']');
        }
        out.end('}');
        out.end(']');
    }
    return tail + "}]}\n";
}

}  // namespace vouch::render
