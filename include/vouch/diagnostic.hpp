// SPDX-License-Identifier: BSL-1.0
// What was found: a report of diagnostics, each with its place and its fixes.
#pragma once

#include <vouch/built_in_rules.hpp>
#include <vouch/unicode.hpp>

#include <concepts>
#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace vouch::inline VOUCH_ABI {

/// A place in a text.
struct place {
    std::size_t offset = 0;  ///< The bytes before it.
    std::size_t length = 0;  ///< Its bytes.
    std::size_t line = 0;    ///< From 1; 0 if there is no text to point into.
    std::size_t column = 0;  ///< From 1, in code points.
    bool operator==(const place&) const = default;
};

/// Another place that is related to a diagnostic, and how.
struct related_place {
    std::string path;     ///< Its JSON Pointer.
    std::string message;  ///< How it is related.
    place where;          ///< Where it is in the text.
};

/// Bytes to replace in a text.
struct text_edit {
    std::size_t offset = 0;  ///< Where they begin.
    std::size_t length = 0;  ///< How many there are; 0 to insert.
    std::string text;        ///< What replaces them.
    bool operator==(const text_edit&) const = default;
};

/// A fix for a text.
struct suggested_fix {
    bool safe = false;             ///< It does not change what the document requests, and causes no new error.
    std::string description;       ///< What it does, in words.
    std::vector<text_edit> edits;  ///< All of them belong together.
};

/// One finding.
struct diagnostic {
    vouch::severity severity = vouch::severity::error;  ///< The rule's, or that of the options.
    std::string_view rule;                              ///< The id of the rule that is broken.
    vouch::basis basis = vouch::basis::reference;       ///< What kind of source the rule comes from.
    std::string_view source;  ///< The name of the reference that the rule comes from; empty if there is none.
    std::string path;         ///< A JSON Pointer; empty for the document itself.
    std::string message;      ///< What is wrong.
    std::string help;         ///< What is allowed, and what to do.
    place where;              ///< Its place in the text that was read.
    std::vector<related_place> related;  ///< Other places that are involved.
    std::vector<suggested_fix> fixes;    ///< Filled by `suggest_fixes` of fix.hpp.
    std::string source_path{};           ///< What a document of another format calls the value; see document.hpp.
};

/// Everything that was found, in document order: by place, then severity, then rule.
class report {
public:
    [[nodiscard]] constexpr bool ok() const { return errors() == 0; }  ///< No error; warnings and infos are allowed.
    /// The number of errors.
    [[nodiscard]] constexpr std::size_t errors() const { return count(severity::error); }
    /// The number of warnings.
    [[nodiscard]] constexpr std::size_t warnings() const { return count(severity::warning); }
    /// The number of infos.
    [[nodiscard]] constexpr std::size_t infos() const { return count(severity::info); }

    [[nodiscard]] constexpr bool empty() const { return diagnostics.empty(); }  ///< Whether there are no diagnostics.
    [[nodiscard]] constexpr std::size_t size() const { return diagnostics.size(); }  ///< The number of diagnostics.
    [[nodiscard]] constexpr auto begin() const { return diagnostics.begin(); }       ///< The first diagnostic.
    [[nodiscard]] constexpr auto end() const { return diagnostics.end(); }           ///< The end of the diagnostics.
    /// A diagnostic; `i` is not checked.
    constexpr const diagnostic& operator[](std::size_t i) const { return diagnostics[i]; }

    /// The number of findings of a severity, including those beyond `options::max_diagnostics`.
    [[nodiscard]] constexpr std::size_t count(severity s) const { return counts[static_cast<std::size_t>(s)]; }

    std::vector<diagnostic> diagnostics;  ///< At most `options::max_diagnostics`, and one that says so.
    std::size_t counts[3] = {0, 0, 0};    ///< What `count` returns for each severity.
};

/// "error[rule] /path: message", on one line and safe on any terminal.
[[nodiscard]] inline std::string to_string(const diagnostic& d) {
    std::string out(name_of(d.severity));
    out.append("[").append(d.rule).append("] ");
    append_shown(out, d.path, 200);
    return out.append(d.path.empty() ? "" : ": ").append(d.message);
}

/// A line for each diagnostic.
[[nodiscard]] inline std::string to_string(const report& r) {
    std::string out;
    for (const diagnostic& d : r) out += to_string(d) + "\n";
    return out;
}

[[nodiscard]] inline std::string to_string(severity s) { return std::string(name_of(s)); }
[[nodiscard]] inline std::string to_string(basis b) { return std::string(name_of(b)); }

/// The same texts on a stream, for tests and logs.
template <class Char, class Traits, class T>
    requires(std::same_as<T, diagnostic> || std::same_as<T, report> || std::same_as<T, severity> ||
             std::same_as<T, basis>)
std::basic_ostream<Char, Traits>
&operator<<(std::basic_ostream<Char, Traits>& out, const T& shown) { return out << to_string(shown).c_str(); }

/// Whether the text that was read is a JSON document; an empty text and null are not.
inline bool is_json(const report& r) {
    for (const diagnostic& d : r) {
        const built_in_rules::built_in_rule* const rule = d.path.empty() ? built_in_rules::find(d.rule) : nullptr;
        if (rule != nullptr && rule->not_a_document) return false;
    }
    return true;
}

}  // namespace vouch
