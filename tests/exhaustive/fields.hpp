// SPDX-License-Identifier: BSL-1.0
// The fields of a CreateInstance request, each with the values that it takes in combinations, and walks over these.
#pragma once

#include <apsaramq/request.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace combined {

using apsaramq::CapacityType;
using apsaramq::DrReplicationMode;
using apsaramq::FlowOutType;
using apsaramq::InternetSpec;
using apsaramq::PaymentType;
using apsaramq::PeriodUnit;
using apsaramq::SeriesCode;
using apsaramq::SubSeriesCode;
using apsaramq::Tag;
using apsaramq::VSwitch;
using request = apsaramq::CreateInstanceRequest;

using strings = std::vector<std::string>;
using text = std::optional<std::string>;
using texts = std::vector<text>;
using vswitches = std::optional<std::vector<VSwitch>>;

inline constexpr std::nullopt_t absent = std::nullopt;

// Requests to start from

/// There is nothing to report about it.
inline request cluster() {
    request r;
    r.serviceCode = "rmq";
    r.seriesCode = SeriesCode::standard;
    r.subSeriesCode = SubSeriesCode::cluster_ha;
    r.paymentType = PaymentType::PayAsYouGo;
    r.productInfo.emplace().msgProcessSpec = "rmq.s2.2xlarge";
    r.networkInfo.vpcInfo.vpcId = "vpc-1";
    r.networkInfo.vpcInfo.vSwitches = {{{"vsw-1"}, {"vsw-2"}}};
    r.networkInfo.internetInfo.internetSpec = InternetSpec::disable;
    r.networkInfo.internetInfo.flowOutType = FlowOutType::uninvolved;
    return r;
}

/// Nor about this one, which has more fields.
inline request subscribed_cluster() {
    request r = cluster();
    r.seriesCode = SeriesCode::professional;
    r.paymentType = PaymentType::Subscription;
    r.period = 3;
    r.periodUnit = PeriodUnit::Month;
    r.autoRenew = true;
    r.autoRenewPeriod = 3;
    r.productInfo->msgProcessSpec = "rmq.p2.4xlarge";
    r.productInfo->autoScaling = true;
    r.productInfo->storageEncryption = true;
    r.productInfo->storageSecretKey = "a key";
    r.networkInfo.vpcInfo.securityGroupIds = "sg-1";
    r.networkInfo.internetInfo.internetSpec = InternetSpec::enable;
    r.networkInfo.internetInfo.flowOutType = FlowOutType::payByBandwidth;
    r.networkInfo.internetInfo.flowOutBandwidth = 100;
    return r;
}

/// There is always something to report about a serverless one.
inline request serverless() {
    request r = cluster();
    r.subSeriesCode = SubSeriesCode::serverless;
    r.productInfo.emplace().capacityType = CapacityType::provisioned;
    r.productInfo->provisionedCapacity = 5000;
    r.networkInfo.vpcInfo.securityGroupIds = "sg-1";
    r.networkInfo.internetInfo.internetSpec = InternetSpec::enable;
    r.networkInfo.internetInfo.flowOutType = FlowOutType::payByTraffic;
    return r;
}

// Values

/// The words of a text.
inline strings words(std::string_view s) {
    strings out;
    while (!s.empty()) {
        const std::size_t end = s.find(' ');
        out.emplace_back(s.substr(0, end));
        s.remove_prefix(end == std::string_view::npos ? s.size() : end + 1);
    }
    return out;
}

inline std::string repeated(std::string_view piece, std::size_t times) {
    std::string out;
    for (; times > 0; --times) out += piece;
    return out;
}

/// All lists of up to `most` of some values.
template <class T>
std::vector<std::vector<T>> lists_of(const std::vector<T>& values, std::size_t most) {
    std::vector<std::vector<T>> out{{}};
    for (std::size_t first = 0, n = 0; n < most; ++n) {
        for (const std::size_t end = out.size(); first < end; ++first) {
            for (const T& value : values) {
                out.push_back(out[first]);
                out.back().push_back(value);
            }
        }
    }
    return out;
}

/// All texts of up to `most` of some pieces.
inline strings texts_of(const strings& pieces, std::size_t most) {
    strings out;
    for (const strings& list : lists_of(pieces, most)) {
        out.emplace_back();
        for (const std::string& piece : list) out.back() += piece;
    }
    return out;
}

/// An absent text, a blank one, and others.
inline texts or_blank(const strings& others) {
    texts out{absent, "", " \t"};
    out.insert(out.end(), others.begin(), others.end());
    return out;
}

inline strings ids(const std::string& prefix) {
    return {prefix + "1", "id-1", " " + prefix + "1", prefix + "***", "${id}", "<id>", "X", "xX"};
}

inline vswitches entries(const texts& list) {
    std::vector<VSwitch> out;
    for (const text& id : list) out.push_back({id});
    return out;
}

