// SPDX-License-Identifier: BSL-1.0
// Turns off macros of macOS that have names of Vouch, until macros_on.hpp. Included after a header's other includes,
// and repeatedly: there is no guard.
#pragma push_macro("check")
#pragma push_macro("require")
#undef check
#undef require
