// SPDX-License-Identifier: BSL-1.0
// Keys: those of members, in any order; repeated ones, other spellings, and unknown ones. What is rare is marked as
// cold: it stays out of the way of clean documents.
#pragma once

#include <vouch/detail/plain/numbering.hpp>
#include <vouch/detail/plain/read_levels.hpp>
#include <vouch/detail/plain/report_builder.hpp>
#include <vouch/detail/sequence.hpp>
#include <vouch/suggest.hpp>

#include <algorithm>
#include <string>

namespace vouch::inline VOUCH_ABI::detail {

/// What keys have brought to light, for when the document was read.
struct key_findings {
    struct unknown_at {
        std::string path;
        std::size_t token;
        place where{};  ///< Of its value, once that is looked up.
    };
    /// A member that was read under another spelling of its name.
    struct renamed {
        std::string path;
        std::string as;
    };
    sequence<std::size_t> repeated;  ///< The tokens of keys that came again.
    sequence<unknown_at> unknown;
    sequence<renamed> renames;
};

class read_keys {
public:
    /// `repeated` holds the tokens of keys that come again in their object, sorted: their values are passed over.
    read_keys(read_levels& levels, const object_info& root, report_builder& out, const sequence<std::size_t>& repeated)
        : levels_(levels), root_(root), out_(out), options_(out.settings()), skipped_(repeated) {
        if (!repeated.empty()) next_skipped_ = repeated[0];
    }

    void key(std::string_view name) {
        levels_.next_token();
        if (levels_.skip.any()) [[unlikely]]
            return;
        read_level& l = levels_.top();
        if (l.next != l.last && equal(l.next->name, name)) [[likely]]
            known(l, *l.next, name);
        else
            elsewhere(l, name);
    }

    /// A string that is passed over.
    void string_passed_over() {
        if (levels_.token() == schema_key_ + 1) [[unlikely]]
            schema_is_string_ = true;
    }

    void end_object() {
        if (!others_.empty()) end_others();
    }

    key_findings found;

private:
    /// In the document itself, with a string, it names a schema for editors, and is not reported.
    static constexpr std::string_view schema_name = "$schema";

    /// Keys of an object that are not members of the schema, and all keys of a map.
    struct other_keys {
        struct of_name {
            std::string name;
            std::size_t number;
        };
        numbering names;
        sequence<key_tokens> tokens;  ///< By number of the name.
        sequence<of_name> unknown;    ///< With the numbers of their diagnostics.
        sequence<of_name> skipped;    ///< Aliases that do not count, with their tokens.
    };

    /// Now that it is known which members the object has, says what was meant by unknown ones.
    [[gnu::cold]] void end_others() {
        const read_level& l = levels_.top();
        other_keys& others = this->others();
        for (const auto& [alias, token] : others.skipped) {
            // Where it comes again, that was reported.
            if (others.tokens[others.names.of(alias).number].last != token) continue;
            keep_unknown(alias, token);
            report_unknown(l, alias, token);
        }
        if (levels_.count() == 1 && schema_key_ != no_index && !schema_is_string_)
            report_unknown(l, schema_name, schema_key_);
        for (const auto& [name, number] : others.unknown) suggest_field(out_.drafts()[number].found, name, l);
        others = {};
    }

    other_keys& others() { return others_[levels_.count() - 1]; }

    /// Keeps one of the other keys, and reports it if it came before; its name stays valid until the object ends.
    std::string_view keep(std::string_view name) {
        if (others_.empty()) others_ = sequence<other_keys>(read_levels::most);
        const auto [kept, number, is_new] = others().names.of(std::string(name));
        if (is_new) others().tokens.emplace_back();
        repeats(!is_new, others().tokens[number], name);
        return kept;
    }

    /// Any other key than the next one; seldom, since most documents follow the declared order.
    [[gnu::noinline]] void elsewhere(read_level& l, std::string_view name) {
        if (l.map != nullptr) return element(l, name);
        const field_info* const f = l.object->find(name, static_cast<std::size_t>(l.next - l.object->fields.data()));
        f != nullptr ? known(l, *f, name) : other(l, name);
    }

    void known(read_level& l, const field_info& f, std::string_view name) {
        l.next = &f + 1;
        l.field = &f;
        l.expect(f);
        const std::size_t token = levels_.token();
        if (l.came.has(f.index)) [[unlikely]]
            again(l, name);
        else
            l.tokens[f.index] = {token, token};
        l.came.add(f.index);
        if (token >= next_skipped_) [[unlikely]]
            levels_.skip.next_value = is_repeated_later();
        if (f.in_query) [[unlikely]]
            in_query(f);
    }

    /// A key of a map.
    void element(read_level& l, std::string_view name) {
        l.key = keep(name);
        if (is_repeated_later())
            levels_.skip.next_value = true;
        else
            l.storage = l.list->at(l.map, name);
    }

    /// A key that appears in its object again, or after another spelling of it: the name itself counts, wherever it is.
    [[gnu::cold]] void again(read_level& l, std::string_view name) {
        key_tokens& tokens = l.tokens[l.field->index];
        const bool name_came = l.has_key(*l.field);
        if (!name_came) {
            found.repeated.push_back(tokens.last);
            forget_alias(l, path_to(l.field->name), *l.field);
        }
        repeats(name_came, tokens, name);
    }

    /// A key that is not a member's name: another spelling of one, or unknown.
    [[gnu::cold]] void other(read_level& l, std::string_view name) {
        l.field = nullptr;
        levels_.skip.next_value = true;
        keep(name);
        const bool skipped = is_repeated_later();
        for (const field_info& f : l.object->fields) {
            for (const std::string_view alias : f.notes->aliases) {
                if (alias == name && !l.has_key(f) && !l.present.has(f.index)) return read_alias(l, f, alias, skipped);
            }
        }
        unknown(l, name, skipped);
    }

