// SPDX-License-Identifier: BSL-1.0
// Reads a request from lines such as "networkInfo.vpcInfo.vpcId = vpc-1", where "?" is a value that is not known yet.
#include <apsaramq.hpp>
#include <vouch/document.hpp>

#include <iostream>
#include <sstream>

int main() {
    std::istringstream lines("seriesCode = standart\nsubSeriesCode = serverless\npaymentType = ?\nserviceCode = rmq\n");
    vouch::document request;
    vouch::place at;
    request.begin_object({0, 1, 1, 1});
    for (std::string line; std::getline(lines, line);) {
        at.length = line.size();
        ++at.line;
        at.column = 1;
        const std::string name = line.substr(0, line.find(' '));
        const std::string value = line.substr(line.rfind(' ') + 1);
        request.key(name, at, "line " + std::to_string(at.line));
        value == "?" ? request.unresolved() : request.string(value);
        at.offset += line.size() + 1;
    }
    request.end_object();
    const auto reading = vouch::read<apsaramq::CreateInstanceRequest>(request);
    for (const vouch::diagnostic& d : reading.report)
        std::cout << d.where.line << ": " << d.message << " (" << d.source_path << ")\n";
    return reading.report.size() == 3 ? 0 : 1;
}
