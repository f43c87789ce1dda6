// SPDX-License-Identifier: BSL-1.0
// The quick reader: accepts documents that contain only what the schema expects, and gives up at the first surprise.
// It only saves time: what it accepts, the reader accepts as well, with the same value.
#pragma once

#include <vouch/catalog.hpp>
#include <vouch/detail/json/numbers.hpp>
#include <vouch/detail/json/strings.hpp>
#include <vouch/detail/plain/block.hpp>
#include <vouch/detail/plain/checker.hpp>
#include <vouch/options.hpp>

#include <cstring>
#include <string_view>

namespace vouch::detail {

/// Every function takes the position where it begins to read, and returns the one after what it read; nullptr if it
/// gives up.
class quick_reader {
public:
    explicit quick_reader(std::string_view text, bool flat)
        : begin_(text.data()), end_(text.data() + text.size()), flat_(flat) {}

    /// Whether the text is one object, and was completely read into the value.
    bool document(const object_info& o, void* value) const {
        const char* p = take(begin_, '{');
        if (p != nullptr) p = object(p, o, value);
        return p != nullptr && space(p) == end_;
    }

private:
    const char* space(const char* p) const {
        while (p != end_ && (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t')) ++p;
        return p;
    }

    /// A character, with or without white space before it.
    const char* take(const char* p, char c) const { return p != end_ && *p == c ? p + 1 : take_behind_space(p, c); }
    const char* take_behind_space(const char* p, char c) const {
        if (p == end_ || static_cast<unsigned char>(*p) > ' ') return nullptr;
        if (*p == '\n') ++p;
        while (end_ - p >= 4 && std::memcmp(p, "    ", 4) == 0) p += 4;
        p = space(p);
        return p != end_ && *p == c ? p + 1 : nullptr;
    }

    /// The rest of an object, after its opening brace.
    const char* object(const char* p, const object_info& o, void* storage) const {
        std::uint64_t seen = 0;
        const field_info* const first = o.fields.data();
        const field_info* const last = first + o.fields.size();
        const field_info* next = first;
        const char* const empty = take(p, '}');
        while (empty == nullptr) {
            std::string_view text;
            if ((p = take(p, '"')) == nullptr) return nullptr;
            const field_info* f = next;
            if (!is_key(p, f->name)) {
                if (string(p, text) == nullptr) return nullptr;
                f = o.find(text, static_cast<std::size_t>(next - first));
                if (f == nullptr) return nullptr;
            }
            p += f->name.size() + 1;
            next = f + 1 == last ? first : f + 1;
            const std::uint64_t bit = std::uint64_t{1} << f->index;
            if ((seen & bit) != 0 || (f->in_query && !flat_) || (p = take(p, ':')) == nullptr) return nullptr;
            seen |= bit;
            if ((p = value(p, *f->type, f->set, storage)) == nullptr) return nullptr;
            const char* const more = take(p, ',');
            if (more == nullptr) break;
            p = more;
        }
        if ((o.required & ~seen) != 0) return nullptr;
        return empty != nullptr ? empty : take(p, '}');
    }

    /// Whether a key, after its opening quote, is this one.
    bool is_key(const char* p, std::string_view name) const {
        return static_cast<std::size_t>(end_ - p) > name.size() && p[name.size()] == '"' &&
               equal({p, name.size()}, name);
    }

    /// A value, stored with `set`.
    const char* value(const char* p, const type_info& type, const setters& set, void* to) const {
        p = space(p);
        std::string_view text;
        switch (type.kind) {
        case kind::text:
            if ((p = take(p, '"')) == nullptr || (p = string(p, text)) == nullptr) return nullptr;
            set.text(to, text);
            return p;
        case kind::enumeration: {
            if ((p = take(p, '"')) == nullptr || (p = string(p, text)) == nullptr) return nullptr;
            const std::int64_t position = type.enumeration->position_of(text);
            if (position < 0) return nullptr;
            set.integer(to, type.enumeration->values[static_cast<std::size_t>(position)].value);
            return p;
        }
        case kind::object:
            return (p = take(p, '{')) == nullptr ? nullptr : object(p, *type.object, set.begin(to, false));
        case kind::list: return (p = take(p, '[')) == nullptr ? nullptr : elements(p, type, set.begin(to, false));
        default: break;
        }
        text = token(p);
        return scalar(text, type.kind, set, to) ? p + text.size() : nullptr;
    }

    const char* elements(const char* p, const type_info& type, void* list) const {
        if (const char* const empty = take(p, ']')) return empty;
        while ((p = value(p, *type.element, type.set, list)) != nullptr) {
            const char* const more = take(p, ',');
            if (more == nullptr) return take(p, ']');
            p = more;
        }
        return nullptr;
    }

    /// The rest of a string, after its opening quote: valid UTF-8, without escapes.
    const char* string(const char* p, std::string_view& text) const {
        const char* const begin = p;
        bool ascii = true;
        while (true) {
            p = end_of_plain(p, end_);
            if (p == end_) return nullptr;
            const auto c = static_cast<unsigned char>(*p);
            if (c == '"') break;
            if (c == '\\' || c < 0x20) return nullptr;
            ascii = ascii && c < 0x80;
            ++p;
        }
        text = {begin, static_cast<std::size_t>(p - begin)};
        return ascii || is_utf8(text) ? p + 1 : nullptr;
    }

    static bool scalar(std::string_view text, kind k, const setters& set, void* to) {
        std::int64_t v = 0;
        double d = 0;
        if (k == kind::number) return is_json_number(text) && to_double(text, d) && (set.number(to, d), true);
        if (k == kind::boolean) {
            v = text == "true";
            if (v == 0 && text != "false") return false;
        } else if (!integer(text, v) || (k == kind::int32 && v != static_cast<std::int32_t>(v))) {
            return false;
        }
        return set.integer(to, v), true;
    }

    /// An integer of at most 18 digits, without a fraction or an exponent.
    static bool integer(std::string_view text, std::int64_t& v) {
        const bool negative = text.starts_with('-');
        const std::string_view digits = text.substr(negative);
        if (digits.empty() || digits.size() > 18 || (digits.front() == '0' && digits.size() > 1)) return false;
        v = 0;
        for (const char c : digits) {
            if (c < '0' || c > '9') return false;
            v = v * 10 + (c - '0');
        }
        if (negative) v = -v;
        return true;
    }

    /// Everything up to the next separator.
    std::string_view token(const char* p) const {
        const char* const begin = p;
        while (p != end_ && *p != ',' && *p != '}' && *p != ']' && !is_white_space(*p)) ++p;
        return {begin, static_cast<std::size_t>(p - begin)};
    }

    const char* begin_;
    const char* end_;
    bool flat_;
};

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

}  // namespace vouch::detail
