// SPDX-License-Identifier: BSL-1.0
// How the plain lane is compiled: in each file that uses it or, with VOUCH_SEPARATE_COMPILATION, once, by a file that
// includes <vouch/src.hpp>.
#pragma once

#ifdef VOUCH_SEPARATE_COMPILATION
#define VOUCH_COMPILED_ONCE
#else
#define VOUCH_COMPILED_ONCE inline
#endif
