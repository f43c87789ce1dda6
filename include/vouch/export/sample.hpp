// SPDX-License-Identifier: BSL-1.0
// Documents generated from a schema alone: the smallest clean one, the fullest one, and random valid values. What the
// rules of a schema demand is found out by checking.
#pragma once

#include <vouch/boost_json.hpp>
#include <vouch/detail/tables/constant_value.hpp>
#include <vouch/listing.hpp>
#include <vouch/read.hpp>
#include <vouch/write.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vouch::inline VOUCH_ABI {

/// A value that a sample must have, with its JSON Pointer.
struct sample_setting {
    std::string path;          ///< A JSON Pointer.
    boost::json::value value;  ///< What it must be.
};

/// Sets a value in a document, and creates the objects and lists around it; false if the schema has no such field.
inline bool set_value(boost::json::value& document, const object_info& schema, std::string_view path,
                      boost::json::value v) {
    boost::json::value* at = &document;
    std::string here;
    for (std::string_view rest = path; !rest.empty();) {
        const std::string name = detail::next_name(rest);
        detail::append_pointer(here, name);
        const type_info* const type = find_position(schema, here).type;
        if (type == nullptr) return false;
        if (auto* const array = at->if_array()) {
            if (name == std::to_string(array->size())) array->emplace_back(nullptr);
            boost::json::error_code ec;
            at = at->find_pointer("/" + name, ec);
        } else {
            at = at->is_object() ? &at->get_object()[name] : nullptr;
        }
        if (at == nullptr) return false;
        if (at->is_null() && (type->kind == kind::object || type->kind == kind::map)) at->emplace_object();
        if (at->is_null() && type->kind == kind::list) at->emplace_array();
    }
    *at = std::move(v);
    return true;
}

namespace detail {

/// The value at a JSON Pointer, or nullptr.
inline boost::json::value* find_value(boost::json::value& document, std::string_view pointer) {
    boost::json::error_code ec;
    return document.find_pointer(pointer, ec);
}

/// The values that a member of a document may have, best first.
class sample_values {
public:
    static std::vector<boost::json::value> of(const field_info& f) {
        return of_type(*f.type, *f.notes, limits_of(*f.notes));
    }

    /// The required members, each with its best value.
    static boost::json::object object(const object_info& o, std::size_t choice = 0) {
        boost::json::object out;
        for (const field_info& f : o.fields) {
            // Otherwise an element such as a tag would be empty.
            const bool is_only_text = f.kind == kind::text && o.fields.size() <= 2;
            if (!f.required && !is_only_text) continue;
            const auto values = of(f);
            if (!values.empty()) out.emplace(f.name, values[(std::min)(choice, values.size() - 1)]);
        }
        return out;
    }

private:
    static std::vector<boost::json::value> of_type(const type_info& type, const note& n, const limits& limited) {
        std::vector<boost::json::value> out;
        const auto add = [&](boost::json::value v) {
            if (std::find(out.begin(), out.end(), v) == out.end()) out.push_back(std::move(v));
        };
        if (!has_elements(type.kind)) {
            for (const std::string_view s : n.samples) add(boost::json::string(s));
            if (n.example.holds != constant::type::none) add(constant_value(n.example, type));
        }
        switch (type.kind) {
        case kind::boolean: add(false), add(true); break;
        case kind::enumeration:
            for (const enumerator_info& e : type.enumeration->values) add(boost::json::string(e.name));
            break;
        case kind::int32:
        case kind::uint32:
        case kind::int64:
        case kind::uint64:
            for (const std::int64_t v : limited.one_of.values) add(v);
            if (limited.multiple_of.of != 0) add(limited.multiple_of.of);
            if (is_finite(limited.range.min))
                add(static_cast<std::int64_t>(limited.range.min) + (limited.range.exclusive_min ? 1 : 0));
            if (is_finite(limited.range.max))
                add(static_cast<std::int64_t>(limited.range.max) - (limited.range.exclusive_max ? 1 : 0));
            add(1);
            break;
        case kind::float32:
        case kind::number: {
            const range_note& range = limited.range;
            if (is_finite(range.min) && is_finite(range.max) && (range.exclusive_min || range.exclusive_max))
                add(range.min / 2 + range.max / 2);
            if (is_finite(range.min)) add(range.min + (range.exclusive_min ? 1 : 0));
            if (is_finite(range.max)) add(range.max - (range.exclusive_max ? 1 : 0));
            add(1.0);
            break;
        }
        case kind::text: add(boost::json::string(text(limited))); break;
        case kind::any: add(boost::json::object{{"any", "value"}}); break;
        case kind::object: add(object(*type.object)); break;
        case kind::list: {
            const auto elements = of_element(*type.element, n);
            if (limited.length.min < 2) add(boost::json::array{elements[0]});
            if (elements.size() > 1 && limited.length.min < 3) add(boost::json::array{elements[0], elements[1]});
            if (limited.length.min > 1) add(list(elements, limits_of(n.elements), limited.length.min));
            break;
        }
        case kind::map: {
            const std::size_t least = (std::max)((std::min)(limited.length.min, most_elements), std::size_t{1});
            add(map(type, n, least)), add(map(type, n, least + 1));
            break;
        }
        }
        return out;
    }

