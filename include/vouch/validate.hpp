// SPDX-License-Identifier: BSL-1.0
// A value in memory -> what is wrong with it. Works in constant expressions:
// static_assert(vouch::valid(make_request())).
#pragma once

#include <vouch/detail/plain/block.hpp>
#include <vouch/detail/plain/checker.hpp>
#include <vouch/diagnostic.hpp>
#include <vouch/detail/plain/words.hpp>

#include <algorithm>

namespace vouch {
namespace detail {

/// A diagnostic on its way into a report.
struct entry {
    diagnostic found;
    std::vector<std::size_t> order{};      ///< Where it stands among the others, in declared order.
    std::size_t token = no_index;          ///< The token of the text that it is about; else its path says it.
    std::size_t related_token = no_index;  ///< The same for its related place.
    bool placed = false;                   ///< Its place is known already.
};

/// Turns findings into diagnostics.
class collector final : public finding_sink {
public:
    constexpr explicit collector(const options& o) : options_(o) {}

    constexpr void found(const finding& f) override {
        const field_info& field = f.field();
        std::string name(field.name);
        if (f.index != no_index && f.key == 0) {
            name += '[';
            append_number(name, static_cast<std::int64_t>(f.index));
            name += ']';
        }
        std::string value;
        const cell c = f.value();
        if (c.present())
            append_value(value, c, f.type(), field.notes->secret);
        else if (c.wrong())
            value = "this value";
        entry* e = add(*f.rule, field, {.field = name, .value = value}, [&] { return f.pointer(); });
        if (e == nullptr) return;
        for (const advice& a : f.rule->advices) {
            if (c.present() && c.integer == a.value) e->found.help = a.help;
        }
        e->order = order_of(f);
        if (f.broken != nullptr) relate(f, *e);
    }

    /// Adds a diagnostic, unless the options say no; nullptr then, and where there are too many.
    template <class Pointer>
    constexpr entry* add(const rule_info& rule, const field_info& field, word_list words, Pointer pointer) {
        std::string allowed;
        append_allowed(allowed, field);
        words.allowed = allowed;
        if (words.type.empty()) words.type = type_words(field.type->kind);
        return add(rule, words, pointer);
    }

    template <class Pointer>
    constexpr entry* add(const rule_info& rule, const word_list& words, Pointer pointer) {
        severity level = rule.severity;
        return options_.reports(rule, level) ? add(rule, level, words, pointer) : nullptr;
    }

    /// Adds a diagnostic of the document itself, which is none: whatever the options select and ignore.
    constexpr entry* add_always(const rule_info& rule, const word_list& words) {
        return add(rule, rule.severity, words, [] { return std::string(); });
    }

    constexpr std::vector<entry>& entries() { return entries_; }
    constexpr void clear() {
        entries_.clear();
        report_ = {};
    }
    constexpr const options& settings() const { return options_; }

