// SPDX-License-Identifier: BSL-1.0
// Makes fixes of a text, again and again until none is left.
#pragma once

#include <vouch/detail/fix/trials.hpp>
#include <vouch/detail/json/place_finder.hpp>

#include <set>

namespace vouch::inline VOUCH_ABI::detail {

/// Fixes a text; `read` gives the report of one.
class fixer {
public:
    fixer(const object_info& schema, trials::read_function read, const options& o, report_filter filter)
        : schema_(schema), read_(read), options_(o), all_(for_fixing(o)), filter_(std::move(filter)) {}

    [[nodiscard]] fixed run(std::string_view text, fix_level level) const {
        fixed f{std::string(text), {}, {}, {}, {}};
        edit_history history;
        std::optional<trials::trial> tried;  // The trial that the current text has passed.
        std::set<std::string> rivals;
        bool reported = false;
        for (std::size_t round = 0; round < max_rounds; ++round) {
            f.conflicts.clear();
            report found = tried && tried->found ? std::move(*tried->found) : read_(f.text, all_);
            std::optional<error_counts> errors;
            if (tried)
                errors = std::move(tried->errors);
            else if (reports_all(all_))
                errors.emplace(found, schema_);
            const bool is_final = is_what_options_ask_for(found);
            if (filter_) filter_(found);
            trials of_text(f.text, schema_, read_, all_, found, std::move(errors));
            std::vector<proposal> proposals = propose(of_text, f.text, found, f.conflicts, rivals);
            std::vector<proposal*> chosen = choose(proposals, level);
            tried.reset();
            if (level == fix_level::safe) tried = of_text.keep_what_brings_none(chosen);
            if (chosen.empty()) {
                if (is_final) {
                    f.report = std::move(found);
                    attach(proposals, f.report);
                    reported = true;
                }
                break;
            }
            make(chosen, found, history, f);
        }
        if (!reported) {
            f.report = read_(f.text, options_);
            if (filter_) filter_(f.report);
            attach(f.text, f.report);
        }
        if (!f.conflicts.empty()) move_to_original(f.conflicts, text, history);
        return f;
    }

    void attach(std::string_view text, report& r) const {
        std::vector<fix_conflict> conflicts;
        std::set<std::string> rivals;
        trials of_text(text, schema_, read_, all_, r);
        std::vector<proposal> proposals = propose(of_text, text, r, conflicts, rivals);
        attach(proposals, r);
    }

private:
    static constexpr std::size_t max_rounds = 64;

    /// Whether all findings, as they are, are also the report for the caller.
    [[nodiscard]] bool is_what_options_ask_for(const report& all) const {
        return reports_all(options_) && all.size() <= (std::min)(options_.max_diagnostics, all_.max_diagnostics);
    }

    /// Makes fixes of what was found, and tells of them.
    static void make(const std::vector<proposal*>& chosen, const report& found, edit_history& history, fixed& f) {
        f.text = history.edited(f.text, edits_of(chosen));
        for (proposal* p : chosen) {
            const diagnostic& d = found[p->of];
            f.applied.push_back({d.rule, d.path, std::move(p->fix.description)});
            if (p->moved) f.moved.push_back(std::move(*p->moved));
        }
    }

    static void attach(std::vector<proposal>& proposals, report& r) {
        for (proposal& p : proposals) r.diagnostics[p.of].fixes.push_back(std::move(p.fix));
    }

    /// Gives conflicts in the last text their places in the first one.
    static void move_to_original(std::vector<fix_conflict>& conflicts, std::string_view text,
                                 const edit_history& history) {
        const outline tree(text);
        sequence<place*> places;
        for (fix_conflict& c : conflicts) {
            const std::size_t end = history.original(c.where.offset + c.where.length);
            c.where.offset = history.original(c.where.offset);
            c.where.length = end - c.where.offset;
            if (const std::size_t n = tree.at(c.where.offset); n != outline::none) c.path = tree.pointer(n);
            places.push_back(&c.where);
        }
        count_lines(text, places);
    }

    /// The fixes of a report; whether they are safe is known.
    std::vector<proposal> propose(trials& of_text, std::string_view text, const report& r,
                                  std::vector<fix_conflict>& conflicts, std::set<std::string>& rivals) const {
        if (!is_json(r) || r.empty()) return {};
        std::vector<proposal> found = proposer(text, schema_).all(r, conflicts, rivals);
        of_text.judge(found);
        return found;
    }

    /// The fixes to make now: in order, without those that touch bytes of one before.
    static std::vector<proposal*> choose(std::vector<proposal>& found, fix_level level) {
        std::vector<proposal*> chosen;
        edited_bytes taken;
        for (proposal& p : found) {
            if ((p.fix.safe || level == fix_level::all) && taken.take(p.fix)) chosen.push_back(&p);
        }
        return chosen;
    }

    const object_info& schema_;
    trials::read_function read_;
    const options& options_;
    const options all_;  ///< To report all findings.
    report_filter filter_;
};

}  // namespace vouch::detail
