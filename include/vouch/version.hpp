// SPDX-License-Identifier: BSL-1.0
// The version of the library, and what it needs. Everything is in an inline namespace of the version: programs may
// contain several ones.
//
// A program may define, in all its files alike:
// - `VOUCH_SEPARATE_COMPILATION`: functions are compiled once, by the file that includes <vouch/src.hpp>.
// - `VOUCH_PLAIN_LANE_ONLY`: clean documents go the same way as others, which is slower and changes no result.
// - `VOUCH_PORTABLE_BLOCKS`: no instructions that only some processors have.
#pragma once

#if __cplusplus < 202002L
#error "Vouch needs C++20 or later: compile with -std=c++20"
#include <vouch_needs_cpp20>  // Stops here: all that follows would fail as well.
#elif !__has_include(<boost/version.hpp>)
#error "Vouch needs Boost 1.81 or later, which is not on the include path (Debian: libboost-json-dev)"
#include <vouch_needs_boost>
#else
#include <boost/version.hpp>
#if BOOST_VERSION < 108100
#error "Vouch needs Boost 1.81 or later: the one on the include path is older"
#include <vouch_needs_boost_1_81>
#endif
#endif

/// The version as a text.
#define VOUCH_VERSION "0.1.0"
/// Its first number.
#define VOUCH_VERSION_MAJOR 0
/// Its second number.
#define VOUCH_VERSION_MINOR 1
/// Its third number.
#define VOUCH_VERSION_PATCH 0

/// The inline namespace.
#define VOUCH_ABI v0_1
