// error: Thing nests more than 12 levels of objects, lists and maps
// SPDX-License-Identifier: BSL-1.0
#include <vouch/catalog.hpp>

struct L13 {
    std::optional<bool> last{};
};
BOOST_DESCRIBE_STRUCT(L13, (), (last))
constexpr auto shape_of(vouch::of<L13>) {
    using namespace vouch::notation;
    return describe<L13>("A level.", field(&L13::last, "The end."));
}
struct L12 {
    std::optional<L13> inner{};
};
BOOST_DESCRIBE_STRUCT(L12, (), (inner))
constexpr auto shape_of(vouch::of<L12>) {
    using namespace vouch::notation;
    return describe<L12>("A level.", field(&L12::inner, "The next one."));
}
struct L11 {
    std::optional<L12> inner{};
};
BOOST_DESCRIBE_STRUCT(L11, (), (inner))
constexpr auto shape_of(vouch::of<L11>) {
    using namespace vouch::notation;
    return describe<L11>("A level.", field(&L11::inner, "The next one."));
}
struct L10 {
    std::optional<L11> inner{};
};
BOOST_DESCRIBE_STRUCT(L10, (), (inner))
constexpr auto shape_of(vouch::of<L10>) {
    using namespace vouch::notation;
    return describe<L10>("A level.", field(&L10::inner, "The next one."));
}
struct L9 {
    std::optional<L10> inner{};
};
BOOST_DESCRIBE_STRUCT(L9, (), (inner))
constexpr auto shape_of(vouch::of<L9>) {
    using namespace vouch::notation;
    return describe<L9>("A level.", field(&L9::inner, "The next one."));
}
struct L8 {
    std::optional<L9> inner{};
};
BOOST_DESCRIBE_STRUCT(L8, (), (inner))
constexpr auto shape_of(vouch::of<L8>) {
    using namespace vouch::notation;
    return describe<L8>("A level.", field(&L8::inner, "The next one."));
}
struct L7 {
    std::optional<L8> inner{};
};
BOOST_DESCRIBE_STRUCT(L7, (), (inner))
constexpr auto shape_of(vouch::of<L7>) {
    using namespace vouch::notation;
    return describe<L7>("A level.", field(&L7::inner, "The next one."));
}
struct L6 {
    std::optional<L7> inner{};
};
BOOST_DESCRIBE_STRUCT(L6, (), (inner))
constexpr auto shape_of(vouch::of<L6>) {
    using namespace vouch::notation;
    return describe<L6>("A level.", field(&L6::inner, "The next one."));
}
struct L5 {
    std::optional<L6> inner{};
};
BOOST_DESCRIBE_STRUCT(L5, (), (inner))
constexpr auto shape_of(vouch::of<L5>) {
    using namespace vouch::notation;
    return describe<L5>("A level.", field(&L5::inner, "The next one."));
}
struct L4 {
    std::optional<L5> inner{};
};
BOOST_DESCRIBE_STRUCT(L4, (), (inner))
constexpr auto shape_of(vouch::of<L4>) {
    using namespace vouch::notation;
    return describe<L4>("A level.", field(&L4::inner, "The next one."));
}
struct L3 {
    std::optional<L4> inner{};
};
BOOST_DESCRIBE_STRUCT(L3, (), (inner))
constexpr auto shape_of(vouch::of<L3>) {
    using namespace vouch::notation;
    return describe<L3>("A level.", field(&L3::inner, "The next one."));
}
struct L2 {
    std::optional<L3> inner{};
};
BOOST_DESCRIBE_STRUCT(L2, (), (inner))
constexpr auto shape_of(vouch::of<L2>) {
    using namespace vouch::notation;
    return describe<L2>("A level.", field(&L2::inner, "The next one."));
}
struct Thing {
    std::optional<L2> inner{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (inner))
constexpr auto shape_of(vouch::of<Thing>) {
    using namespace vouch::notation;
    return describe<Thing>("A level.", field(&Thing::inner, "The next one."));
}

constexpr const vouch::object_info& catalog = vouch::catalog_of<Thing>();
