// SPDX-License-Identifier: BSL-1.0
#include "../peers.hpp"

#ifdef VOUCH_HAS_SIMDJSON
#include "described.hpp"

#include <benchmark/benchmark.h>
#include <simdjson.h>

namespace {

struct dom {
    using node = simdjson::dom::element;
    template <class F>
    static void find(const node& v, const char* name, F f) {
        node found;
        if (v[name].get(found) == simdjson::SUCCESS) f(found);
    }
    template <class F>
    static void for_each(const node& v, F f) {
        const simdjson::dom::array all = v.get_array().value();
        for (const node e : all) f(e);
    }
    static std::string_view text(const node& v) { return v.get_string().value(); }
    static bool boolean(const node& v) { return v.get_bool().value(); }
    static double number(const node& v) { return v.get_double().value(); }
    static std::int64_t integer(const node& v) { return v.get_int64().value(); }
};

}  // namespace

peer simdjson_peer() {
    return {"simdjson", [](const std::string& text) {
                static simdjson::dom::parser parser;  // Reused, as its documentation advises.
                apsaramq::CreateInstanceRequest request;
                const simdjson::dom::element root = parser.parse(text).value();
                from_dom<dom>(root, request);
                benchmark::DoNotOptimize(&request);
            }};
}

#else
peer simdjson_peer() { return {}; }
#endif
