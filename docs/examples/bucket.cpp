// SPDX-License-Identifier: BSL-1.0
// Reads a bucket's request in which everything is wrong.
#include "bucket.hpp"

#include <iostream>

int main() {
    const auto reading = vouch::read<storage::CreateBucket>(
        R"({"bucket":"My","region":"us-east-2","x-amz-acl":"private","part-size":4,"replicas":0,"expires":"tomorrow",)"
        R"("owners":["me@example.com","me@example.com","you"],"retentionDays":[7,8,0],"copies":["eu-central-1","mars"],)"
        R"("labels":{"team":"blue","Cost Center":"7"},"mirrors":{"my-mirror":{"region":"eu-central-1","delay-minutes":90}}})");
    for (const vouch::diagnostic& d : reading.report)
        std::cout << d.rule << " " << d.path << ": " << d.message << "; " << d.help << "\n";
}
