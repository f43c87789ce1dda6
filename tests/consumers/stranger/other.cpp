// SPDX-License-Identifier: BSL-1.0
#include <apsaramq.hpp>

std::string longer(std::string_view text);

std::string longer(std::string_view text) {
    auto reading = vouch::read<apsaramq::CreateInstanceRequest>(text);
    reading.value->period = 6;
    return vouch::write(*reading.value, {.indent = 2});
}
