// SPDX-License-Identifier: BSL-1.0
// Terraform plans, as `terraform show -json` prints them.
#include "terraform.hpp"
#include "text.hpp"

#include <memory>
#include <utility>

namespace vouch::cli {
namespace {

using terraform::resource_type;

/// The names of the modules in an address such as module.a["x"].module.b[0]; indices are left out.
std::vector<std::string> modules_in(std::string_view address) {
    std::vector<std::string> names;
    std::string name;
    const auto finish = [&] {
        if (!name.empty()) names.push_back(std::exchange(name, {}));
    };
    bool quoted = false;
    bool in_index = false;
    for (std::size_t i = 0; i < address.size(); ++i) {
        const char c = address[i];
        if (quoted) {
            i += c == '\\' ? 1U : 0U;
            quoted = c != '"';
        } else if (in_index) {
            quoted = c == '"';
            in_index = c != ']';
        } else if (c == '[') {
            in_index = true;
        } else if (c == '.') {
            finish();
        } else {
            name += c;
        }
    }
    finish();
    std::vector<std::string> modules;
    for (std::size_t i = 1; i < names.size(); i += 2) modules.push_back(names[i]);
    return modules;
}

/// The expressions that people have written, found by module and name.
class configuration {
public:
    explicit configuration(const json_view& root) : root_(root) {}

    json_view expressions(std::string_view module_address, const std::string& name) {
        module* at = &root_;
        for (const std::string& call : modules_in(module_address)) at = &inner(*at, call);
        index(*at);
        const auto found = at->resources.find(name);
        return found != at->resources.end() ? found->second : json_view();
    }

private:
    struct module {
        explicit module(const json_view& v) : json(v) {}
        json_view json;
        bool is_indexed = false;
        std::map<std::string, json_view> resources;
        std::map<std::string, json_view> calls;
        std::map<std::string, std::unique_ptr<module>> inner;
    };

    static void index(module& m) {
        if (m.is_indexed) return;
        m.is_indexed = true;
        m.json["resources"].elements([&](const json_view& r) {
            if (r["type"].is(resource_type) && !r["mode"].is("data"))
                m.resources.emplace(r["name"].text(), r["expressions"]);
            return true;
        });
        m.json["module_calls"].members([&](const json_view& name, const json_view& call) {
            m.calls.emplace(name.text(), call);
            return true;
        });
    }
    static module& inner(module& m, const std::string& call) {
        index(m);
        std::unique_ptr<module>& found = m.inner[call];
        if (found == nullptr) {
            const auto at = m.calls.find(call);
            found = std::make_unique<module>(at != m.calls.end() ? at->second["module"] : json_view());
        }
        return *found;
    }

    module root_;
};

/// A change of an instance's resource, or nothing.
struct planned_change {
    std::string address;
    std::string module_address;
    std::string name;
    json_view change;
    bool is_instance = false;
};

planned_change change_in(const json_view& v) {
    planned_change c;
    bool is_instance = false;
    bool is_managed = true;
    json_view address;
    json_view module_address;
    json_view name;
    v.members([&](const json_view& key, const json_view& value) {
        if (key.is("type")) is_instance = value.is(resource_type);
        if (key.is("mode")) is_managed = value.is("managed");
        if (key.is("address")) address = value;
        if (key.is("module_address")) module_address = value;
        if (key.is("name")) name = value;
        if (key.is("change")) c.change = value;
        return true;
    });
    if (!is_instance || !is_managed) return {};
    c.is_instance = true;
    c.address = address.text();
    c.module_address = module_address.text();
    c.name = name.text();
    return c;
}

bool creates(const json_view& actions) {
    bool found = false;
    actions.elements([&](const json_view& action) {
        found = action.is("create");
        return !found;
    });
    return found;
}

/// Why a format version cannot be read; empty if it can.
std::string version_failure(const json_view& version) {
    const std::string text = version.text();
    const std::string major = text.substr(0, text.find('.'));
    if (major == "0" || major == "1") return {};
    return "its format_version is " + (text.empty() ? "not a text" : shown(text)) +
           ", and only versions below 2 are known: a newer checker is needed";
}

}  // namespace

found_requests requests_of_plan(std::string_view text, const request_function& each) {
    found_requests out;
    const auto fail = [&](std::string why) {
        out.failure = std::move(why);
        return out;
    };
    if (!is_valid_json(text)) return fail("it is not a Terraform plan: terraform show -json prints one as JSON");
    json_view version;
    json_view changes;
    json_view deferred;
    json_view planned;
    json_view state;
    json_view root;
    bool complete = true;
    bool errored = false;
    const json_view all(text);
    all.members([&](const json_view& key, const json_view& value) {
        if (key.is("format_version")) version = value;
        if (key.is("resource_changes")) changes = value;
        if (key.is("deferred_changes")) deferred = value;
        if (key.is("planned_values")) planned = value;
        if (key.is("values")) state = value;
        if (key.is("configuration")) root = value["root_module"];
        if (key.is("complete")) complete = !value.is_boolean() || value.is_true();
        if (key.is("errored")) errored = value.is_true();
        return true;
    });
    if (!version) return fail("it is not a Terraform plan: it has no format_version");
    if (std::string why = version_failure(version); !why.empty()) return fail(std::move(why));
    if (!changes && !planned)
        return fail(std::string(state ? "it is a Terraform state" : "it is a Terraform state without resources") +
                    ", which creates nothing: check a plan, as terraform plan -out=p && terraform show -json p "
                    "prints it");
    if (changes.is_set() && !changes.is_array())
        return fail("it is not a Terraform plan: its resource_changes are not a list");
    configuration written(root);
    const line_table lines(text);
    bool is_empty = true;
    changes.elements([&](const json_view& v) {
        const planned_change c = change_in(v);
        if (!c.is_instance) return true;
        const json_view actions = c.change["actions"];
        if (!actions.is_array())
            out.notes.push_back((c.address.empty() ? "an instance without an address" : c.address) +
                                " was not checked, because it has no list of actions");
        if (!creates(actions)) return true;
        terraform::resource r;
        r.address = c.address;
        c.change.members([&](const json_view& key, const json_view& value) {
            if (key.is("after")) r.attributes = value;
            if (key.is("after_unknown")) r.unknown = value;
            if (key.is("after_sensitive")) r.sensitive = value;
            return true;
        });
        r.expressions = written.expressions(c.module_address, c.name);
        is_empty = false;
        found_request request = terraform::request_of(r, lines);
        each ? each(request) : out.requests.push_back(std::move(request));
        return true;
    });
    deferred.elements([&](const json_view& v) {
        const planned_change c = change_in(v["resource_change"]);
        if (c.change) out.notes.push_back(c.address + " is deferred, and was not checked");
        return true;
    });
    if (errored) out.notes.emplace_back("the plan has failed: it may lack instances");
    if (!complete) out.notes.emplace_back("the plan is not complete: another one is needed after it was applied");
    if (is_empty) out.notes.push_back("the plan creates no " + std::string(resource_type) + ": nothing to check");
    return out;
}

}  // namespace vouch::cli
