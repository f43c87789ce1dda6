// SPDX-License-Identifier: BSL-1.0
// The checker for browsers: what playground.js calls. A call reads the inputs, which JavaScript has written into
// memory, and leaves its answer as the output. Texts are UTF-8, and the findings are those of vouch check --format
// jsonl.
#include "explanation.hpp"
#include "http_message.hpp"
#include "schemas.hpp"
#include "selection.hpp"

#include <apsaramq.hpp>
#include <vouch/render/json.hpp>
#include <vouch/version.hpp>

#include <boost/json/serialize.hpp>

#include <array>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace vouch;
using namespace vouch::cli;

/// Bytes of the largest document that is looked at; what is longer is a finding, too.
constexpr std::size_t largest = std::size_t{1} << 18;

std::array<std::string, 2> inputs;  ///< The document, or the id of a rule; and the client token.
std::string output;

/// What a document is read with.
struct setting {
    explicit setting(bool with_token) : token{"clientToken", inputs[1]} {
        engine.max_size = largest;
        engine.needs_value = false;  // Only findings matter, as for the checker.
        if (with_token) engine.beside = {&token, 1};
    }
    setting(const setting&) = delete;
    setting& operator=(const setting&) = delete;

    beside_value token;
    options engine;
};

const schema& schema_of(bool response) {
    return vouch::cli::schema_of(response ? document_type::response : document_type::request);
}

boost::json::string json_text(std::string_view text) { return boost::json::string(text); }

}  // namespace

// Boost's exceptions, without exceptions: the module stops, and the page starts another.
namespace boost {
void throw_exception(const std::exception&) { std::abort(); }
void throw_exception(const std::exception&, const source_location&) { std::abort(); }
}  // namespace boost

#define VOUCH_EXPORT(name) extern "C" __attribute__((export_name(#name), visibility("default")))

/// Makes room for an input; JavaScript writes it there.
VOUCH_EXPORT(input) char* playground_input(std::size_t which, std::size_t size) {
    inputs.at(which).resize(size);
    return inputs.at(which).data();
}

VOUCH_EXPORT(output_data) const char* playground_output_data() { return output.data(); }
VOUCH_EXPORT(output_size) std::size_t playground_output_size() { return output.size(); }

VOUCH_EXPORT(version) void playground_version() { output = VOUCH_VERSION; }
VOUCH_EXPORT(largest) std::size_t playground_largest() { return largest; }

/// The findings and their fixes, as JSON.
VOUCH_EXPORT(check) void playground_check(bool response, bool with_token) {
    const setting with(with_token && !response);
    const std::string& text = inputs[0];
    report r = schema_of(response).read(text, with.engine);
    if (!r.empty()) schema_of(response).suggest(text, r, with.engine);
    output = render::json(
        r, {.file = response ? "response.json" : "request.json", .format = response ? "response" : "request"});
}

/// The document with all safe fixes made, and what was done, as JSON.
VOUCH_EXPORT(fix) void playground_fix(bool response, bool with_token) {
    const setting with(with_token && !response);
    const fixed done = schema_of(response).fix(inputs[0], with.engine, fix_level::safe, {});
    boost::json::array applied;
    boost::json::array moved;
    for (const applied_fix& f : done.applied) applied.push_back(json_text(f.description));
    for (const moved_member& m : done.moved)
        moved.push_back({{"name", json_text(m.name)}, {"value", json_text(m.value)}});
    output = boost::json::serialize(
        boost::json::object{{"text", json_text(done.text)}, {"applied", applied}, {"moved", moved}});
}

/// The request as an HTTP message; empty if it has errors.
VOUCH_EXPORT(http) void playground_http(bool with_token) {
    setting with(with_token);
    with.engine.needs_value = true;
    with.engine.flat = true;  // As vouch http does: a token in the document goes into the query.
    const auto reading = read<apsaramq::CreateInstanceRequest>(inputs[0], with.engine);
    output = reading ? http_message(apsaramq::to_http(*reading, {.unknown = reading.unknown})) : "";
}

/// What vouch explain prints about a rule; empty if there is none of that id.
VOUCH_EXPORT(explain) void playground_explain(std::size_t width) {
    const listed_rule* const rule = find_rule(inputs[0]);
    output = rule != nullptr ? explanation(*rule, width, false) : "";
}

/// What vouch sample prints.
VOUCH_EXPORT(sample) void playground_sample(bool response, bool full) {
    const auto document = schema_of(response).sample({}, full);
    output = document ? schema_of(response).text(*document) : "";
}
