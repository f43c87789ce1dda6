// SPDX-License-Identifier: BSL-1.0
// The enumerations of the request.
#pragma once

#include <vouch/shape_of.hpp>

namespace apsaramq::inline VOUCH_ABI {

enum class SeriesCode { standard = 1, dedicated, shared, ultimate, professional };
BOOST_DESCRIBE_ENUM(SeriesCode, standard, dedicated, shared, ultimate, professional)

template <std::same_as<SeriesCode> T>
constexpr auto shape_of(vouch::of<T>) {
    using namespace vouch::notation;
    using enum SeriesCode;
    return describe<T>("The primary edition.",
                       value(standard, "Standard Edition. Can be upgraded to Professional, then to Platinum."),
                       value(dedicated, "Dedicated Edition (独享版): an older edition."),
                       value(shared, "Shared Edition (共享版): an older edition."),
                       value(ultimate, "Platinum Edition. Only as a High-availability Cluster."),
                       value(professional, "Professional Edition. Can be upgraded to Platinum."));
}

enum class SubSeriesCode { serverless = 1, cluster_ha, single_node };
BOOST_DESCRIBE_ENUM(SubSeriesCode, serverless, cluster_ha, single_node)

template <std::same_as<SubSeriesCode> T>
constexpr auto shape_of(vouch::of<T>) {
    using namespace vouch::notation;
    using enum SubSeriesCode;
    return describe<T>("The sub-edition.", value(serverless, "Serverless Edition: capacity follows the load."),
                       value(cluster_ha, "High-availability Cluster Edition."),
                       value(single_node, "Single-node Testing Edition: not for production."));
}

enum class PaymentType { PayAsYouGo = 1, Subscription };
BOOST_DESCRIBE_ENUM(PaymentType, PayAsYouGo, Subscription)

template <std::same_as<PaymentType> T>
constexpr auto shape_of(vouch::of<T>) {
    using namespace vouch::notation;
    using enum PaymentType;
    return describe<T>("The billing method.", value(PayAsYouGo, "Pay later, for what was used."),
                       value(Subscription, "Pay in advance, for a period."));
}

enum class PeriodUnit { Month = 1, Year };
BOOST_DESCRIBE_ENUM(PeriodUnit, Month, Year)

template <std::same_as<PeriodUnit> T>
constexpr auto shape_of(vouch::of<T>) {
    using namespace vouch::notation;
    using enum PeriodUnit;
    return describe<T>("The unit of the subscription period.", value(Month, "Months."), value(Year, "Years."));
}

enum class CapacityType { provisioned = 1, ondemand };
BOOST_DESCRIBE_ENUM(CapacityType, provisioned, ondemand)

template <std::same_as<CapacityType> T>
constexpr auto shape_of(vouch::of<T>) {
    using namespace vouch::notation;
    using enum CapacityType;
    return describe<T>("The capacity mode of a serverless instance.",
                       value(provisioned, "Reserved capacity, and elastic capacity above it."),
                       value(ondemand, "Pay for what is used, nothing reserved."));
}

enum class DrReplicationMode { async_cross_az = 1, sync_cross_az };
BOOST_DESCRIBE_ENUM(DrReplicationMode, async_cross_az, sync_cross_az)

template <std::same_as<DrReplicationMode> T>
constexpr auto shape_of(vouch::of<T>) {
    using namespace vouch::notation;
    using enum DrReplicationMode;
    return describe<T>("How messages are replicated across zones.", value(async_cross_az, "Asynchronously."),
                       value(sync_cross_az, "Synchronously."));
}

enum class InternetSpec { enable = 1, disable };
BOOST_DESCRIBE_ENUM(InternetSpec, enable, disable)

template <std::same_as<InternetSpec> T>
constexpr auto shape_of(vouch::of<T>) {
    using namespace vouch::notation;
    using enum InternetSpec;
    return describe<T>("Whether the instance has a public endpoint.",
                       value(enable, "It has one; its traffic is charged."),
                       value(disable, "It can be reached only from within the VPC."));
}

enum class FlowOutType { payByBandwidth = 1, payByTraffic, uninvolved };
BOOST_DESCRIBE_ENUM(FlowOutType, payByBandwidth, payByTraffic, uninvolved)

template <std::same_as<FlowOutType> T>
constexpr auto shape_of(vouch::of<T>) {
    using namespace vouch::notation;
    using enum FlowOutType;
    return describe<T>("How Internet access is billed.",
                       value(payByBandwidth, "By reserved bandwidth; only with Internet access enabled."),
                       value(payByTraffic, "By traffic; only with Internet access enabled."),
                       value(uninvolved, "Not at all: Internet access is disabled."));
}

}  // namespace apsaramq
