// SPDX-License-Identifier: BSL-1.0
// For any bytes, and a schema with every kind of note: both lanes agree, places are within the text and in order, and
// what was read can be written and read again.
#include <apsaramq.hpp>

#include "../../docs/examples/bucket.hpp"
#include "../lanes.hpp"
#include "fuzz.hpp"

namespace storage {

static bool operator==(const CreateBucket& a, const CreateBucket& b) { return vouch::write(a) == vouch::write(b); }

}  // namespace storage

namespace {

template <class T>
void read(std::string_view text) {
    for (const bool flat : {false, true}) demand(difference_between_lanes<T>(text, {.flat = flat}).empty());
    const auto reading = vouch::read<T>(text);
    std::size_t before = 0;
    for (const vouch::diagnostic& d : reading.report) {
        if (d.rule == "too-many-diagnostics") continue;
        demand(d.where.offset >= before && d.where.offset + d.where.length <= text.size());
        before = d.where.offset;
    }
    if (!reading.value) return;
    const std::string written = vouch::write(*reading.value, {.include_query = true, .unknown = reading.unknown});
    demand(vouch::read<T>(written).value == reading.value);
}

}  // namespace

void fuzz(std::string_view input) {
    read<apsaramq::CreateInstanceRequest>(input);
    read<apsaramq::CreateInstanceResponse>(input);
    read<storage::CreateBucket>(input);
}
