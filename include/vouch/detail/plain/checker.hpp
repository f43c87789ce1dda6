// SPDX-License-Identifier: BSL-1.0
// The checker: goes over a block of cells and reports which notes and rules are broken, in three-valued logic.
#pragma once

#include <vouch/built_in_rules.hpp>
#include <vouch/detail/config.hpp>
#include <vouch/detail/plain/evaluate.hpp>
#include <vouch/detail/plain/finding.hpp>
#include <vouch/detail/sequence.hpp>
#include <vouch/detail/sort_runs.hpp>

#include <utility>
#include <vector>

namespace vouch::inline VOUCH_ABI::detail {

class checker {
public:
    /// `parsed` means that the texts come from a JSON parser, which has checked that they are UTF-8.
    constexpr checker(finding_sink& sink, bool parsed) : sink_(sink), parsed_(parsed) {}

    /// Checks a present object and everything in it. The block becomes what rules see: blanks that mean absent become
    /// absent, and what is in a wrong or missing object becomes wrong.
    constexpr void object(const object_info& o, cell* block, const object_position& s) {
        fields(o, block, s);
        rules(o, block, s);
        for (std::uint16_t slot = 1; slot < o.width(); ++slot) {
            if (o.cells[slot].kind != kind::object || !block[slot].present()) continue;
            const object_info& inner = *o.cells[slot].object;
            rules(inner, block + slot, object_position{&s, &inner, block + slot, slot, no_index});
        }
        for (const std::uint16_t slot : o.lists) {
            if (block[slot].present()) elements(o, block, slot, s);
        }
    }

private:
    [[gnu::cold]] constexpr void report(const rule_words& rule, const object_position& s, std::uint16_t slot,
                                        std::size_t index = no_index, bool of_key = false) {
        sink_.found({.rule = &rule, .where = &s, .slot = slot, .index = index, .of_key = of_key});
    }

    /// Checks the fields of a block, before any rule.
    constexpr void fields(const object_info& o, cell* block, const object_position& s) {
        for (std::uint16_t slot = 1; slot < o.width(); ++slot) {
            const cell_row& row = o.cells[slot];
            cell& c = block[slot];
            if (row.parent != 0 && !block[row.parent].present()) {
                c = with_parent(block[row.parent], o.cells[row.parent].required);
            } else if (c.state == state::present) {
                present_field(row, c, s, slot);
            } else if (c.state == state::wrong) {
                fault_of(c, s, slot);
            } else if (row.required) {
                report(built_in_rules::required_missing, s, slot);
            }
        }
    }

    constexpr void elements(const object_info& o, const cell* block, std::uint16_t slot, const object_position& s) {
        const field_info& f = *o.cells[slot].field;
        if (f.kind == kind::map) keys(f, block[slot], slot, s);
        element_visitor visitor(*this, f, slot, s);
        block[slot].show(visitor);
    }

    /// Checks the keys of a map.
    constexpr void keys(const field_info& f, const cell& map, std::uint16_t slot, const object_position& s) {
        for (std::size_t i = 0; i < map.size(); ++i) {
            const cell key(*map.list.source->key(i));
            if (!parsed_ && !is_utf8(key.text))
                report(built_in_rules::not_utf8, s, slot, i, true);
            else if (f.asks_keys.any_limit())
                limited(limits_of(f.notes->keys), f.asks_keys, kind::text, key, s, slot, i, true);
        }
    }

    /// The cell of a member whose object is not present: absent if the object may be absent, else wrong.
    static constexpr cell with_parent(const cell& parent, bool required) {
        if (parent.wrong() || (required && parent.fault != fault::reported)) return cell(fault::reported);
        cell c{};
        c.fault = fault::reported;
        return c;
    }

    /// Checks a present value, before any rule: whether it is blank, empty, or breaks a note of its field.
    constexpr void present_field(const cell_row& row, cell& c, const object_position& s, std::uint16_t slot) {
        if (row.kind == kind::text) text(*row.field, c, s, slot);
        if (c.state == state::present) notes(*row.field, c, s, slot);
        if (has_elements(row.kind) && c.list.size == 0) read_as_absent(c);
    }