    void read_alias(read_level& l, const field_info& f, std::string_view alias, bool skipped) {
        l.field = &f;
        l.alias = alias;
        l.expect(f);
        levels_.skip.next_value = skipped;
        if (skipped) return void(others().skipped.push_back({std::string(alias), levels_.token()}));
        std::string path = path_to(f.name);
        if (l.aliased.has(f.index)) {
            if (!l.bad.has(f.index)) found.repeated.push_back(l.tokens[f.index].last);
            forget_alias(l, path, f);
        }
        l.aliased.add(f.index);
        l.came.add(f.index);
        found.renames.push_back({std::move(path), levels_.pointer()});
        l.tokens[f.index].last = levels_.token();
        if (f.in_query) in_query(f);
    }

    void forget_alias(read_level& l, const std::string& path, const field_info& f) {
        for (std::size_t i = found.renames.size(); i-- > 0;) {  // It is one of the last: of this object.
            if (found.renames[i].path != path) continue;
            std::move(&found.renames[i] + 1, found.renames.end(), &found.renames[i]);
            found.renames.pop_back();
            break;
        }
        l.aliased.remove(f.index);
    }

    void unknown(const read_level& l, std::string_view name, bool skipped) {
        if (!skipped) keep_unknown(name, levels_.token());
        if (levels_.count() > 1 || name != schema_name) return report_unknown(l, name, levels_.token());
        if (skipped) return;
        schema_key_ = levels_.token();
        schema_is_string_ = false;
    }

    void keep_unknown(std::string_view name, std::size_t token) {
        if (options_.needs_value) found.unknown.push_back({path_to(name), token + 1});
    }

    void report_unknown(const read_level& l, std::string_view name, std::size_t token) {
        if (options_.unknown == unknown_policy::ignore || l.object->tolerance == tolerance::tolerant) return;
        rule_words rule = built_in_rules::unknown_field;
        rule.severity = options_.unknown == unknown_policy::error ? severity::error : severity::warning;
        std::string shown;
        append_shown(shown, name, 60);
        draft* const made = out_.add(rule, {.field = shown}, [&] { return path_to(name); });
        if (made == nullptr) return;
        made->token = token;
        others().unknown.push_back({std::string(name), out_.drafts().size() - 1});
    }

    /// The pointer to a member of the current object.
    [[nodiscard]] std::string path_to(std::string_view name) const {
        std::string p = levels_.pointer_of_object();
        append_pointer(p, name);
        return p;
    }

    void suggest_field(diagnostic& to, std::string_view written, const read_level& l) const {
        for (const foreign_name& n : root_.foreign) {
            if (equal_ignoring_case(n.name, written)) return void(to.help = shown_words(n.help));
        }
        const field_info* const f = nearest_field(written, *l.object);
        if (f != nullptr && l.came.has(f->index)) {
            to.help = "\"" + std::string(f->name) + "\" is in this object already: remove this one";
        } else if (f != nullptr) {
            to.help = "did you mean \"" + std::string(f->name) + "\"? Otherwise remove it";
        } else if (const std::string elsewhere = place_of_field(written, root_); !elsewhere.empty()) {
            to.help = "such a field exists at " + elsewhere + ": move it there, or remove it";
        }
    }

    /// Keeps a key's tokens, and reports the key if it was in the object before.
    void repeats(bool again, key_tokens& tokens, std::string_view name) {
        if (again) {
            found.repeated.push_back(tokens.last);
            report_repeated(name, tokens.first);
        } else {
            tokens.first = levels_.token();
        }
        tokens.last = levels_.token();
    }

    void report_repeated(std::string_view name, std::size_t first) {
        std::string shown;
        append_shown(shown, name, 60);
        draft* const made =
            at_key(out_.add(built_in_rules::duplicate_key, {.field = shown}, [&] { return path_to(name); }));
        if (made == nullptr) return;
        made->found.related.push_back({made->found.path, "it appears here first", {}});
        made->related_token = first;
    }

    /// Whether a key comes again in its object.
    [[gnu::cold]] bool is_repeated_later() {
        const std::size_t* const end = skipped_.data() + skipped_.size();
        const std::size_t* const at = std::lower_bound(skipped_.data(), end, levels_.token());
        const bool is_one = at != end && *at == levels_.token();
        next_skipped_ = at == end ? no_index : *at + is_one;
        return is_one;
    }

    /// A member that is for the query, in a body.
    [[gnu::cold]] void in_query(const field_info& f) {
        if (options_.flat) return;
        if (!f.notes->misplaced.id.empty())
            at_key(out_.add(f.notes->misplaced, f, {.field = f.name}, [&] { return path_to(f.name); }));
        for (const beside_value& b : options_.beside) {
            if (b.name == f.name && f.kind == kind::text) levels_.skip.next_value = true;
        }
    }

    draft* at_key(draft* made) const {
        if (made != nullptr) made->token = levels_.token();
        return made;
    }

    read_levels& levels_;
    const object_info& root_;
    report_builder& out_;
    const options& options_;
    const sequence<std::size_t>& skipped_;
    std::size_t schema_key_ = no_index;  ///< The token of `$schema`.
    bool schema_is_string_ = false;
    std::size_t next_skipped_ = no_index;  ///< The least token from which a key may be one of these.
    sequence<other_keys> others_;          ///< By level, once there are any.
};

}  // namespace vouch::detail
