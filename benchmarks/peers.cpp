// SPDX-License-Identifier: BSL-1.0
#include "peers.hpp"

const std::vector<peer>& peers() {
    static const std::vector<peer> all = [] {
        std::vector<peer> out;
        for (const peer& p : {boost_json_peer(), nlohmann_peer(), rapidjson_peer(), simdjson_peer(), glaze_peer(),
                              reflect_cpp_peer()}) {
            if (p.read != nullptr) out.push_back(p);
        }
        return out;
    }();
    return all;
}
