// SPDX-License-Identifier: BSL-1.0
// Which files of directories and patterns are checked.
#pragma once

#include "config.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace vouch::cli {

/// Excludes files by the patterns of the command line, relative to the current folder, and those of each file's
/// configuration, relative to its folder. A pattern without a slash is for any name on the way.
class exclusion {
public:
    exclusion(const std::vector<std::string>& patterns, config_finder& configs)
        : patterns_(patterns), configs_(configs) {}

    bool operator()(const std::string& file) const;

    /// Whether a configuration includes a file by a pattern that ends like its name: "**/*.yaml". A directory means its
    /// *.json files, and of those in YAML, which is used for so much else, only these.
    bool names(const std::filesystem::path& file) const;

private:
    const config_file* config_of(const std::string& file) const;

    const std::vector<std::string>& patterns_;
    config_finder& configs_;
};

}  // namespace vouch::cli
