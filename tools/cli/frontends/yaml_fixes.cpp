// SPDX-License-Identifier: BSL-1.0
// Fixes of a request in YAML, from those of its JSON text: values that are replaced, and members and elements that are
// removed with their lines.
#include "findings.hpp"
#include "frontend.hpp"
#include "json_view.hpp"
#include "schemas.hpp"
#include "yaml.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value_to.hpp>

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace vouch::cli {
namespace {

constexpr char no_fix_for_yaml[] = "its fix is not for YAML";

/// The end of the JSON scalar, object or array that begins at an offset.
std::size_t end_of_json(std::string_view json, std::size_t at) {
    std::size_t depth = 0;
    do {
        if (json[at] == '"') {
            for (++at; json[at] != '"'; ++at) at += json[at] == '\\' ? 1U : 0U;
            ++at;
        } else if (json[at] == '{' || json[at] == '[') {
            ++depth;
            ++at;
        } else if (json[at] == '}' || json[at] == ']') {
            --depth;
            ++at;
        } else if (depth > 0) {
            ++at;
        } else {
            at = std::min(json.find_first_of(",]}", at), json.size());
        }
    } while (depth > 0);
    return at;
}

class fix_translator {
public:
    fix_translator(const found_request& request, std::string_view yaml)
        : request_(request), json_(request.request.json()), yaml_(yaml) {}

    /// Nothing if an edit is not one for YAML.
    std::optional<suggested_fix> operator()(const suggested_fix& f) const {
        suggested_fix out{f.safe, f.description, {}};
        for (const text_edit& e : f.edits) {
            if (!(e.text.empty() ? remove(e, out.edits) : replace(e, out.edits))) return std::nullopt;
        }
        return out;
    }

private:
    /// Whether a part of the JSON text holds something that no fix may change.
    bool is_fixed_in_place(std::size_t begin, std::size_t end) const {
        const auto& all = request_.fixed_in_place;
        const auto at = std::lower_bound(all.begin(), all.end(), begin);
        return at != all.end() && *at < end;
    }

    // Both append the edits of the YAML text; false if there are none that do the same.

    bool replace(const text_edit& e, std::vector<text_edit>& to) const {
        const place at = request_.request.place_of(e.offset);
        const std::size_t end = e.offset + e.length;
        if (at.line == 0 || end != end_of_json(json_, e.offset) || is_fixed_in_place(e.offset, end)) return false;
        if (at.length == 0 || !is_valid_json(e.text)) return false;
        const bool is_quoted = yaml_[at.offset] == '"' || yaml_[at.offset] == '\'';
        to.push_back({at.offset, at.length, yaml_of(e.text, is_quoted)});
        return true;
    }

    /// JSON is YAML, except for texts of two escapes for one character. A text has quotes if it needs them, or if what
    /// it replaces had them: after a quoted key no space is needed.
    static std::string yaml_of(const std::string& json, bool is_quoted) {
        if (json.front() != '"') return json;
        const auto text = boost::json::value_to<std::string>(boost::json::parse(json));
        return is_quoted ? quoted_yaml(text) : yaml_text(text);
    }

    /// Neighboring members or elements, but not all of an object or a list.
    bool remove(const text_edit& e, std::vector<text_edit>& to) const {
        std::size_t begin = e.offset;
        std::size_t end = e.offset + e.length;
        if (begin < end && json_[begin] == ',') ++begin;
        if (begin < end && json_[end - 1] == ',') --end;
        if (begin == end || (is_opening(json_[begin - 1]) && is_closing(json_[end]))) return false;
        while (begin < end) {
            std::size_t value = begin;
            const bool is_member = json_[begin] == '"' && json_[end_of_json(json_, begin)] == ':';
            if (is_member) value = end_of_json(json_, begin) + 1;
            const place first = request_.request.place_of(begin);
            const place last = request_.request.place_of(value);
            if (first.line == 0 || last.line == 0 || last.offset < first.offset) return false;
            if (is_fixed_in_place(begin, end_of_json(json_, value))) return false;
            const std::optional<text_edit> edit = lines(first.offset, last.offset + last.length, is_member);
            if (!edit) return false;
            to.push_back(*edit);
            begin = end_of_json(json_, value) + 1;  // After a comma.
        }
        return true;
    }
    static bool is_opening(char c) { return c == '{' || c == '['; }
    static bool is_closing(char c) { return c == '}' || c == ']'; }

    /// The removal of the lines around a part of the text, unless they hold something else.
    std::optional<text_edit> lines(std::size_t begin, std::size_t end, bool is_member) const {
        const std::size_t before = yaml_.substr(0, begin).rfind('\n');
        const std::size_t first = before == std::string_view::npos ? 0 : before + 1;
        std::string_view indent = yaml_.substr(first, begin - first);
        indent.remove_prefix(std::min(indent.find_first_not_of(' '), indent.size()));
        if (!is_member && indent.starts_with("- ")) {
            indent.remove_prefix(1);
            indent.remove_prefix(std::min(indent.find_first_not_of(' '), indent.size()));
        } else if (!is_member) {
            return {};
        }
        const std::size_t last = std::min(yaml_.find('\n', end), yaml_.size());
        std::string_view rest = yaml_.substr(end, last - end);
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r"), rest.size()));
        if (!indent.empty() || (!rest.empty() && rest.front() != '#')) return {};
        const std::size_t next = std::min(last + 1, yaml_.size());
        if (has_other_line_breaks(yaml_.substr(first, next - first)) || is_within_syntax(first, next)) return {};
        return text_edit{first, next - first, {}};
    }

    /// Whether a text has characters besides line feeds that end a line in YAML: a comment may end there.
    static bool has_other_line_breaks(std::string_view text) {
        for (std::size_t at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1)) {
            if (text.substr(at + 1, 1) != "\n") return true;
        }
        return std::any_of(std::begin(wide_breaks), std::end(wide_breaks),
                           [&](std::string_view wide) { return text.find(wide) != std::string_view::npos; });
    }
    /// U+0085, U+2028 and U+2029.
    static constexpr std::string_view wide_breaks[] = {"\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"};

    /// Whether lines have a part of what they hold in the lines around them: a question mark for a key alone on the
    /// line before, a comma after.
    bool is_within_syntax(std::size_t begin, std::size_t end) const {
        constexpr std::string_view blank = " \t\r\n";
        std::string_view before = yaml_.substr(0, begin);
        before = before.substr(0, before.find_last_not_of(blank) + 1);
        before.remove_prefix(before.rfind('\n') + 1);
        before.remove_prefix(std::min(before.find_first_not_of(blank), before.size()));
        const std::size_t after = yaml_.find_first_not_of(blank, end);
        return before == "?" || before.ends_with("- ?") || (after != std::string_view::npos && yaml_[after] == ',');
    }

    const found_request& request_;
    std::string_view json_;
    std::string_view yaml_;
};

}  // namespace

