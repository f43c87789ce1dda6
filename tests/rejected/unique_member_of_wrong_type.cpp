// error: Thing, rule odd: parts is compared by a member that is not a string
// SPDX-License-Identifier: BSL-1.0
#include <vouch/catalog.hpp>

struct Part {
    std::optional<std::int32_t> size{};
};
BOOST_DESCRIBE_STRUCT(Part, (), (size))

struct Thing {
    std::optional<std::vector<Part>> parts{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (parts))

constexpr auto shape_of(vouch::of<Part>) {
    using namespace vouch::notation;
    return describe<Part>("A part.", field(&Part::size, "Its size."));
}
constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    using T = Thing;
    return describe<T>("A thing.", field(&T::parts, "Its parts."),
                       rule(error("odd"), unique(&T::parts, &Part::size), {"m", "h"}));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
