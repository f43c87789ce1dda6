// SPDX-License-Identifier: BSL-1.0
#include "text.hpp"

#include <vouch/unicode.hpp>

namespace vouch::cli {

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines = split(text, '\n');
    if (lines.back().empty()) lines.pop_back();
    return lines;
}

std::string joined(const std::vector<std::string>& words, std::string_view separator) {
    std::string out;
    for (const std::string& word : words) {
        if (!out.empty()) out += separator;
        out += word;
    }
    return out;
}

std::string shown(std::string_view text) {
    std::string out;
    append_shown(out, text, 60);
    return out;
}

std::string counted(std::size_t n, std::string_view one, std::string_view many) {
    return std::to_string(n) + " " + std::string(n == 1 ? one : many);
}

void append_wrapped(std::string& out, std::string_view words, std::size_t column, std::size_t width) {
    const std::size_t room = width > column ? width - column : 1;
    std::size_t used = 0;
    for (const std::string_view word : split(words, ' ')) {
        const std::size_t size = count_code_points(word);
        if (used != 0 && used + 1 + size > room) {
            out += '\n';
            out.append(column, ' ');
            used = 0;
        }
        if (used != 0) {
            out += ' ';
            ++used;
        }
        out += word;
        used += size;
    }
}

bool begins_like_plan(std::string_view text) {
    return text.substr(0, 4096).find("\"format_version\"") != std::string_view::npos;
}

}  // namespace vouch::cli
