// SPDX-License-Identifier: BSL-1.0
#include <vouch/forms.hpp>

#include "../catch.hpp"

#include <algorithm>
#include <chrono>
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

static_assert(forms::date_time.holds("1985-04-12T23:20:50.52Z") && !forms::date_time.holds("1985-04-12"));
static_assert(forms::date.holds("2024-02-29") && !forms::date.holds("2025-02-29"));
static_assert(forms::time.holds("23:20:50Z") && !forms::time.holds("23:20:50"));
static_assert(forms::uuid.holds("f81d4fae-7dec-11d0-a765-00a0c91e6bf6") && !forms::uuid.holds("f81d4fae"));
static_assert(forms::uri.holds("urn:a:b") && !forms::uri.holds("a/b"));
static_assert(forms::email.holds("a@b.c") && !forms::email.holds("a"));
static_assert(forms::hostname.holds("b.c") && !forms::hostname.holds("b..c"));
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

std::string two(unsigned n) { return {static_cast<char>('0' + n / 10 % 10), static_cast<char>('0' + n % 10)}; }
std::string date_text(unsigned year, unsigned month, unsigned day) {
    return two(year / 100) + two(year) + "-" + two(month) + "-" + two(day);
}

const std::string sixty_four(64, 'a');
const std::string label = sixty_four.substr(1);
const std::string longest_host = label + "." + label + "." + label + "." + label.substr(2);  // 253

}  // namespace

TEST_CASE("dates are those of RFC 3339", "[forms]") {
    check_form(forms::date, {"1985-04-12", "2000-02-29", "0000-02-29", "0400-02-29", "9999-12-31", "1582-10-10"},
               {"",
                "1900-02-29",
                "2025-02-29",
                "2025-00-01",
                "2025-13-01",
                "2025-01-00",
                "2025-01-32",
                "2025-04-31",
                "2025-1-01",
                "2025-001-01",
                "2025-01-01Z",
                " 2025-01-01",
                "2025-01-01\n",
                "20250101",
                "2025-W01-1",
                "2025-350",
                "12025-01-01",
                "+2025-01-01",
                "2025:01:01",
                "2025-01/01",
                "2025-01-0:",
                "2025-01-0/",
                "२-01-01",
                "2025-01-1৪",
                std::string_view("2025-01-01\0", 11)});
    for (unsigned year = 1900; year <= 2100; ++year) {
        for (unsigned month = 0; month <= 13; ++month) {
            for (unsigned day = 0; day <= 32; ++day) {
                using namespace std::chrono;
                const bool real = year_month_day(std::chrono::year(static_cast<int>(year)), std::chrono::month(month),
                                                 std::chrono::day(day))
                                      .ok();
                if (formats::is_date(date_text(year, month, day)) != real) FAIL(date_text(year, month, day));
            }
        }
    }
}

TEST_CASE("times are those of RFC 3339", "[forms]") {
    check_form(forms::time,
               {"23:20:50.52Z", "00:00:00z", "23:59:59.9999999999999999999+23:59", "12:34:56-00:00", "23:59:60Z",
                "15:59:60-08:00", "00:29:60-23:30", "23:29:60+23:30", "00:59:60.5+01:00"},
               {"",
                "12:00:00",
                "12:00:00.5",
                "24:00:00Z",
                "12:60:00Z",
                "12:00:61Z",
                "12:00:00.Z",
                "12:00:00,5Z",
                "12:00:00+24:00",
                "12:00:00+00:60",
                "12:00:00+01",
                "12:00:00+0100",
                "12:00:00 +01:00",
                "12:00:00#01:00",
                "12:00:00+01:00Z",
                "12:00:00ZZ",
                "12:00Z",
                "1:00:00Z",
                "12-00-00Z",
                "12:00:00 PST",
                "12:00:60Z",
                "23:58:60Z",
                "22:59:60Z",
                "23:59:60+01:00",
                "23:59:60-00:30",
                "1२:00:00Z",
                "12:00:00Z\n"});
}

