// SPDX-License-Identifier: BSL-1.0
// Random requests, valid or not.
#pragma once

#include <apsaramq/request.hpp>

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

/// The same ones for the same seed.
class generator {
public:
    explicit generator(unsigned seed) : random_(seed) {}

    apsaramq::CreateInstanceRequest request() {
        apsaramq::CreateInstanceRequest r;
        maybe(r.clientToken, [&] { return text(); });
        maybe(r.instanceName, [&] { return text(); });
        r.serviceCode = below(4) == 0 ? text() : "rmq";
        r.seriesCode = one<apsaramq::SeriesCode>(5);
        r.subSeriesCode = one<apsaramq::SubSeriesCode>(3);
        r.paymentType = one<apsaramq::PaymentType>(2);
        maybe(r.period, [&] { return number(); });
        maybe(r.periodUnit, [&] { return one<apsaramq::PeriodUnit>(2); });
        maybe(r.autoRenew, [&] { return below(2) == 0; });
        maybe(r.autoRenewPeriod, [&] { return number(); });
        maybe(r.remark, [&] { return text(); });
        maybe(r.productInfo, [&] { return product_info(); });
        r.networkInfo = network_info();
        maybe(r.commodityCode, [&] { return text(); });
        maybe(r.resourceGroupId, [&] { return text(); });
        maybe(r.tags, [&] { return list<apsaramq::Tag>([&] { return tag(); }); });
        maybe(r.aclInfo, [&] { return apsaramq::AclInfo{below(2) == 0}; });
        return r;
    }

private:
    unsigned below(unsigned n) { return std::uniform_int_distribution<unsigned>(0, n - 1)(random_); }

    template <class E>
    E one(unsigned count) {
        return static_cast<E>(1 + below(count));
    }

    template <class V, class F>
    void maybe(std::optional<V>& to, F f) {
        if (below(2) == 0) to = f();
    }

    template <class V, class F>
    std::vector<V> list(F f) {
        std::vector<V> out;
        for (unsigned n = below(4); n > 0; --n) out.push_back(f());
        return out;
    }

    std::int32_t number() {
        constexpr std::int32_t some[] = {0, 1, 3, 4, 6, 7, 12, -1, 720, 1000, 1001, INT32_MAX, INT32_MIN};
        return some[below(std::size(some))];
    }

    std::string text() {
        constexpr std::string_view some[] = {"vpc-1", "vsw-1",      "vsw-2|vsw-1", "sg-1", "rg-1", "rmq.s2.2xlarge",
                                             "",      " ",          "a\"\\\n\x01", "名前", "😀",    "\x7F",
                                             "***",   "10.0.0.0/8", "aliyun"};
        std::string out(some[below(std::size(some))]);
        if (below(8) == 0) out += std::string(below(200), 'x');
        return out;
    }

    apsaramq::Tag tag() {
        apsaramq::Tag t;
        maybe(t.key, [&] { return text(); });
        maybe(t.value, [&] { return text(); });
        return t;
    }

    apsaramq::ProductInfo product_info() {
        apsaramq::ProductInfo p;
        maybe(p.msgProcessSpec, [&] { return text(); });
        maybe(p.sendReceiveRatio, [&] { return std::uniform_real_distribution<double>(-0.1, 1.1)(random_); });
        maybe(p.autoScaling, [&] { return below(2) == 0; });
        maybe(p.messageRetentionTime, [&] { return number(); });
        maybe(p.storageEncryption, [&] { return below(2) == 0; });
        maybe(p.storageSecretKey, [&] { return text(); });
        maybe(p.capacityType, [&] { return one<apsaramq::CapacityType>(2); });
        maybe(p.provisionedCapacity, [&] { return std::int64_t{number()} * 1000003; });
        maybe(p.traceOn, [&] { return below(2) == 0; });
        maybe(p.drReplicationMode, [&] { return one<apsaramq::DrReplicationMode>(2); });
        return p;
    }

    apsaramq::NetworkInfo network_info() {
        apsaramq::NetworkInfo n;
        n.vpcInfo.vpcId = text();
        maybe(n.vpcInfo.vSwitchId, [&] { return text(); });
        maybe(n.vpcInfo.securityGroupIds, [&] { return text(); });
        maybe(n.vpcInfo.vSwitches, [&] {
            return list<apsaramq::VSwitch>([&] {
                apsaramq::VSwitch v;
                maybe(v.vSwitchId, [&] { return text(); });
                return v;
            });
        });
        n.internetInfo.internetSpec = one<apsaramq::InternetSpec>(2);
        n.internetInfo.flowOutType = one<apsaramq::FlowOutType>(3);
        maybe(n.internetInfo.flowOutBandwidth, [&] { return number(); });
        maybe(n.internetInfo.ipWhitelist, [&] { return list<std::string>([&] { return text(); }); });
        return n;
    }

    std::mt19937 random_;
};
