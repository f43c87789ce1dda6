// SPDX-License-Identifier: BSL-1.0
// boost::json::value in the plain lane: as a document, and made of cells.
#pragma once

#include <vouch/detail/json/dom.hpp>
#include <vouch/detail/plain/block.hpp>
#include <vouch/detail/plain/outcome.hpp>
#include <vouch/detail/plain/reader.hpp>

#include <boost/json/parse.hpp>

#include <algorithm>

namespace vouch::inline VOUCH_ABI::detail {

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

/// Cells -> a DOM.
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
    /// The double whose shortest text is that of a float.
    static double shortest(float v) {
        char text[32];
        double out = 0;
        to_double({text, static_cast<std::size_t>(std::to_chars(text, text + sizeof text, v).ptr - text)}, out);
        return out;
    }
    /// A text with U+FFFD in place of each byte that is not UTF-8, as `write` writes it.
    static boost::json::string utf8(std::string_view s, const boost::json::storage_ptr& where) {
        boost::json::string out(where);
        for (std::size_t size = 0; !s.empty(); s.remove_prefix((std::max)(size, std::size_t{1}))) {
            size = first_code_point(s).size;
            const std::string_view part = size != 0 ? s.substr(0, size) : "\xEF\xBF\xBD";
            out.append(part.begin(), part.end());
        }
        return out;
    }
    static boost::json::string text(std::string_view s, const boost::json::storage_ptr& where) {
        return is_utf8(s) ? boost::json::string(s.data(), s.size(), where) : utf8(s, where);
    }
    static boost::json::value parsed(std::string_view text, const boost::json::storage_ptr& where) {
        boost::json::error_code ec;
        return boost::json::parse(boost::json::string_view(text.data(), text.size()), ec, where);
    }
    static boost::json::value value(const type_info& type, const cell* c, bool include_query,
                                    const boost::json::storage_ptr& where) {
        switch (type.kind) {
        case kind::boolean: return c->integer != 0;
        case kind::int32:
        case kind::uint32:
        case kind::int64: return c->integer;
        case kind::uint64: return static_cast<std::uint64_t>(c->integer);
        case kind::float32: return shortest(static_cast<float>(c->number));
        case kind::number: return c->number;
        case kind::text: return text(c->text, where);
        case kind::enumeration: return text(type.enumeration->values[static_cast<std::size_t>(c->integer)].name, where);
        case kind::object: return object(*type.object, c, include_query, where);
        case kind::any: return parsed(c->text, where);
        case kind::list:
        case kind::map: break;
        }
        boost::json::array list(where);
        boost::json::object map(where);
        const auto add = [&](std::size_t index, cell* block) {
            if (!block->present()) return;
            boost::json::value element = value(*type.element, block, include_query, where);
            if (const auto key = c->list.source->key(index))
                map.emplace(text(*key, where), std::move(element));
            else
                list.push_back(std::move(element));
        };
        calling_visitor visitor(add);
        c->show(visitor);
        if (type.kind == kind::map) return map;
        return list;
    }
};

}  // namespace vouch::detail
