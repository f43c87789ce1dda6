// SPDX-License-Identifier: BSL-1.0
#include <vouch/export/markdown.hpp>

#include <apsaramq/examples.hpp>

#include "../../catch.hpp"
#include "../../file.hpp"
#include "../../garden.hpp"

#include <algorithm>

using request = apsaramq::CreateInstanceRequest;
using response = apsaramq::CreateInstanceResponse;

namespace cellar {

enum class Kind { red = 1, white };
BOOST_DESCRIBE_ENUM(Kind, red, white)
constexpr auto shape_of(vouch::of<Kind>) {
    using namespace vouch::notation;
    return describe<Kind>("A kind.", value(Kind::red, "Dark."), value(Kind::white, "Pale | gold."));
}

struct Bottle {
    Kind kind{};
    std::optional<std::string> pin{};
    std::optional<std::string> shelf{};
    std::optional<bool> open{};
    std::optional<std::int32_t> year{};
    std::optional<std::string> id{};
};
BOOST_DESCRIBE_STRUCT(Bottle, (), (kind, pin, shelf, open, year, id))
constexpr auto shape_of(vouch::of<Bottle>) {
    using namespace vouch::notation;
    using T = Bottle;
    // clang-format off
    return describe<T>("A bottle.",

    field(&T::kind,  "Its *kind*.", {.default_words = "as <last>", .immutable = true}),
    field(&T::pin,   "Opens it.", {.secret = true}),
    field(&T::shelf, "Where.", {.deprecated = {"place", rule(warning("shelf-old"), {"{field} is old", "move it"})}}),
    field(&T::open,  "Whether.", {.default_value = false,
                                  .deprecated = {{}, rule(info("open-old"), {"{field} a|b", "leave it out"})}}),
    field(&T::year,  "When.", {.example = 1999, .unit = "a_d"}),
    field(&T::id,    "Of the request.", {.in = vouch::carried_in::query}));
    // clang-format on
}

}  // namespace cellar

TEST_CASE("fields are rows of a table, escaped", "[markdown]") {
    CHECK(vouch::markdown_fields(vouch::catalog_of<cellar::Bottle>()) ==
          R"(| Field | Meaning | Allowed | Default |
|---|---|---|---|
| `/kind`<br>enum, required | Its \*kind\*. Cannot be changed after creation. | "red" or "white" | as \<last> |
| `/pin`<br>string | Opens it. A secret: never shown. | a string | |
| `/shelf`<br>string | Where. **Deprecated**: use place. | a string | |
| `/open`<br>boolean | Whether. **Deprecated**. | true or false | `false` |
| `/year`<br>int32 | When. | an integer (a\_d)<br>Example: `1999` | |
| `/id`<br>string | Of the request. Goes into the query. | a string | |

Values of `/kind`:

| Value | Meaning |
|---|---|
| `red` | Dark. |
| `white` | Pale \| gold. |
)");
}

TEST_CASE("rules are rows of a table, and rules without an example have none", "[markdown]") {
    std::vector<vouch::listed_rule> own;
    for (const vouch::listed_rule& r : vouch::rules_of(vouch::catalog_of<cellar::Bottle>())) {
        if (!r.fields.empty()) own.push_back(r);
    }
    CHECK(vouch::markdown_rules(own) == R"(| Rule | Severity | Basis | What |
|---|---|---|---|
| [shelf-old](#shelf-old) | warning | reference | shelf is old |
| [open-old](#open-old) | info | reference | open a\|b |
)");
    vouch::listed_rule r = own.at(1);
    r.reads = {"/kind", "/year"};
    r.when.emplace_back("a|b");
    CHECK(vouch::markdown_rule<cellar::Bottle>(r, "#") == R"(# open-old

**info**, basis reference: open a\|b.

- Reported when open is present.
- or when a\|b.
- Reported at `/open`.
- Depends on `/kind`, `/year`.
- What to do: leave it out.

)");
}

TEST_CASE("code and cells of tables are escaped", "[markdown]") {
    CHECK(vouch::detail::markdown_cell("a|b*c_d<e") == "a\\|b\\*c\\_d\\<e");
    CHECK(vouch::detail::markdown_code("a|b*") == "`a\\|b*`");
    CHECK(vouch::detail::markdown_code("").empty());
}

TEST_CASE("the reference in the documentation is what the schema says", "[markdown][listing][example]") {
    const std::string page = file_text("../docs/reference/create-instance.md");
    const auto has = [&](const std::string& part) { return page.find(part) != std::string::npos; };
    auto rules = vouch::rules_of(vouch::catalog_of<request>());
    const auto own =
        std::find_if(rules.begin(), rules.end(), [](const vouch::listed_rule& r) { return !r.fields.empty(); });
    std::rotate(rules.begin(), own, rules.end());  // The built-in ones come last.
    CHECK(has(vouch::markdown_fields(vouch::catalog_of<request>())));
    CHECK(has(vouch::markdown_fields(vouch::catalog_of<response>())));
    CHECK(has(vouch::markdown_rules(rules)));
    CHECK(has("```json\n" + vouch::sample_text<request>(vouch::minimal_sample<request>()) + "```\n"));
    for (const vouch::listed_rule& r : rules) {
        INFO(r.words->id);
        // The page ends with one line feed.
        std::string part = vouch::markdown_rule<request>(r);
        part.pop_back();
        CHECK(has(part));
    }
    for (const vouch::listed_rule& r : vouch::rules_of(vouch::catalog_of<response>())) {
        INFO(r.words->id);
        std::string part = vouch::markdown_rule<response>(r);
        part.pop_back();
        if (!r.fields.empty()) CHECK(has(part));
    }
}
