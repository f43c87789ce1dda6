// SPDX-License-Identifier: BSL-1.0
// A schema of one's own: a struct, its notes, a rule.
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
    return describe<T>(
        "A ticket.",
        fields(field(&T::title, {.doc = "What it is about.", .example = "Printer on fire"}),
               field(&T::priority, {.doc = "How urgent it is."}), field(&T::reason, {.doc = "Why it is urgent."})),
        rules(rule({.id = "high-needs-reason",
                    .message = "a ticket of high priority needs a reason",
                    .help = "add \"reason\""},
                   when(&T::priority, is(Priority::high)).then(&T::reason, present))));
}

}  // namespace tickets

int main() {
    const auto reading = vouch::read<tickets::Ticket>(R"({"title":"Printer on fire","priority":"high"})");
    for (const vouch::diagnostic& d : reading.report)
        std::cout << d.path << ": " << d.message << "; " << d.help << "\n";
    return reading.report.size() == 1 && reading.report[0].rule == "high-needs-reason" ? 0 : 1;
}
