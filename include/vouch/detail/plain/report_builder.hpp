// SPDX-License-Identifier: BSL-1.0
// Findings -> diagnostics in words, and diagnostics -> a report in order.
#pragma once

#include <vouch/detail/config.hpp>
#include <vouch/detail/plain/finding.hpp>
#include <vouch/detail/plain/option_mistakes.hpp>
#include <vouch/detail/plain/words.hpp>
#include <vouch/detail/sequence.hpp>
#include <vouch/detail/sort_runs.hpp>
#include <vouch/diagnostic.hpp>
#include <vouch/options.hpp>
#include <vouch/suggest.hpp>

#include <algorithm>

namespace vouch::inline VOUCH_ABI::detail {

/// A diagnostic before it becomes part of a report.
struct draft {
    diagnostic found;
    sequence<std::size_t> order{};         ///< Its position among the others, in declared order.
    std::size_t token = no_index;          ///< The token of the text that it is about; if none, its path decides.
    std::size_t related_token = no_index;  ///< The same for its related place.
    bool placed = false;                   ///< Whether its place is already known.
};

/// Turns findings into diagnostics.
class report_builder final : public finding_sink {
public:
    /// `in_declared_order` unless places will order the diagnostics.
    VOUCH_STRING_CONSTEXPR report_builder(const options& o, const object_info& root, bool in_declared_order = true)
        : options_(o), root_(root), in_declared_order_(in_declared_order) {}

    VOUCH_STRING_CONSTEXPR void found(const finding& f) override {
        const field_info& field = f.field();
        std::string name(field.name);
        const bool of_element = f.index != no_index && f.member == 0;
        if (of_element && !f.of_key) {
            if (const auto key = f.where->block[f.slot].list.source->key(f.index))
                append_key(name, *key);
            else
                append_index(name, f.index);
        }
        std::string value;
        const cell c = f.value();
        if (f.of_key)
            append_quoted(value, c.text);
        else if (c.present())
            append_value(value, c, f.type(), field.notes->secret || options_.hides([&] { return f.pointer(); }));
        else if (c.wrong())
            value = "this value";
        if (f.of_key) name.insert(0, "a key of ");
        draft* made = add(*f.rule, field,
                          {.field = name,
                           .value = value,
                           .part = f.of_key     ? part_of_field::key
                                   : of_element ? part_of_field::element
                                                : part_of_field::whole},
                          [&] { return f.pointer(); });
        if (made == nullptr) return;
        for (const advice& a : f.rule->advices) {
            if (c.present() && is_integer(f.type().kind) && c.integer == a.value)
                made->found.help = shown_words(a.help);
        }
        if (in_declared_order_) made->order = order_of(f);
        if (f.broken != nullptr) relate(f, *made);
    }

    /// Adds a diagnostic; nullptr if the options exclude it or there are too many.
    template <class Pointer>
    VOUCH_STRING_CONSTEXPR draft* add(const rule_words& rule, const field_info& field, word_list words,
                                      Pointer pointer) {
        words.of = &field;
        if (words.type.empty()) words.type = type_words(field.type->kind);
        return add(rule, words, pointer);
    }

    template <class Pointer>
    constexpr draft* add(const rule_words& rule, const word_list& words, Pointer pointer) {
        severity level = rule.severity;
        if (!options_.reports(rule, level)) return nullptr;
        draft* const made = add(rule, level, words, pointer);
        if (made != nullptr && rule.source.basis == basis::reference) made->found.source = root_.source;
        return made;
    }

    /// Adds a diagnostic about a text that is not a document, whatever the options select and ignore.
    constexpr draft* add_always(const rule_words& rule, const word_list& words) {
        return add(rule, rule.severity, words, [] { return std::string(); });
    }

    /// Adds the mistakes in the options themselves: without a place, and whatever the options select and ignore.
    VOUCH_STRING_CONSTEXPR void add_option_mistakes() {
        for_each_mistake(options_, root_, [&](const rule_words& rule, std::string_view id) {
            std::string value;
            append_quoted(value, id);
            draft* const made = add_always(rule, {.value = value});
            if (made == nullptr) return;
            made->placed = true;
            if (std::is_constant_evaluated() || has_rule(root_, id)) return;
            const std::string_view meant = nearest_rule(id, root_);
            if (!meant.empty()) made->found.help = "did you mean \"" + std::string(meant) + "\"?";
        });
    }

    constexpr sequence<draft>& drafts() { return drafts_; }
    VOUCH_STRING_CONSTEXPR void clear() {
        drafts_.clear();
        report_ = {};
    }
    [[nodiscard]] constexpr const options& settings() const { return options_; }

