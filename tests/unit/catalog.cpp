// SPDX-License-Identifier: BSL-1.0
#include <vouch/catalog.hpp>

#include "../catch.hpp"
#include "../garden.hpp"

using namespace vouch;

TEST_CASE("a catalog has every field, its cell and its pointer", "[catalog]") {
    constexpr const object_info& bed = catalog_of<garden::Bed>();
    CHECK(bed.doc == "A bed.");
    CHECK(bed.width() == 14);
    REQUIRE(bed.fields.size() == 9);
    CHECK(bed.fields[0].name == "title");
    CHECK(bed.fields[0].required);
    CHECK_FALSE(bed.fields[3].required);
    CHECK(bed.fields[1].type->enumeration->values[2].name == "loam");
    CHECK(bed.fields[1].type->enumeration->values[2].doc == "Both.");
    CHECK(bed.fields[1].type->enumeration->position_of("sand") == 1);
    CHECK(bed.fields[1].type->enumeration->position_of("Sand") == -1);
    CHECK(bed.pointer_to(0) == "");
    CHECK(bed.pointer_to(6) == "/water");
    CHECK(bed.pointer_to(8) == "/water/litres");
    CHECK(bed.pointer_to(11) == "/spare/litres");
    CHECK(bed.cells[11].field->name == "litres");
    CHECK(bed.cells[11].parent == 9);
    CHECK(bed.find("spare")->slot == 9);
    CHECK(bed.find("Spare") == nullptr);
}

TEST_CASE("every rule is listed, including those of notes and of nested shapes", "[catalog]") {
    std::vector<std::string_view> ids;
    for_each_rule(catalog_of<garden::Bed>(), [&](const rule_words& r) { ids.push_back(r.id); });
    CHECK(ids == std::vector<std::string_view>{"litres-needed", "litres-needed", "count-range", "name-case",
                                               "friend-case", "friend-twice", "token-in-body", "sand-needs-owner",
                                               "dry", "crowded", "plant-twice", "password-weak"});
}
