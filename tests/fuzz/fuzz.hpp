// SPDX-License-Identifier: BSL-1.0
// What the fuzz targets share.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <string_view>

/// Ends the program, so that the fuzzer keeps the input, unless something holds.
inline void demand(bool holds) {
    if (!holds) std::abort();
}

/// One input; each target defines it.
void fuzz(std::string_view input);

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    fuzz({reinterpret_cast<const char*>(data), size});
    return 0;
}
