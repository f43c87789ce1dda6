// SPDX-License-Identifier: BSL-1.0
// Rules and lists as JSON, for the commands that describe the schema.
#pragma once

#include <vouch/listing.hpp>

#include <boost/json/object.hpp>

#include <string_view>

namespace vouch::cli {

boost::json::string json_text(std::string_view text);
boost::json::object json_rule(const listed_rule& r);

/// Prints a JSON object as one line and returns the exit code.
int print_object(const boost::json::object& object);
/// Prints a list with a name, and the version of the checker.
int print_list(std::string_view name, boost::json::array elements);

}  // namespace vouch::cli
