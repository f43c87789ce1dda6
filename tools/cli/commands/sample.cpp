// SPDX-License-Identifier: BSL-1.0
// vouch sample: a document without errors or warnings.
#include "command.hpp"
#include "findings.hpp"
#include "frontends/yaml.hpp"
#include "options.hpp"
#include "output.hpp"
#include "schemas.hpp"

#include <vouch/boost_json.hpp>
#include <vouch/unicode.hpp>

#include <boost/json/parse.hpp>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace vouch::cli {
namespace {

enum class sample_format { json, yaml };

struct sample_options {
    document_type type = document_type::request;
    sample_format format = sample_format::json;
    bool full = false;
    std::vector<std::string> settings;  ///< path=value
};

/// The JSON Pointer for a path such as networkInfo.vpcInfo.vSwitches[0].vSwitchId. A JSON Pointer stays as it is.
std::string to_pointer(const std::string& path) {
    if (path.starts_with('/')) return path;
    std::string out = "/" + path;
    for (char& c : out) {
        if (c == '.' || c == '[') c = '/';
    }
    std::erase(out, ']');
    return out;
}

/// The settings in texts, or nothing if one is wrong, which is reported. An object or array is given as JSON.
std::optional<std::vector<sample_setting>> parse_settings(const std::vector<std::string>& texts, const schema& s) {
    const auto reject = [](const std::string& why) {
        complain(why);
        return std::nullopt;
    };
    std::vector<sample_setting> settings;
    std::vector<std::pair<std::string, std::string>> members;
    for (const std::string& text : texts) {
        const std::size_t equals = text.find('=');
        if (equals == 0 || equals == std::string::npos) return reject("write --set path=value, not " + text);
        std::string path = to_pointer(text.substr(0, equals));
        std::string word = text.substr(equals + 1);
        const schema_position at = find_position(*s.catalog, path);
        if (at.field != nullptr && at.field->in_query)
            return reject(path + " is not a member of the body: it goes into the query");
        boost::json::error_code ec;
        const bool nests = at.type != nullptr && (at.type->object != nullptr || has_elements(at.type->kind));
        if (boost::json::value v = boost::json::parse(word, ec); nests && !ec)
            settings.push_back({std::move(path), std::move(v)});
        else
            members.emplace_back(std::move(path), std::move(word));
    }
    if (const std::string error = s.set(members, settings); !error.empty()) return reject(error);
    return settings;
}

/// Shows what is wrong with the settings, in a document that has them.
int reject_settings(const schema& s, const std::vector<sample_setting>& settings) {
    boost::json::value document = *s.sample({}, false);
    for (const sample_setting& set : settings) set_value(document, *s.catalog, set.path, set.value);
    const std::string text = indented(document);
    complain("no document with these values is free of errors and warnings");
    show_findings(s.read(text, {}), text, "<sample>");
    return exit_code::found;
}

/// A value as YAML in block style, which begins at the end of a line; `indent` is that of the lines that follow.
std::string as_yaml(const boost::json::value& v, std::size_t indent) {
    const std::string line = "\n" + std::string(indent, ' ');
    std::string out;
    if (v.is_object() && !v.get_object().empty()) {
        for (const auto& [key, value] : v.get_object()) {
            out += line + yaml_text({key.data(), key.size()}) + ":" + as_yaml(value, indent + 2);
        }
    } else if (v.is_array() && !v.get_array().empty()) {
        for (const boost::json::value& element : v.get_array()) {
            const std::string inner = as_yaml(element, indent + 2);
            const bool is_nested = inner.starts_with('\n');
            out += line + "-" + (is_nested ? " " + inner.substr(std::min(inner.size(), indent + 3)) : inner);
        }
    } else if (v.is_string()) {
        out = " " + yaml_text({v.get_string().data(), v.get_string().size()});
    } else {
        out = " " + std::string(trimmed(indented(v)));
    }
    return out;
}

int print_sample(const sample_options& o) {
    const schema& s = schema_of(o.type);
    const auto settings = parse_settings(o.settings, s);
    if (!settings) return exit_code::usage;
    const auto document = s.sample(*settings, o.full);
    if (!document) return reject_settings(s, *settings);
    return print(o.format == sample_format::yaml ? as_yaml(boost::json::parse(s.text(*document)), 0).substr(1) + "\n"
                                                 : s.text(*document));
}

}  // namespace

command add_sample(CLI::App& app) {
    const auto o = std::make_shared<sample_options>();
    CLI::App& parser = add_command(app, "sample", "Prints a document that is free of errors and warnings.",
                                   "Examples:\n"
                                   "  vouch sample\n"
                                   "  vouch sample --set subSeriesCode=serverless\n"
                                   "  vouch sample --full --set paymentType=Subscription --set period=1");
    add_type(parser, o->type);
    add_choice(parser, "--format", o->format,
               choices<sample_format>{{"json", sample_format::json}, {"yaml", sample_format::yaml}},
               "How it is written (default json)");
    add_flag(parser, "--full", o->full, "Include every optional field that can be combined with the others");
    add_texts(parser, "--set", "PATH=VALUE", o->settings,
              "Set a value (can be repeated); whatever else it requires is added or changed");
    return {&parser, [o] { return print_sample(*o); }};
}

}  // namespace vouch::cli
