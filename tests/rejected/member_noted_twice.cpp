// error: a member has two field(...) notes
// SPDX-License-Identifier: BSL-1.0
#include <vouch/detail/tables/objects.hpp>

struct Thing {
    std::optional<std::int32_t> size{};
    std::optional<std::string> name{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (size, name))

constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    using T = Thing;
    return describe<T>("A thing.",
                       fields(field(&T::name, {.doc = "Its name."}), field(&T::name, {.doc = "Its name."})));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
