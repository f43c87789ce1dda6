// SPDX-License-Identifier: BSL-1.0
// For any bytes as a plan, a configuration of Terraform, a ROS template, or YAML: what front ends find can be read,
// places are within the text, nothing marked as a secret is shown, and fixes of YAML end with a text that can be read.
#include "frontends/frontend.hpp"

#include <apsaramq.hpp>
#include <vouch/render/json.hpp>
#include <vouch/render/text.hpp>

#include "fuzz.hpp"

using namespace vouch;

namespace {

void check(const cli::found_requests& found, std::string_view text) {
    for (const cli::found_request& request : found.requests) {
        const std::vector<std::string_view> hidden(request.hidden.begin(), request.hidden.end());
        report r = request.failure;
        if (r.empty()) r = read<apsaramq::CreateInstanceRequest>(request.request, {.hidden = hidden}).report;
        cli::reword(r, request, {});
        demand(request.shown.offset + request.shown.length <= text.size());
        for (const diagnostic& d : r) demand(d.where.offset + d.where.length <= text.size());
        for (const place& p : request.secrets) demand(p.offset + p.length <= text.size());
        secrets covered = secrets::around(text, request.shown.offset, request.shown.length,
                                          catalog_of<apsaramq::CreateInstanceRequest>());
        covered.hide(found.secrets);
        covered.hide(request.secrets);
        for (const place& p : request.secrets) demand(p.length == 0 || covered.hides(p.offset));
        demand(render::text(r, text, "x", covered).find('\x1b') == std::string::npos);
        demand(!render::json(r, {.file = "x", .address = request.address, .notes = request.notes}).empty());
    }
}

}  // namespace

void fuzz(std::string_view input) {
    for (const cli::input_format format : {cli::input_format::terraform_plan, cli::input_format::tf_json,
                                           cli::input_format::ros, cli::input_format::yaml}) {
        cli::found_requests found = cli::find_requests(format, input);
        if (found.shows_all) {
            for (cli::found_request& r : found.requests) r.shown = {};
        }
        check(found, input);
    }
    cli::recognize("x", input);
    const fixed f = cli::fix_yaml(input, {.needs_value = false}, fix_level::all, {});
    demand(f.text == input || !f.applied.empty());
}
