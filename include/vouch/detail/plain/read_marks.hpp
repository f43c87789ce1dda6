// SPDX-License-Identifier: BSL-1.0
// Marks: what reading knows of cells beyond what the struct itself says, which of them are wrong or missing.
#pragma once

#include <vouch/cell.hpp>
#include <vouch/detail/sequence.hpp>
#include <vouch/detail/sort_runs.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

namespace vouch::inline VOUCH_ABI::detail {

/// What reading has to say of a block's cells, beyond what the struct itself says.
struct read_marks {
    struct of_cell {
        std::uint16_t slot;
        state is;
        fault why = fault::reported;  ///< If it is wrong.
    };
    /// An element of a list, or of a map, where all have index 0.
    struct element_name {
        std::uint16_t slot;
        std::size_t index;
        std::string key{};
        auto operator<=>(const element_name&) const = default;
    };
    struct of_element {
        element_name name;
        std::unique_ptr<read_marks> inner;  ///< None if the element itself is wrong.
        fault why = fault::reported;        ///< If it is wrong.
    };
    sequence<of_cell> cells;
    sequence<of_element> elements;  ///< By name, once `sort` was called.

    read_marks& element(element_name name) {
        if (elements.empty() || elements.back().name != name) elements.push_back({std::move(name), nullptr});
        std::unique_ptr<read_marks>& inner = elements.back().inner;
        if (inner == nullptr) inner = std::make_unique<read_marks>();
        return *inner;
    }
    void sort() {
        sort_runs(elements, [](const of_element& a, const of_element& b) { return a.name < b.name; });
        for (of_element& e : elements) {
            if (e.inner != nullptr) e.inner->sort();
        }
    }
    [[nodiscard]] const of_element* find(const element_name& name) const {
        const of_element* const end = elements.data() + elements.size();
        const of_element* const at = std::lower_bound(
            elements.data(), end, name, [](const of_element& e, const element_name& n) { return e.name < n; });
        return at != end && at->name == name ? at : nullptr;
    }
    [[nodiscard]] bool empty() const { return cells.empty() && elements.empty(); }
    void apply(cell* block) const {
        for (const of_cell& c : cells) block[c.slot] = c.is == state::absent ? cell() : cell(c.why);
    }
};

/// Puts marks on a block, and on the elements of its lists when they are shown.
class marked_block {
public:
    marked_block(const read_marks& m, cell* block) {
        m.apply(block);
        lists_.reserve(m.elements.size());
        for (std::size_t i = 0; i < m.elements.size(); ++i) {
            const std::uint16_t slot = m.elements[i].name.slot;
            if ((i > 0 && m.elements[i - 1].name.slot == slot) || !block[slot].present()) continue;
            block[slot].list.source = &lists_.push_back({*block[slot].list.source, m, slot});
        }
    }

private:
    class marked_list final : public list_source {
    public:
        marked_list(const list_source& list, const read_marks& m, std::uint16_t slot)
            : list_(list), marks_(m), slot_(slot) {}
        void show(std::size_t first, std::size_t last, block_visitor& visitor) const override {
            struct marker final : block_visitor {
                marker(const marked_list& l, block_visitor& v) : of(l), next(v) {}
                void visit(std::size_t index, cell* block) override {
                    const read_marks::of_element* const marked = of.marks_.find(of.name(index));
                    if (marked == nullptr) return next.visit(index, block);
                    if (marked->inner == nullptr) {
                        block[0] = cell(marked->why);
                        return next.visit(index, block);
                    }
                    const marked_block inner(*marked->inner, block);
                    next.visit(index, block);
                }
                const marked_list& of;
                block_visitor& next;
            } with_marks(*this, visitor);
            list_.show(first, last, with_marks);
        }
        [[nodiscard]] std::optional<std::string_view> key(std::size_t index) const override { return list_.key(index); }

    private:
        [[nodiscard]] read_marks::element_name name(std::size_t index) const {
            if (const auto k = key(index)) return {slot_, 0, std::string(*k)};
            return {slot_, index};
        }

        const list_source& list_;
        const read_marks& marks_;
        std::uint16_t slot_;
    };
    sequence<marked_list> lists_;
};

}  // namespace vouch::detail
