// SPDX-License-Identifier: BSL-1.0
// For each rule of a schema a document that breaks it, and the same document fixed.
#pragma once

#include <vouch/detail/json/strings.hpp>
#include <vouch/examples.hpp>
#include <vouch/export/sample.hpp>
#include <vouch/fix.hpp>

#include <boost/json/parse.hpp>

#include <optional>
#include <string>

namespace vouch::inline VOUCH_ABI {

/// Two documents, indented.
struct rule_example {
    std::string broken;  ///< Breaks the rule.
    std::string fixed;   ///< Does not.
};

namespace detail {

/// RFC 7396.
inline void merge_patch(boost::json::value& target, const boost::json::value& patch) {
    if (!patch.is_object()) return void(target = patch);
    if (!target.is_object()) target.emplace_object();
    for (const boost::json::key_value_pair& member : patch.get_object()) {
        if (member.value().is_null())
            target.get_object().erase(member.key());
        else
            merge_patch(target.get_object()[member.key()], member.value());
    }
}

/// The first field of an object or one within that `wanted` answers true for, and its pointer; not in lists.
template <class F>
const field_info* first_field(const object_info& o, std::string& pointer, F wanted) {
    const field_info* found = nullptr;
    for_each_field(o, [&](const field_info& f, const std::string& at) {
        if (found == nullptr && wanted(f)) {
            found = &f;
            pointer = at;
        }
        return found == nullptr && f.kind == kind::object;
    });
    return found;
}

/// A document that breaks a built-in rule, made of a clean one; empty if none is short enough to show.
class built_in_example {
public:
    built_in_example(const sampler& s, const boost::json::value& clean, std::string (*write)(const boost::json::value&))
        : sampler_(s), clean_(clean), write_(write) {}

    [[nodiscard]] std::string breaking(std::string_view rule) const {
        namespace r = built_in_rules;
        const auto is = [&](const rule_words& other) { return rule == other.id; };
        const auto of_kind = [](kind k) { return [k](const field_info& f) { return f.kind == k && !f.in_query; }; };
        if (is(r::json_syntax)) {
            const std::string text = write_(clean_);
            return text.substr(0, text.rfind('}'));
        }
        if (is(r::body_missing)) return "null\n";
        if (is(r::type_mismatch)) return with_other_type();
        if (is(r::not_an_integer)) return with(of_kind(kind::int32), "1.5");
        if (is(r::integer_overflow)) return with(of_kind(kind::int32), "3000000000");
        if (is(r::number_out_of_range)) return with(of_kind(kind::number), "1e400");
        if (is(r::required_missing)) return without_required();
        if (is(r::required_blank))
            return with([](const field_info& f) { return f.required && f.kind == kind::text; }, "\" \"");
        if (is(r::enum_invalid)) return with_other_case();
        if (is(r::null_value)) return with([](const field_info& f) { return !f.required && !f.in_query; }, "null");
        if (is(r::blank_optional))
            return with([](const field_info& f) { return f.notes->blank == blank::warned && !f.asks.deprecated; },
                        "\"\"");
        if (is(r::duplicate_key) || is(r::unknown_field)) return with_first_key_again(is(r::unknown_field));
        return {};
    }

private:
    template <class F>
    [[nodiscard]] std::string with(F wanted, std::string_view json) const {
        std::string path;
        if (first_field(sampler_.schema(), path, wanted) == nullptr) return {};
        boost::json::value document = clean_;
        // What no DOM holds is put into the text.
        constexpr std::string_view stand_in = "@value@";
        set_value(document, sampler_.schema(), path, boost::json::string(stand_in));
        std::string text = write_(document);
        const std::string quoted = quoted_json(stand_in);
        return text.replace(text.find(quoted), quoted.size(), json);
    }

    [[nodiscard]] std::string with_other_type() const {
        std::string text = with([](const field_info& f) { return f.kind == kind::boolean && !f.in_query; }, "\"yes\"");
        if (!text.empty()) return text;
        return with([](const field_info& f) { return !f.in_query && f.kind != kind::any && f.kind != kind::object; },
                    "{}");
    }