std::string yaml_text(std::string_view text) {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    constexpr std::string_view others = "0123456789_.-/";
    const bool is_word =
        !text.empty() && letters.find(text.front()) != std::string_view::npos &&
        std::all_of(text.begin(), text.end(), [&](char c) {
            return letters.find(c) != std::string_view::npos || others.find(c) != std::string_view::npos;
        });
    bool old = false;
    const yaml_node plain{.plain = true, .text = std::string(text)};
    if (is_word && yaml_type_of(plain) == yaml_type::text && !is_old_boolean(text, old)) return std::string(text);
    return quoted_yaml(text);
}

std::string quoted_yaml(std::string_view text) {
    std::string quoted = "\"";
    for (std::size_t size = 0; !text.empty(); text.remove_prefix(std::max(size, std::size_t{1}))) {
        const code_point c = first_code_point(text);
        size = c.size;
        if (c.value == '"' || c.value == '\\') quoted += '\\';
        char escape[16];
        if (size != 0 && is_unsafe_to_show(c.value)) {
            const char* const form = c.value < 0x100 ? "\\x%02x" : c.value < 0x10000 ? "\\u%04x" : "\\U%08x";
            std::snprintf(escape, sizeof escape, form, static_cast<unsigned>(c.value));
            quoted += escape;
        } else {
            quoted += text.substr(0, size);
        }
    }
    return quoted + "\"";
}

