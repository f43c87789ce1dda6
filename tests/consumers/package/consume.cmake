# SPDX-License-Identifier: BSL-1.0
# Builds and runs the project in a folder: against an installed package, or with Vouch as a subdirectory.
file(REMOVE_RECURSE ${WORK})
set(arguments -S ${CMAKE_CURRENT_LIST_DIR}/../${PROJECT} -B ${WORK}/build -G ${GENERATOR} -D CMAKE_CXX_COMPILER=${COMPILER})
if(WAY STREQUAL "package")
  execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${WORK}/prefix COMMAND_ERROR_IS_FATAL ANY)
  list(APPEND arguments -D CMAKE_PREFIX_PATH=${WORK}/prefix)
elseif(WAY STREQUAL "bare")
  # A machine with Boost and nothing else: what the README says, without a build.
  execute_process(COMMAND ${CMAKE_COMMAND} -S ${SOURCE} -B ${WORK}/vouch -G ${GENERATOR} -D CMAKE_CXX_COMPILER=${COMPILER}
                          -D BUILD_TESTING=OFF -D CMAKE_DISABLE_FIND_PACKAGE_CLI11=ON -D CMAKE_DISABLE_FIND_PACKAGE_Catch2=ON
                  OUTPUT_VARIABLE said COMMAND_ERROR_IS_FATAL ANY)
  if(NOT said MATCHES "CLI11 was not found: without the checker")
    message(FATAL_ERROR "it is not said that the checker is missing:\n${said}")
  endif()
  execute_process(COMMAND ${CMAKE_COMMAND} --install ${WORK}/vouch --prefix ${WORK}/prefix COMMAND_ERROR_IS_FATAL ANY)
  if(NOT EXISTS ${WORK}/prefix/share/doc/vouch/LICENSE)
    message(FATAL_ERROR "the license is not installed")
  endif()
  list(APPEND arguments -D CMAKE_PREFIX_PATH=${WORK}/prefix)
else()
  list(APPEND arguments -D VOUCH_SOURCE=${SOURCE})
endif()
execute_process(COMMAND ${CMAKE_COMMAND} ${arguments} COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${CMAKE_COMMAND} --build ${WORK}/build COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${WORK}/build/consumer COMMAND_ERROR_IS_FATAL ANY)
