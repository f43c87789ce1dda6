// SPDX-License-Identifier: BSL-1.0
#include "yaml_tree.hpp"

#include <vouch/unicode.hpp>

#include <algorithm>
#include <map>

#ifdef VOUCH_HAS_YAML
#include <yaml.h>
#endif

namespace vouch::cli {

#ifdef VOUCH_HAS_YAML

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t most_nodes = 1'000'000;
constexpr std::size_t most_documents = 10'000;
constexpr std::size_t most_directives = 1'000;  // libyaml compares each with all before it.

/// Where the directive that is one too many begins, or the end.
std::size_t end_of_directives(std::string_view text) {
    std::size_t n = 0;
    for (std::size_t at = text.find('%'); at != std::string_view::npos; at = text.find('%', at + 1)) {
        const bool is_first = at == 0 || text[at - 1] == '\n' || text[at - 1] == '\r';
        if (is_first && ++n > most_directives) return at;
    }
    return text.size();
}

/// Where the first character after a byte-order mark is, which libyaml does not get.
std::size_t begin_of(std::string_view text) { return text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0; }

/// Offsets in bytes from those in code points, which libyaml counts.
class code_point_table {
public:
    explicit code_point_table(std::string_view text) : text_(text) {
        std::size_t n = 0;
        for (std::size_t i = begin_of(text); i < text.size(); ++i) {
            if (is_first(i) && n++ % step == 0) marks_.push_back(i);
        }
    }
    std::size_t offset(std::size_t n) const {
        if (n / step >= marks_.size()) return text_.size();
        std::size_t at = marks_[n / step];
        for (n %= step; n > 0 && at < text_.size(); --n) {
            ++at;
            while (at < text_.size() && !is_first(at)) ++at;
        }
        return at;
    }

private:
    static constexpr std::size_t step = 1024;
    bool is_first(std::size_t i) const { return (static_cast<unsigned char>(text_[i]) & 0xC0U) != 0x80U; }

    std::string_view text_;
    std::vector<std::size_t> marks_;
};

/// libyaml's parser and its events.
class yaml_events {
public:
    explicit yaml_events(std::string_view text) {
        good_ = ::yaml_parser_initialize(&parser_) != 0;
        if (!good_) return;
        ::yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
        ::yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    }
    ~yaml_events() {
        release();
        if (good_) ::yaml_parser_delete(&parser_);
    }
    yaml_events(const yaml_events&) = delete;
    yaml_events& operator=(const yaml_events&) = delete;

    /// False if there is a mistake.
    bool next() {
        release();
        has_event_ = good_ && ::yaml_parser_parse(&parser_, &event) != 0;
        return has_event_;
    }
    const ::yaml_parser_t& parser() const { return parser_; }

    ::yaml_event_t event{};

private:
    void release() {
        if (has_event_) ::yaml_event_delete(&event);
        has_event_ = false;
    }

    ::yaml_parser_t parser_{};
    bool good_ = false;
    bool has_event_ = false;
};

std::string text_of(const ::yaml_char_t* text) {
    return text == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(text));
}

class tree_builder {
public:
    explicit tree_builder(std::string_view text) : text_(text), table_(text), events_(text.substr(begin_of(text))) {}

    yaml_stream run() {
        while (out_.documents.empty() || out_.documents.back().mistake.words.empty()) {
            if (!events_.next()) return syntax_mistake(), std::move(out_);
            const ::yaml_event_t& e = events_.event;
            switch (e.type) {
            case YAML_STREAM_END_EVENT: return std::move(out_);
            case YAML_DOCUMENT_START_EVENT:
                out_.documents.emplace_back();
                anchors_.clear();
                in_document_ = true;
                if (out_.documents.size() > most_documents)
                    fail("it has too many documents", table_.offset(e.start_mark.index),
                         built_in_rules::document_too_large);
                break;
            case YAML_DOCUMENT_END_EVENT: in_document_ = false; break;
            case YAML_SCALAR_EVENT: scalar(e); break;
            case YAML_ALIAS_EVENT: alias(e); break;
            case YAML_MAPPING_START_EVENT:
                open(yaml_node::type::map, e, e.data.mapping_start.anchor, e.data.mapping_start.tag);
                break;
            case YAML_SEQUENCE_START_EVENT:
                open(yaml_node::type::list, e, e.data.sequence_start.anchor, e.data.sequence_start.tag);
                break;
            case YAML_MAPPING_END_EVENT:
            case YAML_SEQUENCE_END_EVENT: close(out_.nodes[open_.back()], e); break;
            default: break;
            }
        }
        return std::move(out_);
    }

private:
    std::size_t add(yaml_node::type type, const ::yaml_event_t& e) {
        const std::size_t n = out_.nodes.size();
        yaml_node& made = out_.nodes.emplace_back();
        made.is = type;
        made.offset = table_.offset(e.start_mark.index);
        end_at(made, e);
        if (open_.empty())
            out_.documents.back().root = n;
        else
            out_.nodes[open_.back()].children.push_back(n);
        if (n >= most_nodes) fail("it has too many values", made.offset, built_in_rules::document_too_large);
        return n;
    }

