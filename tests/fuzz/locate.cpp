// SPDX-License-Identifier: BSL-1.0
// For any bytes as a text and, after the last line feed, as a pointer: a place is within the text, and the value there
// is the one that Boost.JSON finds.
#include <vouch/locate.hpp>

#include "fuzz.hpp"

#include <boost/json/parse.hpp>

void fuzz(std::string_view input) {
    const std::size_t end = input.rfind('\n');
    const std::string_view text = input.substr(0, end);
    const std::string_view pointer = end == std::string_view::npos ? std::string_view() : input.substr(end + 1);
    const auto found = vouch::locate(text, pointer);
    if (found) demand(found->offset + found->length <= text.size());
    boost::json::error_code error;
    const boost::json::value document = boost::json::parse(text, error);
    if (error) return;
    const boost::json::value* const value = document.find_pointer(pointer, error);
    if (value == nullptr || !found) return;
    boost::json::error_code broken;
    boost::json::parse(text.substr(found->offset, found->length), broken);
    demand(!broken);
}
