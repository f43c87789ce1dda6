// SPDX-License-Identifier: BSL-1.0
// Editing: a value is changed, and its text follows with the least edits.
#pragma once

#include <vouch/detail/edit/editor.hpp>
#include <vouch/read.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace vouch::inline VOUCH_ABI {

/// An edited text, and what was done.
struct edited {
    std::string text;              ///< With the edits made.
    std::vector<text_edit> edits;  ///< Of the text that was given; in order, and none overlaps another.
    vouch::report report;          ///< Of `text`.
};

/// Reads a text, lets `change` change the value, and makes the text say the same: it reads back as the changed value,
/// as far as JSON can express that. What has not changed keeps its bytes: white space, order, spellings of numbers,
/// texts and keys, nulls, and unknown members. A text that gives no value stays as it is: the report says why, and
/// `change` is not called.
///
/// A new member goes where the declared order puts it, and looks like what is around. A member that becomes absent is
/// removed, with all its spellings and repetitions. An element of a list keeps its unknown members wherever it goes: a
/// new element is taken for the old one that it equals or, if there is none, for the only old one that has the same
/// value in a member. An element that is like none takes the place of one that is gone.
///
/// Changes to members that do not belong in the text have no effect on it: those of the query, unless `flat` is set,
/// and those given `beside` it.
template <class T, class F>
[[nodiscard]] edited edit(std::string_view text, F change, const options& o = {}) {
    edited result{std::string(text), {}, {}};
    reading<T> r = read<T>(text, o);
    if (r.value) {
        const T before = *r.value;
        change(*r.value);
        result.edits = detail::edits_between(text, detail::plain::value_type_of<T>, &before, &*r.value, o);
    }
    if (result.edits.empty()) {
        result.report = std::move(r.report);
    } else {
        result.text = detail::edit_history().edited(text, result.edits);
        result.report = read<T>(result.text, o).report;
    }
    return result;
}

}  // namespace vouch
