// SPDX-License-Identifier: BSL-1.0
// Builds a request in C++: the compiler vouches for what is constant, `validate` for the rest.
#include <apsaramq.hpp>

#include <iostream>

namespace {

using namespace apsaramq;

constexpr CreateInstanceRequest small_instance() {
    CreateInstanceRequest request;
    request.serviceCode = "rmq";
    request.seriesCode = SeriesCode::standard;
    request.subSeriesCode = SubSeriesCode::cluster_ha;
    request.paymentType = PaymentType::PayAsYouGo;
    request.productInfo.emplace().msgProcessSpec = "rmq.s2.2xlarge";
    request.networkInfo.vpcInfo.vpcId = "vpc-wz9qt50xhtj9krb4a1b2c";
    request.networkInfo.vpcInfo.vSwitches = {VSwitch{"vsw-uf6gwtbn6etadpv0000001"}};
    request.networkInfo.internetInfo.internetSpec = InternetSpec::disable;
    request.networkInfo.internetInfo.flowOutType = FlowOutType::uninvolved;
    return request;
}

#if !defined(__clang__) || __clang_major__ >= 16  // Before, clang has no constant std::string of libstdc++.
static_assert(vouch::valid(small_instance()));
#endif

}  // namespace

int main() {
    CreateInstanceRequest request = small_instance();
    request.paymentType = PaymentType::Subscription;
    request.period = 12;
    request.periodUnit = PeriodUnit::Month;

    const vouch::report report = vouch::validate(request);
    for (const vouch::diagnostic& d : report) std::cout << d.path << ": " << d.message << "; " << d.help << "\n";
    if (report.ok()) return 1;

    request.period = 1;
    request.periodUnit = PeriodUnit::Year;
    std::cout << vouch::write(request, {.indent = 2}) << "\n";
    return vouch::valid(request) ? 0 : 1;
}
