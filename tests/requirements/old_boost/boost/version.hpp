// SPDX-License-Identifier: BSL-1.0
// A Boost that is too old.
#pragma once
#define BOOST_VERSION 108000
