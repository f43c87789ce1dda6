// SPDX-License-Identifier: BSL-1.0
// Turns macros off that macOS has under names of Vouch, up to macros_on.hpp. Included after a header's other includes,
// again and again; so there is no guard.
#pragma push_macro("check")
#pragma push_macro("require")
#undef check
#undef require
