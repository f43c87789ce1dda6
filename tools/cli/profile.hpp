// SPDX-License-Identifier: BSL-1.0
// What is reported of one file: the command line's choices, and those of its .vouch.json.
#pragma once

#include "config.hpp"

#include <vouch/diagnostic.hpp>
#include <vouch/options.hpp>
#include <vouch/tables.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vouch::cli {

/// The rules that the command line chooses, and what else it says of documents.
struct rule_choice {
    std::vector<std::string> select;
    std::vector<std::string> ignore;
    std::vector<std::pair<std::string, severity>> severities;
    std::optional<unknown_policy> unknown;
    std::optional<std::string> client_token;
    std::size_t max_diagnostics = 1000;
    std::optional<std::string> config;  ///< The configuration file; empty for none.
};

/// Whether every named rule exists; those that do not are reported on standard error.
bool knows_rules(const rule_choice& choice);

/// The engine's options for one file. Command line before overrides before the rest of the configuration.
class profile {
public:
    profile(const rule_choice& choice, const config_file* config, const std::string& file, const object_info& catalog);
    profile(const profile&) = delete;
    profile& operator=(const profile&) = delete;

    const options& engine() const { return engine_; }
    /// Takes out and regrades findings as the overrides of the configuration say.
    void apply_overrides(report& r) const;
    /// The same, then puts what is left in order, and keeps no more than the command line wants.
    void finish(report& r) const;

private:
    struct rules {
        std::size_t index;
        std::string_view pointer;
        std::vector<std::string_view> ignore;
        std::vector<severity_override> severities;
        std::optional<Unknown> unknown;
        bool everywhere;
    };
    enum class outcome { kept, changed, removed };

    void keep_rules_of(const object_info& catalog);
    outcome apply(const rules& o, diagnostic& d) const;

    const rule_choice& choice_;
    const config_file* config_;
    options engine_;
    std::vector<std::string_view> select_;
    std::vector<std::string_view> ignore_;
    std::vector<severity_override> severities_;
    std::vector<rules> overrides_;
    bool drops_unknown_ = false;  ///< Unknown fields are reported only where an override says so.
    beside_value token_;
};

}  // namespace vouch::cli
