// SPDX-License-Identifier: BSL-1.0
// Makes fixes of a text, again and again until none is left, and finds out which of them are safe.
#pragma once

#include <vouch/detail/fix/proposals.hpp>
#include <vouch/options.hpp>

#include <map>

namespace vouch::detail {

/// A text with edits made; they do not overlap.
inline std::string edited(std::string_view text, std::vector<edit> edits) {
    std::sort(edits.begin(), edits.end(), [](const edit& a, const edit& b) { return a.offset < b.offset; });
    std::string out;
    std::size_t at = 0;
    for (const edit& e : edits) {
        out += text.substr(at, e.offset - at);
        out += e.text;
        at = e.offset + e.length;
    }
    out += text.substr(at);
    return out;
}

/// Fixes a text; `read` gives the report of one.
class fixer {
public:
    using read_function = report (*)(std::string_view, const options&);

    fixer(const object_info& schema, read_function read, const options& o, report_filter filter)
        : schema_(schema), read_(read), options_(o), all_(o), strict_(o), filter_(std::move(filter)) {
        all_.max_diagnostics = most_findings;
        strict_ = all_;
        strict_.select = {};
        strict_.ignore = {};
        strict_.severities = {};
    }

    /// The fixes of a report; whether they are safe is known.
    std::vector<proposal> propose(std::string_view text, const report& r, std::vector<fix_conflict>& conflicts) const {
        if (!is_json(r) || r.empty()) return {};
        std::vector<proposal> found = proposer(text, schema_).all(r, conflicts);
        std::optional<error_counts> before;
        std::size_t trials = 0;
        for (proposal& p : found) {
            if (!p.reveals || !p.fix.safe) continue;
            if (!before) before = errors(text);
            p.fix.safe = ++trials <= max_trials && brings_none(text, *before, {&p});
        }
        return found;
    }

    [[nodiscard]] fixed run(std::string_view text, fix_level level) const {
        fixed f{std::string(text), {}, {}, {}, {}};
        report found = findings(f.text, all_);
        for (std::size_t round = 0; round < max_rounds; ++round) {
            f.conflicts.clear();
            std::vector<proposal> proposals = propose(f.text, found, f.conflicts);
            std::vector<proposal*> chosen = choose(proposals, level);
            if (level == fix_level::safe && !chosen.empty()) keep_what_brings_none(f.text, chosen);
            if (chosen.empty()) break;
            std::string next = edited(f.text, edits_of(chosen));
            for (proposal* p : chosen) {
                const diagnostic& d = found[p->of];
                f.applied.push_back({d.rule, d.path, std::move(p->fix.description)});
                if (p->moved) f.moved.push_back(std::move(*p->moved));
            }
            f.text = std::move(next);
            found = findings(f.text, all_);
        }
        f.report = findings(f.text, options_);
        attach(f.text, f.report);
        return f;
    }

    void attach(std::string_view text, report& r) const {
        std::vector<fix_conflict> conflicts;
        for (proposal& p : propose(text, r, conflicts)) r.diagnostics[p.of].fixes.push_back(std::move(p.fix));
    }

private:
    static constexpr std::size_t max_rounds = 64;
    static constexpr std::size_t max_trials = 64;  ///< Readings of the whole text to find out which fixes are safe.
    static constexpr std::size_t most_findings = 100000;
    using error_counts = std::map<std::string_view, std::size_t>;

    [[nodiscard]] report findings(std::string_view text, const options& o) const {
        report r = read_(text, o);
        if (filter_) filter_(r);
        return r;
    }

    [[nodiscard]] error_counts errors(std::string_view text) const {
        error_counts n;
        for (const diagnostic& d : read_(text, strict_)) {
            if (d.severity == severity::error) ++n[d.rule];
        }
        return n;
    }

    [[nodiscard]] bool brings_none(std::string_view text, const error_counts& before,
                                   const std::vector<proposal*>& made) const {
        for (const auto& [rule, count] : errors(edited(text, edits_of(made)))) {
            const auto was = before.find(rule);
            if (was == before.end() || was->second < count) return false;
        }
        return true;
    }

    /// Fixes that are safe alone may bring an error together: then the first ones of them, as many as bring none.
    void keep_what_brings_none(std::string_view text, std::vector<proposal*>& chosen) const {
        const error_counts before = errors(text);
        while (!chosen.empty() && !brings_none(text, before, chosen)) chosen.resize(chosen.size() / 2);
    }

    /// The fixes to make now: in order, without those that touch bytes of one before.
    static std::vector<proposal*> choose(std::vector<proposal>& found, fix_level level) {
        std::vector<proposal*> chosen;
        std::map<std::size_t, std::size_t> taken;  // Where bytes begin that a fix touches, and where they end.
        const auto is_taken = [&](const edit& e) {
            const auto after = taken.lower_bound(e.offset + e.length);
            return after != taken.begin() && std::prev(after)->second > e.offset;
        };
        for (proposal& p : found) {
            if (!p.fix.safe && level == fix_level::safe) continue;
            if (std::any_of(p.fix.edits.begin(), p.fix.edits.end(), is_taken)) continue;
            for (const edit& e : p.fix.edits) taken.emplace(e.offset, e.offset + e.length);
            chosen.push_back(&p);
        }
        return chosen;
    }

    static std::vector<edit> edits_of(const std::vector<proposal*>& made) {
        std::vector<edit> all;
        for (const proposal* p : made) all.insert(all.end(), p->fix.edits.begin(), p->fix.edits.end());
        return all;
    }

    const object_info& schema_;
    read_function read_;
    const options& options_;
    options all_;
    options strict_;
    report_filter filter_;
};

}  // namespace vouch::detail
