// SPDX-License-Identifier: BSL-1.0
// Properties of the examples of rules, in any valid document: a breaking patch brings the finding of its rule, a
// mending patch takes it away, and all else that comes or goes is of a rule that reads a member that was changed.
#include <vouch/export/example.hpp>

#include <apsaramq/examples.hpp>

#include "../catch.hpp"
#include "../found.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace {

namespace json = boost::json;
using strings = std::set<std::string>;

/// "rule path" of each finding.
template <class T>
strings findings(const json::value& document) {
    const std::vector<std::string> all = ids(vouch::read<T>(document).report);
    return {all.begin(), all.end()};
}

/// A pointer with `*` for the indices of elements.
std::string with_stars(std::string_view pointer) {
    std::string out;
    while (!pointer.empty()) {
        const std::string name = vouch::detail::next_name(pointer);
        out += name.find_first_not_of("0123456789") == std::string::npos ? "/*" : "/" + name;
    }
    return out;
}

/// What each rule reads to report each of its places, as its clauses say. The rules of notes and the built-in ones read
/// their place.
class readings {
public:
    explicit readings(const vouch::object_info& root) {
        add(root, {});
        vouch::for_each_field(root, [&](const vouch::field_info& f, const std::string& pointer) {
            if (const vouch::object_info* const within = vouch::object_within(f))
                add(*within, f.kind == vouch::kind::list ? pointer + "/*" : pointer);
        });
    }

    /// The members that are read for a finding, given as "rule path".
    [[nodiscard]] strings of(const std::string& finding) const {
        const std::size_t space = finding.find(' ');
        const std::string place = with_stars(finding.substr(space + 1));
        const auto at = all_.find(finding.substr(0, space) + " " + place);
        return at == all_.end() ? strings{place} : at->second;
    }

private:
    void add(const vouch::object_info& o, const std::string& pointer) {
        using test = vouch::clause::test;
        for (const vouch::rule_row& r : o.rules) {
            for (const vouch::clause& c : r.clauses) {
                std::string place = pointer + o.pointer_to(c.place);
                if (c.kind == test::each || c.kind == test::unique) place += "/*";
                if (c.member != 0) place += vouch::object_within(*o.cells[c.place].field)->pointer_to(c.member);
                strings& reads = all_[std::string(r.words.id) + " " + place];
                if (c.kind != test::report && c.kind != test::satisfies) reads.insert(place);
                for (const vouch::condition& when : c.when) reads.insert(pointer + o.pointer_to(when.slot));
                for (const std::uint16_t slot : c.reads) reads.insert(pointer + o.pointer_to(slot));
            }
        }
    }

    std::map<std::string, strings> all_;
};

/// The members in which two documents differ: those of objects one by one, lists as a whole.
void append_changes(strings& to, const json::value* a, const json::value* b, const std::string& pointer = {}) {
    const auto is_object_or_absent = [](const json::value* v) { return v == nullptr || v->is_object(); };
    if (a != nullptr && b != nullptr && *a == *b) return;
    if (!is_object_or_absent(a) || !is_object_or_absent(b)) return void(to.insert(pointer));
    const auto member = [](const json::value* of, json::string_view name) {
        return of == nullptr ? nullptr : of->get_object().if_contains(name);
    };
    for (const json::value* const of : {a, b}) {
        if (of == nullptr) continue;
        for (const json::key_value_pair& m : of->get_object())
            append_changes(to, member(a, m.key()), member(b, m.key()), pointer + "/" + std::string(m.key()));
    }
}
strings changes(const json::value& a, const json::value& b) {
    strings out;
    append_changes(out, &a, &b);
    return out;
}

/// Whether one of some members was changed, or is in one that was.
bool is_any_changed(const strings& members, const strings& changed) {
    return std::any_of(members.begin(), members.end(), [&](const std::string& m) {
        return std::any_of(changed.begin(), changed.end(),
                           [&](const std::string& c) { return m == c || m.starts_with(c + "/"); });
    });
}

