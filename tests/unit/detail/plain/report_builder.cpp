// SPDX-License-Identifier: BSL-1.0
#include <vouch/detail/plain/report_builder.hpp>

#include <vouch/read.hpp>
#include <vouch/validate.hpp>

#include "../../../catch.hpp"

namespace house {

struct Door {
    std::optional<bool> open{};
    std::optional<bool> locked{};
    std::optional<std::string> hinge{};
    std::optional<std::string> code{};
    std::optional<std::vector<std::string>> keys{};
};
BOOST_DESCRIBE_STRUCT(Door, (), (open, locked, hinge, code, keys))

constexpr auto shape_of(vouch::of<Door>) {
    using namespace vouch::notation;
    using T = Door;
    // clang-format off
    return describe<T>("A door.",

    field(&T::open,   "Whether it is open."),
    field(&T::locked, "Whether it is locked."),
    field(&T::hinge,  "What holds it."),
    field(&T::code,   "What opens it.", {.secret = true}),
    field(&T::keys,   "What opens it as well."),

    rule(error("open-and-locked"), when(&T::locked, is(true)).when(&T::open, is(true)).report(&T::open),
         {"an open door cannot be locked", "close it"}),
    rule(warning("hinge-missing"),
         when(&T::locked, is(true)).when(&T::code, present).when(&T::keys, present).when(&T::open, absent)
             .then(&T::hinge, present),
         {"{field} is missing"}));
    // clang-format on
}

}  // namespace house

namespace {

using strings = std::vector<std::string>;

/// "path: message" of each related place of the only finding.
strings related(std::string_view text) {
    const auto reading = vouch::read<house::Door>(text);
    REQUIRE(reading.report.size() == 1);
    strings out;
    for (const vouch::related_place& r : reading.report[0].related) out.push_back(r.path + ": " + r.message);
    return out;
}

}  // namespace

TEST_CASE("related places are the other fields that a rule read, once each, if they are there", "[report_builder]") {
    CHECK(related(R"({"locked":true,"open":true})") == strings{"/locked: because locked is true"});
    CHECK(related(R"({"locked":true,"code":"1234","keys":["a","b"]})") ==
          strings{"/locked: because locked is true", "/code: because code is (a secret)",
                  "/keys: because keys has 2 elements"});
}

TEST_CASE("diagnostics beyond the limit are counted, and the last one says how many", "[report_builder]") {
    const vouch::report r =
        vouch::read<house::Door>(R"({"open":1,"locked":2,"hinge":3,"code":4,"keys":5})", {.max_diagnostics = 2}).report;
    REQUIRE(r.size() == 3);
    CHECK(r[0].path == "/open");
    CHECK(r[1].path == "/locked");
    CHECK(r[2].rule == "too-many-diagnostics");
    CHECK(r[2].message.find('3') != std::string::npos);
    CHECK(r.errors() == 5);
    CHECK(r.infos() == 1);
}

TEST_CASE("options select, ignore and change the severity of rules", "[report_builder]") {
    const std::string_view text = R"({"locked":true,"open":true,"unknown":1})";
    const std::string_view one[] = {"open-and-locked"};
    const auto ids = [&](const vouch::options& o) {
        strings out;
        for (const vouch::diagnostic& d : vouch::read<house::Door>(text, o).report)
            out.push_back(std::string(vouch::name_of(d.severity)) + " " + std::string(d.rule));
        return out;
    };
    const vouch::severity_override info[] = {{"open-and-locked", vouch::severity::info}};
    CHECK(ids({.select = one}) == strings{"error open-and-locked"});
    CHECK(ids({.ignore = one}) == strings{"warning unknown-field"});
    CHECK(ids({.severities = info}) == strings{"info open-and-locked", "warning unknown-field"});
    CHECK(ids({.unknown = vouch::unknown_policy::error}) == strings{"error open-and-locked", "error unknown-field"});
    CHECK(ids({.unknown = vouch::unknown_policy::ignore}) == strings{"error open-and-locked"});
}
