// SPDX-License-Identifier: BSL-1.0
// Random requests: what is written reads back as the same value, and reading and validating find the same mistakes.
#include <apsaramq.hpp>
#include <vouch/boost_json.hpp>

#include "../catch.hpp"
#include "../found.hpp"

#include <random>

using namespace apsaramq;

namespace {

class generator {
public:
    explicit generator(unsigned seed) : random_(seed) {}

    CreateInstanceRequest request() {
        CreateInstanceRequest r;
        maybe(r.clientToken, [&] { return text(); });
        maybe(r.instanceName, [&] { return text(); });
        r.serviceCode = below(4) == 0 ? text() : "rmq";
        r.seriesCode = one<SeriesCode>(5);
        r.subSeriesCode = one<SubSeriesCode>(3);
        r.paymentType = one<PaymentType>(2);
        maybe(r.period, [&] { return number(); });
        maybe(r.periodUnit, [&] { return one<PeriodUnit>(2); });
        maybe(r.autoRenew, [&] { return below(2) == 0; });
        maybe(r.autoRenewPeriod, [&] { return number(); });
        maybe(r.remark, [&] { return text(); });
        maybe(r.productInfo, [&] { return product_info(); });
        r.networkInfo = network_info();
        maybe(r.commodityCode, [&] { return text(); });
        maybe(r.resourceGroupId, [&] { return text(); });
        maybe(r.tags, [&] { return list<Tag>([&] { return tag(); }); });
        maybe(r.aclInfo, [&] { return AclInfo{below(2) == 0}; });
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

    Tag tag() {
        Tag t;
        maybe(t.key, [&] { return text(); });
        maybe(t.value, [&] { return text(); });
        return t;
    }

    ProductInfo product_info() {
        ProductInfo p;
        maybe(p.msgProcessSpec, [&] { return text(); });
        maybe(p.sendReceiveRatio, [&] { return std::uniform_real_distribution<double>(-0.1, 1.1)(random_); });
        maybe(p.autoScaling, [&] { return below(2) == 0; });
        maybe(p.messageRetentionTime, [&] { return number(); });
        maybe(p.storageEncryption, [&] { return below(2) == 0; });
        maybe(p.storageSecretKey, [&] { return text(); });
        maybe(p.capacityType, [&] { return one<CapacityType>(2); });
        maybe(p.provisionedCapacity, [&] { return std::int64_t{number()} * 1000003; });
        maybe(p.traceOn, [&] { return below(2) == 0; });
        maybe(p.drReplicationMode, [&] { return one<DrReplicationMode>(2); });
        return p;
    }

    NetworkInfo network_info() {
        NetworkInfo n;
        n.vpcInfo.vpcId = text();
        maybe(n.vpcInfo.vSwitchId, [&] { return text(); });
        maybe(n.vpcInfo.securityGroupIds, [&] { return text(); });
        maybe(n.vpcInfo.vSwitches, [&] {
            return list<VSwitch>([&] {
                VSwitch v;
                maybe(v.vSwitchId, [&] { return text(); });
                return v;
            });
        });
        n.internetInfo.internetSpec = one<InternetSpec>(2);
        n.internetInfo.flowOutType = one<FlowOutType>(3);
        maybe(n.internetInfo.flowOutBandwidth, [&] { return number(); });
        maybe(n.internetInfo.ipWhitelist, [&] { return list<std::string>([&] { return text(); }); });
        return n;
    }

    std::mt19937 random_;
};

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