    static constexpr std::size_t most_elements = 10'000;

    /// A text within limits, if that is possible. Each variant is another text.
    static std::string text(const limits& n, std::size_t variant = 0) {
        constexpr std::string_view of_forms[] = {"sample",
                                                 "00000000-0000-4000-8000-000000000000",
                                                 "2026-01-31T12:00:00Z",
                                                 "2026-01-31",
                                                 "me@example.com",
                                                 "192.0.2.1",
                                                 "2001:db8::1",
                                                 "192.0.2.0/24",
                                                 "2001:db8::/32",
                                                 "example.com",
                                                 "https://example.com"};
        const std::string number = variant == 0 ? std::string() : std::to_string(variant);
        const auto fits = [&](std::string_view s) {
            return is_short_enough(n.length, s) && is_long_enough(n.length, s) && has_form(n.matches, s);
        };
        for (const std::string_view s : of_forms) {
            for (const std::string& with : {std::string(s) + number, number + std::string(s)}) {
                if (fits(with) && (n.matches.form || s == of_forms[0])) return with;
            }
        }
        std::string out(of_forms[0]);
        constexpr std::size_t longest = 10'000;
        while (out.size() < n.length.min && out.size() < longest) out += of_forms[0];
        out.resize((std::min)({out.size(), n.length.max, (std::max)(n.length.min, of_forms[0].size())}));
        if (number.size() <= out.size()) out.replace(out.size() - number.size(), number.size(), number);
        return out;
    }

    /// A list of so many elements. Texts in it differ.
    static boost::json::array list(const std::vector<boost::json::value>& elements, const limits& n, std::size_t size) {
        boost::json::array out;
        for (std::size_t i = 0; i < (std::min)(size, most_elements); ++i) {
            const boost::json::value& e = elements[(std::min)(i, elements.size() - 1)];
            if (i >= elements.size() && e.is_string())
                out.push_back(boost::json::string(text(n, i)));
            else
                out.push_back(e);
        }
        return out;
    }

    /// The values that an element of a list or map may have.
    static std::vector<boost::json::value> of_element(const type_info& element, const note& n) {
        if (element.object == nullptr) return of_type(element, n, limits_of(n.elements));
        return {object(*element.object, 0), object(*element.object, 1)};
    }

    /// A map with up to so many elements. Its samples are keys.
    static boost::json::object map(const type_info& type, const note& n, std::size_t size) {
        constexpr std::string_view usual[] = {"name", "other"};
        const std::span<const std::string_view> keys = n.samples.empty() ? usual : n.samples;
        const limits of_keys = limits_of(n.keys);
        note of_elements = n;
        of_elements.samples = {};
        const boost::json::value element = of_element(*type.element, of_elements)[0];
        boost::json::object out;
        for (std::size_t i = 0; i < size; ++i) {
            const std::string_view key = i < keys.size() ? keys[i] : std::string_view();
            const bool fits = !key.empty() && is_short_enough(of_keys.length, key) &&
                              is_long_enough(of_keys.length, key) && has_form(of_keys.matches, key);
            out.emplace(fits ? std::string(key) : text(of_keys, i), element);
        }
        return out;
    }
};

/// Generates documents, and changes them until they are clean: no error and no warning.
class sampler {
public:
    using read_function = report (*)(const boost::json::value&);

    sampler(const object_info& root, read_function with) : root_(root), read_(with) {
        for (listed_rule& r : rules_of(root)) reads_[r.words->id] = std::move(r.reads);
    }

    [[nodiscard]] boost::json::value minimal() const {
        boost::json::value document = sample_values::object(root_);
        fix_findings(document, {});
        return document;
    }

    /// Adds every optional field that can be combined with the others, except deprecated ones.
    void fill(boost::json::value& document, const std::vector<std::string>& pinned) const {
        fill(document, root_, {}, pinned);
    }

