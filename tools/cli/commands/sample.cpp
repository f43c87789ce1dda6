// SPDX-License-Identifier: BSL-1.0
#include "exports.hpp"

#include "findings.hpp"
#include "input.hpp"
#include "output.hpp"

#include <apsaramq/http.hpp>
#include <apsaramq/ram.hpp>
#include <vouch/read.hpp>

#include <boost/json/parse.hpp>

namespace vouch::cli {
namespace {

/// A value of the command line: JSON, or a text without quotes.
boost::json::value value_of_word(const std::string& word, const field_info& field) {
    boost::json::error_code ec;
    boost::json::value v = boost::json::parse(word, ec);
    const bool is_text = field.kind == kind::text || field.kind == kind::enumeration;
    if (ec || (is_text && !v.is_string())) return boost::json::value(word);
    return v;
}

/// networkInfo.vpcInfo.vSwitches.0.vSwitchId or a JSON Pointer, as a JSON Pointer.
std::string pointer_of_word(const std::string& word) {
    if (word.starts_with('/')) return word;
    std::string out = "/" + word;
    for (char& c : out) {
        if (c == '.' || c == '[') c = '/';
    }
    std::erase(out, ']');
    return out;
}

/// A text within single quotes for a shell.
std::string shell_quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

std::string http_message(const apsaramq::http_request& http) {
    std::string out = http.method + " " + http.path + (http.query.empty() ? "" : "?" + http.query) + " HTTP/1.1\r\n";
    for (const auto& [name, value] : http.headers) out += name + ": " + value + "\r\n";
    return out + "content-length: " + std::to_string(http.body.size()) + "\r\n\r\n" + http.body;
}

std::string curl_command(const apsaramq::http_request& http) {
    std::string out = "curl --request " + http.method + " \\\n";
    for (const auto& [name, value] : http.headers) out += "  --header " + shell_quoted(name + ": " + value) + " \\\n";
    out += "  --data-raw " + shell_quoted(http.body) + " \\\n";
    return out + "  \"https://${ENDPOINT}" + http.path + (http.query.empty() ? "" : "?" + http.query) + "\"\n";
}

}  // namespace

int print_schema(document_type type) { return print(indented(schema_of(type).json_schema())); }

int print_sample(const sample_options& o) {
    const schema& s = schema_of(o.type);
    std::vector<sample_setting> settings;
    for (const std::string& text : o.settings) {
        const std::size_t equals = text.find('=');
        if (equals == 0 || equals == std::string::npos) {
            complain("write --set path=value, not " + text);
            return exit_code::usage;
        }
        const std::string path = pointer_of_word(text.substr(0, equals));
        const schema_position place = find_position(*s.catalog, path);
        if (place.field == nullptr) {
            const std::string known = place_of_field(path.substr(path.rfind('/') + 1), *s.catalog);
            complain("no such field: " + path +
                     (known.empty() ? "; vouch fields lists them" : "; did you mean " + known + "?"));
            return exit_code::usage;
        }
        if (place.field->in_query) {
            complain(path + " is no member of the body: it goes into the query");
            return exit_code::usage;
        }
        settings.push_back({path, value_of_word(text.substr(equals + 1), *place.field)});
    }
    if (const auto document = s.sample(settings, o.full)) return print(s.text(*document));
    // What is wrong is shown on the values that were asked for, in a document that has them.
    boost::json::value document = *s.sample({}, false);
    for (const sample_setting& set : settings) set_value(document, *s.catalog, set.path, set.value);
    const std::string text = indented(document);
    complain("no document with these values is free of errors and warnings");
    show_findings(s.read(text, {}), text, "<sample>");
    return exit_code::found;
}

int print_http(const http_options& o) {
    input in(o.input);
    std::string text;
    options engine;
    if (!in.open() || !in.read_all(text, engine.max_size)) {
        complain(in.failure());
        return exit_code::unreadable;
    }
    // A token in the document is taken into the query, where it belongs.
    engine.flat = true;
    beside_value token{"clientToken", {}};
    if (o.client_token) {
        token.value = *o.client_token;
        engine.beside = {&token, 1};
    }
    auto reading = read<apsaramq::CreateInstanceRequest>(text, engine);
    const std::string name = o.input == "-" ? "<stdin>" : o.input;
    show_findings(reading.report, text, name, engine);
    if (!reading.report.ok()) return exit_code::found;
    const apsaramq::http_request http = apsaramq::to_http(*reading.value);
    return print(o.curl ? curl_command(http) : http_message(http));
}

int print_policy(const policy_options& o) {
    const auto policy = apsaramq::policy(o.region, o.account);
    if (policy) return print(*policy);
    if (!apsaramq::is_region(o.region))
        complain("a region is lower-case letters, digits and hyphens like ap-southeast-1, or *; not " + o.region);
    if (!apsaramq::is_account(o.account)) complain("an account is digits, or *; not " + o.account);
    return exit_code::usage;
}

}  // namespace vouch::cli
