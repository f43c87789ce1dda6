// SPDX-License-Identifier: BSL-1.0
// Other libraries that read and write the same request.
#pragma once

#include <apsaramq/request.hpp>

#include <string>
#include <vector>

struct peer {
    std::string name;
    void (*read)(const std::string& text) = nullptr;
    void (*write)(const apsaramq::CreateInstanceRequest& request) = nullptr;
};

/// Those that this program was built with.
const std::vector<peer>& peers();

// One for each library; those that are not there have no functions.
peer boost_json_peer();
peer nlohmann_peer();
peer rapidjson_peer();
peer simdjson_peer();
peer glaze_peer();
peer reflect_cpp_peer();
