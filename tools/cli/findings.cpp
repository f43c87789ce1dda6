// SPDX-License-Identifier: BSL-1.0
#include "findings.hpp"

#include "schemas.hpp"
#include "text.hpp"

#include <vouch/render/text.hpp>

#include <algorithm>
#include <cstdio>

namespace vouch::cli {

bool has_safe_fix(const diagnostic& d) {
    return std::any_of(d.fixes.begin(), d.fixes.end(), [](const suggested_fix& f) { return f.safe; });
}

secrets secrets_in(std::string_view text, bool is_json) {
    secrets hidden(text, *schema_of(document_type::request).catalog, is_json);
    if (begins_like_plan(text)) hidden.hide_all(text);  // Nobody knows which of its variables are secrets.
    return hidden;
}

secrets secrets_in_lines::in(std::string_view line, bool is_json) {
    const bool is_document = is_json && trimmed(line).starts_with('{');
    secrets hidden = secrets_in(line, is_document);
    if (pending_) hidden.hide_all(line);
    pending_ = !is_document && hidden.any();
    return hidden;
}

void show_findings(const report& r, std::string_view text, std::string_view name, const options& read_with) {
    const std::string shown = render::text(r, text, name, secrets_in(text, is_json(r)), {.beside = read_with.beside});
    std::fwrite(shown.data(), 1, shown.size(), stderr);
}

}  // namespace vouch::cli
