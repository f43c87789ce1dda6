// SPDX-License-Identifier: BSL-1.0
// boost::json::value as a document, in both directions: read, to_value, and Boost.JSON's own value_to and value_from.
#pragma once

#include <vouch/detail/plain/read_document.hpp>
#include <vouch/write.hpp>

#include <boost/json/conversion.hpp>
#include <boost/json/system_error.hpp>
#include <boost/json/value.hpp>
#include <boost/json/value_from.hpp>
#include <boost/json/value_to.hpp>

namespace vouch {
namespace detail {

/// Calls `f` with a number as JSON text; for an infinity or a NaN, with a number that is too large for a double.
template <class F>
void dom_number(const boost::json::value& v, F f) {
    char text[32];
    const auto of = [&](auto n) {
        f(std::string_view(text, static_cast<std::size_t>(std::to_chars(text, text + sizeof text, n).ptr - text)));
    };
    if (v.is_int64())
        of(v.get_int64());
    else if (v.is_uint64())
        of(v.get_uint64());
    else if (is_finite(v.get_double()))
        of(v.get_double());
    else
        f(v.get_double() < 0 ? "-1e999" : "1e999");
}

inline void write_dom(json_output& out, const boost::json::value& v) {
    namespace json = boost::json;
    switch (v.kind()) {
    case json::kind::object:
        out.begin('{');
        for (const json::key_value_pair& member : v.get_object()) {
            out.key({member.key().data(), member.key().size()});
            write_dom(out, member.value());
        }
        out.end('}');
        break;
    case json::kind::array: out.list(v.get_array(), [&](const json::value& e) { write_dom(out, e); }); break;
    case json::kind::string: out.string({v.get_string().data(), v.get_string().size()}); break;
    case json::kind::bool_: out.boolean(v.get_bool()); break;
    case json::kind::null: out.raw("null"); break;
    default: dom_number(v, [&](std::string_view number) { out.raw(number); });
    }
}

/// Appends a DOM as JSON: like boost::json::serialize, but with numbers as the reader receives them.
inline void write_dom(std::string& to, const boost::json::value& v, std::size_t indent = 0) {
    json_output out(to, {.indent = indent});
    write_dom(out, v);
}

/// A DOM as a document. Its numbers have already been parsed: a double is read as the shortest text that parses back
/// to it.
class dom_document {
public:
    static constexpr bool has_places = false;

    explicit dom_document(const boost::json::value& dom) : dom_(dom) {}

    outcome send(reader& r, report_builder& out) {
        if (dom_.is_null()) return reject(out, built_in_rules::body_missing, {}, {}, {});
        if (walk(dom_, r)) return outcome::whole;
        if (r.too_deep()) return reject(out, built_in_rules::nesting_too_deep, {}, {}, {});
        return reject(out, built_in_rules::json_syntax, {}, {}, {.value = "a text is not UTF-8"});
    }

    /// Only used to put findings in order.
    std::string_view text() {
        if (text_.empty()) write_dom(text_, dom_);
        return text_;
    }

private:
    bool walk(const boost::json::value& v, reader& r) {
        namespace json = boost::json;
        switch (v.kind()) {
        case json::kind::object:
            if (!r.begin_object()) return false;
            for (const json::key_value_pair& member : v.get_object()) {
                if (!is_utf8({member.key().data(), member.key().size()})) return false;
                r.key({member.key().data(), member.key().size()});
                if (!walk(member.value(), r)) return false;
            }
            return r.end_object(), true;
        case json::kind::array:
            if (!r.begin_array()) return false;
            for (const json::value& element : v.get_array()) {
                if (!walk(element, r)) return false;
            }
            return r.end_array(), true;
        case json::kind::string:
            if (!is_utf8({v.get_string().data(), v.get_string().size()})) return false;
            return r.string({v.get_string().data(), v.get_string().size()}), true;
        case json::kind::bool_: return r.boolean(v.get_bool()), true;
        case json::kind::null: return r.null(), true;
        default: break;
        }
        dom_number(v, [&](std::string_view text) { r.number(text); });
        return true;
    }

