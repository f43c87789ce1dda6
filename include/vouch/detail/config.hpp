// SPDX-License-Identifier: BSL-1.0
// How the functions of the plain lane are compiled: by each file that calls them or, with VOUCH_SEPARATE_COMPILATION,
// once, by a file that includes <vouch/src.hpp>. In headers they are templates, so that including them compiles
// nothing.
#pragma once

#ifdef VOUCH_SEPARATE_COMPILATION
#define VOUCH_DECLARED
#define VOUCH_DEFINED
#else
#define VOUCH_DECLARED template <int = 0>
#define VOUCH_DEFINED template <int>
#endif