    /// An enumerator in another case or, where that is one as well, with one letter more.
    [[nodiscard]] std::string with_other_case() const {
        std::string path;
        const field_info* const f =
            first_field(sampler_.schema(), path, [](const field_info& e) { return e.kind == kind::enumeration; });
        if (f == nullptr) return {};
        const auto& all = *f->type->enumeration;
        std::string name(all.values[0].name);
        for (char& c : name) {
            if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        }
        const auto is_name = [&](const enumerator_info& e) { return e.name == name; };
        while (std::any_of(all.values.begin(), all.values.end(), is_name)) name += 'X';
        boost::json::value document = clean_;
        set_value(document, sampler_.schema(), path, boost::json::string(name));
        return write_(document);
    }

    /// Without a required member, an enumerator if there is one.
    [[nodiscard]] std::string without_required() const {
        boost::json::value document = clean_;
        std::string path;
        bool is_enumerator = false;
        for_each_field(sampler_.schema(), [&](const field_info& f, const std::string& at) {
            const bool is_better = path.empty() || (!is_enumerator && f.kind == kind::enumeration);
            if (is_better && f.required && !f.in_query && find_value(document, at) != nullptr) {
                path = at;
                is_enumerator = f.kind == kind::enumeration;
            }
            return f.kind == kind::object;
        });
        if (path.empty()) return {};
        const std::size_t end = path.rfind('/');
        find_value(document, std::string_view(path).substr(0, end))->get_object().erase(path.substr(end + 1));
        return write_(document);
    }

    /// With the first member that takes one line again at the front.
    [[nodiscard]] std::string with_first_key_again(bool misspelt) const {
        std::string text = write_(clean_);
        const std::size_t first = text.find('"');
        for (std::size_t begin = first; begin < text.size(); begin = text.find("\n  \"", begin + 1)) {
            if (text[begin] == '\n') begin += 3;
            std::string line = text.substr(begin, text.find('\n', begin) - begin);
            if (line.ends_with('{') || line.ends_with('[')) continue;
            if (!line.ends_with(',')) line += ',';
            if (misspelt) line.insert(2, "_");
            return text.insert(first, line + "\n  ");
        }
        return {};
    }

    const sampler& sampler_;
    const boost::json::value& clean_;
    std::string (*write_)(const boost::json::value&);
};

}  // namespace detail

/// A document of a schema in declared order, indented.
template <described_struct T>
std::string sample_text(const boost::json::value& document) {
    const auto value = read<T>(document, {.flat = true}).value;
    return value ? write(*value, {.indent = 2, .include_query = true}) + "\n" : indented(document);
}

/// Documents that break and keep a rule of a schema, or a built-in rule; nothing if there is no such rule, or no
/// document that is short enough to show.
template <described_struct T>
std::optional<rule_example> example_of(std::string_view rule) {
    const detail::sampler s = detail::sampler_of<T>();
    boost::json::value clean = s.minimal();
    if (catalog_of<T>().required.empty()) s.fill(clean, {});                // The least one says nothing.
    if (const auto value = read<T>(clean).value) clean = to_value(*value);  // In declared order.
    const rule_words* words = nullptr;
    for_each_rule(catalog_of<T>(), [&](const rule_words& r) {
        if (words == nullptr && r.id == rule) words = &r;
    });
    if (words == nullptr) {
        std::string broken = detail::built_in_example(s, clean, &sample_text<T>).breaking(rule);
        const report found = read<T>(broken).report;
        const auto breaks = [&](const diagnostic& d) { return d.rule == rule; };
        if (broken.empty() || std::none_of(found.begin(), found.end(), breaks)) return std::nullopt;
        return rule_example{std::move(broken), sample_text<T>(clean)};
    }
    const rule_examples all = examples_of(of<T>{});
    const auto* const patches = std::find_if(all.data(), all.data() + all.size(),
                                             [&](const rule_example_patches& e) { return e.rule == rule; });
    if (patches == all.data() + all.size()) return std::nullopt;
    const auto merge = [](boost::json::value& document, std::string_view patch) {
        boost::json::error_code ec;
        const boost::json::value parsed = boost::json::parse(boost::json::string_view(patch.data(), patch.size()), ec);
        if (!ec) detail::merge_patch(document, parsed);
    };
    boost::json::value document = clean;
    merge(document, patches->broken_by);
    rule_example example{sample_text<T>(document), {}};
    if (!patches->fixed_by.empty()) {
        merge(document, patches->fixed_by);
        example.fixed = sample_text<T>(document);
    } else if (words->fix.does != rule_fix::action::none) {
        const std::string_view only[] = {rule};
        example.fixed = fix<T>(example.broken, {.select = only}).text;
    } else {
        example.fixed = sample_text<T>(clean);
    }
    return example;
}

}  // namespace vouch
