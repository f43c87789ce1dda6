// error: Thing has more than 256 members
// SPDX-License-Identifier: BSL-1.0
#include <vouch/catalog.hpp>

#include <large.hpp>

struct Thing {
    LARGE_256(LARGE_MEMBER, m)
    std::optional<std::int32_t> more{};
};
LARGE_STRUCT(Thing, more LARGE_256(LARGE_NAME, m));

constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    return describe<Thing>("Too large.");
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
