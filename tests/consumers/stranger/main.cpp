// SPDX-License-Identifier: BSL-1.0
#include <apsaramq.hpp>

#include <cstdio>

std::string longer(std::string_view text);

int main() {
    constexpr std::string_view text = R"({"serviceCode":"rmq","seriesCode":"standard","subSeriesCode":"cluster_ha",
        "paymentType":"Subscription","period":3,"periodUnit":"Month","productInfo":{"msgProcessSpec":"rmq.s2.2xlarge"},
        "networkInfo":{"vpcInfo":{"vpcId":"vpc-1","vSwitches":[{"vSwitchId":"vsw-1"}]},
        "internetInfo":{"internetSpec":"disable","flowOutType":"uninvolved"}}})";
    auto reading = vouch::read<apsaramq::CreateInstanceRequest>(text);
    if (!reading.report.empty() || !reading.value) return 1;
    reading.value->period = 7;
    const vouch::report report = vouch::validate(*reading.value);
    if (report.ok() || report[0].rule != "period-out-of-range") return 2;
    const auto again = vouch::read<apsaramq::CreateInstanceRequest>(longer(text));
    if (!again.value || again.value->period != 6) return 3;
    const boost::json::value dom = vouch::to_value(*again.value);
    if (!vouch::read<apsaramq::CreateInstanceRequest>(dom).report.empty()) return 4;
    if (apsaramq::to_http(*again.value).method != "POST") return 5;
    std::puts("vouched");
    return 0;
}
