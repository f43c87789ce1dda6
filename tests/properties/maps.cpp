// SPDX-License-Identifier: BSL-1.0
// Members that are maps, through everything that works on a schema.
#include <vouch/boost_json.hpp>
#include <vouch/defaults.hpp>
#include <vouch/edit.hpp>
#include <vouch/export/json_schema.hpp>
#include <vouch/export/sample.hpp>
#include <vouch/fix.hpp>
#include <vouch/listing.hpp>
#include <vouch/locate.hpp>
#include <vouch/set.hpp>
#include <vouch/validate.hpp>

#include "../catch.hpp"
#include "../found.hpp"
#include "../lanes.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <map>

using namespace vouch;

namespace library {

enum class Shelf { wood = 1, steel };
BOOST_DESCRIBE_ENUM(Shelf, wood, steel)
constexpr auto shape_of(vouch::of<Shelf>) {
    using namespace vouch::notation;
    using enum Shelf;
    return describe<Shelf>("What a shelf is made of.", value(wood, "Of wood."), value(steel, "Of steel."));
}

struct Book {
    std::optional<std::string> title{};
    std::optional<std::int32_t> pages{};
    std::optional<std::map<std::string, std::string>> links{};
    bool operator==(const Book&) const = default;
};
BOOST_DESCRIBE_STRUCT(Book, (), (title, pages, links))

constexpr bool is_lower(std::string_view text) {
    for (const char c : text) {
        if (c >= 'A' && c <= 'Z') return false;
    }
    return true;
}
inline constexpr vouch::text_form lower_case{is_lower, "in lower case", "^[^A-Z]*$"};

constexpr auto shape_of(vouch::of<Book>) {
    using namespace vouch::notation;
    using T = Book;
    // clang-format off
    return describe<T>("A book.",

    field(&T::title, "Its title.", {.example = "Emma", .default_value = "untitled"}),
    field(&T::pages, "Its pages.", {.range = {.min = 1, .max = 5000}}),
    field(&T::links, "Where it is talked about.", {.elements = {.matches = {&vouch::forms::uri}}}),

    rule(error("title-or-pages"), when(&T::title, absent).then(&T::pages, present), {"pages is required"}));
    // clang-format on
}

struct Library {
    std::map<std::string, Book> books{};
    std::optional<std::map<std::string, std::string>> labels{};
    std::optional<std::map<std::string, std::int64_t>> counts{};
    std::optional<std::map<std::string, bool>> open{};
    std::optional<std::map<std::string, Shelf>> shelves{};
    std::optional<std::map<std::string, double>> widths{};
    bool operator==(const Library&) const = default;
};
BOOST_DESCRIBE_STRUCT(Library, (), (books, labels, counts, open, shelves, widths))

constexpr auto shape_of(vouch::of<Library>) {
    using namespace vouch::notation;
    using T = Library;
    // clang-format off
    return describe<T>("A library.",

    field(&T::books,   "Its books.", {.length = {.max = 3}, .keys = {.length = {.max = 4}}}),
    field(&T::labels,  "Labels.",
          {.example = "north", .length = {.min = 2}, .elements = {.length = {.max = 5}},
           .keys = {.length = {.min = 2}, .matches = {&lower_case, rule(error("label-key-case"), {"{field} is {value}"})}}}),
    field(&T::counts,  "Numbers.", {.elements = {.range = {.min = 1}, .multiple_of = {2}}}),
    field(&T::open,    "When it is open."),
    field(&T::shelves, "Its shelves."),
    field(&T::widths,  "Their widths."),

    rule(warning("label-case"), each(&T::labels, matching(lower_case)), {"{field} is {value}"}),
    rule(warning("open-without-counts"), when(&T::counts, absent).then(&T::open, absent), {"{field} has {value}"}));
    // clang-format on
}

}  // namespace library

