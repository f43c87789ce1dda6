# SPDX-License-Identifier: BSL-1.0
# Fails unless the compiler rejects SOURCE and prints the sentence in its first line, after at most ten other lines.
file(STRINGS ${SOURCE} first LIMIT_COUNT 1)
string(REPLACE "// error: " "" sentence "${first}")
execute_process(COMMAND ${COMPILER} -std=c++20 -I${INCLUDE} -I${TESTS} -fsyntax-only -fdiagnostics-color=never ${SOURCE}
                RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(result EQUAL 0)
  message(FATAL_ERROR "was accepted")
endif()
set(most 10)
set(text "${output}")
# Older versions of clang print the parts of the sentence as arguments of a call, and do not print the names of types.
if(output MATCHES "in call to 'accepts")
  set(most 20)
  string(REGEX REPLACE "&__PRETTY_FUNCTION__\\[[0-9]+\\]" "@" text "${text}")
  string(REGEX REPLACE "&\"([^\"]*)\"\\[0\\]" "\\1" text "${text}")
  string(REGEX REPLACE "accepts\\(|, nullptr" "" text "${text}")
  string(REGEX REPLACE "(Thing|Color|Inner|Part|long double)" "@" text "${text}")
  string(REGEX REPLACE "(Thing|Color|Inner|Part|long double)" "@" sentence "${sentence}")
  string(REPLACE ", " "" text "${text}")
  string(REPLACE ", " "" sentence "${sentence}")
endif()
string(FIND "${text}" "${sentence}" at)
if(at EQUAL -1)
  message(FATAL_ERROR "was rejected without the sentence \"${sentence}\":\n${text}")
endif()
string(SUBSTRING "${text}" 0 ${at} before)
string(REGEX MATCHALL "\n" lines "${before}")
list(LENGTH lines count)
if(count GREATER most)
  message(FATAL_ERROR "the sentence comes after ${count} lines:\n${output}")
endif()

# The same where a program reads, validates and writes, which is how people meet it; without the engine's ordinary code, to
# save time.
if(output MATCHES "in call to 'accepts")
  return()
endif()
file(READ ${SOURCE} text)
string(REGEX REPLACE "constexpr const vouch::object_info& catalog = vouch::catalog_of<([A-Za-z]+)>\\(\\);"
       "bool use(const \\1& v, std::string& to) {\n    vouch::write_to(to, v);\n    return vouch::read<\\1>(\"\").report.ok() && vouch::validate(v).ok();\n}"
       text "${text}")
string(REPLACE "#include <vouch/catalog.hpp>"
       "#include <vouch/read.hpp>\n#include <vouch/validate.hpp>\n#include <vouch/write.hpp>" text "${text}")
get_filename_component(name ${SOURCE} NAME)
set(use ${CMAKE_CURRENT_BINARY_DIR}/use_${name})
file(WRITE ${use} "${text}")
execute_process(COMMAND ${COMPILER} -std=c++20 -DVOUCH_SEPARATE_COMPILATION -I${INCLUDE} -I${TESTS} -fsyntax-only
                        -fdiagnostics-color=never ${use}
                RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
string(FIND "${output}" "${sentence}" at)
if(result EQUAL 0 OR at EQUAL -1)
  message(FATAL_ERROR "read, validate and write do not say \"${sentence}\":\n${output}")
endif()
string(SUBSTRING "${output}" 0 ${at} before)
string(REGEX MATCHALL "\n" lines "${before}")
list(LENGTH lines count)
if(count GREATER most)
  message(FATAL_ERROR "with read, validate and write, the sentence comes after ${count} lines:\n${output}")
endif()
