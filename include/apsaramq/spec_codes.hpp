// SPDX-License-Identifier: BSL-1.0
// Specification codes, `rmq.<letters><digits?>.<size>`: a parser, and what they say about edition and sub-edition.
#pragma once

#include <apsaramq/enumerations.hpp>
#include <apsaramq/text_forms.hpp>
#include <vouch/cell.hpp>

#include <string_view>

namespace apsaramq::inline VOUCH_ABI {
namespace formats {

/// A specification code, `rmq.<letters><digits?>.<size>`, taken apart.
struct spec_code {
    std::string_view letters{};  ///< After `rmq.`.
    std::string_view digits{};   ///< After the letters.
    std::string_view rest{};     ///< From the dot on.

    /// Takes a code apart; all parts are empty if it does not begin with `rmq.`.
    constexpr explicit spec_code(std::string_view code) {
        if (!begins_with(code, "rmq.")) return;
        code.remove_prefix(4);
        letters = take_leading<is_letter>(code);
        digits = take_leading<is_digit>(code);
        rest = code;
    }

    /// Whether a character is a lowercase letter of ASCII.
    static constexpr bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
    /// Whether a character is a digit.
    static constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
    /// Whether a character is one of both.
    static constexpr bool is_letter_or_digit(char c) { return is_letter(c) || is_digit(c); }

    /// Takes the characters at the front of a text that are of a kind.
    template <bool (*IsOfKind)(char)>
    static constexpr std::string_view take_leading(std::string_view& text) {
        std::size_t n = 0;
        while (n < text.size() && IsOfKind(text[n])) ++n;
        const std::string_view taken(text.data(), n);
        text.remove_prefix(n);
        return taken;
    }
};

/// Whether a text is a specification code.
constexpr bool is_spec_code(std::string_view code) {
    const spec_code spec(code);
    std::string_view size = spec.rest;
    if (spec.letters.empty() || size.size() < 2 || size.front() != '.') return false;
    size.remove_prefix(1);
    spec_code::take_leading<spec_code::is_letter_or_digit>(size);
    return size.empty();
}

}  // namespace formats

namespace forms {

inline constexpr vouch::text_form spec{formats::is_spec_code, "a specification code",
                                       "^rmq\\.[a-z]+[0-9]*\\.[a-z0-9]+$"};

}  // namespace forms

namespace spec_codes {

/// Whether the letters match the edition. Only a single s, p or u names an edition; everything else matches.
constexpr bool fits_series(const vouch::cell& code, const vouch::cell& series) {
    using enum SeriesCode;
    if (!code.present() || !(series.is(standard) || series.is(professional) || series.is(ultimate))) return true;
    const std::string_view letters = formats::spec_code(code.text).letters;
    const bool fits = letters.size() != 1 || (letters.front() == 's'   ? series.is(standard)
                                              : letters.front() == 'p' ? series.is(professional)
                                                                       : letters.front() != 'u' || series.is(ultimate));
    return fits || !formats::is_spec_code(code.text);
}

/// Whether the digit matches the sub-edition. Only a single 1, 2 or 3 after a single s, p or u names one.
constexpr bool fits_sub_series(const vouch::cell& code, const vouch::cell& sub_series) {
    using enum SubSeriesCode;
    if (!code.present() || !sub_series.present()) return true;
    const formats::spec_code spec(code.text);
    const char letter = spec.letters.size() == 1 ? spec.letters.front() : ' ';
    const char digit = spec.digits.size() == 1 ? spec.digits.front() : ' ';
    if (letter != 's' && letter != 'p' && letter != 'u') return true;
    const bool fits = digit == '1'   ? sub_series.is(single_node)
                      : digit == '2' ? sub_series.is(cluster_ha)
                                     : digit != '3' || sub_series.is(serverless);
    return fits || !formats::is_spec_code(code.text);
}

}  // namespace spec_codes
}  // namespace apsaramq