namespace {

using library::Book;
using library::Library;
using library::Shelf;
using texts_t = std::vector<std::string>;

constexpr std::string_view full =
    R"({"books":{"b":{"title":"Emma","links":{"x":"https://a.org"}},"a/~":{"pages":3}},"labels":{"aa":"p","bb":"q"},)"
    R"("counts":{"z":2,"y":4},"open":{"sun":false,"mon":true},"shelves":{"s":"steel"},"widths":{"w":1.5}})";

/// A library with these members, and no books.
std::string library_with(std::string_view members) {
    return R"({"books":{"b":{"pages":1}},)" + std::string(members) + "}";
}
texts_t found_in_library_with(std::string_view members) {
    const std::string text = library_with(members);
    const texts_t found = lines(read<Library>(text).report);
    // A DOM gives the same, but for places and repeated keys.
    boost::json::error_code ec;
    CHECK((text.find("duplicate") != text.npos || lines(read<Library>(boost::json::parse(text, ec)).report) == found));
    return found;
}

}  // namespace

TEST_CASE("maps are read and written", "[properties][maps]") {
    const auto r = read<Library>(full);
    CHECK(lines(r.report) == texts_t{});
    REQUIRE(r);
    CHECK(r->books.size() == 2);
    CHECK(r->books.at("b").title == "Emma");
    CHECK(r->books.at("a/~").pages == 3);
    CHECK(*r->labels == std::map<std::string, std::string>{{"aa", "p"}, {"bb", "q"}});
    CHECK(*r->counts == std::map<std::string, std::int64_t>{{"y", 4}, {"z", 2}});
    CHECK(*r->open == std::map<std::string, bool>{{"mon", true}, {"sun", false}});
    CHECK(r->shelves->at("s") == Shelf::steel);
    CHECK(r->widths->at("w") == 1.5);
    const std::string written = write(*r);
    CHECK(
        written ==
        R"({"books":{"a/~":{"pages":3},"b":{"title":"Emma","links":{"x":"https://a.org"}}},"labels":{"aa":"p","bb":"q"},)"
        R"("counts":{"y":4,"z":2},"open":{"mon":true,"sun":false},"shelves":{"s":"steel"},"widths":{"w":1.5}})");
    CHECK(*read<Library>(written) == *r);
    boost::json::error_code ec;
    CHECK(to_value(*r) == boost::json::parse(written, ec));
    CHECK(*read<Library>(to_value(*r)) == *r);
    CHECK(validate(*r).empty());
    CHECK(check<Library>(full));
    CHECK(write(Library{.labels = {{{"\"\n", "\\"}}}}) == R"({"books":{},"labels":{"\"\n":"\\"}})");
}

TEST_CASE("wrong elements of maps are placed", "[properties][maps]") {
    CHECK(found_in_library_with(R"("counts":{"z":"2","y":null,"x":1.5,"w":4})") ==
          texts_t{R"(error type-mismatch /counts/z: counts["z"] must be an integer, not a string)",
                  R"(error type-mismatch /counts/y: counts["y"] must be an integer, not null)",
                  R"(error not-an-integer /counts/x: counts["x"] must be an integer, not 1.5)"});
    CHECK(found_in_library_with(R"("shelves":{"s":"stone"},"labels":[])") ==
          texts_t{R"(error enum-invalid /shelves/s: shelves["s"] cannot be "stone")",
                  R"(error type-mismatch /labels: labels must be an object, not an array)"});
    CHECK(found_in_library_with(R"("shelves":5)") ==
          texts_t{"error type-mismatch /shelves: shelves must be an object, not a number"});
    const auto r = read<Library>(R"({"books":{"b":5,"a":{"pages":0},"c":{"links":{"~/":5}}}})");
    CHECK(lines(r.report) ==
          texts_t{R"(error type-mismatch /books/b: books["b"] must be an object, not a number)",
                  "error out-of-range /books/a/pages: pages must be an integer from 1 to 5000, not 0",
                  "error title-or-pages /books/c/pages: pages is required",
                  R"(error type-mismatch /books/c/links/~0~1: links["~/"] must be a string, not a number)"});
    CHECK(r.report[0].where.column == 15);
    CHECK(r.report[1].where.column == 30);
    CHECK(r.report[2].where.column == 37);
    CHECK(r.report[3].where.column == 52);
    CHECK(!r);
}

