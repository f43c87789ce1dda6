// SPDX-License-Identifier: BSL-1.0
#include "pattern.hpp"

#include <vector>

namespace vouch::cli {
namespace {

/// The characters of a pattern, from the first one on; two stars are one.
std::vector<std::string_view> parts_of(std::string_view pattern) {
    std::vector<std::string_view> parts;
    while (!pattern.empty()) {
        parts.push_back(pattern.substr(0, pattern.starts_with("**") ? 2 : 1));
        pattern.remove_prefix(parts.back().size());
    }
    return parts;
}

}  // namespace

bool fits_pattern(std::string_view path, std::string_view pattern) {
    const std::vector<std::string_view> parts = parts_of(pattern);
    const std::size_t n = path.size();
    std::vector<bool> fits(n + 1);   // Whether what follows in the path fits what follows in the pattern.
    std::vector<bool> after(n + 1);  // The same without the part that comes next.
    fits[n] = true;
    for (std::size_t p = parts.size(); p-- > 0;) {
        const std::string_view part = parts[p];
        const bool may_be_none = part == "**" && p + 1 < parts.size() && parts[p + 1] == "/";
        std::vector<bool> now(n + 1);
        for (std::size_t i = n + 1; i-- > 0;) {
            const bool is_slash = i < n && path[i] == '/';
            if (part == "**")
                now[i] = fits[i] || (i < n && now[i + 1]) || (may_be_none && after[i]);
            else if (part == "*")
                now[i] = fits[i] || (i < n && !is_slash && now[i + 1]);
            else
                now[i] = i < n && (part == "?" ? !is_slash : path[i] == part.front()) && fits[i + 1];
        }
        after = std::move(fits);
        fits = std::move(now);
    }
    return fits[0];
}

}  // namespace vouch::cli
