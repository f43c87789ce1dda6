// SPDX-License-Identifier: BSL-1.0
#include <vouch/detail/plain/evaluate.hpp>

#include "../../../garden.hpp"

using namespace vouch;
using namespace vouch::notation;
using garden::Soil;

namespace {

constexpr cell of_text(std::string_view t) { return cell(t); }
constexpr cell of_soil(Soil s) { return cell(static_cast<std::int64_t>(detail::position_of(s))); }
constexpr cell missing{};
constexpr cell mistyped(fault::reported);

/// The answers for an absent, a wrong, a matching and another value.
template <class V>
constexpr std::array<bool, 4> answers(detail::predicate_on<V> p, const cell& match, const cell& other) {
    return {detail::holds(p.p, missing), detail::holds(p.p, mistyped), detail::holds(p.p, match),
            detail::holds(p.p, other)};
}

}  // namespace

// Three-valued: for a wrong field, neither a predicate nor its negation certainly holds.
static_assert(answers(present, of_text("a"), of_text("b")) == std::array{false, false, true, true});
static_assert(answers(absent, of_text("a"), of_text("b")) == std::array{true, false, false, false});
static_assert(answers(wrong, of_text("a"), of_text("b")) == std::array{false, true, false, false});
static_assert(answers(is("a"), of_text("a"), of_text("b")) == std::array{false, false, true, false});
static_assert(answers(!is("a"), of_text("a"), of_text("b")) == std::array{true, false, false, true});
static_assert(answers(is("a") || absent, of_text("a"), of_text("b")) == std::array{true, false, true, false});
static_assert(answers(!is("a") || wrong, of_text("a"), of_text("b")) == std::array{true, true, false, true});
static_assert(answers(is(Soil::clay), of_soil(Soil::clay), of_soil(Soil::loam)) ==
              std::array{false, false, true, false});
static_assert(answers(one_of(Soil::clay, Soil::sand), of_soil(Soil::sand), of_soil(Soil::loam)) ==
              std::array{false, false, true, false});
static_assert(answers(is(true), cell(std::int64_t{1}), cell(std::int64_t{0})) == std::array{false, false, true, false});
static_assert(answers(between(1, 3), cell(std::int64_t{3}), cell(std::int64_t{4})) ==
              std::array{false, false, true, false});
static_assert(answers(matching(garden::lower_case), of_text("a"), of_text("B")) ==
              std::array{false, false, true, false});

// A demand about values applies to present values only, a demand for presence to absent fields, and neither to wrong
// ones.
static_assert(!detail::breaks(is("a").p, missing) && !detail::breaks(is("a").p, mistyped) &&
              detail::breaks(is("a").p, of_text("b")));
static_assert(detail::breaks(present.p, missing) && !detail::breaks(present.p, mistyped) &&
              !detail::breaks(present.p, of_text("b")));
static_assert(!detail::breaks(absent.p, missing) && !detail::breaks(absent.p, mistyped) &&
              detail::breaks(absent.p, of_text("b")));
static_assert(!detail::breaks((!is("a")).p, missing) && detail::breaks((!is("a")).p, of_text("a")));
