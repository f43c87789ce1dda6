// SPDX-License-Identifier: BSL-1.0
// The lanes agree about each document: the cases of tests/conformance, and each of some documents with every byte
// removed, doubled or replaced.
#include <apsaramq.hpp>
#include <vouch/boost_json.hpp>

#include "../cases.hpp"
#include "../catch.hpp"
#include "../garden.hpp"
#include "../lanes.hpp"

#include <string>
#include <vector>

namespace {

using apsaramq::CreateInstanceRequest;
using apsaramq::CreateInstanceResponse;

template <class T>
void check_lanes(std::string_view text, const vouch::options& o = {}) {
    const std::string difference = difference_between_lanes<T>(text, o);
    if (difference.empty()) return;
    INFO(text);
    FAIL_CHECK(difference);
}

/// Calls `f` with a text in which one byte was removed, doubled or replaced, for each byte and some replacements.
template <class F>
void for_each_mutation(const std::string& text, F f) {
    constexpr char replacements[] = "\"\\{}[]:,0-9eEtnA _\n\x01\x7F\x80\xC3\xFF";  // And the zero at its end.
    for (std::size_t i = 0; i < text.size(); ++i) {
        f(text.substr(0, i));
        std::string changed = text;
        changed.erase(i, 1);
        f(changed);
        changed = text;
        changed.insert(i, 1, text[i]);
        f(changed);
        for (const char c : replacements) {
            changed = text;
            changed[i] = c;
            f(changed);
        }
    }
}

std::string pretty(const std::string& text) { return vouch::indented(boost::json::parse(text)); }

}  // namespace

TEST_CASE("the lanes agree about every conformance case", "[lanes]") {
    for (const char* file : conformance_files) {
        for (const conformance_case& c : conformance_cases(file)) {
            vouch::beside_value given{"clientToken", {}};
            vouch::options o;
            if (c.client_token) {
                given.value = *c.client_token;
                o.beside = {&given, 1};
            }
            vouch::options flat = o;
            flat.flat = true;
            for (const vouch::options& options : {o, flat}) {
                check_lanes<CreateInstanceRequest>(c.text, options);
                check_lanes<CreateInstanceResponse>(c.text, options);
            }
        }
    }
}

TEST_CASE("the lanes agree about mutated requests", "[lanes]") {
    for (const char* name : {"full", "minimal"}) {
        const std::string text = file_text("../benchmarks/" + std::string(name) + ".json");
        for_each_mutation(text, [](const std::string& t) { check_lanes<CreateInstanceRequest>(t); });
    }
}

TEST_CASE("the lanes agree about mutated responses", "[lanes]") {
    const std::string text = R"({"requestId":"AF9A\u0042","success":true,"data":"rmq-cn-7e22ody","code":"200",)"
                             R"("message":"Suc\"cess","httpStatusCode":200,"dynamicCode":"实例"})";
    for_each_mutation(text, [](const std::string& t) { check_lanes<CreateInstanceResponse>(t); });
}

TEST_CASE("the lanes agree about mutated documents of a small schema", "[lanes]") {
    const std::string text = R"({"title":"Kräu\tter \ud83c\udf3f","soil":"loam","area":-4,"owner":"me",)"
                             R"("water":{"automatic":true,"litres":1.5e0},"spare":{},)"
                             R"("plants":[{"name":"mint","count":3,"friends":["a","b"]},{"name":"sage"}]})";
    for_each_mutation(text, [](const std::string& t) { check_lanes<garden::Bed>(t); });
    for_each_mutation(pretty(std::string(garden::valid_text)),
                      [](const std::string& t) { check_lanes<garden::Bed>(t, {.flat = true}); });
}
