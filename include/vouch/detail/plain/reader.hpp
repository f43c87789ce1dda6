// SPDX-License-Identifier: BSL-1.0
// The events of a JSON document -> a struct, the mistakes of structure, and read_marks: which cells are wrong or missing.
// Works on the tables of `catalog.hpp`; where the events come from is not its business.
#pragma once

#include <vouch/locate.hpp>
#include <vouch/detail/plain/read_marks.hpp>
#include <vouch/detail/json/numbers.hpp>
#include <vouch/suggest.hpp>
#include <vouch/detail/plain/report_builder.hpp>

#include <array>
#include <memory>

namespace vouch {

namespace detail {

/// What is rare is marked as cold: it stays out of the way of clean documents.
class reader {
public:
    static constexpr std::size_t max_levels = 12;  ///< Of the schema; a document's unknown members may nest deeper.

    /// `repeated` holds the tokens of keys that come again in their object, sorted: their values are passed over.
    reader(const object_info& root, void* value, report_builder& out, const std::vector<std::size_t>& repeated)
        : out_(out), options_(out.settings()), skipped_keys_(repeated), root_(root), value_(value) {
        document_.begin(nullptr);
        document_.type = nullptr;
        if (!repeated.empty()) next_skipped_key_ = repeated.front();
    }

    // The events. False ends the document: it is nested too deeply.

    bool begin_object() {
        const bool skip = skips();
        if (!enter()) return false;
        if (skip) return pass_over();
        const level& parent = *top_;
        if (level_count_ > 0 && parent.type->kind != kind::object) return mismatch("an object"), pass_over();
        level& l = levels_[level_count_];
        l.begin(level_count_ > 0 ? begun() : value_);
        l.object = level_count_ > 0 ? parent.type->object : &root_;
        l.next = l.object->fields.data();
        l.last = l.next + l.object->fields.size();
        l.tokens = key_tokens_[level_count_].data();
        if (level_count_ > 0 && parent.list == nullptr)
            l.base = static_cast<std::uint16_t>(parent.base + parent.field->slot);
        enter_level();
        return true;
    }

    void end_object() {
        if (!leave()) return;
        level& l = *top_;
        if ((l.object->required & ~l.present) != 0) mark_missing(l);
        if (other_keys_ != nullptr) (*other_keys_)[level_count_ - 1] = {};
        leave_level();
        if (level_count_ > 0) return;
        root_read_ = true;
        for (const beside_value& b : options_.beside) beside(b);
    }

    bool begin_array() {
        const bool skip = skips();
        if (!enter()) return false;
        if (skip) return pass_over();
        const level& parent = *top_;
        if (parent.type == nullptr || parent.type->kind != kind::list) return mismatch("an array"), pass_over();
        level& l = levels_[level_count_];
        l.begin(begun());
        l.list = parent.type;
        l.type = l.list->element;
        l.set = &l.list->set;
        l.slot = static_cast<std::uint16_t>(parent.base + parent.field->slot);
        enter_level();
        return true;
    }

    void end_array() {
        if (leave()) leave_level();
    }

    void key(std::string_view name) {
        ++token_;
        if (quiet_ > 0) [[unlikely]]
            return;
        level& l = *top_;
        if (l.next != l.last && equal(l.next->name, name)) [[likely]]
            known_key(l, *l.next, name);
        else
            key_elsewhere(l, name);
    }

    void string(std::string_view text) {
        if (skips()) return;
        const level& l = *top_;
        if (l.type == nullptr) return mismatch("a string");
        if (l.type->kind == kind::text) {
            l.set->text(holder(), text);
        } else if (l.type->kind == kind::enumeration) {
            enumerator(text);
        } else if (l.type->kind == kind::int32 && field().notes->number_or_text && is_json_number(text)) {
            number_of(text);
        } else {
            mismatch("a string");
        }
    }

