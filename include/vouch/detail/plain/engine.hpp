// SPDX-License-Identifier: BSL-1.0
// The functions of lane.hpp: compiled in each file that uses them, or once.
#pragma once

#include <vouch/detail/config.hpp>
#include <vouch/detail/plain/read_document.hpp>
#include <vouch/detail/plain/text_document.hpp>
#include <vouch/detail/plain/unknown_places.hpp>
#include <vouch/detail/plain/writer.hpp>

namespace vouch::inline VOUCH_ABI::detail::plain {

VOUCH_DEFINED bool read(std::string_view text, const options& o, const value_type& type, void* optional, findings to) {
    text_document document(text);
    return read_document(document, o, type, optional, to);
}

VOUCH_DEFINED report validate(const void* value, const value_type& type, const options& o) {
    report_builder out(o, type.object);
    with_block(type, value, [&](cell* block) { check_root(type.object, block, out, false); });
    out.add_option_mistakes();
    return out.finish();
}

VOUCH_DEFINED void write(std::string& out, const void* value, const value_type& type, const write_options& o) {
    with_block(type, value, [&](const cell* block) {
        unknown_places places(type.object, block);
        sequence<writer::placed> placed;
        for (std::size_t i = 0; i < o.unknown.size(); ++i) {
            if (auto at = places.object_of(o.unknown[i]))
                placed.push_back({std::move(*at), i});
            else if (o.left_out != nullptr)
                o.left_out->push_back(o.unknown[i]);
        }
        writer(out, o, std::move(placed)).object(type.object, block);
    });
}

}  // namespace vouch::detail::plain