/// All values of an enumeration, 0 for an absent one, and one without a name.
template <class Enum>
std::vector<Enum> all_to(Enum last) {
    std::vector<Enum> out;
    for (int i = 0; i <= static_cast<int>(last) + 1; ++i) out.push_back(static_cast<Enum>(i));
    return out;
}

template <class Enum>
std::vector<std::optional<Enum>> optional_to(Enum last) {
    std::vector<std::optional<Enum>> out{absent};
    for (const Enum e : all_to(last)) out.emplace_back(e);
    return out;
}

// Fields

struct field {
    std::size_t count;
    std::function<void(request&, std::size_t)> set;
};

template <class Get>
using value_of = std::remove_pointer_t<std::invoke_result_t<Get, request&>>;

/// A field with its values; `get` says where it is in a request.
template <class Get>
field make(Get get, std::type_identity_t<std::vector<value_of<Get>>> values) {
    const std::size_t count = values.size();
    return {count, [get, v = std::move(values)](request& r, std::size_t i) { *get(r) = v[i]; }};
}

inline apsaramq::ProductInfo& product(request& r) { return r.productInfo ? *r.productInfo : r.productInfo.emplace(); }
inline apsaramq::VpcInfo& vpc(request& r) { return r.networkInfo.vpcInfo; }
inline apsaramq::InternetInfo& internet(request& r) { return r.networkInfo.internetInfo; }

inline constexpr std::int32_t lowest = std::numeric_limits<std::int32_t>::min();
inline constexpr std::int32_t highest = std::numeric_limits<std::int32_t>::max();
inline constexpr std::int64_t lowest_long = std::numeric_limits<std::int64_t>::min();
inline constexpr std::int64_t highest_long = std::numeric_limits<std::int64_t>::max();
inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

struct request_fields {
    field token = make([](request& r) { return &r.clientToken; },
                       or_blank({"token", "a b", "a***b", "a****b", repeated("a", 64), repeated("a", 65), "é", "é\x7F",
                                 "\x7F", repeated(" ", 65)}));
    field name = make([](request& r) { return &r.instanceName; },
                      or_blank({"orders", "orders 1", "订单", repeated("a", 128), repeated("a", 129),
                                repeated(".", 129), repeated(" ", 129)}));
    field service = make([](request& r) { return &r.serviceCode; }, {"rmq", "", " ", "RMQ", "rmq "});
    field series = make([](request& r) { return &r.seriesCode; }, all_to(SeriesCode::professional));
    field sub_series = make([](request& r) { return &r.subSeriesCode; }, all_to(SubSeriesCode::single_node));
    field payment = make([](request& r) { return &r.paymentType; }, all_to(PaymentType::Subscription));
    field period = make([](request& r) { return &r.period; },
                        {absent, lowest, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 24, 36, highest});
    field period_unit = make([](request& r) { return &r.periodUnit; }, optional_to(PeriodUnit::Year));
    field auto_renew = make([](request& r) { return &r.autoRenew; }, {absent, false, true});
    field auto_renew_period =
        make([](request& r) { return &r.autoRenewPeriod; }, {absent, -1, 0, 1, 2, 3, 4, 5, 6, 7, 12, 13, 24});
    field remark = make([](request& r) { return &r.remark; }, or_blank({"***"}));

    field product_info = make([](request& r) { return &r.productInfo; }, {absent, apsaramq::ProductInfo{}});
    field spec = make([](request& r) { return &product(r).msgProcessSpec; },
                      or_blank(words("rmq.s1.micro rmq.s2.2xlarge rmq.s3.nxlarge rmq.p1.micro rmq.p2.4xlarge "
                                     "rmq.p3.nxlarge rmq.u1.micro rmq.u2.10xlarge rmq.u3.nxlarge rmq.s.micro "
                                     "rmq.s4.micro rmq.s12.micro rmq.x2.micro rmq.su2.micro rmq.2.micro rmq.s2. "
                                     "RMQ.s2.micro")));
    field ratio = make([](request& r) { return &product(r).sendReceiveRatio; },
                       {absent, -1., 0., .0499999, .05, .5, .95, .9500001, 1., 1e300, infinity, not_a_number});
    field auto_scaling = make([](request& r) { return &product(r).autoScaling; }, {absent, false, true});
    field retention = make([](request& r) { return &product(r).messageRetentionTime; },
                           {absent, lowest, -1, 0, 1, 72, 720, 721, highest});
    field encryption = make([](request& r) { return &product(r).storageEncryption; }, {absent, false, true});
    field secret = make([](request& r) { return &product(r).storageSecretKey; }, or_blank({"a key", "xxxxx", "****"}));
    field capacity_type =
        make([](request& r) { return &product(r).capacityType; }, optional_to(CapacityType::ondemand));
    field capacity = make([](request& r) { return &product(r).provisionedCapacity; },
                          {absent, lowest_long, -1, 0, 1, 5000, highest_long});
    field trace = make([](request& r) { return &product(r).traceOn; }, {absent, false, true});
    field dr_mode =
        make([](request& r) { return &product(r).drReplicationMode; }, optional_to(DrReplicationMode::sync_cross_az));