    void boolean(bool v) {
        if (skips()) return;
        const level& l = *top_;
        if (l.type == nullptr || l.type->kind != kind::boolean) return mismatch("a boolean");
        l.set->integer(holder(), v);
    }

    void null() {
        if (skips()) return;
        if (level_count_ == 0) {
            missing_ = true;
            quiet_ = stopped;
            return;
        }
        const level& l = *top_;
        if (l.list != nullptr) return mismatch("null");
        if (!l.field->required && l.object->tolerance == tolerance::strict) {
            report(built_in_rules::null_value, *l.field, {.field = l.field->name});
        }
    }

    /// A number that is an integer of 64 bits, and as it is written.
    void integer(std::int64_t v, std::string_view text) {
        if (skips()) return;
        const level& l = *top_;
        if (l.type != nullptr && l.type->kind == kind::int32 && v == static_cast<std::int32_t>(v))
            l.set->integer(holder(), v);
        else
            any_number(text);
    }

    /// `text` is the number as it is written.
    void number(std::string_view text) {
        if (!skips()) any_number(text);
    }

    // What came of it.

    /// The document was an object.
    bool is_object() const { return root_read_; }
    /// There was none, or it was null.
    bool is_missing() const { return missing_; }
    bool too_deep() const { return too_deep_; }
    bool sound() const { return sound_ && root_read_; }
    std::vector<std::size_t>& repeated() { return repeated_; }
    const read_marks& sorted_marks() { return marks_.sort(), marks_; }

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
    static constexpr std::size_t stopped = no_index / 2;

    struct key_token {
        std::size_t first;
        std::size_t last;
    };

    /// An object or a list that is being read.
    struct level {
        const object_info* object;
        const type_info* list;
        void* storage;
        const type_info* type;     ///< Of the next value: an element, or the member whose key came last.
        const setters* set;        ///< For that.
        const field_info* field;   ///< The member whose key came last.
        std::uint64_t bit;         ///< For that.
        std::uint64_t seen;        ///< Members whose key came.
        std::uint64_t present;     ///< Members that have a value of the right type.
        std::uint64_t bad;         ///< Members that are wrong.
        std::uint64_t aliased;     ///< Members that were read under another spelling.
        std::string_view alias;    ///< The last of these spellings.
        const field_info* next;    ///< The member behind the last one, for speed.
        const field_info* last;    ///< Behind the last member of the object.
        key_token* tokens;         ///< Of the keys of members that came.
        std::size_t count;         ///< Elements of a list so far.
        std::uint16_t base;        ///< An object's own cell in its block.
        std::uint16_t slot;        ///< A list's cell in its block.

        /// Leaves what the first key sets as it is.
        void begin(void* to) {
            storage = to;
            list = nullptr;
            bit = seen = present = bad = aliased = 0;
            count = 0;
            base = 0;
        }
    };
    struct other_keys {
        name_index index;  ///< Into `tokens`.
        std::vector<key_token> tokens;
    };

    /// Counts a value; whether it is passed over.
    bool skips() {
        ++token_;
        if (quiet_ > 0) [[unlikely]] {
            if (quiet_ == 1) quiet_ = 0;
            return true;
        }
        ++top_->count;
        return false;
    }

    static void expect(level& l, const field_info& f) {
        l.type = f.type;
        l.set = &f.set;
        l.bit = f.bit;
    }

    /// The field that the next value belongs to.
    const field_info& field() const { return top_->list != nullptr ? *levels_[level_count_ - 2].field : *top_->field; }

    /// The object or the list that a value which is expected and right is put into.
    void* holder() {
        top_->present |= top_->bit;
        return top_->storage;
    }

    /// The object or the list that begins, put where it belongs.
    void* begun() {
        const bool again = (top_->present & top_->bit) != 0;
        return top_->set->begin(holder(), again);
    }