    /// The report, in declared order or by places.
    VOUCH_STRING_CONSTEXPR report finish() {
        const std::size_t all = report_.errors() + report_.warnings() + report_.infos();
        if (all == 0) return std::move(report_);
        sequence<std::size_t> order(drafts_.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        sort_runs(order, [&](std::size_t a, std::size_t b) {
            const draft& x = drafts_[a];
            const draft& y = drafts_[b];
            if (in_declared_order_) {
                if (const int way = compare(x.order, y.order); way != 0) return way < 0;
            }
            if (x.found.where.offset != y.found.where.offset) return x.found.where.offset < y.found.where.offset;
            if (x.found.severity != y.found.severity) return x.found.severity < y.found.severity;
            return x.found.rule < y.found.rule;
        });
        report_.diagnostics.reserve(drafts_.size() + 1);  // Room for `too_many_diagnostics`.
        for (const std::size_t i : order) report_.diagnostics.push_back(std::move(drafts_[i].found));
        if (all > drafts_.size()) {
            std::string left_out;
            append_number(left_out, static_cast<std::int64_t>(all - drafts_.size()));
            const rule_words& rule = built_in_rules::too_many_diagnostics;
            report_.diagnostics.push_back({rule.severity,
                                           rule.id,
                                           rule.source.basis,
                                           {},
                                           {},
                                           expand(rule.message, {.value = left_out}),
                                           std::string(rule.help),
                                           in_declared_order_ ? place{} : place{0, 0, 1, 1},
                                           {},
                                           {}});
            ++report_.counts[static_cast<std::size_t>(severity::info)];
        }
        return std::move(report_);
    }

private:
    template <class Pointer>
    constexpr draft* add(const rule_words& rule, severity level, const word_list& words, Pointer pointer) {
        ++report_.counts[static_cast<std::size_t>(level)];
        if (drafts_.size() >= options_.max_diagnostics) return nullptr;
        // Drafts are large, and moving many takes long: the room for them grows eightfold.
        constexpr std::size_t few = 16;
        if (drafts_.size() == drafts_.capacity())
            drafts_.reserve((std::min)((std::max)(few, 8 * drafts_.size()), options_.max_diagnostics));
        draft& made = drafts_.emplace_back();
        made.found.severity = level;
        made.found.rule = rule.id;
        made.found.basis = rule.source.basis;
        made.found.path = pointer();
        made.found.message = expand(rule.message, words);
        made.found.help = expand(rule.help, words);
        return &made;
    }

    /// Slots and indices from the root to the place.
    static VOUCH_STRING_CONSTEXPR sequence<std::size_t> order_of(const finding& f) {
        sequence<std::size_t> order;
        append_order(order, *f.where, f.slot);
        if (f.index != no_index) {
            order.push_back(f.index);
            order.push_back(f.member);
        }
        return order;
    }

    /// Below, at or above 0.
    static constexpr int compare(const sequence<std::size_t>& a, const sequence<std::size_t>& b) {
        for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
            if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
        }
        return a.size() == b.size() ? 0 : a.size() < b.size() ? -1 : 1;
    }

    static constexpr void append_order(sequence<std::size_t>& order, const object_position& s, std::size_t slot) {
        if (s.parent == nullptr) {
            order.push_back(slot);
        } else if (s.index == no_index) {
            append_order(order, *s.parent, s.slot + slot);
        } else {
            append_order(order, *s.parent, s.slot);
            order.push_back(s.index);
            order.push_back(slot);
        }
    }

    /// Adds the fields that a broken rule has read, with their values.
    constexpr void relate(const finding& f, draft& to) const {
        const auto add = [&](std::uint16_t slot) {
            const cell& c = f.where->block[slot];
            if (slot == f.slot || !c.present()) return;
            const field_info& field = *f.where->object->cells[slot].field;
            const std::string path = finding{.where = f.where, .slot = slot}.pointer();
            for (const related_place& r : to.found.related) {
                if (r.path == path) return;
            }
            std::string message = "because ";
            message += field.name;
            message += has_elements(field.kind) ? " has " : " is ";
            append_value(message, c, *field.type,
                         field.notes->secret || options_.hides([&] { return std::string_view(path); }));
            to.found.related.push_back({path, std::move(message), {}});
        };
        for (const condition& c : f.broken->when) add(c.slot);
        for (const std::uint16_t slot : f.broken->reads) add(slot);
    }

    const options& options_;
    const object_info& root_;
    bool in_declared_order_;
    sequence<draft> drafts_;
    vouch::report report_;
};

}  // namespace vouch::detail
