// SPDX-License-Identifier: BSL-1.0
// A schema with forms of texts, whose addresses g++ does not compare with null in a constant expression if that is
// sanitized.
#include "../../../docs/examples/bucket.hpp"

#include <vouch/read.hpp>

bool is_bucket(std::string_view text) { return vouch::check<storage::CreateBucket>(text); }
