// SPDX-License-Identifier: BSL-1.0
// The plain lane: a document -> a value, what is wrong with it, and the members that the schema does not have.
#pragma once

#include <vouch/detail/json/place_finder.hpp>
#include <vouch/detail/plain/checker.hpp>
#include <vouch/detail/plain/outcome.hpp>
#include <vouch/detail/plain/reader.hpp>
#include <vouch/detail/plain/unknown_places.hpp>
#include <vouch/detail/plain/value_type.hpp>
#include <vouch/detail/sequence.hpp>
#include <vouch/detail/sort_runs.hpp>

#include <algorithm>

namespace vouch::inline VOUCH_ABI::detail {

/// A JSON Pointer with the names that the document has; `renames` are sorted by their paths.
inline std::string as_written(std::string_view pointer, const sequence<key_findings::renamed>& renames) {
    std::string written;
    while (!pointer.empty()) {
        const std::size_t end = (std::min)(pointer.find('/', 1), pointer.size());
        written += pointer.substr(0, end);
        pointer.remove_prefix(end);
        const key_findings::renamed* const last = renames.data() + renames.size();
        const key_findings::renamed* const found =
            std::lower_bound(renames.data(), last, written,
                             [](const key_findings::renamed& n, const std::string& path) { return n.path < path; });
        if (found != last && found->path == written) written = found->as;
    }
    return written;
}

/// Whether a pointer names a member that is given beside the document.
inline bool is_beside(std::string_view pointer, const options& o) {
    return std::any_of(o.beside.begin(), o.beside.end(), [&](const beside_value& b) {
        return pointer.size() == b.name.size() + 1 && pointer.ends_with(b.name);
    });
}

/// Asks for the places of a diagnostic.
inline void request_places(draft& e, const sequence<key_findings::renamed>& renames, const options& o,
                           place_finder& finder) {
    if (e.placed) return;
    if (e.token != no_index) {
        finder.want_token(e.token, e.found.where);
    } else if (is_beside(e.found.path, o)) {
        finder.want_token(1, e.found.where);  // Not at a value of the document that does not count.
    } else {
        if (!renames.empty()) e.found.path = as_written(e.found.path, renames);
        finder.want_value(e.found.path, e.found.where);
    }
    for (related_place& related : e.found.related) {
        if (e.related_token != no_index) {
            finder.want_token(e.related_token, related.where);
        } else {
            if (!renames.empty()) related.path = as_written(related.path, renames);
            finder.want_value(related.path, related.where);
        }
    }
}

/// Gives every diagnostic its place and every unknown member its text.
template <class Document>
[[gnu::cold]] void place_all(report_builder& out, reader& r, Document& document, std::vector<unknown_member>& unknown) {
    place_finder finder;
    sort_runs(r.of_keys().renames, [](const auto& a, const auto& b) { return a.path < b.path; });
    for (draft& e : out.drafts()) request_places(e, r.of_keys().renames, out.settings(), finder);
    for (key_findings::unknown_at& u : r.of_keys().unknown) finder.want_token(u.token, u.where);
    if (!finder.wants_nothing()) finder.run(document.text());
    for (draft& e : out.drafts()) {
        if (e.token == no_index && is_beside(e.found.path, out.settings()))
            e.found.where.length = (std::min)(e.found.where.length, std::size_t{1});
    }
    for (key_findings::unknown_at& u : r.of_keys().unknown)
        unknown.push_back({std::move(u.path), std::string(document.text().substr(u.where.offset, u.where.length))});
}

/// What there is to say of a document: placed, and in document order.
template <class Document>
report finish_report(report_builder& out, reader& r, Document& document, std::vector<unknown_member>& unknown) {
    if (!out.drafts().empty() || !r.of_keys().unknown.empty()) place_all(out, r, document, unknown);
    report found = out.finish();
    if constexpr (!Document::has_places) {
        for (diagnostic& d : found.diagnostics) {
            d.where = {};
            for (related_place& related : d.related) related.where = {};
        }
    }
    return found;
}

/// Runs the rules on what was read.
inline void check_read(const void* value, const plain::value_type& type, reader& r, report_builder& out) {
    if (r.sorted_marks().empty() && type.is_clean(value)) return;
    plain::with_block(type, value, [&](cell* block) {
        const marked_block marked(r.sorted_marks(), block);
        check_root(type.object, block, out, out.settings().beside.empty());
    });
}

/// Adds tokens to a sorted list; whether any of them was new.
inline bool add_new(sequence<std::size_t>& all, const sequence<std::size_t>& tokens) {
    if (tokens.empty()) return false;
    const std::size_t before = all.size();
    for (const std::size_t token : tokens) all.push_back(token);
    sort_runs(all, [](std::size_t a, std::size_t b) { return a < b; });
    all.shrink(static_cast<std::size_t>(std::unique(all.begin(), all.end()) - all.begin()));
    return all.size() != before;
}

/// Reads a document into a std::optional of the type; false if no value can be made of it.
template <class Document>
bool read_document(Document& document, const options& o, const plain::value_type& type, void* optional,
                   plain::findings to) {
    sequence<std::size_t> repeated;
    while (true) {
        void* const value = type.emplace(optional);
        report_builder found(o, type.object, false);
        reader r(type.object, value, found, repeated);
        const outcome how = document.send(r, found);
        if (how == outcome::again) continue;
        if (how == outcome::whole && add_new(repeated, r.of_keys().repeated)) continue;
        if (how == outcome::failed)
            r.of_keys().unknown.clear();
        else if (r.is_object())
            check_read(value, type, r, found);
        found.add_option_mistakes();
        to.report = finish_report(found, r, document, to.unknown);
        const bool sound = how == outcome::whole && r.sound();
        const auto remember = [&](const cell* block) { remember_lists(to.unknown, type.object, block); };
        if (sound && !to.unknown.empty()) plain::with_block(type, value, remember);
        return sound;
    }
}

}  // namespace vouch::detail
