// error: Thing, rule odd: name is not a list or map of strings
// SPDX-License-Identifier: BSL-1.0
#include <vouch/read.hpp>
#include <vouch/validate.hpp>
#include <vouch/write.hpp>

struct Thing {
    std::optional<std::string> name{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (name))

constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    using T = Thing;
    return describe<T>("A thing.", field(&T::name, "Its name."),
                       rule(error("odd"), each(&T::name, is("a")), {"m", "h"}));
}

bool use(const Thing& v, std::string& to) {
    vouch::write_to(to, v);
    return vouch::read<Thing>("").report.ok() && vouch::validate(v).ok();
}
