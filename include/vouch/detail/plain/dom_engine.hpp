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
    struct builder final : block_visitor {
        builder(const object_info& i, bool query, const boost::json::storage_ptr& s)
            : object(i), include_query(query), storage(s) {}
        void visit(std::size_t, cell* block) override {
            made = dom_builder::object(object, block, include_query, storage);
        }
        const object_info& object;
        bool include_query;
        const boost::json::storage_ptr& storage;
        boost::json::object made{storage};
    } builder(type.object, include_query, where);
    type.show(value, builder);
    return std::move(builder.made);
}

}  // namespace vouch::detail::plain
