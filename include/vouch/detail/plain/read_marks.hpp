// SPDX-License-Identifier: BSL-1.0
// Marks: what reading knows of cells beyond what the struct itself says, which of them are wrong or missing.
#pragma once

#include <vouch/cell.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace vouch::detail {

/// What reading has to say of a block's cells, beyond what the struct itself says.
struct read_marks {
    struct of_cell {
        std::uint16_t slot;
        state is;
    };
    struct of_element {
        std::uint16_t slot;
        std::size_t index;
        std::unique_ptr<read_marks> inner;  ///< None where the element itself is wrong.
    };
    std::vector<of_cell> cells;
    std::vector<of_element> elements;  ///< By slot, then index, once `sort` was called.

    read_marks& element(std::uint16_t slot, std::size_t index) {
        if (elements.empty() || elements.back().slot != slot || elements.back().index != index) {
            elements.push_back({slot, index, nullptr});
        }
        std::unique_ptr<read_marks>& inner = elements.back().inner;
        if (inner == nullptr) inner = std::make_unique<read_marks>();
        return *inner;
    }
    void sort() {
        std::sort(elements.data(), elements.data() + elements.size(), [](const of_element& a, const of_element& b) {
            return std::pair(a.slot, a.index) < std::pair(b.slot, b.index);
        });
        for (of_element& e : elements) {
            if (e.inner != nullptr) e.inner->sort();
        }
    }
    [[nodiscard]] const of_element* find(std::uint32_t slot, std::size_t index) const {
        const of_element* const end = elements.data() + elements.size();
        const of_element* const at =
            std::lower_bound(elements.data(), end, std::pair<std::uint32_t, std::size_t>(slot, index),
                             [](const of_element& e, const auto& key) {
                                 return std::pair<std::uint32_t, std::size_t>(e.slot, e.index) < key;
                             });
        return at != end && at->slot == slot && at->index == index ? at : nullptr;
    }
    [[nodiscard]] bool empty() const { return cells.empty() && elements.empty(); }
    void apply(cell* block) const {
        for (const of_cell& c : cells) block[c.slot] = c.is == state::absent ? cell() : cell(fault::reported);
    }
};

/// The lists of a value as reading saw them: with the marks of their elements.
class marked_source final : public list_source {
public:
    marked_source(const list_source& lists, const read_marks& m) : lists_(lists), marks_(m) {}

    void show(std::uint32_t slot, std::size_t first, std::size_t last, block_visitor& visitor) const override {
        overlay o(marks_, slot, visitor);
        lists_.show(slot, first, last, o);
    }

private:
    struct overlay final : block_visitor {
        overlay(const read_marks& m, std::uint32_t s, block_visitor& v) : all(m), slot(s), next(v) {}
        void visit(std::size_t index, cell* block) override {
            const read_marks::of_element* const marked = all.find(slot, index);
            if (marked == nullptr) return next.visit(index, block);
            const read_marks* const m = marked->inner.get();
            if (m == nullptr)
                block[0] = cell(fault::reported);
            else
                m->apply(block);
            if (m == nullptr || m->elements.empty()) return next.visit(index, block);
            const marked_source lists(*block[m->elements.front().slot].list.source, *m);
            for (const read_marks::of_element& e : m->elements) {
                if (block[e.slot].present()) block[e.slot].list.source = &lists;
            }
            next.visit(index, block);
        }
        const read_marks& all;
        std::uint32_t slot;
        block_visitor& next;
    };

    const list_source& lists_;
    const read_marks& marks_;
};

}  // namespace vouch::detail
