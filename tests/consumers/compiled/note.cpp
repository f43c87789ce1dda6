// SPDX-License-Identifier: BSL-1.0
#include <vouch.hpp>

struct Note {
    std::string text{};
};
BOOST_DESCRIBE_STRUCT(Note, (), (text))
constexpr auto shape_of(vouch::of<Note>) {
    using namespace vouch::notation;
    return describe<Note>("A note.", field(&Note::text, "What it says."));
}

int main() {
    const auto reading = vouch::read<Note>(R"({"text":"hello"})");
    return reading && vouch::write(*reading) == R"({"text":"hello"})" && vouch::locate(R"({"a":1})", "/a") ? 0 : 1;
}
