// SPDX-License-Identifier: BSL-1.0
// The result of fixing a text: its new bytes, what was changed, and what could not be.
#pragma once

#include <vouch/diagnostic.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace vouch::inline VOUCH_ABI {

/// A fix that was not made because of another fix, or because of the text.
struct fix_conflict {
    std::string_view rule;
    std::string path;
    place where;
    std::string reason;
};

/// A member of the query that was taken out of the document; give it to the client.
struct moved_member {
    std::string name;
    std::string value;  ///< As JSON if it is not a string.
};

/// A fix that was made.
struct applied_fix {
    std::string_view rule;
    std::string path;
    std::string description;
};

/// A fixed text, and what was done.
struct fixed {
    std::string text;
    vouch::report report;  ///< Of `text`, with the fixes that are left.
    std::vector<applied_fix> applied;
    std::vector<fix_conflict> conflicts;
    std::vector<moved_member> moved;
};

/// Removes findings that must not be fixed from a report.
using report_filter = std::function<void(report&)>;

/// Which fixes to make.
enum class fix_level : std::uint8_t { safe, all };

}  // namespace vouch
