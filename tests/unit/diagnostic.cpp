// SPDX-License-Identifier: BSL-1.0
#include <vouch/diagnostic.hpp>

#include <vouch/read.hpp>

#include "../catch.hpp"
#include "../garden.hpp"

#include <sstream>

using namespace vouch;

TEST_CASE("findings as texts, for tests and logs", "[diagnostic]") {
    const report r = read<garden::Bed>(R"({"title":"t","soil":"mud","\u001b":1})").report;
    CHECK(to_string(r) ==
          "error[required-missing] /area: area is required\n"
          "error[required-missing] /water: water is required\n"
          "error[enum-invalid] /soil: soil cannot be \"mud\"\n"
          "warning[unknown-field] /\\u001b: unknown field \"\\u001b\"\n");
    std::ostringstream out;
    out << r[2] << "|" << r[3].severity << "|" << basis::practice << "\n" << r;
    CHECK(out.str() == "error[enum-invalid] /soil: soil cannot be \"mud\"|warning|practice\n" + to_string(r));
    CHECK(to_string(read<garden::Bed>("").report) == "error[body-missing] there is no document\n");
    CHECK(to_string(report{}).empty());
}
