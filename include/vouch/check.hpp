// SPDX-License-Identifier: BSL-1.0
// The constraint engine: goes over a block of cells and says which notes and rules are broken, in three-valued logic.
#pragma once

#include <vouch/catalog.hpp>
#include <vouch/pointer.hpp>
#include <vouch/structure.hpp>
#include <vouch/unicode.hpp>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace vouch::detail {

inline constexpr std::size_t no_index = static_cast<std::size_t>(-1);

/// An object within a document: a member of its parent, or an element of one of its parent's lists.
struct site {
    const site* parent = nullptr;
    const object_info* object = nullptr;
    const cell* block = nullptr;
    std::uint16_t slot = 0;  ///< The member in the parent.
    std::size_t index = no_index;

    constexpr std::string pointer() const {
        if (parent == nullptr) return {};
        std::string p = parent->pointer() + parent->object->pointer_to(slot);
        if (index != no_index) append_pointer(p, index);
        return p;
    }
};

/// A broken rule and the cell that it is reported at: a member of an object, an element of a list, or a member of an element.
struct finding {
    const rule_info* rule = nullptr;
    const site* where = nullptr;
    std::uint16_t slot = 0;
    std::size_t index = no_index;  ///< The element, where the member is a list.
    std::uint16_t key = 0;         ///< The element's member.
    const clause* broken = nullptr;

    constexpr const field_info& field() const {
        const field_info& f = *where->object->cells[slot].field;
        return key == 0 ? f : *f.type->element->object->cells[key].field;
    }
    constexpr const type_info& type() const {
        const type_info& t = *field().type;
        return index != no_index && key == 0 ? *t.element : t;
    }
    constexpr cell value() const {
        const cell& c = where->block[slot];
        return index == no_index ? c : c.item(index, key);
    }
    constexpr std::string pointer() const {
        std::string p = where->pointer() + where->object->pointer_to(slot);
        if (index != no_index) append_pointer(p, index);
        if (key != 0) p += where->object->cells[slot].field->type->element->object->pointer_to(key);
        return p;
    }
};

class finding_sink {
public:
    constexpr virtual void found(const finding& f) = 0;

protected:
    constexpr ~finding_sink() = default;
};

class checker {
public:
    /// `parsed` says that the texts come from a JSON parser, which has seen that they are UTF-8.
    constexpr checker(finding_sink& sink, bool parsed) : sink_(sink), parsed_(parsed) {}

    /// Checks an object that is present, and all in it. The block becomes what rules see: blanks that mean absent are absent,
    /// and what is in a wrong or missing object is wrong.
    constexpr void object(const object_info& o, cell* block, const site& s) {
        block_state state;
        for (std::uint16_t slot = 1; slot < o.width(); ++slot) {
            const cell_row& row = o.cells[slot];
            cell& c = block[slot];
            if (row.parent == 0 || block[row.parent].present()) field(*row.field, c, s, slot);
            else c = with_parent(block[row.parent], o.cells[row.parent].field->required);
            const std::uint64_t bit = slot < 64 ? std::uint64_t{1} << slot : 0;
            if (c.state == state::absent) {
                state.absent |= bit;
            } else if (c.state == state::present) {
                state.present |= bit;
                const bool has_facts = row.field->kind == kind::enumeration || row.field->kind == kind::boolean;
                if (has_facts && row.fact + c.integer < 64) state.facts |= std::uint64_t{1} << (row.fact + c.integer);
            }
        }
        const bool gated = o.width() <= 64 && o.facts <= 64;
        inside(o, block, s, gated ? &state : nullptr);
    }

private:
    constexpr void report(const rule_info& rule, const site& s, std::uint16_t slot, std::size_t index = no_index) {
        sink_.found({.rule = &rule, .where = &s, .slot = slot, .index = index});
    }

    /// What a member is whose object is not there: absent where the object may be, as all within it, else wrong.
    static constexpr cell with_parent(const cell& parent, bool required) {
        if (parent.wrong() || (required && parent.fault != fault::reported)) return cell(fault::reported);
        cell c;
        c.fault = fault::reported;
        return c;
    }

    /// One cell of a member, before any rule: what is required, and the field's own notes.
    constexpr void field(const field_info& f, cell& c, const site& s, std::uint16_t slot) {
        if (c.state == state::present) {
            if (f.kind == kind::text) text(f, c, s, slot);
            if (f.asks.any() && c.state == state::present) notes(f, c, s, slot);
            if (f.kind == kind::list && c.list.size == 0) c.state = state::absent;
        } else if (c.state == state::absent) {
            if (f.required) report(structure::required_missing, s, slot);
        } else {
            fault_of(c, s, slot);
        }
    }

    constexpr void fault_of(cell& c, const site& s, std::uint16_t slot, std::size_t index = no_index) {
        if (c.fault == fault::not_finite) report(structure::number_out_of_range, s, slot, index);
        if (c.fault == fault::not_an_enumerator) report(structure::enum_invalid, s, slot, index);
        c.fault = fault::reported;
    }

    constexpr void text(const field_info& f, cell& c, const site& s, std::uint16_t slot) {
        if (!parsed_ && !is_utf8(c.text)) {
            report(structure::json_syntax, s, slot);
            c = cell(fault::reported);
        } else if (!is_blank(c.text)) {
            return;
        } else if (f.required) {
            report(structure::required_blank, s, slot);
            c = cell(fault::reported);
        } else if (f.asks.blank) {
            if (f.notes->blank == blank::warned) report(structure::blank_optional, s, slot);
            c.state = state::absent;
        }
    }

