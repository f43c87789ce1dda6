// SPDX-License-Identifier: BSL-1.0
// boost::json::value as JSON text, with numbers as the reader receives them.
#pragma once

#include <vouch/detail/json/numbers.hpp>
#include <vouch/detail/json/output.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/string.hpp>
#include <boost/json/value.hpp>

#include <charconv>
#include <string>
#include <string_view>

namespace vouch::inline VOUCH_ABI::detail {

/// Calls `f` with a number as JSON text; for an infinity or a NaN, with a number that is too large for a double.
template <class F>
void dom_number(const boost::json::value& v, F f) {
    char text[32];
    const auto of = [&](auto n) {
        f(std::string_view(text, static_cast<std::size_t>(std::to_chars(text, text + sizeof text, n).ptr - text)));
    };
    if (v.is_int64())
        of(v.get_int64());
    else if (v.is_uint64())
        of(v.get_uint64());
    else if (is_finite(v.get_double()))
        of(v.get_double());
    else
        f(v.get_double() < 0 ? "-1e999" : "1e999");
}

inline void write_dom(json_output& out, const boost::json::value& v) {
    namespace json = boost::json;
    switch (v.kind()) {
    case json::kind::object:
        out.begin('{');
        for (const json::key_value_pair& member : v.get_object()) {
            out.key({member.key().data(), member.key().size()});
            write_dom(out, member.value());
        }
        out.end('}');
        break;
    case json::kind::array: out.list(v.get_array(), [&](const json::value& e) { write_dom(out, e); }); break;
    case json::kind::string: out.string({v.get_string().data(), v.get_string().size()}); break;
    case json::kind::bool_: out.boolean(v.get_bool()); break;
    case json::kind::null: out.raw("null"); break;
    default: dom_number(v, [&](std::string_view number) { out.raw(number); });
    }
}

/// Appends a DOM as JSON: like boost::json::serialize, but with numbers as the reader receives them.
inline void write_dom(std::string& to, const boost::json::value& v, std::size_t indent = 0) {
    json_output out(to, {.indent = indent});
    write_dom(out, v);
}

}  // namespace vouch::detail
