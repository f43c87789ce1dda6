// SPDX-License-Identifier: BSL-1.0
// What the rules of the request go by: numbers, codes, repairs, and names from elsewhere.
#pragma once

#include <apsaramq/enumerations.hpp>
#include <apsaramq/text_forms.hpp>
#include <vouch/shape_of.hpp>

namespace apsaramq {

inline constexpr std::int64_t auto_renew_periods[] = {1, 2, 3, 6, 12};

namespace commodity {

// Each kind on the international site (reference) and on the Chinese one (vendor).
inline constexpr std::string_view all[] = {"ons_rmqpost_public_intl",        "ons_rmqpost_public_cn",
                                           "ons_rmqsub_public_intl",         "ons_rmqsub_public_cn",
                                           "ons_rmqsrvlesspost_public_intl", "ons_rmqsrvlesspost_public_cn"};
inline constexpr std::string_view not_serverless[] = {all[0], all[1], all[2], all[3]};
inline constexpr std::string_view not_subscription[] = {all[0], all[1], all[4], all[5]};
inline constexpr std::string_view not_pay_as_you_go[] = {all[2], all[3], all[4], all[5]};

}  // namespace commodity

namespace spec_codes {

/// Where the letters are exactly s, p or u: whether they say this edition.
constexpr bool fits_series(const vouch::cell& code, const vouch::cell& series) {
    using enum SeriesCode;
    if (!code.present() || !(series.is(standard) || series.is(professional) || series.is(ultimate))) return true;
    const std::string_view letters = formats::spec_code(code.text).letters;
    const bool fits = letters.size() != 1 || (letters.front() == 's'   ? series.is(standard)
                                              : letters.front() == 'p' ? series.is(professional)
                                                                       : letters.front() != 'u' || series.is(ultimate));
    return fits || !formats::is_spec_code(code.text);
}

/// The same for the digit, exactly 1, 2 or 3, and the sub-edition.
constexpr bool fits_sub_series(const vouch::cell& code, const vouch::cell& sub_series) {
    using enum SubSeriesCode;
    if (!code.present() || !sub_series.present()) return true;
    const formats::spec_code spec(code.text);
    const char letter = spec.letters.size() == 1 ? spec.letters.front() : ' ';
    const char digit = spec.digits.size() == 1 ? spec.digits.front() : ' ';
    if (letter != 's' && letter != 'p' && letter != 'u') return true;
    const bool fits = digit == '1'   ? sub_series.is(single_node)
                      : digit == '2' ? sub_series.is(cluster_ha)
                                     : digit != '3' || sub_series.is(serverless);
    return fits || !formats::is_spec_code(code.text);
}

}  // namespace spec_codes

/// Names that belong to other operations and tools.
inline constexpr vouch::foreign_name foreign_names[] = {
    {"chargeType", "the capacity mode is \"capacityType\" here: write \"provisioned\" or \"ondemand\""},
    {"aclTypes", "it belongs to another operation: remove it; \"aclInfo\" has only \"defaultVpcAuthFree\" here"},
    {"supportAutoScaling", "it belongs to the answers of another operation: remove it, or write \"autoScaling\""},
    {"ipWhitelists", "it belongs to the operation CreateInstanceIpWhitelist: call that after the instance is created"},
    {"regionId", "remove it: the endpoint that the request is sent to chooses the region"}};

/// Twelve months are a year.
inline constexpr vouch::restatement years_of_months[] = {
    {12, "Month", 1, "Year"}, {24, "Month", 2, "Year"}, {36, "Month", 3, "Year"}};
inline constexpr vouch::remedy years_for_months{
    .does = vouch::remedy::action::restate, .other = "periodUnit", .values = years_of_months};
inline constexpr vouch::remedy drop_period{.does = vouch::remedy::action::drop, .other = "periodUnit"};
inline constexpr vouch::advice months_as_years[] = {
    {12, "for 12 months, write \"period\": 1 with \"periodUnit\": \"Year\"; in months, 6 is the most"},
    {24, "for 24 months, write \"period\": 2 with \"periodUnit\": \"Year\"; in months, 6 is the most"},
    {36, "for 36 months, write \"period\": 3 with \"periodUnit\": \"Year\"; in months, 6 is the most"}};

inline constexpr std::string_view sample_names[] = {"orders"};
inline constexpr std::string_view sample_payments[] = {"PayAsYouGo"};

}  // namespace apsaramq
