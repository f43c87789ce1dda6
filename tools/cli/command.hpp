// SPDX-License-Identifier: BSL-1.0
// What a command of the checker is.
#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace vouch::cli {

/// A command that was added to the command line. For each command, a file in commands/ defines
/// `command add_NAME(CLI::App& app)`, and main.cpp lists it.
struct command {
    CLI::App* parser;          ///< Its part of the command line.
    std::function<int()> run;  ///< Runs it with the parsed options and returns the exit code.
};

}  // namespace vouch::cli
