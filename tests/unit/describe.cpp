// SPDX-License-Identifier: BSL-1.0
#include <vouch/describe.hpp>

#include "../garden.hpp"

using namespace vouch;
using namespace vouch::detail;
using garden::Bed;
using garden::Plant;
using garden::Soil;

static_assert(described_enum<Soil> && !described_enum<int> && described_struct<Bed> && !described_struct<std::string>);
static_assert(kind_of<bool>() == kind::boolean && kind_of<std::int32_t>() == kind::int32 &&
              kind_of<std::int64_t>() == kind::int64 && kind_of<double>() == kind::number &&
              kind_of<std::string>() == kind::text && kind_of<Soil>() == kind::enumeration &&
              kind_of<Bed>() == kind::object && kind_of<std::vector<Plant>>() == kind::list);
static_assert(is_optional<std::optional<int>> && !is_optional<int>);

// An object's own cell, then those of its members, including all cells of nested objects.
static_assert(width_of<Plant>() == 4 && width_of<Bed>() == 1 + 5 + 3 + 3 + 2);
static_assert(first_slots<Bed>[0] == 1 && first_slots<Bed>[5] == 6 && first_slots<Bed>[6] == 9 &&
              first_slots<Bed>[7] == 12 && first_slots<Bed>[8] == 13);
static_assert(index_of(&Bed::soil) == 1 && index_of(&Bed::spare) == 6);
static_assert(members_at_once<Plant>() == 3 && members_at_once<Bed>() == 9 + 3 && members_at_once<Soil>() == 0);
static_assert(largest_within<Bed>() == 9 && largest_within<Soil>() == 3);
static_assert(position_of(Soil::clay) == 0 && position_of(Soil::loam) == 2 && position_of(Soil{}) == not_described);
