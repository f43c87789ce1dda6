// SPDX-License-Identifier: BSL-1.0
// What may be done on the terminal that the checker writes to.
#pragma once

#include <cstddef>

namespace vouch::cli {

enum class color_choice { automatic, always, never };

/// Whether to use color; NO_COLOR, FORCE_COLOR and TERM=dumb are respected.
bool wants_color(color_choice choice, bool terminal);

bool stdout_is_terminal();

/// Columns of the terminal, COLUMNS, or 100 if there is none.
std::size_t terminal_width(bool terminal);

/// Columns of standard output.
std::size_t print_width();

}  // namespace vouch::cli
