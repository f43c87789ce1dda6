// SPDX-License-Identifier: BSL-1.0
// How the functions of the plain lane are compiled: by each file that calls them or, with VOUCH_SEPARATE_COMPILATION,
// once, by a file that includes <vouch/src.hpp>. In headers they are templates, so that including them compiles
// nothing.
#pragma once

#include <vouch/version.hpp>

#include <version>

#ifdef VOUCH_SEPARATE_COMPILATION
#define VOUCH_DECLARED
#define VOUCH_DEFINED
#else
#define VOUCH_DECLARED template <int = 0>
#define VOUCH_DEFINED template <int>
#endif

// For functions that make a std::string or a std::vector: constant expressions if these can be (libc++ from 15 on).
#if defined(__cpp_lib_constexpr_string) && __cpp_lib_constexpr_string >= 201907L && defined(__cpp_lib_constexpr_vector)
#define VOUCH_STRING_CONSTEXPR constexpr
#else
#define VOUCH_STRING_CONSTEXPR inline
#endif
