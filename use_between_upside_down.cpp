// error: Thing, rule odd: size is compared with a range whose min is above the max
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
                       rule(error("odd"), require(&T::size, between(5, 1)), {"m", "h"}));
}

bool use(const Thing& v, std::string& to) {
    vouch::write_to(to, v);
    return vouch::read<Thing>("").report.ok() && vouch::validate(v).ok();
}
