// SPDX-License-Identifier: BSL-1.0
// What lets the checker pass over rules that cannot be broken, as constant tables. It only saves time.
#pragma once

#include <vouch/detail/straight/valid.hpp>

namespace vouch::detail {

struct acceleration {
    /// One for each clause, those of objects within included. Before them one without a rule, which is open where no
    /// cell is wrong and no required one is absent.
    std::span<const gate> gates;
    /// For each set of gates: what each state of each cell leaves open, from the number in `states` on.
    std::span<const gate_set> open_gates;
    std::span<const std::uint16_t> states;
    std::span<const checked_cell> checked;
};

template <class T>
inline constexpr acceleration acceleration_of{gates<T>, open_gates<T>, states<T>, checked_cells<T>};

}  // namespace vouch::detail
