// SPDX-License-Identifier: BSL-1.0
// The constraint engine: goes over a block of cells and says which notes and rules are broken, in three-valued logic.
#pragma once

#include <vouch/catalog.hpp>
#include <vouch/pointer.hpp>
#include <vouch/structure.hpp>
#include <vouch/unicode.hpp>

#include <algorithm>
#include <array>
#include <bit>
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

/// A broken rule and the cell that it is reported at: a member of an object, an element of a list, or a member of an
/// element.
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

    /// Checks an object that is present, and all in it. The block becomes what rules see: blanks that mean absent are
    /// absent, and what is in a wrong or missing object is wrong.
    constexpr void object(const object_info& o, cell* block, const site& s) {
        if (!o.gated) {
            fields(o, block, s);
            for (const gate& g : o.gates) look(g, o, block, s);
            for (std::uint16_t slot = 1; slot < o.width(); ++slot) {
                if (o.cells[slot].kind == kind::list) elements(o, block, slot, s);
            }
            return;
        }
        block_state state = state_of(o, block);
        const std::uint64_t all = (~std::uint64_t{0} >> (64 - o.width())) & ~std::uint64_t{1};
        if ((state.present | state.absent) != all || (state.absent & o.required_cells) != 0) {
            fields(o, block, s);
            state = state_of(o, block);
        } else if (present_fields(o, block, state.present & o.checked_cells, s)) {
            state = state_of(o, block);
        }
        each_bit(state.present & o.fact_cells, [&](std::size_t slot) {
            state.facts |= std::uint64_t{1} << (o.cells[slot].fact + block[slot].integer);
        });
        rules(o, block, s, state);
        each_bit(state.present & o.list_cells,
                 [&](std::size_t slot) { elements(o, block, static_cast<std::uint16_t>(slot), s); });
    }

