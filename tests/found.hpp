// SPDX-License-Identifier: BSL-1.0
// Reports as lists of texts, for comparisons.
#pragma once

#include <vouch/diagnostic.hpp>

#include <string>
#include <vector>

/// "rule path" of each diagnostic.
inline std::vector<std::string> ids(const vouch::report& r) {
    std::vector<std::string> out;
    for (const vouch::diagnostic& d : r) out.push_back(std::string(d.rule) + " " + d.path);
    return out;
}

/// "severity rule path: message" of each diagnostic.
inline std::vector<std::string> lines(const vouch::report& r) {
    std::vector<std::string> out;
    for (const vouch::diagnostic& d : r) {
        out.push_back(std::string(name_of(d.severity)) + " " + std::string(d.rule) + " " + d.path + ": " + d.message);
    }
    return out;
}

/// "line:column+length rule" of each diagnostic.
inline std::vector<std::string> places(const vouch::report& r) {
    std::vector<std::string> out;
    for (const vouch::diagnostic& d : r) {
        out.push_back(std::to_string(d.where.line) + ":" + std::to_string(d.where.column) + "+" +
                      std::to_string(d.where.length) + " " + std::string(d.rule));
    }
    return out;
}
