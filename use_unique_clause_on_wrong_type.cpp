// error: Thing, rule odd: sizes is not a list of strings
// SPDX-License-Identifier: BSL-1.0
#include <vouch/read.hpp>
#include <vouch/validate.hpp>
#include <vouch/write.hpp>

struct Thing {
    std::optional<std::vector<std::int32_t>> sizes{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (sizes))

constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    using T = Thing;
    return describe<T>("A thing.", field(&T::sizes, "Its sizes."), rule(error("odd"), unique(&T::sizes), {"m", "h"}));
}

bool use(const Thing& v, std::string& to) {
    vouch::write_to(to, v);
    return vouch::read<Thing>("").report.ok() && vouch::validate(v).ok();
}
