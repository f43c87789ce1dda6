// SPDX-License-Identifier: BSL-1.0
#include "terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <string_view>

namespace vouch::cli {

bool wants_color(color_choice choice, bool terminal) {
    if (choice != color_choice::automatic) return choice == color_choice::always;
    const auto set = [](const char* name) {
        const char* value = std::getenv(name);
        return value != nullptr && *value != '\0';
    };
    if (set("NO_COLOR")) return false;
    if (set("FORCE_COLOR")) return std::string_view(std::getenv("FORCE_COLOR")) != "0";
    const char* term = std::getenv("TERM");
    return terminal && term != nullptr && std::string_view(term) != "dumb";
}

bool stdout_is_terminal() { return ::isatty(STDOUT_FILENO) != 0; }

std::size_t terminal_width(bool terminal) {
    constexpr std::size_t least = 40;
    constexpr std::size_t usual = 100;
    if (!terminal) return usual;
    const char* const columns = std::getenv("COLUMNS");
    if (columns != nullptr && std::atoi(columns) > 0) {
        const auto n = static_cast<std::size_t>(std::atoi(columns));
        return n < least ? least : n;
    }
    ::winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return usual;
    return size.ws_col < least ? least : size.ws_col;
}

std::size_t print_width() { return terminal_width(stdout_is_terminal()); }

}  // namespace vouch::cli
