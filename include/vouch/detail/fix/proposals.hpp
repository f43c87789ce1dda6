// SPDX-License-Identifier: BSL-1.0
// The fixes of single diagnostics, found on an outline of the text.
#pragma once

#include <vouch/detail/json/numbers.hpp>
#include <vouch/detail/json/outline.hpp>
#include <vouch/detail/plain/words.hpp>
#include <vouch/fixed.hpp>
#include <vouch/suggest.hpp>

#include <map>
#include <optional>
#include <set>

namespace vouch::inline VOUCH_ABI::detail {

/// A fix on its way into a diagnostic, or into the text.
struct proposal {
    std::size_t of = 0;  ///< The position of its diagnostic.
    suggested_fix fix;
    std::size_t object = outline::none;  ///< For a key that gets another name: its object, and the field of that name.
    const field_info* field = nullptr;
    bool replaces = false;         ///< It replaces the value that this field has.
    bool removes_element = false;  ///< Others of its list get other indices.
    std::optional<moved_member> moved;
    bool twice = false;  ///< There is none, since its member's name appears twice in the object.
};

inline std::string without_blanks(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (!is_white_space(c)) out += to_lower(c);
    }
    return out;
}

/// Finds the fixes of diagnostics in one text.
class proposer {
public:
    proposer(std::string_view text, const object_info& schema) : tree_(text), schema_(schema) {
        for_each_rule(schema, [&](const rule_words& r) {
            if (r.fix.does != rule_fix::action::none) fixes_.emplace(r.id, &r.fix);
        });
    }

    /// `rivals` collects the pointers of members that are not renamed because another one claims the name, over all
    /// rounds. They keep their names even after the other one is gone: nobody knows which of the two was meant.
    std::vector<proposal> all(const report& r, std::vector<fix_conflict>& conflicts, std::set<std::string>& rivals) {
        std::vector<proposal> found;
        found.reserve(r.size());
        for (std::size_t i = 0; i < r.size(); ++i) {
            proposal p;
            p.of = i;
            if (propose(r[i], p))
                found.push_back(std::move(p));
            else if (p.twice)
                conflicts.push_back({r[i].rule, r[i].path, r[i].where, "its name appears twice in the object"});
        }
        remove_rivals(r, found, conflicts, rivals);
        return found;
    }

private:
    bool propose(const diagnostic& d, proposal& p) const {
        const std::size_t n = tree_.at(d.where.offset);
        if (n == outline::none || d.where.line == 0) return false;
        if (d.rule == built_in_rules::null_value.id) return drop(d, n, p);
        if (d.rule == built_in_rules::enum_invalid.id) return replace_enumerator(d, n, p);
        if (d.rule == built_in_rules::unknown_field.id) return rename(d, n, p);
        if (d.rule == built_in_rules::type_mismatch.id) return unquote(d, n, p);
        const auto fix = fixes_.find(d.rule);
        if (fix == fixes_.end()) return false;
        switch (fix->second->does) {
        case rule_fix::action::drop:
            return find_position(schema_, d.path).field != nullptr && drop_reported(*fix->second, d, n, p);
        case rule_fix::action::drop_element: return drop_element(n, p);
        case rule_fix::action::spread: return spread(*fix->second, d, n, p);
        case rule_fix::action::replace:
        case rule_fix::action::none: break;  // Which is not among the fixes.
        }
        return replace(*fix->second, d, n, p);
    }

    /// Whether a member appears only once in its object, under any of its names: with two, there is no way to know
    /// which one was meant.
    bool is_only_one(const diagnostic& d, std::size_t n, proposal& p) const {
        p.twice = false;
        if (tree_[n].key_begin == outline::none) return true;
        const object_info* const object = object_at(d.path.substr(0, d.path.rfind('/')));
        const std::string name = tree_.name(n);
        const field_info* const field = object != nullptr ? find_spelling(*object, name) : nullptr;
        std::size_t last = 0;
        p.twice = (field != nullptr ? times(tree_[n].parent, *field) : tree_.count(tree_[n].parent, name, last)) != 1;
        return !p.twice;
    }
    /// How often a field is in an object, under any of its names.
    std::size_t times(std::size_t object, const field_info& f) const {
        std::size_t last = 0;
        std::size_t n = tree_.count(object, f.name, last);
        for (const std::string_view alias : f.notes->aliases) n += tree_.count(object, alias, last);
        return n;
    }

