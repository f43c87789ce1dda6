// SPDX-License-Identifier: BSL-1.0
// The order of members, white space and escapes never change what is found; and a DOM gives what its text gives.
#include <apsaramq.hpp>
#include <vouch/boost_json.hpp>

#include "../cases.hpp"
#include "../catch.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

namespace {

namespace json = boost::json;

/// Writes a DOM in one of the many ways that mean the same.
class scribe {
public:
    explicit scribe(unsigned seed) : random_(seed) {}

    std::string text(const json::value& v) {
        std::string out;
        write(out, v);
        return out;
    }

private:
    unsigned below(unsigned n) { return std::uniform_int_distribution<unsigned>(0, n - 1)(random_); }

    void space(std::string& out) {
        constexpr std::string_view some[] = {"", "", "", " ", "\n", "\t", "\r\n", "  "};
        out += some[below(std::size(some))];
    }
    void string(std::string& out, std::string_view text) {
        out += '"';
        for (std::string_view rest = text; !rest.empty();) {
            const vouch::code_point c = vouch::first_code_point(rest);
            const std::string_view bytes = rest.substr(0, c.size);
            rest.remove_prefix(c.size);
            if (c.value >= 0x20 && c.value != '"' && c.value != '\\' && below(3) != 0)
                out += bytes;
            else if (c.value < 0x10000)
                unit(out, c.value);
            else
                unit(out, 0xD800 + ((c.value - 0x10000) >> 10)), unit(out, 0xDC00 + (c.value & 0x3FF));
        }
        out += '"';
    }
    void unit(std::string& out, char32_t u) {
        const char* const digits = below(2) == 0 ? "0123456789abcdef" : "0123456789ABCDEF";
        out += "\\u";
        for (int shift = 12; shift >= 0; shift -= 4) out += digits[u >> shift & 0xF];
    }
    void write(std::string& out, const json::value& v) {
        space(out);
        if (v.is_object()) {
            std::vector<const json::key_value_pair*> members;
            for (const json::key_value_pair& m : v.get_object()) members.push_back(&m);
            std::shuffle(members.begin(), members.end(), random_);
            out += '{';
            for (const json::key_value_pair* m : members) {
                if (m != members.front()) out += ',';
                space(out);
                string(out, {m->key().data(), m->key().size()});
                space(out);
                out += ':';
                write(out, m->value());
            }
            space(out);
            out += '}';
        } else if (v.is_array()) {
            out += '[';
            for (const json::value& e : v.get_array()) {
                if (&e != v.get_array().data()) out += ',';
                write(out, e);
            }
            space(out);
            out += ']';
        } else if (v.is_string()) {
            string(out, {v.get_string().data(), v.get_string().size()});
        } else {
            vouch::detail::write_dom(out, v);
        }
        space(out);
    }

    std::mt19937 random_;
};

/// Severity, rule and path; messages quote numbers as they are written.
std::multiset<std::string> all(const vouch::report& r) {
    std::multiset<std::string> out;
    for (const vouch::diagnostic& d : r)
        out.insert(std::string(vouch::name_of(d.severity)) + " " + std::string(d.rule) + " " + d.path);
    return out;
}

/// Whether a DOM may hold a number that was rounded to a double: such a one is not what its text says.
bool is_rounded(const json::value& v) {
    if (v.is_object()) {
        for (const json::key_value_pair& m : v.get_object()) {
            if (is_rounded(m.value())) return true;
        }
    } else if (v.is_array()) {
        return std::any_of(v.get_array().begin(), v.get_array().end(), is_rounded);
    }
    return v.is_double() && std::abs(v.get_double()) >= 9007199254740992.0;
}

template <class T>
void check_spellings(const conformance_case& c, scribe& some) {
    json::error_code error;
    const json::value dom = json::parse(c.text, error);
    const auto expected = vouch::read<T>(c.text);
    const bool has_duplicates = std::any_of(expected.report.begin(), expected.report.end(),
                                            [](const vouch::diagnostic& d) { return d.rule == "duplicate-key"; });
    if (error || has_duplicates || is_rounded(dom)) return;  // A DOM keeps one of several members with one name.
    INFO(c.text);
    const auto of_dom = vouch::read<T>(dom);
    CHECK(of_dom.value == expected.value);
    CHECK(all(of_dom.report) == all(expected.report));
    for (int i = 0; i < 5; ++i) {
        const std::string text = some.text(dom);
        INFO(text);
        const auto respelled = vouch::read<T>(text);
        CHECK(respelled.value == expected.value);
        CHECK(all(respelled.report) == all(expected.report));
        CHECK(vouch::check<T>(text) == expected.report.ok());
    }
}

}  // namespace

TEST_CASE("order, white space and escapes do not change what is found; nor does a DOM", "[properties][spelling]") {
    scribe some(11);
    for (const char* file : conformance_files) {
        for (const conformance_case& c : conformance_cases(file)) {
            if (c.type == "response")
                check_spellings<apsaramq::CreateInstanceResponse>(c, some);
            else
                check_spellings<apsaramq::CreateInstanceRequest>(c, some);
        }
    }
}
