// SPDX-License-Identifier: BSL-1.0
// For any bytes: both lanes agree, places are within the text, and what was read can be written and read again.
#include <apsaramq.hpp>

#include <cstdlib>

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

bool same(const vouch::report& a, const vouch::report& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i].rule != b[i].rule || a[i].path != b[i].path || a[i].message != b[i].message ||
            !(a[i].where == b[i].where)) {
            return false;
        }
    }
    return true;
}

template <class T>
void check(std::string_view text) {
    const auto quick = vouch::read<T>(text);
    vouch::detail::text_document document(text);
    vouch::reading<T> thorough;
    vouch::detail::read_document(document, {}, thorough);
    require(quick.value == thorough.value && same(quick.report, thorough.report) && quick.unknown == thorough.unknown);
    std::size_t before = 0;
    for (const vouch::diagnostic& d : quick.report) {
        if (d.rule == "too-many-diagnostics") continue;
        require(d.where.offset >= before && d.where.offset + d.where.length <= text.size());
        before = d.where.offset;
    }
    if (!quick.value) return;
    const std::string written = vouch::write(*quick.value, {.include_query = true, .unknown = quick.unknown});
    require(vouch::read<T>(written).value == quick.value);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check<apsaramq::CreateInstanceRequest>(text);
    check<apsaramq::CreateInstanceResponse>(text);
    return 0;
}
