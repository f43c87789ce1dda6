// SPDX-License-Identifier: BSL-1.0
#include "fix.hpp"

#include "findings.hpp"
#include "input.hpp"
#include "output.hpp"
#include "text.hpp"

#include <vouch/render/diff.hpp>

#include <algorithm>

namespace vouch::cli {
namespace {

class fixing {
public:
    explicit fixing(const fix_options& o)
        : options_(o), schema_(schema_of(o.type)), configs_(o.rules.config), out_({}) {}

    int run() {
        if (!knows_rules(options_.rules)) return exit_code::usage;
        std::vector<std::string> failures;
        const std::vector<std::string> files = expand(options_.inputs, failures);
        for (const std::string& f : failures) complain(f);
        bool readable = failures.empty();
        if (!out_.open()) return exit_code::unreadable;
        color_ = wants_color(options_.color, out_.is_terminal());
        for (const std::string& file : files) {
            const std::string& name = file == "-" && !options_.stdin_filename.empty() ? options_.stdin_filename : file;
            bool good = true;
            const config_file* const config = configs_.find(name, good);
            if (!good) return exit_code::usage;
            readable =
                fix_file(file, name == "-" ? "<stdin>" : name, profile(options_.rules, config, name)) && readable;
        }
        if (!out_.close()) return exit_code::unreadable;
        if (!options_.quiet) summary();
        if (!readable) return exit_code::unreadable;
        return errors_ > 0 ? exit_code::found : exit_code::clean;
    }

private:
    bool fix_file(const std::string& file, const std::string& name, const profile& with) {
        input in(file);
        std::string text;
        if (!in.open() || !in.read_all(text, with.engine().max_size)) {
            complain(in.failure());
            return false;
        }
        if (text.size() > with.engine().max_size) {
            complain(name + " is too large: nothing was fixed");
            return false;
        }
        const fixed f = schema_.fix(text, with.engine(), options_.unsafe ? fix_level::all : fix_level::safe,
                                    [&](report& r) { with.apply_overrides(r); });
        errors_ += f.report.errors();
        left_ += f.report.size();
        if (!is_json(f.report)) {
            complain(name + ": nothing was fixed: vouch check says why it cannot be read");
            return !options_.write || file != "-" || out_.write(text);
        }
        for (const diagnostic& d : f.report) {
            const auto safe = [](const suggested_fix& s) { return s.safe; };
            const bool any_safe = std::any_of(d.fixes.begin(), d.fixes.end(), safe);
            safe_ += any_safe ? 1U : 0U;
            unsafe_ += d.fixes.empty() || any_safe ? 0U : 1U;
        }
        for (const fix_conflict& c : f.conflicts) {
            complain(name + ":" + std::to_string(c.where.line) + ":" + std::to_string(c.where.column) + ": " + c.path +
                     " was not fixed: " + c.reason);
        }
        for (const moved_member& m : f.moved)
            complain(name + ": " + m.name + " belongs to the query: give it to the client, it was " + m.value);
        if (f.applied.empty()) return !options_.write || file != "-" || out_.write(text);
        fixes_ += f.applied.size();
        ++files_;
        if (!options_.write) return show(name, text, f.text);
        return file == "-" ? out_.write(f.text) : replace_file(file, f.text);
    }

    bool show(const std::string& name, const std::string& before, const std::string& after) {
        const std::string diff =
            render::unified_diff(name, before, secrets_in(before, true), after, secrets_in(after, true));
        if (!color_) return out_.write(diff);
        std::string colored;
        for (const std::string_view line : lines_of(diff)) {
            const char sign = line[0];
            colored += sign == '+' ? "\x1b[32m" : sign == '-' ? "\x1b[31m" : sign == '@' ? "\x1b[36m" : "";
            colored += line;
            if (sign != ' ') colored += "\x1b[0m";
            colored += '\n';
        }
        return out_.write(colored);
    }

    void summary() const {
        std::string line = counted(fixes_, "fix", "fixes") + " in " + counted(files_, "file", "files");
        line += options_.write || fixes_ == 0 ? "" : " (nothing was written: --write does)";
        line += "; " + counted(left_, "finding", "findings") + " left";
        if (unsafe_ > 0) line += ", " + std::to_string(unsafe_) + " of them with a fix that --unsafe would make";
        if (safe_ > 0) line += "; " + std::to_string(safe_) + " safe fixes were too many for one run: run it again";
        line += '\n';
        std::fwrite(line.data(), 1, line.size(), stderr);
    }

    const fix_options& options_;
    const schema& schema_;
    config_finder configs_;
    output out_;
    bool color_ = false;
    std::size_t fixes_ = 0;
    std::size_t files_ = 0;
    std::size_t left_ = 0;
    std::size_t errors_ = 0;
    std::size_t safe_ = 0;
    std::size_t unsafe_ = 0;
};

}  // namespace

int fix_documents(const fix_options& options) { return fixing(options).run(); }

}  // namespace vouch::cli
