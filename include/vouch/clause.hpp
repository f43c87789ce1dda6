// SPDX-License-Identifier: BSL-1.0
// Rules as data: predicates on fields, conditions, and the clauses that say when a rule is broken.
#pragma once

#include <vouch/rule.hpp>

#include <cstddef>

namespace vouch::inline VOUCH_ABI {

struct text_form;
struct cell;

/// A question about the value of one field. What it answers for an absent and for a wrong field is part of it.
struct predicate {
    enum class test : std::uint8_t { anything, positions, texts, range, function };

    test kind = test::anything;
    bool negated = false;         ///< The test, not the answers for absent and wrong.
    bool absent = false;          ///< The answer for an absent field.
    bool wrong = false;           ///< The answer for a wrong field, whose value is unknown.
    bool floating = false;        ///< A range over a double.
    std::uint64_t positions = 0;  ///< Bits of enumerators, or of false and true.
    double min = 0;
    double max = 0;
    std::span<const std::string_view> texts{};
    std::string_view text{};  ///< A single text to equal, where `texts` is empty.
    bool (*function)(std::string_view) = nullptr;
    const text_form* form = nullptr;  ///< What `function` asks, for people and for exports.

    [[nodiscard]] constexpr bool asks_presence() const { return kind == test::anything && !negated && !absent; }
};

/// "The field in this cell answers the predicate."
struct condition {
    std::uint16_t slot = 0;
    predicate asks{};
};

/// One way to break a rule: all of `when` hold, and the place breaks what `test` says.
struct clause {
    enum class test : std::uint8_t {
        then,      ///< the place must answer `demand`
        report,    ///< nothing further
        each,      ///< each element of the list must answer `demand`
        unique,    ///< no element's text (or that of its `member`) appeared before; blank members are passed over
        satisfies  ///< `function` must answer true; not called if something that it reads is wrong
    };

    static constexpr std::size_t max_reads = 16;

    test kind = test::report;
    std::uint16_t place = 0;
    std::uint16_t member = 0;
    predicate demand{};
    bool (*function)(const cell* const*) = nullptr;
    std::span<const condition> when{};
    std::span<const std::uint16_t> reads{};
};

/// A rule: its words, and the ways to break it. Each place is reported once.
struct rule_row {
    rule_words words{};
    std::span<const clause> clauses{};
};

}  // namespace vouch
