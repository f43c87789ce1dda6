// SPDX-License-Identifier: BSL-1.0
// The specification of ApsaraMQ for RocketMQ 5.x, CreateInstance: request and response, with every field, note and
// rule.
#pragma once

#include <apsaramq/request.hpp>
#include <apsaramq/response.hpp>
