// SPDX-License-Identifier: BSL-1.0
// Requests in YAML: the core schema of YAML 1.2.
#include "yaml.hpp"

#include "frontend.hpp"
#include "line_table.hpp"
#include "schemas.hpp"
#include "text.hpp"

#include <vouch/listing.hpp>
#include <vouch/render/secrets.hpp>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <functional>
#include <map>
#include <set>

namespace vouch::cli {
namespace {

constexpr std::string_view digits = "0123456789";
constexpr std::string_view core = "tag:yaml.org,2002:";
constexpr char infinity[] = "1e999";                  // Too large for any number.
constexpr char too_large[] = "99999999999999999999";  // Too large for any integer.

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

/// Takes digits off the beginning of a text.
std::string_view take_digits(std::string_view& text) {
    const std::string_view taken = text.substr(0, std::min(text.find_first_not_of(digits), text.size()));
    text.remove_prefix(taken.size());
    return taken;
}

/// The decimal digits of an integer in base 8 or 16; those of one that is too large for 64 bits are too large as well.
std::string in_decimal(std::string_view text, int base) {
    std::uint64_t v = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), v, base);
    if (error == std::errc::result_out_of_range) return too_large;
    return error == std::errc() && end == text.data() + text.size() ? std::to_string(v) : std::string();
}

}  // namespace

std::string yaml_number(std::string_view text) {
    if (text.starts_with("0o")) return in_decimal(text.substr(2), 8);
    if (text.starts_with("0x")) return in_decimal(text.substr(2), 16);
    std::string out = text.starts_with('-') ? "-" : "";
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    if (is_one_of(text, {".inf", ".Inf", ".INF"})) return out + infinity;
    std::string_view whole = take_digits(text);
    std::string_view fraction;
    const bool has_point = text.starts_with('.');
    if (has_point) {
        text.remove_prefix(1);
        fraction = take_digits(text);
    }
    if (whole.empty() && fraction.empty()) return {};
    whole.remove_prefix(std::min(whole.find_first_not_of('0'), whole.size()));
    out += whole.empty() ? "0" : whole;
    if (!fraction.empty()) out.append(".").append(fraction);
    if (text.empty()) return out;
    if (text.front() != 'e' && text.front() != 'E') return {};
    text.remove_prefix(1);
    out += 'e';
    if (text.starts_with('-') || text.starts_with('+')) {
        out += text.front();
        text.remove_prefix(1);
    }
    const std::string_view exponent = take_digits(text);
    if (exponent.empty() || !text.empty()) return {};
    return out.append(exponent);
}

yaml_type yaml_type_of(const yaml_node& n) {
    std::string_view tag = n.tag;
    if (tag.starts_with(core)) tag.remove_prefix(core.size());
    if (tag == "str" || (tag.empty() ? !n.plain : tag == "!")) return yaml_type::text;
    if (is_one_of(n.text, {"", "~", "null", "Null", "NULL"}) && (tag.empty() || tag == "null")) return yaml_type::null;
    if (is_one_of(n.text, {"true", "True", "TRUE", "false", "False", "FALSE"}) && (tag.empty() || tag == "bool"))
        return yaml_type::boolean;
    if (tag.empty() || tag == "int" || tag == "float") {
        if (is_one_of(n.text, {".nan", ".NaN", ".NAN"}) || !yaml_number(n.text).empty()) return yaml_type::number;
    }
    return tag.empty() ? yaml_type::text : yaml_type::wrong;
}

bool is_old_boolean(std::string_view text, bool& value) {
    value = is_one_of(text, {"yes", "Yes", "YES", "on", "On", "ON", "y", "Y"});
    return value || is_one_of(text, {"no", "No", "NO", "off", "Off", "OFF", "n", "N"});
}

namespace {

bool is_old_octal(std::string_view text) {
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    return text.size() > 1 && text.front() == '0' && text.find_first_not_of("01234567") == std::string_view::npos;
}

/// Whether the field at a pointer is a boolean; there are none in lists.
bool is_boolean(const std::string& pointer) {
    static const std::set<std::string> booleans = [] {
        std::set<std::string> all;
        for (const listed_field& f : fields_of(*schema_of(document_type::request).catalog)) {
            if (f.field->kind == kind::boolean) all.insert(f.pointer);
        }
        return all;
    }();
    return booleans.count(pointer) != 0;
}

class yaml_teller {
public:
    yaml_teller(const yaml_stream& stream, const line_table& lines, const secrets& names)
        : nodes_(stream.nodes), lines_(lines), names_(names) {}

