// SPDX-License-Identifier: BSL-1.0
// Prints the address of each function that is entered while a document on standard input is read: what count.py counts.
#include <apsaramq.hpp>

#include <cstdio>
#include <iostream>
#include <iterator>

namespace {

bool recording = false;

}  // namespace

extern "C" {

[[gnu::no_instrument_function]] void __cyg_profile_func_enter(void* function, void*);
[[gnu::no_instrument_function]] void __cyg_profile_func_exit(void*, void*);

void __cyg_profile_func_enter(void* function, void*) {
    if (recording) std::printf("%p\n", function);
}
void __cyg_profile_func_exit(void*, void*) {}
}

int main() {
    const std::string text(std::istreambuf_iterator<char>(std::cin), {});
    recording = true;
    const auto reading = vouch::read<apsaramq::CreateInstanceRequest>(text);
    recording = false;
    return reading ? 0 : 1;
}
