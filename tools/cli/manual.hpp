// SPDX-License-Identifier: BSL-1.0
// The command line's own texts as a man page and as completion scripts.
#pragma once

#include "options.hpp"

#include <string>

namespace vouch::cli {

std::string man_page(const CLI::App& app);
std::string completion_script(const CLI::App& app, shell of);

}  // namespace vouch::cli
