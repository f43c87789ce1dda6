// SPDX-License-Identifier: BSL-1.0
#include <apsaramq/http.hpp>
#include <vouch/read.hpp>

#include "../catch.hpp"

using namespace apsaramq;

TEST_CASE("a request is sent with its token in the query and the rest in the body", "[schema][http]") {
    CreateInstanceRequest request;
    request.serviceCode = "rmq";
    http_request http = to_http(request);
    CHECK(http.method == "POST");
    CHECK(http.path == "/instances");
    CHECK(http.query.empty());
    CHECK(http.body == R"({"serviceCode":"rmq","networkInfo":{"vpcInfo":{"vpcId":""},"internetInfo":{}}})");
    REQUIRE(http.headers.size() == 1);
    CHECK(http.headers[0] == std::pair<std::string, std::string>("content-type", "application/json; charset=utf-8"));

    request.clientToken = "a b+/&é~-._";
    http = to_http(request);
    CHECK(http.query == "clientToken=a%20b%2B%2F%26%C3%A9~-._");
    CHECK(http.body.find("clientToken") == std::string::npos);
}

TEST_CASE("unknown members are sent, except for what is for editors", "[schema][http]") {
    const auto r = vouch::read<CreateInstanceRequest>(
        R"({"$schema":"create-instance-request.json","new":{"a":[1, 2]},"serviceCode":"rmq","seriesCode":"standard",)"
        R"("subSeriesCode":"cluster_ha","paymentType":"PayAsYouGo","networkInfo":{"vpcInfo":{"vpcId":"vpc-1","more":true},)"
        R"("internetInfo":{"internetSpec":"disable","flowOutType":"uninvolved"}}})");
    REQUIRE(r.value.has_value());
    CHECK(to_http(*r, {.unknown = r.unknown}).body ==
          R"({"serviceCode":"rmq","seriesCode":"standard","subSeriesCode":"cluster_ha","paymentType":"PayAsYouGo",)"
          R"("networkInfo":{"vpcInfo":{"vpcId":"vpc-1","more":true},"internetInfo":{"internetSpec":"disable",)"
          R"("flowOutType":"uninvolved"}},"new":{"a":[1, 2]}})");
    CHECK(to_http(*r).body.find("more") == std::string::npos);
    CHECK(to_http(*r, {.include_query = true}).body == to_http(*r).body);
}

TEST_CASE("unreserved characters of a query are not escaped, all others are", "[schema][http]") {
    CHECK(apsaramq::percent_encoded("azAZ09-._~") == "azAZ09-._~");
    CHECK(apsaramq::percent_encoded("@[`{/:") == "%40%5B%60%7B%2F%3A");
}
