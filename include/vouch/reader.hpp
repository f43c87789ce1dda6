// SPDX-License-Identifier: BSL-1.0
// The events of a JSON document -> a struct, the mistakes of structure, and marks: which cells are wrong or missing.
// Works on the tables of `catalog.hpp`; where the events come from is not its business.
#pragma once

#include <vouch/locate.hpp>
#include <vouch/marks.hpp>
#include <vouch/number.hpp>
#include <vouch/suggest.hpp>
#include <vouch/validate.hpp>

#include <array>
#include <memory>

namespace vouch {

namespace detail {

class reader {
public:
    static constexpr std::size_t max_levels = 12;  ///< Of the schema; a document's unknown members may nest deeper.

    /// `repeated` holds the tokens of keys that come again in their object, sorted: their values are passed over.
    reader(const object_info& root, void* value, collector& out, const std::vector<std::size_t>& repeated)
        : out_(out), options_(out.settings()), skipped_keys_(repeated), root_(root), value_(value) {}

    // The events. False ends the document: it is nested too deeply.

    bool begin_object() {
        const expected e = next_value();
        if (!enter()) return false;
        if (e.skip) return pass_over();
        if (e.type != nullptr && e.type->kind != kind::object) return mismatch(e, "an object"), pass_over();
        level& l = levels_[level_count_];
        l = level{};
        l.object = e.type != nullptr ? e.type->object : &root_;
        l.storage = e.type != nullptr ? e.put->fresh(holder(e)) : value_;
        if (level_count_ > 0) {
            level& parent = levels_[level_count_ - 1];
            l.base =
                parent.list != nullptr ? std::uint16_t{0} : static_cast<std::uint16_t>(parent.base + e.field->slot);
        }
        ++level_count_;
        return true;
    }

    void end_object() {
        if (!leave()) return;
        level& l = levels_[level_count_ - 1];
        if ((l.object->required & ~l.present) != 0) mark_missing(l);
        if (other_keys_ != nullptr) (*other_keys_)[level_count_ - 1] = {};
        --level_count_;
        if (level_count_ > 0) return;
        root_read_ = true;
        for (const beside_value& b : options_.beside) beside(b);
    }

    bool begin_array() {
        const expected e = next_value();
        if (!enter()) return false;
        if (e.skip) return pass_over();
        if (e.type == nullptr || e.type->kind != kind::list) return mismatch(e, "an array"), pass_over();
        void* const list = e.put->fresh(holder(e));
        level& l = levels_[level_count_];
        l = level{};
        l.list = e.type;
        l.storage = list;
        l.slot = static_cast<std::uint16_t>(levels_[level_count_ - 1].base + e.field->slot);
        ++level_count_;
        return true;
    }

    void end_array() {
        if (leave()) --level_count_;
    }

    void key(std::string_view name) {
        ++token_;
        if (passing_over_ > 0) return;
        level& l = levels_[level_count_ - 1];
        l.alias = {};
        l.field = find(l, name);
        skip_next_ = l.field == nullptr;
        if (l.field == nullptr) return other_key(l, name);
        const std::uint64_t bit = std::uint64_t{1} << l.field->index;
        key_token& tokens = key_tokens_[level_count_ - 1][l.field->index];
        if ((l.aliased & bit) != 0) {
            repeated_.push_back(tokens.last);  // The name itself counts, wherever it stands.
            forget_alias(l, pointer(level_count_), bit);
        }
        repeats((l.seen & bit) != 0, tokens, name);
        l.seen |= bit;
        if (!skipped_keys_.empty() && is_repeated_later()) skip_next_ = true;
        if (l.field->in_query && !options_.flat) beside_body(*l.field);
    }

