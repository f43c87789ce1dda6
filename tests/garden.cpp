// SPDX-License-Identifier: BSL-1.0
#include "garden.hpp"

VOUCH_INSTANTIATE(garden::Bed);
VOUCH_INSTANTIATE(garden::Plant);
VOUCH_INSTANTIATE(garden::Water);
