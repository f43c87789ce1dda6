// SPDX-License-Identifier: BSL-1.0
// A text, its value, and the changed value -> edits of the text.
#pragma once

#include <vouch/detail/edit/layout.hpp>
#include <vouch/detail/edit/pairs.hpp>
#include <vouch/detail/fix/history.hpp>
#include <vouch/detail/json/outline.hpp>
#include <vouch/detail/plain/lane.hpp>
#include <vouch/detail/plain/unknown_places.hpp>
#include <vouch/detail/plain/writer.hpp>
#include <vouch/detail/sort_runs.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vouch::inline VOUCH_ABI::detail {

/// Compares two values part by part, and the text with them. Parts are equal if they are written as the same JSON.
class editor {
public:
    editor(std::string_view text, const options& o)
        : text_(text), tree_(text), layouts_(text, tree_), options_(o), writing_{.include_query = o.flat} {}
    editor(const editor&) = delete;
    editor& operator=(const editor&) = delete;

    /// The edits, in order.
    std::vector<text_edit> run(const object_info& o, const cell* before, const cell* after) {
        object(0, o, before, after);
        sort_runs(edits_, [](const text_edit& a, const text_edit& b) { return a.offset < b.offset; });
        return std::move(edits_);
    }

private:
    static constexpr std::size_t none = outline::none;

    /// The members of an object of the text.
    struct members {
        std::vector<const field_info*> fields;  ///< Of each; nullptr if it is unknown.
        std::vector<std::size_t> read;          ///< Which one reading takes for each field.
    };

    /// Takes or leaves the members of an object, or the elements of a list, one after the other.
    class arrangement {
    public:
        arrangement(editor& e, std::size_t n, const layout& l) : editor_(e), all_(e.tree_[n]), layout_(l) {}

        void keep(std::size_t n) {
            flush(n);
            kept_ = n;
        }
        void remove(std::size_t n) {
            if (first_ == none) first_ = n;
            last_ = n;
        }
        void add(std::string_view text) {
            if (!added_.empty()) added_ += layout_.separator;
            added_ += text;
        }
        void finish() { flush(none); }

    private:
        /// What was removed or added since the last one that was kept.
        void flush(std::size_t next) {
            const outline& tree = editor_.tree_;
            const bool removes = first_ != none;
            std::size_t begin = all_.begin + 1;
            std::size_t end = all_.end - 1;
            if (removes && !added_.empty()) {
                begin = tree[first_].start();
                end = tree[last_].end;
            } else if (removes && next != none) {
                begin = tree[first_].start();
                end = tree[next].start();
            } else if (removes && kept_ != none) {
                begin = tree[kept_].end;
                end = tree[last_].end;
            } else if (kept_ != none) {
                begin = end = tree[kept_].end;
                added_.insert(0, added_.empty() ? "" : layout_.separator);
            } else if (next != none) {
                begin = end = tree[next].start();
                added_ += added_.empty() ? "" : layout_.separator;
            } else if (!added_.empty()) {
                added_ = layout_.open + added_ + layout_.close;
            }
            if (removes || !added_.empty()) editor_.edits_.push_back({begin, end - begin, std::move(added_)});
            first_ = none;
            added_.clear();
        }

        editor& editor_;
        const outline::node& all_;
        const layout& layout_;
        std::size_t kept_ = none;
        std::size_t first_ = none;  ///< Of those that are removed.
        std::size_t last_ = none;
        std::string added_;
    };

    void object(std::size_t n, const object_info& o, const cell* before, const cell* after) {
        const members all = members_of(n, o);
        const layout here = layouts_.of(n);
        member_set gone;
        std::vector<std::pair<const field_info*, std::string>> fresh;
        for (const field_info& f : o.fields) {
            const std::size_t at = all.read[f.index];
            const std::string was = json(*f.type, before + f.slot);
            std::string is = json(*f.type, after + f.slot);
            if (was == is || is_elsewhere(n, f)) continue;
            if (is.empty())
                gone.add(f.index);
            else if (at == none)
                fresh.emplace_back(&f, std::move(is));
            else
                value(at, *f.type, before + f.slot, after + f.slot, is, here);
        }
        if (gone.empty() && fresh.empty()) return;

        std::multimap<std::size_t, std::string> added;  // Where, and the member.
        for (const auto& [f, is] : fresh) {
            added.emplace(place_of(*f, o, all, gone),
                          '"' + std::string(f->name) + '"' + here.colon + layouts_.written(is, here));
        }
        arrangement out(*this, n, here);
        auto next = added.begin();
        for (std::size_t m = tree_[n].first; m != none; m = tree_[m].next) {
            const std::size_t index = tree_[m].index;
            for (; next != added.end() && next->first == index; ++next) out.add(next->second);
            const field_info* const f = all.fields[index];
            if (f != nullptr && gone.has(f->index))
                out.remove(m);
            else
                out.keep(m);
        }
        for (; next != added.end(); ++next) out.add(next->second);
        out.finish();
    }

