// SPDX-License-Identifier: BSL-1.0
// For any bytes: safe fixes bring no new error, and a second run finds nothing more; all fixes come to an end.
#include <apsaramq.hpp>
#include <vouch/fix.hpp>

#include "fuzz.hpp"

#include <map>

namespace {

using apsaramq::CreateInstanceRequest;

std::map<std::string_view, int> errors_of(std::string_view text) {
    std::map<std::string_view, int> n;
    for (const vouch::diagnostic& d : vouch::read<CreateInstanceRequest>(text).report)
        n[d.rule] += d.severity == vouch::severity::error ? 1 : 0;
    return n;
}

}  // namespace

void fuzz(std::string_view input) {
    const vouch::fixed fixed = vouch::fix<CreateInstanceRequest>(input);
    demand(fixed.applied.empty() == (fixed.text == input));
    std::map<std::string_view, int> before = errors_of(input);
    for (const auto& [rule, n] : errors_of(fixed.text)) demand(n <= before[rule]);
    demand(vouch::fix<CreateInstanceRequest>(fixed.text).text == fixed.text);
    const vouch::fixed all = vouch::fix<CreateInstanceRequest>(input, {}, vouch::fix_level::all);
    for (const vouch::diagnostic& d : all.report) {
        for (const vouch::suggested_fix& f : d.fixes) {
            for (const vouch::text_edit& e : f.edits) demand(e.offset + e.length <= all.text.size());
        }
    }
}