    /// Keeps the place of an element that is wrong.
    static void put_nothing(const type_info& list, void* to) {
        switch (list.element->kind) {
        case kind::object:
        case kind::list: list.set.begin(to, false); break;
        case kind::text: list.set.text(to, {}); break;
        case kind::number: list.set.number(to, 0); break;
        default: list.set.integer(to, 0);
        }
    }

    bool enter() {
        if (++depth_ <= options_.max_depth) return true;
        too_deep_ = true;
        return false;
    }
    void enter_level() { top_ = &levels_[level_count_++]; }
    void leave_level() { top_ = --level_count_ > 0 ? &levels_[level_count_ - 1] : &document_; }

    bool pass_over() {
        quiet_ += 2;
        return true;
    }
    /// Whether the object or list that ends was read.
    bool leave() {
        --depth_;
        if (quiet_ == 0) return true;
        quiet_ -= 2;
        return false;
    }

    /// Any other key than the next one; seldom, since most documents follow the declared order.
    [[gnu::noinline]] void key_elsewhere(level& l, std::string_view name) {
        const field_info* const f = l.object->find(name, static_cast<std::size_t>(l.next - l.object->fields.data()));
        f != nullptr ? known_key(l, *f, name) : other_key(l, name);
    }

    void known_key(level& l, const field_info& f, std::string_view name) {
        l.next = &f + 1;
        l.field = &f;
        expect(l, f);
        if (((l.seen | l.aliased) & f.bit) != 0) [[unlikely]]
            key_again(l, name);
        else
            l.tokens[f.index] = {token_, token_};
        l.seen |= f.bit;
        if (token_ >= next_skipped_key_) [[unlikely]]
            quiet_ = is_repeated_later();
        if (f.in_query) [[unlikely]]
            in_query(f);
    }

    /// A key that stands in its object again, or after another spelling of it: the name itself counts, wherever it
    /// stands.
    [[gnu::cold]] void key_again(level& l, std::string_view name) {
        key_token& tokens = l.tokens[l.field->index];
        if ((l.aliased & l.bit) != 0) {
            repeated_.push_back(tokens.last);
            forget_alias(l, pointer(level_count_ - 1) + "/" + std::string(l.field->name), l.bit);
        }
        repeats((l.seen & l.bit) != 0, tokens, name);
    }

    /// A key that is no member's name: another spelling of one, or unknown.
    [[gnu::cold]] void other_key(level& l, std::string_view name) {
        l.field = nullptr;
        quiet_ = 1;
        if (other_keys_ == nullptr) other_keys_ = std::make_unique<std::array<other_keys, max_levels>>();
        other_keys& others = (*other_keys_)[level_count_ - 1];
        const auto [at, fresh] = others.index.try_emplace(std::string(name), others.tokens.size());
        if (fresh) others.tokens.emplace_back();
        repeats(!fresh, others.tokens[at->second], name);
        const bool skipped = is_repeated_later();
        for (const field_info& f : l.object->fields) {
            for (const std::string_view alias : f.notes->aliases) {
                if (alias != name || ((l.seen | l.present) & f.bit) != 0) continue;
                l.field = &f;
                l.alias = alias;
                expect(l, f);
                quiet_ = skipped;
                if (!skipped) {
                    std::string path = pointer(level_count_ - 1) + "/" + std::string(f.name);
                    if ((l.aliased & f.bit) != 0) forget_alias(l, path, f.bit);
                    l.aliased |= f.bit;
                    renamed_.push_back({std::move(path), pointer(level_count_)});
                    l.tokens[f.index].last = token_;
                }
                return;
            }
        }
        std::string path = pointer(level_count_ - 1);
        append_pointer(path, name);
        if (!skipped) unknown_.push_back({path, token_ + 1});
        if (options_.unknown == unknown_policy::ignore || l.object->tolerance == tolerance::tolerant) return;
        rule_words rule = built_in_rules::unknown_field;
        rule.severity = options_.unknown == unknown_policy::error ? severity::error : severity::warning;
        std::string shown;
        append_shown(shown, name, 60);
        draft* const e = at_token(out_.add(rule, {.field = shown}, [&] { return std::move(path); }));
        if (e != nullptr) suggest_field(*e, name, *l.object);
    }

