// SPDX-License-Identifier: BSL-1.0
// A program of two parts that both use Vouch; each must see its own schema. The argument is the greatest bandwidth that
// the other part allows.
#include <apsaramq.hpp>

#include <cstdlib>
#include <iostream>

std::size_t errors_in_other(std::string_view text);

int main(int argc, char** argv) {
    const int other_limit = argc == 2 ? std::atoi(argv[1]) : 0;
    const auto with_bandwidth = [](int n) {
        return R"({"networkInfo":{"internetInfo":{"flowOutType":"payByBandwidth","flowOutBandwidth":)" +
               std::to_string(n) + "}}}";
    };
    const auto errors_here = [](std::string_view text) {
        return vouch::read<apsaramq::CreateInstanceRequest>(text).report.errors();
    };
    const std::size_t fine = errors_here(with_bandwidth(1000));
    const bool here = errors_here(with_bandwidth(1001)) == fine + 1;
    const bool there = errors_in_other(with_bandwidth(other_limit)) == fine &&
                       errors_in_other(with_bandwidth(other_limit + 1)) == fine + 1;
    if (!here) std::cerr << "the program sees the schema of its other part\n";
    if (!there) std::cerr << "the other part sees the schema of the program\n";
    return here && there ? 0 : 1;
}
