// SPDX-License-Identifier: BSL-1.0
#include <vouch/detail/plain/words.hpp>

#include <vouch/catalog.hpp>
#include <vouch/forms.hpp>
#include <vouch/shape_of.hpp>

#include "../../../catch.hpp"

#include <limits>

using namespace vouch;

namespace kit {

enum class Size { small = 1, large };
BOOST_DESCRIBE_ENUM(Size, small, large)
constexpr auto shape_of(of<Size>) {
    using namespace notation;
    return describe<Size>("How large.", value(Size::small, "Not."), value(Size::large, "Very."));
}

inline constexpr std::int64_t counts[] = {1, 2, 5};
inline constexpr std::int64_t one_count[] = {7};

/// A field for each way to say what is allowed.
struct Kit {
    std::optional<Size> size{};
    std::optional<std::string> name{};
    std::optional<std::string> like{};
    std::optional<std::string> code{};
    std::optional<std::string> address{};
    std::optional<std::string> short_address{};
    std::optional<std::string> form{};
    std::optional<std::int64_t> counted{};
    std::optional<std::int64_t> one{};
    std::optional<std::int64_t> even{};
    std::optional<std::int64_t> even_until{};
    std::optional<std::int32_t> above{};
    std::optional<double> between{};
    std::optional<double> below{};
    std::optional<std::int32_t> until{};
    std::optional<std::vector<std::string>> parts{};
    std::optional<std::vector<std::string>> addresses{};
    std::optional<std::vector<std::string>> bounded{};
    std::optional<std::vector<std::string>> formed{};
    std::optional<std::vector<std::int32_t>> numbers{};
};
BOOST_DESCRIBE_STRUCT(Kit, (),
                      (size, name, like, code, address, short_address, form, counted, one, even, even_until, above,
                       between, below, until, parts, addresses, bounded, formed, numbers))
constexpr auto shape_of(of<Kit>) {
    using namespace notation;
    using T = Kit;
    // clang-format off
    return describe<T>("A kit.",

    field(&T::size,          "Size."),
    field(&T::name,          "Name.", {.length = {.max = 1}}),
    field(&T::like,          "Like.", {.example = "this", .length = {.min = 2}}),
    field(&T::code,          "Code.", {.length = {.max = 9, .min = 2}, .matches = {&forms::ascii}}),
    field(&T::address,       "Address.", {.matches = {&forms::ipv4}}),
    field(&T::short_address, "Address.", {.length = {.max = 9}, .matches = {&forms::ipv4}}),
    field(&T::form,          "Form.", {.form = "a `form`", .length = {.max = 1}}),
    field(&T::counted,       "Count.", {.unit = "pieces", .one_of = {counts}}),
    field(&T::one,           "Count.", {.one_of = {one_count}}),
    field(&T::even,          "Even.", {.multiple_of = {2}}),
    field(&T::even_until,    "Even.", {.range = {.max = 8}, .multiple_of = {2}}),
    field(&T::above,         "Above.", {.range = {.min = 3, .exclusive_min = true}}),
    field(&T::between,       "Between.", {.range = {.min = 1, .max = 2.5, .exclusive_min = true}}),
    field(&T::below,         "Below.", {.range = {.min = 1, .max = 2.5, .exclusive_max = true}}),
    field(&T::until,         "Until.", {.range = {.max = 4}}),
    field(&T::parts,         "Parts.", {.length = {.max = 1}, .elements = {.length = {.max = 3, .min = 2}}}),
    field(&T::addresses,     "Addresses.", {.length = {.min = 1}, .elements = {.matches = {&forms::ipv4}}}),
    field(&T::bounded,       "Addresses.", {.elements = {.length = {.max = 20}, .matches = {&forms::ipv4}}}),
    field(&T::formed,        "Forms.", {.elements = {.form = "a `form`"}}),
    field(&T::numbers,       "Numbers.", {.elements = {.range = {1, 3}}}));
    // clang-format on
}

}  // namespace kit

namespace {

template <class N>
constexpr std::string number(N v) {
    std::string out;
    detail::append_number(out, v);
    return out;
}

/// What a field of the kit may hold, and an element of it.
std::string allowed(std::string_view name) {
    std::string out;
    detail::append_allowed(out, *catalog_of<kit::Kit>().find(name));
    return out;
}
std::string allowed_element(std::string_view name) {
    std::string out;
    detail::append_allowed(out, *catalog_of<kit::Kit>().find(name), detail::part_of_field::element);
    return out;
}

}  // namespace

