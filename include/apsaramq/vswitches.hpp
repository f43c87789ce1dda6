// SPDX-License-Identifier: BSL-1.0
// vSwitches, which a request can specify in two ways: as ids joined in vSwitchId, or as entries of vSwitches.
#pragma once

#include <apsaramq/text_forms.hpp>
#include <vouch/cell.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

namespace apsaramq::inline VOUCH_ABI {
namespace formats {

/// Whether a character separates ids.
constexpr bool is_separator(char c) { return c == '|' || c == ','; }

/// Whether a text has a separator of ids.
constexpr bool has_separator(std::string_view ids) { return vouch::has_any<'|', ','>(ids); }

/// Calls `f` with each part, separated by `|` or `,` and trimmed, until it returns false. True if it never does.
template <class F>
constexpr bool all_segments(std::string_view ids, F f) {
    while (true) {
        std::size_t end = 0;
        while (end < ids.size() && !is_separator(ids[end])) ++end;
        if (!f(vouch::trimmed(ids.substr(0, end)))) return false;
        if (end == ids.size()) return true;
        ids.remove_prefix(end + 1);
    }
}

/// Whether some segment is not blank.
constexpr bool has_usable_segment(std::string_view ids) {
    return !all_segments(ids, [](std::string_view id) { return id.empty(); });
}

/// Whether no segment is blank.
constexpr bool has_no_blank_segment(std::string_view ids) {
    return all_segments(ids, [](std::string_view id) { return !id.empty(); });
}

/// Whether a text has a comma.
constexpr bool has_comma(std::string_view ids) { return vouch::has_any<','>(ids); }

namespace detail {

inline bool has_distinct_segments_sorted(std::string_view ids) {
    std::vector<std::string_view> all;
    all_segments(ids, [&](std::string_view id) {
        if (!id.empty()) all.push_back(id);
        return true;
    });
    std::string_view* const end = all.data() + all.size();
    std::sort(all.data(), end);
    return std::adjacent_find(all.data(), end) == end;
}

}  // namespace detail

/// No segment appears twice in the list, except for blank ones.
constexpr bool has_distinct_segments(std::string_view ids) {
    constexpr std::size_t many = 2048;  // Above this many bytes, sorting is worth an allocation.
    if (!std::is_constant_evaluated() && ids.size() > many) return detail::has_distinct_segments_sorted(ids);
    return all_segments(ids, [&](std::string_view id) {
        if (id.empty()) return true;
        std::size_t times = 0;
        all_segments(ids, [&](std::string_view other) { return other != id || ++times < 2; });
        return times < 2;
    });
}

/// Whether a text is blank, or begins like the id of a vSwitch.
constexpr bool is_vswitch_id_or_blank(std::string_view id) { return begins_with(id, "vsw-") || vouch::is_blank(id); }

/// Whether each segment is blank, or begins like the id of a vSwitch.
constexpr bool are_vswitch_ids(std::string_view ids) { return all_segments(ids, is_vswitch_id_or_blank); }

}  // namespace formats

namespace forms {

inline constexpr vouch::text_form with_separator{formats::has_separator, "several ids joined with | or ,", "[|,]"};
inline constexpr vouch::text_form vswitch_id_or_blank{formats::is_vswitch_id_or_blank,
                                                      "blank or an id that begins with vsw-"};
inline constexpr vouch::text_form vswitch_ids{formats::are_vswitch_ids, "a list of ids that begin with vsw-"};
inline constexpr vouch::text_form distinct_segments{formats::has_distinct_segments, "a list of distinct ids"};
inline constexpr vouch::text_form with_comma{formats::has_comma, "several ids joined with a comma"};
inline constexpr vouch::text_form without_blank_segment{formats::has_no_blank_segment, "a list without empty parts"};

}  // namespace forms

// What rules check in the cells of both fields.
namespace vswitches {

/// The cell of an entry's vSwitchId, its only member.
inline constexpr std::uint16_t entry_id = 1;

/// Whether an entry is not an object, or its id is not a string.
constexpr bool has_mistyped_entry(const vouch::cell& entries) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries.item(i).wrong() || entries.item(i, entry_id).wrong()) return true;
    }
    return false;
}

constexpr bool has_usable_entry(const vouch::cell& entries) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const vouch::cell id = entries.item(i, entry_id);
        if (id.present() && !vouch::is_blank(id.text)) return true;
    }
    return false;
}

constexpr bool has_usable_id(const vouch::cell& joined) {
    return joined.present() && formats::has_usable_segment(joined.text);
}

/// Whether a vSwitch is specified in either way, or perhaps in an entry of the wrong type.
constexpr bool are_given(const vouch::cell& entries, const vouch::cell& joined) {
    return has_usable_entry(entries) || has_usable_id(joined) || has_mistyped_entry(entries);
}

/// Whether vSwitches are not specified in both ways at once.
constexpr bool are_given_once(const vouch::cell& joined, const vouch::cell& entries) {
    return !has_usable_id(joined) || !(has_usable_entry(entries) || has_mistyped_entry(entries));
}

/// Whether an entry has an id that is not known yet.
constexpr bool is_unresolved(const vouch::cell& entries, std::size_t i) {
    return entries.item(i).unresolved() || entries.item(i, entry_id).unresolved();
}

/// Whether there are no ids or several distinct ones, among the entries or else in the joined text; also true if an
/// entry has the wrong type. An only entry is one id even if it is not known yet which.
constexpr bool are_not_only_one(const vouch::cell& entries, const vouch::cell& joined) {
    if (entries.size() == 1 && is_unresolved(entries, 0)) return false;
    std::string_view first;
    bool several = false;
    const auto count = [&](std::string_view id) {
        if (id.empty()) return true;
        several = several || (!first.empty() && id != first);
        first = id;
        return true;
    };
    if (has_usable_entry(entries)) {
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const vouch::cell id = entries.item(i, entry_id);
            if (!id.present() || vouch::is_blank(id.text)) continue;
            if (formats::has_separator(id.text))
                formats::all_segments(id.text, count);
            else
                count(id.text);
        }
    } else if (joined.present()) {
        formats::all_segments(joined.text, count);
    }
    return first.empty() || several || has_mistyped_entry(entries);
}

}  // namespace vswitches
}  // namespace apsaramq
