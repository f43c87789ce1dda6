// SPDX-License-Identifier: BSL-1.0
#include "json_view.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/value_to.hpp>

namespace vouch::cli {
namespace {

/// Takes every event of the parser, and keeps nothing.
struct ignoring_handler {
    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);
    using error = boost::json::error_code;
    using view = boost::json::string_view;

    bool on_document_begin(error&) { return true; }
    bool on_document_end(error&) { return true; }
    bool on_object_begin(error&) { return true; }
    bool on_object_end(std::size_t, error&) { return true; }
    bool on_array_begin(error&) { return true; }
    bool on_array_end(std::size_t, error&) { return true; }
    bool on_key_part(view, std::size_t, error&) { return true; }
    bool on_key(view, std::size_t, error&) { return true; }
    bool on_string_part(view, std::size_t, error&) { return true; }
    bool on_string(view, std::size_t, error&) { return true; }
    bool on_number_part(view, error&) { return true; }
    bool on_int64(std::int64_t, view, error&) { return true; }
    bool on_uint64(std::uint64_t, view, error&) { return true; }
    bool on_double(double, view, error&) { return true; }
    bool on_bool(bool, error&) { return true; }
    bool on_null(error&) { return true; }
    bool on_comment_part(view, error&) { return true; }
    bool on_comment(view, error&) { return true; }
};

/// The end of the string that begins at a quotation mark.
std::size_t end_of_string(std::string_view text, std::size_t at) {
    ++at;
    while (text[at] != '"') at += text[at] == '\\' ? 2U : 1U;
    return at + 1;
}

/// The end of the value that begins at an offset.
std::size_t end_of_value(std::string_view text, std::size_t at) {
    if (text[at] == '"') return end_of_string(text, at);
    if (text[at] != '{' && text[at] != '[') return std::min(text.find_first_of(",]} \t\r\n", at), text.size());
    std::size_t depth = 0;
    while (true) {
        switch (text[at]) {
        case '"': at = end_of_string(text, at); continue;
        case '{':
        case '[': ++depth; break;
        case '}':
        case ']':
            if (--depth == 0) return at + 1;
            break;
        default: break;
        }
        ++at;
    }
}

}  // namespace

bool is_valid_json(std::string_view text) {
    boost::json::parse_options options;
    options.max_depth = 256;
    boost::json::basic_parser<ignoring_handler> parser(options);
    boost::json::error_code ec;
    const std::size_t end = parser.write_some(false, text.data(), text.size(), ec);
    return !ec && end == text.size();
}

json_view::json_view(std::string_view text, std::size_t begin) : text_(text) {
    begin_ = next(begin);
    end_ = end_of_value(text, begin_);
}

std::string json_view::text() const {
    if (!is_string()) return {};
    const std::string_view inner = json().substr(1, size() - 2);
    if (inner.find('\\') == std::string_view::npos) return std::string(inner);
    return boost::json::value_to<std::string>(boost::json::parse(json()));
}

bool json_view::is(std::string_view text) const {
    if (!is_string()) return false;
    const std::string_view inner = json().substr(1, size() - 2);
    return inner.find('\\') == std::string_view::npos ? inner == text : this->text() == text;
}

json_view json_view::operator[](std::string_view name) const {
    json_view found;
    members([&](const json_view& key, const json_view& value) {
        if (key.is(name)) found = value;
        return !found;
    });
    return found;
}

json_view json_view::operator[](std::size_t index) const {
    json_view found;
    elements([&](const json_view& value) {
        if (index-- != 0) return true;
        found = value;
        return false;
    });
    return found;
}

}  // namespace vouch::cli
