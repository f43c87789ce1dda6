// SPDX-License-Identifier: BSL-1.0
// vouch check: reads documents and reports findings.
#include "command.hpp"
#include "findings.hpp"
#include "fix.hpp"
#include "frontends/frontend.hpp"
#include "frontends/yaml_tree.hpp"
#include "input.hpp"
#include "options.hpp"
#include "ordered.hpp"
#include "output.hpp"
#include "profile.hpp"
#include "progress.hpp"
#include "schemas.hpp"
#include "selection.hpp"
#include "terminal.hpp"
#include "text.hpp"

#include <vouch/render/github.hpp>
#include <vouch/render/json.hpp>
#include <vouch/render/junit.hpp>
#include <vouch/render/sarif.hpp>
#include <vouch/render/text.hpp>
#include <vouch/version.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace vouch::cli {
namespace {

enum class check_format { text, concise, json, jsonl, sarif, junit, github };
enum class fail_level { error, warning, info, never };

struct check_options {
    std::vector<std::string> inputs;
    document_type type = document_type::request;
    check_format format = check_format::text;
    std::string output_file;
    fail_level fail_on = fail_level::error;
    rule_choice rules;
    std::optional<input_format> input;  ///< If empty, it is recognized.
    std::string stdin_filename;
    std::vector<std::string> exclude;
    bool ndjson = false;
    bool fix = false;         ///< First makes the safe fixes.
    bool statistics = false;  ///< How often each rule was reported.
    color_choice color = color_choice::automatic;
    bool quiet = false;
    bool verbose = false;
    std::size_t jobs = 0;  ///< 0 for as many as there are processors.
};

/// Bytes of the largest plan to look at; other documents are much smaller.
constexpr std::size_t largest_plan = std::size_t{1} << 30;

class checking {
public:
    explicit checking(const check_options& o)
        : options_(o),
          schema_(schema_of(o.type)),
          configs_(o.rules.config),
          out_(o.output_file),
          ordered_(out_, o.format == check_format::json || o.format == check_format::sarif ? ",\n" : ""),
          progress_(!o.quiet) {}

    int run() {
        if (!knows_rules(options_.rules) || !fits_type(options_.type, options_.input)) return exit_code::usage;
        files_ = expand(options_.inputs, exclusion(options_.exclude, configs_), failures_);
        bool good = true;
        std::vector<const config_file*> configs;
        for (const std::string& file : files_) configs.push_back(configs_.find(named(file), good));
        if (!good) return exit_code::usage;
        for (const std::string& f : failures_) complain(f);
        if (!can_read_all() || overwrites_input(configs)) return exit_code::usage;
        if (!out_.open()) return exit_code::unreadable;
        text_.color = wants_color(options_.color, out_.is_terminal());
        text_.width = terminal_width(out_.is_terminal());
        text_.wrap = out_.is_terminal();
        out_.write(head());
        for (const std::string& f : failures_) out_.write(failure("vouch", f));
        check_all(configs);
        progress_.finish();
        out_.write(tail());
        if (!out_.close()) return exit_code::unreadable;
        if (!options_.quiet) {
            for (const std::string& words : all_of(notes_)) complain(words);
        }
        if (!options_.quiet) configs_.report_unused(options_.inputs);
        if (options_.statistics) print_statistics();
        if (!options_.quiet) summary();
        if (!failures_.empty()) return exit_code::unreadable;
        return fails() ? exit_code::found : exit_code::clean;
    }

private:
    const std::string& named(const std::string& file) const { return name_of(file, options_.stdin_filename); }

    /// Whether this checker was built with what the files need.
    bool can_read_all() const {
        const auto is_yaml = [&](const std::string& file) {
            return format_of(options_.type, options_.input, named(file), {}) == input_format::yaml;
        };
        if (can_read_yaml() || std::none_of(files_.begin(), files_.end(), is_yaml)) return true;
        complain("this checker was built without YAML: install libyaml's development files, and build it again");
        return false;
    }

