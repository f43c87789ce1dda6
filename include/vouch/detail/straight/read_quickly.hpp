// SPDX-License-Identifier: BSL-1.0
// Reads clean documents faster: what it accepts, the plain lane accepts as well, with the same value.
#pragma once

#include <vouch/detail/plain/read_document.hpp>
#include <vouch/detail/straight/quick.hpp>

namespace vouch::detail {

/// Whether there is anything to report.
class any_sink final : public finding_sink {
public:
    explicit any_sink(const options& o) : options_(o) {}
    void found(const finding& f) override {
        severity level{};
        if (options_.reports(*f.rule, level)) any = true;
    }
    bool any = false;

private:
    const options& options_;
};

/// Reads a document with nothing to report. Returns false for any other, and if it would take more than a quick look.
template <class T>
bool read_quickly(std::string_view text, T& value, const options& o) {
    if (text.size() > o.max_size || levels_of<T>() > o.max_depth || !o.beside.empty()) return false;
    if (!quick_reader(text, o.flat).document(catalog_of<T>(), &value)) return false;
    block_of<T> block(value);
    any_sink sink(o);
    check_root(catalog_of<T>(), block.cells.data(), sink, true);
    return !sink.any;
}

}  // namespace vouch::detail