    /// Removes neighboring members or elements, with their commas.
    text_edit removal(std::size_t first, std::size_t last) const {
        const std::size_t begin = tree_[first].start();
        if (tree_[last].next != outline::none) return {begin, tree_[tree_[last].next].start() - begin, {}};
        if (tree_[first].before != outline::none) {
            const std::size_t end_before = tree_[tree_[first].before].end;
            return {end_before, tree_[last].end - end_before, {}};
        }
        const outline::node& parent = tree_[tree_[first].parent];
        return {parent.begin + 1, parent.end - parent.begin - 2, {}};
    }
    text_edit removal(std::size_t n) const { return removal(n, n); }

    bool drop(const diagnostic& d, std::size_t n, proposal& p) const {
        if (tree_[n].key_begin == outline::none || !is_only_one(d, n, p)) return false;
        p.fix = {true, "remove " + shown_name(n), {removal(n)}};
        return true;
    }

    bool drop_reported(const rule_fix& r, const diagnostic& d, std::size_t n, proposal& p) const {
        const field_info& field = *find_position(schema_, d.path).field;
        if (!field.in_query) return drop(d, n, p) && drop_too(r.other, n, p);
        if (!drop(d, n, p)) return false;
        p.fix.description = "take " + shown_name(n) + " out of the document";
        const std::string_view value = tree_.text_of(n);
        if (value != "null")
            p.moved = {std::string(field.name), tree_.is_string(n) ? unescape(value) : std::string(value)};
        return true;
    }

    bool drop_too(std::string_view name, std::size_t n, proposal& p) const {
        std::size_t other = outline::none;
        const std::size_t times = name.empty() ? 0 : tree_.count(tree_[n].parent, name, other);
        if (times == 0 || other == n) return true;
        if (times > 1) return false;
        p.fix.description += " and " + shown_name(other);
        if (tree_[n].next == other)
            p.fix.edits = {removal(n, other)};
        else if (tree_[other].next == n)
            p.fix.edits = {removal(other, n)};
        else
            p.fix.edits.push_back(removal(other));
        return true;
    }

    /// An element that repeats another one.
    bool drop_element(std::size_t n, proposal& p) const {
        if (tree_[n].key_begin != outline::none) {
            n = tree_[n].parent;
            if (tree_.children(n) != 1) return false;
        }
        if (tree_[n].parent == outline::none || !tree_.is_list(tree_[n].parent)) return false;
        p.fix = {true, "remove this entry", {removal(n)}};
        p.removes_element = true;
        return true;
    }

    bool replace_enumerator(const diagnostic& d, std::size_t n, proposal& p) const {
        const schema_position at = find_position(schema_, d.path);
        if (at.type == nullptr || at.type->enumeration == nullptr || !tree_.is_string(n) || !is_only_one(d, n, p))
            return false;
        const std::string written = unescape(tree_.text_of(n));
        const enumerator_info* meant = nullptr;
        for (const enumerator_info& e : at.type->enumeration->values) {
            if (without_blanks(e.name) == without_blanks(written)) meant = &e;
        }
        p.fix.safe = meant != nullptr;
        if (meant == nullptr) meant = nearest_enumerator(written, *at.type->enumeration);
        if (meant == nullptr) return false;
        const std::string name = quoted_json(meant->name);
        p.fix.description = "write " + name;
        p.fix.edits = {{d.where.offset, d.where.length, name}};
        return true;
    }

    /// "72" -> 72 and "true" -> true, if that is what the field holds: likely meant, but not certainly.
    bool unquote(const diagnostic& d, std::size_t n, proposal& p) const {
        const schema_position at = find_position(schema_, d.path);
        if (at.type == nullptr || !tree_.is_string(n) || !is_only_one(d, n, p)) return false;
        const std::string written = unescape(tree_.text_of(n));
        if (!is_literal_of(at.type->kind, written)) return false;
        p.fix = {false, "write it without quotes", {{tree_[n].begin, tree_[n].end - tree_[n].begin, written}}};
        return true;
    }

    /// Whether a text is a boolean or a number that a field of a kind can hold.
    static bool is_literal_of(kind k, std::string_view text) {
        if (k == kind::boolean) return text == "true" || text == "false";
        if (is_floating(k)) return is_json_number(text);
        return is_integer(k) && is_json_number(text) && to_integer(k, text).is == integrality::integer;
    }

    bool rename(const diagnostic& d, std::size_t n, proposal& p) const {
        const object_info* object = object_at(d.path.substr(0, d.path.rfind('/')));
        if (object == nullptr || tree_[n].key_begin != d.where.offset || !is_only_one(d, n, p)) return false;
        const std::string written = tree_.name(n);
        for (const foreign_name& f : schema_.foreign) {
            if (equal_ignoring_case(f.name, written)) return false;
        }
        const field_info* const field = nearest_field(written, *object);
        if (field == nullptr) return false;
        p.object = tree_[n].parent;
        p.field = field;
        p.fix = {equal_ignoring_case(written, field->name),
                 "rename it to " + quoted_json(field->name),
                 {{d.where.offset, d.where.length, quoted_json(field->name)}}};
        return true;
    }

