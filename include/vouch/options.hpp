// SPDX-License-Identifier: BSL-1.0
// What to report about a document, how much of it to accept, and how to write one.
#pragma once

#include <vouch/rule.hpp>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace vouch::inline VOUCH_ABI {

/// A member that the schema does not have, as written.
struct unknown_member {
    std::string path;  ///< A JSON Pointer.
    std::string json;
    bool operator==(const unknown_member&) const = default;
};

/// How members that the schema does not have are reported.
enum class unknown_policy : std::uint8_t { error, warning, ignore };

struct severity_override {
    std::string_view rule;
    vouch::severity severity = vouch::severity::error;
};

/// A member that is sent outside the body, with its value.
struct beside_value {
    std::string_view name;
    std::string_view value;
};

/// What to report about a document, and how much of it to accept.
struct options {
    std::span<const std::string_view> select{};        ///< Ids of the only rules to report; empty for all.
    std::span<const std::string_view> ignore{};        ///< Ids of rules not to report.
    std::span<const severity_override> severities{};   ///< Severities that replace the schema's.
    unknown_policy unknown = unknown_policy::warning;  ///< For members that the schema does not have.
    bool flat = false;                                 ///< Members of the query may appear in the document.
    std::span<const beside_value> beside{};            ///< Query members outside the document; they take precedence.
    std::size_t max_depth = 32;                        ///< Levels of nesting.
    std::size_t max_size = std::size_t{16} << 20;      ///< Bytes of a document.
    std::size_t max_diagnostics = 1000;                ///< Diagnostics to keep; one more says how many were left out.

    /// Whether a rule is reported; sets `level` to the severity.
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
    std::size_t indent = 0;                     ///< Spaces per level; 0 writes everything on one line.
    bool include_query = false;                 ///< Also writes the members of the query.
    std::span<const unknown_member> unknown{};  ///< Members that reading kept: written at the end of their objects.
};

}  // namespace vouch
