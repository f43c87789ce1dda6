// SPDX-License-Identifier: BSL-1.0
// A note's constant as boost::json::value, for exports.
#pragma once

#include <vouch/tables.hpp>

#include <boost/json/value.hpp>

namespace vouch::inline VOUCH_ABI::detail {

/// A note's constant as a DOM.
inline boost::json::value constant_value(const constant& c, const type_info& type) {
    const auto text = [](std::string_view s) {
        return boost::json::value(boost::json::string_view(s.data(), s.size()));
    };
    switch (c.holds) {
    case constant::type::boolean: return c.integer != 0;
    case constant::type::integer: return c.integer;
    case constant::type::number: return c.number;
    case constant::type::text: return text(c.text);
    case constant::type::enumerator: return text(type.enumeration->name_of(c.integer));
    case constant::type::none: break;
    }
    return nullptr;
}

}  // namespace vouch::detail