private:
    constexpr void report(const rule_info& rule, const site& s, std::uint16_t slot, std::size_t index = no_index) {
        sink_.found({.rule = &rule, .where = &s, .slot = slot, .index = index});
    }

    template <class F>
    static constexpr void each_bit(std::uint64_t bits, F f) {
        for (; bits != 0; bits &= bits - 1) f(static_cast<std::size_t>(std::countr_zero(bits)));
    }

    static constexpr block_state state_of(const object_info& o, const cell* block) {
        block_state state;
        for (std::size_t slot = 1; slot < o.width(); ++slot) {
            state.present |= std::uint64_t{block[slot].state == state::present} << slot;
            state.absent |= std::uint64_t{block[slot].state == state::absent} << slot;
        }
        return state;
    }

    /// The fields of a block that are present, where none is wrong or missing; whether one is not present any more.
    constexpr bool present_fields(const object_info& o, cell* block, std::uint64_t slots, const site& s) {
        bool changed = false;
        each_bit(slots, [&](std::size_t slot) {
            if (!may_be_against(o.cells[slot], block[slot])) return;
            present_field(o.cells[slot], block[slot], s, static_cast<std::uint16_t>(slot));
            changed = changed || block[slot].state != state::present;
        });
        return changed;
    }

    /// The fields of a block, before any rule.
    constexpr void fields(const object_info& o, cell* block, const site& s) {
        for (std::uint16_t slot = 1; slot < o.width(); ++slot) {
            const cell_row& row = o.cells[slot];
            cell& c = block[slot];
            if (row.parent != 0 && !block[row.parent].present()) {
                c = with_parent(block[row.parent], o.cells[row.parent].required);
            } else if (c.state == state::present) {
                if (row.has_checks && may_be_against(row, c)) present_field(row, c, s, slot);
            } else if (c.state == state::wrong) {
                fault_of(c, s, slot);
            } else if (row.required) {
                report(structure::required_missing, s, slot);
            }
        }
    }

    constexpr void elements(const object_info& o, const cell* block, std::uint16_t slot, const site& s) {
        element_visitor visitor(*this, *o.cells[slot].field, slot, s);
        block[slot].show(visitor);
    }

    /// What a member is whose object is not there: absent where the object may be, as all within it, else wrong.
    static constexpr cell with_parent(const cell& parent, bool required) {
        if (parent.wrong() || (required && parent.fault != fault::reported)) return cell(fault::reported);
        cell c;
        c.fault = fault::reported;
        return c;
    }

    /// Whether a present value needs a look; false for nearly all texts that a parser read.
    constexpr bool may_be_against(const cell_row& row, const cell& c) const {
        if (row.has_notes || !parsed_) return true;
        if (row.kind == kind::text) return c.text.empty() || is_white_space(c.text.front());
        return row.kind != kind::list || c.list.size == 0;
    }

    /// A present value, before any rule: blank, empty, or against a note of its field.
    constexpr void present_field(const cell_row& row, cell& c, const site& s, std::uint16_t slot) {
        if (row.kind == kind::text) text(*row.field, c, s, slot);
        if (row.has_notes && c.state == state::present) notes(*row.field, c, s, slot);
        if (row.kind == kind::list && c.list.size == 0) read_as_absent(c);
    }

    constexpr void fault_of(cell& c, const site& s, std::uint16_t slot, std::size_t index = no_index) {
        if (c.fault == fault::not_finite) report(structure::number_out_of_range, s, slot, index);
        if (c.fault == fault::not_an_enumerator) report(structure::enum_invalid, s, slot, index);
        c.fault = fault::reported;
    }

    static constexpr void read_as_absent(cell& c) {
        c.state = state::absent;
        c.fault = fault::blank;
    }

    constexpr void text(const field_info& f, cell& c, const site& s, std::uint16_t slot) {
        if (!parsed_ && !is_utf8(c.text)) {
            report(structure::not_utf8, s, slot);
            c = cell(fault::reported);
        } else if (!is_blank(c.text)) {
            return;
        } else if (f.required) {
            report(structure::required_blank, s, slot);
            c = cell(fault::reported);
        } else if (f.asks.blank) {
            if (f.notes->blank == blank::warned) report(structure::blank_optional, s, slot);
            read_as_absent(c);
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

    /// The rules of a block whose state is known: only gates that are open are looked behind.
    constexpr void rules(const object_info& o, const cell* block, const site& s, const block_state& state) {
        const auto look_behind = [&](std::size_t first, std::size_t last) {
            for (const gate* g = o.gates.data() + first; g != o.gates.data() + last; ++g) {
                if (!g->open(state)) continue;
                if (g->has_form && g->form(block[g->place].text) == g->wanted) continue;
                look(*g, o, block, s);
            }
        };
        const auto look_from = [&](std::uint64_t bits, std::size_t word) {
            for (; bits != 0; bits &= bits - 1) {
                const std::size_t trigger = 64 * word + static_cast<std::size_t>(std::countr_zero(bits));
                look_behind(o.gates_of[trigger], o.gates_of[trigger + 1]);
            }
        };
        look_from(state.present & o.triggers.present, 0);
        look_from(state.facts & o.triggers.facts, 1);
        look_from(state.absent & o.triggers.absent, 2);
        look_behind(o.gates_of[gate::no_trigger], o.gates.size());
    }

    constexpr void look(const gate& g, const object_info& o, const cell* block, const site& s) {
        if (g.base == 0) return look(*g.rule, g.clause, block, s);
        if (!block[g.base].present()) return;
        look(*g.rule, g.clause, block + g.base, site{&s, o.cells[g.base].object, block + g.base, g.base, no_index});
    }

    constexpr void look(const constraint& r, std::size_t n, const cell* block, const site& s) {
        const clause& c = r.clauses[n];
        const cell& place = block[c.place];
        if (c.kind == clause::test::each || c.kind == clause::test::unique) {
            if (!applies(c, block)) return;
            if (c.kind == clause::test::each)
                each(r.info, c, place, s);
            else
                unique(r.info, c, place, s);
        } else if (is_broken(c, block)) {
            // Each place once: not where an earlier clause of the rule reports it.
            for (std::size_t i = 0; i < n; ++i) {
                if (r.clauses[i].place == c.place && is_broken(r.clauses[i], block)) return;
            }
            sink_.found({.rule = &r.info, .where = &s, .slot = c.place, .broken = &c});
        }
    }

    static constexpr bool is_broken(const clause& c, const cell* block) {
        if (!applies(c, block)) return false;
        if (c.kind == clause::test::then) return breaks(c.demand, block[c.place]);
        return c.kind == clause::test::report || (c.kind == clause::test::satisfies && reads_and_fails(c, block));
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
        struct form_visitor final : block_visitor {
            constexpr form_visitor(checker& k, const rule_info& r, const clause& of, const site& at)
                : check(k), rule(r), asks(of), where(at) {}
            constexpr void visit(std::size_t index, cell* block) override {
                if (block->present() && !asks.demand.holds_for_value(*block))
                    check.report(rule, where, asks.place, index);
            }
            checker& check;
            const rule_info& rule;
            const clause& asks;
            const site& where;
        } visitor(*this, info, c, s);
        list.show(visitor);
    }

    constexpr void unique(const rule_info& info, const clause& c, const cell& list, const site& s) {
        struct text_visitor final : block_visitor {
            constexpr explicit text_visitor(std::uint16_t k) : key(k) {}
            constexpr void visit(std::size_t index, cell* block) override {
                const cell& e = block[key];
                if (!e.present() || (key != 0 && is_blank(e.text))) return;
                if (n < few.size())
                    few[n] = {e.text, index};
                else
                    many.emplace_back(e.text, index);
                ++n;
            }
            std::uint16_t key;
            std::size_t n = 0;
            std::array<std::pair<std::string_view, std::size_t>, 8> few{};
            std::vector<std::pair<std::string_view, std::size_t>> many{};
        } visitor(c.key);
        if (list.size() < 2) return;
        list.show(visitor);
        const auto again = [&](std::size_t index) {
            sink_.found({.rule = &info, .where = &s, .slot = c.place, .index = index, .key = c.key});
        };
        if (visitor.many.empty()) {
            for (std::size_t i = 1; i < visitor.n; ++i) {
                for (std::size_t j = 0; j < i; ++j) {
                    if (!equal(visitor.few[i].first, visitor.few[j].first)) continue;
                    again(visitor.few[i].second);
                    break;
                }
            }
            return;
        }
        auto& texts = visitor.many;
        texts.insert(texts.end(), visitor.few.begin(), visitor.few.end());
        std::sort(texts.begin(), texts.end());
        for (std::size_t i = 1; i < texts.size(); ++i) {
            if (texts[i].first == texts[i - 1].first) again(texts[i].second);
        }
    }

    struct element_visitor final : block_visitor {
        constexpr element_visitor(checker& c, const field_info& f, std::uint16_t s, const site& at)
            : check(c), type(*f.type->element), slot(s), where(at) {}
        constexpr void visit(std::size_t index, cell* block) override {
            if (block[0].wrong()) {
                check.fault_of(block[0], where, slot, index);
            } else if (type.kind == kind::object) {
                check.object(*type.object, block, site{&where, type.object, block, slot, index});
            } else if (type.kind == kind::text && !check.parsed_ && !is_utf8(block[0].text)) {
                check.report(structure::not_utf8, where, slot, index);
            }
        }
        checker& check;
        const type_info& type;
        std::uint16_t slot;
        const site& where;
    };

    finding_sink& sink_;
    bool parsed_;
};

}  // namespace vouch::detail