    /// Changes members that are not pinned, until no error and no warning is left; false if that is impossible. `depth`
    /// is how many changes may make it worse before it gets better.
    bool fix_findings(boost::json::value& document, const std::vector<std::string>& pinned,
                      std::size_t depth = 0) const {
        for (std::size_t step = 0; step < 100; ++step) {
            complete(document, pinned);
            const report r = read_(document);
            if (cost(r) == 0) return true;
            boost::json::value best;
            for (std::size_t look_ahead = 0; look_ahead <= depth && best.is_null(); ++look_ahead)
                best = best_change(document, r, pinned, look_ahead);
            if (best.is_null()) return false;
            document = std::move(best);
        }
        return false;
    }

    [[nodiscard]] report read(const boost::json::value& document) const { return read_(document); }
    [[nodiscard]] const object_info& schema() const { return root_; }

    static std::size_t cost(const report& r) { return 1000 * r.errors() + r.warnings(); }

private:
    /// The best change of one member that a finding names; null if no change is an improvement.
    [[nodiscard]] boost::json::value best_change(const boost::json::value& document, const report& r,
                                                 const std::vector<std::string>& pinned, std::size_t depth) const {
        boost::json::value best;
        std::size_t least = cost(r);
        for (const diagnostic& d : r) {
            if (d.severity == severity::info) continue;
            std::vector<std::string> paths{d.path};
            if (const auto reads = reads_.find(d.rule); reads != reads_.end())
                paths.insert(paths.end(), reads->second.begin(), reads->second.end());
            for (const std::string& path : paths) change(document, path, pinned, depth, best, least);
            if (!best.is_null()) break;
        }
        return best;
    }

    /// Whether a place was set, or is in one that was.
    static bool is_set(const std::string& path, const std::vector<std::string>& pinned) {
        return std::any_of(pinned.begin(), pinned.end(),
                           [&](const std::string& p) { return path == p || path.starts_with(p + "/"); });
    }
    /// Whether a place cannot be replaced: because it was set, or something in it.
    static bool is_pinned(const std::string& path, const std::vector<std::string>& pinned) {
        return is_set(path, pinned) || std::any_of(pinned.begin(), pinned.end(),
                                                   [&](const std::string& p) { return p.starts_with(path + "/"); });
    }

    /// Adds missing members, as long as that helps.
    void complete(boost::json::value& document, const std::vector<std::string>& pinned) const {
        for (bool again = true; again;) {
            again = false;
            const report r = read_(document);
            for (const diagnostic& d : r) {
                if (d.severity == severity::info || find_value(document, d.path) != nullptr) continue;
                boost::json::value best;
                std::size_t least = cost(r) + (d.severity == severity::error ? 0 : 1);
                try_values(document, d.path, pinned, best, least);
                if (best.is_null()) continue;
                document = std::move(best);
                again = true;
                break;
            }
        }
    }

    void try_values(const boost::json::value& document, const std::string& path, const std::vector<std::string>& pinned,
                    boost::json::value& best, std::size_t& least) const {
        const schema_position place = find_position(root_, path);
        if (place.field == nullptr || place.field->in_query || is_pinned(path, pinned)) return;
        for (boost::json::value& v : sample_values::of(*place.field)) {
            boost::json::value other = document;
            if (!set_value(other, root_, path, std::move(v))) return;
            consider(std::move(other), best, least);
        }
    }

    void consider(boost::json::value other, boost::json::value& best, std::size_t& least) const {
        const std::size_t c = cost(read_(other));
        if (c >= least) return;
        least = c;
        best = std::move(other);
    }

    /// Tries other values for a member, and leaving it out, each with the members that are then needed.
    void change(const boost::json::value& document, const std::string& path, const std::vector<std::string>& pinned,
                std::size_t depth, boost::json::value& best, std::size_t& least) const {
        const schema_position place = find_position(root_, path);
        if (place.field == nullptr || place.field->in_query || is_pinned(path, pinned)) return;
        const auto look_at = [&](boost::json::value other) {
            complete(other, pinned);
            if (depth > 0) {
                std::vector<std::string> kept = pinned;
                kept.push_back(path);
                fix_findings(other, kept, depth - 1);
            }
            consider(std::move(other), best, least);
        };
        for (boost::json::value& v : sample_values::of(*place.field)) {
            boost::json::value other = document;
            if (place.type != place.field->type || !set_value(other, root_, path, std::move(v))) break;
            look_at(std::move(other));
        }
        if (place.field->required || place.type != place.field->type) return;
        boost::json::value other = document;
        const std::size_t end = path.rfind('/');
        boost::json::value* const parent = find_value(other, std::string_view(path).substr(0, end));
        if (parent == nullptr || !parent->is_object()) return;
        parent->get_object().erase(place.field->name);
        look_at(std::move(other));
    }