/// Each finding that came or went with a change must be of a rule that reads what was changed.
template <class T>
void check_change(const json::value& before, const json::value& after, const readings& reads) {
    const strings changed = changes(before, after);
    const strings was = findings<T>(before);
    const strings is = findings<T>(after);
    strings different;
    std::set_symmetric_difference(was.begin(), was.end(), is.begin(), is.end(),
                                  std::inserter(different, different.end()));
    for (const std::string& finding : different) {
        if (is_any_changed(reads.of(finding), changed)) continue;
        INFO(json::serialize(before));
        FAIL_CHECK(finding << ", with " << json::serialize(after));
    }
}

/// The example of a rule: its patches, a document that breaks the rule, and what the rule reports about that.
struct example {
    std::string rule;
    json::value breaking;
    json::value mending;  ///< Null if the rule needs none.
    json::value document;
    strings findings;
};

/// The findings of one rule.
strings findings_of(const std::string& rule, const strings& all) {
    strings out;
    for (const std::string& finding : all) {
        if (finding.starts_with(rule + " ")) out.insert(finding);
    }
    return out;
}

template <class T>
std::vector<example> examples() {
    std::vector<example> out;
    for (const vouch::rule_example_patches& e : examples_of(vouch::of<T>{})) {
        example& x = out.emplace_back();
        x.rule = e.rule;
        x.breaking = json::parse(e.broken_by);
        if (!e.fixed_by.empty()) x.mending = json::parse(e.fixed_by);
        x.document = json::parse(vouch::example_of<T>(e.rule)->broken);
        x.findings = findings_of(x.rule, findings<T>(x.document));
    }
    return out;
}

/// Breaks and mends a rule in a document. Whether the rule had to be broken: if the document then is like the example
/// in all that the rule reads.
template <class T>
bool check_example(const json::value& base, const example& e, const readings& reads) {
    INFO(e.rule);
    json::value broken = base;
    vouch::detail::merge_patch(broken, e.breaking);
    check_change<T>(base, broken, reads);
    const strings others = changes(e.document, broken);
    const strings found = findings<T>(broken);
    bool is_broken = false;
    for (const std::string& finding : e.findings) {
        if (is_any_changed(reads.of(finding), others)) continue;
        is_broken = true;
        INFO(json::serialize(broken));
        CHECK(found.count(finding) == 1);
    }
    if (e.mending.is_null()) return is_broken;
    json::value mended = broken;
    vouch::detail::merge_patch(mended, e.mending);
    check_change<T>(broken, mended, reads);
    INFO(json::serialize(mended));
    if (is_broken) CHECK(findings_of(e.rule, findings<T>(mended)).empty());
    return is_broken;
}

/// Does so with every rule and some random documents. Each rule must be broken in at least some of them. Calls `f` with
/// each document.
template <class T, class F>
void check_examples(std::uint64_t documents, std::size_t least, F f) {
    const readings reads(vouch::catalog_of<T>());
    const std::vector<example> all = examples<T>();
    std::map<std::string, std::size_t> broken;
    for (std::uint64_t seed = 0; seed < documents; ++seed) {
        const json::value base = vouch::to_value(vouch::sample<T>(seed));
        f(base);
        for (const example& e : all) broken[e.rule] += check_example<T>(base, e, reads) ? 1U : 0U;
    }
    for (const auto& [rule, n] : broken) {
        INFO(rule);
        CHECK(n >= least);
    }
}

}  // namespace

TEST_CASE("breaking a rule of requests brings its finding, and only what follows", "[properties][breaking]") {
    strings shapes;
    check_examples<apsaramq::CreateInstanceRequest>(120, 40, [&](const json::value& base) {
        shapes.insert(json::serialize(base.at("seriesCode")) + json::serialize(base.at("paymentType")));
    });
    CHECK(shapes.size() == 5 * 2);
}

TEST_CASE("breaking a rule of responses brings its finding, and only what follows", "[properties][breaking]") {
    check_examples<apsaramq::CreateInstanceResponse>(60, 10, [](const json::value&) {});
}
