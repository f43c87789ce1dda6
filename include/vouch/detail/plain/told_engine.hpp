// SPDX-License-Identifier: BSL-1.0
// What a front end has told, as a document in the plain lane: compiled in each file that uses it, or once.
#pragma once

#include <vouch/detail/config.hpp>
#include <vouch/detail/plain/outcome.hpp>
#include <vouch/detail/plain/read_document.hpp>
#include <vouch/detail/plain/reader.hpp>
#include <vouch/detail/plain/told_text.hpp>

namespace vouch::inline VOUCH_ABI::detail {

class told_document {
public:
    static constexpr bool has_places = true;  ///< In its JSON text.

    explicit told_document(const told_text& told) : told_(told) {}

    outcome send(reader& r, report_builder& out) {
        const auto fail = [&](const rule_words& rule, std::size_t at, const word_list& words = {}) {
            return reject(out, rule, text(), {at, 1, 0, 0}, words);
        };
        if (text().size() > out.settings().max_size) return fail(built_in_rules::document_too_large, 0);
        if (!told_.is_whole()) return fail(built_in_rules::body_missing, 0);
        if (!told_.all_utf8()) return fail(built_in_rules::json_syntax, 0, {.value = "a text is not UTF-8"});
        for (std::size_t i = 0; i < told_.events().size(); ++i) {
            if (!send(i, r)) return fail(built_in_rules::nesting_too_deep, told_.events()[i].offset);
        }
        if (r.is_missing()) return fail(built_in_rules::body_missing, 0);
        return outcome::whole;
    }

    [[nodiscard]] std::string_view text() const { return told_.json(); }

private:
    using type = told_event::type;

    bool send(std::size_t i, reader& r) const {
        const told_event& e = told_.events()[i];
        switch (e.is) {
        case type::object: return r.begin_object();
        case type::array: return r.begin_array();
        case type::end_of_object: return r.end_object(), true;
        case type::end_of_array: return r.end_array(), true;
        case type::key: return r.key(unescape(token(i))), true;
        case type::string: return r.string(unescape(token(i))), true;
        case type::number: return r.number(token(i)), true;
        case type::yes:
        case type::no: return r.boolean(e.is == type::yes), true;
        case type::null: return r.null(), true;
        case type::unresolved: break;
        }
        return r.unresolved(), true;
    }

    /// The JSON text of a key or of a scalar.
    [[nodiscard]] std::string_view token(std::size_t i) const {
        const std::vector<told_event>& all = told_.events();
        const std::size_t begin = all[i].offset;
        std::size_t end = i + 1 < all.size() ? all[i + 1].offset : text().size();
        if (end > begin && (text()[end - 1] == ',' || text()[end - 1] == ':')) --end;
        return text().substr(begin, end - begin);
    }

    const told_text& told_;
};

namespace plain {

VOUCH_DEFINED bool read(const told_text& from, const options& o, const value_type& type, void* optional, findings to) {
    told_document document(from);
    return read_document(document, o, type, optional, to);
}

}  // namespace plain
}  // namespace vouch::detail
