// SPDX-License-Identifier: BSL-1.0
// Specification codes, rmq.<letters><digits?>.<size>: a parser, and what they say about edition and sub-edition.
#pragma once

#include <apsaramq/enumerations.hpp>
#include <apsaramq/text_forms.hpp>
#include <vouch/cell.hpp>

#include <string_view>

namespace apsaramq {
namespace formats {

/// The letters and digits of a specification code, rmq.<letters><digits?>.<size>; the rest is ignored.
struct spec_code {
    std::string_view letters{};
    std::string_view digits{};

    constexpr explicit spec_code(std::string_view code) {
        if (!begins_with(code, "rmq.")) return;
        letters = code.substr(4, leading(code.substr(4), is_letter));
        digits = code.substr(4 + letters.size(), leading(code.substr(4 + letters.size()), is_digit));
    }

    static constexpr bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
    static constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
    static constexpr bool is_either(char c) { return is_letter(c) || is_digit(c); }

    /// The number of characters at the front that are of a kind.
    static constexpr std::size_t leading(std::string_view text, bool (*is_of)(char)) {
        std::size_t n = 0;
        while (n < text.size() && is_of(text[n])) ++n;
        return n;
    }
};

constexpr bool is_spec_code(std::string_view code) {
    const spec_code spec(code);
    if (spec.letters.empty()) return false;
    const std::string_view size = code.substr(4 + spec.letters.size() + spec.digits.size());
    return size.size() > 1 && size.front() == '.' &&
           spec_code::leading(size.substr(1), spec_code::is_either) == size.size() - 1;
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
