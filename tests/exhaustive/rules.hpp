// SPDX-License-Identifier: BSL-1.0
// The rules of a CreateInstance request once more: written from their wording, as plain ifs, without the library. What
// the library reports about a struct is compared with this.
#pragma once

#include <apsaramq/request.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace second {

using apsaramq::CapacityType;
using apsaramq::CreateInstanceRequest;
using apsaramq::DrReplicationMode;
using apsaramq::FlowOutType;
using apsaramq::InternetInfo;
using apsaramq::InternetSpec;
using apsaramq::PaymentType;
using apsaramq::PeriodUnit;
using apsaramq::ProductInfo;
using apsaramq::SeriesCode;
using apsaramq::SubSeriesCode;
using apsaramq::Tag;
using apsaramq::VpcInfo;
using apsaramq::VSwitch;

struct finding {
    std::string_view rule;
    std::string path;
};
using findings = std::vector<finding>;

inline void add(findings& out, std::string_view rule, std::string_view path) {
    out.push_back({rule, std::string(path)});
}

/// Paths, for each index where they have one.
namespace path {
inline constexpr std::string_view client_token = "/clientToken";
inline constexpr std::string_view service_code = "/serviceCode";
inline constexpr std::string_view series = "/seriesCode";
inline constexpr std::string_view sub_series = "/subSeriesCode";
inline constexpr std::string_view payment = "/paymentType";
inline constexpr std::string_view period = "/period";
inline constexpr std::string_view period_unit = "/periodUnit";
inline constexpr std::string_view auto_renew_period = "/autoRenewPeriod";
inline constexpr std::string_view spec = "/productInfo/msgProcessSpec";
inline constexpr std::string_view ratio = "/productInfo/sendReceiveRatio";
inline constexpr std::string_view secret = "/productInfo/storageSecretKey";
inline constexpr std::string_view capacity_type = "/productInfo/capacityType";
inline constexpr std::string_view capacity = "/productInfo/provisionedCapacity";
inline constexpr std::string_view dr_mode = "/productInfo/drReplicationMode";
inline constexpr std::string_view vpc = "/networkInfo/vpcInfo/vpcId";
inline constexpr std::string_view vswitch = "/networkInfo/vpcInfo/vSwitchId";
inline constexpr std::string_view group = "/networkInfo/vpcInfo/securityGroupIds";
inline constexpr std::string_view vswitches = "/networkInfo/vpcInfo/vSwitches";
inline constexpr std::string_view internet = "/networkInfo/internetInfo/internetSpec";
inline constexpr std::string_view flow_out = "/networkInfo/internetInfo/flowOutType";
inline constexpr std::string_view bandwidth = "/networkInfo/internetInfo/flowOutBandwidth";
inline constexpr std::string_view whitelist = "/networkInfo/internetInfo/ipWhitelist";
inline constexpr std::string_view commodity = "/commodityCode";
inline constexpr std::string_view resource_group = "/resourceGroupId";
inline constexpr std::string_view tags = "/tags";

inline std::string entry(std::size_t i) { return std::string(vswitches) + "/" + std::to_string(i) + "/vSwitchId"; }
inline std::string address(std::size_t i) { return std::string(whitelist) + "/" + std::to_string(i); }
inline std::string tag_key(std::size_t i) { return std::string(tags) + "/" + std::to_string(i) + "/key"; }
inline std::string tag_value(std::size_t i) { return std::string(tags) + "/" + std::to_string(i) + "/value"; }
}  // namespace path

// Texts

inline bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_small(char c) { return c >= 'a' && c <= 'z'; }
inline bool is_blank(std::string_view s) { return std::all_of(s.begin(), s.end(), is_space); }
inline bool contains(std::string_view s, std::string_view part) { return s.find(part) != std::string_view::npos; }

/// An optional text; nullptr where it is absent, or blank and so treated as absent.
inline const std::string* given(const std::optional<std::string>& s) { return s && !is_blank(*s) ? &*s : nullptr; }

/// Code points of a text in UTF-8.
inline std::size_t length(std::string_view s) {
    std::size_t n = 0;
    for (const char c : s) n += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return n;
}

inline std::string_view trimmed(std::string_view s) {
    while (!s.empty() && is_space(s.front())) s.remove_prefix(1);
    while (!s.empty() && is_space(s.back())) s.remove_suffix(1);
    return s;
}

inline bool has_separator(std::string_view s) { return contains(s, "|") || contains(s, ","); }

