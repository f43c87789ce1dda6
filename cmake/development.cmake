# SPDX-License-Identifier: BSL-1.0
# How Vouch's own programs are compiled. Users never see these flags.
function(vouch_development target)
  if(VOUCH_DEVELOPMENT)
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
                           -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual -Werror)
  endif()
endfunction()
