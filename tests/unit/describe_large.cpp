// SPDX-License-Identifier: BSL-1.0
#include <vouch/describe_large.hpp>

#include "../catch.hpp"
#include "../large.hpp"

#include <vouch/enumerators.hpp>
#include <vouch/export/json_schema.hpp>
#include <vouch/read.hpp>
#include <vouch/validate.hpp>
#include <vouch/write.hpp>

using namespace vouch;
using form::Code;
using form::Form;
using form::Letter;

static_assert(described_struct<Form> && described_enum<Code>);

namespace {

std::vector<std::string> found_in(const reading<Letter>& r) {
    std::vector<std::string> all;
    for (const diagnostic& d : r.report.diagnostics) all.push_back(std::string(d.rule) + " " + d.path);
    return all;
}

using strings = std::vector<std::string>;

}  // namespace

TEST_CASE("an enum of 1,024 enumerators has all their texts", "[describe_large]") {
    const enum_info& all = *catalog_of<Letter>().fields[0].type->enumeration;
    REQUIRE(all.values.size() == 1024);
    for (std::size_t i = 0; i < 1024; ++i) {
        const auto code = static_cast<Code>(i + 1);
        CHECK(detail::position_of(code) == i);
        REQUIRE(from_string<Code>(to_string(code)).value == code);
    }
    CHECK(to_string(Code::c000) == "code-c000");
    CHECK(to_string(Code::c3ff) == "code-c3ff");
    CHECK(from_string<Code>("code-C3ff").nearest == "code-c3ff");
    CHECK(detail::position_of(Code::none) == detail::not_described);
}

TEST_CASE("a struct of one member and an enum of one enumerator are described", "[describe_large]") {
    const auto r = read<form::Stamp>(R"({"kind":"plain"})");
    REQUIRE(r);
    CHECK(r->kind == form::Kind::plain);
    CHECK(write(*r) == R"({"kind":"plain"})");
    CHECK(!read<form::Stamp>("{}"));
}

TEST_CASE("a struct of 256 members is read and written", "[describe_large]") {
    Letter letter{.code = Code::c07f, .reply = Code::c2aa, .others = {{Code::c3ff, Code::c000}}};
    letter.form.m00 = 1;
    letter.form.m3f = 64;
    letter.form.m40 = 65;
    letter.form.mff = 256;
    const std::string text = write(letter);
    CHECK(text == R"({"code":"code-c07f","reply":"code-c2aa","others":["code-c3ff","code-c000"],)"
                  R"("form":{"m00":1,"m3f":64,"m40":65,"mff":256}})");
    const auto back = read<Letter>(text);
    REQUIRE(back);
    CHECK(back->code == Code::c07f);
    CHECK(back->others == letter.others);
    CHECK(back->form.m40 == 65);
    CHECK(back->form.m41 == std::nullopt);
    CHECK(write(*back) == text);
}

TEST_CASE("each of 256 members is found, in any order, and its mistakes have its path", "[describe_large]") {
    std::string all, reversed, wrong, twice;
    strings out_of_range, repeated;
    for (const field_info& f : catalog_of<Form>().fields) {
        const std::string name = '"' + std::string(f.name) + "\":";
        const auto add = [](std::string& to, const std::string& what) { to += (to.empty() ? "" : ",") + what; };
        add(all, name + std::to_string(f.index));
        add(wrong, name + "1000");
        reversed = name + std::to_string(f.index) + (reversed.empty() ? "" : "," + reversed);
        add(twice, name + "0");
        out_of_range.push_back("out-of-range /form/" + std::string(f.name));
        repeated.push_back("duplicate-key /form/" + std::string(f.name));
    }
    const auto letter = [](const std::string& form) { return R"({"code":"code-c001","form":{)" + form + "}}"; };
    for (const std::string& text : {letter(all), letter(reversed)}) {
        const auto r = read<Letter>(text);
        REQUIRE(r);
        CHECK(r.report.diagnostics.empty());
        CHECK(write(*r) == letter(all));
    }
    CHECK(found_in(read<Letter>(letter(wrong))) == out_of_range);
    CHECK(found_in(read<Letter>(letter(twice + "," + all))) == repeated);
    CHECK(found_in(read<Letter>(letter(all + R"(,"m100":1)"))) == strings{"unknown-field /form/m100"});
}

TEST_CASE("rules ask for late enumerators and late members", "[describe_large]") {
    const auto about = [](Code code, Code reply) {
        Letter letter{.code = code, .reply = reply};
        strings rules;
        for (const diagnostic& d : validate(letter).diagnostics) rules.emplace_back(d.rule);
        const auto r = read<Letter>(write(letter));
        for (std::size_t i = 0; i < rules.size(); ++i) CHECK(r.report.diagnostics[i].rule == rules[i]);
        CHECK(r.report.diagnostics.size() == rules.size());
        return rules;
    };
    CHECK(about(Code::c3ff, Code::c001) == strings{"no-reply-to-last"});
    CHECK(about(Code::c3fe, Code::c001) == strings{"no-reply-to-last"});
    CHECK(about(Code::c000, Code::c001) == strings{"no-reply-to-last"});
    CHECK(about(Code::c3fd, Code::c001).empty());
    CHECK(about(Code::c001, Code::c03f) == strings{"last-number-needed"});
    CHECK(about(Code::c001, Code::c040).empty());
    CHECK(found_in(read<Letter>(R"({"code":"code-c001","form":{"mff":1}})")) ==
          strings{"last-without-first /form/m00"});
}

TEST_CASE("sets of members have room for 256", "[describe_large]") {
    member_set none, all;
    for (unsigned i = 0; i < 256; ++i) {
        const auto index = static_cast<std::uint8_t>(i);
        member_set one;
        one.add(index);
        CHECK(one.has(index));
        CHECK(!one.has(static_cast<std::uint8_t>(i + 64)));
        CHECK(!one.empty());
        CHECK(one.has_all(none));
        CHECK(!none.has_all(one));
        CHECK(!all.has_all(one));
        all.add(index);
        CHECK(all.has_all(one));
        one.remove(index);
        CHECK(one.empty());
    }
}

TEST_CASE("sets of positions have room for 8 after the first 64", "[describe_large]") {
    position_set set;
    for (std::size_t i = 0; i < 64; i += 3) CHECK(set.add(i));
    for (std::size_t i = 64; i < 72; ++i) CHECK(set.add(10 * i));
    CHECK(!set.add(1023));
    for (std::size_t i = 0; i < 1024; ++i)
        CHECK(set.has(i) == (i < 64 ? i % 3 == 0 : i >= 640 && i < 720 && i % 10 == 0));
}

TEST_CASE("a text that is no enumerator gets the nearest of 1,024", "[describe_large]") {
    const auto r = read<Letter>(R"({"code":"code-3ff","form":{}})");
    REQUIRE(r.report.diagnostics.size() == 1);
    CHECK(r.report.diagnostics[0].rule == "enum-invalid");
    CHECK(r.report.diagnostics[0].help.find("code-c3ff") != std::string::npos);
}

TEST_CASE("the JSON Schema has all members and enumerators", "[describe_large]") {
    const auto schema = json_schema<Letter>();
    const auto& form = schema.at("properties").at("form").at("properties").as_object();
    CHECK(form.size() == 256);
    CHECK(schema.at("properties").at("code").at("enum").as_array().size() == 1024);
}
