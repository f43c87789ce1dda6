// SPDX-License-Identifier: BSL-1.0
// Rules as data: predicates on fields, conditions, and the clauses that say when a rule is broken.
#pragma once

#include <vouch/describe.hpp>
#include <vouch/rule.hpp>

#include <cstddef>

namespace vouch::inline VOUCH_ABI {

struct text_form;
struct cell;

/// Positions of enumerators, or of false and true: any of the first 64, and up to 8 after them.
class position_set {
public:
    static constexpr std::size_t max_later = 8;  ///< Positions after the first 64.

    /// Adds a position; returns false if there is no room left.
    constexpr bool add(std::size_t position) {
        if (position < 64)
            first_ |= std::uint64_t{1} << position;
        else if (count_ < max_later)
            later_[count_++] = static_cast<std::uint16_t>(position);
        else
            return false;
        return true;
    }
    /// Whether a position was added.
    [[nodiscard]] constexpr bool has(std::size_t position) const {
        if (position < 64) return (first_ >> position & 1) != 0;
        for (std::size_t i = 0; i < count_; ++i) {
            if (later_[i] == position) return true;
        }
        return false;
    }

private:
    std::uint64_t first_ = 0;
    std::uint16_t later_[max_later]{};
    std::uint8_t count_ = 0;
};

/// A question about the value of one field. What it answers for an absent and for a wrong field is part of it.
struct predicate {
    /// What it asks of a value: nothing, whether it is an enumerator or a boolean in a set, one of some texts, a number
    /// in a range, or what a function answers for a text.
    enum class test : std::uint8_t { anything, positions, texts, range, function };

    test kind = test::anything;                    ///< What it asks.
    bool negated = false;                          ///< The test, not the answers for absent and wrong.
    bool absent = false;                           ///< The answer for an absent field.
    bool wrong = false;                            ///< The answer for a wrong field, whose value is unknown.
    vouch::kind number = kind::int64;              ///< What a range is over.
    position_set positions{};                      ///< Of enumerators, or of false and true.
    double min = 0;                                ///< The least number of a range.
    double max = 0;                                ///< The greatest number of a range.
    std::span<const std::string_view> texts{};     ///< Texts, one of which the value must equal.
    std::string_view text{};                       ///< A single text to equal, where `texts` is empty.
    bool (*function)(std::string_view) = nullptr;  ///< Decides for a text.
    const text_form* form = nullptr;               ///< What `function` asks, for people and for exports.

    /// It is `present`.
    [[nodiscard]] constexpr bool asks_presence() const { return kind == test::anything && !negated && !absent; }
};

/// "The field in this cell answers the predicate."
struct condition {
    std::uint16_t slot = 0;  ///< The cell, by its position in the block.
    predicate asks{};        ///< What is asked.
};

/// One way to break a rule: all of `when` hold, and the place breaks what `kind` says.
struct clause {
    /// What is demanded of the place.
    enum class test : std::uint8_t {
        then,      ///< the place must answer `demand`
        report,    ///< nothing further
        each,      ///< each element of the list must answer `demand`
        unique,    ///< no element's text (or that of its `member`) appeared before; blank members are passed over
        satisfies  ///< `function` must answer true; not called if something that it reads is wrong
    };

    static constexpr std::size_t max_reads = 16;  ///< How many cells a function can read.

    test kind = test::report;  ///< What is demanded.
    std::uint16_t place = 0;   ///< The cell that is reported.
    std::uint16_t member = 0;  ///< For `unique`: the cell in each element's block; 0 for the element.
    predicate demand{};        ///< For `then` and `each`.
    bool (*function)(const cell* const*) = nullptr;  ///< For `satisfies`: decides for the cells in `reads`.
    std::span<const condition> when{};               ///< All must certainly hold.
    std::span<const std::uint16_t> reads{};          ///< For `satisfies`: the place, then other cells.
};

/// A rule: its words, and the ways to break it. Each place is reported once.
struct rule_row {
    rule_words words{};                 ///< What it is and says.
    std::span<const clause> clauses{};  ///< Each is a way to break it.
};

}  // namespace vouch
