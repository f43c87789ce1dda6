# SPDX-License-Identifier: BSL-1.0
# Builds and runs the project in a folder: against an installed package, or with Vouch as a subdirectory.
file(REMOVE_RECURSE ${WORK})
set(arguments -S ${CMAKE_CURRENT_LIST_DIR}/../${PROJECT} -B ${WORK}/build -G ${GENERATOR} -D CMAKE_CXX_COMPILER=${COMPILER})
if(WAY STREQUAL "package")
  execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${WORK}/prefix COMMAND_ERROR_IS_FATAL ANY)
  list(APPEND arguments -D CMAKE_PREFIX_PATH=${WORK}/prefix)
else()
  list(APPEND arguments -D VOUCH_SOURCE=${SOURCE})
endif()
execute_process(COMMAND ${CMAKE_COMMAND} ${arguments} COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${CMAKE_COMMAND} --build ${WORK}/build COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${WORK}/build/consumer COMMAND_ERROR_IS_FATAL ANY)
