// SPDX-License-Identifier: BSL-1.0
#include <apsaramq/http.hpp>

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