    constexpr void fault_of(cell& c, const object_position& s, std::uint16_t slot, std::size_t index = no_index) {
        if (c.fault == fault::not_finite) report(built_in_rules::not_finite, s, slot, index);
        if (c.fault == fault::not_an_enumerator) report(built_in_rules::enum_invalid, s, slot, index);
        if (c.fault != fault::unresolved) c.fault = fault::reported;
    }

    static constexpr void read_as_absent(cell& c) {
        c = cell();
        c.fault = fault::blank;
    }

    constexpr void text(const field_info& f, cell& c, const object_position& s, std::uint16_t slot) {
        if (!parsed_ && !is_utf8(c.text)) [[unlikely]] {
            report(built_in_rules::not_utf8, s, slot);
            c = cell(fault::reported);
        } else if (!is_blank(c.text)) [[likely]] {
            return;
        } else if (f.required && f.notes->blank != blank::allowed) {
            report(built_in_rules::required_blank, s, slot);
            c = cell(fault::reported);
        } else if (f.asks.blank) {
            if (f.notes->blank == blank::warned) report(built_in_rules::blank_optional, s, slot);
            read_as_absent(c);
        }
    }

    constexpr void notes(const field_info& f, const cell& c, const object_position& s, std::uint16_t slot) {
        if (f.asks.any_limit()) limited(limits_of(*f.notes), f.asks, f.kind, c, s, slot);
        if (f.asks.unique) [[unlikely]]
            unique(built_in_rules::duplicate_element, slot, 0, c, s);
        if (f.asks.deprecated && !(has_elements(f.kind) && c.size() == 0)) [[unlikely]]
            report(f.notes->deprecated.rule, s, slot);
    }

    constexpr void limited(const limits& n, const asked_checks& asks, kind k, const cell& c, const object_position& s,
                           std::uint16_t slot, std::size_t index = no_index, bool of_key = false) {
        const auto ask = [&](bool holds, const rule_words& rule) {
            if (!holds) [[unlikely]]
                report(rule, s, slot, index, of_key);
            return holds;
        };
        if (asks.range) ask(with_number(k, c, [&](auto v) { return is_in_range(n.range, v); }), n.range.rule);
        if (asks.one_of) ask(with_integer(k, c, [&](auto v) { return is_one_of(n.one_of, v); }), n.one_of.rule);
        if (asks.multiple)
            ask(with_integer(k, c, [&](auto v) { return is_multiple(n.multiple_of, v); }), n.multiple_of.rule);
        if (asks.length) {
            const bool list = has_elements(k);
            if (ask(list ? c.size() <= n.length.max : is_short_enough(n.length, c.text), n.length.rule))
                ask(list ? c.size() >= n.length.min : is_long_enough(n.length, c.text), n.length.min_rule);
        }
        if (asks.form) ask(has_form(n.matches, c.text), n.matches.rule);
    }

    constexpr void rules(const object_info& o, const cell* block, const object_position& s) {
        for (const rule_row& r : o.rules) {
            for (std::size_t n = 0; n < r.clauses.size(); ++n) look(r, n, block, s);
        }
    }

    constexpr void look(const rule_row& r, std::size_t n, const cell* block, const object_position& s) {
        const clause& c = r.clauses[n];
        const cell& place = block[c.place];
        if (c.kind == clause::test::each || c.kind == clause::test::unique) {
            if (!applies(c, block)) return;
            if (c.kind == clause::test::each)
                each(r.words, c, place, s);
            else
                unique(r.words, c.place, c.member, place, s);
        } else if (is_broken(c, block)) [[unlikely]] {
            // Each place once: skipped if an earlier clause of the rule reports it.
            for (std::size_t i = 0; i < n; ++i) {
                if (r.clauses[i].place == c.place && is_broken(r.clauses[i], block)) return;
            }
            sink_.found({.rule = &r.words, .where = &s, .slot = c.place, .broken = &c});
        }
    }

    static constexpr bool is_broken(const clause& c, const cell* block) {
        switch (c.kind) {
        case clause::test::then: return breaks(c.demand, block[c.place]) && applies(c, block);
        case clause::test::report: return applies(c, block);
        case clause::test::satisfies: return applies(c, block) && reads_and_fails(c, block);
        default: return false;
        }
    }

