// SPDX-License-Identifier: BSL-1.0
// The plain lane alone, to compare public functions with, which ask the straight lane first.
#pragma once

#include <vouch/read.hpp>
#include <vouch/validate.hpp>
#include <vouch/write.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace plain_lane {

template <class T>
vouch::reading<T> read(std::string_view text, const vouch::options& o = {}) {
    vouch::reading<T> result;
    const bool sound = vouch::detail::plain::read(text, o, vouch::detail::plain::value_type_of<T>, &result.value,
                                                  {result.report, result.unknown});
    if (!sound) result.value.reset();
    return result;
}

template <class T>
vouch::report validate(const T& value, const vouch::options& o = {}) {
    return vouch::detail::plain::validate(&value, vouch::detail::plain::value_type_of<T>, o);
}

template <class T>
std::string write(const T& value, const vouch::write_options& o = {}) {
    std::string out;
    vouch::detail::plain::write(out, &value, vouch::detail::plain::value_type_of<T>, o);
    return out;
}

}  // namespace plain_lane

/// Whether two reports say the same, at the same places.
inline bool is_same(const vouch::report& a, const vouch::report& b) {
    const auto same = [](const vouch::diagnostic& x, const vouch::diagnostic& y) {
        return x.severity == y.severity && x.rule == y.rule && x.path == y.path && x.message == y.message &&
               x.help == y.help && x.where == y.where;
    };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

/// How the lanes differ about a document, or about the value in it: empty if they agree.
template <class T>
std::string difference_between_lanes(std::string_view text, const vouch::options& o = {}) {
    const vouch::reading<T> fast = vouch::read<T>(text, o);
    const vouch::reading<T> plain = plain_lane::read<T>(text, o);
    if (fast.value != plain.value) return "value";
    if (!is_same(fast.report, plain.report)) return "report";
    if (fast.unknown != plain.unknown) return "unknown members";
    if (vouch::check<T>(text, o) != plain.report.ok()) return "verdict";
    if (!plain.value) return {};
    if (!is_same(vouch::validate(*plain.value, o), plain_lane::validate(*plain.value, o))) return "validation";
    for (const bool include_query : {false, true}) {
        const vouch::write_options how{.include_query = include_query};
        std::string appended = "[";
        vouch::write_to(appended, *plain.value, how);
        const std::string written = plain_lane::write(*plain.value, how);
        if (vouch::write(*plain.value, how) != written || appended != "[" + written) return "written text";
    }
    return {};
}
