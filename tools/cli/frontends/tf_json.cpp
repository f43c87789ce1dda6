// SPDX-License-Identifier: BSL-1.0
// Terraform configurations in JSON: *.tf.json.
#include "terraform.hpp"

#include <algorithm>

namespace vouch::cli {
namespace {

/// Calls `f` with an object, or with each object of a list of them.
template <class F>
void for_each_body(const json_view& v, F f) {
    if (v.is_object()) f(v);
    v.elements([&](const json_view& e) {
        if (e.is_object()) f(e);
        return true;
    });
}

/// Whether an object has only members that Terraform does not know.
bool has_only_other_members(const json_view& root) {
    constexpr std::string_view blocks[] = {"//",      "check",    "data",      "ephemeral", "import",
                                           "locals",  "module",   "moved",     "output",    "provider",
                                           "removed", "resource", "terraform", "variable"};
    bool is_empty = true;
    bool has_block = false;
    for_each_body(root, [&](const json_view& body) {
        body.members([&](const json_view& key, const json_view&) {
            is_empty = false;
            has_block = has_block || std::any_of(std::begin(blocks), std::end(blocks),
                                                 [&](std::string_view block) { return key.is(block); });
            return !has_block;
        });
    });
    return !is_empty && !has_block;
}

}  // namespace

found_requests requests_of_tf_json(std::string_view text) {
    found_requests out;
    if (text.size() > options().max_size) {
        out.failure = "it is too large";
        return out;
    }
    if (!is_valid_json(text)) {
        out.failure = text.starts_with("\xEF\xBB\xBF")
                          ? "it begins with a byte-order mark: remove it"
                          : "it is not valid JSON, or nested too deeply: terraform validate says where";
        return out;
    }
    if (has_only_other_members(json_view(text))) {
        out.failure = "it is not a Terraform configuration: it has no block such as resource";
        return out;
    }
    const line_table lines(text);
    for_each_body(json_view(text), [&](const json_view& root) {
        for_each_body(root["resource"], [&](const json_view& types) {
            for_each_body(types[terraform::resource_type], [&](const json_view& names) {
                names.members([&](const json_view& name, const json_view& bodies) {
                    for_each_body(bodies, [&](const json_view& body) {
                        terraform::resource r;
                        r.address = std::string(terraform::resource_type) + "." + name.text();
                        r.attributes = body;
                        r.is_plan = false;
                        out.requests.push_back(terraform::request_of(r, lines));
                    });
                    return true;
                });
            });
        });
    });
    if (out.requests.empty())
        out.notes.push_back("it has no " + std::string(terraform::resource_type) + ": nothing to check");
    return out;
}

}  // namespace vouch::cli
