// SPDX-License-Identifier: BSL-1.0
#include "ticket.hpp"

VOUCH_INSTANTIATE(Ticket);
