// SPDX-License-Identifier: BSL-1.0
#include "config.hpp"

#include "findings.hpp"
#include "input.hpp"
#include "output.hpp"
#include "selection.hpp"

#include <vouch/read.hpp>

#include <algorithm>
#include <filesystem>

namespace vouch::cli {

namespace fs = std::filesystem;

bool names_rules(std::string_view word) { return !rules_named(word).empty(); }
bool is_rule(std::string_view id) { return find_rule(id) != nullptr; }

const config_file* config_finder::find(const std::string& file, bool& good) {
    if (only_) return only_->empty() ? nullptr : read(*only_, good);
    std::error_code ec;
    const fs::path folder =
        file == "-" ? fs::current_path(ec) : fs::absolute(file, ec).parent_path().lexically_normal();
    const auto [at, fresh] = nearest_.try_emplace(folder.string());
    if (fresh) {
        for (fs::path up = folder;; up = up.parent_path()) {
            // One that cannot be read is reported as that.
            if (fs::exists(fs::symlink_status(up / ".vouch.json", ec))) {
                at->second = (up / ".vouch.json").string();
                break;
            }
            if (up == up.parent_path()) break;
        }
    }
    return at->second.empty() ? nullptr : read(at->second, good);
}

const config_file* config_finder::read(const std::string& path, bool& good) {
    const auto [at, fresh] = read_.try_emplace(path);
    if (fresh) {
        std::error_code ec;
        const fs::path shown = fs::proximate(path, ec);
        const std::string name = ec || shown.empty() ? path : shown.string();
        input in(name);
        std::string text;
        const options strict{.unknown = unknown_policy::error};
        if (!only_ && fs::exists(path, ec) && !fs::is_regular_file(path, ec)) {
            complain("cannot read " + name + ": it is not a regular file");
        } else if (!in.open() || !in.read_all(text, strict.max_size)) {
            complain(in.failure());
        } else {
            reading<Config> r = vouch::read<Config>(text, strict);
            if (r.report.ok() && r.value) {
                at->second = std::make_unique<config_file>();
                at->second->path = name;
                at->second->folder = fs::absolute(path, ec).parent_path().lexically_normal().string();
                at->second->config = std::move(*r.value);
                const std::size_t n = at->second->config.overrides ? at->second->config.overrides->size() : 0;
                at->second->met_file = std::vector<std::atomic<bool>>(n);
                at->second->met_finding = std::vector<std::atomic<bool>>(n);
            } else {
                show_findings(r.report, text, name);
            }
        }
    }
    if (at->second == nullptr) good = false;
    return at->second.get();
}

void config_finder::report_unused(const std::vector<std::string>& arguments) const {
    const auto is_checked = [&](const std::string& folder) {
        return std::any_of(arguments.begin(), arguments.end(), [&](const std::string& a) {
            std::error_code ec;
            const std::string directory = (fs::absolute(a, ec) / "").lexically_normal().string();
            return fs::is_directory(a, ec) && (folder + "/").starts_with(directory);
        });
    };
    for (const auto& [path, file] : read_) {
        if (file == nullptr) continue;
        const bool all = is_checked(file->folder);
        for (std::size_t i = 0; i < file->met_file.size(); ++i) {
            if (file->met_finding[i] || (!file->met_file[i] && !all)) continue;
            complain(file->path + ": /overrides/" + std::to_string(i) +
                     (file->met_file[i] ? " changed no finding" : " matched none of the checked files"));
        }
    }
}

}  // namespace vouch::cli