namespace {

/// The fixes of a finding: as edits of the JSON text, and as the same ones of the YAML.
using translated_fixes = std::vector<std::pair<suggested_fix, suggested_fix>>;

/// Turns the fixes that were suggested for the JSON text of a YAML request into those of the YAML; the others are left
/// out. The report is not yet relocated. `left` receives the findings that lose their fixes.
std::vector<translated_fixes> translate_fixes(report& r, const found_request& request, std::string_view yaml,
                                              std::vector<fix_conflict>* left) {
    const fix_translator translate(request, yaml);
    std::vector<translated_fixes> all;
    for (diagnostic& d : r.diagnostics) {
        translated_fixes& kept = all.emplace_back();
        for (const suggested_fix& f : d.fixes) {
            if (std::optional<suggested_fix> translated = translate(f)) kept.emplace_back(f, std::move(*translated));
        }
        if (left != nullptr && kept.empty() && !d.fixes.empty())
            left->push_back({d.rule, d.path, request.request.place_of(d.where.offset), no_fix_for_yaml});
        const auto old = request.old_booleans.find(d.path);
        if (old != request.old_booleans.end() && d.rule == built_in_rules::type_mismatch.id) {
            const std::string word = old->second ? "true" : "false";
            const suggested_fix f{
                false, "write " + word + ", as YAML 1.1 reads it", {{d.where.offset, d.where.length, word}}};
            kept.clear();
            if (std::optional<suggested_fix> translated = translate(f)) kept.emplace_back(f, std::move(*translated));
        }
        d.fixes.clear();
        for (const auto& [json, translated] : kept) d.fixes.push_back(translated);
    }
    return all;
}

/// A request's findings, with fixes of the YAML, and these beside those of its JSON text.
report check_yaml(const found_request& request, std::string_view yaml, const options& o, const report_filter& filter,
                  std::vector<fix_conflict>* left, std::vector<translated_fixes>& fixes) {
    if (!request.failure.empty()) return request.failure;
    const schema& s = schema_of(document_type::request);
    report r = s.read(request.request.json(), o);
    if (filter) filter(r);
    s.suggest(request.request.json(), r, o);
    fixes = translate_fixes(r, request, yaml, left);
    request.request.relocate(r);
    reword(r, request, o);
    return r;
}

bool is_same_json(const std::string& a, const std::string& b) {
    if (a == b) return true;
    boost::json::error_code ec;
    const boost::json::value parsed = boost::json::parse(a, ec);
    return !ec && parsed == boost::json::parse(b, ec) && !ec;
}

/// Edits of a text that do not touch each other.
class edit_set {
public:
    bool touches(const suggested_fix& f) const {
        return std::any_of(f.edits.begin(), f.edits.end(), [&](const text_edit& e) { return touches(e); });
    }
    void add(const suggested_fix& f) {
        for (const text_edit& e : f.edits) edits_.emplace(e.offset, e);
    }
    bool empty() const { return edits_.empty(); }
    std::string applied_to(std::string_view text) const {
        std::string out;
        std::size_t at = 0;
        for (const auto& [offset, e] : edits_) {
            out.append(text.substr(at, offset - at)).append(e.text);
            at = offset + e.length;
        }
        return out.append(text.substr(at));
    }

private:
    bool touches(const text_edit& e) const {
        const auto after = edits_.upper_bound(e.offset + e.length);
        if (after == edits_.begin()) return false;
        const text_edit& before = std::prev(after)->second;
        return before.offset + before.length >= e.offset;
    }

