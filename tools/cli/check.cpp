// SPDX-License-Identifier: BSL-1.0
#include "check.hpp"

#include "input.hpp"
#include "output.hpp"

#include <apsaramq/create_instance.hpp>
#include <vouch/read.hpp>
#include <vouch/render/json.hpp>
#include <vouch/render/text.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

namespace vouch::cli {
namespace {

bool wants_color(color_choice choice, bool terminal) {
    if (choice != color_choice::automatic) return choice == color_choice::always;
    const auto set = [](const char* name) {
        const char* value = std::getenv(name);
        return value != nullptr && *value != '\0';
    };
    if (set("NO_COLOR")) return false;
    if (set("FORCE_COLOR")) return true;
    const char* term = std::getenv("TERM");
    return terminal && term != nullptr && std::string_view(term) != "dumb";
}

std::string counted(std::size_t n, std::string_view one) {
    return std::to_string(n) + " " + std::string(one) + (n == 1 ? "" : "s");
}

class checking {
public:
    explicit checking(const check_options& o) : options_(o), out_(o.output_file) {
        select_.assign(o.select.begin(), o.select.end());
        ignore_.assign(o.ignore.begin(), o.ignore.end());
        for (const auto& [rule, level] : o.severities) severities_.push_back({rule, level});
        engine_.select = select_;
        engine_.ignore = ignore_;
        engine_.severities = severities_;
        engine_.unknown = o.unknown;
        engine_.max_diagnostics = o.max_diagnostics;
        if (o.client_token) {
            token_ = {"clientToken", *o.client_token};
            engine_.beside = {&token_, 1};
        }
    }

    int run() {
        if (!knows_rules()) return exit_code::usage;
        std::vector<std::string> files;
        bool readable = expand(options_.inputs, files);
        if (!out_.open()) return exit_code::unreadable;
        text_.color = wants_color(options_.color, out_.is_terminal());
        if (options_.format == check_format::json)
            out_.write("{\"tool\":\"vouch\",\"version\":\"" VOUCH_VERSION "\",\"files\":[");
        for (const std::string& file : files) readable = check_file(file) && readable;
        if (options_.format == check_format::json) out_.write("]}\n");
        if (!out_.close()) return exit_code::unreadable;
        if (!options_.quiet) summary();
        if (!readable) return exit_code::unreadable;
        return fails() ? exit_code::found : exit_code::clean;
    }

private:
    /// Whether every rule that the options name exists; which does not is said on standard error.
    bool knows_rules() const {
        std::vector<std::string_view> known;
        const auto add = [&](const rule_info& r, const object_info&, std::uint16_t) { known.push_back(r.id); };
        for (const rule_info* r : structure::all) known.push_back(r->id);
        for_each_rule(catalog_of<apsaramq::CreateInstanceRequest>(), add);
        for_each_rule(catalog_of<apsaramq::CreateInstanceResponse>(), add);
        bool all = true;
        const auto look_up = [&](std::string_view id) {
            if (std::find(known.begin(), known.end(), id) != known.end()) return;
            complain("no such rule: " + std::string(id));
            all = false;
        };
        for (const std::string_view id : select_) look_up(id);
        for (const std::string_view id : ignore_) look_up(id);
        for (const severity_override& s : severities_) look_up(s.rule);
        return all;
    }

    bool check_file(const std::string& file) {
        input in(file);
        if (!in.open()) return false;
        std::string name = file;
        if (file == "-") name = options_.stdin_filename.empty() ? "<stdin>" : options_.stdin_filename;
        std::string text;
        if (!options_.ndjson) {
            if (!in.read_all(text, engine_.max_size)) return false;
            check_text(text, {name, std::nullopt});
            return true;
        }
        for (std::size_t line = 1; in.read_line(text, engine_.max_size); ++line) {
            if (is_blank(text)) continue;
            if (!check_text(text, {name, line})) break;
        }
        return !in.failed();
    }

    bool check_text(std::string_view text, const render::origin& from) {
        const bool request = options_.type == document_type::request;
        const report r = request ? read<apsaramq::CreateInstanceRequest>(text, engine_).report
                                 : read<apsaramq::CreateInstanceResponse>(text, engine_).report;
        ++documents_;
        for (std::size_t i = 0; i < counts_.size(); ++i) counts_[i] += r.count(static_cast<severity>(i));
        return out_.write(rendered(r, text, from));
    }

    std::string rendered(const report& r, std::string_view text, const render::origin& from) {
        text_.first_line = from.record.value_or(1);
        switch (options_.format) {
        case check_format::concise: return render::concise(r, from.file, text_);
        case check_format::jsonl: return render::json(r, from) + "\n";
        case check_format::json: return (documents_ > 1 ? ",\n" : "") + render::json(r, from);
        case check_format::text: break;
        }
        if (r.empty()) return {};
        // The secrets are the request's, also where one is taken for a response.
        const object_info& schema = catalog_of<apsaramq::CreateInstanceRequest>();
        return render::text(r, text, from.file, secrets(text, schema, is_json(r)), text_);
    }

    static bool is_json(const report& r) {
        for (const diagnostic& d : r) {
            if (d.path.empty() && (d.rule == structure::json_syntax.id || d.rule == structure::nesting_too_deep.id ||
                                   d.rule == structure::document_too_large.id)) {
                return false;
            }
        }
        return true;
    }

    void summary() const {
        std::string line = counted(documents_, "document") + " checked: ";
        if (counts_[0] + counts_[1] + counts_[2] == 0) {
            line += "nothing found";
        } else {
            line += counted(counts_[0], "error") + ", " + counted(counts_[1], "warning") + ", " +
                    counted(counts_[2], "info");
        }
        line += '\n';
        std::fwrite(line.data(), 1, line.size(), stderr);
    }

    bool fails() const {
        switch (options_.fail_on) {
        case fail_level::error: return counts_[0] > 0;
        case fail_level::warning: return counts_[0] + counts_[1] > 0;
        case fail_level::info: return counts_[0] + counts_[1] + counts_[2] > 0;
        case fail_level::never: break;
        }
        return false;
    }

    const check_options& options_;
    options engine_;
    output out_;
    render::text_options text_;
    std::vector<std::string_view> select_;
    std::vector<std::string_view> ignore_;
    std::vector<severity_override> severities_;
    beside_value token_;
    std::array<std::size_t, 3> counts_{};
    std::size_t documents_ = 0;
};

}  // namespace

int check(const check_options& options) { return checking(options).run(); }

}  // namespace vouch::cli
