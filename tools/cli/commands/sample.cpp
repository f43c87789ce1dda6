// SPDX-License-Identifier: BSL-1.0
// vouch sample: a document without errors or warnings.
#include "command.hpp"
#include "findings.hpp"
#include "options.hpp"
#include "output.hpp"
#include "schemas.hpp"

#include <boost/json/parse.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace vouch::cli {
namespace {

struct sample_options {
    document_type type = document_type::request;
    bool full = false;
    std::vector<std::string> settings;  ///< path=value
};

/// A value on the command line: JSON, or a text without quotes.
boost::json::value parse_value(const std::string& word, const field_info& field) {
    boost::json::error_code ec;
    boost::json::value v = boost::json::parse(word, ec);
    const bool is_text = field.kind == kind::text || field.kind == kind::enumeration;
    if (ec || (is_text && !v.is_string())) return boost::json::value(word);
    return v;
}

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

std::string no_such_field(const std::string& pointer, const object_info& catalog) {
    const std::string known = place_of_field(pointer.substr(pointer.rfind('/') + 1), catalog);
    return "no such field: " + pointer +
           (known.empty() ? "; vouch fields lists them" : "; did you mean " + known + "?");
}

/// The setting in a text, or nothing if it is wrong, which is reported.
std::optional<sample_setting> parse_setting(const std::string& text, const object_info& catalog) {
    const auto reject = [](const std::string& why) {
        complain(why);
        return std::nullopt;
    };
    const std::size_t equals = text.find('=');
    if (equals == 0 || equals == std::string::npos) return reject("write --set path=value, not " + text);
    const std::string path = to_pointer(text.substr(0, equals));
    const field_info* const field = find_position(catalog, path).field;
    if (field == nullptr) return reject(no_such_field(path, catalog));
    if (field->in_query) return reject(path + " is not a member of the body: it goes into the query");
    return sample_setting{path, parse_value(text.substr(equals + 1), *field)};
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

int print_sample(const sample_options& o) {
    const schema& s = schema_of(o.type);
    std::vector<sample_setting> settings;
    for (const std::string& text : o.settings) {
        std::optional<sample_setting> setting = parse_setting(text, *s.catalog);
        if (!setting) return exit_code::usage;
        settings.push_back(std::move(*setting));
    }
    const auto document = s.sample(settings, o.full);
    return document ? print(s.text(*document)) : reject_settings(s, settings);
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
    add_flag(parser, "--full", o->full, "Include every optional field that can be combined with the others");
    add_texts(parser, "--set", "PATH=VALUE", o->settings,
              "Set a value (can be repeated); whatever else it requires is added or changed");
    return {&parser, [o] { return print_sample(*o); }};
}

}  // namespace vouch::cli