    /// The last member with the field's name counts; without one, of other spellings, the first that is not null, where
    /// of each only the last one counts.
    members members_of(std::size_t n, const object_info& o) const {
        members all{std::vector<const field_info*>(tree_.children(n)), std::vector<std::size_t>(o.fields.size(), none)};
        member_set named;
        std::set<std::string> aliases;
        for (std::size_t m = tree_[n].last; m != none; m = tree_[m].before) {
            std::string name = tree_.name(m);
            const field_info* const f = all.fields[tree_[m].index] = find_spelling(o, name);
            if (f == nullptr || named.has(f->index)) continue;
            std::size_t& read = all.read[f->index];
            if (f->name == name) {
                read = m;
                named.add(f->index);
            } else if (aliases.insert(std::move(name)).second && (read == none || tree_.text_of(m) != "null")) {
                read = m;
            }
        }
        return all;
    }

    /// The index that a new member gets: after the nearest member before it, or before the nearest after it.
    [[nodiscard]] std::size_t place_of(const field_info& f, const object_info& o, const members& all,
                                       const member_set& gone) const {
        const auto is_there = [&](std::size_t i) { return all.read[i] != none && !gone.has(o.fields[i].index); };
        for (std::size_t i = f.index; i-- > 0;) {
            if (is_there(i)) return tree_[all.read[i]].index + 1;
        }
        for (std::size_t i = f.index + std::size_t{1}; i < o.fields.size(); ++i) {
            if (is_there(i)) return tree_[all.read[i]].index;
        }
        return 0;
    }

    /// Whether the text does not say what a field holds.
    [[nodiscard]] bool is_elsewhere(std::size_t n, const field_info& f) const {
        const auto is_named = [&](const beside_value& b) { return b.name == f.name; };
        return (f.in_query && !options_.flat) ||
               (n == 0 && std::any_of(options_.beside.begin(), options_.beside.end(), is_named));
    }

    /// A value that is in the text, in an object or list with a layout.
    void value(std::size_t n, const type_info& type, const cell* before, const cell* after, std::string_view is,
               const layout& around) {
        if (before->present() && type.kind == kind::object)
            object(n, *type.object, before, after);
        else if (before->present() && type.kind == kind::list)
            list(n, *type.element, *before, *after);
        else if (before->present() && type.kind == kind::map)
            map(n, *type.element, *before, *after);
        else
            edits_.push_back({tree_[n].begin, tree_[n].end - tree_[n].begin, layouts_.written(is, around)});
    }

    void list(std::size_t n, const type_info& element, const cell& before, const cell& after) {
        const std::vector<std::string> old = keys(before, element, 0);
        const std::vector<std::string> now = keys(after, element, 0);
        element_pairs pairs(old, now);
        for (std::size_t i = 0; element.object != nullptr && i < element.object->fields.size(); ++i) {
            const field_info& f = element.object->fields[i];
            pairs.pair_equal(keys(before, *f.type, f.slot, &pairs.to), keys(after, *f.type, f.slot, &pairs.from), true);
        }
        pairs.settle();

        const layout here = layouts_.of(n, layouts::shape_of_list(element.object != nullptr));
        std::vector<std::size_t> nodes;
        for (std::size_t m = tree_[n].first; m != none; m = tree_[m].next) nodes.push_back(m);
        const auto change = [&](std::size_t i, std::size_t j) {
            if (old[i] == now[j]) return;
            with_element(before, i, [&](const cell* a) {
                with_element(after, j, [&](const cell* b) { value(nodes[i], element, a, b, now[j], here); });
            });
        };
        const auto stays = [&](std::size_t i) { return pairs.to[i] != none && pairs.stays[pairs.to[i]]; };
        arrangement out(*this, n, here);
        std::size_t i = 0;
        for (std::size_t j = 0; j < now.size(); ++j) {
            const std::size_t from = pairs.from[j];
            if (now[j].empty()) continue;
            if (pairs.stays[j]) {
                for (; i < from; ++i) out.remove(nodes[i]);
                change(i, j);
                out.keep(nodes[i++]);
            } else if (i < nodes.size() && from == none && pairs.to[i] == none) {
                change(i, j);
                out.keep(nodes[i++]);
            } else {
                if (i < nodes.size() && !stays(i)) out.remove(nodes[i++]);
                out.add(from == none ? layouts_.written(now[j], here) : moved(nodes[from], [&] { change(from, j); }));
            }
        }
        for (; i < nodes.size(); ++i) out.remove(nodes[i]);
        out.finish();
    }

