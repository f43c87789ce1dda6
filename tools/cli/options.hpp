// SPDX-License-Identifier: BSL-1.0
// The options of commands: functions for each kind of option, and the options that several commands share.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace CLI {
class App;
}

namespace vouch::cli {

enum class color_choice;
enum class document_type;
enum class input_format;
enum class list_format { text, json };
struct rule_choice;

/// Adds a command to the command line. `footer` ends its help.
CLI::App& add_command(CLI::App& app, const std::string& name, const std::string& description,
                      const std::string& footer);

// Kinds of options. An option whose name has no hyphens is a positional argument. `type` is what help shows for the
// value. The variables are set while the command line is parsed.

void add_flag(CLI::App& command, const std::string& name, bool& to, const std::string& description);
void add_text(CLI::App& command, const std::string& name, const std::string& type, std::string& to,
              const std::string& description);
void add_text(CLI::App& command, const std::string& name, const std::string& type, std::optional<std::string>& to,
              const std::string& description);
/// An option that can be repeated.
void add_texts(CLI::App& command, const std::string& name, const std::string& type, std::vector<std::string>& to,
               const std::string& description);
/// A number from 0 to `max`, if there is one.
void add_number(CLI::App& command, const std::string& name, std::size_t& to, std::optional<int> max,
                const std::string& description);
/// One of a few words. `set` is called with its index.
void add_word(CLI::App& command, const std::string& name, const std::vector<std::string>& words,
              const std::function<void(std::size_t)>& set, const std::string& description);

/// Names of values.
template <class E>
using choices = std::vector<std::pair<std::string, E>>;

/// One of a few values, by name.
template <class E, class Target>
void add_choice(CLI::App& command, const std::string& name, Target& to, const choices<E>& values,
                const std::string& description) {
    std::vector<std::string> words;
    for (const auto& [word, value] : values) words.push_back(word);
    const auto set = [&to, values](std::size_t i) { to = values[i].second; };
    add_word(command, name, words, set, description);
}

void require_option(CLI::App& command, const std::string& name);
/// Makes it an error to give both options.
void exclude_option(CLI::App& command, const std::string& name, const std::string& other);

// Options that several commands share.

/// Whether documents of a type can have the format that was asked for; says so if not.
bool fits_type(document_type type, std::optional<input_format> asked);

void add_inputs(CLI::App& command, std::vector<std::string>& to);
void add_type(CLI::App& command, document_type& to);
/// How requests are written. Without the option, `to` stays empty.
void add_input_format(CLI::App& command, std::optional<input_format>& to);
/// How a file is written: as asked for, or as its name and its text show. Only requests have other formats.
input_format format_of(document_type type, std::optional<input_format> asked, std::string_view name,
                       std::string_view text);
void add_list_format(CLI::App& command, list_format& to);
/// The options that choose rules.
void add_rule_choice(CLI::App& command, rule_choice& to);
void add_stdin_filename(CLI::App& command, std::string& to);
void add_exclude(CLI::App& command, std::vector<std::string>& to);
void add_color(CLI::App& command, color_choice& to);
void add_quiet(CLI::App& command, bool& to);

}  // namespace vouch::cli