    const object_info* object_at(std::string_view pointer) const {
        if (pointer.empty()) return &schema_;
        const schema_position at = find_position(schema_, pointer);
        return at.type == nullptr ? nullptr : at.type->object;
    }

    /// "a|b" -> "list": [{"member": "a"}, {"member": "b"}], if that list is absent or empty.
    bool spread(const rule_fix& r, const diagnostic& d, std::size_t n, proposal& p) const {
        if (!tree_.is_string(n) || !is_only_one(d, n, p)) return false;
        const std::string joined = unescape(tree_.text_of(n));
        const std::vector<std::string_view> ids = segments(joined, r.separators);
        std::size_t other = outline::none;
        const std::size_t others = tree_.count(tree_[n].parent, r.other, other);
        const bool usable =
            others == 0 ||
            (others == 1 && (tree_.text_of(other) == "null" || (tree_.is_list(other) && tree_.children(other) == 0)));
        if (!usable || ids.empty()) return false;
        std::string list = "[";
        for (const std::string_view id : ids) {
            list.append(id.data() == ids.front().data() ? "{" : ", {")
                .append(quoted_json(r.member))
                .append(": ")
                .append(quoted_json(id))
                .append("}");
        }
        list += "]";
        p.fix = {true, "use " + quoted_json(r.other), {}};
        p.object = tree_[n].parent;
        p.field = object_at(d.path.substr(0, d.path.rfind('/')))->find(r.other);
        p.replaces = true;
        const outline::node& node = tree_[n];
        if (others == 0) {
            p.fix.edits = {{node.key_begin, node.key_end - node.key_begin, quoted_json(r.other)},
                           {node.begin, node.end - node.begin, list}};
        } else {
            p.fix.edits = {removal(n), {tree_[other].begin, tree_[other].end - tree_[other].begin, list}};
        }
        return true;
    }

    /// The parts of a text, each once.
    static std::vector<std::string_view> segments(std::string_view text, std::string_view separators) {
        std::vector<std::string_view> out;
        std::set<std::string_view> seen;
        while (true) {
            const std::size_t end = (std::min)(text.find_first_of(separators), text.size());
            const std::string_view id = trimmed(text.substr(0, end));
            if (!id.empty() && seen.insert(id).second) out.push_back(id);
            if (end == text.size()) return out;
            text.remove_prefix(end + 1);
        }
    }

    bool replace(const rule_fix& r, const diagnostic& d, std::size_t n, proposal& p) const {
        std::size_t other = outline::none;
        if (!is_only_one(d, n, p) || tree_.count(tree_[n].parent, r.other, other) != 1 || !tree_.is_string(other))
            return false;
        const exact_integer value = to_integer(tree_.text_of(n));
        for (const replacement& s : r.values) {
            if (value.is != integrality::integer || s.value != value.value || unescape(tree_.text_of(other)) != s.other)
                continue;
            std::string number;
            append_number(number, s.new_value);
            const std::string word = quoted_json(s.new_other);
            p.fix = {true,
                     "write " + number + " with " + word,
                     {{tree_[n].begin, tree_[n].end - tree_[n].begin, number},
                      {tree_[other].begin, tree_[other].end - tree_[other].begin, word}}};
            return true;
        }
        return false;
    }

    std::string shown_name(std::size_t n) const {
        std::string out;
        append_quoted(out, tree_.name(n));
        return out;
    }

    /// Takes out the renamings that would give two members one name.
    void remove_rivals(const report& r, std::vector<proposal>& found, std::vector<fix_conflict>& conflicts,
                       std::set<std::string>& rivals) const {
        std::map<std::pair<std::size_t, const field_info*>, std::size_t> claims;
        for (const proposal& p : found) {
            if (p.object == outline::none || p.field == nullptr) continue;
            claims[{p.object, p.field}] += 1 + (p.replaces ? 0 : times(p.object, *p.field));
        }
        std::erase_if(found, [&](const proposal& p) {
            const diagnostic& d = r[p.of];
            if (p.object == outline::none || p.replaces) return false;
            if (claims[{p.object, p.field}] == 1 && !rivals.contains(d.path)) return false;
            rivals.insert(d.path);
            conflicts.push_back(
                {d.rule, d.path, d.where, "cannot rename to " + quoted_json(p.field->name) + ": already present"});
            return true;
        });
    }

    outline tree_;
    const object_info& schema_;
    std::map<std::string_view, const rule_fix*> fixes_;
};

}  // namespace vouch::detail