/// The parts of a vSwitchId between its separators, also blank ones.
inline std::vector<std::string_view> segments(std::string_view s) {
    std::vector<std::string_view> out;
    for (std::size_t end = s.find_first_of("|,"); end != std::string_view::npos; end = s.find_first_of("|,")) {
        out.push_back(trimmed(s.substr(0, end)));
        s.remove_prefix(end + 1);
    }
    out.push_back(trimmed(s));
    return out;
}

// Values of enumerations: 0 is an absent one, others without a name are wrong. Rules ask for known values, and so are
// silent about wrong ones.

inline bool is_known(SeriesCode c) { return c >= SeriesCode::standard && c <= SeriesCode::professional; }
inline bool is_known(SubSeriesCode c) { return c >= SubSeriesCode::serverless && c <= SubSeriesCode::single_node; }
inline bool is_known(PaymentType t) { return t == PaymentType::PayAsYouGo || t == PaymentType::Subscription; }
inline bool is_known(PeriodUnit u) { return u == PeriodUnit::Month || u == PeriodUnit::Year; }
inline bool is_known(CapacityType t) { return t == CapacityType::provisioned || t == CapacityType::ondemand; }
inline bool is_known(DrReplicationMode m) {
    return m == DrReplicationMode::async_cross_az || m == DrReplicationMode::sync_cross_az;
}
inline bool is_known(InternetSpec s) { return s == InternetSpec::enable || s == InternetSpec::disable; }
inline bool is_known(FlowOutType t) { return t >= FlowOutType::payByBandwidth && t <= FlowOutType::uninvolved; }

/// An optional enumeration, also absent where it holds 0.
template <class Enum>
std::optional<Enum> given(const std::optional<Enum>& e) {
    return e == Enum{} ? std::nullopt : e;
}

inline bool is_serverless(const CreateInstanceRequest& r) { return r.subSeriesCode == SubSeriesCode::serverless; }
inline bool is_non_serverless(const CreateInstanceRequest& r) {
    return r.subSeriesCode == SubSeriesCode::cluster_ha || r.subSeriesCode == SubSeriesCode::single_node;
}
inline bool may_be_serverless(const CreateInstanceRequest& r) {
    return is_serverless(r) || r.subSeriesCode == SubSeriesCode{};
}

inline const ProductInfo& product_of(const CreateInstanceRequest& r) {
    static const ProductInfo none{};
    return r.productInfo ? *r.productInfo : none;
}

// Structure, as far as a struct can break it

inline void number_out_of_range(const CreateInstanceRequest& r, findings& out) {
    const std::optional<double>& ratio = product_of(r).sendReceiveRatio;
    if (ratio && !std::isfinite(*ratio)) add(out, "number-out-of-range", path::ratio);
}

template <class Enum>
void required_enum(Enum e, std::string_view where, findings& out) {
    if (e == Enum{})
        add(out, "required-missing", where);
    else if (!is_known(e))
        add(out, "enum-invalid", where);
}

template <class Enum>
void optional_enum(const std::optional<Enum>& e, std::string_view where, findings& out) {
    if (given(e) && !is_known(*e)) add(out, "enum-invalid", where);
}

inline void enumerations(const CreateInstanceRequest& r, findings& out) {
    required_enum(r.seriesCode, path::series, out);
    required_enum(r.subSeriesCode, path::sub_series, out);
    required_enum(r.paymentType, path::payment, out);
    optional_enum(r.periodUnit, path::period_unit, out);
    optional_enum(product_of(r).capacityType, path::capacity_type, out);
    optional_enum(product_of(r).drReplicationMode, path::dr_mode, out);
    required_enum(r.networkInfo.internetInfo.internetSpec, path::internet, out);
    required_enum(r.networkInfo.internetInfo.flowOutType, path::flow_out, out);
}

inline void required_blank(const CreateInstanceRequest& r, findings& out) {
    if (is_blank(r.serviceCode)) add(out, "required-blank", path::service_code);
    if (is_blank(r.networkInfo.vpcInfo.vpcId)) add(out, "required-blank", path::vpc);
}

inline void blank_optional(const CreateInstanceRequest& r, findings& out) {
    const auto look = [&](const std::optional<std::string>& s, std::string_view where) {
        if (s && is_blank(*s)) add(out, "blank-optional", where);
    };
    look(r.networkInfo.vpcInfo.vSwitchId, path::vswitch);
    look(r.networkInfo.vpcInfo.securityGroupIds, path::group);
    look(r.resourceGroupId, path::resource_group);
    look(product_of(r).storageSecretKey, path::secret);
    look(r.commodityCode, path::commodity);
    look(product_of(r).msgProcessSpec, path::spec);
}

