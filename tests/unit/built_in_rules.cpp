// SPDX-License-Identifier: BSL-1.0
#include <vouch/built_in_rules.hpp>

#include "../catch.hpp"

#include <set>

using namespace vouch;

TEST_CASE("every built-in rule is found by its id, and says what it means", "[built_in_rules]") {
    std::set<std::string_view> ids;
    for (const built_in_rules::built_in_rule& r : built_in_rules::all) {
        CHECK(ids.insert(r.words->id).second);
        CHECK(built_in_rules::find(r.words->id) == &r);
        CHECK_FALSE(r.words->message.empty());
        CHECK_FALSE(r.words->help.empty());
        CHECK_FALSE(r.words->when.empty());
    }
    CHECK(built_in_rules::find("") == nullptr);
    CHECK(built_in_rules::find("json") == nullptr);
    CHECK(built_in_rules::find("out-of-range") == nullptr);  // Only where a schema has such a note.
}
