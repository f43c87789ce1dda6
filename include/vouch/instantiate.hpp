// SPDX-License-Identifier: BSL-1.0
// Functions of a schema that are compiled once: VOUCH_INSTANTIATED_ELSEWHERE(T) next to the schema, and
// VOUCH_INSTANTIATE(T) in one source file. Both at global scope.
#pragma once

#include <vouch/read.hpp>
#include <vouch/validate.hpp>
#include <vouch/write.hpp>

#define VOUCH_DETAIL_FUNCTIONS(EXTERN, ...)                                                                           \
    EXTERN template vouch::reading<__VA_ARGS__> vouch::read<__VA_ARGS__>(std::string_view, const vouch::options&);    \
    EXTERN template bool vouch::check<__VA_ARGS__>(std::string_view, const vouch::options&);                          \
    EXTERN template vouch::report vouch::validate<__VA_ARGS__>(const __VA_ARGS__&, const vouch::options&);            \
    EXTERN template void vouch::write_to<__VA_ARGS__>(std::string&, const __VA_ARGS__&, const vouch::write_options&); \
    EXTERN template std::string vouch::write<__VA_ARGS__>(const __VA_ARGS__&, const vouch::write_options&)

/// The functions of a described type are compiled in another source file. Without VOUCH_SEPARATE_COMPILATION, nothing.
#ifdef VOUCH_SEPARATE_COMPILATION
#define VOUCH_INSTANTIATED_ELSEWHERE(...) VOUCH_DETAIL_FUNCTIONS(extern, __VA_ARGS__)
#else
#define VOUCH_INSTANTIATED_ELSEWHERE(...) static_assert(true)
#endif

/// Compiles the functions of a described type here.
#define VOUCH_INSTANTIATE(...) VOUCH_DETAIL_FUNCTIONS(, __VA_ARGS__)
