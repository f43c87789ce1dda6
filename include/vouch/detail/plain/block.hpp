// SPDX-License-Identifier: BSL-1.0
// A value in memory -> a block of cells.
#pragma once

#include <vouch/cell.hpp>
#include <vouch/detail/json/numbers.hpp>

#include <array>
#include <iterator>
#include <utility>

namespace vouch::inline VOUCH_ABI::detail {

template <class V>
constexpr cell scalar_cell(const V& v) {
    if constexpr (std::same_as<V, std::string>) {
        return cell(std::string_view(v));
    } else if constexpr (std::floating_point<V>) {
        return is_finite(v) ? cell(double{v}) : cell(fault::not_finite);
    } else if constexpr (described_enum<V>) {
        const std::size_t position = detail::position_of(v);
        if (position != not_described) return cell(static_cast<std::int64_t>(position));
        return v == V{} ? cell() : cell(fault::not_an_enumerator);
    } else {
        return cell(static_cast<std::int64_t>(v));
    }
}

template <class V>
class list_view;
template <class V>
class map_view;
struct no_lists {};
struct json_text {
    std::string text;
};

/// What shows the lists and maps of a value, and keeps the text of free-form ones: a view for one, those of all
/// members for an object.
template <class V>
constexpr auto make_lists();
template <class V>
using lists_of = decltype(make_lists<V>());

template <class T, std::size_t I>
struct lists_of_member {
    lists_of<value_of<member_type_at<T, I>>> lists{};
};
template <class T, class Numbers>
struct lists_of_members;
template <class T, std::size_t... I>
struct lists_of_members<T, std::index_sequence<I...>> : lists_of_member<T, I>... {};

template <class V>
constexpr auto make_lists() {
    if constexpr (is_list<V>)
        return list_view<V>{};
    else if constexpr (is_map<V>)
        return map_view<V>{};
    else if constexpr (kind_of<V>() == kind::any)
        return json_text{};
    else if constexpr (kind_of<V>() == kind::object)
        return lists_of_members<V, member_numbers<V>>{};
    else
        return no_lists{};
}

/// Writes the cells of a value into a block of absent cells. What shows its lists is kept in `lists`.
template <class V, class Lists>
constexpr void fill(const V& value, cell* to, Lists& lists);

template <class M, class Lists>
constexpr void fill_member(const M& member, cell* to, Lists& lists) {
    if constexpr (!is_optional<M>)
        detail::fill(member, to, lists);
    else if (member.has_value())
        detail::fill(*member, to, lists);
}

template <class T, class Lists, std::size_t... I>
constexpr void fill_members(const T& object, cell* to, Lists& lists, std::index_sequence<I...>) {
    (detail::fill_member(object.*member_at<T, I>::pointer, to + first_slots<T>[I],
                         static_cast<lists_of_member<T, I>&>(lists).lists),
     ...);
}

template <class V, class Lists>
constexpr void fill(const V& value, cell* to, Lists& lists) {
    if constexpr (has_elements(kind_of<V>())) {
        lists.show_those_of(value);
        *to = cell(list_cell{&lists, value.size()});
    } else if constexpr (kind_of<V>() == kind::any) {
        lists.text = free_form<V>::text(value);
        *to = cell(std::string_view(lists.text));
    } else if constexpr (kind_of<V>() == kind::object) {
        *to = cell(std::int64_t{0});
        detail::fill_members(value, to, lists, member_numbers<V>{});
    } else {
        *to = detail::scalar_cell(value);
    }
}

/// A value's cells, valid as long as the value stays where it is.
template <class V>
struct block_of {
    constexpr explicit block_of(const V& value) { detail::fill(value, cells.data(), lists); }
    block_of(const block_of&) = delete;
    block_of& operator=(const block_of&) = delete;

    lists_of<V> lists{};
    std::array<cell, width_of<V>()> cells{};
};

template <class V>
class list_view final : public list_source {
public:
    constexpr void show_those_of(const V& list) { elements_ = &list; }
    constexpr void show(std::size_t first, std::size_t last, block_visitor& visitor) const override {
        for (std::size_t i = first; i < last; ++i) {
            block_of<element_of<V>> element((*elements_)[i]);
            visitor.visit(i, element.cells.data());
        }
    }

private:
    const V* elements_ = nullptr;
};

template <class V>
class map_view final : public list_source {
public:
    void show_those_of(const V& map) {
        elements_ = &map;
        at_ = map.begin();
    }
    void show(std::size_t first, std::size_t last, block_visitor& visitor) const override {
        for (std::size_t i = first; i < last; ++i) {
            block_of<element_of<V>> element(number(i).second);
            visitor.visit(i, element.cells.data());
        }
    }
    [[nodiscard]] std::optional<std::string_view> key(std::size_t index) const override { return number(index).first; }
    bool show_at(std::string_view key, block_visitor& visitor) const override {
        const auto found = elements_->find(std::string(key));
        if (found == elements_->end()) return false;
        block_of<element_of<V>> element(found->second);
        return visitor.visit(0, element.cells.data()), true;
    }

private:
    /// Goes on from the element that was asked for last: usually this one, or the one before.
    const auto& number(std::size_t index) const {
        const auto way = static_cast<std::ptrdiff_t>(index) - static_cast<std::ptrdiff_t>(index_);
        std::advance(at_, way);
        index_ = index;
        return *at_;
    }

    const V* elements_ = nullptr;
    mutable typename V::const_iterator at_{};
    mutable std::size_t index_ = 0;
};

/// Calls `f(index, block)` with each block that is shown.
template <class F>
struct calling_visitor final : block_visitor {
    explicit calling_visitor(F& f) : call(f) {}
    void visit(std::size_t index, cell* block) override { call(index, block); }
    F& call;
};

/// Calls `f` with the block of an element.
template <class F>
void with_element(const cell& list, std::size_t index, F f) {
    const auto call = [&](std::size_t, cell* block) { f(block); };
    calling_visitor visitor(call);
    list.list.source->show(index, index + 1, visitor);
}

}  // namespace vouch::detail