    found_request run(const yaml_document& d) {
        if (d.mistake.words.empty()) tell(d.root, 1);
        const yaml_mistake& mistake = d.mistake.words.empty() ? mistake_ : d.mistake;
        if (!mistake.words.empty()) fail(mistake);
        for (const std::size_t n : secret_nodes_) {
            const std::vector<std::string>& pointers = told_as_[n];
            out_.hidden.insert(out_.hidden.end(), pointers.begin(), pointers.end());
        }
        std::sort(out_.hidden.begin(), out_.hidden.end());
        for (const octal& o : octals_) add_note(o);
        return std::move(out_);
    }

private:
    static constexpr std::size_t most_replayed = 10'000;
    static constexpr std::size_t most_replayed_bytes = std::size_t{1} << 20;

    void fail(const yaml_mistake& mistake) {
        diagnostic d;
        const rule_words& rule = *mistake.rule;
        d.rule = rule.id;
        d.basis = rule.source.basis;
        const bool is_syntax = rule.id == built_in_rules::json_syntax.id;
        d.message = is_syntax ? "not valid YAML" : rule.message;
        if (rule.id != built_in_rules::nesting_too_deep.id) d.message += ": " + mistake.words;
        d.help = is_syntax ? rule.help : "requests are small: check that this is the right file";
        d.where = lines_.at(mistake.offset, 0);
        out_.failure.counts[static_cast<std::size_t>(d.severity)] = 1;
        out_.failure.diagnostics.push_back(std::move(d));
    }

    /// A number that YAML 1.1 reads as another one.
    struct octal {
        std::size_t node;
        std::size_t line;
        bool is_secret;
    };
    void add_note(const octal& o) {
        std::string note = "line " + std::to_string(o.line) + ": ";
        append_shown(note, o.is_secret || secret_nodes_.count(o.node) != 0 ? "a secret" : nodes_[o.node].text, 60);
        out_.notes.push_back(note + " is read as a decimal number; YAML 1.1 tools take it for an octal one");
    }

    void mistake(std::string words, std::size_t offset, const rule_words& rule = built_in_rules::json_syntax) {
        if (mistake_.words.empty()) mistake_ = {std::move(words), offset, &rule};
    }

    place place_of(const yaml_node& n) const { return lines_.at(n.offset, n.length); }
    document& to() { return out_.request; }

    /// The number of the node itself, or of what an alias means.
    std::size_t target(std::size_t n) const {
        for (std::size_t i = 0; i < most_replayed && nodes_[n].is == yaml_node::type::alias; ++i) n = nodes_[n].target;
        return n;
    }
    const yaml_node& resolved(std::size_t n) const { return nodes_[target(n)]; }

    /// Whether something is kept for the current pointer; one that is long is not that of a field.
    bool is_pointer_kept() const { return pointer_.size() <= 1000; }

    bool replays_too_much(std::size_t offset, std::size_t size = 0) {
        if (replaying_ == 0) return false;
        replayed_bytes_ += size;
        if (++replayed_ <= most_replayed && replayed_bytes_ <= most_replayed_bytes) return false;
        mistake("its aliases stand for too many values", offset, built_in_rules::document_too_large);
        return true;
    }

    /// For a key, whose text counts, but which is no value.
    bool repeats_too_much(std::size_t n, const yaml_node& key) {
        if (replaying_ == 0 && nodes_[n].is != yaml_node::type::alias) return false;
        replayed_bytes_ += key.text.size();
        if (replayed_bytes_ <= most_replayed_bytes) return false;
        mistake("its aliases stand for too much text", nodes_[n].offset, built_in_rules::document_too_large);
        return true;
    }

    void tell(std::size_t n, std::size_t depth) {
        const bool is_alias = nodes_[n].is == yaml_node::type::alias;
        if (is_alias && is_pointer_kept()) out_.aliases[pointer_] = place_of(nodes_[n]);
        replaying_ += is_alias ? 1U : 0U;
        const yaml_node& node = resolved(n);
        if (is_secret_) out_.secrets.push_back(place_of(node));
        shared_ += is_alias || node.is_shared ? 1U : 0U;
        if (shared_ > 0 && node.is == yaml_node::type::scalar) keep_if_secret(target(n));
        keep_in_place();
        // The engine says so where nesting is too deep; what is deeper does not matter.
        if (replays_too_much(nodes_[n].offset, node.text.size()) || !mistake_.words.empty() || depth > deepest_yaml + 1)
            to().null(place_of(node));
        else if (node.is == yaml_node::type::scalar)
            scalar(node);
        else if (node.is == yaml_node::type::list)
            list(node, depth);
        else
            map(node, depth);
        shared_ -= is_alias || node.is_shared ? 1U : 0U;
        replaying_ -= is_alias ? 1U : 0U;
    }

