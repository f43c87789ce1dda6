// SPDX-License-Identifier: BSL-1.0
// How sending a document to the reader ended, and what is reported if it is not one.
#pragma once

#include <vouch/detail/json/place_finder.hpp>
#include <vouch/detail/plain/report_builder.hpp>

namespace vouch::inline VOUCH_ABI::detail {

/// How sending a document to a reader ended.
enum class outcome : std::uint8_t {
    whole,
    failed,  ///< It is not a document; that is reported, alone.
    again    ///< To be sent once more, to a fresh reader.
};

/// Makes one diagnostic all that there is to say of a document.
[[gnu::cold]] inline outcome reject(report_builder& out, const rule_words& rule, std::string_view text, place where,
                                    const word_list& words, std::string_view help = {}) {
    out.clear();
    if (draft* e = out.add_always(rule, words)) {
        if (!help.empty()) e->found.help = help;
        where.length = (std::min)(where.length, text.size() - where.offset);
        e->found.where = where;
        sequence<place*> places;
        places.push_back(&e->found.where);
        count_lines(text, places);
        e->placed = true;
    }
    return outcome::failed;
}

}  // namespace vouch::detail
