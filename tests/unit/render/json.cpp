// SPDX-License-Identifier: BSL-1.0
#include <vouch/render/json.hpp>

#include <vouch/read.hpp>

#include "../../catch.hpp"
#include "../../garden.hpp"

using namespace vouch;

TEST_CASE("a report as JSON", "[json]") {
    CHECK(render::json({}, {"a.json"}) ==
          R"({"file":"a.json","record":null,"valid":true,"errors":0,"warnings":0,"infos":0,"diagnostics":[]})");
    const auto r = read<garden::Bed>(R"({"title":"a","soil":"sand","area":1,"water":{"litres":1},"\u001b\u202e":0})");
    CHECK(
        render::json(r.report, {"b\x1b.json", 7}) ==
        "{\"file\":\"b\\u001b.json\",\"record\":7,\"valid\":false,\"errors\":1,\"warnings\":1,\"infos\":0,\"diagnostics\":["
        R"({"severity":"error","rule":"sand-needs-owner","basis":"reference","path":"/owner","message":"a bed of sand needs an owner",)"
        R"("help":"","offset":0,"length":1,"line":1,"column":1,"related":[{"path":"/soil","line":1,"column":21,)"
        R"("message":"because soil is \"sand\""}],"fixes":[]},)"
        R"({"severity":"warning","rule":"unknown-field","basis":"reference","path":"/\u001b\u202e",)"
        R"("message":"unknown field \"\\u001b\\u202e\"","help":"remove it, or correct its name",)"
        R"("offset":57,"length":14,"line":1,"column":58,"related":[],"fixes":[]}]})");
}
