// SPDX-License-Identifier: BSL-1.0
#include "exclusion.hpp"

#include "pattern.hpp"
#include "text.hpp"

#include <algorithm>
#include <filesystem>

namespace vouch::cli {
namespace {

namespace fs = std::filesystem;

std::string relative(const std::string& file, const fs::path& folder) {
    std::error_code ec;
    return fs::absolute(file, ec).lexically_normal().lexically_relative(folder).generic_string();
}

/// Whether a pattern fits a path that is relative to a folder, a folder on its way or, if it has no slash but at its
/// end, any name on its way.
bool covers(std::string pattern, const std::string& path, const fs::path& folder) {
    while (pattern.size() > 1 && pattern.ends_with('/')) pattern.pop_back();
    const bool fits_any_name = pattern.find('/') == std::string::npos;
    if (!fits_any_name) {
        const fs::path normal = fs::path(pattern).lexically_normal();
        pattern = (normal.is_absolute() ? normal.lexically_relative(folder) : normal).generic_string();
    }
    if (pattern == "." || fits_pattern(path, pattern) || fits_pattern(path, pattern + "/**")) return true;
    if (!fits_any_name) return false;
    const std::vector<std::string_view> names = split(path, '/');
    return std::any_of(names.begin(), names.end(), [&](std::string_view n) { return fits_pattern(n, pattern); });
}

bool covers(const std::vector<std::string>& patterns, const std::string& path, const fs::path& folder) {
    return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& p) { return covers(p, path, folder); });
}

}  // namespace

bool exclusion::operator()(const std::string& file) const {
    std::error_code ec;
    const fs::path here = fs::current_path(ec);
    if (!patterns_.empty() && covers(patterns_, relative(file, here), here)) return true;
    const config_file* const config = config_of(file);
    if (config == nullptr || (!config->config.exclude && !config->config.include)) return false;
    const std::string path = relative(file, config->folder);
    if (config->config.exclude && covers(*config->config.exclude, path, config->folder)) return true;
    return config->config.include && !covers(*config->config.include, path, config->folder);
}

bool exclusion::names(const fs::path& file) const {
    const config_file* const config = config_of(file.string());
    if (config == nullptr || !config->config.include) return false;
    const std::string path = relative(file.string(), config->folder);
    const std::vector<std::string>& patterns = *config->config.include;
    return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& p) {
        return p.ends_with(file.extension().string()) && covers(p, path, config->folder);
    });
}

const config_file* exclusion::config_of(const std::string& file) const {
    bool good = true;  // A mistake in the configuration is reported when the files are checked.
    return configs_.find(file, good);
}

}  // namespace vouch::cli
