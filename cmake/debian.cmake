# SPDX-License-Identifier: BSL-1.0
# Run by cpack before it packs what was installed: Debian has other places for some files.
if(NOT CPACK_GENERATOR STREQUAL "DEB")
  return()
endif()
set(share ${CPACK_TEMPORARY_INSTALL_DIRECTORY}${CPACK_PACKAGING_INSTALL_PREFIX}/share)
file(RENAME ${share}/doc/vouch/LICENSE ${share}/doc/vouch/copyright)
if(EXISTS ${share}/zsh/site-functions)
  file(RENAME ${share}/zsh/site-functions ${share}/zsh/vendor-completions)
endif()
if(EXISTS ${share}/man/man1/vouch.1)
  execute_process(COMMAND gzip -9n ${share}/man/man1/vouch.1 COMMAND_ERROR_IS_FATAL ANY)
endif()
