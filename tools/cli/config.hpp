// SPDX-License-Identifier: BSL-1.0
// .vouch.json: which rules a project wants. Described with the engine, and checked with it.
#pragma once

#include <vouch/shape_of.hpp>

#include <atomic>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vouch::cli {

/// Whether a text names rules: see `rules_named`.
bool names_rules(std::string_view word);
/// Whether a text is the id of a rule.
bool is_rule(std::string_view id);

}  // namespace vouch::cli

namespace vouch_config {

enum class Level { error = 1, warning, info };
BOOST_DESCRIBE_ENUM(Level, error, warning, info)

constexpr auto shape_of(vouch::of<Level>) {
    using namespace vouch::notation;
    return describe<Level>("A severity.", value(Level::error, "The request is wrong."),
                           value(Level::warning, "The request does not do what it says."),
                           value(Level::info, "Worth knowing."));
}

enum class Unknown { error = 1, warning, ignore };
BOOST_DESCRIBE_ENUM(Unknown, error, warning, ignore)

constexpr auto shape_of(vouch::of<Unknown>) {
    using namespace vouch::notation;
    return describe<Unknown>("What is done with unknown fields.", value(Unknown::error, "They are errors."),
                             value(Unknown::warning, "They are warnings."), value(Unknown::ignore, "Nothing."));
}

struct RuleLevel {
    std::string rule{};
    Level level{};
};
BOOST_DESCRIBE_STRUCT(RuleLevel, (), (rule, level))

inline constexpr std::string_view rule_form =
    "the id of a rule, a prefix of ids, or basis:vendor, basis:practice or basis:reference";

inline constexpr auto unknown_rule = vouch::notation::rule(
    vouch::notation::error("unknown-rule"),
    {"unknown rule {value}",
     "write the id of a rule, a prefix of ids, or basis:vendor, basis:practice or basis:reference; vouch rules "
     "lists them"});

inline constexpr auto unknown_rule_id =
    vouch::notation::rule(vouch::notation::error("unknown-rule-id"),
                          {"unknown rule {value}", "write the id of one rule; vouch rules lists them"});

constexpr auto shape_of(vouch::of<RuleLevel>) {
    using namespace vouch::notation;
    using T = RuleLevel;
    // clang-format off
    return describe<T>("Another severity for a rule.",

    field(&T::rule,  "The rule's id.", {.form = "the id of a rule"}),
    field(&T::level, "Its severity."),

    rule(unknown_rule_id, require(&T::rule, matching(vouch::cli::is_rule))));
    // clang-format on
}

struct Override {
    std::optional<std::string> files{};
    std::optional<std::string> pointer{};
    std::optional<std::vector<std::string>> ignore{};
    std::optional<std::vector<RuleLevel>> severity{};
    std::optional<Unknown> unknown{};
};
BOOST_DESCRIBE_STRUCT(Override, (), (files, pointer, ignore, severity, unknown))

inline constexpr vouch::text_form pointer_pattern{
    [](std::string_view text) { return text.empty() || text.front() == '/'; }, "a pattern that begins with a slash"};

constexpr auto shape_of(vouch::of<Override>) {
    using namespace vouch::notation;
    using T = Override;
    // clang-format off
    return describe<T>("Other rules for some files or some places in them.",

    field(&T::files, "A pattern of files, relative to the folder of .vouch.json: * and ? within a name, ** across folders.",
          {.form = "a pattern such as `legacy/**/*.json`"}),
    field(&T::pointer, "A pattern of JSON Pointers, in the same way.", {.form = "a pattern such as `/networkInfo/**`"}),
    field(&T::ignore, "Rules not to report there.", {.form = "an array of rules", .elements = {.form = rule_form}}),
    field(&T::severity, "Other severities there.", {.form = "an array of objects: [{`rule`: `…`, `level`: `…`}]",
           .elements = {.form = "an object: {`rule`: `…`, `level`: `…`}"}}),
    field(&T::unknown, "What is done with unknown fields there."),

    rule(unknown_rule, each(&T::ignore, matching(vouch::cli::names_rules))),
    rule(error("override-everywhere"),
         when(&T::pointer, absent).then(&T::files, present),
         {"this override names neither files nor a pointer",
          "add `files` or `pointer`, or move its settings to the top"}),
    rule(error("pointer-without-slash"),
         require(&T::pointer, matching(pointer_pattern)),
         {"a JSON Pointer must begin with a slash: {value}",
          "write it like `/networkInfo/vpcInfo/vSwitchId`"}));
    // clang-format on
}

struct Config {
    std::optional<std::vector<std::string>> select{};
    std::optional<std::vector<std::string>> ignore{};
    std::optional<std::vector<RuleLevel>> severity{};
    std::optional<Unknown> unknown{};
    std::optional<std::vector<std::string>> include{};
    std::optional<std::vector<std::string>> exclude{};
    std::optional<std::vector<Override>> overrides{};
};
BOOST_DESCRIBE_STRUCT(Config, (), (select, ignore, severity, unknown, include, exclude, overrides))

constexpr auto shape_of(vouch::of<Config>) {
    using namespace vouch::notation;
    using T = Config;
    constexpr auto rule_names = matching(vouch::cli::names_rules);
    // clang-format off
    return describe<T>("Which rules a project wants.",

    field(&T::select, "The only rules to report.", {.form = "an array of rules", .elements = {.form = rule_form}}),
    field(&T::ignore, "Rules not to report.", {.form = "an array of rules", .elements = {.form = rule_form}}),
    field(&T::severity, "Other severities.", {.form = "an array of objects: [{`rule`: `…`, `level`: `…`}]",
           .elements = {.form = "an object: {`rule`: `…`, `level`: `…`}"}}),
    field(&T::unknown, "What is done with unknown fields."),
    field(&T::include, "The only files of directories to check: patterns, relative to the folder of .vouch.json.",
          {.form = "an array of patterns such as `configs/**`", .elements = {.form = "a pattern such as `configs/**`"}}),
    field(&T::exclude, "Files of directories not to check: patterns, in the same way.",
          {.form = "an array of patterns such as `legacy/**`", .elements = {.form = "a pattern such as `legacy/**`"}}),
    field(&T::overrides, "Other rules for some files or places.",
          {.form = "an array of objects: [{`files`: `…`, `ignore`: [`…`]}]",
           .elements = {.form = "an object: {`files`: `…`, `ignore`: [`…`]}"}}),

    rule(unknown_rule, all_of(each(&T::select, rule_names), each(&T::ignore, rule_names))));
    // clang-format on
}

}  // namespace vouch_config

