// SPDX-License-Identifier: BSL-1.0
// What to report of a document, how much of it to accept, and how to write one.
#pragma once

#include <vouch/rule.hpp>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace vouch {

/// A member that the schema does not have, as it was written.
struct unknown_member {
    std::string path;  ///< A JSON Pointer.
    std::string json;
    bool operator==(const unknown_member&) const = default;
};

/// What is done with members that the schema does not have.
enum class unknown_policy : std::uint8_t { error, warning, ignore };

struct severity_override {
    std::string_view rule;
    vouch::severity severity = vouch::severity::error;
};

/// A member that travels outside the body, with its value.
struct beside_value {
    std::string_view name;
    std::string_view value;
};

/// What to report, and how much of a document to accept.
struct options {
    std::span<const std::string_view> select{};        ///< Ids of the only rules to report; empty for all.
    std::span<const std::string_view> ignore{};        ///< Ids of rules not to report.
    std::span<const severity_override> severities{};   ///< Other severities than the schema's.
    unknown_policy unknown = unknown_policy::warning;  ///< For members that the schema does not have.
    bool flat = false;                                 ///< Members of the query may be in the document.
    std::span<const beside_value> beside{};            ///< Members of the query given outside the document; they win.
    std::size_t max_depth = 32;                        ///< Levels of nesting.
    std::size_t max_size = std::size_t{16} << 20;      ///< Bytes of a document.
    std::size_t max_diagnostics = 1000;  ///< Diagnostics kept; then one note says how many more there were.

    /// The severity that a rule is reported with; false where it is not reported.
    constexpr bool reports(const rule_words& rule, severity& level) const {
        if (!select.empty() && std::find(select.begin(), select.end(), rule.id) == select.end()) return false;
        if (std::find(ignore.begin(), ignore.end(), rule.id) != ignore.end()) return false;
        level = rule.severity;
        for (const severity_override& s : severities) {
            if (s.rule == rule.id) level = s.severity;
        }
        return true;
    }
};

/// How to write a value.
struct write_options {
    std::size_t indent = 0;      ///< Spaces for each level; 0 writes everything on one line.
    bool include_query = false;  ///< Writes the members of the query as well.
    std::span<const unknown_member> unknown{};  ///< Members that reading kept: written at the end of their objects.
};

}  // namespace vouch
