// SPDX-License-Identifier: BSL-1.0
// A request as the HTTP message that goes on the wire.
#pragma once

#include <apsaramq/http.hpp>

#include <string>

namespace vouch::cli {

/// What the first line of the message asks for: path and query.
inline std::string target_of(const apsaramq::http_request& http) {
    return http.path + (http.query.empty() ? "" : "?" + http.query);
}

/// The message, except for the headers that name the host and sign it.
inline std::string http_message(const apsaramq::http_request& http) {
    std::string out = http.method + " " + target_of(http) + " HTTP/1.1\r\n";
    for (const auto& [name, value] : http.headers) out += name + ": " + value + "\r\n";
    return out + "content-length: " + std::to_string(http.body.size()) + "\r\n\r\n" + http.body;
}

}  // namespace vouch::cli
