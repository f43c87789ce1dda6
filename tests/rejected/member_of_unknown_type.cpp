// error: Thing.size: its type must be bool, std::int32_t, std::uint32_t, std::int64_t, std::uint64_t, float, double, std::string, boost::json::value, a described enum, a described struct, or a std::vector or std::map<std::string, …> of one of these, not long double
// SPDX-License-Identifier: BSL-1.0
#include <vouch/catalog.hpp>

struct Thing {
    long double size{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (size))

constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    using T = Thing;
    return describe<T>("A thing.", field(&T::size, "Its size."));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
