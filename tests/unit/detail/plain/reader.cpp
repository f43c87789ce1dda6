// SPDX-License-Identifier: BSL-1.0
#include <vouch/detail/plain/reader.hpp>

#include <vouch/catalog.hpp>

#include "../../../catch.hpp"
#include "../../../garden.hpp"

#include <functional>
#include <string>
#include <vector>

using namespace vouch;
using garden::Bed;

namespace {

struct outcome_of_events {
    Bed bed{};
    std::vector<std::string> found;
    std::vector<std::string> unknown;
    std::vector<std::size_t> repeated;
    bool sound = false;
};

/// Sends events to a reader.
outcome_of_events after(const std::function<void(detail::reader&)>& events, const options& o = {}) {
    outcome_of_events out;
    detail::report_builder report(o, catalog_of<Bed>());
    const detail::sequence<std::size_t> none;
    detail::reader reader(catalog_of<Bed>(), &out.bed, report, none);
    events(reader);
    for (const detail::draft& d : report.drafts())
        out.found.push_back(std::string(d.found.rule) + " " + d.found.path + " " + std::to_string(d.token));
    for (const auto& u : reader.of_keys().unknown) out.unknown.push_back(u.path);
    for (const std::size_t token : reader.of_keys().repeated) out.repeated.push_back(token);
    out.sound = reader.sound();
    return out;
}

using strings = std::vector<std::string>;

}  // namespace

TEST_CASE("events fill the struct, in any order of keys", "[reader]") {
    const auto out = after([](detail::reader& r) {
        r.begin_object();
        r.key("area"), r.integer(4, "4");
        r.key("soil"), r.string("loam");
        r.key("title"), r.string("Herbs");
        r.key("water"), r.begin_object();
        r.key("litres"), r.number("1.5");
        r.end_object();
        r.key("plants"), r.begin_array(), r.begin_object();
        r.key("name"), r.string("mint");
        r.end_object(), r.end_array(), r.end_object();
    });
    CHECK(out.found.empty());
    CHECK(out.sound);
    CHECK(out.bed.title == "Herbs");
    CHECK(out.bed.area == 4);
    CHECK(out.bed.soil == garden::Soil::loam);
    CHECK(out.bed.water.litres == 1.5);
    REQUIRE(out.bed.plants.has_value());
    CHECK(out.bed.plants->at(0).name == "mint");
}

TEST_CASE("what is unknown or mistyped is passed over, whatever it holds", "[reader]") {
    const auto out = after([](detail::reader& r) {
        r.begin_object();
        r.key("zone"), r.begin_array(), r.begin_object();
        r.key("title"), r.integer(1, "1");
        r.end_object(), r.end_array();
        r.key("title"), r.begin_object();
        r.key("soil"), r.string("clay");
        r.end_object();
        r.key("soil"), r.string("clay");
        r.end_object();
    });
    CHECK(out.found == strings{"unknown-field /zone 2", "type-mismatch /title 8"});
    CHECK(out.unknown == strings{"/zone"});
    CHECK(out.bed.soil == garden::Soil::clay);
    CHECK_FALSE(out.sound);
}

TEST_CASE("a repeated key is reported, and the token of the earlier one is kept", "[reader]") {
    const auto out = after([](detail::reader& r) {
        r.begin_object();
        r.key("title"), r.string("a");
        r.key("x"), r.null();
        r.key("title"), r.string("b");
        r.key("x"), r.null();
        r.end_object();
    });
    CHECK(out.found ==
          strings{"unknown-field /x 4", "duplicate-key /title 6", "duplicate-key /x 8", "unknown-field /x 8"});
    CHECK(out.repeated == std::vector<std::size_t>{2, 4});
}

TEST_CASE("a member of the query in a body, and one given outside it", "[reader]") {
    const beside_value given[] = {{"token", "given"}};
    const auto events = [](detail::reader& r) {
        r.begin_object();
        r.key("token"), r.string("own");
        r.end_object();
    };
    CHECK(after(events).found == strings{"token-in-body /token 2"});
    CHECK(after(events).bed.token == "own");
    CHECK(after(events, {.beside = given}).bed.token == "given");
    CHECK(after(events, {.flat = true}).found.empty());
}

TEST_CASE("a document that is too deep ends", "[reader]") {
    after(
        [](detail::reader& r) {
            CHECK(r.begin_object());
            r.key("water");
            CHECK(r.begin_object());
            r.key("x");
            CHECK_FALSE(r.begin_array());
            CHECK(r.too_deep());
        },
        {.max_depth = 2});
}
