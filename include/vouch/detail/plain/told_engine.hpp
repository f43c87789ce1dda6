// SPDX-License-Identifier: BSL-1.0
// The function for documents that are told: compiled in each file that uses it, or once.
#pragma once

#include <vouch/detail/config.hpp>
#include <vouch/detail/plain/read_document.hpp>
#include <vouch/detail/plain/told_document.hpp>

namespace vouch::inline VOUCH_ABI::detail::plain {

VOUCH_DEFINED bool read(const document& from, const options& o, const value_type& type, void* optional, findings to) {
    told_document told(from);
    const bool sound = read_document(told, o, type, optional, to);
    from.relocate(to.report);
    return sound;
}

}  // namespace vouch::detail::plain
