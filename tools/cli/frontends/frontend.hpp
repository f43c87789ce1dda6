// SPDX-License-Identifier: BSL-1.0
// Front ends: files in which requests are written in another format than the API's own JSON.
#pragma once

#include <vouch/diagnostic.hpp>
#include <vouch/document.hpp>
#include <vouch/fixed.hpp>
#include <vouch/render/secrets.hpp>

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vouch::cli {

/// How requests are written.
enum class input_format { request, terraform_plan, tf_json, ros, yaml };

/// The name of a format, as --input-format takes it.
std::string_view name_of(input_format format);
/// What a file of a format is, in words.
std::string_view words_of(input_format format);

/// A number that was told to the engine as another one, and how the file writes it.
struct retold_number {
    std::string told;
    std::string written;
};

/// A request that a file contains.
struct found_request {
    std::string address;              ///< What the file calls it; empty if it has no name there.
    document request;                 ///< What would be sent.
    std::vector<std::string> hidden;  ///< Pointers of values that are secrets, besides those of the schema.
    std::vector<place> secrets;       ///< Where the text has them.
    place shown;                      ///< The part of the text that frames may show.
    /// What to do instead of what the rule says, by pointer, or by rule and pointer, with a space.
    std::map<std::string, std::string> helps;
    std::vector<std::string> notes;            ///< What was not looked at, in words.
    std::vector<std::string> dropped;          ///< Rules that are not for this format.
    std::map<std::string, severity> levels;    ///< By rule and pointer, with a space, other severities in this format.
    std::map<std::string, bool> old_booleans;  ///< By pointer, what YAML 1.1 would have read in place of a text.
    std::map<std::string, retold_number> retold;  ///< By pointer, numbers that JSON cannot say.
    std::map<std::string, place> aliases;         ///< By pointer, the aliases that stand for values.
    std::vector<std::size_t> fixed_in_place;      ///< Offsets in the JSON text of values that no fix may change.
    std::optional<std::size_t> number;            ///< Among the documents of its file, if there are several.
    report failure;                               ///< If it is not a document: all that there is to say.
};

/// What a file contains.
struct found_requests {
    std::vector<found_request> requests;
    bool shows_all = false;      ///< Frames may show all of the text but the secrets, instead of parts of it.
    std::vector<place> secrets;  ///< Where the text has them; those of the requests as well if frames may show all.
    std::vector<std::string> notes;
    std::string failure;  ///< Why the file cannot be checked, in words; empty if it can.
};

/// The format of a JSON text by its content, or of a file by its name.
input_format recognize(std::string_view name, std::string_view text);

/// Why a file of a name can hold no request, in words; empty if it can.
std::string_view why_no_request(std::string_view name);

/// What to do with a text that is no JSON, but can be checked in another way, in words; empty if nothing is known.
std::string help_with_other(std::string_view text, bool looks_like_yaml);

/// What gets a request as soon as it is found.
using request_function = std::function<void(const found_request&)>;

/// The requests in a text of another format than `request`. Those of a plan, which may be many and large, go to `each`
/// one by one, if it is given, and are not kept.
found_requests find_requests(input_format format, std::string_view text, const request_function& each = {});

// Each in a file of its own.
found_requests requests_of_plan(std::string_view text, const request_function& each);
found_requests requests_of_tf_json(std::string_view text);
found_requests requests_of_yaml(std::string_view text);
found_requests requests_of_ros(std::string_view text);

/// Changes what `read` has found in a request for people who write the other format. Severities that `with` gives come
/// before those of the format.
void reword(report& r, const found_request& request, const options& with);

/// Finds everything in a request in YAML, with fixes of the YAML.
report check_yaml(const found_request& request, std::string_view yaml, const options& o);

/// The secrets in a text in YAML.
secrets secrets_in_yaml(std::string_view yaml);

/// Fixes requests in YAML, like `vouch::fix` those in JSON, as far as that is possible. Overrides are applied by
/// `filter`.
fixed fix_yaml(std::string_view yaml, const options& o, fix_level level, const report_filter& filter);

}  // namespace vouch::cli
