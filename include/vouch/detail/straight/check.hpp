// SPDX-License-Identifier: BSL-1.0
// Whether there is certainly nothing to report about an object: its notes and rules as constants, compared with its
// members where they are. The answer "no" means: look closer.
#pragma once

#include <vouch/detail/plain/block.hpp>
#include <vouch/detail/plain/evaluate.hpp>
#include <vouch/detail/straight/storage.hpp>
#include <vouch/detail/tables/rows.hpp>

#include <algorithm>
#include <utility>

namespace vouch::inline VOUCH_ABI::detail {

/// The member that a cell of a `T` belongs to, or that holds the object with the cell.
template <class T>
constexpr std::size_t member_of_slot(std::size_t slot) {
    return static_cast<std::size_t>(std::upper_bound(first_slots<T>.begin(), first_slots<T>.end(), slot) -
                                    first_slots<T>.begin()) -
           1;
}

/// The value in a cell of a `T`; nullptr if it, or an object around it, is absent.
template <class T, std::size_t Slot, class S>
[[gnu::always_inline]] inline const auto* value_in(const S& object) {
    constexpr std::size_t i = member_of_slot<T>(Slot);
    constexpr std::size_t rest = Slot - first_slots<T>[i];
    using M = member_type_at<T, i>;
    const auto inside = [](const auto& value) {
        if constexpr (rest == 0)
            return &value;
        else
            return value_in<value_of<M>, rest>(value);
    };
    const auto& member = member_in<T, i>(object);
    if constexpr (is_optional<M>)
        return member.has_value() ? inside(*member) : nullptr;
    else
        return inside(member);
}

/// The described type of the value in a cell of a `T`.
template <class T, std::size_t Slot>
constexpr auto described_in() {
    constexpr std::size_t i = member_of_slot<T>(Slot);
    using V = value_of<member_type_at<T, i>>;
    if constexpr (Slot == first_slots<T>[i])
        return of<V>{};
    else
        return described_in<V, Slot - first_slots<T>[i]>();
}
template <class T, std::size_t Slot>
using described_at = typename decltype(described_in<T, Slot>())::type;

/// Whether there is a value of a described type that rules see: an empty list or map is absent for them.
template <class V, class S>
[[gnu::always_inline]] inline bool is_present(const S* value) {
    if constexpr (has_elements(kind_of<V>()))
        return value != nullptr && !value->empty();
    else
        return value != nullptr;
}

/// An element of a list, or the value of one of a map; `V` is the described type of the list or map.
template <class V, class E>
[[gnu::always_inline]] inline const auto& value_of_element(const E& e) {
    if constexpr (is_map<V>)
        return e.second;
    else
        return e;
}

/// The cell of a value that is neither a list nor a map.
template <class V, class S>
cell cell_of(const S* value) {
    if (value == nullptr) return {};
    if constexpr (kind_of<V>() == kind::text)
        return cell(std::string_view(*value));
    else if constexpr (kind_of<V>() == kind::object)
        return cell(std::int64_t{0});
    else
        return detail::scalar_cell(*value);
}

template <class V, class S>
struct held_cell;

/// The cell of a slot of a `T`, as a rule of `T` sees it: an empty list is absent.
template <class T, std::size_t Slot, class S>
auto hold_cell(const S& object) {
    const auto* const value = value_in<T, Slot>(object);
    const bool is_there = is_present<described_at<T, Slot>>(value);
    return held_cell<described_at<T, Slot>, std::remove_cvref_t<decltype(*value)>>(is_there ? value : nullptr);
}

/// The same for an element of a list, as a rule about the list sees it: an empty list in it is present.
template <class E, std::size_t Slot, class S>
auto hold_cell_of_element(const S& object) {
    const auto* const value = value_in<E, Slot>(object);
    return held_cell<described_at<E, Slot>, std::remove_cvref_t<decltype(*value)>>(value);
}

/// The cells of a list, made when they are shown.
template <class E, class List>
class cells_of_list final : public list_source {
public:
    explicit cells_of_list(const List* list) : list_(list) {}
    void show(std::size_t first, std::size_t last, block_visitor& visitor) const override {
        for (std::size_t i = first; i < last; ++i) {
            const auto& e = (*list_)[i];
            [&]<std::size_t... Before>(std::index_sequence<Before...>) {
                const auto visit = [&](const auto&... held) {
                    cell block[] = {cell_of<E>(&e), held.value...};
                    visitor.visit(i, block);
                };
                visit(hold_cell_of_element<E, Before + 1>(e)...);
            }
            (std::make_index_sequence<width_of<E>() - 1>{});
        }
    }

private:
    const List* list_;
};

/// A cell, and what shows its elements.
template <class V, class S>
struct held_cell {
    explicit held_cell(const S* from) : value(cell_of<V>(from)) {}
    cell value;
};
template <class E, class S>
struct held_cell<std::vector<E>, S> {
    explicit held_cell(const S* from) : elements(from) {
        if (from != nullptr) value = cell(list_cell{&elements, from->size()});
    }
    held_cell(const held_cell&) = delete;
    held_cell& operator=(const held_cell&) = delete;
    cells_of_list<E, S> elements;
    cell value{};
};
template <class V>
    requires is_map<V>
struct held_cell<V, V> {
    explicit held_cell(const V* from) {
        if (from == nullptr) return;
        elements.show_those_of(*from);
        value = cell(list_cell{&elements, from->size()});
    }
    held_cell(const held_cell&) = delete;
    held_cell& operator=(const held_cell&) = delete;
    map_view<V> elements{};
    cell value{};
};

template <class T, class S>
bool is_clean(const S& object);

/// Checks the values of a `T`.
template <class T>
struct clean_members {
    template <std::size_t I, class S>
    [[gnu::always_inline]] static bool is_clean_member(const S& object) {
        using M = member_type_at<T, I>;
        const auto& member = member_in<T, I>(object);
        if constexpr (is_optional<M>)
            return !member.has_value() || is_clean_value<I, value_of<M>>(*member);
        else
            return is_clean_value<I, M>(member);
    }

private:
    /// `V` is the described type of the value.
    template <std::size_t I, class V, class Value>
    [[gnu::always_inline]] static bool is_clean_value(const Value& v) {
        constexpr kind k = kind_of<V>();
        constexpr const field_info& f = field_rows<T>[I];
        if constexpr (has_elements(k)) {
            if (v.empty()) return f.notes->length.min == 0;
            if (f.asks.deprecated || (f.asks.unique && v.size() > 1)) return false;
            if (f.asks.length && (v.size() > f.notes->length.max || v.size() < f.notes->length.min)) return false;
            for (const auto& e : v) {
                if (!is_clean_element<element_of<V>>(value_of_element<V>(e))) return false;
                if constexpr (f.asks_elements.any_limit()) {
                    if (!is_limited<I, part::element>(value_of_element<V>(e))) return false;
                }
                if constexpr (f.asks_keys.any_limit()) {
                    if (!is_limited<I, part::key>(e.first)) return false;
                }
            }
            return true;
        } else if constexpr (f.asks.deprecated) {
            return false;
        } else {
            if constexpr (k == kind::text && ((f.required && f.notes->blank != blank::allowed) || f.asks.blank)) {
                if (is_blank(v)) return false;
            }
            if constexpr (f.asks.any_limit()) {
                if (!is_limited<I, part::whole>(v)) return false;
            }
            return is_clean_element<V>(v);
        }
    }

