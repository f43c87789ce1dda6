// SPDX-License-Identifier: BSL-1.0
// For any bytes as a configuration: reading it comes to an end, and so does matching its patterns with paths.
#include "config.hpp"

#include "pattern.hpp"

#include <vouch/read.hpp>

#include "fuzz.hpp"

// Which rules there are does not matter here.
bool vouch::cli::names_rules(std::string_view word) { return word.size() % 2 == 0; }
bool vouch::cli::is_rule(std::string_view id) { return id.size() % 2 == 0; }

void fuzz(std::string_view input) {
    const auto reading = vouch::read<vouch::cli::Config>(input, {.unknown = vouch::unknown_policy::error});
    if (!reading.value || !reading.value->overrides) return;
    for (const vouch::cli::Override& o : *reading.value->overrides) {
        if (o.files) vouch::cli::fits_pattern("aaaa/bbbb/aaaa/configs/request.json", *o.files);
        if (o.pointer) vouch::cli::fits_pattern("/networkInfo/vpcInfo/vSwitches/0/vSwitchId", *o.pointer);
    }
}
