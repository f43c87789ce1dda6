// SPDX-License-Identifier: BSL-1.0
// The plain lane: a document -> a value, what is wrong with it, and the members that the schema does not have.
#pragma once

#include <vouch/catalog.hpp>
#include <vouch/detail/plain/block.hpp>
#include <vouch/detail/plain/checker.hpp>
#include <vouch/detail/plain/outcome.hpp>
#include <vouch/detail/plain/reader.hpp>
#include <vouch/locate.hpp>
#include <vouch/reading.hpp>

namespace vouch::detail {

/// Asks for the places of a diagnostic.
inline void request_places(draft& e, const std::vector<key_findings::renamed>& renames, place_finder& finder) {
    if (e.placed) return;
    if (e.token != no_index) {
        finder.want_token(e.token, e.found.where);
    } else {
        for (const key_findings::renamed& n : renames) {
            if (e.found.path == n.path) e.found.path = n.as;
        }
        finder.want_value(e.found.path, e.found.where);
    }
    for (related_place& related : e.found.related) {
        if (e.related_token != no_index)
            finder.want_token(e.related_token, related.where);
        else
            finder.want_value(related.path, related.where);
    }
}

/// Gives every diagnostic its place and every unknown member its text.
template <class Document>
[[gnu::cold]] void place_all(report_builder& out, reader& r, Document& document, std::vector<unknown_member>& unknown) {
    place_finder finder;
    std::vector<place> raw(r.of_keys().unknown.size());
    for (draft& e : out.drafts()) request_places(e, r.of_keys().renames, finder);
    for (std::size_t i = 0; i < raw.size(); ++i) finder.want_token(r.of_keys().unknown[i].token, raw[i]);
    if (!finder.wants_nothing()) finder.run(document.text());
    for (std::size_t i = 0; i < raw.size(); ++i) {
        std::string text(document.text().substr(raw[i].offset, raw[i].length));
        unknown.push_back({std::move(r.of_keys().unknown[i].path), std::move(text)});
    }
}

/// What there is to say of a document: placed, and in document order.
template <class Document>
report finish_report(report_builder& out, reader& r, Document& document, std::vector<unknown_member>& unknown) {
    if (!out.drafts().empty() || !r.of_keys().unknown.empty()) place_all(out, r, document, unknown);
    report found =
        out.finish([](const draft& a, const draft& b) { return a.found.where.offset < b.found.where.offset; });
    if constexpr (!Document::has_places) {
        for (diagnostic& d : found.diagnostics) {
            d.where = {};
            for (related_place& related : d.related) related.where = {};
        }
    }
    return found;
}

/// Runs the rules on what was read.
template <class T>
void check_read(const T& value, reader& r, report_builder& out) {
    const read_marks& found = r.sorted_marks();
    const object_source<T> own(value);
    const marked_source marked(own, found);
    block_of<T> block(value, found.empty() ? static_cast<const list_source&>(own) : marked);
    found.apply(block.cells.data());
    check_root(catalog_of<T>(), block.cells.data(), out, out.settings().beside.empty());
}

/// Makes a value where it is wanted; `emplace()` would clear its place twice.
struct empty_value {
    template <class T>
    operator T() const {
        return T{};
    }
};

/// Reads a document into an empty result.
template <class T, class Document>
void read_document(Document& document, const options& o, reading<T>& result) {
    std::vector<std::size_t> repeated;
    while (true) {
        T& value = result.value.emplace(empty_value{});
        report_builder found(o);
        reader r(catalog_of<T>(), &value, found, repeated);
        const outcome how = document.send(r, found);
        if (how == outcome::again) continue;
        if (how == outcome::whole && repeated.empty() && !r.of_keys().repeated.empty()) {
            repeated = std::move(r.of_keys().repeated);
            std::sort(repeated.data(), repeated.data() + repeated.size());
            continue;
        }
        if (how == outcome::failed)
            r.of_keys().unknown.clear();
        else if (r.is_object())
            check_read(value, r, found);
        result.report = finish_report(found, r, document, result.unknown);
        if (how != outcome::whole || !r.sound()) result.value.reset();
        return;
    }
}

}  // namespace vouch::detail