TEST_CASE("keys of maps that come again are duplicates, and the last one counts", "[properties][maps]") {
    const auto r = read<Library>(library_with(R"("labels":{"aa":"1","bb":"2","\u0061a":"3"})"));
    CHECK(lines(r.report) == texts_t{R"(error duplicate-key /labels/aa: duplicate key "aa")"});
    CHECK(r.report[0].where.column == 56);
    REQUIRE(r.report[0].related.size() == 1);
    CHECK(r.report[0].related[0].where.column == 38);
    CHECK(*r.value->labels == std::map<std::string, std::string>{{"aa", "3"}, {"bb", "2"}});
    const auto nested = read<Library>(R"({"books":{"b":{"pages":1,"x":1},"b":{"title":"t"}}})");
    CHECK(lines(nested.report) == texts_t{R"(error duplicate-key /books/b: duplicate key "b")"});
    CHECK(nested.value->books.at("b") == Book{.title = "t"});
    // What is wrong in a value that does not count is not reported.
    CHECK(lines(read<Library>(library_with(R"("counts":{"y":"no","y":2})")).report) ==
          texts_t{R"(error duplicate-key /counts/y: duplicate key "y")"});
    CHECK(lines(read<Library>(library_with(R"("counts":{"y":2,"y":"no"})")).report) ==
          texts_t{R"(error duplicate-key /counts/y: duplicate key "y")",
                  R"(error type-mismatch /counts/y: counts["y"] must be an integer, not a string)"});
}

TEST_CASE("notes on maps, their keys and their elements", "[properties][maps]") {
    CHECK(found_in_library_with(R"("labels":{"aa":"1"})") ==
          texts_t{"error too-short /labels: labels is too short: 1 member"});
    CHECK(read<Library>(library_with(R"("labels":{"aa":"1"})")).report[0].help ==
          "write an object of at least 2 members");
    CHECK(found_in_library_with(R"("labels":{})") ==
          texts_t{"error too-short /labels: labels is too short: 0 members"});
    CHECK(
        lines(read<Library>(R"({"books":{"1":{"pages":1},"2":{"pages":1},"3":{"pages":1},"4":{"pages":1}}})").report) ==
        texts_t{"error too-long /books: books is too long: 4 members"});
    CHECK(found_in_library_with(R"("labels":{"aa":"123456","b":"B"})") ==
          texts_t{R"(error too-long /labels/aa: labels["aa"] is too long: "123456")",
                  R"(error too-short /labels/b: a key of labels is too short: "b")",
                  R"(warning label-case /labels/b: labels["b"] is "B")"});
    CHECK(read<Library>(library_with(R"("labels":{"aa":"1","b":"2"})")).report[0].help ==
          "write a string that is in lower case, of at least 2 characters");
    CHECK(found_in_library_with(R"("labels":{"AA":"1","bb":"2"})") ==
          texts_t{R"(error label-key-case /labels/AA: a key of labels is "AA")"});
    CHECK(found_in_library_with(R"("counts":{"b":0,"a":3})") ==
          texts_t{R"(error out-of-range /counts/b: counts["b"] must be a multiple of 2 of at least 1, not 0)",
                  R"(error not-a-multiple /counts/a: counts["a"] must be a multiple of 2 of at least 1, not 3)"});
    CHECK(found_in_library_with(R"("open":{"mon":true})") ==
          texts_t{"warning open-without-counts /open: open has 1 member"});
    // An empty map is read as absent.
    CHECK(found_in_library_with(R"("open":{},"counts":{})").empty());
}

