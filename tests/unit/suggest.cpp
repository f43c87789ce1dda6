// SPDX-License-Identifier: BSL-1.0
#include <vouch/suggest.hpp>

#include <apsaramq/create_instance.hpp>
#include <vouch/catalog.hpp>

#include "../catch.hpp"
#include "../garden.hpp"

#include <random>

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

TEST_CASE("names are compared by their letters and digits, without case", "[suggest]") {
    CHECK(detail::plain_name("@AZ[_`az{-/09: \xC3\xA9") == "azaz09");
    CHECK(detail::is_same_name("@AZ[_`az{-/09:", "azAZ09"));
    CHECK(detail::is_same_name("a", "_A_"));
    CHECK(detail::is_same_name("", "-"));
    for (const std::string_view other : {"", "z09", "a09", "az9", "az0", "bz09", "ay09", "az19", "az08", "az09a"}) {
        CHECK_FALSE(detail::is_same_name("az09", other));
        CHECK_FALSE(detail::is_same_name(other, "az09"));
    }
    CHECK(place_of_field("_", catalog_of<garden::Bed>()).empty());
}

TEST_CASE("names with many different characters are far from each other", "[suggest]") {
    const auto least = [](std::string_view a, std::string_view b) {
        return detail::least_distance(detail::characters_of(a), detail::characters_of(b));
    };
    const std::string_view all = "0123456789abcdefghijklmnopqrstuvwxyz";
    for (const char& c : all) {
        CHECK(least({&c, 1}, "") == 1);
        CHECK(least(all, {&c, 1}) == all.size() - 1);
        for (const char& other : all) CHECK(least({&c, 1}, {&other, 1}) == (c == other ? 0 : 1));
    }
    CHECK(least("abc", "cab") == 0);
    CHECK(least("abc", "abd") == 1);
    CHECK(least("abc", "de") == 3);
    CHECK(least("de", "abc") == 3);
}

TEST_CASE("distances are those of a whole table", "[suggest]") {
    const auto distance = [](std::string_view a, std::string_view b) {
        std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
        for (std::size_t i = 0; i <= a.size(); ++i) {
            for (std::size_t j = 0; j <= b.size(); ++j) {
                std::size_t& least = table[i][j] = i + j;
                if (i > 0) least = std::min(least, table[i - 1][j] + 1);
                if (j > 0) least = std::min(least, table[i][j - 1] + 1);
                if (i > 0 && j > 0) least = std::min(least, table[i - 1][j - 1] + (a[i - 1] != b[j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    least = std::min(least, table[i - 2][j - 2] + 1);
            }
        }
        return table[a.size()][b.size()];
    };
    std::mt19937 random(1);
    const auto text = [&] {
        std::string out;
        for (std::size_t n = random() % 9; n > 0; --n) out += static_cast<char>('a' + random() % 3);
        return out;
    };
    for (int i = 0; i < 3000; ++i) {
        const std::string a = text();
        const std::string b = text();
        for (std::size_t most = 0; most < 4; ++most) {
            INFO(a << " " << b << " " << most);
            CHECK(std::min(detail::edit_distance(a, b, most), most + 1) == std::min(distance(a, b), most + 1));
        }
        CHECK(detail::least_distance(detail::characters_of(a), detail::characters_of(b)) <= distance(a, b));
    }
}

TEST_CASE("a longer name may have more typos", "[suggest]") {
    CHECK(distance_between("a", "a") == 0);
    CHECK(distance_between("ab", "ac") == written_name::too_far);
    CHECK(distance_between("abc", "abd") == 1);
    CHECK(distance_between("abcdexy", "abcdefg") == written_name::too_far);
    CHECK(distance_between("abcdefxy", "abcdefgh") == 2);
    CHECK(distance_between("abcdefghxy", "abcdefgh") == 2);
    CHECK(distance_between("abcdefghxyz", "abcdefgh") == written_name::too_far);
    CHECK(distance_between("abcdefxyz", "abcdefgh") == written_name::too_far);
}

TEST_CASE("names up to the longest are compared", "[suggest]") {
    const std::string longest(detail::longest_suggested, 'n');
    CHECK(distance_between(longest, longest) == 0);
    CHECK(distance_between(longest.substr(1) + "m", longest) == 1);
    CHECK(distance_between(longest + "n", longest) == written_name::too_far);
    CHECK(distance_between(longest, longest + "n") == written_name::too_far);
}
