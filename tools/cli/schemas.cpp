// SPDX-License-Identifier: BSL-1.0
#include "schemas.hpp"

#include <apsaramq.hpp>
#include <apsaramq/examples.hpp>
#include <vouch/export/json_schema.hpp>
#include <vouch/set.hpp>

namespace vouch::cli {
namespace {

template <class T>
std::string set_members(const std::vector<std::pair<std::string, std::string>>& members,
                        std::vector<sample_setting>& to) {
    T value{};
    for (const auto& [pointer, text] : members) {
        if (const set_result set = vouch::set(value, pointer, text); !set) return set.error;
    }
    const boost::json::value all = to_value(value, {.include_query = true});
    for (const auto& [pointer, text] : members) to.push_back({pointer, all.at_pointer(pointer)});
    return {};
}

template <class T>
schema make_schema(boost::json::value (*json_schema)()) {
    return {&catalog_of<T>(),
            [](std::string_view text, const options& o) { return read<T>(text, o).report; },
            [](const document& told, const options& o) { return read<T>(told, o).report; },
            &suggest_fixes<T>,
            &fix<T>,
            &example_of<T>,
            &set_members<T>,
            &make_sample<T>,
            &sample_text<T>,
            json_schema};
}

boost::json::value request_schema() {
    return json_schema<apsaramq::CreateInstanceRequest>(
        {.id = "urn:vouch:create-instance-request", .title = "CreateInstance request"});
}
boost::json::value response_schema() {
    return json_schema<apsaramq::CreateInstanceResponse>(
        {.id = "urn:vouch:create-instance-response", .title = "CreateInstance response"});
}

}  // namespace

const schema& schema_of(document_type type) {
    static const schema request = make_schema<apsaramq::CreateInstanceRequest>(&request_schema);
    static const schema response = make_schema<apsaramq::CreateInstanceResponse>(&response_schema);
    return type == document_type::request ? request : response;
}

}  // namespace vouch::cli