    void suggest_field(draft& e, std::string_view written, const object_info& object) const {
        for (const foreign_name& n : root_.foreign) {
            if (equal_ignoring_case(n.name, written)) return void(e.found.help = shown_words(n.help));
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

    /// Whether a key comes again in its object.
    [[gnu::cold]] bool is_repeated_later() {
        const std::size_t* const end = skipped_keys_.data() + skipped_keys_.size();
        const std::size_t* const at = std::lower_bound(skipped_keys_.data(), end, token_);
        const bool is_one = at != end && *at == token_;
        next_skipped_key_ = at == end ? no_index : *at + is_one;
        return is_one;
    }

    void report_repeated(std::string_view name, std::size_t first) {
        std::string shown;
        append_shown(shown, name, 60);
        draft* e = at_token(out_.add(built_in_rules::duplicate_key, {.field = shown}, [&] {
            std::string p = pointer(level_count_ - 1);
            append_pointer(p, name);
            return p;
        }));
        if (e == nullptr) return;
        e->found.related.push_back({e->found.path, "it appears here first", {}});
        e->related_token = first;
    }

    /// A member that is for the query, in a body.
    [[gnu::cold]] void in_query(const field_info& f) {
        if (options_.flat) return;
        at_token(out_.add(f.notes->misplaced, f, {.field = f.name},
                          [&] { return pointer(level_count_ - 1) + "/" + std::string(f.name); }));
        for (const beside_value& b : options_.beside) {
            if (b.name == f.name) quiet_ = 1;
        }
    }

    void enumerator(std::string_view text) {
        const level& l = *top_;
        const std::int64_t position = l.type->enumeration->position_of(text);
        if (position >= 0) {
            l.set->integer(holder(), l.type->enumeration->values[static_cast<std::size_t>(position)].value);
            return;
        }
        const bool blank = l.list == nullptr && l.field->required && is_blank(text);
        std::string value;
        append_quoted(value, text);
        draft* const found = wrong(blank ? built_in_rules::required_blank : built_in_rules::enum_invalid, {.value = value});
        const enumerator_info* const meant = nearest_enumerator(text, *l.type->enumeration);
        if (found != nullptr && meant != nullptr) {
            found->found.help = "did you mean \"" + std::string(meant->name) + "\"? Otherwise " + found->found.help;
        }
    }

    [[gnu::noinline]] void any_number(std::string_view text) {
        const level& l = *top_;
        if (l.type == nullptr) return mismatch("a number");
        if (l.type->kind == kind::text && field().notes->number_or_text) {
            std::string as_text;
            if (const exact_integer v = to_integer(text); v.is == integrality::integer)
                append_number(as_text, v.value);
            else
                as_text = text;
            l.set->text(holder(), as_text);
        } else if (l.type->kind == kind::int32 || l.type->kind == kind::int64 || l.type->kind == kind::number) {
            number_of(text);
        } else {
            mismatch("a number");
        }
    }

    void number_of(std::string_view text) {
        const level& l = *top_;
        if (l.type->kind == kind::number) {
            double v = 0;
            if (!to_double(text, v)) return bad_number(built_in_rules::number_out_of_range, text);
            l.set->number(holder(), v);
            return;
        }
        const exact_integer v = to_integer(text);
        const bool narrow = l.type->kind == kind::int32;
        if (v.is == integrality::fraction) {
            bad_number(built_in_rules::not_an_integer, text);
        } else if (v.is == integrality::overflow || (narrow && v.value != static_cast<std::int32_t>(v.value))) {
            bad_number(built_in_rules::integer_overflow, text);
        } else {
            l.set->integer(holder(), v.value);
        }
    }

    void bad_number(const rule_words& rule, std::string_view text) {
        std::string value;
        append_shown(value, text, 40);
        const bool overflow = rule.id == built_in_rules::integer_overflow.id;
        wrong(rule, {.value = value, .type = overflow ? width_words(top_->type->kind) : ""});
    }

    [[gnu::cold]] void mismatch(std::string_view found) {
        if (level_count_ > 0) return void(wrong(built_in_rules::type_mismatch, {.found = found}));
        at_token(out_.add(
            built_in_rules::type_mismatch,
            {.field = "the document", .type = "an object", .found = found, .allowed = "a JSON object: {\"…\": …}"},
            [] { return std::string(); }));
        quiet_ = stopped;
    }

    /// Reports a value that is wrong, read_marks it, and keeps its place in a list.
    [[gnu::cold]] draft* wrong(const rule_words& rule, word_list words) {
        sound_ = false;
        level& l = *top_;
        const field_info& f = field();
        std::string name(f.name);
        if (l.list != nullptr) {
            name += '[' + std::to_string(l.count - 1) + ']';
            put_nothing(*l.list, l.storage);
            block(level_count_ - 2).elements.push_back({l.slot, l.count - 1, nullptr});
        } else {
            l.bad |= l.bit;
            mark(static_cast<std::uint16_t>(l.base + f.slot), state::wrong);
        }
        words.field = name;
        if (words.type.empty()) words.type = type_words(l.type->kind);
        return report(rule, f, words);
    }

    draft* report(const rule_words& rule, const field_info& f, const word_list& words) {
        return at_token(out_.add(rule, f, words, [&] { return pointer(level_count_); }));
    }

    /// Takes a value of the query that was given beside the document.
    [[gnu::cold]] void beside(const beside_value& b) {
        const field_info* f = root_.find(b.name);
        if (f == nullptr || f->type->kind != kind::text) return;
        f->set.text(value_, b.value);
    }

    [[gnu::cold]] void mark_missing(const level& l) {
        sound_ = false;
        for (const field_info& f : l.object->fields) {
            if (f.required && ((l.present | l.bad) & f.bit) == 0)
                mark(static_cast<std::uint16_t>(l.base + f.slot), state::absent);
        }
    }

    draft* at_token(draft* e) {
        if (e != nullptr) e->token = token_;
        return e;
    }

    void mark(std::uint16_t slot, state s) { block(level_count_ - 1).cells.push_back({slot, s}); }

    /// The read_marks of the block that an object's cells are in.
    read_marks& block(std::size_t n) {
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
                append_pointer(p, (l.aliased & l.bit) != 0 ? l.alias : l.field->name);
        }
        return p;
    }

    report_builder& out_;
    const options& options_;
    const std::vector<std::size_t>& skipped_keys_;
    const object_info& root_;
    void* value_;

    std::size_t token_ = 0;
    std::size_t depth_ = 0;
    /// What is passed over: 1 for the next value, 2 for each level of an unknown or mistyped one, `stopped` for all.
    std::size_t quiet_ = 0;
    std::size_t next_skipped_key_ = no_index;  ///< The least token from which a key may be one of these.
    std::size_t level_count_ = 0;
    bool too_deep_ = false;
    bool missing_ = false;
    bool sound_ = true;
    bool root_read_ = false;
    level document_;  ///< Where no object has begun: a value of no type is expected.
    level* top_ = &document_;
    std::array<level, max_levels> levels_;
    std::array<std::array<key_token, 64>, max_levels> key_tokens_;
    std::unique_ptr<std::array<other_keys, max_levels>> other_keys_;
    std::vector<std::size_t> repeated_;
    std::vector<unknown_at> unknown_;
    std::vector<renamed> renamed_;
    read_marks marks_;
};

}  // namespace detail
}  // namespace vouch
