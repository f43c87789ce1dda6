// SPDX-License-Identifier: BSL-1.0
// Fixes of a request in YAML, from those of its JSON text: values that are replaced, and members and elements that are
// removed with their lines.
#include "frontend.hpp"
#include "json_view.hpp"
#include "schemas.hpp"
#include "yaml.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value_to.hpp>

#include <algorithm>
#include <iterator>
#include <optional>

namespace vouch::cli {
namespace {

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
    bool is_fixed_in_place(std::size_t offset) const {
        const auto& all = request_.fixed_in_place;
        return std::binary_search(all.begin(), all.end(), offset);
    }

    // Both append the edits of the YAML text; false if there are none that do the same.

    bool replace(const text_edit& e, std::vector<text_edit>& to) const {
        const place at = request_.request.place_of(e.offset);
        if (at.line == 0 || e.offset + e.length != end_of_json(json_, e.offset) || is_fixed_in_place(e.offset))
            return false;
        if (at.length == 0 || !is_valid_json(e.text)) return false;
        to.push_back({at.offset, at.length, yaml_of(e.text)});
        return true;
    }

    /// JSON is YAML, except for texts of two escapes for one character; texts that need no quotes have none.
    static std::string yaml_of(const std::string& json) {
        if (json.front() != '"') return json;
        return yaml_text(boost::json::value_to<std::string>(boost::json::parse(json)));
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
            if (first.line == 0 || last.line == 0 || last.offset < first.offset || is_fixed_in_place(value))
                return false;
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
            if (indent.empty()) indent = {};
        } else if (!is_member) {
            return {};
        }
        const std::size_t last = std::min(yaml_.find('\n', end), yaml_.size());
        std::string_view rest = yaml_.substr(end, last - end);
        rest.remove_prefix(std::min(rest.find_first_not_of(" \r"), rest.size()));
        if (!indent.empty() || (!rest.empty() && rest.front() != '#')) return {};
        return text_edit{first, std::min(last + 1, yaml_.size()) - first, {}};
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
    std::string quoted = "\"";
    for (const char c : text) {
        constexpr char digits[] = "0123456789abcdef";
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            quoted.append({'\\', c});
        else if (byte < 0x20 || byte == 0x7F)
            quoted.append({'\\', 'x', digits[byte >> 4], digits[byte & 0xF]});
        else
            quoted += c;
    }
    return quoted + "\"";
}

void translate_fixes(report& r, const found_request& request, std::string_view yaml, std::vector<fix_conflict>* left) {
    const fix_translator translate(request, yaml);
    for (diagnostic& d : r.diagnostics) {
        std::vector<suggested_fix> kept;
        for (const suggested_fix& f : d.fixes) {
            if (const std::optional<suggested_fix> translated = translate(f)) kept.push_back(*translated);
        }
        if (left != nullptr && kept.empty() && !d.fixes.empty())
            left->push_back({d.rule, d.path, request.request.place_of(d.where.offset), "its fix is not for YAML"});
        d.fixes = std::move(kept);
        const auto old = request.old_booleans.find(d.path);
        if (old == request.old_booleans.end() || d.rule != built_in_rules::type_mismatch.id) continue;
        const place at = request.request.place_of(d.where.offset);
        const std::string word = old->second ? "true" : "false";
        if (translate({false, {}, {{d.where.offset, d.where.length, word}}}))
            d.fixes = {{false, "write " + word + ", as YAML 1.1 reads it", {{at.offset, at.length, word}}}};
    }
}

report check_yaml(const found_request& request, std::string_view yaml, const options& o, const report_filter& filter,
                  std::vector<fix_conflict>* left) {
    if (!request.failure.empty()) return request.failure;
    const schema& s = schema_of(document_type::request);
    report r = s.read(request.request.json(), o);
    if (filter) filter(r);
    s.suggest(request.request.json(), r, o);
    translate_fixes(r, request, yaml, left);
    request.request.relocate(r);
    reword(r, request, o);
    return r;
}

namespace {

/// Adds the edits of a fix, unless they touch those of another one.
bool take(const suggested_fix& f, std::vector<text_edit>& all) {
    for (const text_edit& e : f.edits) {
        for (const text_edit& other : all) {
            if (e.offset <= other.offset + other.length && other.offset <= e.offset + e.length) return false;
        }
    }
    all.insert(all.end(), f.edits.begin(), f.edits.end());
    return !f.edits.empty();
}

bool is_removal(const suggested_fix& f) {
    return std::all_of(f.edits.begin(), f.edits.end(), [](const text_edit& e) { return e.text.empty(); });
}

/// Keeps the value of a member that belongs into the query, for who sends the request.
void hand_over(const std::string& name, const found_request& request, fixed& out) {
    const json_view value = json_view(request.request.json())[name];
    if (value.is_set()) out.moved.push_back({name, value.is_string() ? value.text() : std::string(value.json())});
}

void apply(std::string& text, std::vector<text_edit> edits) {
    std::sort(edits.begin(), edits.end(), [](const auto& a, const auto& b) { return a.offset > b.offset; });
    for (const text_edit& e : edits) text.replace(e.offset, e.length, e.text);
}

}  // namespace

secrets secrets_in_yaml(std::string_view yaml) {
    secrets hidden({}, *schema_of(document_type::request).catalog, false);
    hidden.hide(requests_of_yaml(yaml).secrets);
    return hidden;
}

fixed fix_yaml(std::string_view yaml, const options& o, fix_level level, const report_filter& filter) {
    constexpr std::size_t most_rounds = 64;
    constexpr std::size_t most_edits = 1000;  // In one round, since each is compared with all.
    fixed out;
    out.text = yaml;
    std::vector<fix_conflict> first;
    for (std::size_t round = 0;; ++round) {
        out.report = {};
        std::vector<fix_conflict> left;
        std::vector<text_edit> edits;
        for (const found_request& request : requests_of_yaml(out.text).requests) {
            report r = check_yaml(request, out.text, o, filter, &left);
            for (const diagnostic& d : r) {
                if (edits.size() >= most_edits || round == most_rounds) continue;
                for (const suggested_fix& f : d.fixes) {
                    if ((!f.safe && level == fix_level::safe) || !take(f, edits)) continue;
                    out.applied.push_back({d.rule, d.path, f.description});
                    if (d.path == "/clientToken" && is_removal(f)) hand_over("clientToken", request, out);
                    break;
                }
            }
            for (std::size_t i = 0; i < 3; ++i) out.report.counts[i] += r.counts[i];
            std::move(r.diagnostics.begin(), r.diagnostics.end(), std::back_inserter(out.report.diagnostics));
        }
        if (round == 0) first = left;
        if (edits.empty()) {
            // Those that no other fix has removed, where they are in the text that was given.
            std::erase_if(first, [&](const fix_conflict& c) {
                return std::none_of(left.begin(), left.end(),
                                    [&](const fix_conflict& l) { return l.rule == c.rule && l.path == c.path; });
            });
            out.conflicts = std::move(first);
            return out;
        }
        apply(out.text, std::move(edits));
    }
}

}  // namespace vouch::cli