    std::map<std::size_t, text_edit> edits_;
};

bool is_removal(const suggested_fix& f) {
    return std::all_of(f.edits.begin(), f.edits.end(), [](const text_edit& e) { return e.text.empty(); });
}

/// The findings of a request's JSON text that no fix may bring: errors or, if fixes may change what is requested, keys
/// that come twice.
std::map<std::string_view, std::size_t> unwanted_in(const std::string& json, const options& o, fix_level level) {
    options all;
    all.beside = o.beside;
    all.needs_value = false;
    all.max_diagnostics = most_findings;
    std::map<std::string_view, std::size_t> counts;
    for (const diagnostic& d : schema_of(document_type::request).read(json, all)) {
        const bool is_unwanted =
            level == fix_level::safe ? d.severity == severity::error : d.rule == built_in_rules::duplicate_key.id;
        counts[d.rule] += is_unwanted ? 1U : 0U;
    }
    return counts;
}

/// Makes the fixes of a text in rounds. What a round makes of the YAML is read again: it must be what the same fixes
/// make of the JSON, without a new error, or the round is done again with fewer fixes.
class yaml_fixer {
public:
    yaml_fixer(const options& o, fix_level level, const report_filter& filter)
        : options_(o), level_(level), filter_(filter) {
        options_.max_diagnostics = most_findings;
    }

    fixed run(std::string_view yaml) {
        out_.text = yaml;
        std::size_t tries = std::clamp<std::size_t>(most_bytes / (yaml.size() + 1), 2 * most_rounds, 16 * most_rounds);
        std::size_t rounds = most_rounds;
        for (std::size_t most = no_limit;; --tries) {
            const found_requests found = requests_of_yaml(out_.text);
            choose(found.requests, tries == 0 || rounds == 0 ? 0 : most);
            if (chosen_.empty()) break;
            const char* const why_not = make(found.requests);
            if (why_not == nullptr) {
                --rounds;
            } else if (chosen_.size() == 1) {
                refused_.emplace(chosen_.front().of, why_not);
            } else {
                most = chosen_.size() / 2;
                continue;
            }
            most = no_limit;
        }
        return std::move(out_);
    }

private:
    static constexpr std::size_t most_rounds = 64;
    static constexpr std::size_t most_bytes = std::size_t{1} << 25;  ///< To be read in all rounds.
    static constexpr std::size_t no_limit = static_cast<std::size_t>(-1);

    /// A finding: the number of the request, the rule and the path.
    using name = std::tuple<std::size_t, std::string_view, std::string>;

    struct choice {
        name of;
        std::string description;
        std::optional<moved_member> moved;
    };

    /// Finds everything, and chooses fixes that do not touch.
    void choose(const std::vector<found_request>& requests, std::size_t most) {
        const bool is_first = given_.empty();
        out_.report = {};
        out_.conflicts.clear();
        chosen_.clear();
        yaml_ = {};
        json_.assign(requests.size(), {});
        for (std::size_t n = 0; n < requests.size(); ++n) {
            std::vector<fix_conflict> left;
            std::vector<translated_fixes> fixes;
            report r = check_yaml(requests[n], out_.text, options_, filter_, &left, fixes);
            for (std::size_t i = 0; i < fixes.size(); ++i) {
                diagnostic& d = r.diagnostics[i];
                name of(n, d.rule, d.path);
                if (is_first) given_.emplace(of, d.where);
                if (const auto refused = refused_.find(of); refused != refused_.end()) {
                    left.push_back({d.rule, d.path, d.where, refused->second});
                    d.fixes.clear();
                } else if (chosen_.size() < most) {
                    choose(requests[n], std::move(of), fixes[i]);
                }
            }
            for (fix_conflict& c : left) {
                const auto at = given_.find({n, c.rule, c.path});
                if (at != given_.end()) c.where = at->second;
                out_.conflicts.push_back(std::move(c));
            }
            for (std::size_t i = 0; i < 3; ++i) out_.report.counts[i] += r.counts[i];
            std::move(r.diagnostics.begin(), r.diagnostics.end(), std::back_inserter(out_.report.diagnostics));
        }
    }