    /// For a scalar that may stand in several places: it is secret in all of them, if it is in one.
    void keep_if_secret(std::size_t n) {
        if (is_pointer_kept()) told_as_[n].push_back(pointer_);
        if (is_secret_) secret_nodes_.insert(n);
    }

    /// What aliases repeat stays as it is, since it is not for one value alone: the value or key that is told next.
    void keep_in_place() {
        const std::string& json = to().json();
        const bool is_first = json.empty() || json.back() == '{' || json.back() == '[' || json.back() == ':';
        if (shared_ > 0) out_.fixed_in_place.push_back(json.size() + (is_first ? 0U : 1U));
    }

    void list(const yaml_node& n, std::size_t depth) {
        check_tag(n, "tag:yaml.org,2002:seq");
        to().begin_array(place_of(n));
        std::size_t i = 0;
        for (const std::size_t child : n.children) {
            const std::size_t size = pointer_.size();
            pointer_.append("/").append(std::to_string(i++));
            tell(child, depth + 1);
            pointer_.resize(size);
        }
        to().end_array();
    }

    void map(const yaml_node& n, std::size_t depth) {
        check_tag(n, "tag:yaml.org,2002:map");
        to().begin_object(place_of(n));
        std::set<std::string> seen;
        std::vector<std::size_t> merged;
        for (std::size_t i = 0; i + 1 < n.children.size(); i += 2) {
            const yaml_node& key = resolved(n.children[i]);
            if (key.is != yaml_node::type::scalar) {
                mistake("a key must be a text", key.offset);
            } else if (!key.tag.empty() && key.tag != "!" && !key.tag.starts_with(core)) {
                unknown_tag(key);
            } else if (key.plain && key.text == "<<") {
                merged.push_back(n.children[i + 1]);
            } else if (!repeats_too_much(n.children[i], key)) {
                seen.insert(key.text);
                member(key, n.children[i + 1], depth);
            }
        }
        for (const std::size_t m : merged) merge(m, seen, depth);
        to().end_object();
    }

    /// `alias` stands for a map with the member, if it is not there itself.
    void member(const yaml_node& key, std::size_t value, std::size_t depth, const yaml_node* alias = nullptr) {
        const bool was_secret = is_secret_;
        is_secret_ = is_secret_ || names_.is_secret_name(key.text);
        const std::size_t size = pointer_.size();
        pointer_ += '/';
        for (const char c : key.text) pointer_ += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
        if (alias != nullptr && is_pointer_kept()) out_.aliases[pointer_] = place_of(*alias);
        shared_ += key.is_shared ? 1U : 0U;
        keep_in_place();
        to().key(key.text, place_of(key));
        shared_ -= key.is_shared ? 1U : 0U;
        tell(value, depth + 1);
        pointer_.resize(size);
        is_secret_ = was_secret;
    }

    /// Adds the members of a map, or of each map of a list, that are not there yet.
    void merge(std::size_t from, std::set<std::string>& seen, std::size_t depth) {
        const bool is_alias = nodes_[from].is == yaml_node::type::alias;
        const yaml_node& n = resolved(from);
        replaying_ += is_alias ? 1U : 0U;
        ++shared_;
        if (depth > deepest_yaml + 1 || replays_too_much(n.offset)) {
            // Nothing more is told.
        } else if (n.is == yaml_node::type::list) {
            for (const std::size_t child : n.children) merge(child, seen, depth + 1);
        } else if (n.is == yaml_node::type::map) {
            std::vector<std::size_t> inner;
            for (std::size_t i = 0; i + 1 < n.children.size(); i += 2) {
                const yaml_node& key = resolved(n.children[i]);
                if (key.is != yaml_node::type::scalar)
                    mistake("a key must be a text", key.offset);
                else if (key.plain && key.text == "<<")
                    inner.push_back(n.children[i + 1]);
                else if (!repeats_too_much(n.children[i], key) && seen.insert(key.text).second)
                    member(key, n.children[i + 1], depth, is_alias ? &nodes_[from] : nullptr);
            }
            for (const std::size_t m : inner) merge(m, seen, depth + 1);
        } else {
            mistake("<< merges maps, and this is none", nodes_[from].offset);
        }
        --shared_;
        replaying_ -= is_alias ? 1U : 0U;
    }

    void check_tag(const yaml_node& n, std::string_view allowed) {
        if (!n.tag.empty() && n.tag != allowed && n.tag != "!") unknown_tag(n);
    }
    void unknown_tag(const yaml_node& n) {
        const bool is_core = n.tag.starts_with(core);
        std::string words = "the tag ";
        if (is_secret_) {
            words += "of a secret";
        } else {
            words += is_core ? "!!" : "";
            append_shown(words, std::string_view(n.tag).substr(is_core ? core.size() : 0), 60);
        }
        words += is_core ? " does not fit this value" : " means nothing in a request";
        mistake(std::move(words), n.offset);
    }

