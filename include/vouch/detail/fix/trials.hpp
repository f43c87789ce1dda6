// SPDX-License-Identifier: BSL-1.0
// Finds out which fixes bring new errors, by making them in copies of the text.
#pragma once

#include <vouch/detail/fix/history.hpp>
#include <vouch/detail/fix/proposals.hpp>
#include <vouch/options.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace vouch::inline VOUCH_ABI::detail {

inline std::vector<text_edit> edits_of(const std::vector<proposal*>& fixes) {
    std::vector<text_edit> all;
    for (const proposal* p : fixes) all.insert(all.end(), p->fix.edits.begin(), p->fix.edits.end());
    return all;
}

/// The bytes that fixes edit.
class edited_bytes {
public:
    /// Adds those of a fix, unless one of them is taken.
    bool take(const suggested_fix& f) {
        const auto is_taken = [&](const text_edit& e) {
            if (ends_.empty() || ends_.rbegin()->second <= e.offset) return false;
            const auto after = ends_.lower_bound(e.offset + e.length);
            return after != ends_.begin() && std::prev(after)->second > e.offset;
        };
        if (std::any_of(f.edits.begin(), f.edits.end(), is_taken)) return false;
        for (const text_edit& e : f.edits) ends_.emplace_hint(ends_.end(), e.offset, e.offset + e.length);
        return true;
    }

private:
    std::map<std::size_t, std::size_t> ends_;  ///< Where edits begin, and where they end.
};

/// The options for reading what is fixed: the same rules, as many findings as memory allows, and no value.
inline options for_fixing(options o) {
    o.max_diagnostics = 400000;
    o.needs_value = false;
    return o;
}

/// Whether options report all rules, with the severities that the schema gives them.
inline bool reports_all(const options& o) { return o.select.empty() && o.ignore.empty() && o.severities.empty(); }

/// The pointer of the outermost element of a list or map that a pointer leads into; empty if there is none.
inline std::string element_at(const object_info& schema, std::string_view pointer) {
    const object_info* object = &schema;
    std::string_view rest = pointer;
    while (object != nullptr && !rest.empty()) {
        const field_info* const f = object->find(next_name(rest));
        if (f == nullptr) break;
        if (has_elements(f->kind)) {
            if (rest.empty()) break;
            next_name(rest);
            pointer.remove_suffix(rest.size());
            return std::string(pointer);
        }
        object = f->type->object;
    }
    return {};
}

/// The errors of a report.
class error_counts {
public:
    error_counts(const report& r, const object_info& schema) : total_(r.errors()) {
        std::size_t counted = 0;
        for (const diagnostic& d : r) {
            if (d.severity != severity::error) continue;
            ++counted;
            ++by_rule_[d.rule];
            ++by_element_[{element_at(schema, d.path), d.rule}];
        }
        complete_ = counted == total_;
    }

    [[nodiscard]] bool exceeds(const error_counts& before) const {
        if (!complete_ || !before.complete_) return total_ > before.total_;
        return std::any_of(by_rule_.begin(), by_rule_.end(),
                           [&](const auto& n) { return count_of(before.by_rule_, n.first) < n.second; });
    }
    /// The elements that have more errors of a rule than before.
    [[nodiscard]] std::set<std::string> worse_than(const error_counts& before) const {
        std::set<std::string> worse;
        if (!complete_ || !before.complete_) {
            if (total_ > before.total_) worse.emplace();
            return worse;
        }
        for (const auto& [of, count] : by_element_) {
            if (count_of(before.by_element_, of) < count) worse.insert(of.first);
        }
        return worse;
    }

private:
    template <class Map>
    static std::size_t count_of(const Map& counts, const typename Map::key_type& of) {
        const auto at = counts.find(of);
        return at == counts.end() ? 0 : at->second;
    }

    std::size_t total_;
    bool complete_ = true;  ///< Every error is counted below.
    std::map<std::string_view, std::size_t> by_rule_;
    /// By the element of a list in which they are, empty for those in none, and by rule.
    std::map<std::pair<std::string, std::string_view>, std::size_t> by_element_;
};

/// Trials of fixes of one text. Fixes in different elements of lists are tried together: an error that one of them
/// brings is found in its own element. So the number of trials does not grow with the text.
class trials {
public:
    using read_function = report (*)(std::string_view, const options&);

    /// The result of trying fixes: the findings, if the options report all rules, and the errors.
    struct trial {
        std::optional<report> found;
        error_counts errors;
    };

    /// `o` are options for fixing, `r` is a report of the text; `before` are its errors, if they are known.
    trials(std::string_view text, const object_info& schema, read_function read, const options& o, const report& r,
           std::optional<error_counts> before = {})
        : text_(text),
          schema_(schema),
          read_(read),
          all_(o),
          report_(r),
          left_(std::clamp<std::size_t>(most_bytes / (text.size() + 1), fewest, most)),
          before_(std::move(before)) {
        const auto add = [&](const rule_words& rule) {
            if (rule.severity == severity::error) errors_.push_back(rule.id);
        };
        for (const built_in_rules::built_in_rule& built_in : built_in_rules::all) add(*built_in.words);
        for_each_rule(schema, add);
        if (o.unknown == unknown_policy::error) errors_.push_back(built_in_rules::unknown_field.id);
        errors_only_ = all_;
        errors_only_.select = errors_;
        errors_only_.ignore = {};
        errors_only_.severities = {};
    }

