// SPDX-License-Identifier: BSL-1.0
#include <vouch/defaults.hpp>

#include <vouch/boost_json.hpp>
#include <vouch/read.hpp>
#include <vouch/write.hpp>

#include "../catch.hpp"

namespace pond {

enum class Kind { koi = 1, carp };
BOOST_DESCRIBE_ENUM(Kind, koi, carp)
constexpr auto shape_of(vouch::of<Kind>) {
    using namespace vouch::notation;
    return describe<Kind>("A fish.", value(Kind::koi, "Colorful."), value(Kind::carp, "Plain."));
}

struct Fish {
    std::optional<Kind> kind{};
    std::optional<std::string> name{};
};
BOOST_DESCRIBE_STRUCT(Fish, (), (kind, name))
constexpr auto shape_of(vouch::of<Fish>) {
    using namespace vouch::notation;
    return describe<Fish>("A fish.", field(&Fish::kind, "What it is.", {.default_value = Kind::koi}),
                          field(&Fish::name, "Its name.", {.default_value = "Wanda"}));
}

struct Pond {
    std::optional<double> depth{};
    std::optional<bool> pump{};
    std::optional<std::int32_t> stones{};
    std::optional<std::string> owner{};
    Fish first{};
    std::optional<Fish> second{};
    std::optional<std::vector<Fish>> others{};
};
BOOST_DESCRIBE_STRUCT(Pond, (), (depth, pump, stones, owner, first, second, others))
constexpr auto shape_of(vouch::of<Pond>) {
    using namespace vouch::notation;
    using T = Pond;
    return describe<T>("A pond.", field(&T::depth, "In meters.", {.default_value = 1.5}),
                       field(&T::pump, "Whether it has one.", {.default_value = true}),
                       field(&T::stones, "How many.", {.default_value = 12}), field(&T::owner, "Whose it is."),
                       field(&T::first, "A fish."), field(&T::second, "Another."), field(&T::others, "More."));
}

}  // namespace pond

TEST_CASE("absent members get the defaults of their notes, those that are there stay", "[defaults]") {
    CHECK(vouch::write(vouch::with_defaults(pond::Pond{})) ==
          R"({"depth":1.5,"pump":true,"stones":12,"first":{"kind":"koi","name":"Wanda"}})");
    pond::Pond some{.pump = false, .stones = 0, .second = pond::Fish{pond::Kind::carp, {}}};
    some.others = {pond::Fish{{}, ""}};
    CHECK(vouch::write(vouch::with_defaults(some)) ==
          R"({"depth":1.5,"pump":false,"stones":0,"first":{"kind":"koi","name":"Wanda"},)"
          R"("second":{"kind":"carp","name":"Wanda"},"others":[{"kind":"koi","name":""}]})");
}

TEST_CASE("reading fills in defaults if it is asked to, and reports the document as it is", "[defaults][read]") {
    const vouch::options filled{.fill_defaults = true};
    const auto r = vouch::read<pond::Pond>(R"({"pump":false,"first":{},"others":[{"kind":"carp"}]})", filled);
    REQUIRE(r);
    CHECK(r.report.empty());
    CHECK(
        vouch::write(*r) ==
        R"({"depth":1.5,"pump":false,"stones":12,"first":{"kind":"koi","name":"Wanda"},"others":[{"kind":"carp","name":"Wanda"}]})");
    CHECK(*vouch::read<pond::Pond>(vouch::to_value(*r), filled)->depth == 1.5);
    CHECK(!vouch::read<pond::Pond>(R"({"first":{}})")->depth.has_value());
    CHECK(vouch::read<pond::Pond>(R"({"stones":null,"first":{}})", filled)->stones == 12);
    CHECK(!vouch::read<pond::Pond>(R"({"first":5})", filled).value.has_value());
}
