// SPDX-License-Identifier: BSL-1.0
// Members that hold any JSON: boost::json::value. Include this before the struct that has one is described.
#pragma once

#include <vouch/detail/json/dom.hpp>
#include <vouch/detail/tables/members.hpp>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <string>
#include <string_view>

namespace vouch::inline VOUCH_ABI::detail {

template <>
struct free_form<boost::json::value> {
    /// As Boost.JSON parses it, as deep as it is; null, and false, if it cannot.
    static bool set(boost::json::value& to, std::string_view text) {
        boost::json::error_code ec;
        boost::json::parse_options deep;
        deep.max_depth = static_cast<std::size_t>(-1);  // The reader has counted.
        to = boost::json::parse(boost::json::string_view(text.data(), text.size()), ec, {}, deep);
        return !ec;
    }
    static std::string text(const boost::json::value& v) {
        std::string out;
        write_dom(out, v);
        return out;
    }
};

}  // namespace vouch::detail
