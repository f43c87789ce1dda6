// SPDX-License-Identifier: BSL-1.0
// Reads a request, says all that is wrong with it, and hands a good one on.
#include <apsaramq.hpp>

#include <fstream>
#include <iostream>
#include <sstream>

int main(int argc, char** argv) {
    const char* file = argc > 1 ? argv[1] : "docs/examples/subscription.json";
    std::stringstream text;
    text << std::ifstream(file).rdbuf();

    const auto reading = vouch::read<apsaramq::CreateInstanceRequest>(text.str());
    for (const vouch::diagnostic& d : reading.report) {
        std::cout << d.where.line << ":" << d.where.column << " " << d.rule << ": " << d.message << "; " << d.help
                  << "\n";
    }
    if (!reading) return 1;

    const apsaramq::http_request http = apsaramq::to_http(*reading);
    std::cout << http.method << " " << http.path << "\n" << http.body << "\n";
}
