// SPDX-License-Identifier: BSL-1.0
// The documents that benchmarks work on: one or more of each kind, used in turn.
#pragma once

#include <string>
#include <vector>

struct corpus {
    std::string name;
    std::vector<std::string> clean;     ///< Documents about which there is nothing to report.
    std::vector<std::string> mistakes;  ///< The same, with ten mistakes each.
};

/// full, minimal, alphabetical, pretty, mix and mix_shuffled.
const std::vector<corpus>& corpora();

/// A clean document, but for its length, with `n` tags.
std::string with_tags(std::size_t n);
/// A document with `n` mistakes in its tags.
std::string with_mistakes(std::size_t n);
/// A document with `n` tags whose keys are misspelled.
std::string with_wrong_keys(std::size_t n);
/// A document with `n` vSwitch ids joined in one text.
std::string with_joined_ids(std::size_t n);
