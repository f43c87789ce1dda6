// error: Thing has a member that was not given to BOOST_DESCRIBE_STRUCT
// SPDX-License-Identifier: BSL-1.0
#include <vouch/catalog.hpp>

struct Thing {
    std::optional<std::int32_t> size{};
    std::string title{};
    std::optional<std::vector<std::string>> names{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (size, title))

constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    using T = Thing;
    return describe<T>("A thing.", field(&T::size, "Its size."), field(&T::title, "Its title."));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