    field vpc_id = make([](request& r) { return &vpc(r).vpcId; },
                        {"vpc-1", "", " \t", "id-1", " vpc-1", "vpc-***", "${id}", "<id>", "X", "xX"});
    field vswitch =
        make([](request& r) { return &vpc(r).vSwitchId; },
             or_blank({"vsw-1", "vsw-1|vsw-2", "vsw-1|vsw-1", " vsw-1 | vsw-1", "vsw-1,vsw-2", "id", "vsw-1|id",
                       "vsw-1|", "|vsw-1", "|", ",", " | ", "vsw-1||vsw-1", "vsw-1|vsw-2|vsw-1|vsw-2", "vsw-1|<id>",
                       "<vsw-1|id>", "vsw-1***", "xxx,", "${id}|vsw-1"}));
    field security_group = make([](request& r) { return &vpc(r).securityGroupIds; }, or_blank(ids("sg-")));
    field vswitch_list =
        make([](request& r) { return &vpc(r).vSwitches; },
             {absent, entries({}), entries({absent}), entries({" "}), entries({"vsw-1"}), entries({"vsw-1", "vsw-2"}),
              entries({"vsw-1", "vsw-1"}), entries({"vsw-1", ""}), entries({absent, "vsw-1", "vsw-2"}), entries({"id"}),
              entries({"id", "vsw-**"}), entries({"vsw-1|vsw-2"}), entries({"vsw-1, vsw-1"}),
              entries({"vsw-1,vsw-1", "vsw-1"}), entries({"|"}), entries({"id,xxx"}), entries({"", " ", ""}),
              entries({"vsw-1", "vsw-2", "vsw-1", "vsw-1"})});

    field internet_spec = make([](request& r) { return &internet(r).internetSpec; }, all_to(InternetSpec::disable));
    field flow_out_type = make([](request& r) { return &internet(r).flowOutType; }, all_to(FlowOutType::uninvolved));
    field bandwidth = make([](request& r) { return &internet(r).flowOutBandwidth; },
                           {absent, lowest, -1, 0, 1, 100, 1000, 1001, highest});
    field whitelist = make([](request& r) { return &internet(r).ipWhitelist; },
                           {absent, strings{}, strings{""}, words("192.168.1.7"), words("192.168.1.0/24 2001:db8::/32"),
                            words("192.168.1.7/24"), words("0.0.0.0/0"), words("10.1.2.3/0 10.1.2.3/0"),
                            words("192.168.x.x/24 1.1.1.1 192.168.x.x/24")});

    field commodity =
        make([](request& r) { return &r.commodityCode; },
             or_blank({"ons_rmqpost_public_intl", "ons_rmqpost_public_cn", "ons_rmqsub_public_intl",
                       "ons_rmqsub_public_cn", "ons_rmqsrvlesspost_public_intl", "ons_rmqsrvlesspost_public_cn",
                       "ons_ rmqpost_public_cn", "ONS_RMQSUB_PUBLIC_CN"}));
    field resource_group = make([](request& r) { return &r.resourceGroupId; }, or_blank(ids("rg-")));
    field tags = make([](request& r) { return &r.tags; },
                      {absent, std::vector<Tag>{}, std::vector<Tag>{{"a", "b"}},
                       std::vector<Tag>{{"a", absent}, {"A", ""}, {"a", "b"}},
                       std::vector<Tag>{{absent, "b"}, {" ", "b"}}, std::vector<Tag>{{"acs:a", "b"}}});
    field acl = make([](request& r) { return &r.aclInfo; },
                     {absent, apsaramq::AclInfo{}, apsaramq::AclInfo{false}, apsaramq::AclInfo{true}});

    [[nodiscard]] std::vector<const field*> all() const {
        return {&token,          &name,
                &service,        &series,
                &sub_series,     &payment,
                &period,         &period_unit,
                &auto_renew,     &auto_renew_period,
                &remark,         &product_info,
                &spec,           &ratio,
                &auto_scaling,   &retention,
                &encryption,     &secret,
                &capacity_type,  &capacity,
                &trace,          &dr_mode,
                &vpc_id,         &vswitch,
                &security_group, &vswitch_list,
                &internet_spec,  &flow_out_type,
                &bandwidth,      &whitelist,
                &commodity,      &resource_group,
                &tags,           &acl};
    }
};

/// Shows all combinations of the values of some fields, until `look` returns false. The last field changes fastest.
template <class Look>
bool walk(std::span<const field* const> fields, request& r, Look& look) {
    if (fields.empty()) return look(r);
    for (std::size_t i = 0; i < fields.front()->count; ++i) {
        fields.front()->set(r, i);
        if (!walk(fields.subspan(1), r, look)) return false;
    }
    return true;
}
template <class Look>
bool walk(request start, std::initializer_list<const field*> fields, Look& look) {
    return walk(std::span<const field* const>(fields.begin(), fields.size()), start, look);
}

}  // namespace combined
