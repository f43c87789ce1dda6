// SPDX-License-Identifier: BSL-1.0
// vouch fix: fixes documents, or shows what it would change.
#include "fix.hpp"

#include "command.hpp"
#include "findings.hpp"
#include "frontends/frontend.hpp"
#include "frontends/yaml_tree.hpp"
#include "input.hpp"
#include "options.hpp"
#include "output.hpp"
#include "profile.hpp"
#include "replace_file.hpp"
#include "schemas.hpp"
#include "terminal.hpp"
#include "text.hpp"

#include <vouch/render/diff.hpp>
#include <vouch/render/origin.hpp>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace vouch::cli {
namespace {

/// A unified diff with the colors that are usual for it.
std::string colored(std::string_view diff) {
    std::string out;
    for (const std::string_view line : lines_of(diff)) {
        const char sign = line.empty() ? ' ' : line.front();
        out += sign == '+' ? "\x1b[32m" : sign == '-' ? "\x1b[31m" : sign == '@' ? "\x1b[36m" : "";
        out += line;
        if (sign != ' ') out += "\x1b[0m";
        out += '\n';
    }
    return out;
}

class fixing {
public:
    explicit fixing(const fix_options& o)
        : options_(o), schema_(schema_of(o.type)), configs_(o.rules.config), out_({}) {}

    int run() {
        if (!knows_rules(options_.rules) || !fits_type(options_.type, options_.input)) return exit_code::usage;
        std::vector<std::string> failures;
        const std::vector<std::string> files = expand(options_.inputs, exclusion(options_.exclude, configs_), failures);
        if (options_.before_check) failures.clear();
        for (const std::string& f : failures) complain(f);
        unreadable_ = failures.size();
        if (!out_.open()) return exit_code::unreadable;
        color_ = wants_color(options_.color, out_.is_terminal());
        for (const std::string& file : files) {
            const std::string& name = name_of(file, options_.stdin_filename);
            bool good = true;
            const config_file* const config = configs_.find(name, good);
            if (!good) return exit_code::usage;
            if (!fix_file(file, shown_name(name), profile(options_.rules, config, name, *schema_.catalog)))
                ++unreadable_;
        }
        if (!out_.close()) return exit_code::unreadable;
        if (!options_.quiet) print_summary();
        if (unreadable_ > 0) return exit_code::unreadable;
        return errors_ > 0 ? exit_code::found : exit_code::clean;
    }

private:
    /// False if the file could not be read or written.
    bool fix_file(const std::string& file, const std::string& name, const profile& with) {
        input in(file);
        std::string text;
        const std::string_view why = why_no_request(name);
        if (!why.empty() && !options_.input && options_.type == document_type::request) {
            if (options_.before_check) return true;
            complain("cannot fix " + name + ": " + std::string(why));
            return false;
        }
        if (!in.open() || !in.read_all(text, with.engine().max_size)) {
            if (options_.before_check) return true;
            complain(in.failure());
            return false;
        }
        const input_format format = format_of(options_.type, options_.input, name, text);
        if (format != input_format::request && (format != input_format::yaml || !can_read_yaml())) {
            if (options_.before_check) return true;
            complain(name + ": nothing was fixed: it is " + std::string(words_of(format)) +
                     (format == input_format::yaml ? ", and this checker was built without YAML"
                                                   : "; vouch check says what to change there"));
            // That is a failure where it was asked for, and not for what a directory has besides requests.
            return std::find(options_.inputs.begin(), options_.inputs.end(), file) == options_.inputs.end();
        }
        if (text.size() > with.engine().max_size) {
            if (options_.before_check) return true;
            complain(name + " is too large: nothing was fixed");
            return false;
        }
        const fix_level level = options_.unsafe ? fix_level::all : fix_level::safe;
        const auto filter = [&](report& r) { with.apply_overrides(r); };
        const fixed f = format == input_format::yaml ? fix_yaml(text, with.engine(), level, filter)
                                                     : schema_.fix(text, with.engine(), level, filter);
        if (!is_json(f.report) && f.applied.empty() && !options_.before_check)
            complain(name + ": nothing was fixed: vouch check says why it cannot be read");
        const bool done =
            f.applied.empty() ? !options_.write || file != "-" || out_.write(text) : put(file, name, text, f, format);
        if (!done) {
            count_left(format == input_format::yaml ? f.report : schema_.read(text, with.engine()));
            return false;
        }
        complain_about(f, name);
        fixes_ += f.applied.size();
        files_ += f.applied.empty() ? 0U : 1U;
        count_left(f.report);
        return true;
    }

