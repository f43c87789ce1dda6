// SPDX-License-Identifier: BSL-1.0
// A JSON text -> a value and everything that is wrong with it. A clean document is read in the quick lane; any other by
// a handler on Boost.JSON's parser, without a DOM. Rules run on what could be read; places are worked out only when
// there is something to report.
#pragma once

#include <vouch/detail/straight/quick.hpp>
#include <vouch/detail/plain/reader.hpp>

#include <boost/json/basic_parser_impl.hpp>

#include <optional>

namespace vouch {

/// What came of reading a document.
template <class T>
struct reading {
    reading() {}  // Not defaulted: a compiler would clear the place of the value first.

    std::optional<T> value;  ///< Present where every required member is there and nothing is mistyped.
    vouch::report report;
    std::vector<unknown_member> unknown;  ///< What the schema does not have, whatever `options::unknown` says.
};

namespace detail {

/// Boost.JSON's handler interface: joins the parts of texts that came in pieces, and passes everything on.
struct parser_handler {
    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);
    using error = boost::json::error_code;
    using view = boost::json::string_view;

    explicit parser_handler(reader& r) : to(r) {}

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
    bool number(view s) { return pass<&reader::number>(s); }

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
    std::string part;
};

/// Boost.JSON refuses exponents beyond an int, which JSON allows. The same text with smaller ones that mean the same:
/// too large or too small for any number that is read.
[[gnu::cold]] inline std::string with_smaller_exponents(std::string_view text) {
    std::string out(text);
    bool quoted = false;
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (out[i] == '"') quoted = !quoted;
        if (quoted && out[i] == '\\') ++i;
        if (quoted || (out[i] != 'e' && out[i] != 'E')) continue;
        std::size_t first = i + 1;
        if (first < out.size() && (out[first] == '+' || out[first] == '-')) ++first;
        first = std::min(out.find_first_not_of('0', first), out.size());
        const std::size_t end = std::min(out.find_first_not_of("0123456789", first), out.size());
        for (std::size_t d = first; end - first > 9 && d < end; ++d) out[d] = end - d > 9 ? '0' : '9';
    }
    return out;
}

/// Whether a mistake of JSON is one that people often make, and what to say of it.
inline std::string_view syntax_help(std::string_view text, std::size_t at) {
    if (text.starts_with("\xEF\xBB\xBF")) return "save the file without a byte-order mark";
    const std::string_view rest = text.substr(std::min(at, text.size()));
    const std::string_view before = text.substr(0, std::min(at, text.size()));
    const std::size_t last = before.find_last_not_of(" \t\r\n");
    if (rest.empty()) return "the text ends too early: a closing quote, bracket or brace is missing";
    if (rest.starts_with('\'')) return "write strings and keys with double quotes";
    if (rest.starts_with('/') || rest.starts_with('#')) return "remove the comment: JSON has none";
    if ((rest.starts_with('}') || rest.starts_with(']')) && last != std::string_view::npos && before[last] == ',') {
        return "remove the comma before it";
    }
    if (rest.starts_with('"')) return "a comma or a colon is missing before it";
    if (rest.starts_with('N') || rest.starts_with('I')) return "JSON has no NaN and no Infinity";
    if (rest.starts_with('T') || rest.starts_with('F')) return "write true and false in lower case";
    return structure::json_syntax.help;
}

/// How sending a document to a reader ended.
enum class sent : std::uint8_t {
    whole,
    failed,  ///< It is no document; that is reported, alone.
    again    ///< To be sent once more, to a fresh reader.
};

/// Makes one diagnostic all that there is to say of a document.
[[gnu::cold]] inline sent refuse(collector& out, const rule_info& rule, std::string_view text, place where,
                                 const word_list& words, std::string_view help = {}) {
    out.clear();
    if (entry* e = out.add_always(rule, words)) {
        if (!help.empty()) e->found.help = help;
        where.length = std::min(where.length, text.size() - where.offset);
        e->found.where = where;
        count_lines(text, {&e->found.where});
        e->placed = true;
    }
    return sent::failed;
}

/// A text as a document.
class text_document {
public:
    static constexpr bool has_places = true;

    explicit text_document(std::string_view text) : text_(text) {}

    sent send(reader& r, collector& out) {
        if (text_.size() > out.settings().max_size)
            return refuse(out, structure::document_too_large, text_, {0, 1}, {});
        if (text_.find_first_not_of(" \t\r\n") == std::string_view::npos) {
            return refuse(out, structure::body_missing, text_, {0, 1}, {});
        }
        boost::json::error_code ec;
        const std::size_t end = parse(smaller_.empty() ? text_ : std::string_view(smaller_), r, ec);
        if (r.too_deep()) return refuse(out, structure::nesting_too_deep, text_, {end, 1}, {});
        if (ec == boost::json::error::exponent_overflow && smaller_.empty()) {
            smaller_ = with_smaller_exponents(text_);
            return sent::again;
        }
        if (ec)
            return refuse(out, structure::json_syntax, text_, {end, 1}, {.value = ec.message()},
                          syntax_help(text_, end));
        if (r.is_missing()) return refuse(out, structure::body_missing, text_, {text_.find('n'), 4}, {});
        return sent::whole;
    }

    std::string_view text() const { return text_; }

private:
    static std::size_t parse(std::string_view text, reader& r, boost::json::error_code& ec) {
        boost::json::parse_options strict;
        strict.max_depth = static_cast<std::size_t>(-1);  // The reader counts.
        strict.allow_invalid_utf8 = is_ascii(text);       // There is none then: nobody has to look at each string.
        boost::json::basic_parser<parser_handler> parser(strict, r);
        const std::size_t end = parser.write_some(false, text.data(), text.size(), ec);
        if (!ec && end < text.size()) ec = boost::json::error::extra_data;
        return end;
    }

