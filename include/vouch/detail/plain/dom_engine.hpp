// SPDX-License-Identifier: BSL-1.0
// The functions for boost::json::value: compiled in each file that uses them, or once.
#pragma once

#include <vouch/detail/config.hpp>
#include <vouch/detail/plain/dom_document.hpp>
#include <vouch/detail/plain/read_document.hpp>

namespace vouch::inline VOUCH_ABI::detail::plain {

VOUCH_DEFINED bool read(const boost::json::value& dom, const options& o, const value_type& type, void* optional,
                        findings to) {
    dom_document document(dom);
    return read_document(document, o, type, optional, to);
}

VOUCH_DEFINED boost::json::value to_dom(const void* value, const value_type& type, bool include_query,
                                        const boost::json::storage_ptr& where) {
    boost::json::object made(where);
    with_block(type, value,
               [&](const cell* block) { made = dom_builder::object(type.object, block, include_query, where); });
    return made;
}

}  // namespace vouch::detail::plain
