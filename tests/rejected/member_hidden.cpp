// error: a member of the struct was not given to BOOST_DESCRIBE_STRUCT
// SPDX-License-Identifier: BSL-1.0
#include <vouch/detail/tables/objects.hpp>

struct Thing {
    std::optional<std::int32_t> size{};
    std::string title{};
    std::optional<std::vector<std::string>> names{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (size, title))

constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    using T = Thing;
    return describe<T>("A thing.",
                       fields(field(&T::size, {.doc = "Its size."}), field(&T::title, {.doc = "Its title."})));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
