// SPDX-License-Identifier: BSL-1.0
// What a front end has told, twice: as it told it, for the reader, and as JSON text.
#pragma once

#include <vouch/detail/json/strings.hpp>
#include <vouch/diagnostic.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace vouch::inline VOUCH_ABI::detail {

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

class told_text {
public:
    using type = told_event::type;

    void key(std::string_view name, const place& where, std::string_view called) {
        whole_ = whole_ && is_in('{') && !follows_key();
        separate();
        add(type::key, where, called);
        append(name);
        json_ += ':';
    }
    void string(std::string_view text, const place& where, std::string_view called) {
        begin(type::string, where, called);
        append(text);
    }
    /// A value that is written in JSON as it is.
    void literal(type is, std::string_view json, const place& where, std::string_view called) {
        begin(is, where, called);
        json_ += json;
    }
    void open(type is, const place& where, std::string_view called) {
        begin(is, where, called);
        open_ += is == type::object ? '{' : '[';
        json_ += open_.back();
    }
    void close(type is) {
        const bool of_object = is == type::end_of_object;
        whole_ = whole_ && is_in(of_object ? '{' : '[') && !follows_key();
        if (!open_.empty()) open_.pop_back();
        events_.push_back({is, json_.size(), {}, {}});
        json_ += of_object ? '}' : ']';
    }

    [[nodiscard]] const std::string& json() const { return json_; }
    [[nodiscard]] const std::vector<told_event>& events() const { return events_; }
    [[nodiscard]] bool is_whole() const { return whole_ && open_.empty() && !events_.empty(); }
    [[nodiscard]] bool all_utf8() const { return utf8_; }

    /// The last value or key that begins at an offset or before it.
    [[nodiscard]] const told_event* at(std::size_t offset) const {
        const told_event* const begin = events_.data();
        const told_event* at = std::upper_bound(begin, begin + events_.size(), offset,
                                                [](std::size_t o, const told_event& e) { return o < e.offset; });
        while (at != begin) {
            --at;
            if (at->is < type::end_of_object) return at;
        }
        return nullptr;
    }

private:
    void begin(type is, const place& where, std::string_view called) {
        const bool is_member = follows_key();
        whole_ = whole_ && (is_in('{') ? is_member : !is_member && (is_in('[') || events_.empty()));
        separate();
        add(is, where, called);
        if (!is_member) return;
        told_event& value = events_.back();
        const told_event& key = events_[events_.size() - 2];
        if (value.where == place{}) value.where = key.where;
        if (value.called.empty()) value.called = key.called;
    }
    void separate() {
        if (!json_.empty() && json_.back() != '{' && json_.back() != '[' && json_.back() != ':') json_ += ',';
    }
    void add(type is, const place& where, std::string_view called) {
        events_.push_back({is, json_.size(), where, std::string(called)});
    }
    void append(std::string_view text) {
        utf8_ = utf8_ && is_utf8(text);
        append_json(json_, text);
    }

    [[nodiscard]] bool is_in(char bracket) const { return !open_.empty() && open_.back() == bracket; }
    [[nodiscard]] bool follows_key() const { return !events_.empty() && events_.back().is == type::key; }

    std::string json_;
    std::vector<told_event> events_;
    std::string open_;  ///< The brackets of the objects and arrays that have not ended.
    bool whole_ = true;
    bool utf8_ = true;
};

}  // namespace vouch::detail