TEST_CASE("maps in memory are validated in declared order and by key", "[properties][maps]") {
    Library l{.books = {{"b", {.pages = 0}}, {"a", {.pages = 0}}, {"\xFF", {.title = "x"}}}};
    l.labels = {{"x", "1"}, {"bb", "\xFE"}};
    l.widths = {{"w", std::numeric_limits<double>::infinity()}};
    l.shelves = {{"s", static_cast<Shelf>(9)}};
    CHECK(
        lines(validate(l)) ==
        texts_t{
            "error out-of-range /books/a/pages: pages must be an integer from 1 to 5000, not 0",
            "error out-of-range /books/b/pages: pages must be an integer from 1 to 5000, not 0",
            "error json-syntax /books/\xEF\xBF\xBD: a key of books has bytes that are not UTF-8, which JSON cannot carry",
            R"(error json-syntax /labels/bb: labels["bb"] has bytes that are not UTF-8, which JSON cannot carry)",
            R"(error too-short /labels/x: a key of labels is too short: "x")",
            "error enum-invalid /shelves/s: shelves[\"s\"] cannot be this value",
            "error number-out-of-range /widths/w: widths[\"w\"] is not a finite number"});
}

TEST_CASE("unknown members of objects in maps go back to their key", "[properties][maps]") {
    auto r = read<Library>(R"({"books":{"c":{"pages":1,"new":[1]},"a":{"pages":2,"old":{"x":1}}}})");
    CHECK(lines(r.report) == texts_t{R"(warning unknown-field /books/c/new: unknown field "new")",
                                     R"(warning unknown-field /books/a/old: unknown field "old")"});
    REQUIRE(r.unknown.size() == 2);
    CHECK(write(*r.value, {.unknown = r.unknown}) ==
          R"({"books":{"a":{"pages":2,"old":{"x":1}},"c":{"pages":1,"new":[1]}}})");
    r.value->books.erase("a");
    r.value->books["b"].pages = 2;
    std::vector<unknown_member> left_out;
    CHECK(write(*r.value, {.unknown = r.unknown, .left_out = &left_out}) ==
          R"({"books":{"b":{"pages":2},"c":{"pages":1,"new":[1]}}})");
    REQUIRE(left_out.size() == 1);
    CHECK(left_out[0].path == "/books/a/old");
}

TEST_CASE("elements of maps are set, edited, completed and fixed", "[properties][maps]") {
    Library l;
    CHECK(set(l, "/labels/team", "a"));
    CHECK(set(l, "/books/x~1y/pages", "7"));
    CHECK(l.books.at("x/y").pages == 7);
    CHECK(l.labels->at("team") == "a");
    CHECK(set(l, "/counts/n", "x").error == "n must be an integer, not \"x\"");
    CHECK(!l.counts.has_value());
    CHECK(set(l, "/labels", "x").error == "labels is not a single value: an object");
    CHECK(with_defaults(l).books.at("x/y").title == "untitled");

    const std::string text = R"({
  "books": {
    "b": { "pages": 1, "new": 1 },
    "a": { "pages": 2 }
  },
  "labels": {"aa": "1", "bb": "2", "aa": "1"}
})";
    CHECK(edit<Library>(text, [](Library& v) {
              v.books.at("b").pages = 9;
              v.books.erase("a");
              v.books["\"c"].pages = 3;
              v.labels->at("aa") = "x";
              (*v.labels)["cc"] = "3";
          }).text == R"({
  "books": {
    "b": { "pages": 9, "new": 1 },
    "\"c": { "pages": 3 }
  },
  "labels": {"aa": "1", "bb": "2", "aa": "x", "cc": "3"}
})");
    CHECK(edit<Library>(library_with(R"("labels":{"aa":"1","aa":"1","bb":"2"})"), [](Library& v) {
              v.labels->erase("aa");
          }).text == library_with(R"("labels":{"bb":"2"})"));
    CHECK(edit<Library>(library_with(R"("labels":{})"), [](Library& v) { (*v.labels)["k"] = "v"; }).text ==
          library_with(R"("labels":{"k":"v"})"));

    const fixed f = fix<Library>(R"({"books":{"b":{"Pages":1},"a":{"pages":null,"title":"t"}},"counts":{"x":"2"}})", {},
                                 fix_level::all);
    CHECK(f.text == R"({"books":{"b":{"pages":1},"a":{"title":"t"}},"counts":{"x":2}})");
}

