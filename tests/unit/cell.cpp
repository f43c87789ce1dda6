// SPDX-License-Identifier: BSL-1.0
#include <vouch/cell.hpp>

#include "../catch.hpp"

using vouch::cell;
using vouch::fault;

TEST_CASE("a cell that is not present has no elements and an empty text", "[cell]") {
    static_assert(cell().absent() && cell().size() == 0 && cell().text.empty());
    static_assert(cell(fault::reported).wrong() && cell(fault::reported).size() == 0 &&
                  cell(fault::reported).text.empty());
    static_assert(cell(fault::unresolved).unresolved() && cell(fault::unresolved).text.empty());
    static_assert(cell(std::string_view("a")).present() && cell(std::string_view("a")).text == "a");
    SUCCEED();
}
