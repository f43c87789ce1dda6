// error: Thing.size: its type must be bool, std::int32_t, std::uint32_t, std::int64_t, double, std::string, a described enum, a described struct, or a std::vector of one of these, not float
// SPDX-License-Identifier: BSL-1.0
#include <vouch/catalog.hpp>

struct Thing {
    float size{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (size))

constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    using T = Thing;
    return describe<T>("A thing.", field(&T::size, "Its size."));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