TEST_CASE("maps in lists and exports", "[properties][maps]") {
    const object_info& root = catalog_of<Library>();
    CHECK(type_name(*root.find("books")->type) == "map of object");
    CHECK(
        allowed_words(*root.find("labels")) ==
        "an object of at least 2 members; each key a string that is in lower case, of at least 2 characters; each element "
        "a string of at most 5 characters");
    CHECK(find_position(root, "/books/any/pages").field->name == "pages");
    CHECK(find_position(root, "/labels/any").type->kind == kind::text);
    const std::vector<listed_rule> rules = rules_of(root);
    const auto named = [&](std::string_view id) {
        return *std::find_if(rules.begin(), rules.end(), [&](const listed_rule& r) { return r.words->id == id; });
    };
    CHECK(named("label-key-case").fields == texts_t{"/labels/*"});
    CHECK(named("label-key-case").when == texts_t{"a key of labels is not in lower case"});
    CHECK(named("title-or-pages").fields == texts_t{"/books/*/pages"});

    const boost::json::value schema = json_schema<Library>();
    const auto at = [&](std::string_view pointer) { return boost::json::serialize(schema.at_pointer(pointer)); };
    CHECK(at("/properties/counts/additionalProperties") ==
          R"({"type":"integer","minimum":1,"maximum":9223372036854775807,"multipleOf":2})");
    CHECK(at("/properties/counts/type") == R"(["object","null"])");
    CHECK(at("/properties/books/type") == R"("object")");
    CHECK(at("/properties/books/maxProperties") == "3");
    CHECK(at("/properties/books/propertyNames") == R"({"maxLength":4})");
    CHECK(at("/properties/labels/propertyNames") == R"({"minLength":2,"pattern":"^[^A-Z]*$"})");
    CHECK(at("/properties/books/additionalProperties/properties/pages/maximum") == "5000");

    const auto sample = make_sample<Library>({}, true);
    REQUIRE(sample.has_value());
    CHECK(lines(read<Library>(*sample).report) == texts_t{});
    CHECK(sample->at_pointer("/labels").as_object().size() == 2);
    CHECK(sample->at_pointer("/counts").as_object().size() == 1);
    for (std::uint64_t seed = 0; seed < 20; ++seed) CHECK(validate(vouch::sample<Library>(seed)).ok());
}

TEST_CASE("the place of a map's element is found", "[properties][maps]") {
    CHECK(locate(full, "/books/a~1~0/pages")->column == full.find("3}}") + 1);
}

TEST_CASE("the lanes agree about maps", "[properties][maps][lanes]") {
#ifndef VOUCH_PLAIN_LANE_ONLY
    std::optional<Library> value;
    REQUIRE(detail::straight::read<Library>(full, {}, value));
    CHECK(detail::straight::is_correct<Library>(full, {}));
    CHECK(detail::straight::is_clean(*value));
    std::string written;
    CHECK(detail::straight::write(*value, {}, written));
    CHECK(written == write(*value));
    CHECK(!detail::straight::read<Library>(library_with(R"("labels":{"aa":"1","bb":"2","aa":"3"})"), {}, value));
#endif
    for (std::size_t n = 0; n <= full.size(); ++n) CHECK(difference_between_lanes<Library>(full.substr(0, n)).empty());
    for (std::size_t n = 0; n < full.size(); ++n) {
        for (const char c : {'"', '{', '}', ':', ',', 'x', 'A', '1', ' ', '\\', '\x80'}) {
            std::string text(full);
            text[n] = c;
            CHECK(difference_between_lanes<Library>(text).empty());
        }
    }
}

TEST_CASE("what is wrong in a large map takes no longer for each element", "[properties][maps]") {
    std::string text = R"({"books":{)";
    constexpr int n = 20000;  // Quadratic, this would take minutes.
    for (int i = n; i > 0; --i) text += "\"" + std::to_string(i * 7919 % n) + R"(":{"pages":0,"new":1},)";
    text.back() = '}';
    text += '}';
    auto r = read<Library>(text, {.max_diagnostics = 100000});
    CHECK(r.report.size() == 2 * n + 1 + n - 10000);  // Keys of more than four characters are too long.
    CHECK(r.unknown.size() == n);
    CHECK(fix<Library>(text).applied.empty());
}
