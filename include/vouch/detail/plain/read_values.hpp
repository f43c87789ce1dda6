// SPDX-License-Identifier: BSL-1.0
// Values: into the members and elements that expect them, or reported as wrong.
#pragma once

#include <vouch/detail/json/numbers.hpp>
#include <vouch/detail/json/output.hpp>
#include <vouch/detail/plain/read_levels.hpp>
#include <vouch/detail/plain/report_builder.hpp>
#include <vouch/detail/tables/within.hpp>
#include <vouch/suggest.hpp>

#include <string>

namespace vouch::inline VOUCH_ABI::detail {

class read_values {
public:
    read_values(read_levels& levels, report_builder& out) : levels_(levels), out_(out) {}

    void string(std::string_view text) {
        read_level& l = levels_.top();
        if (l.type == nullptr) return mismatch("a string");
        if (l.type->kind == kind::text) {
            l.set->text(l.holder(), text);
        } else if (l.type->kind == kind::enumeration) {
            enumerator(text);
        } else if (l.type->kind == kind::any) {
            std::string json;
            json_output(json).string(text);
            l.set->json(l.holder(), json);
        } else if (is_integer(l.type->kind) && levels_.field().notes->number_or_text && is_json_number(text)) {
            number_of(text);
        } else {
            mismatch("a string");
        }
    }

    void boolean(bool v) {
        read_level& l = levels_.top();
        if (l.type != nullptr && l.type->kind == kind::any) return l.set->json(l.holder(), v ? "true" : "false");
        if (l.type == nullptr || l.type->kind != kind::boolean) return mismatch("a boolean");
        l.set->integer(l.holder(), v);
    }

    /// A null within the document.
    void null() {
        read_level& l = levels_.top();
        if (l.list != nullptr && l.type->kind == kind::any) return l.set->json(l.holder(), "null");
        if (l.list != nullptr) return mismatch("null");
        if (!l.field->required && l.object->tolerance == tolerance::strict)
            report(built_in_rules::null_value, *l.field, {.field = l.field->name});
    }

    /// A number that is an integer of 64 bits, and as it is written.
    void integer(std::int64_t v, std::string_view text) {
        read_level& l = levels_.top();
        if (l.type != nullptr && is_integer(l.type->kind) && fits(l.type->kind, v))
            l.set->integer(l.holder(), v);
        else
            number(text);
    }

    /// `text` is the number as it is written.
    [[gnu::noinline]] void number(std::string_view text) {
        read_level& l = levels_.top();
        if (l.type == nullptr) return mismatch("a number");
        if (l.type->kind == kind::text && levels_.field().notes->number_or_text) {
            std::string as_text;
            if (const exact_integer v = to_integer(text); v.is == integrality::integer)
                append_number(as_text, v.value);
            else
                as_text = text;
            l.set->text(l.holder(), as_text);
        } else if (is_integer(l.type->kind) || is_floating(l.type->kind)) {
            number_of(text);
        } else if (l.type->kind == kind::any) {
            l.set->json(l.holder(), text);
        } else {
            mismatch("a number");
        }
    }

    /// A value that is not known yet: nothing is reported.
    [[gnu::cold]] void unresolved() {
        if (levels_.count() > 0)
            mark_wrong(fault::unresolved);
        else
            levels_.skip.rest = true;
    }

    /// A value of another JSON type than the one that is expected.
    [[gnu::cold]] void mismatch(std::string_view found) {
        if (levels_.count() > 0) return void(wrong(built_in_rules::type_mismatch, {.found = found}));
        at_value(out_.add(
            built_in_rules::type_mismatch,
            {.field = "the document", .type = "an object", .found = found, .allowed = "a JSON object: {\"…\": …}"},
            [] { return std::string(); }));
        levels_.skip.rest = true;
    }

    bool sound = true;  ///< No value was wrong.

private:
    void enumerator(std::string_view text) {
        read_level& l = levels_.top();
        const enum_info& all = *l.type->enumeration;
        const std::int64_t position = all.position_of(text);
        if (position >= 0) return l.set->integer(l.holder(), all.values[static_cast<std::size_t>(position)].value);
        const bool blank = l.list == nullptr && l.field->required && is_blank(text);
        std::string value;
        append_quoted(value, text);
        draft* const made =
            wrong(blank ? built_in_rules::required_blank : built_in_rules::enum_invalid, {.value = value});
        const enumerator_info* const meant = nearest_enumerator(text, all);
        if (made != nullptr && meant != nullptr)
            made->found.help = "did you mean \"" + std::string(meant->name) + "\"? Otherwise " + made->found.help;
    }

    void number_of(std::string_view text) {
        read_level& l = levels_.top();
        if (is_floating(l.type->kind)) {
            double v = 0;
            if (!to_double(text, v)) return bad_number(built_in_rules::number_out_of_range, text);
            if (l.type->kind == kind::float32 && !fits_float(v))
                return bad_number(built_in_rules::too_large_for_float, text);
            return l.set->number(l.holder(), v);
        }
        const exact_integer v = to_integer(l.type->kind, text);
        if (v.is == integrality::fraction) {
            bad_number(built_in_rules::not_an_integer, text);
        } else if (v.is == integrality::overflow) {
            bad_number(built_in_rules::integer_overflow, text);
        } else {
            l.set->integer(l.holder(), v.value);
        }
    }

    void bad_number(const rule_words& rule, std::string_view text) {
        std::string value;
        append_shown(value, text, 40);
        const bool overflow = rule.id == built_in_rules::integer_overflow.id;
        wrong(rule, {.value = value, .type = overflow ? width_words(levels_.top().type->kind) : ""});
    }

    /// Marks a value whose cell has no value, and keeps its place in a list.
    void mark_wrong(fault why) {
        sound = false;
        read_level& l = levels_.top();
        if (l.list != nullptr) {
            if (l.map == nullptr) put_nothing(*l.list, l.storage);
            levels_.mark_element(why);
        } else {
            l.bad.add(l.field->index);
            levels_.mark(static_cast<std::uint16_t>(l.base + levels_.field().slot), state::wrong, why);
        }
    }

    /// Reports a value that is wrong, and marks it.
    [[gnu::cold]] draft* wrong(const rule_words& rule, word_list words) {
        mark_wrong(fault::reported);
        read_level& l = levels_.top();
        const field_info& f = levels_.field();
        std::string name(f.name);
        if (l.map != nullptr)
            append_key(name, l.key);
        else if (l.list != nullptr)
            append_index(name, l.count - 1);
        words.field = name;
        if (words.type.empty()) words.type = type_words(l.type->kind);
        if (l.list != nullptr) words.part = part_of_field::element;
        return report(rule, f, words);
    }

    /// Keeps the place of an element that is wrong.
    static void put_nothing(const type_info& list, void* to) {
        switch (list.element->kind) {
        case kind::object:
        case kind::list: list.set.begin(to, false); break;
        case kind::text: list.set.text(to, {}); break;
        case kind::float32:
        case kind::number: list.set.number(to, 0); break;
        case kind::any: list.set.json(to, "null"); break;
        default: list.set.integer(to, 0);
        }
    }

    draft* report(const rule_words& rule, const field_info& f, word_list words) {
        if (!words.value.empty() && out_.settings().hides([&] { return levels_.pointer_in_schema(); }))
            words.value = secret_words;
        return at_value(out_.add(rule, f, words, [&] { return levels_.pointer(); }));
    }
    draft* at_value(draft* made) const {
        if (made != nullptr) made->token = levels_.token();
        return made;
    }

    read_levels& levels_;
    report_builder& out_;
};

}  // namespace vouch::detail
