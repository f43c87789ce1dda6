// SPDX-License-Identifier: BSL-1.0
// vouch policy: a RAM policy that allows the operation.
#include "command.hpp"
#include "options.hpp"
#include "output.hpp"

#include <apsaramq/ram.hpp>

#include <memory>
#include <string>

namespace vouch::cli {
namespace {

struct policy_options {
    std::string region = "*";
    std::string account = "*";
};

int print_policy(const policy_options& o) {
    const auto policy = apsaramq::policy(o.region, o.account);
    if (policy) return print(*policy);
    if (!apsaramq::is_region(o.region))
        complain("a region must be lowercase letters, digits and hyphens, or *; not " + o.region);
    if (!apsaramq::is_account(o.account)) complain("an account must be digits, or *; not " + o.account);
    return exit_code::usage;
}

}  // namespace

command add_policy(CLI::App& app) {
    const auto o = std::make_shared<policy_options>();
    CLI::App& parser = add_command(app, "policy", "Prints a RAM policy that allows the operation.",
                                   "Examples:\n  vouch policy --region ap-southeast-1 --account 123456789012");
    add_text(parser, "--region", "REGION", o->region, "A region, or * for all (default)");
    add_text(parser, "--account", "ACCOUNT", o->account, "An account's number, or * for any (default)");
    return {&parser, [o] { return print_policy(*o); }};
}

}  // namespace vouch::cli
