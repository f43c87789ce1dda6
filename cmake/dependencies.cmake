# SPDX-License-Identifier: BSL-1.0
# What Vouch is built with: system packages if there are any, else pinned sources.
include(FetchContent)

# Compiles Boost.JSON from its headers, for standard libraries and machines that have no package.
option(VOUCH_BOOST_JSON_FROM_SOURCE "Compile Boost.JSON instead of linking a package's" OFF)
mark_as_advanced(VOUCH_BOOST_JSON_FROM_SOURCE)

# What to link for Boost is in VOUCH_BOOST.
function(vouch_find_boost)
  set(VOUCH_BOOST Boost::headers Boost::json PARENT_SCOPE)
  if(VOUCH_BOOST_JSON_FROM_SOURCE)
    find_package(Boost 1.81 REQUIRED)
    file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/boost_json.cpp CONTENT "#include <boost/json/src.hpp>\n")
    add_library(vouch_boost_json STATIC ${PROJECT_BINARY_DIR}/boost_json.cpp)
    target_compile_features(vouch_boost_json PUBLIC cxx_std_20)
    target_link_libraries(vouch_boost_json PUBLIC Boost::headers)
    set(VOUCH_BOOST Boost::headers vouch_boost_json PARENT_SCOPE)
    return()
  endif()
  find_package(Boost 1.81 QUIET COMPONENTS json)
  if(Boost_FOUND)
    return()
  endif()
  if(NOT VOUCH_FETCH)
    message(FATAL_ERROR "Boost 1.81 or later, with Boost.JSON, was not found. Install it (Debian: libboost-json1.81-dev), "
                        "set Boost_ROOT, or let -DVOUCH_FETCH=ON fetch it.")
  endif()
  message(STATUS "Boost 1.81 or later was not found: fetching it")
  FetchContent_Declare(boost
    URL https://github.com/boostorg/boost/releases/download/boost-1.84.0/boost-1.84.0.tar.xz
    URL_HASH SHA256=2e64e5d79a738d0fa6fb546c6e5c2bd28f88d268a2a080546f74e5ff98f29d0e)
  set(BOOST_INCLUDE_LIBRARIES json describe mp11)
  FetchContent_MakeAvailable(boost)
  if(NOT TARGET Boost::headers)
    add_library(Boost::headers INTERFACE IMPORTED GLOBAL)
    target_link_libraries(Boost::headers INTERFACE Boost::describe Boost::mp11)
  endif()
endfunction()

FetchContent_Declare(CLI11 GIT_REPOSITORY https://github.com/CLIUtils/CLI11.git GIT_TAG v2.4.2 GIT_SHALLOW TRUE)
FetchContent_Declare(Catch2 GIT_REPOSITORY https://github.com/catchorg/Catch2.git GIT_TAG v3.5.4 GIT_SHALLOW TRUE)
FetchContent_Declare(benchmark GIT_REPOSITORY https://github.com/google/benchmark.git GIT_TAG v1.8.3 GIT_SHALLOW TRUE)

# Finds the package that something is built with, or fetches it if that is wanted. Otherwise `option` is off.
macro(vouch_find package what option)
  find_package(${package} QUIET)
  if(NOT ${package}_FOUND AND VOUCH_FETCH)
    set(BENCHMARK_ENABLE_TESTING OFF)
    FetchContent_MakeAvailable(${package})
  elseif(NOT ${package}_FOUND)
    message(STATUS "${package} was not found: without ${what} (-DVOUCH_FETCH=ON fetches it)")
    set(${option} OFF)
  endif()
endmacro()
