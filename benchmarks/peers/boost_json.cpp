// SPDX-License-Identifier: BSL-1.0
#include "../peers.hpp"
#include "described.hpp"

#include <benchmark/benchmark.h>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

namespace {

struct dom {
    using node = boost::json::value;
    template <class F>
    static void find(const node& v, const char* name, F f) {
        if (const node* const found = v.as_object().if_contains(name)) f(*found);
    }
    template <class F>
    static void for_each(const node& v, F f) {
        for (const node& e : v.as_array()) f(e);
    }
    static std::string_view text(const node& v) { return {v.as_string().data(), v.as_string().size()}; }
    static bool boolean(const node& v) { return v.as_bool(); }
    static double number(const node& v) { return v.to_number<double>(); }
    static std::int64_t integer(const node& v) { return v.as_int64(); }
};

}  // namespace

peer boost_json_peer() {
    return {"boost_json_value_to", [](const std::string& text) {
                apsaramq::CreateInstanceRequest request;
                from_dom<dom>(boost::json::parse(text), request);
                benchmark::DoNotOptimize(&request);
            }};
}