    void string(std::string_view text) {
        const expected e = next_value();
        if (e.skip) return;
        if (e.type == nullptr) return mismatch(e, "a string");
        if (e.type->kind == kind::text) {
            e.put->text(holder(e), text);
        } else if (e.type->kind == kind::enumeration) {
            enumerator(e, text);
        } else if (e.type->kind == kind::int32 && e.field->notes->lenient && is_json_number(text)) {
            number_of(e, text);
        } else {
            mismatch(e, "a string");
        }
    }

    void boolean(bool v) {
        const expected e = next_value();
        if (e.skip) return;
        if (e.type == nullptr || e.type->kind != kind::boolean) return mismatch(e, "a boolean");
        e.put->integer(holder(e), v);
    }

    void null() {
        const expected e = next_value();
        if (e.skip) return;
        if (level_count_ == 0) {
            missing_ = true;
            stopped_ = true;
            return;
        }
        level& l = levels_[level_count_ - 1];
        if (l.list != nullptr) return mismatch(e, "null");
        if (!e.field->required && l.object->manner == reading_manner::strict) {
            report(structure::null_value, *e.field, {.field = e.field->name});
        }
    }

    /// A number that is an integer of 64 bits, and as it is written.
    void integer(std::int64_t v, std::string_view text) {
        const level& l = levels_[level_count_ > 0 ? level_count_ - 1 : 0];
        const bool plain = passing_over_ == 0 && level_count_ > 0 && l.list == nullptr && !skip_next_;
        if (!plain || l.field->type->kind != kind::int32 || v != static_cast<std::int32_t>(v)) return number(text);
        const expected e = next_value();
        e.put->integer(holder(e), v);
    }

    /// `text` is the number as it is written.
    void number(std::string_view text) {
        const expected e = next_value();
        if (e.skip) return;
        if (e.type == nullptr) return mismatch(e, "a number");
        if (e.type->kind == kind::text && e.field->notes->lenient) {
            std::string as_text;
            if (const exact_integer v = to_integer(text); v.is == integrality::integer)
                append_number(as_text, v.value);
            else
                as_text = text;
            e.put->text(holder(e), as_text);
        } else if (e.type->kind == kind::int32 || e.type->kind == kind::int64 || e.type->kind == kind::number) {
            number_of(e, text);
        } else {
            mismatch(e, "a number");
        }
    }

    // What came of it.

    /// The document was an object.
    bool is_object() const { return root_read_; }
    /// There was none, or it was null.
    bool is_missing() const { return missing_; }
    bool too_deep() const { return too_deep_; }
    bool sound() const { return sound_ && root_read_; }
    std::vector<std::size_t>& repeated() { return repeated_; }
    const marks& sorted_marks() { return marks_.sort(), marks_; }

    struct unknown_at {
        std::string path;
        std::size_t token;
    };
    std::vector<unknown_at>& unknown() { return unknown_; }

    /// A member that was read under another spelling of its name.
    struct renamed {
        std::string path;
        std::string as;
    };
    const std::vector<renamed>& renames() const { return renamed_; }

private:
    /// An object or a list that is being read.
    struct level {
        const object_info* object;
        const type_info* list;
        void* storage;
        const field_info* field;  ///< The member whose key came last.
        std::string_view alias;   ///< The key, where it is another spelling of the member's name.
        std::uint64_t seen;       ///< Members whose key came.
        std::uint64_t present;    ///< Members that have a value of the right type.
        std::uint64_t bad;        ///< Members that are wrong.
        std::uint64_t aliased;    ///< Members that were read under another spelling.
        std::size_t next;         ///< The member that is expected next, for speed.
        std::size_t count;        ///< Elements of a list so far.
        std::uint16_t base;       ///< An object's own cell in its block.
        std::uint16_t slot;       ///< A list's cell in its block.

        level() = default;  // Leaves everything as it is: levels are set when they are entered.
    };
    struct expected {
        bool skip = false;
        const type_info* type = nullptr;  ///< nullptr for the document itself.
        const field_info* field = nullptr;
        const put_functions* put = nullptr;
    };
    struct key_token {
        std::size_t first;
        std::size_t last;
    };
    struct other_keys {
        name_index index;  ///< Into `tokens`.
        std::vector<key_token> tokens;
    };

