// SPDX-License-Identifier: BSL-1.0
// For any bytes: an edited text reads back as the changed value, and a text is edited only if its value has changed.
#include <apsaramq.hpp>
#include <vouch/edit.hpp>

#include "fuzz.hpp"

#include <algorithm>

namespace {

using apsaramq::CreateInstanceRequest;

/// Changes that depend on the number.
void change(CreateInstanceRequest& r, std::size_t n) {
    if (n % 2 == 0) r.remark = r.period ? "a" : "b";
    if (n % 3 == 0) r.period.reset();
    if (n % 5 == 0) r.autoRenew = !r.autoRenew;
    if (n % 7 == 0) r.networkInfo.vpcInfo.vSwitchId.reset();
    if (n % 11 == 0) r.productInfo = apsaramq::ProductInfo{.msgProcessSpec = r.instanceName};
    if (r.tags) {
        if (n % 13 < 5) std::reverse(r.tags->begin(), r.tags->end());
        if (n % 17 < 5) r.tags->insert(r.tags->begin() + static_cast<std::ptrdiff_t>(r.tags->size() / 2), {"a", "b"});
        if (n % 19 < 5 && !r.tags->empty())
            r.tags->erase(r.tags->begin() + static_cast<std::ptrdiff_t>(n % r.tags->size()));
    }
    if (auto& list = r.networkInfo.internetInfo.ipWhitelist) {
        if (n % 23 < 5) std::sort(list->begin(), list->end());
        if (n % 29 < 5 && !list->empty()) list->front() += "a";
    }
}

}  // namespace

void fuzz(std::string_view input) {
    std::optional<CreateInstanceRequest> before;
    std::optional<CreateInstanceRequest> after;
    const vouch::options flat{.flat = true};
    const vouch::edited e = vouch::edit<CreateInstanceRequest>(
        input,
        [&](CreateInstanceRequest& r) {
            before = r;
            change(r, input.size());
            after = r;
        },
        flat);
    demand(e.edits.empty() == (before == after));
    demand(e.edits.empty() == (e.text == input));
    demand(vouch::read<CreateInstanceRequest>(e.text, flat).value == after);
    std::size_t end = 0;
    for (const vouch::text_edit& edit : e.edits) {
        demand(edit.offset >= end);
        end = edit.offset + edit.length;
    }
    demand(end <= input.size());
}