    /// The report, in the order of `before`.
    template <class Before>
    constexpr report finish(Before before) {
        const std::size_t all = report_.errors() + report_.warnings() + report_.infos();
        if (all == 0) return std::move(report_);
        std::vector<std::size_t> order(entries_.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::sort(order.data(), order.data() + order.size(), [&](std::size_t a, std::size_t b) {
            const entry& x = entries_[a];
            const entry& y = entries_[b];
            if (before(x, y)) return true;
            if (before(y, x)) return false;
            if (x.found.severity != y.found.severity) return x.found.severity < y.found.severity;
            if (x.found.rule != y.found.rule) return x.found.rule < y.found.rule;
            return a < b;
        });
        report_.diagnostics.reserve(entries_.size());
        for (const std::size_t i : order) report_.diagnostics.push_back(std::move(entries_[i].found));
        if (all > entries_.size()) {
            std::string left_out;
            append_number(left_out, static_cast<std::int64_t>(all - entries_.size()));
            const rule_info& rule = structure::too_many_diagnostics;
            report_.diagnostics.push_back({rule.severity,
                                           rule.id,
                                           rule.basis,
                                           {},
                                           expand(rule.message, {.value = left_out}),
                                           std::string(rule.help),
                                           {},
                                           {},
                                           {}});
            ++report_.counts[static_cast<std::size_t>(severity::info)];
        }
        return std::move(report_);
    }

private:
    template <class Pointer>
    constexpr entry* add(const rule_info& rule, severity level, const word_list& words, Pointer pointer) {
        ++report_.counts[static_cast<std::size_t>(level)];
        if (entries_.size() >= options_.max_diagnostics) return nullptr;
        entry e;
        e.found.severity = level;
        e.found.rule = rule.id;
        e.found.basis = rule.basis;
        e.found.path = pointer();
        e.found.message = expand(rule.message, words);
        e.found.help = expand(rule.help, words);
        entries_.push_back(std::move(e));
        return &entries_.back();
    }

    /// Slots and indices from the root to the place; a missing member has the place of the object that it is missing
    /// in.
    static constexpr std::vector<std::size_t> order_of(const finding& f) {
        std::vector<std::size_t> order;
        append_order(order, *f.where, there(f));
        if (f.index != no_index) {
            order.push_back(f.index);
            order.push_back(f.key != 0 && !f.value().absent() ? f.key : std::size_t{0});
        }
        return order;
    }

    static constexpr void append_order(std::vector<std::size_t>& order, const site& s, std::size_t slot) {
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

    /// The deepest cell on the way to the place that is not absent.
    static constexpr std::uint16_t there(const finding& f) {
        std::uint16_t slot = f.slot;
        const auto missing = [&] {
            return f.where->block[slot].absent() && f.where->block[slot].fault != fault::blank;
        };
        while (slot != 0 && missing()) slot = f.where->object->cells[slot].parent;
        return slot;
    }

    /// The fields that a broken rule has read, and what they say.
    static constexpr void relate(const finding& f, entry& e) {
        const auto add = [&](std::uint16_t slot) {
            const cell& c = f.where->block[slot];
            if (slot == f.slot || !c.present()) return;
            const field_info& field = *f.where->object->cells[slot].field;
            std::string path = f.where->pointer() + f.where->object->pointer_to(slot);
            for (const related_place& r : e.found.related) {
                if (r.path == path) return;
            }
            std::string message = "because ";
            message += field.name;
            message += field.kind == kind::list ? " has " : " is ";
            append_value(message, c, *field.type, field.notes->secret);
            e.found.related.push_back({std::move(path), std::move(message), {}});
        };
        for (std::size_t i = 0; i < f.broken->conditions; ++i) add(f.broken->when[i].slot);
        for (std::size_t i = 0; i < f.broken->read_count; ++i) add(f.broken->reads[i]);
    }

    const options& options_;
    std::vector<entry> entries_;
    vouch::report report_;
};

/// Whether there is an error.
class verdict_sink final : public finding_sink {
public:
    constexpr explicit verdict_sink(const options& o) : options_(o) {}
    constexpr void found(const finding& f) override {
        severity level = f.rule->severity;
        if (options_.reports(*f.rule, level) && level == severity::error) ok = false;
    }
    bool ok = true;

private:
    const options& options_;
};

constexpr void check_root(const object_info& o, cell* block, finding_sink& sink, bool parsed) {
    checker(sink, parsed).object(o, block, site{nullptr, &o, block, 0, no_index});
}

}  // namespace detail

/// Whether a value breaks no rule of severity error.
template <described_struct T>
constexpr bool valid(const T& value, const options& o = {}) {
    detail::block_of<T> block(value);
    detail::verdict_sink sink(o);
    detail::check_root(catalog_of<T>(), block.cells.data(), sink, false);
    return sink.ok;
}

/// Everything that is wrong with a value; in the order of declaration, without places. Allocates nothing where all is
/// well; but for lists of more than 32 elements that must differ.
template <described_struct T>
constexpr report validate(const T& value, const options& o = {}) {
    detail::block_of<T> block(value);
    detail::collector sink(o);
    detail::check_root(catalog_of<T>(), block.cells.data(), sink, false);
    return sink.finish([](const detail::entry& a, const detail::entry& b) { return a.order < b.order; });
}

}  // namespace vouch
