// SPDX-License-Identifier: BSL-1.0
// vouch rules, vouch fields and vouch explain: what the schema says, to read.
#pragma once

#include "schemas.hpp"
#include "terminal.hpp"

#include <string>

namespace vouch::cli {

enum class list_format { text, json };

int list_rules(list_format format);
int list_fields(document_type type, list_format format);
/// Says all about one rule; with an id that no rule has, the nearest one is named.
int explain(const std::string& rule, list_format format, color_choice color);

}  // namespace vouch::cli
