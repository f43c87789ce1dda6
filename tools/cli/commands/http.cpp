// SPDX-License-Identifier: BSL-1.0
// vouch http: a request as an HTTP message.
#include "command.hpp"
#include "findings.hpp"
#include "frontends/frontend.hpp"
#include "http_message.hpp"
#include "input.hpp"
#include "options.hpp"
#include "output.hpp"

#include <apsaramq/http.hpp>
#include <vouch/read.hpp>

#include <memory>
#include <optional>
#include <string>

namespace vouch::cli {
namespace {

struct http_options {
    std::string input;
    std::optional<std::string> client_token;
    bool curl = false;
    bool aliyun = false;
};

/// A text in single quotes for a shell.
std::string shell_quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

std::string curl_command(const apsaramq::http_request& http) {
    std::string out = "curl --request " + http.method + " \\\n";
    for (const auto& [name, value] : http.headers) out += "  --header " + shell_quoted(name + ": " + value) + " \\\n";
    out += "  --data-raw " + shell_quoted(http.body) + " \\\n";
    return out + "  \"https://${ENDPOINT}" + target_of(http) + "\"\n";
}

/// A call of the vendor's command-line client, which signs and sends it. The token is not in the query there, but an
/// option.
std::string aliyun_command(const apsaramq::http_request& http, const std::optional<std::string>& token) {
    std::string out = "aliyun rocketmq " + http.method + " " + http.path + " \\\n";
    if (token) out += "  --clientToken " + shell_quoted(*token) + " \\\n";
    return out + "  --header \"Content-Type=application/json\" \\\n  --body " + shell_quoted(http.body) + "\n";
}

int print_http(const http_options& o) {
    if (const std::string_view why = why_no_request(o.input); !why.empty()) {
        complain("cannot print " + shown_name(o.input) + ": " + std::string(why));
        return exit_code::unreadable;
    }
    input in(o.input);
    std::string text;
    options engine;
    if (!in.open() || !in.read_all(text, engine.max_size)) {
        complain(in.failure());
        return exit_code::unreadable;
    }
    if (const input_format format = recognize(o.input, text); format != input_format::request) {
        complain("cannot print " + shown_name(o.input) + ": it is " + std::string(words_of(format)) +
                 ", and not a request in JSON; vouch check can check it");
        return exit_code::unreadable;
    }
    // A token in the document is accepted, and moved to the query.
    engine.flat = true;
    beside_value token{"clientToken", {}};
    if (o.client_token) {
        token.value = *o.client_token;
        engine.beside = {&token, 1};
    }
    const auto reading = read<apsaramq::CreateInstanceRequest>(text, engine);
    show_findings(reading.report, text, shown_name(o.input), engine);
    if (!reading.report.ok()) return exit_code::found;
    const apsaramq::http_request http = apsaramq::to_http(*reading, {.unknown = reading.unknown});
    if (o.aliyun) return print(aliyun_command(http, reading->clientToken));
    return print(o.curl ? curl_command(http) : http_message(http));
}

}  // namespace

command add_http(CLI::App& app) {
    const auto o = std::make_shared<http_options>();
    CLI::App& parser =
        add_command(app, "http", "Prints a request as the HTTP message that goes on the wire.",
                    "Examples:\n"
                    "  vouch http request.json\n"
                    "  vouch http --client-token \"$(uuidgen)\" --curl request.json\n"
                    "A request with errors is rejected: they are shown on standard error, and the exit code is 1.");
    add_text(parser, "input", "FILE", o->input, "A file, or - for standard input");
    require_option(parser, "input");
    add_text(parser, "--client-token", "TOKEN", o->client_token,
             "The client token for the query; it takes precedence over one in the document");
    add_flag(parser, "--curl", o->curl, "As a curl command, without credentials");
    add_flag(parser, "--aliyun", o->aliyun, "As a call of the aliyun command-line client");
    exclude_option(parser, "--aliyun", "--curl");
    return {&parser, [o] { return print_http(*o); }};
}

}  // namespace vouch::cli
