// SPDX-License-Identifier: BSL-1.0
// What to report about a document, how much of it to accept, and how to write one.
#pragma once

#include <vouch/rule.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vouch::inline VOUCH_ABI {

/// A list around an unknown member, as it was read.
struct list_around {
    std::size_t size = 0;                        ///< The number of its elements.
    std::shared_ptr<const std::string> element;  ///< The known members of the element that the member is in, as JSON.
};

/// A member that the schema does not have, as written.
struct unknown_member {
    std::string path;                  ///< A JSON Pointer.
    std::string json;                  ///< Its value, as it was written; it must be JSON.
    std::vector<list_around> lists{};  ///< The outermost first. Without them, indices in the path count as they are.

    /// Whether path and value are the same; the lists do not matter.
    bool operator==(const unknown_member& other) const { return path == other.path && json == other.json; }
};

/// How members that the schema does not have are reported.
enum class unknown_policy : std::uint8_t { error, warning, ignore };

/// The severity that a rule is reported with.
struct severity_override {
    std::string_view rule;                              ///< Its id.
    vouch::severity severity = vouch::severity::error;  ///< Instead of the schema's.
};

/// A member that is sent outside the body, with its value.
struct beside_value {
    std::string_view name;   ///< Its key.
    std::string_view value;  ///< Its text.
};

/// What to report about a document, and how much of it to accept. Ids that no rule of the schema has are reported, as
/// `unknown-rule`; so is leaving out or lowering a rule without which there may be no value, as `rule-not-optional`.
struct options {
    std::span<const std::string_view> select{};        ///< Ids of the only rules to report; empty for all.
    std::span<const std::string_view> ignore{};        ///< Ids of rules not to report.
    std::span<const severity_override> severities{};   ///< Severities that replace the schema's.
    unknown_policy unknown = unknown_policy::warning;  ///< For members that the schema does not have.
    bool flat = false;                                 ///< Members of the query may appear in the document.
    std::span<const beside_value> beside{};            ///< Strings of the query, given outside the document; they win.
    std::span<const std::string_view>
        hidden{};  ///< JSON Pointers, with the names of the schema, of more values that no message shows; sorted.
    /// If not, rules that guard the value can be left out as well, and unknown members are not kept.
    bool needs_value = true;
    bool fill_defaults = false;                    ///< The value gets defaults, as `with_defaults` fills them in.
    std::size_t max_depth = 32;                    ///< Levels of nesting.
    std::size_t max_size = std::size_t{16} << 20;  ///< Bytes of a document.
    std::size_t max_diagnostics = 1000;            ///< Diagnostics to keep; one more says how many were left out.

    /// Whether messages hide the value that a function gives the pointer to.
    template <class Pointer>
    [[nodiscard]] constexpr bool hides(Pointer pointer) const {
        return !hidden.empty() && std::binary_search(hidden.begin(), hidden.end(), std::string_view(pointer()));
    }

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
    std::size_t indent = 0;      ///< Spaces per level; 0 writes everything on one line.
    bool include_query = false;  ///< Also writes the members of the query.
    /// Members that reading kept: written at the end of their objects. An element of a list is the one with the same
    /// index if the list has kept its size, else one that is equal in all known members.
    std::span<const unknown_member> unknown{};
    /// Receives those whose object is not there any more, and those that would be read as a member of the schema.
    std::vector<unknown_member>* left_out = nullptr;
};

}  // namespace vouch
