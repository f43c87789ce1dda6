// SPDX-License-Identifier: BSL-1.0
// Reports as SARIF 2.1.0, the format that code scanning services take: head, then results, then tail.
#pragma once

#include <vouch/listing.hpp>
#include <vouch/locate.hpp>
#include <vouch/render/json.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace vouch::render {
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
    /// `edits` are the places of all edits of all fixes that will be written, in order.
    sarif_writer(std::string& out, std::string_view text, const origin& from, const std::vector<place>& edits)
        : out_(out), text_(text), from_(from), edits_(edits) {}

    void result(const diagnostic& d, std::size_t rule_index, std::uint64_t fingerprint) {
        out_ += "{\"ruleId\":";
        append_json(out_, d.rule);
        append_member(out_, "ruleIndex", rule_index);
        append_member(out_, "level", sarif_level(d.severity));
        message(d.help.empty() ? d.message : d.message + ". Help: " + d.help);
        out_ += ",\"locations\":[{";
        physical(d.where);
        out_ += ",\"logicalLocations\":[{\"fullyQualifiedName\":";
        append_json(out_, d.path);
        out_ += ",\"kind\":\"member\"}]}]";
        if (!d.related.empty()) {
            out_ += ",\"relatedLocations\":";
            std::size_t id = 0;
            append_list(out_, d.related, [&](const related_place& r) {
                out_ += "{\"id\":";
                append_number(out_, static_cast<std::int64_t>(id++));
                out_ += ',';
                physical(r.where);
                message(r.message);
                out_ += '}';
            });
        }
        out_ += ",\"partialFingerprints\":{\"vouch/v1\":\"";
        constexpr char digits[] = "0123456789abcdef";
        for (int shift = 60; shift >= 0; shift -= 4) out_ += digits[fingerprint >> shift & 0xF];
        out_ += "\"}";
        if (!d.fixes.empty()) {
            out_ += ",\"fixes\":";
            append_list(out_, d.fixes, [&](const suggested_fix& f) { fix(f); });
        }
        out_ += '}';
    }

private:
    void message(std::string_view text) {
        out_ += ",\"message\":{\"text\":";
        append_json(out_, text);
        out_ += '}';
    }

    void artifact() {
        out_ += "\"artifactLocation\":{\"uri\":";
        append_json(out_, uri_of(from_.file));
        out_ += '}';
    }

    void physical(const place& p) {
        out_ += "\"physicalLocation\":{";
        artifact();
        if (p.line != 0) {
            out_ += ",\"region\":";
            region(p);
        }
        out_ += '}';
    }

    void region(const place& p) {
        const place end = end_of(text_, p);
        const std::size_t before = from_.record.value_or(1) - 1;
        out_ += "{\"startLine\":";
        append_number(out_, static_cast<std::int64_t>(p.line + before));
        append_member(out_, "startColumn", p.column);
        append_member(out_, "endLine", end.line + before);
        append_member(out_, "endColumn", end.column);
        append_member(out_, "byteOffset", from_.offset + p.offset);
        append_member(out_, "byteLength", p.length);
        out_ += '}';
    }

    void fix(const suggested_fix& f) {
        out_ += "{\"description\":{\"text\":";
        append_json(out_, f.description);
        out_ += "},\"artifactChanges\":[{";
        artifact();
        out_ += ",\"replacements\":";
        append_list(out_, f.edits, [&](const edit& e) {
            out_ += "{\"deletedRegion\":";
            region(edits_[next_edit_++]);
            out_ += ",\"insertedContent\":{\"text\":";
            append_json(out_, e.text);
            out_ += "}}";
        });
        out_ += "}]}";
    }

    std::string& out_;
    std::string_view text_;
    const origin& from_;
    const std::vector<place>& edits_;
    std::size_t next_edit_ = 0;
};

/// The same for the same rule at the same path, wherever in a file it stands; FNV-1a.
inline std::uint64_t fingerprint_of(const diagnostic& d, const origin& from, std::size_t times) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    const auto add = [&](std::string_view text) {
        for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
        hash = (hash ^ 0xFFU) * 0x100000001B3U;
    };
    add(from.file);
    add(d.rule);
    add(d.path);
    add(std::to_string(from.record.value_or(0)));
    add(std::to_string(times));
    return hash;
}

}  // namespace detail

/// A SARIF log is `sarif_head`, the results of all reports with commas between, and `sarif_tail`.
inline std::string sarif_head(const std::vector<listed_rule>& rules, std::string_view version) {
    std::string out =
        "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":"
        "{\"name\":\"vouch\"";
    detail::append_member(out, "version", version);
    out += ",\"rules\":";
    detail::append_list(out, rules, [&](const listed_rule& r) {
        out += "{\"id\":";
        detail::append_json(out, r.words->id);
        const auto text = [&](std::string_view name, std::string_view words) {
            out += ",\"" + std::string(name) + "\":{\"text\":";
            detail::append_json(out, words.ends_with("…") ? std::string(words) : std::string(words) + ".");
            out += '}';
        };
        std::string when;
        for (const std::string& w : r.when) when += (when.empty() ? "Reported when " : "; or when ") + w;
        text("shortDescription", general_message(r));
        text("fullDescription", when);
        text("help",
             vouch::detail::expand(r.words->help, {.field = "the field", .value = "…", .allowed = "what is allowed"}) +
                 ".");
        out += ",\"defaultConfiguration\":{\"level\":";
        detail::append_json(out, detail::sarif_level(r.words->severity));
        out += "},\"properties\":{\"basis\":";
        detail::append_json(out, name_of(r.words->source.basis));
        out += "}}";
    });
    return out + "}},\"columnKind\":\"unicodeCodePoints\",\"results\":[";
}

/// The results of one report, with commas between.
inline std::string sarif_results(const report& r, std::string_view text, const origin& from,
                                 const std::vector<listed_rule>& rules) {
    std::string out;
    std::map<std::string, std::size_t> times;
    std::vector<place> edits;
    for (const diagnostic& d : r) {
        for (const suggested_fix& f : d.fixes) {
            for (const edit& e : f.edits) edits.push_back({e.offset, e.length, 0, 0});
        }
    }
    std::vector<place*> places;
    for (place& p : edits) places.push_back(&p);
    vouch::detail::count_lines(text, std::move(places));
    detail::sarif_writer writer(out, text, from, edits);
    for (const diagnostic& d : r) {
        std::size_t index = 0;
        while (index < rules.size() && rules[index].words->id != d.rule) ++index;
        if (!out.empty()) out += ",\n";
        const std::size_t n = times[std::string(d.rule) + d.path]++;
        writer.result(d, index, detail::fingerprint_of(d, from, n));
    }
    return out;
}

/// `failures` are inputs that could not be read, in words.
inline std::string sarif_tail(const std::vector<std::string>& failures) {
    std::string out = "],\"invocations\":[{\"executionSuccessful\":";
    out += failures.empty() ? "true" : "false,\"toolExecutionNotifications\":";
    if (!failures.empty()) {
        detail::append_list(out, failures, [&](const std::string& f) {
            out += "{\"level\":\"error\",\"message\":{\"text\":";
            detail::append_json(out, f);
            out += "}}";
        });
    }
    return out + "}]}]}\n";
}

}  // namespace vouch::render
