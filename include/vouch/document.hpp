// SPDX-License-Identifier: BSL-1.0
// A reader of your own: documents of any format, told value by value, are read like JSON. Each value can have its place
// in the text that it comes from and the name that it has there, and may be unresolved: not known yet.
#pragma once

#include <vouch/defaults.hpp>
#include <vouch/detail/config.hpp>
#include <vouch/detail/json/numbers.hpp>
#include <vouch/detail/json/strings.hpp>
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
namespace detail {

class told_document;

/// The beginning of a value, a key, or an end.
struct told_event {
    enum class type : std::uint8_t {
        object,
        array,
        key,
        string,
        number,
        yes,
        no,
        null,
        unresolved,
        end_of_object,
        end_of_array
    };
    type is;
    std::size_t offset;  ///< In the JSON text.
    place where;
    std::string called;
};

}  // namespace detail

/// A document, as a front end for another format tells it. Calls nest as in JSON: in an object, each value follows its
/// key, and in an array, none has one. A document in which they do not is not whole. `where` is the place of a value or
/// key in the front end's text, and `called` is its name there. In an object, a value without either takes its key's.
/// The same document is kept as JSON text, which can be used like any other, except that its places are its own and
/// that an unresolved value is null.
class document {
public:
    /// Begins an object; `where` is its place, or the place to show for its opening brace.
    void begin_object(const place& where = {}, std::string_view called = {}) {
        open(event::type::object, where, called);
    }
    /// Ends the object that was begun last.
    void end_object() { close(event::type::end_of_object); }
    /// Begins an array.
    void begin_array(const place& where = {}, std::string_view called = {}) { open(event::type::array, where, called); }
    /// Ends the array that was begun last.
    void end_array() { close(event::type::end_of_array); }
    /// The key of a member; its value follows.
    void key(std::string_view name, const place& where = {}, std::string_view called = {}) {
        whole_ = whole_ && is_in('{') && !follows_key();
        separate();
        add(event::type::key, where, called);
        utf8_ = utf8_ && is_utf8(name);
        detail::append_json(json_, name);
        json_ += ':';
    }
    /// A text.
    void string(std::string_view text, const place& where = {}, std::string_view called = {}) {
        begin_value(event::type::string, where, called);
        utf8_ = utf8_ && is_utf8(text);
        detail::append_json(json_, text);
    }
    /// A number as JSON writes it, however large; anything else is taken for a text.
    void number(std::string_view json, const place& where = {}, std::string_view called = {}) {
        if (!detail::is_json_number(json)) return string(json, where, called);
        begin_value(event::type::number, where, called);
        json_ += json;
    }
    /// True or false.
    void boolean(bool v, const place& where = {}, std::string_view called = {}) {
        begin_value(v ? event::type::yes : event::type::no, where, called);
        json_ += v ? "true" : "false";
    }
    /// A null, which is the same as no value.
    void null(const place& where = {}, std::string_view called = {}) {
        begin_value(event::type::null, where, called);
        json_ += "null";
    }
    /// A value that is there but not known yet, of whatever type. It satisfies what requires a value, it counts as an
    /// element, no rule that reads it is reported, and nothing is reported about it.
    void unresolved(const place& where = {}, std::string_view called = {}) {
        begin_value(event::type::unresolved, where, called);
        json_ += "null";
    }

    /// The document as JSON text.
    [[nodiscard]] const std::string& json() const { return json_; }
    /// The number of unresolved values.
    [[nodiscard]] std::size_t unresolved_values() const {
        return static_cast<std::size_t>(std::count_if(events_.data(), events_.data() + events_.size(),
                                                      [](const event& e) { return e.is == event::type::unresolved; }));
    }

    /// What the value at a JSON Pointer is called if it is missing or was told without a name. Without this function, a
    /// missing value is called as the object that lacks it.
    std::function<std::string(std::string_view pointer)> name_of{};