    void scalar(const yaml_node& n) {
        const place where = place_of(n);
        switch (yaml_type_of(n)) {
        case yaml_type::null: return to().null(where);
        case yaml_type::boolean: return to().boolean(n.text.front() == 't' || n.text.front() == 'T', where);
        case yaml_type::number: return number(n, where);
        case yaml_type::wrong: unknown_tag(n); break;
        case yaml_type::text: break;
        }
        bool value = false;
        if (n.plain && is_old_boolean(n.text, value) && is_boolean(pointer_)) {
            out_.helps[std::string(built_in_rules::type_mismatch.id) + " " + pointer_] =
                std::string("YAML 1.1 tools read this as ") + (value ? "true" : "false") + ": write " +
                (value ? "true" : "false");
            out_.old_booleans[pointer_] = value;
        }
        to().string(n.text, where);
    }

    void number(const yaml_node& n, const place& where) {
        const std::string json = yaml_number(n.text);
        if (is_old_octal(n.text))
            octals_.push_back({static_cast<std::size_t>(&n - nodes_.data()), where.line, is_secret_});
        const std::string told = json.empty() ? infinity : json;
        const bool is_based = n.text.starts_with("0x") || n.text.starts_with("0o");
        if ((told.ends_with(infinity) || (is_based && told == too_large)) && is_pointer_kept())
            out_.retold[pointer_] = {told, n.text};
        to().number(told, where);
    }

    const std::vector<yaml_node>& nodes_;
    const line_table& lines_;
    const secrets& names_;
    found_request out_;
    std::string pointer_;
    bool is_secret_ = false;
    std::size_t shared_ = 0;     ///< Open aliases, and nodes that aliases mean.
    std::size_t replaying_ = 0;  ///< Open aliases.
    std::size_t replayed_ = 0;
    std::size_t replayed_bytes_ = 0;
    yaml_mistake mistake_;
    std::map<std::size_t, std::vector<std::string>> told_as_;  ///< Pointers of scalars that aliases mean, or hold.
    std::set<std::size_t> secret_nodes_;                       ///< Those of them that are secrets somewhere.
    std::vector<octal> octals_;
};

/// In place of helps that speak of JSON.
void help_with_root(found_request& request) {
    for (const rule_words& r : {built_in_rules::body_missing, built_in_rules::type_mismatch})
        request.helps[std::string(r.id) + " "] = "write its fields as lines of NAME: VALUE";
}

/// The places of texts and comments that may contain secrets.
std::vector<place> secrets_of(const yaml_stream& stream, std::string_view text, const secrets& names) {
    std::vector<place> found;
    const auto may_hold_key = [&](std::string_view part) {
        return part.find_first_of(":=") != std::string_view::npos && names.may_be_in(part);
    };
    for (const yaml_node& n : stream.nodes) {
        if (n.is == yaml_node::type::scalar && may_hold_key(n.text)) found.push_back({n.offset, n.length, 0, 0});
    }
    for (std::size_t at = text.find('#'); at != std::string_view::npos; at = text.find('#', at)) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (may_hold_key(text.substr(at, end - at))) found.push_back({at, end - at, 0, 0});
        at = end;
    }
    return found;
}

}  // namespace

found_requests requests_of_yaml(std::string_view text) {
    found_requests out;
    out.shows_all = true;
    if (text.size() > options().max_size) {
        out.failure = "it is too large";
        return out;
    }
    const yaml_stream stream = read_yaml(text);
    const line_table lines(text);
    const secrets names({}, *schema_of(document_type::request).catalog, false);
    out.secrets = secrets_of(stream, text, names);
    if (begins_like_plan(text)) out.secrets.push_back({0, text.size(), 0, 0});
    bool has_failed = false;
    for (const yaml_document& d : stream.documents) {
        found_request request = yaml_teller(stream, lines, names).run(d);
        out.secrets.insert(out.secrets.end(), request.secrets.begin(), request.secrets.end());
        has_failed = has_failed || !request.failure.empty();
        if (stream.documents.size() > 1) request.number = out.requests.size() + 1;
        out.requests.push_back(std::move(request));
    }
    if (has_failed && names.may_be_in(text)) out.secrets.push_back({0, text.size(), 0, 0});
    if (out.requests.empty()) {
        out.requests.emplace_back();
        out.requests.back().request.null({0, 0, 1, 1});
    }
    for (found_request& request : out.requests) help_with_root(request);
    return out;
}

}  // namespace vouch::cli
