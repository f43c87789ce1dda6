// SPDX-License-Identifier: BSL-1.0
// A request as sent over HTTP: method, path, query, headers and body. Sending it is up to the caller.
#pragma once

#include <apsaramq/create_instance.hpp>
#include <apsaramq/operation.hpp>
#include <vouch/write.hpp>

#include <concepts>
#include <string>
#include <utility>
#include <vector>

namespace apsaramq::inline VOUCH_ABI {

/// An HTTP request, unsigned and without a host.
struct http_request {
    std::string method;  ///< `POST`.
    std::string path;    ///< From the first slash on.
    std::string query;   ///< Percent-encoded, without the question mark; empty if there is none.
    std::vector<std::pair<std::string, std::string>> headers;  ///< Names, in lower case, and values.
    std::string body;                                          ///< JSON.
};

/// Percent-encodes a query value, except for the unreserved characters of RFC 3986.
inline std::string percent_encoded(std::string_view text) {
    constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const char lower = vouch::to_lower(c);
        if ((lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~') {
            out += c;
        } else {
            out += '%';
            out += digits[byte >> 4];
            out += digits[byte & 0xFU];
        }
    }
    return out;
}

/// The HTTP request for a CreateInstance request, valid or not. Of the unknown members in the options, `$schema` is for
/// editors and is not sent. A template, so that only those who call it compile it.
template <std::same_as<CreateInstanceRequest> Request>
[[nodiscard]] http_request to_http(const Request& request, vouch::write_options o = {}) {
    std::vector<vouch::unknown_member> sent(o.unknown.begin(), o.unknown.end());
    std::erase_if(sent, [](const vouch::unknown_member& u) { return u.path == "/$schema"; });
    o.unknown = sent;
    o.include_query = false;
    http_request http{
        std::string(create_instance.method), std::string(create_instance.path), {}, {}, vouch::write(request, o)};
    if (request.clientToken) http.query = "clientToken=" + percent_encoded(*request.clientToken);
    http.headers.emplace_back("content-type", "application/json; charset=utf-8");
    return http;
}

}  // namespace apsaramq
