// SPDX-License-Identifier: BSL-1.0
// The request of a storage bucket: names in JSON that are not C++ names, limits of all kinds, dates, elements, maps.
#pragma once

#include <vouch.hpp>

#include <map>

namespace storage {

enum class Region { us_east_1 = 1, eu_central_1 };
BOOST_DESCRIBE_ENUM(Region, us_east_1, eu_central_1)
constexpr auto shape_of(vouch::of<Region>) {
    using namespace vouch::notation;
    using enum Region;
    return describe<Region>("Where a bucket is.", value(us_east_1, "us-east-1", "In Virginia."),
                            value(eu_central_1, "eu-central-1", "In Frankfurt."));
}

struct Mirror {
    Region region{};
    std::optional<std::int32_t> delayMinutes{};
};
BOOST_DESCRIBE_STRUCT(Mirror, (), (region, delayMinutes))
constexpr auto shape_of(vouch::of<Mirror>) {
    using namespace vouch::notation;
    using T = Mirror;
    // clang-format off
    return describe<T>("A bucket that follows another one.",

    field(&T::region,       "Where it is."),
    field(&T::delayMinutes, "How far it may be behind.", {.key = "delay-minutes", .unit = "minutes", .range = {.min = 0, .max = 60}}));
    // clang-format on
}

struct CreateBucket {
    std::string bucket{};
    Region region{};
    std::optional<std::string> acl{};
    std::optional<std::string> comment{};
    std::optional<std::uint32_t> partSizeMiB{};
    std::optional<std::uint32_t> quota{};
    std::optional<double> replicas{};
    std::optional<std::string> expires{};
    std::optional<std::vector<std::string>> owners{};
    std::optional<std::vector<std::int32_t>> retentionDays{};
    std::optional<std::vector<Region>> copies{};
    std::optional<std::map<std::string, std::string>> labels{};
    std::optional<std::map<std::string, Mirror>> mirrors{};
};
BOOST_DESCRIBE_STRUCT(CreateBucket, (),
                      (bucket, region, acl, comment, partSizeMiB, quota, replicas, expires, owners, retentionDays,
                       copies, labels, mirrors))

constexpr bool is_bucket_name(std::string_view text) {
    for (const char c : text) {
        if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '-' && c != '.') return false;
    }
    return true;
}
inline constexpr vouch::text_form bucket_name{is_bucket_name, "made of lowercase letters, digits, hyphens and dots",
                                              "^[a-z0-9.-]*$"};

constexpr auto shape_of(vouch::of<CreateBucket>) {
    using namespace vouch::notation;
    using T = CreateBucket;
    namespace forms = vouch::forms;
    // clang-format off
    return describe<T>("Creates a bucket.", reference("Storage API"),

    field(&T::bucket,        "The name of the bucket.",
          {.example = "my-bucket", .length = {.max = 63, .min = 3},
           .matches = {&bucket_name, rule(error("bucket-name-charset"), {"bucket must be {allowed}, not {value}"})}}),
    field(&T::region,        "Where it is.", {.example = Region::us_east_1}),
    field(&T::acl,           "Who may read it.", {.key = "x-amz-acl", .example = "private"}),
    field(&T::comment,       "Remarks.", {.length = {.max = 200}, .blank = vouch::blank::warned}),
    field(&T::partSizeMiB,   "The size of a part.",
          {.key = "part-size", .example = 8, .unit = "MiB", .range = {.min = 5, .max = 5120}}),
    field(&T::quota,         "How many objects it may have.", {.example = 1000000}),
    field(&T::replicas,      "The share of replicas.",
          {.example = 0.5, .range = {.min = 0, .max = 1, .exclusive_min = true}}),
    field(&T::expires,       "When it is deleted.", {.example = "2030-01-31T08:00:00Z", .matches = {&forms::date_time}}),
    field(&T::owners,        "Who it belongs to.",
          {.example = "me@example.com", .length = {.max = 3, .min = 1}, .elements = {.matches = {&forms::email}}, .unique = true}),
    field(&T::retentionDays, "For how long versions are kept.",
          {.example = 7, .elements = {.range = {.min = 1, .max = 3650}, .multiple_of = {7}}}),
    field(&T::copies,        "Where copies are."),
    field(&T::labels,        "Names for people and tools, with values.",
          {.example = "blue", .length = {.max = 20}, .elements = {.length = {.max = 63}},
           .keys = {.length = {.max = 63, .min = 1},
                    .matches = {&bucket_name, rule(error("label-name-charset"), {"{field} must be {allowed}, not {value}"})}}}),
    field(&T::mirrors,       "Buckets that follow this one, by their names.", {.keys = {.length = {.min = 3}}}),

    rule(error("copy-in-own-region"),
         when(&T::region, is(Region::us_east_1)).then(&T::acl, present),
         {"a bucket in {value} needs x-amz-acl", "add `x-amz-acl`"}));
    // clang-format on
}

}  // namespace storage