    std::string_view text_;
    std::string smaller_;
};

/// Asks for the places of a diagnostic.
inline void want(entry& e, const std::vector<reader::renamed>& renames, place_finder& finder) {
    if (e.placed) return;
    if (e.token != no_index) {
        finder.want_token(e.token, e.found.where);
    } else {
        for (const reader::renamed& n : renames) {
            if (e.found.path == n.path) e.found.path = n.as;
        }
        finder.want_value(e.found.path, e.found.where);
    }
    for (related_place& related : e.found.related) {
        if (e.related_token != no_index)
            finder.want_token(e.related_token, related.where);
        else
            finder.want_value(related.path, related.where);
    }
}

/// Gives every diagnostic its place and every unknown member its text.
template <class Document>
[[gnu::cold]] void place_all(collector& out, reader& r, Document& document, std::vector<unknown_member>& unknown) {
    place_finder finder;
    std::vector<place> raw(r.unknown().size());
    for (entry& e : out.entries()) want(e, r.renames(), finder);
    for (std::size_t i = 0; i < raw.size(); ++i) finder.want_token(r.unknown()[i].token, raw[i]);
    if (!finder.wants_nothing()) finder.run(document.text());
    for (std::size_t i = 0; i < raw.size(); ++i) {
        std::string text(document.text().substr(raw[i].offset, raw[i].length));
        unknown.push_back({std::move(r.unknown()[i].path), std::move(text)});
    }
}

/// What there is to say of a document: placed, and in document order.
template <class Document>
report settle(collector& out, reader& r, Document& document, std::vector<unknown_member>& unknown) {
    if (!out.entries().empty() || !r.unknown().empty()) place_all(out, r, document, unknown);
    report found =
        out.finish([](const entry& a, const entry& b) { return a.found.where.offset < b.found.where.offset; });
    if constexpr (!Document::has_places) {
        for (diagnostic& d : found.diagnostics) {
            d.where = {};
            for (related_place& related : d.related) related.where = {};
        }
    }
    return found;
}

/// Runs the rules on what was read.
template <class T>
void check_read(const T& value, reader& r, collector& out) {
    const marks& found = r.sorted_marks();
    const object_source<T> own(value);
    const marked_source marked(own, found);
    block_of<T> block(value, found.empty() ? static_cast<const list_source&>(own) : marked);
    found.apply(block.cells.data());
    check_root(catalog_of<T>(), block.cells.data(), out, out.settings().beside.empty());
}

/// Makes a value where it is wanted; `emplace()` would clear its place twice.
struct empty_value {
    template <class T>
    operator T() const {
        return T{};
    }
};

/// Reads a document into an empty result.
template <class T, class Document>
void read_document(Document& document, const options& o, reading<T>& result) {
    std::vector<std::size_t> repeated;
    while (true) {
        T& value = result.value.emplace(empty_value{});
        collector found(o);
        reader r(catalog_of<T>(), &value, found, repeated);
        const sent how = document.send(r, found);
        if (how == sent::again) continue;
        if (how == sent::whole && repeated.empty() && !r.repeated().empty()) {
            repeated = std::move(r.repeated());
            std::sort(repeated.data(), repeated.data() + repeated.size());
            continue;
        }
        if (how == sent::failed)
            r.unknown().clear();
        else if (r.is_object())
            check_read(value, r, found);
        result.report = settle(found, r, document, result.unknown);
        if (how != sent::whole || !r.sound()) result.value.reset();
        return;
    }
}

/// How deep the objects and lists of a type nest.
template <class V>
constexpr std::size_t levels_of() {
    if constexpr (is_list<V>) {
        return 1 + levels_of<typename list_traits<V>::element>();
    } else if constexpr (kind_of<V>() == kind::object) {
        return []<template <class...> class L, class... D>(L<D...>) {
            return 1 + std::max({std::size_t{0}, levels_of<value_of<member_type<V, D>>>()...});
        }(member_list<V>{});
    } else {
        return 0;
    }
}

/// Whether there is anything to report.
class any_sink final : public finding_sink {
public:
    explicit any_sink(const options& o) : options_(o) {}
    void found(const finding& f) override {
        severity level{};
        if (options_.reports(*f.rule, level)) any = true;
    }
    bool any = false;

private:
    const options& options_;
};

/// Reads a document in which all is well; false where it is another, or where that would take more than a quick look.
template <class T>
bool read_quickly(std::string_view text, T& value, const options& o) {
    if (text.size() > o.max_size || levels_of<T>() > o.max_depth || !o.beside.empty()) return false;
    if (!quick_reader(text, o.flat).document(catalog_of<T>(), &value)) return false;
    block_of<T> block(value);
    any_sink sink(o);
    check_root(catalog_of<T>(), block.cells.data(), sink, true);
    return !sink.any;
}

}  // namespace detail

/// Reads a JSON text. Nothing is thrown; whatever is wrong is in the report, in document order.
template <described_struct T>
reading<T> read(std::string_view text, const options& o = {}) {
    static_assert(detail::levels_of<T>() <= detail::reader::max_levels,
                  "a schema nests at most 12 levels of objects and lists");
    reading<T> result;
    if (!detail::read_quickly(text, result.value.emplace(detail::empty_value{}), o)) {
        detail::text_document document(text);
        detail::read_document(document, o, result);
    }
    return result;
}

}  // namespace vouch