    /// Gives diagnostics that were found in `json()` their places in the front end's text, their order there, and their
    /// `source_path`. A missing member is placed at the first byte of the object that lacks it. `read` does this.
    void relocate(report& r) const;

    /// The place in the front end's text of the value or key that begins at an offset of `json()`; line 0 if none does.
    [[nodiscard]] place place_of(std::size_t json_offset) const {
        const event* const e = event_at(json_offset);
        return e != nullptr && e->offset == json_offset ? e->where : place{};
    }

private:
    using event = detail::told_event;
    friend class detail::told_document;

    void separate() {
        if (!json_.empty() && json_.back() != '{' && json_.back() != '[' && json_.back() != ':') json_ += ',';
    }
    void add(event::type is, const place& where, std::string_view called) {
        events_.push_back({is, json_.size(), where, std::string(called)});
    }
    void begin_value(event::type is, const place& where, std::string_view called) {
        const bool is_member = follows_key();
        whole_ = whole_ && (is_in('{') ? is_member : !is_member && (is_in('[') || events_.empty()));
        separate();
        add(is, where, called);
        if (!is_member) return;
        event& value = events_.back();
        const event& key = events_[events_.size() - 2];
        if (value.where == place{}) value.where = key.where;
        if (value.called.empty()) value.called = key.called;
    }
    void open(event::type is, const place& where, std::string_view called) {
        begin_value(is, where, called);
        open_ += is == event::type::object ? '{' : '[';
        json_ += open_.back();
    }
    void close(event::type is) {
        const bool of_object = is == event::type::end_of_object;
        whole_ = whole_ && is_in(of_object ? '{' : '[') && !follows_key();
        if (!open_.empty()) open_.pop_back();
        events_.push_back({is, json_.size(), {}, {}});
        json_ += of_object ? '}' : ']';
    }

    [[nodiscard]] bool is_in(char bracket) const { return !open_.empty() && open_.back() == bracket; }
    [[nodiscard]] bool follows_key() const { return !events_.empty() && events_.back().is == event::type::key; }
    [[nodiscard]] bool is_whole() const { return whole_ && open_.empty() && !events_.empty(); }

    /// The last value or key that begins at an offset or before it.
    [[nodiscard]] const event* event_at(std::size_t offset) const {
        const event* const begin = events_.data();
        const event* at = std::upper_bound(begin, begin + events_.size(), offset,
                                           [](std::size_t o, const event& e) { return o < e.offset; });
        while (at != begin) {
            --at;
            if (at->is < event::type::end_of_object) return at;
        }
        return nullptr;
    }

    std::string json_;
    std::vector<event> events_;
    std::string open_;  ///< The brackets of the objects and arrays that have not ended.
    bool whole_ = true;
    bool utf8_ = true;
};

inline void document::relocate(report& r) const {
    const auto move = [&](place& where, std::string* called, std::string_view pointer) {
        const event* const e = where.line != 0 ? event_at(where.offset) : nullptr;
        if (e == nullptr) return void(where = {});
        // Only where something is missing is the place of an object its opening brace alone.
        const bool is_missing = e->is == event::type::object && where.length == 1 && !pointer.empty();
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
VOUCH_DECLARED bool read(const document& from, const options& o, const value_type& type, void* optional, findings to);

}  // namespace detail::plain

/// Reads a document that a front end has told. Limits count in its JSON text; one that is not whole has no body.
template <class T>
[[nodiscard]] reading<T> read(const document& from, const options& o = {}) {
    reading<T> result;
    const bool sound =
        detail::plain::read(from, o, detail::plain::value_type_of<T>, &result.value, {result.report, result.unknown});
    if (!sound) result.value.reset();
    detail::fill_defaults(o, result.value);
    return result;
}

}  // namespace vouch

#ifndef VOUCH_SEPARATE_COMPILATION
#include <vouch/detail/plain/told_engine.hpp>
#endif
