// SPDX-License-Identifier: BSL-1.0
// The other part of a program: built with another version of Vouch, or as a shared library.
#include <apsaramq.hpp>

std::size_t errors_in_other(std::string_view text) {
    return vouch::read<apsaramq::CreateInstanceRequest>(text).report.errors();
}
