// SPDX-License-Identifier: BSL-1.0
// The part of the engine that is compiled once with VOUCH_SEPARATE_COMPILATION: include this in one source file, or
// link the CMake target vouch::compiled, which does.
#pragma once

#include <vouch/version.hpp>

#ifdef VOUCH_SEPARATE_COMPILATION
#include <vouch/boost_json.hpp>
#include <vouch/detail/fix/engine.hpp>
#include <vouch/detail/plain/dom_engine.hpp>
#include <vouch/detail/plain/engine.hpp>
#include <vouch/detail/plain/told_engine.hpp>
#endif