    /// Whether the report would replace a file that is checked, or a configuration.
    bool overwrites_input(const std::vector<const config_file*>& configs) const {
        const std::string& output = options_.output_file;
        const auto is_output = [&](const std::string& file) { return is_same_file(file, output); };
        const auto is_named_so = [&](const std::string& file) { return file == "-" && is_output(named(file)); };
        const auto is_config = [&](const config_file* c) { return c != nullptr && is_output(c->path); };
        if (output.empty()) return false;
        if (std::any_of(configs.begin(), configs.end(), is_config)) {
            complain(shown(output) + " is a configuration: write the report to another file");
            return true;
        }
        if (std::none_of(files_.begin(), files_.end(), is_output) &&
            std::none_of(files_.begin(), files_.end(), is_named_so))
            return false;
        complain(shown(output) + " is one of the files to check: write the report to another one");
        return true;
    }

    void check_all(const std::vector<const config_file*>& configs) {
        std::vector<std::string> failures(files_.size());
        notes_.resize(files_.size());
        notes_of_files_.resize(files_.size());
        std::atomic<std::size_t> next = 0;
        const auto work = [&] {
            for (std::size_t i = next++; i < files_.size(); i = next++) {
                failures[i] = check_file(i, profile(options_.rules, configs[i], named(files_[i]), *schema_.catalog));
                if (!failures[i].empty()) ordered_.write(i, failure(files_[i], failures[i]));
                ordered_.finish(i);
            }
        };
        std::size_t workers = options_.jobs != 0 ? options_.jobs : std::max(std::thread::hardware_concurrency(), 1U);
        workers = std::min(workers, files_.size());
        std::vector<std::thread> others;
        for (std::size_t i = 1; i < workers; ++i) others.emplace_back(work);
        work();
        for (std::thread& t : others) t.join();
        for (std::size_t i = 0; i < files_.size(); ++i) {
            if (failures[i].empty()) continue;
            complain(failures[i]);
            failures_.push_back(std::move(failures[i]));
        }
    }

    void note(std::size_t turn, const std::string& file, const std::string& words) {
        notes_[turn].push_back(shown(file) + ": " + words);
    }
    static std::vector<std::string> all_of(const std::vector<std::vector<std::string>>& notes) {
        std::vector<std::string> all;
        for (const std::vector<std::string>& of_file : notes) all.insert(all.end(), of_file.begin(), of_file.end());
        return all;
    }

    /// Why a file could not be read; empty if it could.
    std::string check_file(std::size_t turn, const profile& with) {
        const std::string& file = files_[turn];
        input in(file);
        if (!in.open()) return in.failure();
        render::origin from{shown_name(named(file))};
        std::string text;
        const std::size_t most = with.engine().max_size;
        const std::string_view why = why_no_request(named(file));
        if (!why.empty() && !options_.input && options_.type == document_type::request)
            return "cannot check " + from.file + ": " + std::string(why);
        if (!options_.ndjson) {
            if (!in.read_all(text, most)) return in.failure();
            const bool may_be_large =
                options_.type == document_type::request &&
                options_.input.value_or(input_format::terraform_plan) == input_format::terraform_plan;
            if (text.size() > most && may_be_large && begins_like_plan(text) && !in.read_rest(text, largest_plan))
                return in.failure();
            const input_format format = format_of(options_.type, options_.input, named(file), text);
            from.format = options_.type == document_type::request ? name_of(format) : "response";
            if (options_.verbose) note(turn, from.file, "read as " + from.format);
            if (format != input_format::request) return check_found(turn, text, format, from, with);
            check_text(turn, text, from, with, nullptr);
            return {};
        }
        from.format = options_.type == document_type::request ? "request" : "response";
        secrets_in_lines of_lines;
        for (std::size_t line = 1; in.read_line(text, most); ++line) {
            if (is_blank(text)) continue;
            from.record = line;
            from.offset = in.line_offset();
            if (!check_text(turn, text, from, with, &of_lines)) break;
        }
        return in.failure();
    }

    /// `of_lines` if the text is a line of several.
    bool check_text(std::size_t turn, std::string_view text, const render::origin& from, const profile& with,
                    secrets_in_lines* of_lines) {
        report r = schema_.read(text, with.engine());
        if (!is_json(r) && options_.type == document_type::request && !options_.ndjson) help_with_syntax(r, text);
        with.finish(r);
        if (shows_fixes() && !r.empty()) schema_.suggest(text, r, with.engine());
        count(r);
        if (r.empty() && of_lines != nullptr) of_lines->skip();
        return ordered_.write(turn, rendered(r, text, from, with.engine(), [&] {
                                  return std::make_shared<const secrets>(of_lines != nullptr
                                                                             ? of_lines->in(text, is_json(r))
                                                                             : secrets_in(text, is_json(r)));
                              }));
    }

