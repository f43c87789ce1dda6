# SPDX-License-Identifier: BSL-1.0
# The functions of vcpkg that the port calls, as far as it needs them.
function(vcpkg_cmake_configure)
  cmake_parse_arguments(PARSE_ARGV 0 given "" SOURCE_PATH OPTIONS)
  execute_process(COMMAND ${CMAKE_COMMAND} -S ${given_SOURCE_PATH} -B ${WORK}/vouch -G ${GENERATOR} -D CMAKE_CXX_COMPILER=${COMPILER}
                          -D CMAKE_INSTALL_PREFIX=${CURRENT_PACKAGES_DIR} ${given_OPTIONS} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

function(vcpkg_cmake_install)
  execute_process(COMMAND ${CMAKE_COMMAND} --build ${WORK}/vouch --target install COMMAND_ERROR_IS_FATAL ANY)
endfunction()

# Moves the CMake package to share/PORT, one folder less deep.
function(vcpkg_cmake_config_fixup)
  cmake_parse_arguments(PARSE_ARGV 0 given "" CONFIG_PATH "")
  set(package ${CURRENT_PACKAGES_DIR}/share/${PORT})
  file(RENAME ${CURRENT_PACKAGES_DIR}/${given_CONFIG_PATH} ${package})
  file(READ ${package}/${PORT}-targets.cmake text)
  set(up [[get_filename_component(_IMPORT_PREFIX "${_IMPORT_PREFIX}" PATH)]])
  string(REPLACE "${up}\n${up}\n${up}\n" "${up}\n${up}\n" text "${text}")
  file(WRITE ${package}/${PORT}-targets.cmake "${text}")
endfunction()

function(vcpkg_fixup_pkgconfig)
  if(NOT EXISTS ${CURRENT_PACKAGES_DIR}/share/pkgconfig/${PORT}.pc)
    message(FATAL_ERROR "there is no pkg-config file")
  endif()
endfunction()

function(vcpkg_install_copyright)
  cmake_parse_arguments(PARSE_ARGV 0 given "" "" FILE_LIST)
  file(INSTALL ${given_FILE_LIST} DESTINATION ${CURRENT_PACKAGES_DIR}/share/${PORT} RENAME copyright)
endfunction()