    expected next_value() {
        ++token_;
        if (passing_over_ > 0 || stopped_) return {.skip = true};
        if (level_count_ == 0) return {};
        level& l = levels_[level_count_ - 1];
        if (l.list != nullptr) {
            ++l.count;
            return {false, l.list->element, levels_[level_count_ - 2].field, &l.list->put};
        }
        if (skip_next_) {
            skip_next_ = false;
            return {.skip = true};
        }
        return {false, l.field->type, l.field, &l.field->put};
    }

    /// The object or the list that a value which is expected and right is put into.
    void* holder(const expected& e) {
        level& l = levels_[level_count_ - 1];
        l.present |= std::uint64_t{1} << e.field->index;
        return l.storage;
    }

    /// Keeps the place of an element that is wrong.
    static void put_nothing(const type_info& list, void* to) {
        switch (list.element->kind) {
        case kind::object:
        case kind::list: list.put.fresh(to); break;
        case kind::text: list.put.text(to, {}); break;
        case kind::number: list.put.number(to, 0); break;
        default: list.put.integer(to, 0);
        }
    }

    bool enter() {
        if (++depth_ <= options_.max_depth) return true;
        too_deep_ = true;
        return false;
    }
    bool pass_over() {
        ++passing_over_;
        return true;
    }
    /// Whether the object or list that ends was read.
    bool leave() {
        --depth_;
        if (passing_over_ == 0) return true;
        --passing_over_;
        return false;
    }

    /// The member that a key names: nearly always the one after the last.
    const field_info* find(level& l, std::string_view name) {
        const auto fields = l.object->fields;
        for (std::size_t n = 0; n < fields.size(); ++n) {
            const field_info& f = fields[l.next];
            l.next = l.next + 1 == fields.size() ? 0 : l.next + 1;
            if (equal(f.name, name)) return &f;
        }
        return nullptr;
    }

    /// A key that is no member's name: another spelling of one, or unknown.
    void other_key(level& l, std::string_view name) {
        if (other_keys_ == nullptr) other_keys_ = std::make_unique<std::array<other_keys, max_levels>>();
        other_keys& others = (*other_keys_)[level_count_ - 1];
        const auto [at, fresh] = others.index.try_emplace(std::string(name), others.tokens.size());
        if (fresh) others.tokens.emplace_back();
        repeats(!fresh, others.tokens[at->second], name);
        const bool skipped = is_repeated_later();
        for (const field_info& f : l.object->fields) {
            for (const std::string_view alias : f.notes->aliases) {
                const std::uint64_t bit = std::uint64_t{1} << f.index;
                if (alias != name || ((l.seen | l.present) & bit) != 0) continue;
                l.field = &f;
                l.alias = alias;
                skip_next_ = skipped;
                if (!skipped) {
                    std::string path = pointer(level_count_ - 1) + "/" + std::string(f.name);
                    if ((l.aliased & bit) != 0) forget_alias(l, path, bit);
                    renamed_.push_back({std::move(path), pointer(level_count_)});
                    l.aliased |= bit;
                    key_tokens_[level_count_ - 1][f.index].last = token_;
                }
                return;
            }
        }
        std::string path = pointer(level_count_ - 1);
        append_pointer(path, name);
        if (!skipped) unknown_.push_back({path, token_ + 1});
        if (options_.unknown == unknown_policy::ignore || l.object->manner == reading_manner::tolerant) return;
        rule_info rule = structure::unknown_field;
        rule.severity = options_.unknown == unknown_policy::error ? severity::error : severity::warning;
        std::string shown;
        append_shown(shown, name, 60);
        entry* const e = at_token(out_.add(rule, {.field = shown}, [&] { return std::move(path); }));
        if (e != nullptr) suggest_field(*e, name, *l.object);
    }

