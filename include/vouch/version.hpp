// SPDX-License-Identifier: BSL-1.0
// The version of the library. Everything is in an inline namespace of it: programs may contain several versions.
#pragma once

#define VOUCH_VERSION "0.1.0"
#define VOUCH_VERSION_MAJOR 0
#define VOUCH_VERSION_MINOR 1
#define VOUCH_VERSION_PATCH 0

/// The inline namespace.
#define VOUCH_ABI v0_1
