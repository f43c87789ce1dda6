// SPDX-License-Identifier: BSL-1.0
// vouch schema, reference, sample, http and policy: what is made from the schema and from requests.
#pragma once

#include "schemas.hpp"

#include <string>
#include <vector>

namespace vouch::cli {

struct sample_options {
    document_type type = document_type::request;
    bool full = false;
    std::vector<std::string> settings;  ///< path=value
};

struct http_options {
    std::string input;
    std::optional<std::string> client_token;
    bool curl = false;
};

struct policy_options {
    std::string region = "*";
    std::string account = "*";
};

int print_schema(document_type type);
int print_reference();
int print_sample(const sample_options& options);
int print_http(const http_options& options);
int print_policy(const policy_options& options);

}  // namespace vouch::cli
