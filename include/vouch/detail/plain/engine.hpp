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
    struct block_checker final : block_visitor {
        block_checker(const object_info& i, const options& with) : object(i), out(with, i) {}
        void visit(std::size_t, cell* block) override { check_root(object, block, out, false); }
        const object_info& object;
        report_builder out;
    } checker(type.object, o);
    type.show(value, checker);
    checker.out.add_option_mistakes();
    return checker.out.finish([](const draft& a, const draft& b) { return a.order < b.order; });
}

VOUCH_DEFINED void write(std::string& out, const void* value, const value_type& type, const write_options& o) {
    struct block_writer final : block_visitor {
        block_writer(std::string& to, const object_info& i, const write_options& with)
            : out(to), object(i), options(with) {}
        void visit(std::size_t, cell* block) override {
            unknown_places places(object, block);
            std::vector<writer::placed> placed;
            for (std::size_t i = 0; i < options.unknown.size(); ++i) {
                if (auto at = places.object_of(options.unknown[i]))
                    placed.emplace_back(std::move(*at), i);
                else if (options.left_out != nullptr)
                    options.left_out->push_back(options.unknown[i]);
            }
            writer(out, options, std::move(placed)).object(object, block);
        }
        std::string& out;
        const object_info& object;
        const write_options& options;
    } visitor(out, type.object, o);
    type.show(value, visitor);
}

}  // namespace vouch::detail::plain