    void end_at(yaml_node& n, const ::yaml_event_t& e) const {
        std::size_t end = std::max(table_.offset(e.end_mark.index), n.offset);
        while (end > n.offset && (text_[end - 1] == ' ' || text_[end - 1] == '\n' || text_[end - 1] == '\r')) --end;
        n.length = end - n.offset;
    }

    void scalar(const ::yaml_event_t& e) {
        const std::size_t n = add(yaml_node::type::scalar, e);
        yaml_node& made = out_.nodes[n];
        made.text.assign(reinterpret_cast<const char*>(e.data.scalar.value), e.data.scalar.length);
        made.plain = e.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
        made.tag = text_of(e.data.scalar.tag);
        remember(e.data.scalar.anchor, n);
    }

    void alias(const ::yaml_event_t& e) {
        const std::size_t n = add(yaml_node::type::alias, e);
        const auto at = anchors_.find(text_of(e.data.alias.anchor));
        if (at == anchors_.end()) return fail("there is no anchor for this alias before it", out_.nodes[n].offset);
        out_.nodes[n].target = at->second;
        out_.nodes[at->second].is_shared = true;
    }

    void open(yaml_node::type type, const ::yaml_event_t& e, const ::yaml_char_t* anchor, const ::yaml_char_t* tag) {
        const std::size_t n = add(type, e);
        out_.nodes[n].tag = text_of(tag);
        remember(anchor, n);
        open_.push_back(n);
        if (open_.size() > deepest_yaml)
            fail("it is nested too deeply", out_.nodes[n].offset, built_in_rules::nesting_too_deep);
    }

    /// The parser ends a list or map in block style where the next token begins; it ends with its last element, before
    /// comments.
    void close(yaml_node& n, const ::yaml_event_t& e) {
        const bool is_block = e.start_mark.index == e.end_mark.index;
        if (is_block && !n.children.empty()) {
            const yaml_node& last = out_.nodes[n.children.back()];
            n.length = std::max(last.offset + last.length, n.offset) - n.offset;
        } else {
            end_at(n, e);
        }
        open_.pop_back();
    }

    void remember(const ::yaml_char_t* anchor, std::size_t n) {
        if (anchor != nullptr) anchors_[text_of(anchor)] = n;
    }

    void fail(std::string words, std::size_t offset, const rule_words& rule = built_in_rules::json_syntax) {
        out_.documents.back().mistake = {std::move(words), offset, &rule};
    }

    void syntax_mistake() {
        if (!in_document_) out_.documents.emplace_back();
        const ::yaml_parser_t& p = events_.parser();
        std::string words = p.problem == nullptr ? "it cannot be read" : p.problem;
        if (p.context != nullptr) words.append(" ").append(p.context);
        if (p.error == YAML_MEMORY_ERROR) words = "there is not enough memory";
        const std::size_t at =
            p.error == YAML_READER_ERROR ? begin_of(text_) + p.problem_offset : table_.offset(p.problem_mark.index);
        fail(std::move(words), std::min(at, text_.size()));
    }

    std::string_view text_;
    code_point_table table_;
    yaml_events events_;
    yaml_stream out_;
    std::vector<std::size_t> open_;
    std::map<std::string, std::size_t> anchors_;
    bool in_document_ = false;
};

}  // namespace

bool can_read_yaml() { return true; }

yaml_stream read_yaml(std::string_view text) {
    if (const std::size_t end = end_of_directives(text); end < text.size())
        return {{}, {{0, {"it has too many directives", end, &built_in_rules::document_too_large}}}};
    if (is_utf8(text)) return tree_builder(text).run();
    std::size_t at = 0;
    for (code_point c = first_code_point(text); c.size != 0; c = first_code_point(text.substr(at))) at += c.size;
    return {{}, {{0, {"it is not UTF-8", at}}}};
}

#else

bool can_read_yaml() { return false; }

yaml_stream read_yaml(std::string_view) { return {{}, {{0, {"this checker was built without YAML", 0}}}}; }

#endif

}  // namespace vouch::cli
