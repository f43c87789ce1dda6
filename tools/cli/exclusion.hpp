// SPDX-License-Identifier: BSL-1.0
// Which of the files that directories and patterns name are passed over.
#pragma once

#include "config.hpp"

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

private:
    const std::vector<std::string>& patterns_;
    config_finder& configs_;
};

}  // namespace vouch::cli