TEST_CASE("dates with times are those of RFC 3339", "[forms]") {
    check_form(
        forms::date_time,
        {"1985-04-12T23:20:50.52Z", "1996-12-19T16:39:57-08:00", "1990-12-31T23:59:60Z", "1990-12-31T15:59:60-08:00",
         "1937-01-01T12:00:27.87+00:20", "1963-06-19t08:30:06.283185z", "2017-01-01T00:59:60+01:00",
         "2024-02-29T23:59:60Z", "0000-01-01T00:29:60+00:30"},
        {"", "1985-04-12", "1985-04-12T", "1985-04-12T23:20:50", "1985-04-12 23:20:50Z", "1985-04-12T23:20Z",
         "1985-04-12T23:20:50+01", "1990-02-31T15:59:59Z", "1998-12-31T23:58:60Z", "1998-12-30T23:59:60Z",
         "1998-12-31T23:59:61Z", "2017-01-02T00:59:60+01:00", "2024-02-28T23:59:60Z", "2016-12-31T24:59:60+01:00",
         "06/19/1963 08:30:06 PST", "2013-350T01:01:01Z", "1985-04-12TT23:20:50Z", "1985-04-12T23:20:50Z\n"});
    // The next minute in UTC is the first one of a month.
    using namespace std::chrono;
    std::mt19937 random(1);
    int leaps = 0;
    for (int i = 0; i < 200000; ++i) {
        const sys_days day = sys_days(January / 1 / 2000) + days(random() % 1500);
        const minutes offset(static_cast<int>(random() % 2879) - 1439);
        const minutes last_minute(24 * 60 - 1);
        const minutes utc = random() % 2 == 0 ? last_minute : minutes(random() % (24 * 60));
        const auto local = day + utc + offset;
        const year_month_day on(floor<days>(local));
        const auto at = static_cast<unsigned>((local - floor<days>(local)).count());
        const auto away = static_cast<unsigned>(abs(offset).count());
        const std::string text = date_text(static_cast<unsigned>(static_cast<int>(on.year())),
                                           static_cast<unsigned>(on.month()), static_cast<unsigned>(on.day())) +
                                 "T" + two(at / 60) + ":" + two(at % 60) + ":60" + (offset < minutes(0) ? "-" : "+") +
                                 two(away / 60) + ":" + two(away % 60);
        const bool leap = utc == last_minute && year_month_day(day + days(1)).day() == std::chrono::day(1);
        if (formats::is_date_time(text) != leap) FAIL(text);
        leaps += leap ? 1 : 0;
    }
    CHECK(leaps > 1000);
}

