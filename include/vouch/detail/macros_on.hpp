// SPDX-License-Identifier: BSL-1.0
// The end of what macros_off.hpp began.
#pragma pop_macro("require")
#pragma pop_macro("check")