inline bool is_placeholder(std::string_view s) {
    if (contains(s, "*") || contains(s, "${")) return true;
    if (s.size() >= 2 && s.front() == '<' && s.back() == '>' && !contains(s, "\n")) return true;
    if (s.ends_with("xxx")) return true;
    return s.size() >= 2 && s.find_first_not_of("xX") == std::string_view::npos;
}

inline void placeholder_value(const CreateInstanceRequest& r, findings& out) {
    const VpcInfo& v = r.networkInfo.vpcInfo;
    const auto look = [&](const std::string* s, std::string_view where) {
        if (s != nullptr && is_placeholder(*s)) add(out, "placeholder-value", where);
    };
    if (!is_blank(v.vpcId)) look(&v.vpcId, path::vpc);
    look(given(v.vSwitchId), path::vswitch);
    look(given(v.securityGroupIds), path::group);
    look(given(r.resourceGroupId), path::resource_group);
    look(given(product_of(r).storageSecretKey), path::secret);
    for (std::size_t i = 0; v.vSwitches && i < v.vSwitches->size(); ++i) {
        const std::string* id = given((*v.vSwitches)[i].vSwitchId);
        if (id != nullptr && !has_separator(*id) && is_placeholder(*id)) add(out, "placeholder-value", path::entry(i));
    }
    if (r.clientToken && contains(*r.clientToken, "****")) add(out, "placeholder-value", path::client_token);
}

/// Whether every part of a vSwitchId that is not blank starts like the id of a vSwitch.
inline bool are_vswitch_ids(std::string_view s) {
    for (const std::string_view id : segments(s)) {
        if (!id.empty() && !id.starts_with("vsw-")) return false;
    }
    return true;
}

inline void id_prefix(const CreateInstanceRequest& r, findings& out) {
    const VpcInfo& v = r.networkInfo.vpcInfo;
    const auto look = [&](const std::string* s, std::string_view prefix, std::string_view where) {
        if (s != nullptr && !is_placeholder(*s) && !s->starts_with(prefix)) add(out, "id-prefix", where);
    };
    if (!is_blank(v.vpcId)) look(&v.vpcId, "vpc-", path::vpc);
    look(given(v.securityGroupIds), "sg-", path::group);
    look(given(r.resourceGroupId), "rg-", path::resource_group);
    const std::string* joined = given(v.vSwitchId);
    if (joined != nullptr && !is_placeholder(*joined) && !are_vswitch_ids(*joined)) {
        add(out, "id-prefix", path::vswitch);
    }
    for (std::size_t i = 0; v.vSwitches && i < v.vSwitches->size(); ++i) {
        const std::string* id = given((*v.vSwitches)[i].vSwitchId);
        if (id == nullptr || has_separator(*id) || is_placeholder(*id)) continue;
        if (!id->starts_with("vsw-")) add(out, "id-prefix", path::entry(i));
    }
}

// Edition and billing

inline void editions(const CreateInstanceRequest& r, findings& out) {
    if (!is_blank(r.serviceCode) && r.serviceCode != "rmq") add(out, "service-code-invalid", path::service_code);
    if (r.seriesCode == SeriesCode::dedicated || r.seriesCode == SeriesCode::shared) {
        add(out, "series-code-legacy", path::series);
    }
    if (r.seriesCode == SeriesCode::ultimate &&
        (r.subSeriesCode == SubSeriesCode::single_node || r.subSeriesCode == SubSeriesCode::serverless)) {
        add(out, "ultimate-requires-cluster-ha", path::sub_series);
    }
    if (r.subSeriesCode == SubSeriesCode::single_node) add(out, "single-node-discontinued", path::sub_series);
    if (is_serverless(r) && r.paymentType == PaymentType::Subscription) {
        add(out, "serverless-subscription", path::payment);
    }
}

