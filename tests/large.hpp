// SPDX-License-Identifier: BSL-1.0
// A struct and an enum of the largest size: `form::Form` has the members m00, m01, ... mff, and `form::Code` the
// enumerators c000, c001, ... c3ff. Describing them any other way would take 1,300 lines.
#pragma once

#include <vouch/catalog.hpp>
#include <vouch/describe_large.hpp>

// clang-format off
#define LARGE_16(X, p) \
    X(p##0) X(p##1) X(p##2) X(p##3) X(p##4) X(p##5) X(p##6) X(p##7) \
    X(p##8) X(p##9) X(p##a) X(p##b) X(p##c) X(p##d) X(p##e) X(p##f)
#define LARGE_256(X, p) \
    LARGE_16(X, p##0) LARGE_16(X, p##1) LARGE_16(X, p##2) LARGE_16(X, p##3) \
    LARGE_16(X, p##4) LARGE_16(X, p##5) LARGE_16(X, p##6) LARGE_16(X, p##7) \
    LARGE_16(X, p##8) LARGE_16(X, p##9) LARGE_16(X, p##a) LARGE_16(X, p##b) \
    LARGE_16(X, p##c) LARGE_16(X, p##d) LARGE_16(X, p##e) LARGE_16(X, p##f)
#define LARGE_1024(X, p) LARGE_256(X, p##0) LARGE_256(X, p##1) LARGE_256(X, p##2) LARGE_256(X, p##3)
// clang-format on

#define LARGE_NAME(name) , name
#define LARGE_STRUCT(...) VOUCH_DESCRIBE_STRUCT(__VA_ARGS__)
#define LARGE_ENUM(...) VOUCH_DESCRIBE_ENUM(__VA_ARGS__)

namespace form {

enum class Code { none LARGE_1024(LARGE_NAME, c) };
LARGE_ENUM(Code LARGE_1024(LARGE_NAME, c));

#define LARGE_VALUE(name) , value(Code::name, "code-" #name, "A code.")
constexpr auto shape_of(vouch::of<Code>) {
    using namespace vouch::notation;
    return describe<Code>("A code." LARGE_1024(LARGE_VALUE, c));
}

struct Form {
#define LARGE_MEMBER(name) std::optional<std::int32_t> name{};
    LARGE_256(LARGE_MEMBER, m)
};
LARGE_STRUCT(Form LARGE_256(LARGE_NAME, m));

#define LARGE_FIELD(name) , field(&Form::name, "A number.", {.range = {0, 999}})
constexpr auto shape_of(vouch::of<Form>) {
    using namespace vouch::notation;
    return describe<Form>("A form." LARGE_256(LARGE_FIELD, m),
                          rule(error("last-without-first"), when(&Form::mff, present).then(&Form::m00, present),
                               {.message = "the last number comes with the first"}));
}

// The smallest ones.
enum class Kind { plain = 1 };
VOUCH_DESCRIBE_ENUM(Kind, plain);
constexpr auto shape_of(vouch::of<Kind>) {
    using namespace vouch::notation;
    return describe<Kind>("A kind.", value(Kind::plain, "The only one."));
}
struct Stamp {
    Kind kind{};
};
VOUCH_DESCRIBE_STRUCT(Stamp, kind);
constexpr auto shape_of(vouch::of<Stamp>) {
    using namespace vouch::notation;
    return describe<Stamp>("A stamp.", field(&Stamp::kind, "Its kind."));
}

/// What goes with a form.
struct Letter {
    Code code{};
    std::optional<Code> reply{};
    std::optional<std::vector<Code>> others{};
    Form form{};
};
BOOST_DESCRIBE_STRUCT(Letter, (), (code, reply, others, form))
constexpr auto shape_of(vouch::of<Letter>) {
    using namespace vouch::notation;
    return describe<Letter>(
        "A letter.", field(&Letter::code, "What it is about."), field(&Letter::reply, "What is answered."),
        field(&Letter::others, "What else it is about."), field(&Letter::form, "The form."),
        rule(error("no-reply-to-last"),
             when(&Letter::code, one_of(Code::c000, Code::c3fe, Code::c3ff)).then(&Letter::reply, absent),
             {.message = "a letter about {value} is not answered"}),
        rule(error("last-number-needed"),
             when(&Letter::reply, is(Code::c03f)).then(at(&Letter::form, &Form::mff), present),
             {.message = "code-c03f needs the last number"}));
}

}  // namespace form