    constexpr void notes(const field_info& f, const cell& c, const site& s, std::uint16_t slot) {
        const note& n = *f.notes;
        const bool list = f.kind == kind::list;
        if (f.asks.range) {
            const double v = f.kind == kind::number ? c.number : static_cast<double>(c.integer);
            if (v < n.range.min || v > n.range.max) report(n.range.rule, s, slot);
        }
        if (f.asks.one_of &&
            std::find(n.one_of.values.begin(), n.one_of.values.end(), c.integer) == n.one_of.values.end()) {
            report(n.one_of.rule, s, slot);
        }
        if (f.asks.length) {
            const bool fits = list ? c.size() <= n.length.max
                                   : c.text.size() <= n.length.max || count_code_points(c.text) <= n.length.max;
            if (!fits) report(n.length.rule, s, slot);
        }
        if (f.asks.deprecated && !(list && c.size() == 0)) report(n.deprecated.rule, s, slot);
    }

    /// The rules of an object. Without its state, every clause is looked at.
    constexpr void rules(const object_info& o, const cell* block, const site& s, const block_state* state) {
        std::array<std::uint16_t, constraint::max_clauses> reported{};  // The places where a rule was reported.
        std::size_t n = 0;
        std::size_t rule = no_index;
        for (const gate& g : o.gates) {
            if (state != nullptr && !g.open(*state)) continue;
            if (g.rule != rule) n = 0;
            rule = g.rule;
            const constraint& r = o.rules[rule];
            const clause& c = r.clauses[g.clause];
            if (!applies(c, block)) continue;
            const cell& place = block[c.place];
            if (c.kind == clause::test::each) {
                each(r.info, c, place, s);
            } else if (c.kind == clause::test::unique) {
                unique(r.info, c, place, s);
            } else if (is_broken(c, place, block) && std::find(reported.begin(), reported.begin() + n, c.place) == reported.begin() + n) {
                reported[n++] = c.place;
                sink_.found({.rule = &r.info, .where = &s, .slot = c.place, .broken = &c});
            }
        }
    }

    static constexpr bool is_broken(const clause& c, const cell& place, const cell* block) {
        if (c.kind == clause::test::then) return breaks(c.demand, place);
        return c.kind == clause::test::report || reads_and_fails(c, block);
    }

    static constexpr bool applies(const clause& c, const cell* block) {
        for (std::size_t i = 0; i < c.conditions; ++i) {
            if (!c.when[i].asks.holds(block[c.when[i].slot])) return false;
        }
        return true;
    }

    static constexpr bool reads_and_fails(const clause& c, const cell* block) {
        std::array<const cell*, clause::max_reads> cells{};
        for (std::size_t i = 0; i < c.read_count; ++i) {
            cells[i] = block + c.reads[i];
            if (cells[i]->wrong()) return false;
        }
        return !c.function(cells.data());
    }

    constexpr void each(const rule_info& info, const clause& c, const cell& list, const site& s) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            const cell e = list.item(i);
            if (e.present() && !c.demand.holds_for_value(e)) report(info, s, c.place, i);
        }
    }

    constexpr void unique(const rule_info& info, const clause& c, const cell& list, const site& s) {
        constexpr std::size_t few = 16;
        const auto again = [&](std::size_t i) {
            sink_.found({.rule = &info, .where = &s, .slot = c.place, .index = i, .key = c.key});
        };
        const auto counts = [&](const cell& e) { return e.present() && (c.key == 0 || !is_blank(e.text)); };
        if (list.size() <= few) {
            std::array<std::string_view, few> seen{};
            std::size_t n = 0;
            for (std::size_t i = 0; i < list.size(); ++i) {
                const cell e = list.item(i, c.key);
                if (!counts(e)) continue;
                if (std::find(seen.begin(), seen.begin() + n, e.text) != seen.begin() + n) again(i);
                else seen[n++] = e.text;
            }
            return;
        }
        std::vector<std::pair<std::string_view, std::size_t>> texts;
        for (std::size_t i = 0; i < list.size(); ++i) {
            const cell e = list.item(i, c.key);
            if (counts(e)) texts.emplace_back(e.text, i);
        }
        std::sort(texts.begin(), texts.end());
        for (std::size_t i = 1; i < texts.size(); ++i) {
            if (texts[i].first == texts[i - 1].first) again(texts[i].second);
        }
    }

    /// The rules of an object and of what its members hold: objects, and the elements of lists.
    constexpr void inside(const object_info& o, cell* block, const site& s, const block_state* state) {
        rules(o, block, s, state);
        for (const field_info& f : o.fields) {
            cell* const c = block + f.slot;
            if (f.kind == kind::object && c->present()) {
                const block_state within = state != nullptr ? state->inside(f) : block_state{};
                inside(*f.type->object, c, {&s, f.type->object, c, f.slot, no_index}, state != nullptr ? &within : nullptr);
            } else if (f.kind == kind::list && c->present()) {
                element_visitor visitor(*this, f, s);
                for (; visitor.index < c->list.size; ++visitor.index) {
                    c->list.source->element(c->list.slot, visitor.index, visitor);
                }
            }
        }
    }

    struct element_visitor final : block_visitor {
        constexpr element_visitor(checker& c, const field_info& f, const site& s) : check(c), field(f), where(s) {}
        constexpr void visit(cell* block) override {
            const type_info& type = *field.type->element;
            if (block[0].wrong()) {
                check.fault_of(block[0], where, field.slot, index);
            } else if (type.kind == kind::object) {
                check.object(*type.object, block, site{&where, type.object, block, field.slot, index});
            } else if (type.kind == kind::text && !check.parsed_ && !is_utf8(block[0].text)) {
                check.report(structure::json_syntax, where, field.slot, index);
            }
        }
        checker& check;
        const field_info& field;
        const site& where;
        std::size_t index = 0;
    };

    finding_sink& sink_;
    bool parsed_;
};

}  // namespace vouch::detail
