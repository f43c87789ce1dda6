// SPDX-License-Identifier: BSL-1.0
// Showing findings without showing secrets.
#pragma once

#include <vouch/diagnostic.hpp>
#include <vouch/options.hpp>
#include <vouch/render/secrets.hpp>

#include <string_view>

namespace vouch::cli {

/// As many findings of a document are kept where some may be taken out afterwards.
inline constexpr std::size_t most_findings = 400'000;

bool has_safe_fix(const diagnostic& d);

/// The secrets in a text. They are always those of a request, in case a request was given as something else.
secrets secrets_in(std::string_view text, bool is_json);

/// Secrets in the lines of NDJSON. Where a document was spread over lines, the key of a secret and its value may be in
/// different ones: after a line that is no document and may contain such a key, lines are hidden up to the next
/// document.
class secrets_in_lines {
public:
    secrets in(std::string_view line, bool is_json);
    /// Passes over a line that is a valid document.
    void skip() { pending_ = false; }

private:
    bool pending_ = false;
};

/// Shows the findings of a text on standard error; `read_with` are the options it was read with.
void show_findings(const report& r, std::string_view text, std::string_view name, const options& read_with = {});

}  // namespace vouch::cli