    /// What limits apply to: the value of a field, or one of its elements or keys.
    enum class part { whole, element, key };

    /// Whether a value is within the limits of its part of a field.
    template <std::size_t I, part Part, class Value>
    [[gnu::always_inline]] static bool is_limited(const Value& v) {
        constexpr const field_info& f = field_rows<T>[I];
        constexpr const asked_checks& asks = Part == part::key       ? f.asks_keys
                                             : Part == part::element ? f.asks_elements
                                                                     : f.asks;
        constexpr limits n = Part == part::key       ? limits_of(f.notes->keys)
                             : Part == part::element ? limits_of(f.notes->elements)
                                                     : limits_of(*f.notes);
        if constexpr (asks.range) {
            if (!is_in_range(n.range, v)) return false;
        }
        if constexpr (asks.one_of) {
            if (!is_one_of(n.one_of, v)) return false;
        }
        if constexpr (asks.multiple) {
            if (!is_multiple(n.multiple_of, v)) return false;
        }
        if constexpr (asks.length) {
            if (!is_short_enough(n.length, v) || !is_long_enough(n.length, v)) return false;
        }
        if constexpr (asks.form) {
            if (!has_form(n.matches, v)) return false;
        }
        return true;
    }

    template <class E, class Value>
    [[gnu::always_inline]] static bool is_clean_element(const Value& e) {
        constexpr kind k = kind_of<E>();
        if constexpr (k == kind::object)
            return is_clean<E>(e);
        else if constexpr (k == kind::enumeration)
            return detail::position_of(e) != not_described;
        else if constexpr (is_floating(k))
            return is_finite(e);
        else
            return true;
    }
};

template <class E, std::size_t... I>
[[gnu::always_inline]] inline bool is_among(E v, const position_set& positions, std::index_sequence<I...>) {
    return ((positions.has(I) && v == enumerator_at<E, I>) || ...);
}

/// The answer of a predicate, which is a constant, about a value.
template <class V>
[[gnu::always_inline]] inline bool answers(const predicate& p, const V& v) {
    if (p.kind == predicate::test::anything) return !p.negated;
    if constexpr (std::is_enum_v<V>)
        return is_among(v, p.positions, enumerator_numbers<V>{}) != p.negated;
    else if constexpr (std::same_as<V, bool>)
        return p.positions.has(v ? 1 : 0) != p.negated;
    else if constexpr (std::is_arithmetic_v<V>)
        return is_between(p, v) != p.negated;
    else if constexpr (std::convertible_to<V, std::string_view>)
        return (p.kind == predicate::test::function ? p.function(v) : is_one_of(p, v)) != p.negated;
    else
        return !p.negated;
}

constexpr bool looks_into_texts(const predicate& p) {
    return p.kind == predicate::test::function || p.kind == predicate::test::texts;
}
constexpr bool has_condition_on_texts(const clause& c) {
    for (const condition& when : c.when) {
        if (looks_into_texts(when.asks)) return true;
    }
    return false;
}
constexpr bool takes_long(const clause& c) {
    return has_condition_on_texts(c) ||
           (c.kind == clause::test::then ? looks_into_texts(c.demand) : c.kind != clause::test::report);
}

/// Checks one clause of the rules of a `T`.
template <class T, std::size_t N>
struct clean_clause {
    static constexpr const clause& c = clauses<T>[N];