inline void periods(const CreateInstanceRequest& r, findings& out) {
    const bool subscription = r.paymentType == PaymentType::Subscription;
    const bool unit_known = r.periodUnit && is_known(*r.periodUnit);
    if (subscription && !r.period) add(out, "subscription-requires-period", path::period);
    if (r.period) {
        const std::int32_t most = r.periodUnit == PeriodUnit::Year ? 3 : 6;
        if (*r.period < 1 || *r.period > most) add(out, "period-out-of-range", path::period);
    }
    if (subscription && r.period && !given(r.periodUnit)) add(out, "period-unit-missing", path::period_unit);
    if (r.paymentType == PaymentType::PayAsYouGo) {
        if (r.period)
            add(out, "period-ignored", path::period);
        else if (unit_known)
            add(out, "period-ignored", path::period_unit);
    }
}

inline void auto_renewal(const CreateInstanceRequest& r, findings& out) {
    const bool pay_as_you_go = r.paymentType == PaymentType::PayAsYouGo;
    const bool on = r.autoRenew == true;
    if (pay_as_you_go && on) add(out, "auto-renew-ignored", "/autoRenew");
    if (r.autoRenewPeriod) {
        const std::int32_t n = *r.autoRenewPeriod;
        if (n != 1 && n != 2 && n != 3 && n != 6 && n != 12) {
            add(out, "auto-renew-period-invalid", path::auto_renew_period);
        }
        if (pay_as_you_go || !on) add(out, "auto-renew-period-ignored", path::auto_renew_period);
    }
    if (r.paymentType == PaymentType::Subscription && on && !r.autoRenewPeriod) {
        add(out, "auto-renew-period-missing", path::auto_renew_period);
    }
}

inline void commodity_codes(const CreateInstanceRequest& r, findings& out) {
    const std::string* code = given(r.commodityCode);
    if (code == nullptr) {
        if (is_serverless(r)) add(out, "serverless-commodity-code-missing", path::commodity);
        return;
    }
    add(out, "deprecated-commodity-code", path::commodity);
    const bool post = *code == "ons_rmqpost_public_intl" || *code == "ons_rmqpost_public_cn";
    const bool sub = *code == "ons_rmqsub_public_intl" || *code == "ons_rmqsub_public_cn";
    const bool serverless = *code == "ons_rmqsrvlesspost_public_intl" || *code == "ons_rmqsrvlesspost_public_cn";
    if (!post && !sub && !serverless) {
        add(out, "commodity-code-unknown", path::commodity);
        return;
    }
    bool fits = true;
    if (is_serverless(r))
        fits = serverless;
    else if (is_non_serverless(r) && r.paymentType == PaymentType::Subscription)
        fits = sub;
    else if (is_non_serverless(r) && r.paymentType == PaymentType::PayAsYouGo)
        fits = post;
    if (!fits) add(out, "commodity-code-mismatch", path::commodity);
}

// productInfo

/// A specification code, taken apart: rmq.<letters><digits>.<size>.
struct spec_parts {
    std::string_view letters;
    std::string_view digits;
};

inline std::optional<spec_parts> take_apart(std::string_view s) {
    if (!s.starts_with("rmq.")) return {};
    s.remove_prefix(4);
    std::size_t letters = 0;
    while (letters < s.size() && is_small(s[letters])) ++letters;
    std::size_t digits = letters;
    while (digits < s.size() && is_digit(s[digits])) ++digits;
    if (letters == 0 || digits >= s.size() || s[digits] != '.') return {};
    const std::string_view size = s.substr(digits + 1);
    const auto fits = [](char c) { return is_small(c) || is_digit(c); };
    if (size.empty() || !std::all_of(size.begin(), size.end(), fits)) return {};
    return spec_parts{s.substr(0, letters), s.substr(letters, digits - letters)};
}

inline void spec_codes(const CreateInstanceRequest& r, findings& out) {
    const std::string* spec = given(product_of(r).msgProcessSpec);
    if (spec == nullptr) {
        if (is_non_serverless(r)) add(out, "msg-process-spec-missing", path::spec);
        return;
    }
    const std::optional<spec_parts> parts = take_apart(*spec);
    if (!parts) {
        add(out, "msg-process-spec-format", path::spec);
        return;
    }
    SeriesCode series{};
    if (parts->letters == "s") series = SeriesCode::standard;
    if (parts->letters == "p") series = SeriesCode::professional;
    if (parts->letters == "u") series = SeriesCode::ultimate;
    if (series == SeriesCode{}) return;
    const bool current = r.seriesCode == SeriesCode::standard || r.seriesCode == SeriesCode::professional ||
                         r.seriesCode == SeriesCode::ultimate;
    if (current && r.seriesCode != series) add(out, "msg-process-spec-series-mismatch", path::spec);

    SubSeriesCode sub_series{};
    if (parts->digits == "1") sub_series = SubSeriesCode::single_node;
    if (parts->digits == "2") sub_series = SubSeriesCode::cluster_ha;
    if (parts->digits == "3") sub_series = SubSeriesCode::serverless;
    if (sub_series == SubSeriesCode{} || !is_known(r.subSeriesCode)) return;
    if (r.subSeriesCode != sub_series) add(out, "msg-process-spec-sub-series-mismatch", path::spec);
}

