// SPDX-License-Identifier: BSL-1.0
// A schema of your own: a struct, its notes, a rule.
#include <vouch.hpp>

#include <iostream>

namespace tickets {

enum class Priority { low = 1, high };
BOOST_DESCRIBE_ENUM(Priority, low, high)
constexpr auto shape_of(vouch::of<Priority>) {
    using namespace vouch::notation;
    return describe<Priority>("How urgent.", value(Priority::low, "Can wait."), value(Priority::high, "Cannot."));
}

struct Ticket {
    std::string title{};
    Priority priority{};
    std::optional<std::string> reason{};
};
BOOST_DESCRIBE_STRUCT(Ticket, (), (title, priority, reason))
constexpr auto shape_of(vouch::of<Ticket>) {
    using namespace vouch::notation;
    using T = Ticket;
    // clang-format off
    return describe<T>("A ticket.",

    field(&T::title,    "What it is about.", {.example = "Printer on fire"}),
    field(&T::priority, "How urgent it is."),
    field(&T::reason,   "Why it is urgent."),

    rule(error("high-needs-reason"),
         when(&T::priority, is(Priority::high)).then(&T::reason, present),
         {"a ticket of high priority needs a reason", "add `reason`"}));
    // clang-format on
}

}  // namespace tickets

int main() {
    const auto reading = vouch::read<tickets::Ticket>(R"({"title":"Printer on fire","priority":"high"})");
    for (const vouch::diagnostic& d : reading.report)
        std::cout << d.path << ": " << d.message << "; " << d.help << "\n";
    return reading.report.size() == 1 && reading.report[0].rule == "high-needs-reason" ? 0 : 1;
}
