// SPDX-License-Identifier: BSL-1.0
#include <vouch/validate.hpp>

#include "../catch.hpp"
#include "../found.hpp"
#include "../garden.hpp"

#include <cstdlib>
#include <limits>
#include <new>

using namespace vouch;
using garden::Bed;
using garden::Plant;
using garden::Soil;

namespace {

std::size_t allocations = 0;

constexpr Bed herbs() {
    return {.title = "Herbs",
            .soil = Soil::loam,
            .area = 4,
            .owner = {},
            .password = {},
            .water = {.automatic = true, .litres = 1.5},
            .spare = {},
            .plants = std::vector{Plant{"mint", 3, {}}, Plant{"sage", {}, std::vector<std::string>{"rue"}}},
            .token = {}};
}

constexpr bool breaks(auto change) {
    Bed bed = herbs();
    change(bed);
    return !valid(bed);
}

}  // namespace

void* operator new(std::size_t size) {
    ++allocations;
    if (void* p = std::malloc(size)) return p;
    throw std::bad_alloc();
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    ++allocations;
    return std::malloc(size);
}
void operator delete(void* p) noexcept { std::free(p); }
void operator delete(void* p, std::size_t) noexcept { std::free(p); }

// At compile time, if a std::string can be used there: clang cannot use that of libstdc++ before 13.
#if defined(__cpp_lib_constexpr_string) && __cpp_lib_constexpr_string >= 201907L && \
    !(defined(__clang__) && defined(_GLIBCXX_RELEASE) && _GLIBCXX_RELEASE < 13)
static_assert(valid(herbs()));
static_assert(breaks([](Bed& b) { b.title = " "; }));
static_assert(breaks([](Bed& b) { b.soil = {}; }));
static_assert(breaks([](Bed& b) { b.soil = static_cast<Soil>(17); }));
static_assert(breaks([](Bed& b) { b.soil = Soil::sand; }));
static_assert(!breaks([](Bed& b) { b.soil = Soil::sand, b.owner = "me"; }));
static_assert(breaks([](Bed& b) { b.soil = Soil::sand, b.owner = "\t"; }));
static_assert(breaks([](Bed& b) { b.water.litres = {}; }));
static_assert(breaks([](Bed& b) { b.plants->at(1).count = 101; }));
static_assert(breaks([](Bed& b) { b.plants->at(1).name = "mint"; }));
#ifndef VOUCH_SEPARATE_COMPILATION
static_assert(validate(herbs()).empty());
#endif
#endif

TEST_CASE("validate finds everything, in declared order", "[validate]") {
    Bed bed = herbs();
    bed.soil = Soil::sand;
    bed.password = "secret";
    bed.water.litres = {};
    bed.plants->at(0).count = 0;
    bed.plants->at(1).name = "Mint";
    bed.plants->at(1).friends = {"a", "B", "a"};
    const report r = validate(bed);
    CHECK(lines(r) == std::vector<std::string>{
                          "info dry /soil: no water in \"sand\"",
                          "error sand-needs-owner /owner: a bed of sand needs an owner",
                          "warning password-weak /password: (a secret) is too easy",
                          "error litres-needed /water/litres: litres is required with automatic",
                          "error count-range /plants/0/count: count is 0",
                          "warning name-case /plants/1/name: \"Mint\" has capitals",
                          "warning friend-case /plants/1/friends/1: \"B\" has capitals",
                          "error friend-twice /plants/1/friends/2: duplicate \"a\"",
                      });
    CHECK(r.errors() == 4);
    CHECK(r.warnings() == 3);
    CHECK(r.infos() == 1);
    CHECK_FALSE(r.ok());
    CHECK(r[0].where == place{});
    REQUIRE(r[1].related.size() == 1);
    CHECK(r[1].related[0].path == "/soil");
    CHECK(r[1].related[0].message == "because soil is \"sand\"");
}

TEST_CASE("options that name a rule that does not exist are an error, also about a valid value", "[validate]") {
    constexpr std::string_view typo[] = {"plant-twise"};
    const report r = validate(herbs(), {.select = typo});
    CHECK(lines(r) == std::vector<std::string>{
                          "error unknown-rule : the options name a rule that does not exist: \"plant-twise\""});
    CHECK(r[0].help == "did you mean \"plant-twice\"?");
    CHECK(first_error(herbs(), {.ignore = typo}) == "unknown-rule");
    CHECK_FALSE(valid(herbs(), {.ignore = typo}));
    constexpr std::string_view known[] = {"plant-twice", "duplicate-key", "count-range", "name-case"};
    CHECK(validate(herbs(), {.ignore = known}).empty());
    CHECK(valid(herbs(), {.ignore = known}));
}

TEST_CASE("what JSON cannot express is an error", "[validate]") {
    Bed bed = herbs();
    bed.water.litres = std::numeric_limits<double>::quiet_NaN();
    CHECK(validate(bed)[0].message == "litres is not a finite number");
    bed.owner = "\xFF";
    bed.soil = static_cast<Soil>(9);
    CHECK(ids(validate(bed)) ==
          std::vector<std::string>{"enum-invalid /soil", "json-syntax /owner", "number-out-of-range /water/litres"});
}

TEST_CASE("validating a value without mistakes allocates nothing", "[validate]") {
    for (const std::size_t plants : {std::size_t{1}, std::size_t{20}, detail::max_few}) {
        Bed bed = herbs();
        bed.area = static_cast<std::int64_t>(plants);
        bed.plants.emplace();
        for (std::size_t i = 0; i < plants; ++i)
            bed.plants->push_back({"mint" + std::to_string(i), 3, std::vector<std::string>{"a", "b"}});
        const std::size_t before = allocations;
        const report r = validate(bed);
        const std::size_t after = allocations;
        CHECK(r.empty());
        CHECK(after == before);
    }
}

TEST_CASE("options choose rules, severities and how many diagnostics are kept", "[validate]") {
    Bed bed = herbs();
    bed.soil = Soil::sand;
    bed.plants->at(0).count = 0;
    const std::string_view one[] = {"count-range"};
    CHECK(ids(validate(bed, {.select = one})) == std::vector<std::string>{"count-range /plants/0/count"});
    CHECK(ids(validate(bed, {.ignore = one})) == std::vector<std::string>{"sand-needs-owner /owner"});
    const severity_override softer[] = {{"count-range", severity::info}, {"sand-needs-owner", severity::warning}};
    CHECK(validate(bed, {.severities = softer}).ok());
    CHECK(valid(bed, {.severities = softer}));

    const report cut = validate(bed, {.max_diagnostics = 1});
    CHECK(cut.errors() == 2);
    REQUIRE(cut.size() == 2);
    CHECK(cut[1].rule == "too-many-diagnostics");
    CHECK(cut[1].message == "more findings were left out: 1");
    CHECK_FALSE(validate(bed, {.max_diagnostics = 0}).ok());
}

TEST_CASE("duplicates are found in long lists", "[validate]") {
    Bed bed = herbs();
    bed.area = 1000;
    bed.plants->clear();
    for (int i = 0; i < 300; ++i) bed.plants->push_back({"p" + std::to_string(i % 299), {}, {}});
    CHECK(ids(validate(bed)) == std::vector<std::string>{"plant-twice /plants/299/name"});
}