    const boost::json::value& dom_;
    std::string text_;
};

/// A note's constant as a DOM.
inline boost::json::value constant_value(const constant& c, const type_info& type) {
    const auto text = [](std::string_view s) {
        return boost::json::value(boost::json::string_view(s.data(), s.size()));
    };
    switch (c.holds) {
    case constant::type::boolean: return c.integer != 0;
    case constant::type::integer: return c.integer;
    case constant::type::number: return c.number;
    case constant::type::text: return text(c.text);
    case constant::type::enumerator: return text(type.enumeration->name_of(c.integer));
    case constant::type::none: break;
    }
    return nullptr;
}

class dom_builder {
public:
    static boost::json::object object(const object_info& o, const cell* block, bool include_query,
                                      const boost::json::storage_ptr& where) {
        boost::json::object out(where);
        for (const field_info& f : o.fields) {
            const cell& c = block[f.slot];
            if (!c.present() || (f.in_query && !include_query)) continue;
            out.emplace(boost::json::string_view(f.name.data(), f.name.size()),
                        value(*f.type, &c, include_query, where));
        }
        return out;
    }

private:
    static boost::json::value value(const type_info& type, const cell* c, bool include_query,
                                    const boost::json::storage_ptr& where) {
        const auto text = [&](std::string_view s) {
            return boost::json::value(boost::json::string_view(s.data(), s.size()), where);
        };
        switch (type.kind) {
        case kind::boolean: return c->integer != 0;
        case kind::int32:
        case kind::int64: return c->integer;
        case kind::number: return c->number;
        case kind::text: return text(c->text);
        case kind::enumeration: return text(type.enumeration->values[static_cast<std::size_t>(c->integer)].name);
        case kind::object: return object(*type.object, c, include_query, where);
        case kind::list: break;
        }
        struct element_builder final : block_visitor {
            explicit element_builder(boost::json::storage_ptr s) : elements(std::move(s)) {}
            void visit(std::size_t, cell* block) override {
                if (block->present()) elements.push_back(value(*type, block, include_query, elements.storage()));
            }
            boost::json::array elements;
            const type_info* type = nullptr;
            bool include_query = false;
        } visitor(where);
        visitor.type = type.element;
        visitor.include_query = include_query;
        c->show(visitor);
        return std::move(visitor.elements);
    }
};

}  // namespace detail

/// Reads a DOM like its text, except that diagnostics have no places.
template <class T, std::same_as<boost::json::value> Value>
[[nodiscard]] reading<T> read(const Value& dom, const options& o = {}) {
    detail::dom_document document(dom);
    reading<T> result;
    const bool sound = detail::read_document(document, o, detail::plain::value_type_of<T>, &result.value,
                                             {result.report, result.unknown});
    if (!sound) result.value.reset();
    return result;
}

/// A DOM as an indented text that ends with a line feed; members keep their order.
[[nodiscard]] inline std::string indented(const boost::json::value& v) {
    std::string out;
    detail::write_dom(out, v, 2);
    return out += '\n';
}

/// A value as a DOM, in declared order; `include_query` as for `write`.
template <class T>
[[nodiscard]] boost::json::value to_value(const T& value, const write_options& o = {},
                                          const boost::json::storage_ptr& where = {}) {
    const detail::block_of<T> block(value);
    return detail::dom_builder::object(catalog_of<T>(), block.cells.data(), o.include_query, where);
}

}  // namespace vouch

namespace boost::json {

/// For boost::json::value_from: all members, including those of the query.
template <class T>
    requires vouch::described_struct<T> && vouch::detail::has_shape<T>
void tag_invoke(value_from_tag, value& to, const T& from) {
    to = vouch::to_value(from, {.include_query = true}, to.storage());
}

/// For boost::json::value_to and try_value_to: `error::size_mismatch` if no value can be read from the document.
/// Broken rules do not matter; members of the query are accepted.
template <class T>
    requires vouch::described_struct<T> && vouch::detail::has_shape<T> result<T> tag_invoke(try_value_to_tag<T>,
                                                                                            const value& from) {
        auto reading = vouch::read<T>(from, {.flat = true});
        if (!reading.value) return make_error_code(error::size_mismatch);
        return std::move(*reading.value);
    }

}  // namespace boost::json