inline void product_ranges(const CreateInstanceRequest& r, findings& out) {
    const ProductInfo& p = product_of(r);
    if (p.sendReceiveRatio && std::isfinite(*p.sendReceiveRatio) &&
        (*p.sendReceiveRatio < 0.05 || *p.sendReceiveRatio > 0.95)) {
        add(out, "send-receive-ratio-range", path::ratio);
    }
    if (p.messageRetentionTime && (*p.messageRetentionTime < 1 || *p.messageRetentionTime > 720)) {
        add(out, "message-retention-time-range", "/productInfo/messageRetentionTime");
    }
}

inline void auto_scaling(const CreateInstanceRequest& r, findings& out) {
    const bool single = r.subSeriesCode == SubSeriesCode::single_node;
    const bool standard_cluster = r.seriesCode == SeriesCode::standard && r.subSeriesCode == SubSeriesCode::cluster_ha;
    if (product_of(r).autoScaling == true && (single || standard_cluster)) {
        add(out, "auto-scaling-unsupported-edition", "/productInfo/autoScaling");
    }
}

inline void storage_encryption(const CreateInstanceRequest& r, findings& out) {
    const ProductInfo& p = product_of(r);
    const bool on = p.storageEncryption == true;
    const bool key = given(p.storageSecretKey) != nullptr;
    if (on && !key) add(out, "storage-encryption-without-key", path::secret);
    if (key && !on) add(out, "storage-key-without-encryption", path::secret);
}

inline void capacities(const CreateInstanceRequest& r, findings& out) {
    const ProductInfo& p = product_of(r);
    if (is_non_serverless(r)) {
        if (p.capacityType && is_known(*p.capacityType)) add(out, "capacity-non-serverless", path::capacity_type);
        if (p.provisionedCapacity) add(out, "capacity-non-serverless", path::capacity);
    }
    if (may_be_serverless(r)) {
        if (p.capacityType == CapacityType::provisioned && !p.provisionedCapacity) {
            add(out, "provisioned-capacity-missing", path::capacity);
        }
        if (p.capacityType == CapacityType::ondemand && p.provisionedCapacity) {
            add(out, "provisioned-capacity-with-ondemand", path::capacity);
        }
        if (!given(p.capacityType) && p.provisionedCapacity) {
            add(out, "provisioned-capacity-without-mode", path::capacity);
        }
    }
    if (p.provisionedCapacity && *p.provisionedCapacity <= 0) {
        add(out, "provisioned-capacity-not-positive", path::capacity);
    }
}

inline void trace_and_replication(const CreateInstanceRequest& r, findings& out) {
    const ProductInfo& p = product_of(r);
    if (is_non_serverless(r) && p.traceOn) add(out, "trace-on-ignored", "/productInfo/traceOn");
    if (r.subSeriesCode == SubSeriesCode::single_node && p.drReplicationMode && is_known(*p.drReplicationMode)) {
        add(out, "dr-replication-single-node", path::dr_mode);
    }
}

// Network

inline void flow_out(const CreateInstanceRequest& r, findings& out) {
    const InternetInfo& n = r.networkInfo.internetInfo;
    const bool enabled = n.internetSpec == InternetSpec::enable;
    const bool disabled = n.internetSpec == InternetSpec::disable;
    const bool by_bandwidth = n.flowOutType == FlowOutType::payByBandwidth;
    const bool by_traffic = n.flowOutType == FlowOutType::payByTraffic;
    const bool uninvolved = n.flowOutType == FlowOutType::uninvolved;
    if (disabled && (by_bandwidth || by_traffic)) add(out, "flow-out-type-requires-internet", path::flow_out);
    if (enabled && uninvolved) add(out, "uninvolved-requires-internet-disabled", path::flow_out);
    if (by_bandwidth && !n.flowOutBandwidth && (enabled || n.internetSpec == InternetSpec{})) {
        add(out, "bandwidth-required", path::bandwidth);
    }
    if (n.flowOutBandwidth && (*n.flowOutBandwidth < 1 || *n.flowOutBandwidth > 1000)) {
        add(out, "flow-out-bandwidth-range", path::bandwidth);
    }
    if (n.flowOutBandwidth && (by_traffic || uninvolved)) add(out, "bandwidth-ignored", path::bandwidth);
    if (is_serverless(r) && enabled && by_bandwidth) add(out, "serverless-pay-by-bandwidth", path::flow_out);
}