    /// Says how other formats are checked.
    static void help_with_syntax(report& r, std::string_view text) {
        for (diagnostic& d : r.diagnostics) {
            const bool looks_like_yaml = d.message.find("looks like YAML") != std::string::npos;
            const std::string help = help_with_other(text, looks_like_yaml);
            if (d.rule == built_in_rules::json_syntax.id && !help.empty()) d.help = help;
        }
    }

    /// Checks the requests that a file in another format contains. Why it cannot be read; empty if it can.
    std::string check_found(std::size_t turn, std::string_view text, input_format format, const render::origin& file,
                            const profile& with) {
        if (text.size() > largest_plan) return "cannot check " + file.file + ": it is too large";
        const bool has_cases = options_.format == check_format::junit && format != input_format::yaml;
        std::string cases;
        std::size_t requests = 0;
        std::size_t failing = 0;
        std::shared_ptr<const secrets> of_file;
        const auto check_one = [&](const found_request& request, const found_requests& of) {
            ++requests;
            render::origin from = file;
            from.whole_file = true;
            from.address = request.address;
            from.record = request.number;
            from.notes = request.notes;
            for (const std::string& words : request.notes)
                note(turn, file.file, (request.address.empty() ? "" : request.address + ": ") + words);
            const report r = check_request(request, with, format == input_format::yaml ? text : std::string_view());
            if (has_cases) {
                const auto fails = [this](severity s) { return is_failure(s); };
                cases += render::junit_case(r, from, fails);
                failing += std::any_of(r.begin(), r.end(), [&](const auto& d) { return fails(d.severity); }) ? 1U : 0U;
            } else {
                ordered_.write(turn, rendered(r, text, from, with.engine(), [&] {
                                   if (!of.shows_all) return secrets_around(request, of, text);
                                   if (of_file == nullptr) of_file = secrets_of(of);
                                   return of_file;
                               }));
            }
        };
        const found_requests found =
            find_requests(format, text, [&](const found_request& request) { check_one(request, {}); });
        if (!found.failure.empty()) return "cannot check " + file.file + ": " + found.failure;
        for (const found_request& request : found.requests) check_one(request, found);
        if (has_cases)
            ordered_.write(turn, render::junit_suite_of_cases(file.file, cases, requests, failing, found.notes));
        const bool is_lines = options_.format == check_format::jsonl && !found.notes.empty();
        if (is_lines || (options_.format == check_format::json && requests == 0)) {
            render::origin from = file;
            if (is_lines) from.notes = found.notes;  // JSON has them after the files.
            ordered_.write(turn, rendered({}, text, from, with.engine(), {}));
        }
        for (const std::string& words : found.notes) {
            note(turn, file.file, words);
            notes_of_files_[turn].push_back(shown(file.file) + ": " + words);
        }
        return {};
    }

    std::shared_ptr<const secrets> secrets_of(const found_requests& found) const {
        const auto hidden = std::make_shared<secrets>(std::string_view(), *schema_.catalog, false);
        hidden->hide(found.secrets);
        return hidden;
    }
    std::shared_ptr<const secrets> secrets_around(const found_request& request, const found_requests& found,
                                                  std::string_view text) const {
        const place& part = request.shown;
        const auto hidden =
            std::make_shared<secrets>(secrets::around(text, part.offset, part.length, *schema_.catalog));
        hidden->hide(found.secrets);
        hidden->hide(request.secrets);
        return hidden;
    }

    /// `yaml` is the text of a request in YAML, for fixes.
    report check_request(const found_request& request, const profile& with, std::string_view yaml) {
        options engine = with.engine();
        const std::vector<std::string_view> hidden(request.hidden.begin(), request.hidden.end());
        engine.hidden = hidden;
        if (!request.dropped.empty() || !request.levels.empty()) engine.max_diagnostics = most_findings;
        report r = request.failure;
        if (r.empty() && !yaml.empty() && shows_fixes()) {
            r = check_yaml(request, yaml, engine);
        } else if (r.empty()) {
            r = schema_.read_told(request.request, engine);
            reword(r, request, engine);
        }
        with.finish(r);
        count(r);
        return r;
    }

    bool shows_fixes() const {
        return options_.format != check_format::concise && options_.format != check_format::junit &&
               options_.format != check_format::github;
    }