    void suggest_field(entry& e, std::string_view written, const object_info& object) const {
        for (const foreign_name& n : root_.foreign) {
            if (equal_ignoring_case(n.name, written)) return void(e.found.help = n.help);
        }
        if (const field_info* const f = nearest_field(written, object)) {
            e.found.help = "did you mean \"" + std::string(f->name) + "\"? Otherwise remove it";
        } else if (const std::string elsewhere = place_of_field(written, root_); !elsewhere.empty()) {
            e.found.help = "such a field exists at " + elsewhere + ": move it there, or remove it";
        }
    }

    void forget_alias(level& l, const std::string& path, std::uint64_t bit) {
        std::erase_if(renamed_, [&](const renamed& r) { return r.path == path; });
        l.aliased &= ~bit;
    }

    /// Keeps a key's tokens, and reports the key where it was in the object before.
    void repeats(bool again, key_token& tokens, std::string_view name) {
        if (again) {
            repeated_.push_back(tokens.last);
            report_repeated(name, tokens.first);
        } else {
            tokens.first = token_;
        }
        tokens.last = token_;
    }

    bool is_repeated_later() {
        while (next_skipped_ < skipped_keys_.size() && skipped_keys_[next_skipped_] < token_) ++next_skipped_;
        return next_skipped_ < skipped_keys_.size() && skipped_keys_[next_skipped_] == token_;
    }

    void report_repeated(std::string_view name, std::size_t first) {
        std::string shown;
        append_shown(shown, name, 60);
        entry* e = at_token(out_.add(structure::duplicate_key, {.field = shown}, [&] {
            std::string p = pointer(level_count_ - 1);
            append_pointer(p, name);
            return p;
        }));
        if (e == nullptr) return;
        e->found.related.push_back({e->found.path, "it stands here first", {}});
        e->related_token = first;
    }

    void beside_body(const field_info& f) {
        at_token(out_.add(f.notes->misplaced, f, {.field = f.name},
                          [&] { return pointer(level_count_ - 1) + "/" + std::string(f.name); }));
        for (const beside_value& b : options_.beside) {
            if (b.name == f.name) skip_next_ = true;
        }
    }

    void enumerator(const expected& e, std::string_view text) {
        const std::int64_t position = e.type->enumeration->position_of(text);
        if (position >= 0) {
            e.put->integer(holder(e), e.type->enumeration->values[static_cast<std::size_t>(position)].value);
            return;
        }
        const bool blank = e.field->required && is_blank(text) && levels_[level_count_ - 1].list == nullptr;
        std::string value;
        append_quoted(value, text);
        entry* const found = wrong(e, blank ? structure::required_blank : structure::enum_invalid, {.value = value});
        const enumerator_info* const meant = nearest_enumerator(text, *e.type->enumeration);
        if (found != nullptr && meant != nullptr) {
            found->found.help = "did you mean \"" + std::string(meant->name) + "\"? Otherwise " + found->found.help;
        }
    }

    void number_of(const expected& e, std::string_view text) {
        if (e.type->kind == kind::number) {
            double v = 0;
            if (!to_double(text, v)) return bad_number(e, structure::number_out_of_range, text);
            e.put->number(holder(e), v);
            return;
        }
        const exact_integer v = to_integer(text);
        const bool narrow = e.type->kind == kind::int32;
        if (v.is == integrality::fraction) {
            bad_number(e, structure::not_an_integer, text);
        } else if (v.is == integrality::overflow || (narrow && v.value != static_cast<std::int32_t>(v.value))) {
            bad_number(e, structure::integer_overflow, text);
        } else {
            e.put->integer(holder(e), v.value);
        }
    }

    void bad_number(const expected& e, const rule_info& rule, std::string_view text) {
        std::string value;
        append_shown(value, text, 40);
        wrong(e, rule,
              {.value = value, .type = rule.id == structure::integer_overflow.id ? width_words(e.type->kind) : ""});
    }

