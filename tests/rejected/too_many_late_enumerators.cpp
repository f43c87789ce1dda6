// error: Thing, rule late: code is compared with more than 8 enumerators after the first 64
// SPDX-License-Identifier: BSL-1.0
#include <vouch/catalog.hpp>

#include <large.hpp>

using form::Code;

struct Thing {
    Code code{};
    std::optional<bool> other{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (code, other))
constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    return describe<Thing>(
        "A thing.", field(&Thing::code, "A code."), field(&Thing::other, "Another."),
        rule(error("late"),
             when(&Thing::code, one_of(Code::c000, Code::c03f, Code::c040, Code::c041, Code::c042, Code::c043,
                                       Code::c044, Code::c045, Code::c046, Code::c047, Code::c048))
                 .then(&Thing::other, present),
             {.message = "a thing needs another"}));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
