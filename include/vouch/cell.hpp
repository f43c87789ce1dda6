// SPDX-License-Identifier: BSL-1.0
// A cell is what a rule sees of one field. An object is a block of cells: its own, then those of its members in order.
#pragma once

#include <vouch/detail/tables/members.hpp>

namespace vouch::inline VOUCH_ABI {

/// The state of a field: absent, present, or present but of the wrong type or form, so that its value is unknown.
enum class state : std::uint8_t { absent, present, wrong };

class block_visitor;
class list_source;

/// A list or a map as cells: its elements are looked up on demand.
struct list_cell {
    const list_source* source = nullptr;  ///< Shows the elements.
    std::size_t size = 0;                 ///< The number of elements.
};

/// Why a cell is wrong, or absent although the document has it.
enum class fault : std::uint8_t {
    none,               ///< nothing is wrong
    blank,              ///< not wrong: a blank text or an empty list, which is absent for the rules, but has a place
    not_finite,         ///< a NaN or an infinity, which JSON cannot express
    not_an_enumerator,  ///< a number that is not an enumerator
    reported,           ///< something that has been reported already
    unresolved          ///< nothing is wrong, but the value is not known yet
};

/// One field of a block.
struct cell {
    vouch::state state = vouch::state::absent;  ///< Only a present cell has a value.
    vouch::fault fault = vouch::fault::none;    ///< Why it is not present.
    union {
        std::int64_t integer;   ///< An integer (of an unsigned one, the bits), a boolean, or an enumerator's position.
        double number;          ///< A number that need not be an integer.
        std::string_view text;  ///< A text, or a free-form value as JSON; empty if the cell is not present.
        list_cell list;         ///< A list or a map.
    };

    /// An absent cell, a present one with its value, or a wrong one.
    constexpr cell() : text() {}
    constexpr explicit cell(std::int64_t v) : state(vouch::state::present), integer(v) {}
    constexpr explicit cell(double v) : state(vouch::state::present), number(v) {}
    constexpr explicit cell(std::string_view v) : state(vouch::state::present), text(v) {}
    constexpr explicit cell(list_cell v) : state(vouch::state::present), list(v) {}
    constexpr explicit cell(vouch::fault f) : state(vouch::state::wrong), fault(f), text() {}

    [[nodiscard]] constexpr bool present() const { return state == vouch::state::present; }  ///< It has a value.
    [[nodiscard]] constexpr bool absent() const { return state == vouch::state::absent; }    ///< It has none.
    [[nodiscard]] constexpr bool wrong() const { return state == vouch::state::wrong; }      ///< Its value is unknown.
    /// It is there, but its value is not known yet: rules treat it as wrong, and nothing is reported.
    [[nodiscard]] constexpr bool unresolved() const { return wrong() && fault == vouch::fault::unresolved; }

    /// Whether an enumeration's cell is present and holds this enumerator.
    template <described_enum E>
    [[nodiscard]] constexpr bool is(E value) const {
        return present() && integer == static_cast<std::int64_t>(detail::position_of(value));
    }

    /// The number of elements of a list or map; 0 if it is not present.
    [[nodiscard]] constexpr std::size_t size() const { return present() ? list.size : 0; }

    /// Shows all elements of a list, or of a map in the order of keys.
    constexpr void show(block_visitor& visitor) const;

    /// A copy of one cell of an element's block: of the element itself (0) or of a member. The list must be
    /// present.
    [[nodiscard]] constexpr cell item(std::size_t index, std::uint16_t slot = 0) const;
};

/// Receives the blocks of elements, one after the other, and may change them. A block lives only during the call.
class block_visitor {
public:
    constexpr virtual void visit(std::size_t index, cell* block) = 0;  ///< Receives the block of one element.

protected:
    constexpr ~block_visitor() = default;
};

/// The elements of a list or a map, as blocks of cells.
class list_source {
public:
    /// Shows the elements [first, last).
    constexpr virtual void show(std::size_t first, std::size_t last, block_visitor& visitor) const = 0;
    /// The key of a map's element, which lives as long as the element; none for a list.
    [[nodiscard]] constexpr virtual std::optional<std::string_view> key(std::size_t) const { return std::nullopt; }
    /// Shows the element of a map with a key, as number 0; false if there is none, and for what reading has marked.
    constexpr virtual bool show_at(std::string_view, block_visitor&) const { return false; }

protected:
    constexpr ~list_source() = default;
};

constexpr void cell::show(block_visitor& visitor) const {
    if (size() > 0) list.source->show(0, list.size, visitor);
}

constexpr cell cell::item(std::size_t index, std::uint16_t slot) const {
    struct copier final : block_visitor {
        std::uint16_t slot = 0;
        cell copy{};
        constexpr void visit(std::size_t, cell* block) override { copy = block[slot]; }
    } visitor;
    visitor.slot = slot;
    list.source->show(index, index + 1, visitor);
    return visitor.copy;
}

}  // namespace vouch