    /// A new element of a map goes to the end.
    void map(std::size_t n, const type_info& element, const cell& before, const cell& after) {
        const auto with = [&](const cell& of, std::string_view key, auto f) {
            const auto call = [&](std::size_t, const cell* e) { f(e); };
            calling_visitor visitor(call);
            return of.list.source->show_at(key, visitor);
        };
        const layout here = layouts_.of(n);
        std::set<std::string> known;
        for (std::size_t m = tree_[n].last; m != none; m = tree_[m].before) {
            const std::string key = tree_.name(m);
            if (!known.insert(key).second) continue;  // Of a key that comes again, the last one counts.
            with(before, key, [&](const cell* a) {
                with(after, key, [&](const cell* b) {
                    const std::string is = json(element, b);
                    if (is != json(element, a)) value(m, element, a, b, is, here);
                });
            });
        }
        arrangement out(*this, n, here);
        for (std::size_t m = tree_[n].first; m != none; m = tree_[m].next)
            with(after, tree_.name(m), [](const cell*) {}) ? out.keep(m) : out.remove(m);
        for (std::size_t i = 0; i < after.size(); ++i) {
            const std::string key(*after.list.source->key(i));
            if (known.contains(key)) continue;
            std::string member;
            json_output(member, {}).string(key);
            with_element(after, i, [&](const cell* e) {
                out.add(member + here.colon + layouts_.written(json(element, e), here));
            });
        }
        out.finish();
    }

    /// An element as it is written elsewhere, with the edits that `change` makes in it.
    template <class Change>
    std::string moved(std::size_t n, Change change) {
        std::vector<text_edit> others = std::exchange(edits_, {});
        change();
        others.swap(edits_);
        for (text_edit& e : others) e.offset -= tree_[n].begin;
        return edit_history().edited(tree_.text_of(n), std::move(others));
    }

    [[nodiscard]] std::string json(const type_info& type, const cell* c) const {
        std::string out;
        if (c->present()) writer(out, writing_).value(type, c);
        return out;
    }
    /// One cell of each element as JSON; only of those without a partner, if these are given.
    [[nodiscard]] std::vector<std::string> keys(const cell& list, const type_info& type, std::uint16_t slot,
                                                const std::vector<std::size_t>* partners = nullptr) const {
        std::vector<std::string> out(list.size());
        for (std::size_t i = 0; i < out.size(); ++i) {
            if (partners != nullptr && (*partners)[i] != none) continue;
            with_element(list, i, [&](const cell* element) { out[i] = json(type, element + slot); });
        }
        return out;
    }

    std::string_view text_;
    outline tree_;
    layouts layouts_;
    const options& options_;
    write_options writing_;
    std::vector<text_edit> edits_;
};

/// The edits of a text after which it says what the value says now. They are in order and do not overlap.
inline std::vector<text_edit> edits_between(std::string_view text, const plain::value_type& type, const void* before,
                                            const void* now, const options& o) {
    std::vector<text_edit> edits;
    std::string was;
    std::string is;
    plain::write(was, before, type, {.include_query = o.flat});
    plain::write(is, now, type, {.include_query = o.flat});
    if (was == is) return edits;
    plain::with_block(type, before, [&](const cell* a) {
        plain::with_block(type, now, [&](const cell* b) { edits = editor(text, o).run(type.object, a, b); });
    });
    return edits;
}

}  // namespace vouch::detail
