// SPDX-License-Identifier: BSL-1.0
// The cases of tests/conformance, as its README.md describes them.
#pragma once

#include "file.hpp"

#include <boost/json.hpp>

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

struct conformance_case {
    using finding = std::array<std::string, 3>;  ///< severity, rule, path

    std::string name;
    std::string type;
    std::string text;
    std::optional<std::string> client_token;
    std::set<finding> expected;
};

inline constexpr std::array conformance_files = {"structure", "edition-and-billing",     "product-info",
                                                 "network",   "names-tags-token-access", "response"};

/// Applies a JSON merge patch (RFC 7396).
inline void apply_change(boost::json::value& target, const boost::json::value& change) {
    if (!change.is_object()) {
        target = change;
        return;
    }
    if (!target.is_object()) target.emplace_object();
    boost::json::object& o = target.get_object();
    for (const auto& [key, value] : change.get_object()) {
        if (value.is_null())
            o.stable_erase(key);
        else
            apply_change(o[key], value);
    }
}

/// A file of tests/conformance, by its name without ".json".
inline boost::json::value conformance_json(const std::string& file) {
    return boost::json::parse(file_text("conformance/" + file + ".json"));
}

/// The cases of one of `conformance_files`.
inline const std::vector<conformance_case>& conformance_cases(const std::string& file) {
    static std::map<std::string, std::vector<conformance_case>> files;
    const auto [at, is_new] = files.try_emplace(file);
    if (!is_new) return at->second;
    const boost::json::value bases = conformance_json("bases");
    const boost::json::value cases = conformance_json(file);
    const auto text_of = [](const boost::json::value& v) { return boost::json::value_to<std::string>(v); };
    for (const boost::json::value& v : cases.as_array()) {
        const boost::json::object& o = v.as_object();
        conformance_case c;
        c.name = text_of(o.at("name"));
        if (const boost::json::value* text = o.if_contains("text")) {
            c.type = text_of(o.at("type"));
            c.text = text_of(*text);
        } else {
            const boost::json::value& base = bases.at(o.at("base").as_string());
            boost::json::value document = base.at("document");
            apply_change(document, o.at("change"));
            c.type = text_of(base.at("type"));
            c.text = boost::json::serialize(document);
        }
        if (const boost::json::value* token = o.if_contains("client_token")) c.client_token = text_of(*token);
        for (const boost::json::value& d : o.at("expected").as_array()) {
            c.expected.insert({text_of(d.at("severity")), text_of(d.at("rule")), text_of(d.at("path"))});
        }
        at->second.push_back(std::move(c));
    }
    return at->second;
}