namespace vouch::cli {

using vouch_config::Config;
using vouch_config::Level;
using vouch_config::Override;
using vouch_config::RuleLevel;
using vouch_config::Unknown;

/// A configuration file that was read.
struct config_file {
    std::string path;    ///< As it is shown.
    std::string folder;  ///< Absolute; patterns of files begin there.
    Config config;
    /// For each override whether it matched a checked file, and a finding.
    mutable std::vector<std::atomic<bool>> met_file;
    mutable std::vector<std::atomic<bool>> met_finding;
};

/// Finds and reads the configuration files of checked files, each once.
class config_finder {
public:
    /// With `only`, that file is for all; with an empty one, there is none.
    explicit config_finder(std::optional<std::string> only) : only_(std::move(only)) {}

    /// The nearest .vouch.json upwards from a file, or from the current folder for standard input; nullptr if there
    /// is none. Mistakes in it are reported on standard error, and set `good` to false.
    const config_file* find(const std::string& file, bool& good);

    /// Says on standard error which overrides had no effect. That an override met no file is worth a word only if all
    /// files of its folder were checked: those in the directories that `arguments` name.
    void report_unused(const std::vector<std::string>& arguments) const;

private:
    const config_file* read(const std::string& path, bool& good);

    std::optional<std::string> only_;
    std::map<std::string, std::unique_ptr<config_file>> read_;  ///< By path; nullptr if it is wrong.
    std::map<std::string, std::string> nearest_;                ///< By folder.
};

}  // namespace vouch::cli
