// SPDX-License-Identifier: BSL-1.0
// vouch reference: everything that the schema knows of the operation, as one page.
#include "command.hpp"
#include "options.hpp"
#include "output.hpp"

#include <apsaramq/examples.hpp>
#include <apsaramq/operation.hpp>
#include <vouch/export/markdown.hpp>

#include <algorithm>
#include <map>

namespace vouch::cli {
namespace {

using request = apsaramq::CreateInstanceRequest;
using response = apsaramq::CreateInstanceResponse;

/// A field whose values are few.
struct factor {
    std::string path;
    std::vector<boost::json::value> values;  ///< null for an absent field.
};

std::string shown(const boost::json::value& v) {
    return v.is_null() ? "absent" : "`" + std::string(v.get_string()) + "`";
}

factor factor_of(const std::string& path, bool optional) {
    factor f{path, {}};
    if (optional) f.values.emplace_back(nullptr);
    for (const enumerator_info& v : find_position(catalog_of<request>(), path).type->enumeration->values)
        f.values.emplace_back(boost::json::string(v.name));
    return f;
}

/// The errors and warnings that remain if some fields have these values and everything else is as good as possible.
report best_with(const std::vector<sample_setting>& settings) {
    return read<request>(best_sample<request>(settings)).report;
}

/// Whether that is possible, and the rule that forbids it or warns.
std::string verdict(const report& r) {
    const auto link = [&](severity s) {
        for (const diagnostic& d : r) {
            if (d.severity == s) return "[" + std::string(d.rule) + "](#" + std::string(d.rule) + ")";
        }
        return std::string();
    };
    if (!r.ok()) return "no: " + link(severity::error);
    return r.warnings() == 0 ? "yes" : "yes, with a warning: " + link(severity::warning);
}

/// Two fields against each other.
std::string pair_table(const factor& rows, const factor& columns) {
    std::string out = "| |";
    for (const boost::json::value& c : columns.values) out += " " + shown(c) + " |";
    out += "\n|---|";
    for (std::size_t i = 0; i < columns.values.size(); ++i) out += "---|";
    out += "\n";
    for (const boost::json::value& r : rows.values) {
        out += "| " + shown(r) + " |";
        for (const boost::json::value& c : columns.values) {
            out += " " + verdict(best_with({{rows.path, r}, {columns.path, c}})) + " |";
        }
        out += "\n";
    }
    return out;
}

/// Values of two fields, and whether a request with them can be valid.
struct field_pair {
    std::vector<sample_setting> settings;
    bool valid;
};

bool can_be_valid(const std::vector<sample_setting>& settings) { return best_with(settings).ok(); }

std::vector<field_pair> pairs_of(const factor& a, const factor& b) {
    std::vector<field_pair> out;
    for (const boost::json::value& v : a.values) {
        for (const boost::json::value& w : b.values) {
            std::vector<sample_setting> settings{{a.path, v}, {b.path, w}};
            const bool valid = can_be_valid(settings);
            out.push_back({std::move(settings), valid});
        }
    }
    return out;
}

/// How many combinations of three pairs there are and can be valid, and whether that depends on each pair alone.
struct tally {
    std::size_t all = 0;
    std::size_t valid = 0;
    bool independent = true;
};

tally combine(const std::vector<field_pair>& editions, const std::vector<field_pair>& billings,
              const std::vector<field_pair>& networks) {
    tally out;
    for (const field_pair& e : editions) {
        for (const field_pair& b : billings) {
            for (const field_pair& n : networks) {
                std::vector<sample_setting> settings = e.settings;
                settings.insert(settings.end(), b.settings.begin(), b.settings.end());
                settings.insert(settings.end(), n.settings.begin(), n.settings.end());
                const bool valid = can_be_valid(settings);
                ++out.all;
                out.valid += valid ? 1U : 0U;
                out.independent = out.independent && valid == (e.valid && b.valid && n.valid);
            }
        }
    }
    return out;
}

std::string decision_tables() {
    const factor series = factor_of("/seriesCode", false);
    const factor sub_series = factor_of("/subSeriesCode", false);
    const factor payment = factor_of("/paymentType", false);
    const factor unit = factor_of("/periodUnit", true);
    const factor internet = factor_of("/networkInfo/internetInfo/internetSpec", false);
    const factor flow = factor_of("/networkInfo/internetInfo/flowOutType", false);
    const tally tried = combine(pairs_of(series, sub_series), pairs_of(payment, unit), pairs_of(internet, flow));
    std::string out = "The engine tried all " + std::to_string(tried.all) +
                      " combinations of edition, sub-edition, billing, unit and Internet access, with everything else "
                      "chosen as well as possible: " +
                      std::to_string(tried.valid) + " can be valid.";
    if (tried.independent) out += " A combination can be valid exactly if the first three of these tables say yes.";
    out += "\n\nEdition and sub-edition:\n\n" + pair_table(series, sub_series);
    out += "\nBilling and unit of the period:\n\n" + pair_table(payment, unit);
    out += "\nInternet access and its billing:\n\n" + pair_table(internet, flow);
    return out + "\nSub-edition and billing:\n\n" + pair_table(sub_series, payment);
}

std::string operation_tables() {
    const apsaramq::operation& o = apsaramq::create_instance;
    const auto row = [](std::string_view name, std::string_view text) {
        return "| " + std::string(name) + " | `" + std::string(text) + "` |\n";
    };
    std::string out = "| Operation | |\n|---|---|\n";
    out += row("Name", o.name) + row("Product", o.product) + row("Version", o.version) +
           row("Request", std::string(o.method) + " " + std::string(o.path));
    out += "\n| RAM | |\n|---|---|\n";
    out += row("Action", o.ram_action) + row("Access level", o.access_level);
    out += "| Resource type | `" + std::string(o.resource_type) + "`" + (o.resource_required ? " (required)" : "") +
           " |\n";
    return out + row("ARN", o.arn_template) + "| Condition keys | none |\n| Dependent actions | none |\n";
}

/// The heading that a rule appears under: the object that it is reported in.
std::string section_of(const listed_rule& r, const std::string& root) {
    if (r.fields.size() > 2) return "several objects";
    const std::string& path = r.fields[0];
    const std::string object = path.substr(0, path.rfind('/'));
    return object.empty() ? root : object.substr(1);
}

template <class T>
std::string rules_by_section(const std::vector<listed_rule>& rules, std::string_view structural) {
    std::vector<std::string> order;
    std::map<std::string, std::string> sections;
    for (const listed_rule& r : rules) {
        if (r.fields.empty() && structural.empty()) continue;
        const char* const root = std::same_as<T, request> ? "the request" : "the response";
        const std::string section = r.fields.empty() ? std::string(structural) : "Rules of " + section_of(r, root);
        if (sections.find(section) == sections.end()) order.push_back(section);
        sections[section] += markdown_rule<T>(r);
    }
    std::string out;
    for (const std::string& s : order) out += "## " + s + "\n\n" + sections[s];
    return out;
}

int print_reference() {
    std::vector<listed_rule> rules = rules_of(catalog_of<request>());
    // Those of the operation first; a built-in one is reported at no field in particular.
    const auto own = std::find_if(rules.begin(), rules.end(), [](const listed_rule& r) { return !r.fields.empty(); });
    std::rotate(rules.begin(), own, rules.end());
    std::vector<listed_rule> answers = rules_of(catalog_of<response>());
    std::erase_if(answers, [](const listed_rule& r) { return r.fields.empty(); });
    std::string out = "# CreateInstance\n\nGenerated from the schema by `vouch reference`: do not edit.\n\n";
    out += std::string(catalog_of<request>().doc) + "\n\n" + operation_tables();
    out += "\n## Fields of the request\n\n" + markdown_fields(catalog_of<request>());
    out += "\n## What can be combined\n\n" + decision_tables();
    out += "\n## The smallest request\n\n```json\n" + sample_text<request>(minimal_sample<request>()) + "```\n";
    out += "\n## All rules of requests\n\n" + markdown_rules(rules) + "\n";
    out += rules_by_section<request>(rules, "Built-in rules");
    out += "## Fields of the response\n\n" + markdown_fields(catalog_of<response>());
    out += "\n## All rules of responses\n\n" + markdown_rules(answers) + "\n";
    out += rules_by_section<response>(answers, {});
    while (out.ends_with("\n\n")) out.pop_back();
    return print(out);
}

}  // namespace

command add_reference(CLI::App& app) {
    CLI::App& parser = add_command(app, "reference", "Prints the reference of the operation as Markdown.",
                                   "Examples:\n  vouch reference > create-instance.md");
    return {&parser, print_reference};
}

}  // namespace vouch::cli
