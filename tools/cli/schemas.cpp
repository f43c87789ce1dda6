// SPDX-License-Identifier: BSL-1.0
#include "schemas.hpp"

#include <apsaramq/create_instance.hpp>

namespace vouch::cli {
namespace {

template <class T>
schema make_schema() {
    return {&catalog_of<T>(),
            [](std::string_view text, const options& o) { return read<T>(text, o).report; },
            &suggest_fixes<T>,
            &fix<T>,
            &example_of<T>,
            &make_sample<T>,
            &sample_text<T>};
}

}  // namespace

const schema& schema_of(document_type type) {
    static const schema request = make_schema<apsaramq::CreateInstanceRequest>();
    static const schema response = make_schema<apsaramq::CreateInstanceResponse>();
    return type == document_type::request ? request : response;
}

}  // namespace vouch::cli