    /// Whether the clause is kept; true without a look if `Long` does not match whether it takes long.
    template <bool Long, class S>
    [[gnu::always_inline]] static bool is_kept(const S& object) {
        if constexpr (takes_long(c) != Long) {
            return true;
        } else if constexpr (c.kind == clause::test::then) {
            // The cheaper part first; if both look into texts, the demand: it usually holds.
            if constexpr (looks_into_texts(c.demand) && !has_condition_on_texts(c))
                return !conditions_hold(object, conditions{}) || demand_holds(object);
            else
                return demand_holds(object) || !conditions_hold(object, conditions{});
        } else if (!conditions_hold(object, conditions{})) {
            return true;
        } else if constexpr (c.kind == clause::test::each) {
            return each_element_answers(object);
        } else if constexpr (c.kind == clause::test::unique) {
            return elements_differ(object);
        } else if constexpr (c.kind == clause::test::satisfies) {
            return function_answers(object, std::make_index_sequence<c.reads.size()>{});
        } else {
            return false;
        }
    }

private:
    using conditions = std::make_index_sequence<c.when.size()>;

    template <class S>
    [[gnu::always_inline]] static bool demand_holds(const S& object) {
        const auto* const value = value_in<T, c.place>(object);
        return is_present<described_at<T, c.place>>(value) ? detail::answers(c.demand, *value)
                                                           : !c.demand.asks_presence();
    }

