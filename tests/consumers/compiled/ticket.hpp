// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <vouch/instantiate.hpp>
#include <vouch/shape_of.hpp>

struct Ticket {
    std::string title{};
    std::optional<std::int32_t> count{};
};
BOOST_DESCRIBE_STRUCT(Ticket, (), (title, count))
constexpr auto shape_of(vouch::of<Ticket>) {
    using namespace vouch::notation;
    return describe<Ticket>(
        "A ticket.", field(&Ticket::title, "What it is about."),
        field(&Ticket::count, "How many.", {.range = {1, 9, rule(error("count-range"), {"{field} is {value}"})}}));
}
VOUCH_INSTANTIATED_ELSEWHERE(Ticket);