    trials(const trials&) = delete;
    trials& operator=(const trials&) = delete;

    /// Whether each fix is safe: it may make a value count that did not count before, or take one away that was needed.
    /// One that could not be tried is not safe. What is null is absent for all rules: removing it needs no trial.
    void judge(std::vector<proposal>& found) {
        groups in_elements;
        groups removals;
        std::map<std::string, std::size_t> seen;  // The group for the next fix of an element.
        std::vector<proposal*> alone;
        for (proposal& p : found) {
            if (!p.fix.safe || report_[p.of].rule == built_in_rules::null_value.id) continue;
            std::string element = element_of(p);
            if (element.empty()) {
                alone.push_back(&p);
            } else if (p.removes_element) {
                std::size_t first = 0;
                removals.add(p, first);
            } else {
                in_elements.add(p, seen[std::move(element)]);
            }
        }
        for (const std::vector<proposal*>& group : removals.all) judge_removals(group);
        for (const std::vector<proposal*>& group : in_elements.all) judge_together(group);
        for (proposal* p : alone) judge_alone(*p);
    }

    /// Fixes that are safe alone may bring an error together. Takes those out whose element has a new one; if there is
    /// one in no element, the first fixes remain, as many as bring none. Returns the trial of what is left.
    std::optional<trial> keep_what_brings_none(std::vector<proposal*>& chosen) {
        while (!chosen.empty()) {
            trial after = try_together(chosen);
            if (!after.errors.exceeds(before())) return after;
            const std::set<std::string> worse = after.errors.worse_than(before());
            const auto brings = [&](const proposal* p) {
                const std::string element = element_of(*p);
                return !element.empty() && worse.contains(element);
            };
            if (std::erase_if(chosen, brings) == 0) chosen.resize(chosen.size() / 2);
        }
        return {};
    }

private:
    /// Fixes that are tried together, since they edit different bytes.
    struct groups {
        /// Adds a fix to a group from number `next` on, which becomes the one after it.
        void add(proposal& p, std::size_t& next) {
            while (next < all.size() && !taken[next].take(p.fix)) ++next;
            if (next == all.size()) {
                all.emplace_back();
                taken.emplace_back().take(p.fix);
            }
            all[next++].push_back(&p);
        }
        std::vector<std::vector<proposal*>> all;
        std::vector<edited_bytes> taken;
    };

    static constexpr std::size_t fewest = 4;
    static constexpr std::size_t most = 64;
    static constexpr std::size_t most_bytes = std::size_t{1} << 25;  ///< To be read in all trials of one text.

    void judge_together(const std::vector<proposal*>& group) {
        std::set<std::string> worse;
        const bool tried = left_ > 0;
        if (tried) {
            --left_;
            worse = errors_with(group).worse_than(before());
        }
        std::size_t within = 0;
        for (proposal* p : group) {
            const bool is_worse = worse.contains(element_of(*p));
            p->fix.safe = tried && !is_worse;
            within += is_worse ? 1U : 0U;
        }
        if (within == worse.size()) return;
        for (proposal* p : group) judge_alone(*p);
    }
    /// Removals of elements, which give others new indices: whose error one is cannot be told by them.
    void judge_removals(const std::vector<proposal*>& group) {
        if (group.size() > 1 && left_ > 0) {
            --left_;
            if (!errors_with(group).exceeds(before())) return;
        }
        for (proposal* p : group) judge_alone(*p);
    }
    void judge_alone(proposal& p) {
        p.fix.safe = left_ > 0 && !errors_with({&p}).exceeds(before());
        if (left_ > 0) --left_;
    }

    const error_counts& before() {
        if (!before_) before_ = errors(text_);
        return *before_;
    }
    [[nodiscard]] trial try_together(const std::vector<proposal*>& fixes) const {
        const std::string text = edit_history().edited(text_, edits_of(fixes));
        if (!reports_all(all_)) return {{}, errors(text)};
        report found = read_(text, all_);
        error_counts errors(found, schema_);
        return {std::move(found), std::move(errors)};
    }
    [[nodiscard]] error_counts errors_with(const std::vector<proposal*>& fixes) const {
        return errors(edit_history().edited(text_, edits_of(fixes)));
    }
    [[nodiscard]] error_counts errors(std::string_view text) const { return {read_(text, errors_only_), schema_}; }

    [[nodiscard]] std::string element_of(const proposal& p) const { return element_at(schema_, report_[p.of].path); }

    std::string_view text_;
    const object_info& schema_;
    read_function read_;
    std::vector<std::string_view> errors_;  ///< The rules that are errors.
    const options& all_;                    ///< To report all findings.
    options errors_only_;
    const report& report_;
    std::size_t left_;  ///< Trials that may still be made.
    std::optional<error_counts> before_;
};

}  // namespace vouch::detail