    template <class S, std::size_t... I>
    [[gnu::always_inline]] static bool conditions_hold(const S& object, std::index_sequence<I...>) {
        return (condition_holds<I>(object) && ...);
    }
    template <std::size_t I, class S>
    [[gnu::always_inline]] static bool condition_holds(const S& object) {
        constexpr std::uint16_t slot = c.when[I].slot;
        const auto* const value = value_in<T, slot>(object);
        return is_present<described_at<T, slot>>(value) ? detail::answers(c.when[I].asks, *value)
                                                        : c.when[I].asks.absent;
    }

    template <class S>
    static bool each_element_answers(const S& object) {
        const auto* const list = value_in<T, c.place>(object);
        if (!is_present<described_at<T, c.place>>(list)) return true;
        for (const auto& e : *list) {
            if (!detail::answers(c.demand, value_of_element<described_at<T, c.place>>(e))) return false;
        }
        return true;
    }

    /// Only few elements are compared, pair by pair.
    template <class S>
    static bool elements_differ(const S& object) {
        const auto* const list = value_in<T, c.place>(object);
        if (!is_present<described_at<T, c.place>>(list)) return true;
        const std::size_t n = list->size();
        if (n > max_few) return false;
        for (std::size_t i = 1; i < n; ++i) {
            const auto* const text = text_of((*list)[i]);
            if (text == nullptr || (c.member != 0 && is_blank(*text))) continue;
            for (std::size_t before = 0; before < i; ++before) {
                const auto* const other = text_of((*list)[before]);
                if (other != nullptr && equal(*text, *other)) return false;
            }
        }
        return true;
    }
    template <class E>
    static const auto* text_of(const E& e) {
        if constexpr (c.member == 0)
            return &e;
        else
            return value_in<element_of<described_at<T, c.place>>, c.member>(e);
    }

    template <class S, std::size_t... I>
    static bool function_answers(const S& object, std::index_sequence<I...>) {
        const auto call = [](const auto&... held) {
            const cell* const cells[] = {&held.value...};
            return c.function(cells);
        };
        return call(hold_cell<T, c.reads[I]>(object)...);
    }
};

template <class T, class S, std::size_t... I>
[[gnu::always_inline]] inline bool are_members_clean(const S& object, std::index_sequence<I...>) {
    return (clean_members<T>::template is_clean_member<I>(object) && ...);
}
template <class T, bool Long, class S, std::size_t... N>
[[gnu::always_inline]] inline bool are_clauses_kept(const S& object, std::index_sequence<N...>) {
    return (clean_clause<T, N>::template is_kept<Long>(object) && ...);
}

/// Whether there is certainly nothing to report about an object, whose texts are UTF-8. Its values come first, then
/// what compares only enumerators, numbers and presence, then the rest.
template <class T, class S>
bool is_clean(const S& object) {
    using clause_numbers = std::make_index_sequence<clauses<T>.size()>;
    return are_members_clean<T>(object, member_numbers<T>{}) && are_clauses_kept<T, false>(object, clause_numbers{}) &&
           are_clauses_kept<T, true>(object, clause_numbers{});
}

/// Whether all texts of a value are UTF-8.
template <class V>
bool are_texts_utf8(const V& v);

template <class T, std::size_t... I>
[[gnu::always_inline]] inline bool are_texts_of_members_utf8(const T& object, std::index_sequence<I...>) {
    return (detail::are_texts_utf8(member_in<T, I>(object)) && ...);
}

template <class V>
bool are_texts_utf8(const V& v) {
    constexpr kind k = kind_of<value_of<V>>();
    if constexpr (is_optional<V>) {
        return !v.has_value() || detail::are_texts_utf8(*v);
    } else if constexpr (k == kind::text) {
        return is_utf8(v);
    } else if constexpr (k == kind::object) {
        return detail::are_texts_of_members_utf8(v, member_numbers<V>{});
    } else if constexpr (k == kind::list) {
        for (const auto& e : v) {
            if (!detail::are_texts_utf8(e)) return false;
        }
        return true;
    } else if constexpr (k == kind::map) {
        for (const auto& [key, e] : v) {
            if (!is_utf8(key) || !detail::are_texts_utf8(e)) return false;
        }
        return true;
    } else {
        return true;
    }
}

}  // namespace vouch::detail
