// SPDX-License-Identifier: BSL-1.0
// Sets one member of a value from a text, as command line flags and environment variables need it.
#pragma once

#include <vouch/catalog.hpp>
#include <vouch/detail/json/output.hpp>
#include <vouch/detail/json/pointer.hpp>
#include <vouch/detail/plain/words.hpp>
#include <vouch/detail/visit.hpp>
#include <vouch/suggest.hpp>

#include <charconv>
#include <string>
#include <string_view>
#include <utility>

namespace vouch::inline VOUCH_ABI {

/// Whether a member was set; if not, why.
struct set_result {
    std::string error;  ///< In a sentence, safe on any terminal; empty if the member was set.
    /// Whether it was set.
    [[nodiscard]] explicit operator bool() const { return error.empty(); }
};

namespace detail {

/// Converts texts to what fields hold.
class text_setter {
public:
    template <class V>
    std::string at(V& value, std::string_view way, const type_info& type, std::string_view name) {
        if constexpr (is_list<V>) {
            if (!way.empty()) return element(value, way, *type.element, name);
        } else if constexpr (is_map<V>) {
            if (!way.empty()) {
                const std::string key = next_name(way);
                return at(value[key], way, *type.element, key);
            }
        } else if constexpr (described_struct<V>) {
            if (!way.empty()) return member(value, way);
        } else {
            if (way.empty()) return scalar(value, type, name);
        }
        return std::string(name) + " is not a single value: " + std::string(type_words(type.kind));
    }

    explicit text_setter(std::string_view text) : text_(text) {}

private:
    template <class T>
    std::string member(T& object, std::string_view way) {
        const std::string name = next_name(way);
        std::string error = "no such field: " + name;
        any_member(object, [&]<class M>(M& m, const field_info& f) {
            if (f.name != name && !is_alias(f, name)) return false;
            if constexpr (is_optional<M>)
                error = at(m.has_value() ? *m : m.emplace(), way, *f.type, f.name);
            else
                error = at(m, way, *f.type, f.name);
            return true;
        });
        return error;
    }

    /// An element that exists, or the one after the last; `-` is that, too.
    template <class E>
    std::string element(std::vector<E>& list, std::string_view way, const type_info& type, std::string_view name) {
        const std::string digits = next_name(way);
        std::size_t index = list.size();
        const char* const end = digits.data() + digits.size();
        const auto [ptr, error] = std::from_chars(digits.data(), end, index);
        const bool number = ptr == end && error == std::errc() && (digits.size() == 1 || digits.front() != '0');
        if ((!number && digits != "-") || index > list.size())
            return std::string(name) + " has " + std::to_string(list.size()) +
                   (list.size() == 1 ? " element" : " elements") + ": write an index up to that";
        if (index == list.size()) list.emplace_back();
        return at(list[index], way, type, name);
    }

    std::string scalar(std::string& to, const type_info&, std::string_view) {
        to = text_;
        return {};
    }
    std::string scalar(bool& to, const type_info& type, std::string_view name) {
        to = text_ == "true";
        return to || text_ == "false" ? std::string() : wrong(type, name);
    }
    template <std::integral N>
    std::string scalar(N& to, const type_info& type, std::string_view name) {
        const exact_integer v =
            is_json_number(text_) ? to_integer(type.kind, text_) : exact_integer{integrality::fraction};
        if (v.is == integrality::fraction) return wrong(type, name);
        to = static_cast<N>(v.value);
        if (v.is == integrality::integer) return {};
        return std::string(name) + " does not fit: " + shown() + " is outside the range of " +
               std::string(width_words(type.kind));
    }
    template <std::floating_point N>
    std::string scalar(N& to, const type_info& type, std::string_view name) {
        double v = 0;
        if (!is_json_number(text_)) return wrong(type, name);
        if (!to_double(text_, v) || (std::same_as<N, float> && !fits_float(v)))
            return std::string(name) + " does not fit: " + shown() + " is too large for a " +
                   (std::same_as<N, float> ? "float" : "double");
        to = static_cast<N>(v);
        return {};
    }
    /// JSON as it is, anything else as a string.
    template <class Any>
        requires(kind_of<Any>() == kind::any)
    std::string scalar(Any& to, const type_info&, std::string_view) {
        if (free_form<Any>::set(to, text_)) return {};
        std::string json;
        json_output(json).string(text_);
        free_form<Any>::set(to, json);
        return {};
    }
    template <described_enum E>
    std::string scalar(E& to, const type_info& type, std::string_view name) {
        const std::int64_t position = type.enumeration->position_of(text_);
        if (position < 0) {
            const enumerator_info* const meant = nearest_enumerator(text_, *type.enumeration);
            std::string hint = meant == nullptr ? "" : "; did you mean \"" + std::string(meant->name) + "\"?";
            return wrong(type, name) + hint;
        }
        to = static_cast<E>(type.enumeration->values[static_cast<std::size_t>(position)].value);
        return {};
    }

    [[nodiscard]] std::string shown() const {
        std::string out;
        append_quoted(out, text_);
        return out;
    }
    [[nodiscard]] std::string wrong(const type_info& type, std::string_view name) const {
        std::string out = std::string(name) + " must be ";
        append_allowed(out, type);
        return out + ", not " + shown();
    }

    std::string_view text_;
};

/// The pointer that was meant by one that leads nowhere: the nearest name in the same object, or the same one
/// elsewhere.
inline std::string meant_pointer(std::string_view pointer, const object_info& root) {
    const std::size_t end = pointer.rfind('/');
    if (end == std::string_view::npos) return place_of_field(pointer, root);
    std::string_view last = pointer.substr(end);
    const std::string name = next_name(last);
    std::string meant(pointer.substr(0, end));
    const schema_position around = find_position(root, meant);
    const object_info* const object = meant.empty() ? &root : around.type != nullptr ? around.type->object : nullptr;
    const field_info* const nearest = object != nullptr ? nearest_field(name, *object) : nullptr;
    if (nearest == nullptr) return place_of_field(name, root);
    append_pointer(meant, nearest->name);
    return meant;
}

}  // namespace detail

/// Sets the member of a value that a JSON Pointer leads to from a text: true, 3, 0.5, the text of an enumerator, or a
/// text as it is, without quotes. Creates the objects, lists and maps around it; an index after the last element, or
/// `-`, adds one. If that is impossible, the value stays as it is, and the result says why. Rules are not checked.
template <described_struct T>
[[nodiscard]] set_result set(T& value, std::string_view pointer, std::string_view text) {
    const object_info& root = catalog_of<T>();
    std::string shown;
    append_shown(shown, pointer, 200);
    if (pointer.empty()) return {"a pointer to a field begins with a slash: the empty one means the document"};
    if (find_position(root, pointer).type == nullptr) {
        const std::string known = detail::meant_pointer(pointer, root);
        return {"no such field: " + shown + (known.empty() ? "" : "; did you mean " + known + "?")};
    }
    T changed = value;
    std::string error = detail::text_setter(text).at(changed, pointer, detail::type_of<T>, "the document");
    if (error.empty()) value = std::move(changed);
    return {std::move(error)};
}

}  // namespace vouch
