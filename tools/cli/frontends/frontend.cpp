// SPDX-License-Identifier: BSL-1.0
#include "frontend.hpp"

#include "json_view.hpp"
#include "terraform.hpp"
#include "text.hpp"
#include "yaml_tree.hpp"

#include <algorithm>
#include <optional>

namespace vouch::cli {
namespace {

struct known_format {
    std::string_view name;
    std::string_view words;
};

constexpr known_format formats[] = {{"request", "a request"},
                                    {"terraform-plan", "a Terraform plan"},
                                    {"tf-json", "a Terraform configuration in JSON"},
                                    {"ros", "a ROS template"},
                                    {"yaml", "a request in YAML"}};

const known_format& of(input_format format) { return formats[static_cast<std::size_t>(format)]; }

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

/// Whether a text is a plan or a state of Terraform.
bool is_plan(std::string_view text) {
    if (!contains(text, "\"format_version\"") || !is_valid_json(text)) return false;
    bool has_version = false;
    bool has_values = false;
    std::size_t members = 0;
    json_view(text).members([&](const json_view& key, const json_view&) {
        ++members;
        has_version = has_version || key.is("format_version");
        has_values = has_values || key.is("resource_changes") || key.is("planned_values") || key.is("values");
        return !has_version || !has_values;
    });
    return has_version && (has_values || members == 1);
}

/// Whether a text is a configuration of Terraform with an instance.
bool is_configuration(std::string_view text) {
    return contains(text, terraform::resource_type) && is_valid_json(text) &&
           json_view(text)["resource"][terraform::resource_type].is_set();
}

constexpr std::string_view ros_version = "ROSTemplateFormatVersion";

bool is_ros(std::string_view json) { return is_valid_json(json) && json_view(json)[ros_version]; }

/// Whether YAML has the key that templates have among its outermost ones, or is written like JSON.
bool is_ros_yaml(std::string_view yaml) {
    constexpr std::string_view bom = "\xEF\xBB\xBF";
    if (yaml.starts_with(bom)) yaml.remove_prefix(bom.size());
    std::optional<std::size_t> indent;  // Of the first key.
    for (std::string_view line : lines_of(yaml)) {
        if (!indent && line.starts_with("---")) line.remove_prefix(3);
        const std::size_t begin = std::min(line.find_first_not_of(" \t\r"), line.size());
        const std::string_view rest = line.substr(begin);
        if (rest.empty() || rest.front() == '#' || (!indent && rest.front() == '%')) continue;
        if (!indent && rest.front() == '{') return true;
        if (!indent) indent = begin;
        const bool is_quoted = rest.front() == '"' || rest.front() == '\'';
        if (begin == *indent && rest.substr(is_quoted ? 1 : 0).starts_with(ros_version)) return true;
    }
    return false;
}

}  // namespace

std::string_view name_of(input_format format) { return of(format).name; }
std::string_view words_of(input_format format) { return of(format).words; }

input_format recognize(std::string_view name, std::string_view text) {
    const bool is_yaml = name.ends_with(".yaml") || name.ends_with(".yml");
    if (contains(text, ros_version) && (is_yaml ? is_ros_yaml(text) : is_ros(text))) return input_format::ros;
    if (is_yaml) return input_format::yaml;
    if (is_plan(text)) return input_format::terraform_plan;
    return name.ends_with(".tf.json") || is_configuration(text) ? input_format::tf_json : input_format::request;
}

std::string_view why_no_request(std::string_view name) {
    if (!name.ends_with(".tf")) return {};
    return "it is a Terraform configuration: check a plan of it, as terraform plan -out=p && terraform show -json p "
           "prints it";
}

std::string help_with_other(std::string_view text, bool looks_like_yaml) {
    constexpr std::string_view blocks[] = {"resource \"", "data \"",  "provider \"", "variable \"",
                                           "module \"",   "locals {", "terraform {"};
    const std::string_view all = text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    if (std::any_of(std::begin(blocks), std::end(blocks), [&](std::string_view b) { return all.starts_with(b); }))
        return std::string(why_no_request("main.tf"));
    if (!looks_like_yaml || !can_read_yaml()) return {};
    if (contains(text, ros_version) && is_ros_yaml(text)) return "check it with --input-format ros";
    return "convert it to JSON, or check it with --input-format yaml";
}

found_requests find_requests(input_format format, std::string_view text, const request_function& each) {
    if (format == input_format::terraform_plan) return requests_of_plan(text, each);
    if (format == input_format::ros) return requests_of_ros(text);
    if (format == input_format::yaml) return requests_of_yaml(text);
    return requests_of_tf_json(text);
}

namespace {

/// The alias that stands for a value, or for one that it is in; nullptr if there is none.
const place* alias_of(std::string_view pointer, const found_request& request) {
    if (request.aliases.empty()) return nullptr;
    while (true) {
        const auto found = request.aliases.find(std::string(pointer));
        if (found != request.aliases.end()) return &found->second;
        if (pointer.empty()) return nullptr;
        pointer = pointer.substr(0, pointer.rfind('/'));
    }
}

}  // namespace

void reword(report& r, const found_request& request, const options& with) {
    const auto is_by_hand = [&](const diagnostic& d) {
        return std::any_of(with.severities.begin(), with.severities.end(),
                           [&](const severity_override& s) { return s.rule == d.rule; });
    };
    std::erase_if(r.diagnostics, [&](diagnostic& d) {
        const auto before = static_cast<std::size_t>(d.severity);
        const bool is_wanted = std::find(with.select.begin(), with.select.end(), d.rule) != with.select.end();
        const bool is_dropped =
            !is_wanted && !is_by_hand(d) &&
            std::find(request.dropped.begin(), request.dropped.end(), d.rule) != request.dropped.end();
        const auto level = request.levels.find(std::string(d.rule) + " " + d.path);
        if (level != request.levels.end() && !is_by_hand(d)) d.severity = std::max(d.severity, level->second);
        --r.counts[before];
        if (!is_dropped) ++r.counts[static_cast<std::size_t>(d.severity)];
        return is_dropped;
    });
    for (diagnostic& d : r.diagnostics) {
        const auto retold = request.retold.find(d.path);
        if (retold != request.retold.end()) {
            const auto& [told, written] = retold->second;
            const std::size_t at = d.message.find(told);
            if (at != std::string::npos) d.message.replace(at, told.size(), shown(written));
        }
        if (const place* const alias = alias_of(d.path, request)) d.related.push_back({d.path, "used here", *alias});
        auto help = request.helps.find(std::string(d.rule) + " " + d.path);
        if (help == request.helps.end()) help = request.helps.find(d.path);
        if (help != request.helps.end()) d.help = help->second;
    }
}

}  // namespace vouch::cli