    void count(const report& r) {
        ++documents_;
        progress_.tick();
        for (std::size_t i = 0; i < counts_.size(); ++i) counts_[i] += r.count(static_cast<severity>(i));
        for (const diagnostic& d : r) {
            if (!d.fixes.empty()) ++(has_safe_fix(d) ? safe_ : unsafe_);
        }
        if (!options_.statistics) return;
        const std::lock_guard lock(statistics_);
        for (const diagnostic& d : r) ++by_rule_[{d.rule, d.severity}];
    }

    /// The most frequent first.
    void print_statistics() {
        std::vector<std::pair<std::size_t, std::pair<std::string_view, severity>>> sorted;
        for (const auto& [rule, n] : by_rule_) sorted.emplace_back(n, rule);
        std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
        for (const auto& [n, rule] : sorted) {
            std::fprintf(stderr, "%7zu  %-8s %.*s\n", n, std::string(name_of(rule.second)).c_str(),
                         static_cast<int>(rule.first.size()), rule.first.data());
        }
    }

    std::string head() const {
        switch (options_.format) {
        case check_format::json: return render::json_head(VOUCH_VERSION);
        case check_format::sarif: return render::sarif_head(all_rules(), VOUCH_VERSION);
        case check_format::junit: return std::string(render::junit_head);
        default: return {};
        }
    }

    std::string tail() const {
        switch (options_.format) {
        case check_format::json: return render::json_tail(all_of(notes_of_files_), failures_);
        case check_format::sarif: return render::sarif_tail(failures_, all_of(notes_));
        case check_format::junit: return std::string(render::junit_tail);
        default: return {};
        }
    }

    std::string rendered(const report& r, std::string_view text, const render::origin& from, const options& with,
                         const std::function<std::shared_ptr<const secrets>()>& hidden) const {
        switch (options_.format) {
        case check_format::concise: return render::concise(r, from.file, text_from(from, with));
        case check_format::jsonl: return render::json(r, from) + "\n";
        case check_format::json: return ",\n" + render::json(r, from);
        case check_format::sarif: {
            const std::string results = render::sarif_results(r, text, from, all_rules());
            return results.empty() ? results : ",\n" + results;
        }
        case check_format::junit: return render::junit_suite(r, from, [this](severity s) { return is_failure(s); });
        case check_format::github: return render::github(r, text, from);
        case check_format::text: break;
        }
        if (r.empty()) return {};
        return render::text(r, text, from.file, *hidden(), text_from(from, with));
    }

    render::text_options text_from(const render::origin& from, const options& with) const {
        render::text_options o = text_;
        o.beside = with.beside;
        o.first_line = from.lines_before() + 1;
        o.address = from.address;
        return o;
    }

    /// What the format has for an input that could not be read; SARIF has it in its tail.
    std::string failure(const std::string& file, const std::string& why) const {
        if (options_.format == check_format::junit) return render::junit_failure(file, why);
        if (options_.format == check_format::github) return render::github_failure(file, why);
        return {};
    }

    void summary() const {
        std::string line = counted(documents_, "document", "documents") + " checked";
        if (counts_[0] + counts_[1] + counts_[2] > 0) {
            line += ": " + counted(counts_[0], "error", "errors") + ", " + counted(counts_[1], "warning", "warnings") +
                    ", " + counted(counts_[2], "info", "infos");
        } else if (documents_ > 0) {
            line += ": nothing found";
        }
        if (safe_ > 0) line += "; " + std::to_string(safe_) + " can be fixed with vouch fix";
        if (unsafe_ > 0)
            line += (safe_ > 0 ? ", " : "; ") + std::to_string(unsafe_) + (safe_ > 0 ? " more" : " can be fixed") +
                    (safe_ > 0 ? " with --unsafe" : " with vouch fix --unsafe");
        if (!failures_.empty()) line += ", " + counted(failures_.size(), "input", "inputs") + " could not be read";
        line += '\n';
        std::fwrite(line.data(), 1, line.size(), stderr);
    }

    bool is_failure(severity s) const {
        return options_.fail_on != fail_level::never && static_cast<int>(s) <= static_cast<int>(options_.fail_on);
    }

    bool fails() const {
        for (std::size_t i = 0; i < counts_.size(); ++i) {
            if (counts_[i] > 0 && is_failure(static_cast<severity>(i))) return true;
        }
        return false;
    }