    void mismatch(const expected& e, std::string_view found) {
        if (e.type != nullptr) return void(wrong(e, structure::type_mismatch, {.found = found}));
        at_token(out_.add(
            structure::type_mismatch,
            {.field = "the document", .type = "an object", .found = found, .allowed = "a JSON object: {\"…\": …}"},
            [] { return std::string(); }));
        stopped_ = true;
    }

    /// Reports a value that is wrong, marks it, and keeps its place in a list.
    entry* wrong(const expected& e, const rule_info& rule, word_list words) {
        sound_ = false;
        level& l = levels_[level_count_ - 1];
        std::string name(e.field->name);
        if (l.list != nullptr) {
            name += '[' + std::to_string(l.count - 1) + ']';
            put_nothing(*l.list, l.storage);
            block(level_count_ - 2).elements.push_back({l.slot, l.count - 1, nullptr});
        } else {
            l.bad |= std::uint64_t{1} << e.field->index;
            mark(static_cast<std::uint16_t>(l.base + e.field->slot), state::wrong);
        }
        words.field = name;
        if (words.type.empty()) words.type = type_words(e.type->kind);
        return report(rule, *e.field, words);
    }

    entry* report(const rule_info& rule, const field_info& f, const word_list& words) {
        return at_token(out_.add(rule, f, words, [&] { return pointer(level_count_); }));
    }

    /// Takes a value of the query that was given beside the document.
    void beside(const beside_value& b) {
        const field_info* f = root_.find(b.name);
        if (f == nullptr || f->type->kind != kind::text) return;
        f->put.text(value_, b.value);
    }

    void mark_missing(const level& l) {
        sound_ = false;
        for (const field_info& f : l.object->fields) {
            const std::uint64_t bit = std::uint64_t{1} << f.index;
            if (f.required && ((l.present | l.bad) & bit) == 0)
                mark(static_cast<std::uint16_t>(l.base + f.slot), state::absent);
        }
    }

    entry* at_token(entry* e) {
        if (e != nullptr) e->token = token_;
        return e;
    }

    void mark(std::uint16_t slot, state s) { block(level_count_ - 1).cells.push_back({slot, s}); }

    /// The marks of the block that an object's cells are in.
    marks& block(std::size_t n) {
        if (n == 0) return marks_;
        const level& parent = levels_[n - 1];
        return parent.list != nullptr ? block(n - 2).element(parent.slot, parent.count - 1) : block(n - 1);
    }

    /// The pointer to what the first `levels` levels have come to.
    std::string pointer(std::size_t levels) const {
        std::string p;
        for (std::size_t i = 0; i < levels; ++i) {
            const level& l = levels_[i];
            if (l.list != nullptr)
                append_pointer(p, l.count - 1);
            else
                append_pointer(p, l.alias.empty() ? l.field->name : l.alias);
        }
        return p;
    }

    collector& out_;
    const options& options_;
    const std::vector<std::size_t>& skipped_keys_;
    const object_info& root_;
    void* value_;

    std::size_t token_ = 0;
    std::size_t depth_ = 0;
    std::size_t passing_over_ = 0;  ///< Levels of an unknown or mistyped value.
    std::size_t next_skipped_ = 0;
    std::size_t level_count_ = 0;
    bool skip_next_ = false;
    bool stopped_ = false;
    bool too_deep_ = false;
    bool missing_ = false;
    bool sound_ = true;
    bool root_read_ = false;
    std::array<level, max_levels> levels_;
    std::array<std::array<key_token, 64>, max_levels> key_tokens_;
    std::unique_ptr<std::array<other_keys, max_levels>> other_keys_;
    std::vector<std::size_t> repeated_;
    std::vector<unknown_at> unknown_;
    std::vector<renamed> renamed_;
    marks marks_;
};

}  // namespace detail
}  // namespace vouch
