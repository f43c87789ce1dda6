// SPDX-License-Identifier: BSL-1.0
// Random requests: what is written reads back as the same value, and reading and validating find the same mistakes.
#include <apsaramq.hpp>
#include <vouch/boost_json.hpp>

#include "../catch.hpp"
#include "../found.hpp"
#include "generator.hpp"

#include <algorithm>

using namespace apsaramq;

namespace {

/// A missing member has the place of its object in a text, and its own position in memory.
std::vector<std::string> sorted_lines(const vouch::report& r) {
    std::vector<std::string> all = lines(r);
    std::sort(all.begin(), all.end());
    return all;
}

}  // namespace

TEST_CASE("random requests round-trip, with the same findings in memory and as text", "[properties][round_trip]") {
    generator some(7);
    for (int i = 0; i < 3000; ++i) {
        const CreateInstanceRequest request = some.request();
        const std::string text = vouch::write(request, {.include_query = true});
        INFO(text);
        const auto read = vouch::read<CreateInstanceRequest>(text, {.flat = true});
        REQUIRE(read.value == request);
        const vouch::report in_memory = vouch::validate(request);
        REQUIRE(sorted_lines(read.report) == sorted_lines(in_memory));
        REQUIRE(vouch::valid(request) == in_memory.ok());
        REQUIRE(vouch::read<CreateInstanceRequest>(vouch::write(request, {.indent = 3, .include_query = true}),
                                                   {.flat = true})
                    .value == request);
        REQUIRE(boost::json::value_to<CreateInstanceRequest>(boost::json::value_from(request)) == request);
    }
}
