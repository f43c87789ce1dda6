// SPDX-License-Identifier: BSL-1.0
// Constant tables that let the checker skip rules that cannot be broken. They only save time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace vouch {

struct cell;
struct rule_row;

namespace detail {

/// A filter in front of a clause of a rule: the clause may only be broken where each cell of the block leaves its gate
/// open. The gates of a block are bits, and every state of every cell has a mask of those that it leaves open.
struct gate {
    const rule_row* of = nullptr;
    std::uint16_t clause = 0;
    std::uint16_t base = 0;  ///< The cell of the object whose rule it is: the block's own, or one within.
};

/// Gates as bits.
using gate_set = std::array<std::uint64_t, 2>;
inline constexpr std::size_t gate_set_size = 128;

/// A cell whose value may be wrong by itself.
struct checked_cell {
    std::uint16_t slot = 0;
    /// Whether a value that is present is certainly not blank, not empty, within its note, and of all forms that rules
    /// demand of it; and so for the elements of a list, which are all different where a rule demands that. `parsed`
    /// says that texts are known to be UTF-8.
    bool (*is_valid)(const cell&, bool parsed) = nullptr;
};

struct acceleration {
    /// One for each clause, including those of objects within. The first one has no rule: it is open if no cell is
    /// wrong and no required cell is absent.
    std::span<const gate> gates;
    /// For each set of gates: what each state of each cell leaves open, beginning at the number in `states`.
    std::span<const gate_set> open_gates;
    std::span<const std::uint16_t> states;
    std::span<const checked_cell> checked;
};

}  // namespace detail
}  // namespace vouch