TEST_CASE("numbers in decimal", "[words]") {
    CHECK(number(std::int64_t{0}) == "0");
    CHECK(number(std::int64_t{9}) == "9");
    CHECK(number(std::int64_t{10}) == "10");
    CHECK(number(std::int64_t{-1}) == "-1");
    CHECK(number(std::int64_t{-120}) == "-120");
    CHECK(number((std::numeric_limits<std::int64_t>::max)()) == "9223372036854775807");
    CHECK(number((std::numeric_limits<std::int64_t>::min)()) == "-9223372036854775808");
    CHECK(number(0.1) == "0.1");
    CHECK(number(-2.0) == "-2");
}

TEST_CASE("what a field may hold", "[words]") {
    CHECK(allowed("size") == R"("small" or "large")");
    CHECK(allowed("name") == "a string of at most 1 character");
    CHECK(allowed("like") == "a string such as \"this\" of at least 2 characters");
    CHECK(allowed("code") == "a string that is ASCII, of 2 to 9 characters");
    CHECK(allowed("address") == "an IPv4 address");
    CHECK(allowed("short_address") == "an IPv4 address, of at most 9 characters");
    CHECK(allowed("form") == "a \"form\"");
    CHECK(allowed("counted") == "1, 2 or 5 (pieces)");
    CHECK(allowed("one") == "7");
    CHECK(allowed("even") == "a multiple of 2");
    CHECK(allowed("even_until") == "a multiple of 2 of at most 8");
    CHECK(allowed("above") == "an integer above 3");
    CHECK(allowed("between") == "a number above 1 and at most 2.5");
    CHECK(allowed("below") == "a number of at least 1 and below 2.5");
    CHECK(allowed("until") == "an integer of at most 4");
    CHECK(allowed("parts") == "an array of at most 1 element");
    CHECK(allowed("addresses") == "an array of at least 1 element");
}

TEST_CASE("what an element may be", "[words]") {
    CHECK(allowed_element("parts") == "a string of 2 to 3 characters");
    CHECK(allowed_element("addresses") == "an IPv4 address");
    CHECK(allowed_element("bounded") == "an IPv4 address, of at most 20 characters");
    CHECK(allowed_element("formed") == "a \"form\"");
    CHECK(allowed_element("numbers") == "an integer from 1 to 3");
}

TEST_CASE("constants as JSON", "[words]") {
    const type_info& size = *catalog_of<kit::Kit>().fields[0].type;
    const auto text = [&](const constant& c) {
        std::string out;
        detail::append_constant(out, c, size);
        return out;
    };
    CHECK(text({}).empty());
    CHECK(text(true) == "true");
    CHECK(text(false) == "false");
    CHECK(text(3) == "3");
    CHECK(text(0.5) == "0.5");
    CHECK(text("a") == "\"a\"");
    CHECK(text(kit::Size::large) == "\"large\"");
}

TEST_CASE("only placeholders are replaced", "[words]") {
    const detail::word_list words{.field = "f", .value = "v", .type = "t", .found = "x", .allowed = "a"};
    CHECK(detail::expand("{field} {value} {type} {found} {allowed}", words) == "f v t x a");
    CHECK(detail::expand("`{field}`{value}", words) == "\"f\"v");
    CHECK(detail::expand("{other} {} {field", words) == "{other} {} {field");
    CHECK(detail::expand("{{field}}", words) == "{f}");
    CHECK(detail::expand("", words).empty());
}

TEST_CASE("lengths in words", "[words]") {
    const auto words = [](vouch::length_note n) {
        std::string out;
        vouch::detail::append_length(out, n, vouch::kind::text);
        return out;
    };
    CHECK(words({}) == "");
    CHECK(words({.max = 3}) == " of at most 3 characters");
    CHECK(words({.min = 3}) == " of at least 3 characters");
    CHECK(words({.max = 3, .min = 2}) == " of 2 to 3 characters");
    CHECK(words({.max = 1, .min = 1}) == " of 1 character");
    CHECK(words({.max = 12, .min = 12}) == " of 12 characters");
}
