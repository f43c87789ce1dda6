// SPDX-License-Identifier: BSL-1.0
#include "../peers.hpp"

#ifdef VOUCH_HAS_REFLECT_CPP
#include <benchmark/benchmark.h>
#include <rfl/json.hpp>

#include <stdexcept>

peer reflect_cpp_peer() {
    return {"reflect_cpp",
            [](const std::string& text) {
                auto request = rfl::json::read<apsaramq::CreateInstanceRequest>(text);
                if (!request) throw std::runtime_error("reflect-cpp does not read it");
                benchmark::DoNotOptimize(&request);
            },
            [](const apsaramq::CreateInstanceRequest& request) {
                const std::string out = rfl::json::write(request);
                benchmark::DoNotOptimize(&out);
            }};
}

#else
peer reflect_cpp_peer() { return {}; }
#endif
