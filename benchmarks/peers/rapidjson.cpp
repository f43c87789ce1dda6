// SPDX-License-Identifier: BSL-1.0
#include "../peers.hpp"

#if __has_include(<rapidjson/document.h>)
#include "described.hpp"

#include <benchmark/benchmark.h>
#include <rapidjson/document.h>

namespace {

struct dom {
    using node = rapidjson::Value;
    template <class F>
    static void find(const node& v, const char* name, F f) {
        if (const auto at = v.FindMember(name); at != v.MemberEnd()) f(at->value);
    }
    template <class F>
    static void for_each(const node& v, F f) {
        for (const node& e : v.GetArray()) f(e);
    }
    static std::string_view text(const node& v) { return {v.GetString(), v.GetStringLength()}; }
    static bool boolean(const node& v) { return v.GetBool(); }
    static double number(const node& v) { return v.GetDouble(); }
    static std::int64_t integer(const node& v) { return v.GetInt64(); }
};

}  // namespace

peer rapidjson_peer() {
    return {"rapidjson", [](const std::string& text) {
                rapidjson::Document document;
                document.Parse(text.data(), text.size());
                apsaramq::CreateInstanceRequest request;
                from_dom<dom>(static_cast<const rapidjson::Value&>(document), request);
                benchmark::DoNotOptimize(&request);
            }};
}

#else
peer rapidjson_peer() { return {}; }
#endif
