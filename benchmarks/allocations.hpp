// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>

/// How often memory was allocated since the program began.
extern std::size_t allocations;
