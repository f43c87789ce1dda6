// SPDX-License-Identifier: BSL-1.0
// glaze reads the described structs by its own reflection of aggregates, and the enums by names that it is given.
#include "../peers.hpp"

#ifdef VOUCH_HAS_GLAZE
#include <benchmark/benchmark.h>
#include <boost/describe.hpp>
#include <boost/mp11/algorithm.hpp>
#include <glaze/glaze.hpp>

#include <stdexcept>

#define VOUCH_GLAZE_ENUM(NAME, ...)                           \
    template <>                                               \
    struct glz::meta<apsaramq::NAME> {                        \
        using enum apsaramq::NAME;                            \
        static constexpr auto value = enumerate(__VA_ARGS__); \
    };
VOUCH_GLAZE_ENUM(SeriesCode, standard, dedicated, shared, ultimate, professional)
VOUCH_GLAZE_ENUM(SubSeriesCode, serverless, cluster_ha, single_node)
VOUCH_GLAZE_ENUM(PaymentType, PayAsYouGo, Subscription)
VOUCH_GLAZE_ENUM(PeriodUnit, Month, Year)
VOUCH_GLAZE_ENUM(CapacityType, provisioned, ondemand)
VOUCH_GLAZE_ENUM(DrReplicationMode, async_cross_az, sync_cross_az)
VOUCH_GLAZE_ENUM(InternetSpec, enable, disable)
VOUCH_GLAZE_ENUM(FlowOutType, payByBandwidth, payByTraffic, uninvolved)

peer glaze_peer() {
    return {"glaze",
            [](const std::string& text) {
                apsaramq::CreateInstanceRequest request;
                if (glz::read_json(request, text)) throw std::runtime_error("glaze does not read it");
                benchmark::DoNotOptimize(&request);
            },
            [](const apsaramq::CreateInstanceRequest& request) {
                std::string out;
                if (glz::write_json(request, out)) throw std::runtime_error("glaze does not write it");
                benchmark::DoNotOptimize(&out);
            }};
}

#else
peer glaze_peer() { return {}; }
#endif
