// SPDX-License-Identifier: BSL-1.0
#include <vouch/detail/json/pointer.hpp>

#include "../../../catch.hpp"

using namespace vouch::detail;

TEST_CASE("a JSON Pointer escapes and unescapes its names", "[pointer]") {
    std::string pointer;
    append_pointer(pointer, "a/b~c");
    append_pointer(pointer, std::size_t{12});
    append_pointer(pointer, "");
    CHECK(pointer == "/a~1b~0c/12/");
    std::string_view rest = pointer;
    CHECK(next_name(rest) == "a/b~c");
    CHECK(next_name(rest) == "12");
    CHECK(next_name(rest) == "");
    CHECK(rest.empty());
}

TEST_CASE("a tilde that escapes nothing is one", "[pointer]") {
    std::string_view rest = "/a~/~";
    CHECK(next_name(rest) == "a~");
    CHECK(next_name(rest) == "~");
    CHECK(rest.empty());
}