struct ip_address {
    std::array<std::uint8_t, 16> bytes{};
    int bits = 0;  ///< 32 or 128.
};

/// A number without a sign and without leading zeros.
inline std::optional<int> plain_number(std::string_view s, int most) {
    if (s.empty() || s.size() > 3 || (s.size() > 1 && s.front() == '0')) return {};
    int n = 0;
    for (const char c : s) {
        if (!is_digit(c)) return {};
        n = n * 10 + (c - '0');
    }
    if (n > most) return {};
    return n;
}

inline std::optional<ip_address> ipv4(std::string_view s) {
    ip_address out{.bytes = {}, .bits = 32};
    for (std::size_t i = 0; i < 4; ++i) {
        const std::size_t end = i < 3 ? s.find('.') : s.size();
        if (end == std::string_view::npos) return {};
        const std::optional<int> part = plain_number(s.substr(0, end), 255);
        if (!part) return {};
        out.bytes[i] = static_cast<std::uint8_t>(*part);
        s.remove_prefix(i < 3 ? end + 1 : end);
    }
    return out;
}

inline int hex_value(char c) {
    if (is_digit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// The bytes of groups between single colons; the last may be an IPv4 address if `tail`.
inline std::optional<std::vector<std::uint8_t>> ipv6_groups(std::string_view s, bool tail) {
    std::vector<std::uint8_t> out;
    if (s.empty()) return out;
    for (;;) {
        const std::size_t end = s.find(':');
        const std::string_view group = s.substr(0, end);
        if (end == std::string_view::npos && tail && contains(group, ".")) {
            const std::optional<ip_address> v4 = ipv4(group);
            if (!v4) return {};
            out.insert(out.end(), v4->bytes.begin(), v4->bytes.begin() + 4);
            return out;
        }
        if (group.empty() || group.size() > 4) return {};
        int n = 0;
        for (const char c : group) {
            if (hex_value(c) < 0) return {};
            n = n * 16 + hex_value(c);
        }
        out.push_back(static_cast<std::uint8_t>(n / 256));
        out.push_back(static_cast<std::uint8_t>(n % 256));
        if (end == std::string_view::npos) return out;
        s.remove_prefix(end + 1);
    }
}

inline std::optional<ip_address> ipv6(std::string_view s) {
    ip_address out{.bytes = {}, .bits = 128};
    const std::size_t gap = s.find("::");
    if (gap == std::string_view::npos) {
        const auto all = ipv6_groups(s, true);
        if (!all || all->size() != 16) return {};
        std::copy(all->begin(), all->end(), out.bytes.begin());
        return out;
    }
    const auto left = ipv6_groups(s.substr(0, gap), false);
    const auto right = ipv6_groups(s.substr(gap + 2), true);
    if (!left || !right || left->size() + right->size() > 14) return {};
    std::copy(left->begin(), left->end(), out.bytes.begin());
    std::copy_backward(right->begin(), right->end(), out.bytes.end());
    return out;
}

struct whitelist_entry {
    ip_address address;
    std::optional<int> prefix;  ///< Of a block.
};

inline std::optional<whitelist_entry> parse_entry(std::string_view s) {
    const std::size_t slash = s.find('/');
    const std::string_view text = s.substr(0, slash);
    const std::optional<ip_address> address = contains(text, ":") ? ipv6(text) : ipv4(text);
    if (!address) return {};
    if (slash == std::string_view::npos) return whitelist_entry{*address, {}};
    const std::optional<int> prefix = plain_number(s.substr(slash + 1), address->bits);
    if (!prefix) return {};
    return whitelist_entry{*address, prefix};
}

inline bool has_host_bits(const whitelist_entry& e) {
    for (int bit = *e.prefix; bit < e.address.bits; ++bit) {
        if ((e.address.bytes[static_cast<std::size_t>(bit / 8)] >> (7 - bit % 8)) & 1) return true;
    }
    return false;
}

inline void ip_whitelist(const CreateInstanceRequest& r, findings& out) {
    const InternetInfo& n = r.networkInfo.internetInfo;
    if (!n.ipWhitelist || n.ipWhitelist->empty()) return;
    const std::vector<std::string>& list = *n.ipWhitelist;
    add(out, "deprecated-ip-whitelist", path::whitelist);
    if (n.internetSpec == InternetSpec::disable) add(out, "ip-whitelist-without-internet", path::whitelist);
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::optional<whitelist_entry> e = parse_entry(list[i]);
        if (!e) add(out, "ip-whitelist-entry-invalid", path::address(i));
        const auto end = list.begin() + static_cast<std::ptrdiff_t>(i);
        if (std::find(list.begin(), end, list[i]) != end) add(out, "ip-whitelist-duplicate", path::address(i));
        if (e && e->prefix && has_host_bits(*e)) add(out, "cidr-host-bits", path::address(i));
        if (e && e->prefix == 0) add(out, "ip-whitelist-open", path::address(i));
    }
}

inline bool has_usable_entry(const VpcInfo& v) {
    if (!v.vSwitches) return false;
    return std::any_of(v.vSwitches->begin(), v.vSwitches->end(),
                       [](const VSwitch& e) { return given(e.vSwitchId) != nullptr; });
}

inline bool has_usable_segment(const VpcInfo& v) {
    if (given(v.vSwitchId) == nullptr) return false;
    const std::vector<std::string_view> ids = segments(*v.vSwitchId);
    return std::any_of(ids.begin(), ids.end(), [](std::string_view id) { return !id.empty(); });
}

inline void vswitches_given(const CreateInstanceRequest& r, findings& out) {
    const VpcInfo& v = r.networkInfo.vpcInfo;
    const bool entry = has_usable_entry(v);
    const bool segment = has_usable_segment(v);
    if (!entry && !segment) add(out, "vswitch-missing", path::vswitches);
    if (given(v.vSwitchId) != nullptr) add(out, "deprecated-vswitch-id", path::vswitch);
    if (entry && segment) add(out, "vswitch-both-forms", path::vswitch);
}

inline void vswitch_entries(const CreateInstanceRequest& r, findings& out) {
    if (!r.networkInfo.vpcInfo.vSwitches) return;
    const std::vector<VSwitch>& list = *r.networkInfo.vpcInfo.vSwitches;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string* id = given(list[i].vSwitchId);
        if (id == nullptr) {
            add(out, "vswitch-entry-empty", path::entry(i));
            continue;
        }
        if (has_separator(*id)) add(out, "vswitch-entry-multiple-ids", path::entry(i));
        const auto end = list.begin() + static_cast<std::ptrdiff_t>(i);
        if (std::find(list.begin(), end, list[i]) != end) add(out, "vswitch-duplicate", path::entry(i));
    }
}