    const check_options& options_;
    const schema& schema_;
    config_finder configs_;
    output out_;
    ordered_output ordered_;
    progress progress_;
    render::text_options text_;
    std::vector<std::string> files_;
    std::vector<std::string> failures_;
    std::vector<std::vector<std::string>> notes_;           ///< Of each file and what it contains.
    std::vector<std::vector<std::string>> notes_of_files_;  ///< Of each file as a whole.
    std::array<std::atomic<std::size_t>, 3> counts_{};
    std::atomic<std::size_t> documents_ = 0;
    std::atomic<std::size_t> safe_ = 0;    ///< Findings with a safe fix.
    std::atomic<std::size_t> unsafe_ = 0;  ///< Findings with unsafe fixes only.
    std::mutex statistics_;
    std::map<std::pair<std::string_view, severity>, std::size_t> by_rule_;
};

const choices<check_format> format_names{{"text", check_format::text},    {"concise", check_format::concise},
                                         {"json", check_format::json},    {"jsonl", check_format::jsonl},
                                         {"sarif", check_format::sarif},  {"junit", check_format::junit},
                                         {"github", check_format::github}};

const choices<fail_level> fail_levels{{"error", fail_level::error},
                                      {"warning", fail_level::warning},
                                      {"info", fail_level::info},
                                      {"never", fail_level::never}};

int check(const check_options& o) {
    if (!o.fix) return checking(o).run();
    const auto is_standard_input = [](const std::string& name) { return name == "-"; };
    if (std::any_of(o.inputs.begin(), o.inputs.end(), is_standard_input)) {
        complain("--fix changes files; vouch fix --write - writes the fixed standard input");
        return exit_code::usage;
    }
    fix_options fixes;
    fixes.inputs = o.inputs;
    fixes.type = o.type;
    fixes.input = o.input;
    fixes.write = true;
    fixes.before_check = true;
    fixes.rules = o.rules;
    fixes.exclude = o.exclude;
    fixes.quiet = o.quiet;
    const int fixed = fix_documents(fixes);
    if (fixed == exit_code::usage) return fixed;
    const int checked = checking(o).run();
    return fixed == exit_code::unreadable ? fixed : checked;
}

}  // namespace

command add_check(CLI::App& app) {
    const auto o = std::make_shared<check_options>();
    CLI::App& parser = add_command(
        app, "check", "Checks requests or responses, and reports everything that is wrong with them.",
        "Examples:\n"
        "  vouch check request.json\n"
        "  vouch check --fail-on warning --ignore basis:practice configs/\n"
        "  vouch check --format sarif -o vouch.sarif configs/\n"
        "  generate | vouch check --format jsonl --ndjson -\n"
        "  terraform show -json plan | vouch check -\n"
        "Terraform plans, *.tf.json files, ROS templates and YAML (*.yaml, *.yml) are recognized.\n"
        "Exit codes: 0 no finding at or above --fail-on, 1 at least one, 2 wrong usage, 3 an input could not be read.");
    add_inputs(parser, o->inputs);
    add_type(parser, o->type);
    add_choice(parser, "--format", o->format, format_names, "How findings are written (default text)");
    add_text(parser, "-o,--output", "FILE", o->output_file, "Write the findings to a file");
    add_choice(parser, "--fail-on", o->fail_on, fail_levels, "Exit with 1 at or above this severity (default error)");
    add_rule_choice(parser, o->rules);
    add_input_format(parser, o->input);
    add_stdin_filename(parser, o->stdin_filename);
    add_flag(parser, "--ndjson", o->ndjson, "Treat each line as a document");
    add_exclude(parser, o->exclude);
    add_flag(parser, "--fix", o->fix, "First make the safe fixes, in the files");
    exclude_option(parser, "--fix", "--ndjson");
    exclude_option(parser, "--ndjson", "--input-format");
    add_flag(parser, "--statistics", o->statistics, "Also print on standard error how often each rule was reported");
    add_color(parser, o->color);
    add_quiet(parser, o->quiet);
    add_flag(parser, "-v,--verbose", o->verbose, "Say on standard error how each file was read");
    add_number(parser, "--max-diagnostics", o->rules.max_diagnostics, {},
               "Keep at most this many findings per document (default 1000)");
    add_number(parser, "-j,--jobs", o->jobs, 1024, "Check this many files at a time (default: one for each processor)");
    return {&parser, [o] { return check(*o); }};
}

}  // namespace vouch::cli
