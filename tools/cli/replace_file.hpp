// SPDX-License-Identifier: BSL-1.0
// Writing files so that nothing is lost: a file has its old content or its new one, whatever happens.
#pragma once

#include <cstdio>
#include <functional>
#include <string>
#include <string_view>

namespace vouch::cli {

/// Why a file must not be written, in words; empty if it may. It must be a regular file that may be written and has one
/// name, or not be there; links are followed.
std::string obstacle_to_writing(const std::string& file);

/// Opens a file without a name, in the folder of another one; nullptr if that failed. It is gone once it is closed.
std::FILE* open_nameless(const std::string& neighbor);

/// Writes the new content of a file; false if that failed, with the reason in errno.
using content_writer = std::function<bool(std::FILE*)>;

/// Replaces a file atomically, or creates it. Mode, owner, extended attributes and access control lists are kept. If
/// `expected` is given, a file with another content is left alone: somebody changed it. Answers why nothing was
/// written, in words; empty if it was.
std::string replace_file(const std::string& file, const content_writer& content, const std::string_view* expected);

}  // namespace vouch::cli