inline void vswitch_segments(const CreateInstanceRequest& r, findings& out) {
    const std::string* joined = given(r.networkInfo.vpcInfo.vSwitchId);
    if (joined == nullptr) return;
    std::vector<std::string_view> ids = segments(*joined);
    const std::size_t all = ids.size();
    std::erase(ids, std::string_view());
    const bool blank = ids.size() < all;
    std::sort(ids.begin(), ids.end());
    if (std::adjacent_find(ids.begin(), ids.end()) != ids.end()) add(out, "vswitch-duplicate", path::vswitch);
    if (contains(*joined, ",")) add(out, "vswitch-id-separator", path::vswitch);
    if (blank) add(out, "vswitch-id-list-malformed", path::vswitch);
}

/// Counts to one: whether ids are all the same.
struct distinct_ids {
    std::string_view first{};
    bool any = false;
    bool several = false;
    void see(std::string_view id) {
        if (is_blank(id)) return;
        if (any && id != first) several = true;
        if (!any) first = id;
        any = true;
    }
};

inline void serverless_network(const CreateInstanceRequest& r, findings& out) {
    if (!is_serverless(r)) return;
    const VpcInfo& v = r.networkInfo.vpcInfo;
    distinct_ids ids;
    const auto see_parts = [&](std::string_view text) {
        for (const std::string_view id : segments(text)) ids.see(id);
    };
    if (has_usable_entry(v)) {
        for (const VSwitch& e : *v.vSwitches) {
            const std::string* id = given(e.vSwitchId);
            if (id == nullptr) continue;
            if (has_separator(*id))
                see_parts(*id);
            else
                ids.see(*id);
        }
    } else if (given(v.vSwitchId) != nullptr) {
        see_parts(*v.vSwitchId);
    }
    if (ids.any && !ids.several) add(out, "serverless-vswitch-count", path::vswitches);
    if (given(v.securityGroupIds) == nullptr) add(out, "serverless-security-group-missing", path::group);
}

