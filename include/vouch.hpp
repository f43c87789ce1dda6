// SPDX-License-Identifier: BSL-1.0
// The engine: describe a schema, then read, validate and write its documents. Exports and renderings are included on
// their own; with VOUCH_SEPARATE_COMPILATION, so are the functions for boost::json::value.
#pragma once

#ifndef VOUCH_SEPARATE_COMPILATION
#include <vouch/boost_json.hpp>
#endif
#include <vouch/locate.hpp>
#include <vouch/read.hpp>
#include <vouch/validate.hpp>
#include <vouch/write.hpp>
