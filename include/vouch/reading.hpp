// SPDX-License-Identifier: BSL-1.0
// The result of reading a document: a value, what was found, and the members that the schema does not have.
#pragma once

#include <vouch/diagnostic.hpp>
#include <vouch/options.hpp>

#include <optional>
#include <vector>

namespace vouch::inline VOUCH_ABI {

/// What was read: the value, if there is one, and everything that was found.
template <class T>
struct reading {
    /// Without a value. Not defaulted: compilers would zero the storage of the value first.
    reading() {}

    /// Whether there is a value and no error, so that it can be used as it is.
    [[nodiscard]] explicit operator bool() const { return value.has_value() && report.ok(); }
    const T& operator*() const { return *value; }  ///< Only if there is a value.
    T& operator*() { return *value; }
    const T* operator->() const { return &*value; }  ///< Only if there is a value.
    T* operator->() { return &*value; }

    std::optional<T> value;               ///< Present if every required member is there and nothing is mistyped.
    vouch::report report;                 ///< Everything that was found.
    std::vector<unknown_member> unknown;  ///< What the schema does not have, whatever `options::unknown` says.
};

}  // namespace vouch