    void fill(boost::json::value& document, const object_info& o, const std::string& pointer,
              const std::vector<std::string>& pinned) const {
        for (const field_info& f : o.fields) {
            std::string path = pointer;
            detail::append_pointer(path, f.name);
            if (f.asks.deprecated || f.in_query || is_set(path, pinned)) continue;
            if (find_value(document, path) == nullptr) {
                boost::json::value best;
                std::size_t least = 1;
                for (boost::json::value& v : sample_values::of(f)) {
                    boost::json::value other = document;
                    std::vector<std::string> kept = pinned;
                    kept.push_back(path);
                    set_value(other, root_, path, std::move(v));
                    complete(other, kept);
                    if (best.is_null()) consider(std::move(other), best, least);
                }
                if (!best.is_null()) document = std::move(best);
            }
            const object_info* const within = object_within(f);
            if (within == nullptr || find_value(document, path) == nullptr) continue;
            if (f.kind == kind::list) append_pointer(path, std::size_t{0});
            if (f.kind != kind::map && find_value(document, path) != nullptr) fill(document, *within, path, pinned);
        }
    }

    const object_info& root_;
    read_function read_;
    std::map<std::string_view, std::vector<std::string>> reads_;  ///< The fields that each rule reads.
};

template <class T>
sampler sampler_of() {
    return {catalog_of<T>(), [](const boost::json::value& v) { return vouch::read<T>(v).report; }};
}

/// Random numbers that are the same on every platform (splitmix64).
class sample_random {
public:
    explicit sample_random(std::uint64_t seed) : state_(seed) {}
    std::size_t below(std::size_t n) {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15U;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9U;
        z = (z ^ z >> 27) * 0x94D049BB133111EBU;
        return static_cast<std::size_t>((z ^ z >> 31) % n);
    }

private:
    std::uint64_t state_;
};

/// Sets about a third of the members of an object to random sample values.
inline void scatter(boost::json::value& document, const sampler& s, const object_info& o, const std::string& pointer,
                    sample_random& random) {
    for (const field_info& f : o.fields) {
        std::string path = pointer;
        detail::append_pointer(path, f.name);
        if (f.in_query || f.asks.deprecated) continue;
        if (random.below(3) == 0) {
            auto values = sample_values::of(f);
            set_value(document, s.schema(), path, std::move(values[random.below(values.size())]));
        }
        if (f.kind == kind::object && find_value(document, path) != nullptr)
            scatter(document, s, *f.type->object, path, random);
    }
}

}  // namespace detail

/// The smallest document of a schema without errors and warnings.
template <described_struct T>
boost::json::value minimal_sample() {
    return detail::sampler_of<T>().minimal();
}

/// A document without errors and warnings that has these settings and, with `full`, every field that can be combined
/// with them. Nothing if there is no such document.
template <described_struct T>
std::optional<boost::json::value> make_sample(const std::vector<sample_setting>& settings = {}, bool full = false) {
    const detail::sampler s = detail::sampler_of<T>();
    boost::json::value document = s.minimal();
    std::vector<std::string> pinned;
    for (const sample_setting& setting : settings) {
        if (!set_value(document, s.schema(), setting.path, setting.value)) return std::nullopt;
        pinned.push_back(setting.path);
    }
    if (!s.fix_findings(document, pinned, 1)) return std::nullopt;
    if (full) s.fill(document, pinned);
    return document;
}

/// A document that has these settings, with null for an absent field, and as few errors and warnings as they permit.
template <class T>
boost::json::value best_sample(const std::vector<sample_setting>& settings) {
    const detail::sampler s = detail::sampler_of<T>();
    boost::json::value document = s.minimal();
    std::vector<std::string> pinned;
    for (const sample_setting& setting : settings) {
        pinned.push_back(setting.path);
        if (!setting.value.is_null()) set_value(document, s.schema(), setting.path, setting.value);
    }
    s.fix_findings(document, pinned);
    return document;
}

/// A valid value, the same for the same seed; many seeds together cover every branch of the schema, outside of the
/// elements of lists and maps.
template <described_struct T>
T sample(std::uint64_t seed) {
    const detail::sampler s = detail::sampler_of<T>();
    detail::sample_random random(seed);
    boost::json::value document = s.minimal();
    detail::scatter(document, s, s.schema(), {}, random);
    if (!s.fix_findings(document, {})) document = s.minimal();
    return *read<T>(document).value;
}

}  // namespace vouch
