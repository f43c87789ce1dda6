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
    std::string_view rule;  ///< The rule that is still broken.
    std::string path;       ///< Where, as a JSON Pointer.
    place where;            ///< Where, in the text as it was before all fixes.
    std::string reason;     ///< Why it was not made, in words.
};

/// A member of the query that was taken out of the document; give it to the client.
struct moved_member {
    std::string name;   ///< Its key.
    std::string value;  ///< As JSON if it is not a string.
};

/// A fix that was made.
struct applied_fix {
    std::string_view rule;    ///< The rule that was broken.
    std::string path;         ///< Where, as a JSON Pointer.
    std::string description;  ///< What was done, in words.
};

/// A fixed text, and what was done.
struct fixed {
    std::string text;                     ///< The document.
    vouch::report report;                 ///< Of `text`, with the fixes that are left.
    std::vector<applied_fix> applied;     ///< What was done, in order.
    std::vector<fix_conflict> conflicts;  ///< What was not done.
    std::vector<moved_member> moved;      ///< The members of the query that were taken out.
};

/// Removes findings that must not be fixed from a report.
using report_filter = std::function<void(report&)>;

/// Which fixes to make.
enum class fix_level : std::uint8_t { safe, all };

}  // namespace vouch
