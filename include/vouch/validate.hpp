// SPDX-License-Identifier: BSL-1.0
// A value in memory -> what is wrong with it. Works in constant expressions:
// static_assert(vouch::valid(make_request())).
#pragma once

#include <vouch/detail/config.hpp>
#include <vouch/detail/plain/checker.hpp>
#include <vouch/detail/plain/lane.hpp>
#include <vouch/detail/straight/lane.hpp>
#ifndef VOUCH_SEPARATE_COMPILATION
#include <vouch/detail/plain/report_builder.hpp>
#endif

#include <type_traits>

namespace vouch::inline VOUCH_ABI {
namespace detail {

/// Keeps the first error.
class verdict_sink final : public finding_sink {
public:
    constexpr explicit verdict_sink(const options& o) : options_(o) {}
    constexpr void found(const finding& f) override {
        severity level = f.rule->severity;
        if (options_.reports(*f.rule, level) && level == severity::error) add(*f.rule);
    }
    constexpr void add(const rule_words& error) {
        if (first.empty()) first = error.id;
    }
    std::string_view first{};

private:
    const options& options_;
};

}  // namespace detail

/// The id of the first error, in the order in which rules are checked; empty if there is none. For constant
/// expressions, where a report cannot outlive its evaluation.
template <class T>
[[nodiscard]] constexpr std::string_view first_error(const T& value, const options& o = {}) {
    detail::verdict_sink sink(o);
    detail::for_each_mistake(o, catalog_of<T>(), [&](const rule_words& rule, std::string_view) { sink.add(rule); });
    detail::block_of<T> block(value);
    detail::check_root(catalog_of<T>(), block.cells.data(), sink, false);
    return sink.first;
}

/// Whether a value breaks no rule of severity error.
template <class T>
[[nodiscard]] constexpr bool valid(const T& value, const options& o = {}) {
    return vouch::first_error(value, o).empty();
}

/// Everything that is wrong with a value; in the order of declaration, without places. Allocates nothing if there is
/// nothing to report, except for lists of more than 32 elements that must differ. A constant expression unless
/// VOUCH_SEPARATE_COMPILATION is defined; `valid` and `first_error` always are.
template <class T>
[[nodiscard]]
#ifdef VOUCH_SEPARATE_COMPILATION
report
validate(const T& value, const options& o = {}) {
#else
VOUCH_STRING_CONSTEXPR report
validate(const T& value, const options& o = {}) {
    if (std::is_constant_evaluated()) {
        detail::block_of<T> block(value);
        detail::report_builder sink(o, catalog_of<T>());
        detail::check_root(catalog_of<T>(), block.cells.data(), sink, false);
        sink.add_option_mistakes();
        return sink.finish();
    }
#endif
    if (!detail::has_mistakes(o, catalog_of<T>()) && detail::straight::is_clean(value)) return {};
    return detail::plain::validate(&value, detail::plain::value_type_of<T>, o);
}

}  // namespace vouch
