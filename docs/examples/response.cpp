// SPDX-License-Identifier: BSL-1.0
// Reads the service's response.
#include <apsaramq.hpp>

#include <iostream>

int main() {
    const auto reading = vouch::read<apsaramq::CreateInstanceResponse>(
        R"({"requestId":"AF9A8B10-C426-530F-A0DD-96320B39****","success":true,"data":"rmq-cn-7e22ody****","code":"200"})");
    if (!reading.value || !reading.value->succeeded()) return 1;
    std::cout << "created " << reading.value->instance_id() << "\n";
}
