// SPDX-License-Identifier: BSL-1.0
// What was found: a report of diagnostics, and the options that decide what is reported.
#pragma once

#include <vouch/annotate.hpp>
#include <vouch/built_in_rules.hpp>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vouch {

/// A place in a text. Offset and length count bytes; line and column count from 1, columns in code points. A line of 0
/// means that there is no text to point into.
struct place {
    std::size_t offset = 0;
    std::size_t length = 0;
    std::size_t line = 0;
    std::size_t column = 0;
    bool operator==(const place&) const = default;
};

/// Another place that has to do with a diagnostic, and what.
struct related_place {
    std::string path;
    std::string message;
    place where;
};

/// Bytes to replace in a text.
struct edit {
    std::size_t offset = 0;
    std::size_t length = 0;
    std::string text;
    bool operator==(const edit&) const = default;
};

/// A repair of a text. A safe one never changes what is asked for and brings no new error.
struct suggested_fix {
    bool safe = false;
    std::string description;
    std::vector<edit> edits;
};

/// One mistake.
struct diagnostic {
    vouch::severity severity = vouch::severity::error;
    std::string_view rule;
    vouch::basis basis = vouch::basis::reference;
    std::string path;     ///< A JSON Pointer; empty for the document itself.
    std::string message;  ///< What is wrong.
    std::string help;     ///< What is allowed, and what to do.
    place where;
    std::vector<related_place> related;
    std::vector<suggested_fix> fixes;  ///< Filled by `suggest_fixes` of fix.hpp.
};

/// Everything that was found, in document order: by place, then severity, then rule.
class report {
public:
    constexpr bool ok() const { return errors() == 0; }  ///< No error; warnings and infos are allowed.
    constexpr std::size_t errors() const { return count(severity::error); }
    constexpr std::size_t warnings() const { return count(severity::warning); }
    constexpr std::size_t infos() const { return count(severity::info); }

    constexpr bool empty() const { return diagnostics.empty(); }
    constexpr std::size_t size() const { return diagnostics.size(); }
    constexpr auto begin() const { return diagnostics.begin(); }
    constexpr auto end() const { return diagnostics.end(); }
    constexpr const diagnostic& operator[](std::size_t i) const { return diagnostics[i]; }

    /// How many findings of a severity there are, those beyond `options::max_diagnostics` included.
    constexpr std::size_t count(severity s) const { return counts[static_cast<std::size_t>(s)]; }

    std::vector<diagnostic> diagnostics;
    std::size_t counts[3] = {0, 0, 0};
};

/// Whether the text that was read is a JSON document; an empty one and null are none.
inline bool is_json(const report& r) {
    for (const diagnostic& d : r) {
        if (d.path.empty() && (d.rule == structure::json_syntax.id || d.rule == structure::nesting_too_deep.id ||
                               d.rule == structure::document_too_large.id || d.rule == structure::body_missing.id)) {
            return false;
        }
    }
    return true;
}

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

/// A member that travels beside the body, with its value.
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
    bool flat = false;                                 ///< Members of the query may stand in the document.
    std::span<const beside_value> beside{};            ///< Members of the query given beside the document; they win.
    std::size_t max_depth = 32;                        ///< Levels of nesting.
    std::size_t max_size = std::size_t{16} << 20;      ///< Bytes of a document.
    std::size_t max_diagnostics = 1000;  ///< Diagnostics kept; then one note says how many more there were.

    /// The severity that a rule is reported with; false where it is not reported.
    constexpr bool reports(const rule_info& rule, severity& level) const {
        if (!select.empty() && std::find(select.begin(), select.end(), rule.id) == select.end()) return false;
        if (std::find(ignore.begin(), ignore.end(), rule.id) != ignore.end()) return false;
        level = rule.severity;
        for (const severity_override& s : severities) {
            if (s.rule == rule.id) level = s.severity;
        }
        return true;
    }
};

}  // namespace vouch
