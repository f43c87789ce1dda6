// SPDX-License-Identifier: BSL-1.0
// The functions of the request and the response that are compiled once with APSARAMQ_SEPARATE_COMPILATION: include this
// in one source file, or link the CMake target vouch::apsaramq_compiled, which does.
#pragma once

#include <apsaramq/create_instance.hpp>
#include <vouch/instantiate.hpp>

VOUCH_INSTANTIATE(apsaramq::CreateInstanceRequest);
VOUCH_INSTANTIATE(apsaramq::CreateInstanceResponse);
