// SPDX-License-Identifier: BSL-1.0
// The engine: describe a schema, then read, validate and write its documents. Exports and renderings are included on
// their own.
#pragma once

#include <vouch/boost_json.hpp>
#include <vouch/locate.hpp>
#include <vouch/read.hpp>
#include <vouch/validate.hpp>
#include <vouch/write.hpp>
