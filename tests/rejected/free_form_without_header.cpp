// error: Thing.sizes: boost::json::value needs #include <vouch/free_form.hpp>
// SPDX-License-Identifier: BSL-1.0
#include <vouch/catalog.hpp>

#include <boost/json/value.hpp>

struct Thing {
    boost::json::value sizes{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (sizes))

constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    using T = Thing;
    return describe<T>("A thing.", field(&T::sizes, "Its sizes."));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
