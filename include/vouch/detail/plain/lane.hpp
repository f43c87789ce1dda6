// SPDX-License-Identifier: BSL-1.0
// The plain lane, as public functions ask it: it finds everything there is to say about a document or a value, and
// works on tables and cells, whatever the type.
#pragma once

#include <vouch/detail/config.hpp>
#include <vouch/detail/plain/value_type.hpp>
#include <vouch/options.hpp>

#include <string>
#include <string_view>

namespace vouch::inline VOUCH_ABI::detail::plain {

/// Reads a JSON text into a std::optional of the type; false if no value can be made of it.
VOUCH_DECLARED bool read(std::string_view text, const options& o, const value_type& type, void* optional, findings to);

/// Everything that is wrong with a value.
VOUCH_DECLARED report validate(const void* value, const value_type& type, const options& o);

/// Appends a value as JSON text.
VOUCH_DECLARED void write(std::string& out, const void* value, const value_type& type, const write_options& o);

}  // namespace vouch::detail::plain

#ifndef VOUCH_SEPARATE_COMPILATION
#include <vouch/detail/plain/engine.hpp>
#endif
