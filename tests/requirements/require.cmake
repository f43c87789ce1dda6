# SPDX-License-Identifier: BSL-1.0
# Fails unless each public header stops with SENTENCE, as the first error, where FLAGS make a requirement fail.
separate_arguments(FLAGS)
foreach(header vouch.hpp apsaramq.hpp vouch/read.hpp vouch/shape_of.hpp vouch/render/text.hpp)
  execute_process(COMMAND ${COMPILER} ${FLAGS} -I${INCLUDE} -fsyntax-only -fdiagnostics-color=never -x c++ -include ${header}
                          /dev/null
                  RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  string(REGEX MATCHALL "error:[^\n]*" errors "${output}")
  list(LENGTH errors count)
  set(first "")
  if(count GREATER 0)
    list(GET errors 0 first)
  endif()
  string(FIND "${first}" "${SENTENCE}" at)
  if(result EQUAL 0 OR at EQUAL -1 OR count GREATER 2)
    message(FATAL_ERROR "${header}: not \"${SENTENCE}\" and the end, but\n${output}")
  endif()
endforeach()