    static constexpr bool applies(const clause& c, const cell* block) {
        for (const condition& when : c.when) {
            if (!holds(when.asks, block[when.slot])) return false;
        }
        return true;
    }

    static constexpr bool reads_and_fails(const clause& c, const cell* block) {
        const cell* cells[clause::max_reads];  // Uninitialized, to save time.
        for (std::size_t i = 0; i < c.reads.size(); ++i) {
            cells[i] = block + c.reads[i];
            if (cells[i]->wrong()) return false;
        }
        return !c.function(cells);
    }

    constexpr void each(const rule_words& words, const clause& c, const cell& list, const object_position& s) {
        struct form_visitor final : block_visitor {
            constexpr form_visitor(checker& k, const rule_words& r, const clause& of, const object_position& at)
                : owner(k), rule(r), asks(of), where(at) {}
            constexpr void visit(std::size_t index, cell* block) override {
                if (block->present() && !holds_for_value(asks.demand, *block))
                    owner.report(rule, where, asks.place, index);
            }
            checker& owner;
            const rule_words& rule;
            const clause& asks;
            const object_position& where;
        } visitor(*this, words, c, s);
        list.show(visitor);
    }

    VOUCH_STRING_CONSTEXPR void unique(const rule_words& words, std::uint16_t slot, std::uint16_t member,
                                       const cell& list, const object_position& s) {
        struct entry {
            [[nodiscard]] constexpr std::string_view text() const { return {data, size}; }
            const char* data;
            std::size_t size;
            std::size_t index;
        };
        struct text_visitor final : block_visitor {
            constexpr text_visitor(std::uint16_t m, entry* to) : member(m), texts(to) {}
            VOUCH_STRING_CONSTEXPR void visit(std::size_t index, cell* block) override {
                const cell& e = block[member];
                if (e.present() && (member == 0 || !is_blank(e.text)))
                    texts[n++] = {e.text.data(), e.text.size(), index};
            }
            std::uint16_t member;
            entry* texts;
            std::size_t n = 0;
        };
        if (list.size() < 2) return;
        entry few[max_few];  // Uninitialized, to save time.
        sequence<entry> many(list.size() > max_few ? list.size() : 0);
        entry* texts = many.empty() ? few : many.data();
        text_visitor visitor(member, texts);
        list.show(visitor);
        const auto again = [&](const entry& e) {
            sink_.found({.rule = &words, .where = &s, .slot = slot, .index = e.index, .member = member});
        };
        const bool quick = visitor.n <= max_few;
        if (!quick) [[unlikely]] {
            many.shrink(visitor.n);
            sort_runs(many, [](const entry& a, const entry& b) { return a.text() < b.text(); });
            texts = many.data();
        }
        for (std::size_t i = 1; i < visitor.n; ++i) {
            for (std::size_t j = quick ? 0 : i - 1; j < i; ++j) {
                if (!equal(texts[j].text(), texts[i].text())) [[likely]]
                    continue;
                again(texts[i]);
                break;
            }
        }
    }

    struct element_visitor final : block_visitor {
        constexpr element_visitor(checker& c, const field_info& f, std::uint16_t s, const object_position& at)
            : owner(c), field(f), type(*f.type->element), slot(s), where(at) {}
        constexpr void visit(std::size_t index, cell* block) override {
            if (block[0].wrong()) [[unlikely]] {
                owner.fault_of(block[0], where, slot, index);
            } else if (type.kind == kind::object) {
                owner.object(*type.object, block, object_position{&where, type.object, block, slot, index});
            } else if (type.kind == kind::text && !owner.parsed_ && !is_utf8(block[0].text)) {
                owner.report(built_in_rules::not_utf8, where, slot, index);
            } else if (field.asks_elements.any_limit()) {
                owner.limited(limits_of(field.notes->elements), field.asks_elements, type.kind, block[0], where, slot,
                              index);
            }
        }
        checker& owner;
        const field_info& field;
        const type_info& type;
        std::uint16_t slot;
        const object_position& where;
    };

    finding_sink& sink_;
    bool parsed_;
};

constexpr void check_root(const object_info& o, cell* block, finding_sink& sink, bool parsed) {
    checker(sink, parsed).object(o, block, object_position{nullptr, &o, block, 0, no_index});
}

}  // namespace vouch::detail
