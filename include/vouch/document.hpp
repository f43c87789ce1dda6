// SPDX-License-Identifier: BSL-1.0
// A reader of your own: documents of any format, told value by value, are read like JSON. Each value can have its place
// in the text that it comes from and the name that it has there, and may be unresolved: not known yet.
#pragma once

#include <vouch/defaults.hpp>
#include <vouch/detail/config.hpp>
#include <vouch/detail/json/numbers.hpp>
#include <vouch/detail/plain/told_text.hpp>
#include <vouch/detail/plain/value_type.hpp>
#include <vouch/detail/sort_runs.hpp>
#include <vouch/options.hpp>
#include <vouch/reading.hpp>

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vouch::inline VOUCH_ABI {

class document;

/// Reads a document that a front end has told. Limits count in its JSON text; one that is not whole has no body.
template <class T>
[[nodiscard]] reading<T> read(const document& from, const options& o = {});

/// A document, as a front end for another format tells it. Calls nest as in JSON: in an object, each value follows its
/// key, and in an array, none has one. A document in which they do not is not whole. `where` is the place of a value or
/// key in the front end's text, and `called` is its name there. In an object, a value without either takes its key's.
/// The same document is kept as JSON text, which can be used like any other, except that its places are its own and
/// that an unresolved value is null.
class document {
public:
    /// Begins an object; `where` is its place, or the place to show for its opening brace.
    void begin_object(const place& where = {}, std::string_view called = {}) {
        told_.open(type::object, where, called);
    }
    /// Ends the object that was begun last.
    void end_object() { told_.close(type::end_of_object); }
    /// Begins an array.
    void begin_array(const place& where = {}, std::string_view called = {}) { told_.open(type::array, where, called); }
    /// Ends the array that was begun last.
    void end_array() { told_.close(type::end_of_array); }
    /// The key of a member; its value follows.
    void key(std::string_view name, const place& where = {}, std::string_view called = {}) {
        told_.key(name, where, called);
    }
    /// A text.
    void string(std::string_view text, const place& where = {}, std::string_view called = {}) {
        told_.string(text, where, called);
    }
    /// A number as JSON writes it, however large; anything else is taken for a text.
    void number(std::string_view json, const place& where = {}, std::string_view called = {}) {
        if (!detail::is_json_number(json)) return string(json, where, called);
        told_.literal(type::number, json, where, called);
    }
    /// True or false.
    void boolean(bool v, const place& where = {}, std::string_view called = {}) {
        told_.literal(v ? type::yes : type::no, v ? "true" : "false", where, called);
    }
    /// A null, which is the same as no value.
    void null(const place& where = {}, std::string_view called = {}) {
        told_.literal(type::null, "null", where, called);
    }
    /// A value that is there but not known yet, of whatever type. It satisfies what requires a value, it counts as an
    /// element, no rule that reads it is reported, and nothing is reported about it.
    void unresolved(const place& where = {}, std::string_view called = {}) {
        told_.literal(type::unresolved, "null", where, called);
    }

    /// The document as JSON text.
    [[nodiscard]] const std::string& json() const { return told_.json(); }
    /// The number of unresolved values.
    [[nodiscard]] std::size_t unresolved_values() const {
        const std::vector<detail::told_event>& all = told_.events();
        return static_cast<std::size_t>(std::count_if(
            all.begin(), all.end(), [](const detail::told_event& e) { return e.is == type::unresolved; }));
    }

    /// What the value at a JSON Pointer is called if it is missing or was told without a name. Without this function, a
    /// missing value is called as the object that lacks it.
    std::function<std::string(std::string_view pointer)> name_of{};

    /// Gives diagnostics that were found in `json()` their places in the front end's text, their order there, and their
    /// `source_path`. A missing member is placed at the first byte of the object that lacks it. `read` does this.
    void relocate(report& r) const;

    /// The place in the front end's text of the value or key that begins at an offset of `json()`; line 0 if none does.
    [[nodiscard]] place place_of(std::size_t json_offset) const {
        const detail::told_event* const e = told_.at(json_offset);
        return e != nullptr && e->offset == json_offset ? e->where : place{};
    }

private:
    using type = detail::told_event::type;

    template <class T>
    friend reading<T> read(const document& from, const options& o);

    detail::told_text told_;
};

inline void document::relocate(report& r) const {
    const auto move = [&](place& where, std::string* called, std::string_view pointer) {
        const detail::told_event* const e = where.line != 0 ? told_.at(where.offset) : nullptr;
        if (e == nullptr) return void(where = {});
        // Only where something is missing is the place of an object its opening brace alone.
        const bool is_missing = e->is == type::object && where.length == 1 && !pointer.empty();
        where = e->where;
        if (is_missing) where.length = (std::min)(where.length, std::size_t{1});
        if (called != nullptr) *called = name_of && (is_missing || e->called.empty()) ? name_of(pointer) : e->called;
    };
    for (diagnostic& d : r.diagnostics) {
        move(d.where, &d.source_path, d.path);
        for (related_place& related : d.related) move(related.where, nullptr, related.path);
    }
    // Those without a place come last.
    const auto offset = [](const diagnostic& d) { return d.where.line != 0 ? d.where.offset : std::string::npos; };
    detail::sort_runs(r.diagnostics, [&](const diagnostic& a, const diagnostic& b) { return offset(a) < offset(b); });
}

namespace detail::plain {

/// Like `read` of a text.
VOUCH_DECLARED bool read(const told_text& from, const options& o, const value_type& type, void* optional, findings to);

}  // namespace detail::plain

template <class T>
reading<T> read(const document& from, const options& o) {
    reading<T> result;
    const bool sound = detail::plain::read(from.told_, o, detail::plain::value_type_of<T>, &result.value,
                                           {result.report, result.unknown});
    from.relocate(result.report);
    if (!sound) result.value.reset();
    detail::fill_defaults(o, result.value);
    return result;
}

}  // namespace vouch

#ifndef VOUCH_SEPARATE_COMPILATION
#include <vouch/detail/plain/told_engine.hpp>
#endif
