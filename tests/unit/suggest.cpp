// SPDX-License-Identifier: BSL-1.0
#include <vouch/suggest.hpp>

#include <apsaramq/create_instance.hpp>
#include <vouch/catalog.hpp>

#include "../catch.hpp"
#include "../garden.hpp"

using namespace vouch;

namespace {

std::string meant(std::string_view written) {
    const field_info* f = nearest_field(written, catalog_of<garden::Bed>());
    return f == nullptr ? "" : std::string(f->name);
}

}  // namespace

TEST_CASE("the nearest field is suggested, but not one that cannot have been meant", "[suggest]") {
    CHECK(meant("Title") == "title");
    CHECK(meant("ti_tle") == "title");
    CHECK(meant("tilte") == "title");
    CHECK(meant("tokn") == "token");
    CHECK(meant("sol") == "soil");
    CHECK(meant("aera") == "area");
    CHECK(meant("titanic").empty());
    CHECK(meant("x").empty());
    CHECK(meant("").empty());
    CHECK(meant(std::string(100000, 't')).empty());
    CHECK(distance_between("x", "_") == written_name::too_far);
    CHECK(nearest_enumerator(" Loam ", *catalog_of<garden::Bed>().fields[1].type->enumeration)->name == "loam");
    CHECK(nearest_enumerator("mud", *catalog_of<garden::Bed>().fields[1].type->enumeration) == nullptr);
    CHECK(place_of_field("LITRES", catalog_of<garden::Bed>()) == "/water/litres");
    CHECK(place_of_field("friends", catalog_of<garden::Bed>()) == "/plants/0/friends");
    CHECK(place_of_field("unheard", catalog_of<garden::Bed>()).empty());
}

TEST_CASE("every single typo in a field's name of four letters or more leads to a field that is as near", "[suggest]") {
    const auto check_object = [](const object_info& o, auto self) -> void {
        for (const field_info& f : o.fields) {
            const std::string name(f.name);
            const type_info& type = f.kind == kind::list ? *f.type->element : *f.type;
            if (type.object != nullptr) self(*type.object, self);
            if (name.size() < 4 || f.asks.deprecated) continue;
            std::vector<std::string> typos;
            for (std::size_t i = 0; i < name.size(); ++i) {
                typos.push_back(name.substr(0, i) + name.substr(i + 1));
                typos.push_back(name.substr(0, i) + "q" + name.substr(i));
                typos.push_back(name.substr(0, i) + "q" + name.substr(i + 1));
                if (i > 0) {
                    typos.push_back(name);
                    std::swap(typos.back()[i], typos.back()[i - 1]);
                }
            }
            for (const std::string& typo : typos) {
                const field_info* found = nearest_field(typo, o);
                INFO(typo);
                REQUIRE(found != nullptr);
                CHECK(distance_between(typo, found->name) <= distance_between(typo, name));
                CHECK_FALSE(found->asks.deprecated);
            }
        }
    };
    check_object(catalog_of<apsaramq::CreateInstanceRequest>(), check_object);
}

TEST_CASE("names up to the longest are compared", "[suggest]") {
    const std::string longest(detail::longest_suggested, 'n');
    CHECK(distance_between(longest, longest) == 0);
    CHECK(distance_between(longest.substr(1) + "m", longest) == 1);
    CHECK(distance_between(longest + "n", longest) == written_name::too_far);
    CHECK(distance_between(longest, longest + "n") == written_name::too_far);
}