// Names, tags, token, access

/// The code point that a text in UTF-8 starts with; it is taken off.
inline char32_t take_code_point(std::string_view& s) {
    const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(s[i])); };
    const std::size_t n = byte(0) < 0x80 ? 1 : byte(0) < 0xE0 ? 2 : byte(0) < 0xF0 ? 3 : 4;
    char32_t c = n == 1 ? byte(0) : byte(0) & (0xFFu >> (n + 1));
    for (std::size_t i = 1; i < n; ++i) c = (c << 6) | (byte(i) & 0x3F);
    s.remove_prefix(n);
    return c;
}

inline bool is_name_character(char32_t c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF);
}

inline void instance_name(const CreateInstanceRequest& r, findings& out) {
    const std::string* name = given(r.instanceName);
    if (name == nullptr) return;
    if (length(*name) > 128) {
        add(out, "instance-name-too-long", "/instanceName");
        return;
    }
    std::string_view rest = *name;
    while (!rest.empty()) {
        if (is_name_character(take_code_point(rest))) continue;
        add(out, "instance-name-charset", "/instanceName");
        return;
    }
}

inline void tag_key(const std::string& key, std::size_t i, findings& out) {
    if (length(key) > 128) add(out, "tag-key-too-long", path::tag_key(i));
    if (key.starts_with("aliyun") || key.starts_with("acs:") || contains(key, "http://") || contains(key, "https://")) {
        add(out, "tag-key-reserved", path::tag_key(i));
    }
}

inline void tags(const CreateInstanceRequest& r, findings& out) {
    if (!r.tags) return;
    const std::vector<Tag>& list = *r.tags;
    if (list.size() > 20) add(out, "tags-too-many", path::tags);
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::optional<std::string>& key = list[i].key;
        const std::optional<std::string>& value = list[i].value;
        if (key) tag_key(*key, i, out);
        if (given(key) == nullptr) {
            add(out, "tag-key-missing", path::tag_key(i));
            continue;
        }
        const auto end = list.begin() + static_cast<std::ptrdiff_t>(i);
        if (std::any_of(list.begin(), end, [&](const Tag& t) { return t.key == key; })) {
            add(out, "tag-key-duplicate", path::tag_key(i));
        }
        if (value && length(*value) > 128) add(out, "tag-value-too-long", path::tag_value(i));
    }
}

inline void client_token(const CreateInstanceRequest& r, findings& out) {
    if (!r.clientToken) return;
    const std::string& token = *r.clientToken;
    if (token.empty()) add(out, "client-token-empty", path::client_token);
    if (length(token) > 64) add(out, "client-token-too-long", path::client_token);
    bool ascii = true;
    bool printable = true;
    for (const char c : token) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x7F) ascii = false;
        if (byte < 0x21 || byte == 0x7F) printable = false;
    }
    if (!ascii) add(out, "client-token-not-ascii", path::client_token);
    if (ascii && !printable) add(out, "client-token-unprintable", path::client_token);
}

inline void access(const CreateInstanceRequest& r, findings& out) {
    if (r.aclInfo && r.aclInfo->defaultVpcAuthFree == true) {
        add(out, "vpc-auth-free", "/aclInfo/defaultVpcAuthFree");
    }
}

/// Appends everything there is to report about a request.
inline void find(const CreateInstanceRequest& r, findings& out) {
    number_out_of_range(r, out);
    enumerations(r, out);
    required_blank(r, out);
    blank_optional(r, out);
    placeholder_value(r, out);
    id_prefix(r, out);

    editions(r, out);
    periods(r, out);
    auto_renewal(r, out);
    commodity_codes(r, out);

    spec_codes(r, out);
    product_ranges(r, out);
    auto_scaling(r, out);
    storage_encryption(r, out);
    capacities(r, out);
    trace_and_replication(r, out);

    flow_out(r, out);
    ip_whitelist(r, out);
    vswitches_given(r, out);
    vswitch_entries(r, out);
    vswitch_segments(r, out);
    serverless_network(r, out);

    instance_name(r, out);
    tags(r, out);
    client_token(r, out);
    access(r, out);
}

}  // namespace second