TEST_CASE("UUIDs are those of RFC 9562", "[forms]") {
    check_form(forms::uuid,
               {"f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "00000000-0000-0000-0000-000000000000",
                "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF", "017F22E2-79B0-7cc3-98C4-DC0C0C07398F",
                "2489E9AD-2EE2-8E00-8EC9-32D5F69181C0", "2eb8aa08-aa98-11ea-f4aa-73b441d16380"},
               {"", "f81d4fae-7dec-11d0-a765-00a0c91e6bf", "f81d4fae-7dec-11d0-a765-00a0c91e6bf66",
                "f81d4fae7dec11d0a76500a0c91e6bf6", "f81d4fae-7dec-11d0-a765000a0c91e6bf6",
                "f81d4fa-e7dec-11d0-a765-00a0c91e6bf6", "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
                "{f81d4fae-7dec-11d0-a765-00a0c91e6bf}", "g81d4fae-7dec-11d0-a765-00a0c91e6bf6",
                "/81d4fae-7dec-11d0-a765-00a0c91e6bf6", ":81d4fae-7dec-11d0-a765-00a0c91e6bf6",
                "@81d4fae-7dec-11d0-a765-00a0c91e6bf6", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6\n"});
}

TEST_CASE("host names are those of RFC 1123", "[forms]") {
    check_form(forms::hostname,
               {"www.example.com", "localhost", "3com.com", "a", "1", "a--b.com", "xn--bcher-kva.example",
                "EXAMPLE.com", label, longest_host},
               {"", ".", "a.", ".a", "a..b", "-a", "a-", "a-.b", "a.-b", "a_b", "a b", "é.com", "example．com",
                "a.com\n", "a/b", sixty_four, longest_host + "a", "a:80"});
    CHECK(longest_host.size() == 253);
}

TEST_CASE("URIs are those of RFC 3986", "[forms]") {
    check_form(forms::uri,
               {"ftp://ftp.is.co.za/rfc/rfc1808.txt",
                "http://www.ietf.org/rfc/rfc2396.txt",
                "ldap://[2001:db8::7]/c=GB?objectClass?one",
                "mailto:John.Doe@example.com",
                "news:comp.infosystems.www.servers.unix",
                "tel:+1-816-555-1212",
                "telnet://192.0.2.16:80/",
                "urn:oasis:names:specification:docbook:dtd:xml:4.1.2",
                "foo://example.com:8042/over/there?name=ferret#nose",
                "http://-.~_!$&'()*+,;=:%40:80%2f::::::@example.com",
                "a:",
                "a+-.1:b",
                "A:/",
                "file:///etc/hosts",
                "x://",
                "x://@:",
                "x://h:",
                "x:/a//b",
                "x:?",
                "x:#",
                "x:a?b/c?d#e/f?g:@",
                "http://999.999.999.999/",
                "x://[::]",
                "x://[::ffff:192.0.2.1]:80",
                "x://u@[v1F.a:b]",
                "x://[V0.~]/",
                "x:%00%fF"},
               {"",
                ":",
                "abc",
                "/abc",
                "//host/path",
                "1a:b",
                "+a:b",
                "a_b:c",
                "a b:c",
                "é:b",
                "http://a b/",
                "x:a b",
                "x:\"",
                "x:<>",
                "x:\\",
                "x:^",
                "x:`",
                "x:{}",
                "x:|",
                "x:a#b#c",
                "x:é",
                "x:%",
                "x:%A",
                "x:%6G",
                "x:%G6",
                "x:[",
                "x:/[::1]",
                "x:?[",
                "x:#]",
                "x://[",
                "x://[]",
                "x://[::1",
                "x://::1]",
                "x://[::1]a",
                "x://[::1]:a",
                "x://[1.2.3.4]",
                "x://[::ffff:01.2.3.4]",
                "x://[fe80::1%25eth0]",
                "x://[v.a]",
                "x://[v1.]",
                "x://[v1a]",
                "x://[vg.a]",
                "x://[v1.%41]",
                "x://[v1./]",
                "x://h:8a",
                "x://h:1:2",
                "x://a@b@c",
                "x://[@h/",
                "x://u[@h",
                "x:a\n",
                "\\\\host\\file",
                std::string_view("x:\0", 3)});
}

TEST_CASE("email addresses are mailboxes of RFC 5321", "[forms]") {
    check_form(forms::email,
               {"joe.bloggs@example.com", "a@b", "!#$%&'*+-/=?^_`{|}~@example.com", "\"joe bloggs\"@example.com",
                "\"a..b@c\"@example.com", "\"\"@example.com", "\"a\\\"\\\\ \"@example.com", "a@[127.0.0.1]",
                "a@[001.02.3.255]", "a@[IPv6:::1]", "a@[ipv6:2001:DB8::1]", "a@[IPv6:1:2:3:4:5:6:7:8]",
                "a@[IPv6:1:2:3:4:5:6::]", "a@[IPv6:1:2:3:4::1.2.3.4]", "a@[IPv6:::ffff:192.0.2.001]",
                sixty_four + "@example.com", "a@" + longest_host},
               {"",
                "a",
                "@",
                "@b",
                "a@",
                ".a@b",
                "a.@b",
                "a..b@c",
                "a b@c",
                "a@b@c",
                "a@b c",
                "a@-b",
                "a@b.",
                "a@b=c",
                "a@b_c",
                "<a@b>",
                "a@b, c@d",
                "é@b",
                "a@é",
                "\"@b",
                "\"\"\"@b",
                "\"a\\\"@b",
                "\"a\"b@c",
                "\"é\"@b",
                "\"\t\"@b",
                "\"\x7F\"@b",
                "(c)a@b",
                "a@[127.0.0.256]",
                "a@[127.0.0]",
                "a@[0001.0.0.1]",
                "a@[",
                "a@]",
                "a@[]",
                "a@[::1]",
                "a@[IPv6:]",
                "a@[IPv6:1:2:3:4:5:6:7::]",
                "a@[IPv6:1.2.3.4]",
                "a@[IPv7:x]",
                "a@b\n",
                sixty_four + "a@b",
                "\"" + sixty_four.substr(1) + "\"@b",
                "a@" + longest_host + "a"});
}

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
    for (const auto& [form, text] : {std::pair{&forms::date, "2096-02-29"},
                                     {&forms::uuid, "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"},
                                     {&forms::ipv4, "192.0.2.25"},
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
