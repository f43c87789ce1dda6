// SPDX-License-Identifier: BSL-1.0
// For any bytes: both lanes agree, places are within the text, and what was read can be written and read again.
#include <apsaramq.hpp>

#include "../lanes.hpp"

#include <cstdlib>

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

template <class T>
void check(std::string_view text) {
    for (const bool flat : {false, true}) require(difference_between_lanes<T>(text, {.flat = flat}).empty());
    const auto reading = vouch::read<T>(text);
    std::size_t before = 0;
    for (const vouch::diagnostic& d : reading.report) {
        if (d.rule == "too-many-diagnostics") continue;
        require(d.where.offset >= before && d.where.offset + d.where.length <= text.size());
        before = d.where.offset;
    }
    if (!reading.value) return;
    const std::string written = vouch::write(*reading.value, {.include_query = true, .unknown = reading.unknown});
    require(vouch::read<T>(written).value == reading.value);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check<apsaramq::CreateInstanceRequest>(text);
    check<apsaramq::CreateInstanceResponse>(text);
    return 0;
}
