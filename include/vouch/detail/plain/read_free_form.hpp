// SPDX-License-Identifier: BSL-1.0
// A free-form value, written down while it is passed over.
#pragma once

#include <vouch/detail/json/output.hpp>
#include <vouch/tables.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace vouch::inline VOUCH_ABI::detail {

/// Nothing is written while it is not open.
class free_form_text {
public:
    [[nodiscard]] bool is_open() const { return out_.has_value(); }

    /// Begins an object or a list that belongs to a place.
    void open(const setters& set, void* to) {
        set_ = &set;
        to_ = to;
        text_.clear();
        out_.emplace(text_);
    }
    void begin(char bracket) {
        if (!out_) return;
        ++depth_;
        out_->begin(bracket);
    }
    void end(char bracket) {
        if (!out_) return;
        out_->end(bracket);
        if (--depth_ > 0) return;
        out_.reset();
        set_->json(to_, text_);
    }
    void key(std::string_view name) { out_->key(name); }
    void string(std::string_view text) {
        if (out_) out_->string(text);
    }
    void raw(std::string_view json) {
        if (out_) out_->raw(json);
    }

private:
    std::string text_;
    std::optional<json_output> out_;
    const setters* set_ = nullptr;
    void* to_ = nullptr;
    std::size_t depth_ = 0;
};

}  // namespace vouch::detail
