// error: Thing, rule type-mismatch: a built-in rule has this id
// SPDX-License-Identifier: BSL-1.0
#include <vouch/read.hpp>
#include <vouch/validate.hpp>
#include <vouch/write.hpp>

struct Thing {
    std::optional<std::int32_t> size{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (size))

constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    using T = Thing;
    return describe<T>("A thing.", field(&T::size, "Its size."),
                       rule(error("type-mismatch"), require(&T::size, between(1, 5)), {"m", "h"}));
}

bool use(const Thing& v, std::string& to) {
    vouch::write_to(to, v);
    return vouch::read<Thing>("").report.ok() && vouch::validate(v).ok();
}
