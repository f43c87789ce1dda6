// SPDX-License-Identifier: BSL-1.0
// Files in the folder of the tests.
#pragma once

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

/// The text of a file, by its path relative to the folder of the tests.
inline std::string file_text(const std::string& path) {
    std::ifstream in(VOUCH_TESTS "/" + path, std::ios::binary);
    if (!in) throw std::runtime_error("no file " + path);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}
