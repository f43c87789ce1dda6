// SPDX-License-Identifier: BSL-1.0
#include <apsaramq/address_block.hpp>
#include <apsaramq/spec_codes.hpp>
#include <apsaramq/text_forms.hpp>
#include <apsaramq/vswitches.hpp>

#include "../catch.hpp"

#include <random>
#include <regex>
#include <string>

using namespace apsaramq::formats;
using vouch::is_ascii;

static_assert(has_no_host_bits("10.0.0.0/8") && !has_no_host_bits("10.0.0.1/8") && has_no_host_bits("10.0.0.1") &&
              has_no_host_bits("10.0.0.1/32"));
static_assert(has_no_host_bits("2001:db8::/32") && !has_no_host_bits("2001:db8::1/32") &&
              has_no_host_bits("nonsense/8"));
static_assert(!has_no_host_bits("128.0.0.0/0") && has_no_host_bits("128.0.0.0/1") && !has_no_host_bits("192.0.0.0/1"));
static_assert(is_not_open("10.0.0.0/8") && !is_not_open("0.0.0.0/0") && !is_not_open("::/0") && is_not_open("0.0.0.0"));

static_assert(is_placeholder("vpc-***") && is_placeholder("${VPC}") && is_placeholder("<vpc>") &&
              is_placeholder("vpc-xxx") && is_placeholder("XX"));
static_assert(!is_placeholder("vpc-xx") && !is_placeholder("x") && !is_placeholder(" ") && !is_placeholder("$x") &&
              !is_placeholder("<a") && !is_placeholder("xxxa"));
static_assert(has_name_characters("azAZ09_-") && !has_name_characters("/") && !has_name_characters(":") &&
              !has_name_characters("@") && !has_name_characters("[") && !has_name_characters("`") &&
              !has_name_characters("{"));
static_assert(is_masked_token("a****") && !is_masked_token("a***b*"));

static_assert(has_usable_segment("a") && has_usable_segment("| a") && !has_usable_segment("| ,") &&
              !has_usable_segment(""));
static_assert(has_no_blank_segment("a|b,c") && !has_no_blank_segment("a|") && !has_no_blank_segment("a| |b"));
static_assert(has_distinct_segments("a|b,c") && !has_distinct_segments("a|b, a") && has_distinct_segments("||") &&
              has_distinct_segments("a|A"));
static_assert(has_distinct_segments(" |a") && !has_distinct_segments("b| a |a "));
static_assert(are_vswitch_ids("vsw-a| vsw-b,") && !are_vswitch_ids("vsw-a|b") && are_vswitch_ids("|"));

static_assert(has_name_characters("Az09_-㐀䶿一鿿") && !has_name_characters("a b") && !has_name_characters("é") &&
              !has_name_characters("\xFF"));
static_assert(is_ascii("a\x7F") && !is_ascii("é") && is_printable("ab-c") && !is_printable("a b") &&
              !is_printable("\x7F") && is_printable("é "));
static_assert(is_success_code("200") && is_success_code("OK") && is_success_code("Success") && is_success_code("0") &&
              !is_success_code("404"));

TEST_CASE("specification codes are what their documented pattern matches", "[schema][formats]") {
    const std::regex pattern("rmq\\.[a-z]+[0-9]*\\.[a-z0-9]+");
    std::mt19937 random(2);
    constexpr std::string_view alphabet = "rmq.su23x.A ";
    std::uniform_int_distribution<std::size_t> letter(0, alphabet.size() - 1);
    std::uniform_int_distribution<std::size_t> length(0, 8);
    for (int i = 0; i < 50000; ++i) {
        std::string text = "rmq.";
        for (std::size_t n = length(random); n > 0; --n) text += alphabet[letter(random)];
        if (is_spec_code(text) != std::regex_match(text, pattern)) FAIL(text);
    }
    CHECK(spec_code("rmq.s2.2xlarge").letters == "s");
    CHECK(spec_code("rmq.s2.2xlarge").digits == "2");
    CHECK(spec_code("rmq.a2.2xlarge").letters == "a");
    CHECK(spec_code("rmq.z2.2xlarge").letters == "z");
    CHECK(spec_code("rmq.`2.2xlarge").letters.empty());
    CHECK(spec_code("rmq.{2.2xlarge").letters.empty());
}

TEST_CASE("a long list of joined ids is sorted to find duplicates", "[schema][formats][vswitch-duplicate]") {
    std::string ids = "vsw-first";
    for (int i = 0; ids.size() <= 3000; ++i) ids += "|vsw-" + std::to_string(i) + ",| ";
    CHECK(has_distinct_segments(ids));
    CHECK(has_distinct_segments(ids + "|vsw-FIRST"));
    CHECK_FALSE(has_distinct_segments(ids + "| vsw-first "));
    CHECK_FALSE(has_distinct_segments("vsw-7," + ids));
}
