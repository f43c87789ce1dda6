// SPDX-License-Identifier: BSL-1.0
// A JSON text as a document: Boost.JSON's parser sends its events to the reader.
#pragma once

#include <vouch/detail/json/syntax.hpp>
#include <vouch/detail/json/tokens.hpp>
#include <vouch/detail/plain/outcome.hpp>
#include <vouch/detail/plain/reader.hpp>

#include <boost/json/basic_parser_impl.hpp>

namespace vouch::inline VOUCH_ABI::detail {

/// Boost.JSON's handler interface: joins the parts of texts that came in pieces, and passes everything on.
struct parser_handler {
    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);
    using error = boost::json::error_code;
    using view = boost::json::string_view;

    parser_handler(reader& r, std::string_view for_parser, std::string_view as_written)
        : to(r), parsed(for_parser), written(as_written) {}

    bool on_document_begin(error&) { return true; }
    bool on_document_end(error&) { return true; }
    bool on_object_begin(error& ec) { return enter(to.begin_object(), ec); }
    bool on_object_end(std::size_t, error&) { return to.end_object(), true; }
    bool on_array_begin(error& ec) { return enter(to.begin_array(), ec); }
    bool on_array_end(std::size_t, error&) { return to.end_array(), true; }
    bool on_key_part(view s, std::size_t, error&) { return part.append(s.data(), s.size()), true; }
    bool on_key(view s, std::size_t, error&) { return pass<&reader::key>(s); }
    bool on_string_part(view s, std::size_t, error&) { return part.append(s.data(), s.size()), true; }
    bool on_string(view s, std::size_t, error&) { return pass<&reader::string>(s); }
    bool on_number_part(view s, error&) { return part.append(s.data(), s.size()), true; }
    bool on_int64(std::int64_t v, view s, error& ec) {
        if (!part.empty()) return on_double(0, s, ec);
        return to.integer(v, {s.data(), s.size()}), true;
    }
    bool on_uint64(std::uint64_t, view s, error&) { return number(s); }
    bool on_double(double, view s, error&) { return number(s); }
    bool on_bool(bool v, error&) { return to.boolean(v), true; }
    bool on_null(error&) { return to.null(), true; }
    bool on_comment_part(view, error&) { return true; }
    bool on_comment(view, error&) { return true; }

private:
    static bool enter(bool fits, error& ec) {
        if (!fits) ec = boost::json::error::too_deep;
        return fits;
    }
    bool number(view s) {
        if (part.empty() && parsed.data() != written.data()) {
            const std::string_view n = written.substr(static_cast<std::size_t>(s.data() - parsed.data()), s.size());
            return to.number(n), true;
        }
        return pass<&reader::number>(s);
    }

    /// Passes a text on, of which this is the last part.
    template <void (reader::*Event)(std::string_view)>
    bool pass(view s) {
        if (part.empty()) [[likely]] {
            (to.*Event)({s.data(), s.size()});
        } else {
            part.append(s.data(), s.size());
            (to.*Event)(part);
            part.clear();
        }
        return true;
    }

    reader& to;
    std::string_view parsed;   ///< What the parser gets: the text, perhaps with smaller exponents.
    std::string_view written;  ///< The text itself, of the same length.
    std::string part;
};

/// Boost.JSON rejects exponents beyond an int, which JSON allows. The same text with smaller ones that mean the same:
/// too large or too small for any number that is read.
[[gnu::cold]] inline std::string with_smaller_exponents(std::string_view text) {
    constexpr std::size_t digits_kept = 9;
    std::string out(text);
    for_each_token(text, [&](const token& t) {
        const std::string_view number = t.in(text);
        const std::size_t e = number.find_first_of("eE");
        if (number.front() == '"' || e == std::string_view::npos) return;
        const std::size_t first = (std::min)(number.find_first_not_of("+-0", e + 1), number.size());
        const std::size_t end = (std::min)(number.find_first_not_of("0123456789", first), number.size());
        if (end - first <= digits_kept) return;
        for (std::size_t d = first; d < end; ++d) out[t.begin + d] = end - d > digits_kept ? '0' : '9';
    });
    return out;
}

/// A text as a document.
class text_document {
public:
    static constexpr bool has_places = true;

    explicit text_document(std::string_view text) : text_(text) {}

    /// A template, so that only those who read compile the parser.
    template <class Handler = parser_handler>
    outcome send(reader& r, report_builder& out) {
        if (text_.size() > out.settings().max_size)
            return reject(out, built_in_rules::document_too_large, text_, {0, 1}, {});
        if (text_.find_first_not_of(" \t\r\n") == std::string_view::npos) {
            return reject(out, built_in_rules::body_missing, text_, {0, 1}, {});
        }
        boost::json::error_code ec;
        const std::size_t end = parse<Handler>(smaller_.empty() ? text_ : std::string_view(smaller_), r, ec);
        if (r.too_deep()) return reject(out, built_in_rules::nesting_too_deep, text_, {end, 1}, {});
        if (ec == boost::json::error::exponent_overflow && smaller_.empty()) {
            smaller_ = with_smaller_exponents(text_);
            return outcome::again;
        }
        if (ec) {
            const syntax_mistake mistake(text_, end);
            return reject(out, built_in_rules::json_syntax, text_, {end, 1}, {.value = mistake.what}, mistake.help);
        }
        if (r.is_missing()) return reject(out, built_in_rules::body_missing, text_, {text_.find('n'), 4}, {});
        return outcome::whole;
    }

    [[nodiscard]] std::string_view text() const { return text_; }

private:
    template <class Handler>
    std::size_t parse(std::string_view text, reader& r, boost::json::error_code& ec) const {
        boost::json::parse_options strict;
        strict.max_depth = static_cast<std::size_t>(-1);  // The reader counts.
        strict.allow_invalid_utf8 = is_ascii(text);       // Then there is none, and strings need no check.
        boost::json::basic_parser<Handler> parser(strict, r, text, text_);
        const std::size_t end = parser.write_some(false, text.data(), text.size(), ec);
        if (!ec && end < text.size()) ec = boost::json::error::extra_data;
        return end;
    }

    std::string_view text_;
    std::string smaller_;
};

}  // namespace vouch::detail
