// SPDX-License-Identifier: BSL-1.0
#include <apsaramq.hpp>

int main() { return vouch::read<apsaramq::CreateInstanceRequest>("{}").report.errors() == 5 ? 0 : 1; }
