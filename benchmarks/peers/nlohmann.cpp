// SPDX-License-Identifier: BSL-1.0
#include "../peers.hpp"

#if __has_include(<nlohmann/json.hpp>)
#include "described.hpp"

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>

namespace {

struct dom {
    using node = nlohmann::json;
    template <class F>
    static void find(const node& v, const char* name, F f) {
        if (const auto at = v.find(name); at != v.end()) f(*at);
    }
    template <class F>
    static void for_each(const node& v, F f) {
        for (const node& e : v) f(e);
    }
    static const std::string& text(const node& v) { return v.get_ref<const std::string&>(); }
    static bool boolean(const node& v) { return v.get<bool>(); }
    static double number(const node& v) { return v.get<double>(); }
    static std::int64_t integer(const node& v) { return v.get<std::int64_t>(); }
};

}  // namespace

peer nlohmann_peer() {
    return {"nlohmann", [](const std::string& text) {
                apsaramq::CreateInstanceRequest request;
                from_dom<dom>(nlohmann::json::parse(text), request);
                benchmark::DoNotOptimize(&request);
            }};
}

#else
peer nlohmann_peer() { return {}; }
#endif
