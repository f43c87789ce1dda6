// SPDX-License-Identifier: BSL-1.0
// From any library's DOM to a described struct, as its user would write it with Boost.Describe: types are checked,
// rules are not. `Dom` says how to ask a node.
#pragma once

#include <boost/describe.hpp>
#include <boost/mp11/algorithm.hpp>

#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

template <class Dom, class Node, class T>
void from_dom(const Node& node, T& to);
template <class Dom, class Node, class V>
void from_dom(const Node& node, std::optional<V>& to);
template <class Dom, class Node, class E>
void from_dom(const Node& node, std::vector<E>& to);

template <class Dom, class Node, class V>
void from_dom(const Node& node, std::optional<V>& to) {
    from_dom<Dom>(node, to.emplace());
}

template <class Dom, class Node, class E>
void from_dom(const Node& node, std::vector<E>& to) {
    Dom::for_each(node, [&](const Node& element) { from_dom<Dom>(element, to.emplace_back()); });
}

template <class Dom, class Node, class T>
void from_dom(const Node& node, T& to) {
    if constexpr (std::is_enum_v<T>) {
        const std::string name(Dom::text(node));
        if (!boost::describe::enum_from_string(name.c_str(), to)) throw std::runtime_error("unknown enumerator");
    } else if constexpr (std::is_same_v<T, std::string>) {
        to = std::string(Dom::text(node));
    } else if constexpr (std::is_same_v<T, bool>) {
        to = Dom::boolean(node);
    } else if constexpr (std::is_same_v<T, double>) {
        to = Dom::number(node);
    } else if constexpr (std::is_integral_v<T>) {
        to = static_cast<T>(Dom::integer(node));
    } else {
        using members = boost::describe::describe_members<T, boost::describe::mod_public>;
        boost::mp11::mp_for_each<members>([&](auto d) {
            Dom::find(node, d.name, [&](const Node& member) { from_dom<Dom>(member, to.*d.pointer); });
        });
    }
}
