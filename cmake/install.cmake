# SPDX-License-Identifier: BSL-1.0
# find_package(vouch) after installation: targets vouch::vouch and vouch::apsaramq.
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/vouch)
if(CMAKE_VERSION VERSION_LESS 3.23)
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.hpp")
  install(TARGETS vouch vouch_apsaramq EXPORT vouch-targets)
else()
  install(TARGETS vouch vouch_apsaramq EXPORT vouch-targets FILE_SET public FILE_SET detail)
endif()
if(VOUCH_BUILD_COMPILED)
  install(TARGETS vouch_compiled vouch_apsaramq_compiled EXPORT vouch-targets)
endif()
install(EXPORT vouch-targets NAMESPACE vouch:: DESTINATION ${package_dir})
file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/vouch-config.cmake @ONLY CONTENT [[
include(CMakeFindDependencyMacro)
find_dependency(Boost 1.81 COMPONENTS json)
include("${CMAKE_CURRENT_LIST_DIR}/vouch-targets.cmake")
]])
write_basic_package_version_file(${PROJECT_BINARY_DIR}/vouch-config-version.cmake
                                 COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES ${PROJECT_BINARY_DIR}/vouch-config.cmake ${PROJECT_BINARY_DIR}/vouch-config-version.cmake DESTINATION ${package_dir})

# For builds without CMake: pkg-config --cflags --libs vouch. The folder of the file decides where the headers are.
if(IS_ABSOLUTE ${CMAKE_INSTALL_INCLUDEDIR})
  set(includes ${CMAKE_INSTALL_INCLUDEDIR})
else()
  file(RELATIVE_PATH includes /${CMAKE_INSTALL_DATADIR}/pkgconfig /${CMAKE_INSTALL_INCLUDEDIR})
  string(PREPEND includes "\${pcfiledir}/")
endif()
file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/vouch.pc @ONLY CONTENT [[
Name: vouch
Description: @PROJECT_DESCRIPTION@
Version: @PROJECT_VERSION@
Cflags: -I@includes@
Libs: -lboost_json
]])
install(FILES ${PROJECT_BINARY_DIR}/vouch.pc DESTINATION ${CMAKE_INSTALL_DATADIR}/pkgconfig)

install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})

# The checker and the completion scripts that it prints are installed if it was built.
if(VOUCH_BUILD_TOOLS)
  install(TARGETS vouch-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} OPTIONAL)
  install(FILES ${PROJECT_SOURCE_DIR}/docs/vouch.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
  install(DIRECTORY ${PROJECT_BINARY_DIR}/completions/ DESTINATION ${CMAKE_INSTALL_DATADIR} OPTIONAL)
  install(CODE "if(NOT EXISTS \"$<TARGET_FILE:vouch-cli>\")
    message(STATUS \"The checker was not built and is not installed: cmake --build builds it\")
  endif()")
endif()
