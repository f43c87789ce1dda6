// SPDX-License-Identifier: BSL-1.0
// Numbers for texts: those of the keys of an object, or of JSON Pointers.
#pragma once

#include <vouch/version.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace vouch::inline VOUCH_ABI::detail {

/// Gives every text a number, from 0 on.
class numbering {
public:
    struct numbered {
        std::string_view text;  ///< Valid as long as the numbering is.
        std::size_t number;
        bool is_new;
    };
    numbered of(std::string text) {
        const auto [at, is_new] = numbers_.try_emplace(std::move(text), numbers_.size());
        return {at->first, at->second, is_new};
    }

private:
    std::map<std::string, std::size_t> numbers_;
};

}  // namespace vouch::detail
