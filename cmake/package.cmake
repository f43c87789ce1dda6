# SPDX-License-Identifier: BSL-1.0
# cpack makes a Debian package of all that is installed; with -G TGZ, an archive.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_DESCRIPTION "A C++ library of headers, the schema of ApsaraMQ for RocketMQ, and a checker:
it finds all mistakes of a request at once, and says where each is and what
to do. Programs that use the headers need Boost.JSON to be built.")
if(NOT CPACK_PACKAGE_CONTACT)
  set(CPACK_PACKAGE_CONTACT "The Vouch authors")
endif()
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_SOURCE_IGNORE_FILES ${PROJECT_SOURCE_DIR}/build ${PROJECT_BINARY_DIR}/ /\\\\.git/)
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/cmake/debian.cmake)

# The checker needs the libraries that it is linked with; only the headers need those of Boost.
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libboost-json1.81-dev | libboost-json-dev (>= 1.81)")
include(CPack)