    /// Shows what was fixed, or writes it; false if that failed.
    bool put(const std::string& file, const std::string& name, std::string_view text, const fixed& f,
             input_format format) {
        if (!options_.write) return show(name, text, f.text, format);
        if (file == "-") return out_.write(f.text);
        const auto content = [&](std::FILE* to) {
            return std::fwrite(f.text.data(), 1, f.text.size(), to) == f.text.size();
        };
        const std::string why = replace_file(file, content, &text);
        if (!why.empty()) complain("cannot write " + file + ": " + why);
        return why.empty();
    }

    void count_left(const report& r) {
        errors_ += r.errors();
        left_ += r.errors() + r.warnings() + r.infos();
        if (is_json(r)) count_fixes_left(r);
    }

    void count_fixes_left(const report& r) {
        for (const diagnostic& d : r) {
            if (!d.fixes.empty()) ++(has_safe_fix(d) ? safe_ : unsafe_);
        }
    }

    /// Reports what was not fixed, and what the document lost.
    static void complain_about(const fixed& f, const std::string& name) {
        for (const fix_conflict& c : f.conflicts) {
            complain(name + ":" + std::to_string(c.where.line) + ":" + std::to_string(c.where.column) + ": " +
                     render::shown_pointer(c.path) + " was not fixed: " + c.reason);
        }
        const secrets names({}, *schema_of(document_type::request).catalog, false);
        for (const moved_member& m : f.moved)
            complain(name + ": " + m.name + " belongs in the query: pass it to the client" +
                     (names.may_be_in(m.value) ? std::string() : "; its value was " + m.value));
    }

    bool show(const std::string& name, std::string_view before, const std::string& after, input_format format) {
        const auto hidden = [&](std::string_view text) {
            return format == input_format::yaml ? secrets_in_yaml(text) : secrets_in(text, true);
        };
        const std::string diff = render::unified_diff(name, before, hidden(before), after, hidden(after));
        return out_.write(color_ ? colored(diff) : diff);
    }

    void print_summary() const {
        std::string line = counted(fixes_, "fix", "fixes") + " in " + counted(files_, "file", "files");
        if (options_.before_check) {
            line += '\n';
            if (fixes_ > 0) std::fwrite(line.data(), 1, line.size(), stderr);
            return;
        }
        line += options_.write || fixes_ == 0 ? "" : " (nothing was written; use --write)";
        line += "; " + counted(left_, "finding", "findings") + " left";
        if (unsafe_ > 0) line += ", " + std::to_string(unsafe_) + " of them fixable with --unsafe";
        if (safe_ > 0) line += "; safe fixes remain for " + std::to_string(safe_) + " of them: run it again";
        if (unreadable_ > 0) line += "; " + counted(unreadable_, "input was", "inputs were") + " not fixed";
        line += '\n';
        std::fwrite(line.data(), 1, line.size(), stderr);
    }

    const fix_options& options_;
    const schema& schema_;
    config_finder configs_;
    output out_;
    bool color_ = false;
    std::size_t fixes_ = 0;   ///< That were made.
    std::size_t files_ = 0;   ///< That were changed.
    std::size_t left_ = 0;    ///< Findings that are left.
    std::size_t errors_ = 0;  ///< Errors among them.
    std::size_t safe_ = 0;    ///< Findings among them with a safe fix.
    std::size_t unsafe_ = 0;  ///< Findings among them with unsafe fixes only.
    std::size_t unreadable_ = 0;
};

}  // namespace

int fix_documents(const fix_options& o) { return fixing(o).run(); }

command add_fix(CLI::App& app) {
    const auto o = std::make_shared<fix_options>();
    CLI::App& parser = add_command(
        app, "fix", "Fixes documents, or shows the changes as a diff.",
        "Examples:\n"
        "  vouch fix request.json\n"
        "  vouch fix --write configs/\n"
        "  vouch fix --write --select deprecated-vswitch-id configs/\n"
        "Safe fixes do not change what is requested and cause no new error. With --write, - writes to standard output.\n"
        "Exit codes: 0 no errors left, 1 errors left, 2 wrong usage, 3 an input could not be read or written.");
    add_inputs(parser, o->inputs);
    add_flag(parser, "--diff", o->diff, "Show the changes as a unified diff (default)");
    add_flag(parser, "--write", o->write, "Change the files");
    exclude_option(parser, "--write", "--diff");
    add_flag(parser, "--unsafe", o->unsafe,
             "Also make fixes that may change what is requested, such as corrected typos");
    add_type(parser, o->type);
    add_rule_choice(parser, o->rules);
    add_input_format(parser, o->input);
    add_stdin_filename(parser, o->stdin_filename);
    add_exclude(parser, o->exclude);
    add_color(parser, o->color);
    add_quiet(parser, o->quiet);
    return {&parser, [o] { return fix_documents(*o); }};
}

}  // namespace vouch::cli
