// SPDX-License-Identifier: BSL-1.0
// Every public header in one translation unit, used once: what clang-tidy looks at.
#include <apsaramq.hpp>
#include <apsaramq/examples.hpp>
#include <vouch/describe_large.hpp>
#include <vouch/document.hpp>
#include <vouch/edit.hpp>
#include <vouch/enumerators.hpp>
#include <vouch/export/json_schema.hpp>
#include <vouch/export/markdown.hpp>
#include <vouch/free_form.hpp>
#include <vouch/render/github.hpp>
#include <vouch/render/junit.hpp>
#include <vouch/render/sarif.hpp>
#include <vouch/set.hpp>

int main() {
    const auto reading = vouch::read<apsaramq::CreateInstanceRequest>("{}");
    return reading ? 0 : 1;
}
