# SPDX-License-Identifier: BSL-1.0
# Fails unless the compiler refuses SOURCE and prints the sentence of its first line.
file(STRINGS ${SOURCE} first LIMIT_COUNT 1)
string(REPLACE "// error: " "" sentence "${first}")
execute_process(COMMAND ${COMPILER} -std=c++20 -I${INCLUDE} -fsyntax-only ${SOURCE}
                RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(result EQUAL 0)
  message(FATAL_ERROR "was accepted")
endif()
string(FIND "${output}" "${sentence}" at)
if(at EQUAL -1)
  message(FATAL_ERROR "was refused without the sentence \"${sentence}\":\n${output}")
endif()
