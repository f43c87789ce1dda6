// SPDX-License-Identifier: BSL-1.0
// Rules shared by several objects of the request, and the sources that rules name.
#pragma once

#include <vouch/shape_of.hpp>

namespace apsaramq::inline VOUCH_ABI {

namespace sources {

using vouch::notation::practice;
using vouch::notation::vendor;

inline constexpr auto edition_page = vendor("product selection and instance specification pages");
inline constexpr auto terraform = vendor("Terraform provider");
inline constexpr auto ros = vendor("ROS resource type");
inline constexpr auto sdk = vendor("comments of the SDKs");
inline constexpr auto tag_page = vendor("tag limits page");
inline constexpr auto seen = practice("seen in real requests");
inline constexpr auto contradiction = practice("two settings that contradict each other");
inline constexpr auto judgement = practice("judgment");

}  // namespace sources

inline constexpr auto placeholder_value =
    vouch::notation::rule(vouch::notation::warning("placeholder-value", sources::seen),
                          {"{field} looks like a placeholder: {value}",
                           "put the real value here; this one was copied from documentation or from a template"});

inline constexpr auto id_prefix =
    vouch::notation::rule(vouch::notation::warning("id-prefix", sources::seen),
                          {"{field} does not look like an id of the expected kind: {value}", "write {allowed}"});

}  // namespace apsaramq