    void choose(const found_request& request, name of, const translated_fixes& fixes) {
        const std::size_t n = std::get<0>(of);
        for (const auto& [json, yaml] : fixes) {
            if ((!json.safe && level_ == fix_level::safe) || json_[n].touches(json) || yaml_.touches(yaml)) continue;
            json_[n].add(json);
            yaml_.add(yaml);
            const bool is_moved = std::get<2>(of) == "/clientToken" && is_removal(json);
            chosen_.push_back(
                {std::move(of), json.description, is_moved ? moved(request, "clientToken") : std::nullopt});
            return;
        }
    }

    /// Keeps the value of a member that belongs into the query, for who sends the request.
    static std::optional<moved_member> moved(const found_request& request, const std::string& name) {
        const json_view value = json_view(request.request.json())[name];
        if (!value.is_set()) return std::nullopt;
        return moved_member{name, value.is_string() ? value.text() : std::string(value.json())};
    }

    /// Makes the chosen fixes; why not, if they would not make of the YAML what they should.
    const char* make(const std::vector<found_request>& before) {
        std::string text = yaml_.applied_to(out_.text);
        const found_requests after = requests_of_yaml(text);
        if (after.requests.size() != before.size()) return no_fix_for_yaml;
        for (std::size_t n = 0; n < before.size(); ++n) {
            const found_request& now = after.requests[n];
            if (now.failure.empty() != before[n].failure.empty()) return no_fix_for_yaml;
            if (!now.failure.empty()) continue;
            const std::string wanted = json_[n].applied_to(before[n].request.json());
            if (!is_same_json(now.request.json(), wanted)) return no_fix_for_yaml;
            if (!json_[n].empty() && is_worse(wanted, before[n].request.json())) return "its fix would bring an error";
        }
        out_.text = std::move(text);
        for (choice& c : chosen_) {
            out_.applied.push_back({std::get<1>(c.of), std::move(std::get<2>(c.of)), std::move(c.description)});
            if (c.moved) out_.moved.push_back(std::move(*c.moved));
        }
        return nullptr;
    }

    bool is_worse(const std::string& json, const std::string& before) const {
        const auto counts = unwanted_in(json, options_, level_);
        const auto counts_before = unwanted_in(before, options_, level_);
        return std::any_of(counts.begin(), counts.end(), [&](const auto& n) {
            const auto was = counts_before.find(n.first);
            return n.second > (was == counts_before.end() ? 0 : was->second);
        });
    }

    options options_;
    fix_level level_;
    const report_filter& filter_;
    fixed out_;
    std::map<name, place> given_;          ///< Where findings are in the text that was given.
    std::map<name, const char*> refused_;  ///< Findings whose fixes were not made, and why.
    // Of the round.
    std::vector<choice> chosen_;
    edit_set yaml_;
    std::vector<edit_set> json_;  ///< For each request.
};

}  // namespace

report check_yaml(const found_request& request, std::string_view yaml, const options& o) {
    std::vector<translated_fixes> fixes;
    return check_yaml(request, yaml, o, {}, nullptr, fixes);
}

secrets secrets_in_yaml(std::string_view yaml) {
    secrets hidden({}, *schema_of(document_type::request).catalog, false);
    hidden.hide(requests_of_yaml(yaml).secrets);
    return hidden;
}

fixed fix_yaml(std::string_view yaml, const options& o, fix_level level, const report_filter& filter) {
    return yaml_fixer(o, level, filter).run(yaml);
}

}  // namespace vouch::cli
