// SPDX-License-Identifier: BSL-1.0
// ApsaraMQ for RocketMQ 5.x, CreateInstance: the schema and all that is done with it.
#pragma once

#include <apsaramq/create_instance.hpp>
#include <apsaramq/http.hpp>
#include <apsaramq/operation.hpp>
#include <apsaramq/ram.hpp>

#include <vouch.hpp>

#ifdef APSARAMQ_SEPARATE_COMPILATION
#include <vouch/instantiate.hpp>
VOUCH_INSTANTIATED_ELSEWHERE(apsaramq::CreateInstanceRequest);
VOUCH_INSTANTIATED_ELSEWHERE(apsaramq::CreateInstanceResponse);
#endif
