// SPDX-License-Identifier: BSL-1.0
#include <vouch/forms.hpp>

#include "../catch.hpp"

#include <algorithm>
#include <initializer_list>
#include <random>
#include <regex>
#include <string>
#include <string_view>
#include <utility>

#if __has_include(<arpa/inet.h>)
#include <arpa/inet.h>
#endif

using namespace vouch;

static_assert(forms::ipv4.holds("192.0.2.1") && !forms::ipv4.holds("192.0.2"));
static_assert(forms::ipv6.holds("2001:db8::1") && !forms::ipv6.holds("2001:db8:1"));
static_assert(forms::cidr.holds("192.0.2.0/24") && !forms::cidr.holds("192.0.2.0"));
static_assert(formats::parse_address_block("192.0.2.1")->prefix == 32);
static_assert(formats::parse_address_block("2001:db8::/32")->width == 128);

namespace {

bool has_pattern(const text_form& form, const std::string& text) {
    return std::regex_search(text, std::regex(std::string(form.pattern)));
}

/// Texts that have a form, and texts that do not, by its function and by its pattern if there is one.
void check_form(const text_form& form, std::initializer_list<std::string_view> good,
                std::initializer_list<std::string_view> bad) {
    for (const auto* texts : {&good, &bad}) {
        for (const std::string_view text : *texts) {
            CAPTURE(form.words, text);
            CHECK(form.holds(text) == (texts == &good));
            if (!form.pattern.empty()) CHECK(has_pattern(form, std::string(text)) == (texts == &good));
        }
    }
}

}  // namespace

TEST_CASE("IP addresses are those of RFC 3986 and RFC 4291", "[forms]") {
    check_form(forms::ipv4, {"0.0.0.0", "255.255.255.255", "192.168.0.1", "10.20.30.40"},
               {"",          "1.2.3",      "1.2.3.4.5",
                "256.1.1.1", "1.1.1.256",  "01.2.3.4",
                "1.2.3.04",  "1.2.3.4/24", "1..3.4",
                ".1.2.3",    "1.2.3.",     " 1.2.3.4",
                "1.2.3.4 ",  "1.2.3.4\n",  "+1.2.3.4",
                "0x1.2.3.4", "1.2.3.a",    "2130706433",
                "1৪.2.3.4",  "::1.2.3.4",  std::string_view("1.2.3.4\0", 8)});
    check_form(forms::ipv6,
               {"::", "::1", "1::", "2001:DB8:0:0:8:800:200C:417A", "2001:db8::8:800:200c:417a", "FF01::101",
                "::13.1.68.3", "::FFFF:129.144.52.38", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:1.2.3.4", "1::2:3:4:5:6:7",
                "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8", "1:2:3:4:5::1.2.3.4", "1::1.2.3.4"},
               {"",
                ":",
                ":::",
                "1",
                "1:",
                ":1",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "1::2:3:4:5:6:7:8",
                "1::2::3",
                "1:::2",
                "12345::",
                "::12345",
                "::g",
                "1:2:3:4:5:6:7:1.2.3.4",
                "1.2.3.4::",
                "1.2.3.4",
                "::1.2.3",
                "::1.2.3.04",
                "::1.2.3.256",
                "::1.2.3.4:1",
                "1:2:3:4:5:6::1.2.3.4",
                "fe80::1%eth0",
                "fe80::/64",
                "[::1]",
                " ::1",
                "::1 ",
                "::1\n",
                "1:2:3:4:5:6:7:৪"});
}

TEST_CASE("CIDR blocks have a prefix length", "[forms]") {
    check_form(forms::cidr,
               {"0.0.0.0/0", "255.255.255.255/32", "10.0.0.0/8", "10.0.0.1/8", "::/0", "2001:DB8::/32", "::1/128",
                "::/19", "::/109"},
               {"", "/", "/8", "1.2.3.4", "::", "1.2.3.4/", "::/", "1.2.3.4/33", "::1/129", "1.2.3.4/08", "::/00",
                "1.2.3.4/+8", "1.2.3.4/8/8", "1.2.3.4/255.255.255.0", "1.2.3/8", "1.2.3.4 /8", "1.2.3.4/8 ", "x/8"});
    check_form(forms::address_or_cidr, {"1.2.3.4", "1.2.3.4/8", "::", "::/8", "::ffff:1.2.3.4"},
               {"", "/8", "1.2.3.4/", "1.2.3.4/33", "192.168.x.x/24", "::1/129", "fe80::1%eth0"});
}

#ifdef AF_INET6
TEST_CASE("addresses are what inet_pton accepts", "[forms]") {
    std::mt19937 random(1);
    constexpr std::string_view alphabet = "0123456789abcfF::::....1";
    for (int i = 0; i < 300000; ++i) {
        std::string text;
        for (std::size_t n = 1 + random() % 24; n > 0; --n) text += alphabet[random() % alphabet.size()];
        unsigned char bytes[16];
        const bool v4 = ::inet_pton(AF_INET, text.c_str(), bytes) == 1;
        const bool v6 = ::inet_pton(AF_INET6, text.c_str(), bytes) == 1;
        if (formats::is_ipv4(text) != v4 || formats::is_ipv6(text) != v6) FAIL(text);
        if (formats::is_address_or_cidr(text) != (v4 || v6)) FAIL(text);
        if (v6 && !std::equal(bytes, bytes + 16, formats::parse_address_block(text)->bytes.begin())) FAIL(text);
    }
}
#endif

TEST_CASE("a pattern says the same as its function", "[forms]") {
    std::mt19937 random(2);
    constexpr std::string_view alphabet = "0123456789abF:./- \n";
    for (const auto& [form, text] : {std::pair{&forms::ipv4, "192.0.2.25"},
                                     {&forms::ipv6, "1:2::8:192.0.2.4"},
                                     {&forms::cidr, "192.0.2.0/24"},
                                     {&forms::address_or_cidr, "2001::2/64"}}) {
        const std::regex pattern{std::string(form->pattern)};
        for (int i = 0; i < 3000; ++i) {
            std::string changed = text;
            for (std::size_t n = random() % 3; n <= 2; ++n) {
                const std::size_t at = random() % changed.size();
                changed.replace(at, random() % 2, random() % 2, alphabet[random() % alphabet.size()]);
            }
            if (form->holds(changed) != std::regex_search(changed, pattern)) FAIL(form->words << ": " << changed);
        }
    }
}
