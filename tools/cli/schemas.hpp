// SPDX-License-Identifier: BSL-1.0
// The schemas that the checker knows, without their types.
#pragma once

#include <vouch/catalog.hpp>
#include <vouch/document.hpp>
#include <vouch/export/example.hpp>
#include <vouch/fix.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vouch::cli {

enum class document_type { request, response };

/// What can be done with documents of a type.
struct schema {
    const object_info* catalog;
    report (*read)(std::string_view text, const options&);
    report (*read_told)(const document&, const options&);
    void (*suggest)(std::string_view text, report&, const options&);
    fixed (*fix)(std::string_view text, const options&, fix_level, const report_filter&);
    std::optional<rule_example> (*example)(std::string_view rule);
    /// Sets scalar members, by JSON Pointers and texts, and adds them as settings; what is wrong with one, or nothing.
    std::string (*set)(const std::vector<std::pair<std::string, std::string>>&, std::vector<sample_setting>& to);
    std::optional<boost::json::value> (*sample)(const std::vector<sample_setting>&, bool full);
    std::string (*text)(const boost::json::value&);
    boost::json::value (*json_schema)();
};

const schema& schema_of(document_type);

}  // namespace vouch::cli
