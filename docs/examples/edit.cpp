// SPDX-License-Identifier: BSL-1.0
// Changes a request as a value, and the file that a person wrote follows: all else stays as it is.
#include <apsaramq.hpp>
#include <vouch/edit.hpp>

#include <iostream>

int main() {
    const std::string_view text = R"({
  "serviceCode": "rmq", "seriesCode": "standard", "subSeriesCode": "cluster_ha",
  "paymentType": "Subscription", "period": 1, "periodUnit": "Month",
  "productInfo": { "msgProcessSpec": "rmq.s2.2xlarge", "messageRetentionTime": 72.0 },
  "networkInfo": {
    "vpcInfo": {
      "vpcId": "vpc-wz9qt50xhtj9krb4a1b2c",
      "vSwitches": [
        { "vSwitchId": "vsw-uf6gwtbn6etadpv0000001", "x-zone": "a" }
      ]
    },
    "internetInfo": { "internetSpec": "disable", "flowOutType": "uninvolved" }
  }
}
)";

    vouch::edited e = vouch::edit<apsaramq::CreateInstanceRequest>(text, [](apsaramq::CreateInstanceRequest& request) {
        request.period = 3;
        request.remark = "For the shop.";
        request.networkInfo.vpcInfo.vSwitches->push_back({"vsw-uf6gwtbn6etadpv0000002"});
    });
    std::cout << e.text;
    return e.report.ok() && e.edits.size() == 3 ? 0 : 1;
}
